"""What a promise can be checked by: in its own sentence, in those that go on with its thought, where it points to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .document import BlockKind, Clause, Detail, Sentence
from .language.meaning import CHECKABLE, Meaning, read
from .language.words import Word
from .language.words import words as words_of
from .reading import Reading, Unit
from .signals import Match
from .thoughts import own_business, points_back, takes_on

_LONGEST_LIST = 12
_OPENING = 7
"""So many words of another paragraph can point back to this one; "and record it" at its end points to its own act."""


def anchor(match: Match) -> tuple[Sentence, int]:
    """The sentence to quote and the word that is its act: the first phrase of the signal that is in the text itself."""
    unit = match.unit
    span = next(span for span in match.spans if unit.owner[span.start] >= 0)
    return unit.sentences[unit.owner[span.start]], span.start


def checkable(reading: Reading, unit: Unit, match: Match | None = None) -> tuple[Detail, ...]:
    """The checkable details of a unit and of the sentences that go on with the same thought; one of each kind.

    With a ``match`` of the unit those are left out that stand in a clause of its sentence on something else.
    """
    found: dict[str, Detail] = {}
    own = [detail for sentence in unit.sentences for detail in _own(reading, sentence, match)]
    for detail in (*own, *(detail for meaning in _around(reading, unit) for detail in meaning.details)):
        if detail.kind in CHECKABLE:
            found.setdefault(detail.kind, detail)
    return tuple(found.values())


def _own(reading: Reading, sentence: Sentence, match: Match | None) -> Iterator[Detail]:
    """The details of a sentence, less those in clauses that say something else than the one matched."""
    meaning = reading.meaning(sentence)
    acting = None
    if match is not None and len(meaning.clauses) > 1 and anchor(match)[0] is sentence:
        position = anchor(match)[1]
        acting = meaning.clause_at(position - match.unit.own_words(match.unit.owner[position])[0])
    if acting is None:
        yield from meaning.details
        return
    words = words_of(sentence.text)
    apart: dict[int, bool] = {}  # by the clause's first word, since one clause can hold many details
    for detail in meaning.details:
        clause = meaning.clause_at(detail.start)
        if clause is not None and clause is not acting and clause.start not in apart:
            apart[clause.start] = _apart(sentence.text, words, clause, acting)
        if clause is None or clause is acting or not apart[clause.start]:
            yield detail


def _apart(text: str, words: Sequence[Word], clause: Clause, acting: Clause) -> bool:
    said = text[words[clause.start].start : words[clause.end - 1].end]
    return own_business(clause, acting, text, words, read(said))


def checkable_elsewhere(reading: Reading, match: Match) -> tuple[Detail, ...]:
    """What can be checked in a schedule or clause the sentence refers to, where that speaks of the same thing."""
    sentence, _ = anchor(match)
    about = {group.phrase for group in match.signal.groups if not group.barred}
    for number in reading.referred(sentence):
        if any(reading.terms.holds(number, phrase) for phrase in about):
            details = checkable(reading, reading.units[number])
            if details:
                return details
    return ()


def same_thought(reading: Reading, unit: Unit) -> list[Meaning]:
    """What a unit, its frame and the sentences that go on with its thought say."""
    return [*(reading.meaning(sentence) for sentence in unit.sentences), *_around(reading, unit)]


def _around(reading: Reading, unit: Unit) -> list[Meaning]:
    """What a unit's frame and the sentences that go on with its thought say; kept, since every criterion asks."""
    known = reading.trains.get(unit.number)
    if known is None:
        known = reading.trains[unit.number] = _train(reading, unit)
    return known


def _train(reading: Reading, unit: Unit) -> list[Meaning]:
    frames = {text for sentence in unit.sentences for text in (sentence.lead, sentence.header) if text}
    meanings = [read(frame) for frame in sorted(frames)]
    for other in _going_on(reading, unit):
        meanings.extend(reading.meaning(sentence) for sentence in other.sentences)
    return meanings


def _going_on(reading: Reading, unit: Unit) -> Iterator[Unit]:
    """The units behind that go on with the thought: of its paragraph, or pointing back to it."""
    if unit.is_row:
        return
    kind, first = unit.sentences[0].kind, unit.sentences[0].place.paragraph
    before = [word for word in unit.words if word is not None]
    for other in reading.units[unit.number + 1 : unit.number + 1 + _LONGEST_LIST]:
        sentence = other.sentences[0]
        if other.section != unit.section or other.is_row or sentence.kind is BlockKind.HEADING:
            return
        if kind is BlockKind.ITEM and sentence.kind is BlockKind.ITEM and sentence.place.paragraph != first:
            continue  # the next item of the list; what stands behind the list speaks of all items
        words = [word for word in other.words if word is not None]
        near = sentence.place.paragraph == first
        key = other.number, near
        if key not in reading.pointing:
            reading.pointing[key] = points_back(words if near else words[:_OPENING])
        back = reading.pointing[key]
        if not near and not back:
            return
        if back or takes_on(words, reading.meaning(sentence).about, before):
            yield other
