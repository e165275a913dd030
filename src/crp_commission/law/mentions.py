"""Where a document speaks of the law that is known, and whether it is plain that it does so on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..document import BlockKind, SectionKind, Sentence
from ..lawbook import NATIONS, Entry, Lawbook
from ..reading import Reading, Unit
from .titles import titles

_SOURCES = re.compile(
    r"^[\d.\s]*(references|bibliography|sources|endnotes|further reading|works cited)\W*$", re.IGNORECASE
)
_TITLE_YEAR = re.compile(
    r"\b(?:Acts?|Regulations|Order|Measure|Rules|Code|Convention|Guidance|Strategy|Plan|Framework|Children),?"
    r" \(?(?:19|20)\d\d\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ALTERNATIVE = re.compile(r"(?:\bor|/)\s*(?:the\s+|an?\s+)?$", re.IGNORECASE)
_BESIDE = 3
"""Sentences before and behind, of the same paragraph, that can show what is meant."""
_OPENS, _CLOSES = '“‘"', '”’"'


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entry is spoken of; ``start`` and ``end`` are offsets into the sentence's text."""

    entry: Entry
    sentence: Sentence
    unit: Unit
    start: int
    end: int


class Mentions:
    """Every mention of an entry in a document, in order, and what stands around it."""

    def __init__(self, book: Lawbook, reading: Reading) -> None:
        """``reading`` must be asked for the terms of the book's table."""
        self.book = book
        self.reading = reading
        self._named: dict[int, set[int]] = {}
        self.all = tuple(self._found())

    def _found(self) -> list[Mention]:
        """The mentions, of those that overlap the longest."""
        found = [(mention, order) for order, mention in enumerate((*self._of_entries(), *self._by_title()))]
        found.sort(key=lambda one: (one[0].sentence.number, one[0].start - one[0].end, one[0].start, one[1]))
        kept: list[Mention] = []
        taken: dict[int, list[tuple[int, int]]] = {}
        for mention, _ in found:
            spans = taken.setdefault(mention.sentence.number, [])
            if all(mention.end <= start or end <= mention.start for start, end in spans):
                spans.append((mention.start, mention.end))
                kept.append(mention)
        return sorted(kept, key=lambda one: (one.sentence.number, one.start))

    def _of_entries(self) -> Iterator[Mention]:
        terms = self.reading.terms
        for entry in self.book.entries:
            for number in terms.numbers_with(f"entry {entry.id}"):
                unit = self.reading.units[number]
                for hit in terms.hits(number, f"entry {entry.id}"):
                    self._named.setdefault(number, set()).update(range(hit.start, hit.end))
                    first, last = unit.words[hit.start], unit.words[hit.end - 1]
                    if unit.owner[hit.start] < 0 or first is None or last is None:
                        continue
                    sentence = unit.sentences[unit.owner[hit.start]]
                    if _written(entry, sentence.text[first.start : last.end]):
                        yield Mention(entry, sentence, unit, first.start, last.end)

    def _by_title(self) -> Iterator[Mention]:
        for unit in self.reading.units:
            for index, sentence in enumerate(unit.sentences):
                for title in titles(sentence.text):
                    self._named.setdefault(unit.number, set()).update(
                        place
                        for place, (word, owner) in enumerate(zip(unit.words, unit.owner, strict=True))
                        if word and owner == index and title.start <= word.start < title.end
                    )
                    yield Mention(_titled(title.name, title.nation), sentence, unit, title.start, title.end)

    def cited(self, mention: Mention) -> bool:
        """Whether the paper speaks for itself: not in a quotation, on a contents page or in a list of sources."""
        sentence = mention.sentence
        section = self.reading.document.sections[sentence.section]
        if sentence.quoted or section.kind is SectionKind.CONTENTS or _SOURCES.match(section.title):
            return False
        return not in_quotes(sentence.text, mention.start, mention.end)

    def meant(self, sign: Mention | Unit) -> bool:
        """Whether a sign of a nation shows that the pack is for it: in running text, and not in a comparison."""
        if not isinstance(sign, Mention):
            return True
        section = self.reading.document.sections[sign.sentence.section]
        running = sign.sentence.kind is BlockKind.PARAGRAPH or self.reading.meaning(sign.sentence).finite
        return running and section.kind is not SectionKind.LEGISLATION and not self.on_purpose(sign, sign.entry.nations)

    def on_purpose(self, mention: Mention, nations: Iterable[str]) -> bool:
        """Whether it is cited for other ``nations``, which are named beside it, or compared with them."""
        names = [f"spoken {nation}" for nation in nations]
        return any(self.says(unit, name) for unit in self._around(mention) for name in (*names, "cue compare"))

    def an_alternative(self, mention: Mention) -> bool:
        """Whether it stands behind an "or": one of several, of which the right one is to be taken."""
        return bool(_ALTERNATIVE.search(mention.sentence.text[: mention.start]))

    def in_the_past(self, mention: Mention, since: str) -> bool:
        """Whether it is spoken of as something that was: by words, by tense, or by a year before it ended."""
        if any(self.says(unit, "cue past") for unit in self._around(mention)):
            return True
        sentence = mention.sentence
        if any(clause.tense == "past" for clause in self.reading.meaning(sentence).clauses):
            return True
        rest = sentence.text[: mention.start] + " " * 9 + sentence.text[mention.end :]
        years = _YEAR.findall(_TITLE_YEAR.sub("", rest))
        return any(int(year) <= int(since[:4]) for year in years)

    def beside(self, mention: Mention) -> frozenset[str]:
        """The families of entries in the same unit, each as FAMILY@NATION, that mention's own left out."""
        return frozenset(
            f"{other.entry.family}@{nation}"
            for other in self._in_unit.get(mention.unit.number, ())
            if other.entry is not mention.entry
            for nation in other.entry.nations
        )

    @cached_property
    def _in_unit(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.all:
            found.setdefault(mention.unit.number, []).append(mention)
        return found

    def says(self, unit: Unit, term: str) -> bool:
        """Whether a unit holds a term outside the names of law."""
        terms = self.reading.terms
        if not terms.holds(unit.number, term):
            return False
        named = self._named.get(unit.number, set())
        return any(named.isdisjoint(range(hit.start, hit.end)) for hit in terms.hits(unit.number, term))

    def _around(self, mention: Mention) -> list[Unit]:
        """The unit, the sentences beside it in its paragraph, and the headings above it."""
        units, unit = self.reading.units, mention.unit
        found = [unit, *(units[number] for number in self.reading.headings(unit) if number != unit.number)]
        beside = range(max(unit.number - _BESIDE, 0), min(unit.number + _BESIDE + 1, len(units)))
        found.extend(units[number] for number in beside if number != unit.number and _one_block(units[number], unit))
        return found


def _one_block(unit: Unit, other: Unit) -> bool:
    one, two = unit.sentences[0], other.sentences[0]
    return one.kind is not BlockKind.HEADING and (one.place.file, one.place.paragraph) == (
        two.place.file,
        two.place.paragraph,
    )


def _written(entry: Entry, text: str) -> bool:
    """Whether a name is written as it must be to count: in the capitals of a title, or in capitals."""
    if entry.capitals:
        return any(word.isupper() and len(word) > 1 for word in text.split())
    if not entry.titled:
        return True
    capitals = [word for word in text.split() if word[:1].isupper()]
    return len(capitals) > 1 or (text[:1].isupper() and (any(map(str.isdigit, text)) or text.isupper()))


def in_quotes(text: str, start: int, end: int) -> bool:
    """Whether a span stands inside quotation marks together with other words."""
    before = max(text.rfind(sign, 0, start) for sign in _OPENS)
    if before < 0 or any(sign in text[before + 1 : start] for sign in _CLOSES):
        return False
    if text[before] in "\"'" and text.count(text[before], 0, before) % 2:
        return False
    if text[before] == "‘" and before and text[before - 1].isalnum():
        return False
    return any(sign in text[end:] for sign in _CLOSES)


def _titled(name: str, nation: str) -> Entry:
    """What is known of a law by its title alone."""
    assert nation in NATIONS
    return Entry(
        id=f"title:{' '.join(name.split()).lower()}",
        name=f"the {name}",
        kind="law",
        nations=(nation,),
        reference=name,
        verified="partly",
        checked="",
    )
