"""What a promise can be checked by: in its own sentence, in those that go on with its thought, where it points to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .document import BlockKind, Detail, Sentence
from .language.meaning import CHECKABLE, Meaning, read
from .language.words import stem
from .reading import Reading, Unit
from .signals import Match

_LONGEST_LIST = 12
_OPENING = 4
_THINGS = frozenset(
    stem(word)
    for word in "vehicle van minibus premises boiler lift equipment insurance policy invoice payment price fee computer"
    " software uniform furniture garden kitchen toilet alarm extinguisher electrical licence stationery".split()
)
"""What a remark in passing is about: a check on these checks no promise to children."""
_GOES_ON = re.compile(
    r"^\W*(\d[\d.]*\s+)?(\([a-z0-9]+\)\s+)?"
    r"(its?|this|that|these|those|they|their|in (this|that) way|to do so|we (will )?(also )?do this|the same|such|each"
    r"|any|every|both|all (of )?(these|this)|a record|records"
    r"|the (record|results?|replies|reply|response|outcome|answers?|figures?|notes?|minutes))\b",
    re.IGNORECASE,
)


def anchor(match: Match) -> tuple[Sentence, int]:
    """The sentence to quote and the word that is its act: the first phrase of the signal that is in the text itself."""
    unit = match.unit
    span = next(span for span in match.spans if unit.owner[span.start] >= 0)
    return unit.sentences[unit.owner[span.start]], span.start


def checkable(reading: Reading, unit: Unit) -> tuple[Detail, ...]:
    """The checkable details of a unit and of the sentences that go on with the same thought; one of each kind."""
    found: dict[str, Detail] = {}
    for meaning in same_thought(reading, unit):
        for detail in meaning.details:
            if detail.kind in CHECKABLE:
                found.setdefault(detail.kind, detail)
    return tuple(found.values())


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
    meanings = [reading.meaning(sentence) for sentence in unit.sentences]
    frames = {text for sentence in unit.sentences for text in (sentence.lead, sentence.header) if text}
    meanings.extend(read(frame) for frame in sorted(frames))
    for other in _going_on(reading, unit):
        meanings.extend(reading.meaning(sentence) for sentence in other.sentences)
    return meanings


def _going_on(reading: Reading, unit: Unit) -> Iterator[Unit]:
    """The units behind that go on with the thought: of its paragraph, or beginning with "it", "each", "any such"."""
    if unit.is_row:
        return
    kind, first = unit.sentences[0].kind, unit.sentences[0].place.paragraph
    for other in reading.units[unit.number + 1 : unit.number + 1 + _LONGEST_LIST]:
        sentence = other.sentences[0]
        if other.section != unit.section or other.is_row or sentence.kind is BlockKind.HEADING:
            return
        if kind is BlockKind.ITEM and sentence.kind is BlockKind.ITEM and sentence.place.paragraph != first:
            continue  # the next item of the list; what stands behind the list speaks of all items
        goes_on = _GOES_ON.match(sentence.text)
        if sentence.place.paragraph != first and not goes_on:
            return
        if goes_on or not _of_things(reading, other):
            yield other


def _of_things(reading: Reading, unit: Unit) -> bool:
    """Whether a further sentence of the paragraph opens with vans or invoices and does not speak of children."""
    opening = (word for word in unit.words[:_OPENING] if word is not None)
    return any(word.stem in _THINGS for word in opening) and "child" not in reading.meaning(unit.sentences[0]).about
