"""Signals: how a rule says which words must come together, and where they do.

A signal is phrases joined by ``&``; all must stand in one unit (a sentence with its lead-in, or a table row with its
headers). ``^`` before a phrase lets it stand near as well: two units before or after, or in a heading above. ``!``
before a phrase means it must not stand in the unit. ``$name`` inside a phrase is any entry of a vocabulary list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .language.terms import Hit
from .reading import Reading, Unit

_PIECE = re.compile(r"\s*((?:[&!^]\s*)*)([^&!^]+)")


@dataclass(frozen=True, slots=True)
class Group:
    """One phrase of a signal: whether it may stand near, or must not stand at all."""

    phrase: str
    near: bool = False
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Signal:
    """A conjunction of phrases. ``inside`` must stand in the unit, ``barred`` must not."""

    text: str
    groups: tuple[Group, ...]
    inside: tuple[str, ...]
    barred: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A signal found in a unit: ``spans`` are the places in the unit of the phrases that had to be in it."""

    unit: Unit
    signal: Signal
    spans: tuple[Hit, ...]


def parse(text: str) -> Signal:
    """A signal from its text; raises ValueError with a plain reason."""
    groups = []
    position = 0
    while position < len(text.rstrip()):
        match = _PIECE.match(text, position)
        if match is None:
            raise ValueError(f'there is nothing between the signs in "{text}"')
        signs, phrase = match.groups()
        groups.append(Group(phrase.strip(), near="^" in signs, barred="!" in signs))
        position = match.end()
    inside = tuple(group.phrase for group in groups if not group.near and not group.barred)
    if not inside:
        raise ValueError(f'"{text}" needs at least one phrase that must stand in the sentence itself')
    barred = tuple(group.phrase for group in groups if group.barred)
    return Signal(text, tuple(groups), inside, barred)


def find(signal: Signal, reading: Reading) -> Iterator[Match]:
    """Every unit in which the signal holds, in reading order."""
    terms = reading.terms
    units = -1
    for phrase in signal.inside:
        units &= terms.texts_with(phrase)
        if not units:
            return
    for phrase in signal.barred:
        units &= ~terms.texts_with(phrase)
    for number in terms.numbers(units):
        unit = reading.units[number]
        match = _match(signal, reading, unit)
        if match is not None:
            yield match


def _match(signal: Signal, reading: Reading, unit: Unit) -> Match | None:
    """The match in a unit that holds all that must stand in it and nothing that is barred."""
    terms = reading.terms
    for group in signal.groups:
        if group.near and not terms.holds(unit.number, group.phrase):
            with_phrase = terms.numbers_with(group.phrase)
            if not any(number in with_phrase for number in reading.near(unit)):
                return None
    here = [group.phrase for group in signal.groups if not group.barred and terms.holds(unit.number, group.phrase)]
    spans = [_best(unit, terms.hits(unit.number, phrase)) for phrase in here]
    return Match(unit, signal, tuple(spans)) if any(unit.owner[span.start] >= 0 for span in spans) else None


def _best(unit: Unit, hits: Sequence[Hit]) -> Hit:
    """The hit to speak of: one in the unit's own text rather than in its frame."""
    return next((hit for hit in hits if unit.owner[hit.start] >= 0), hits[0])
