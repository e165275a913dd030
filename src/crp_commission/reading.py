"""Reading: a Document indexed by the terms that rulesets ask for, with the meaning of each piece kept once known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property

from .address import about_adults, addressed_to_others
from .document import BlockKind, Clause, Document, Section, Sentence
from .in_force import Standing, standings
from .language.clauses import inherit
from .language.lookup import Lookup
from .language.meaning import Meaning, english, meaning, read
from .language.terms import TermTable
from .language.words import Word, words
from .precedence import Precedence, precedence
from .section_places import SectionPlaces
from .spoken_words import spoken

NEAR = 2
"""Units before and after that count as near, inside one section."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is read as one: a sentence or item with its lead-in, or a whole table row with its headers.

    ``words`` are all its words, frame first, with None as walls between pieces. ``owner`` names for each word the
    sentence it stands in (an index into ``sentences``), -1 for words of the frame.
    """

    number: int
    sentences: tuple[Sentence, ...]
    words: tuple[Word | None, ...]
    owner: tuple[int, ...]

    @property
    def section(self) -> int:
        """Number of the section the unit stands in."""
        return self.sentences[0].section

    @property
    def passage(self) -> int:
        """Number of the paragraph, list item or row the unit belongs to."""
        return self.sentences[0].passage

    @property
    def is_row(self) -> bool:
        """Whether it is a table row."""
        return self.sentences[0].kind is BlockKind.CELL

    def own_words(self, index: int) -> tuple[int, int]:
        """First word and the word after the last of one of its sentences."""
        start = self.owner.index(index) if index in self.owner else len(self.owner)
        return start, start + self.owner[start:].count(index)


_OFTEN = 4
"""Of so many units one has to speak of children, for the pack to be about them."""


class Reading:
    """A document ready to be asked: which units hold a term, and what each unit means."""

    def __init__(self, document: Document, table: TermTable) -> None:
        """``table`` holds the terms that will be asked for."""
        self.document = document
        self._spoken = spoken(document.sentences)
        self.units = tuple(_units(document.sentences, {number: own for number, (own, _) in self._spoken.items()}))
        self.terms = Lookup(table, [unit.words for unit in self.units])
        self._meanings: dict[int, Meaning] = {}
        self.trains: dict[int, list[Meaning]] = {}
        """What stands around a unit and goes on with its thought, by the unit's number, as far as it was asked."""
        self.pointing: dict[tuple[int, bool], bool] = {}
        """Whether a unit points back to what was said before it, by its number and whether that is in its paragraph."""
        self._places = SectionPlaces(document.sections)
        self._headings: dict[int, list[int]] = {}
        self._near: dict[int, list[int]] = {}
        self._unit_of = {one.number: unit.number for unit in self.units for one in unit.sentences}
        for unit in self.units:
            if unit.sentences[0].kind is BlockKind.HEADING:
                self._headings.setdefault(unit.section, []).append(unit.number)

    def of(self, table: TermTable) -> Reading:
        """The same document, read to be asked for the terms of another table; what is known of it is shared."""
        other = copy(self)
        other.terms = self.terms.of(table)
        return other

    def about_children(self, unit: Unit) -> bool:
        """Whether a unit, one beside it or a heading above it speaks of children."""
        children = self.terms.of(english()).numbers_with("about child")
        return unit.number in children or any(number in children for number in self.near(unit))

    def names_children(self) -> bool:
        """Whether the pack is about children: one of its units in four, at least, speaks of them."""
        return len(self.terms.of(english()).numbers_with("about child")) * _OFTEN >= len(self.units)

    def unit_of(self, sentence: int) -> Unit:
        """The unit that a sentence of the document, named by its number, belongs to."""
        return self.units[self._unit_of[sentence]]

    def section(self, unit: Unit) -> Section:
        """The section a unit stands in."""
        return self.document.sections[unit.section]

    def near(self, unit: Unit) -> list[int]:
        """Units that frame this one: its neighbours in the section and the headings above it."""
        known = self._near.get(unit.number)
        if known is None:
            known = self._near[unit.number] = self._framing(unit)
        return known

    def _framing(self, unit: Unit) -> list[int]:
        low, high = max(unit.number - NEAR, 0), min(unit.number + NEAR, len(self.units) - 1)
        neighbours = [number for number in range(low, high + 1) if self.units[number].section == unit.section]
        return neighbours + [number for number in self.headings(unit) if number not in neighbours]

    def headings(self, unit: Unit) -> list[int]:
        """The heading of the unit's section and the headings above that one."""
        section = self.section(unit)
        places = (section.number, *self._places.above(section))
        return [number for place in places for number in self._headings.get(place, ())]

    def meaning(self, sentence: Sentence) -> Meaning:
        """The meaning of one sentence, worked out when first asked for."""
        known = self._meanings.get(sentence.number)
        if known is None:
            words, hits = self._spoken[sentence.number]
            known = self._meanings[sentence.number] = meaning(sentence.text, words, hits)
        return known

    def clause_at(self, unit: Unit, position: int) -> Clause | None:
        """The clause a word of the unit stands in, with the force of lead-in or header where it has none of its own."""
        index = unit.owner[position]
        if index < 0:
            return None
        sentence = unit.sentences[index]
        offset = position - unit.own_words(index)[0]
        inside = self.meaning(sentence).clause_at(offset)
        return None if inside is None else self.framed(inside, sentence)

    def framed(self, clause: Clause, sentence: Sentence) -> Clause:
        """A clause of a sentence, with the force of the lead-in or header where it has none of its own."""
        return inherit(clause, self._frame_clause(sentence))

    def referred(self, sentence: Sentence) -> list[int]:
        """Units of the sections that a sentence refers to ("as set out in Schedule 2"), inside the pack."""
        sections = self._places.referred(sentence.text) - {sentence.section}
        return sorted(number for section in sections for number in self._in_section.get(section, ()))

    @cached_property
    def _in_section(self) -> dict[int, list[int]]:
        """The units of each section."""
        found: dict[int, list[int]] = {}
        for unit in self.units:
            found.setdefault(unit.section, []).append(unit.number)
        return found

    def _frame_clause(self, sentence: Sentence) -> Clause | None:
        for frame in (sentence.header, sentence.lead):
            if frame:
                clauses = read(frame).clauses
                with_force = next((clause for clause in reversed(clauses) if clause.sign), None)
                if with_force is not None:
                    return with_force
        return None

    @cached_property
    def precedence(self) -> Precedence:
        """The order in which the papers of the pack win where two clash."""
        return precedence(self.document)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The rank of each file in that order, the higher winning."""
        return {source.path: self.precedence.rank(source.role) for source in self.document.files}

    @cached_property
    def standings(self) -> dict[int, Standing]:
        """What became of the force of sentences that are not in force or bind nobody, by the sentence's number."""
        return standings(self.document)

    @cached_property
    def to_others(self) -> frozenset[int]:
        """The sections that are written to parents, staff or neighbours, so that "you" is no child."""
        return addressed_to_others(self.document)

    @cached_property
    def adult(self) -> bool:
        """Whether the pack is about adults."""
        about = self.terms.of(english())
        return about_adults(about.numbers_with("about adult"), about.numbers_with("about child"), len(self.units))


def _units(sentences: Sequence[Sentence], own: Mapping[int, Sequence[Word]]) -> list[Unit]:
    units: list[Unit] = []
    start = 0
    while start < len(sentences):
        end = start + 1
        if sentences[start].kind is BlockKind.CELL:
            row = (BlockKind.CELL, sentences[start].passage)
            while end < len(sentences) and (sentences[end].kind, sentences[end].passage) == row:
                end += 1
        units.append(_unit(len(units), tuple(sentences[start:end]), own))
        start = end
    return units


def _unit(number: int, sentences: tuple[Sentence, ...], own: Mapping[int, Sequence[Word]]) -> Unit:
    all_words: list[Word | None] = []
    owner: list[int] = []
    frames: list[str] = []
    for index, sentence in enumerate(sentences):
        for frame in (sentence.lead, sentence.header):
            if frame and frame not in frames:
                frames.append(frame)
                _append(all_words, owner, words(frame), -1)
        _append(all_words, owner, own[sentence.number], index)
    return Unit(number, sentences, tuple(all_words), tuple(owner))


def _append(all_words: list[Word | None], owner: list[int], piece: Sequence[Word], index: int) -> None:
    if all_words:
        all_words.append(None)
        owner.append(-1)
    all_words.extend(piece)
    owner.extend([index] * len(piece))
