"""Principles as passages speak to them, whether or not a criterion asks for what they say."""

from __future__ import annotations

from .checks import anchor
from .document import Clause
from .evidence import Evidence, Strength
from .grading import Grade, ban, denied, evidence, promise
from .reading import Reading
from .recognition import Recognition
from .roles import UNKNOWN
from .signals import Match
from .telling import states, telling_match
from .thresholds import THRESHOLDS

_MENTION = Grade(Strength.MENTIONED, "it is spoken of, and nobody is told to do it")
_NOT_BOUND = ("bidder", "parents", "child")


def column_of(principle: str) -> str:
    """The column under which a principle is recognised."""
    return f"principle:{principle}"


def spoken(recognition: Recognition, principle: str, reading: Reading) -> tuple[Evidence, ...]:
    """Passages that speak to a principle, graded as promises, in reading order."""
    column = column_of(principle)
    if reading.adult or not recognition.knows(column):
        return ()
    found = []
    for number in recognition.passages(column, THRESHOLDS.principle):
        match = telling_match(recognition, column, reading, reading.units[number])
        clause = reading.clause_at(match.unit, anchor(match)[1]) if match is not None else None
        if match is not None and clause is not None:
            grade = (ban(reading, match, clause) if denied(match, clause) else promise(reading, match)) or _MENTION
            judged = recognition.judged("committed", column, number) >= THRESHOLDS.committed
            sure = (judged or _advised(reading, match, clause)) and _can_bind(reading, match, clause)
            if sure and grade.strength.rung < Strength.COMMITTED.rung:
                grade = Grade(Strength.COMMITTED, "it is told as something that is done or must be done")
            if not sure:
                found.append(evidence(match, _MENTION))
            elif recognition.beginning(column, number) >= THRESHOLDS.principle_bound:
                found.append(evidence(match, grade))
    return tuple(found)


def _can_bind(reading: Reading, match: Match, clause: Clause) -> bool:
    """Whether a passage says something of somebody, in the paper's own words and in force."""
    sentence, _ = anchor(match)
    if sentence.quoted or sentence.wished or sentence.number in reading.standings:
        return False
    return bool(states(clause) or sentence.lead or sentence.header)


def _advised(reading: Reading, match: Match, clause: Clause) -> bool:
    """Whether official guidance says "should" to those who have to follow it, which is how it lays down duties.

    In a contract's papers the same word is weak. Guidance is none of them, so its role is not known.
    """
    sentence, _ = anchor(match)
    if clause.sign != "should" or clause.hedge or clause.actor in _NOT_BOUND or denied(match, clause):
        return False
    return any(one.path == sentence.place.file and one.role == UNKNOWN for one in reading.document.files)


def speaking(recognition: Recognition, principle: str, reading: Reading) -> frozenset[int]:
    """The numbers of the sentences in passages that can be about a principle at all."""
    column = column_of(principle)
    if not recognition.knows(column):
        return frozenset(sentence.number for sentence in reading.document.sentences)
    return frozenset(
        sentence.number
        for unit in reading.units
        if recognition.around(column, unit.number) >= THRESHOLDS.principle_support
        for sentence in unit.sentences
    )
