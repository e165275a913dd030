"""Denials that protect: "is not a ground for", "shall not be left out", "a child need not write" take nothing away.

A "not" turns a promise into its contrary; put to a harm, a limit or an excuse it is itself the promise. A sentence that
denies such a thing works against no criterion, whatever its words speak of.
"""

from __future__ import annotations

from .document import Sentence
from .in_force import refuses
from .language import harm
from .language.words import words as words_of
from .reading import Reading

_REACH = 9
"""Words on either side of a denial in which stands what it denies."""
_NEAR = 7
_LONGEST = 1500
"""Characters of a clause that are looked at."""


def spares(text: str) -> bool:
    """Whether a text takes nothing away: it asks, says where something stands, or spares ("Nothing here prevents")."""
    return bool(harm.SPARING.search(text) or harm.REFERRING.search(text))


def frees(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence lifts a duty from those who have it: "does not have to ask"."""
    return harm.LIFTED.search(sentence.text) is not None and not protects(reading, sentence)


def protects(reading: Reading, sentence: Sentence) -> bool:
    """Whether a clause of a sentence denies a harm, a limit or an excuse, and not something children are promised."""
    text = sentence.text
    if harm.DENYING_LEAD.search(sentence.lead):
        return harm.names_harm(text)
    if sentence.header and any(map(refuses, reading.unit_of(sentence.number).sentences)):
        return harm.names_harm(f"{sentence.header} {text}")
    if not harm.DENIAL.search(text) and not harm.SANCTIONS.search(text):
        return False
    words = words_of(text)
    return any(
        _protects(text[words[one.start].start : words[one.end - 1].end][:_LONGEST], of_child=one.actor == "child")
        for one in reading.meaning(sentence).clauses
    )


def _protects(text: str, *, of_child: bool) -> bool:
    """Whether a clause does, by its text and whether children are its subject."""
    acts = harm.ACTS.search(text)
    if harm.SANCTIONS.search(text) and (acts or harm.CHARGES.search(text)):
        return True
    if acts and harm.LIMITS.search(text):
        return False  # a harm that is not limited
    lifted = harm.LIFTED.search(text)
    if lifted:
        before, behind = text[: lifted.start()], text[lifted.end() :]
        return not harm.LEFT_UNDONE.match(behind) and bool(harm.FREED.search(before) or harm.FREED_OF.search(behind))
    return any(_denies_harm(text, one.start(), one.end(), of_child=of_child) for one in harm.DENIAL.finditer(text))


def _denies_harm(text: str, start: int, end: int, *, of_child: bool) -> bool:
    """Whether the denial from ``start`` to ``end`` (characters) denies one."""
    before, turn = text[:start], harm.TURN.search(text, end)
    behind = text[end : turn.start() if turn else len(text)].split()
    reached, near = " ".join(behind[:_REACH]), " ".join(behind[:_NEAR])
    if harm.OF_WHOM.search(before) or (harm.MONEY.search(reached) and "exempt" not in reached):
        return False
    found = harm.HARM.search(" ".join(behind))  # what stands behind its reach may tell what is meant within
    if found and found.end() <= len(reached):
        bars_harm = harm.BARS.match(found[0]) and harm.ACTS.search(text)
        return not bars_harm and not (harm.HINDERS.match(found[0]) and harm.VOICE.search(before))
    if harm.ENDS.search(near):
        return not (of_child and harm.REFUSES.match(near))
    subject = " ".join(before.split()[-_REACH:])
    acts = harm.ACTS.search(reached) or (harm.ACTS.search(subject) and not harm.TURN.search(subject))
    return bool(acts) and not harm.RECORDS.search(reached)
