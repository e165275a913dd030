"""Recognised passages as evidence: which speak to a criterion, and what they are worth by the usual reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .checks import anchor
from .denials import frees, protects, spares
from .document import Clause
from .evidence import Evidence, Strength
from .grading import Grade, at_most, ban, denied, done, evidence, promise, thinly
from .holders import burdens_child, leaves_children_out
from .reading import Reading, Unit
from .recognition import Recognition
from .roles import UNKNOWN
from .rules import Part, Rule
from .signals import Match
from .telling import refused_match, states, telling_match, telling_words
from .thresholds import THRESHOLDS, Thresholds

_MENTION = Grade(Strength.MENTIONED, "it is spoken of, and nobody is told to do it")
_NOT_BOUND = ("bidder", "parents", "child")
_DONE_STAGES = ("analyse", "plan", "review")


ANY = "any"
"""The column of passages that speak to any criterion at all."""


def joined(found: list[Evidence], recognition: Recognition, rule: Rule, part: Part, reading: Reading) -> list[Evidence]:
    """What a rule's words found where a passage can be about its criterion; if that is nothing, what is recognised.

    Beside what words found as promised, a passage that surely takes it away counts too.
    No weights were learned for the words that a council added to a list, so where one stands no support is asked for.
    Only an essential part can rest on what is recognised.
    """
    vouched = {number for phrase in rule.own_words for number in reading.terms.numbers_with(phrase)}
    least = THRESHOLDS.support if part.essential else THRESHOLDS.lesser_support
    supported = [
        one
        for one in found
        if reading.unit_of(one.sentence).number in vouched or _supported(one, recognition, rule, reading, least)
    ]
    if part.essential and not any(one.strength is Strength.CONTRADICTS for one in supported):
        told = list(passages(recognition, rule, reading, THRESHOLDS))
        supported = [one for one in supported if not _taken_away(one, told, recognition, rule, reading)]
        promised = any(one.strength.rung >= Strength.COMMITTED.rung for one in supported)
        supported += [
            one for one in told if not supported or _defeats(one, recognition, rule, reading, promised=promised)
        ]
    if part.essential:
        supported = [_full_or_thin(one, recognition, rule, reading) for one in supported]
    return [
        replace(one, bearing=recognition.around(rule.id, reading.unit_of(one.sentence).number)) for one in supported
    ]


def _full_or_thin(one: Evidence, recognition: Recognition, rule: Rule, reading: Reading) -> Evidence:
    """The evidence as a full promise if its paragraph surely is one, and as a thin one if it can be none.

    What its own sentence leaves unsaid can stand around it; but an aim, a hedge or a mere permission is said, not left
    unsaid, and stays what it is, and so does what binds nobody or frees somebody. A check that stands close by may be
    one on something else.
    """
    unit = reading.unit_of(one.sentence)
    if one.strength is Strength.MEASURED:
        thin = recognition.judged("full", rule.id, unit.number) < THRESHOLDS.full_support
        return replace(one, strength=Strength.COMMITTED, because=thinly(one.because)) if thin else one
    if (
        one.strength not in (Strength.MENTIONED, Strength.COMMITTED)
        or recognition.around(rule.id, unit.number) < THRESHOLDS.find
        or one.sentence in reading.standings
        or frees(reading, reading.document.sentences[one.sentence])
    ):
        return one
    if recognition.judged("full", rule.id, unit.number) < THRESHOLDS.surely_full:
        return one
    told = telling_words(recognition, rule, unit)
    because = f"it speaks of this ({told}) and, with what stands around it, promises it in full"
    return replace(one, strength=Strength.MEASURED, because=because)


def _taken_away(
    one: Evidence, told: list[Evidence], recognition: Recognition, rule: Rule, reading: Reading
) -> bool:
    """Whether what a rule's words took for a promise is the very passage that surely takes it away."""
    number = reading.unit_of(one.sentence).number
    taken = any(
        reading.unit_of(other.sentence).number == number for other in told if other.strength is Strength.CONTRADICTS
    )
    return taken and recognition.judged("against", rule.id, number) >= THRESHOLDS.against_thin


def _defeats(one: Evidence, recognition: Recognition, rule: Rule, reading: Reading, *, promised: bool) -> bool:
    """Whether a passage takes away what a rule's words found: a promise, beyond much doubt; a thin one, beyond less."""
    if one.strength is not Strength.CONTRADICTS:
        return False
    asked = THRESHOLDS.against_thin
    if promised:
        asked = THRESHOLDS.against_beside + THRESHOLDS.against_caution * _doublings(reading)
    return recognition.judged("against", rule.id, reading.unit_of(one.sentence).number) >= asked


def _supported(one: Evidence, recognition: Recognition, rule: Rule, reading: Reading, least: float) -> bool:
    number = reading.unit_of(one.sentence).number
    if recognition.around(rule.id, number) < least or not _speaks(recognition, number):
        return False
    against = one.strength is Strength.CONTRADICTS
    if not against:
        return True
    asked = THRESHOLDS.against_support + THRESHOLDS.against_caution * _doublings(reading)
    protected = protects(reading, reading.document.sentences[one.sentence])
    return not protected and recognition.judged("against", rule.id, number) >= asked


def _speaks(recognition: Recognition, number: int) -> bool:
    """Whether a passage can speak to any criterion, as boilerplate and papers about others do not."""
    return not recognition.knows(ANY) or recognition.around(ANY, number) >= THRESHOLDS.speaks


def passages(recognition: Recognition, rule: Rule, reading: Reading, thresholds: Thresholds) -> Iterator[Evidence]:
    """Evidence from the passages that speak to a criterion, in reading order."""
    if reading.adult:
        return
    least = thresholds.find_alone if _wordless(rule) else thresholds.find
    against = thresholds.find_against + thresholds.takes_caution * _doublings(reading)
    asked = {Strength.CONTRADICTS: min(least, against), Strength.MENTIONED: max(least, thresholds.mentioned)}
    for number in recognition.passages(rule.id, min(least, against)):
        unit = _heart(recognition, rule, reading, number)
        if not _speaks(recognition, unit.number):
            continue
        found = _judged(recognition, rule, reading, unit, thresholds)
        if found is not None and recognition.beginning(rule.id, number) >= asked.get(found.strength, least):
            yield found


def _doublings(reading: Reading) -> int:
    """How often a paper's length has to be halved to be that of an excerpt."""
    return max(len(reading.units), THRESHOLDS.short).bit_length() - THRESHOLDS.short.bit_length()


def _wordless(rule: Rule) -> bool:
    """Whether what a criterion rests on has no words. Its weights have to know by themselves who is spoken of."""
    return all(part.is_wordless for part in rule.parts if part.essential)


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


def _heart(recognition: Recognition, rule: Rule, reading: Reading, number: int) -> Unit:
    """Of a passage's two units the one that speaks more to the criterion."""
    units = reading.units
    if recognition.alone(rule.id, number) >= recognition.beginning(rule.id, number) or number + 1 >= len(units):
        return units[number]
    return units[max((number, number + 1), key=lambda one: recognition.alone(rule.id, one))]


def _judged(
    recognition: Recognition, rule: Rule, reading: Reading, unit: Unit, thresholds: Thresholds
) -> Evidence | None:
    score = recognition.around(rule.id, unit.number)
    refused = refused_match(recognition, rule.id, reading, unit)
    if refused is not None:
        words = telling_words(recognition, rule, unit)
        return evidence(refused, Grade(Strength.CONTRADICTS, f"it speaks of this ({words}), and the answer is no"))
    against = recognition.judged("against", rule.id, unit.number)
    sure = score >= thresholds.unsaid or against >= thresholds.surely_against
    plain = _wordless(rule) or (sure and reading.names_children()) or score >= thresholds.unnamed
    match = telling_match(recognition, rule.id, reading, unit, of_children=not plain)
    if match is None:
        return None
    sentence, position = anchor(match)
    clause = reading.clause_at(unit, position)
    if clause is None:
        return None
    if not (sure or states(clause) or sentence.lead or sentence.header):
        return None  # a fragment says little
    words = telling_words(recognition, rule, unit)
    reason = clause.role == "reason" and clause.start > 0  # for the clause before it
    stated = states(clause) and not reason and not spares(sentence.text)
    least = thresholds.against_ban if denied(match, clause) else thresholds.against
    least -= thresholds.left_out if leaves_children_out(sentence) else 0
    takes_away = stated and against >= least and not protects(reading, sentence)
    if takes_away and against >= least + thresholds.takes_caution * _doublings(reading):
        return evidence(match, Grade(Strength.CONTRADICTS, f"it speaks of this ({words}) and takes it away"))
    if takes_away or burdens_child(unit, clause):
        return None  # what may take it away, if not beyond doubt in so long a paper, does not promise it
    grade = _grade(rule, reading, match, clause)
    if recognition.judged("full", rule.id, unit.number) < thresholds.full:
        grade = at_most(grade, Strength.COMMITTED)
    return evidence(match, Grade(grade.strength, f"it speaks of this ({words}): {grade.because}", grade.details))


def _grade(rule: Rule, reading: Reading, match: Match, clause: Clause) -> Grade:
    if denied(match, clause):
        return ban(reading, match, clause)
    if clause.tense == "past" and rule.stage in _DONE_STAGES:
        return done(reading, match)
    return promise(reading, match) or Grade(Strength.MENTIONED, "it is spoken of, as an exception or a reason")
