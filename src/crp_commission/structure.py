"""Blocks to a Document: sections, lead-ins, rows and sentences, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from .document import Block, BlockKind, Document, Extract, Note, Section, SectionKind, Sentence, Source
from .language.quotations import Quotations, mostly_in, quotations
from .language.replies import asks, with_questions
from .language.sentences import split
from .language.tongue import language_of
from .sectioning import section_kind, top_kind

_LEADS_IN = re.compile(
    r"(:|[-–—]|\b(shall|must|will|to|that|should|include|includes|including|following))\s*$", re.IGNORECASE
)
_DUTY_HEADING = re.compile(r"\b(shall|must|will|is required to|are required to)\b", re.IGNORECASE)
_MARKED = re.compile(r"^\(?([a-z]|[ivx]{1,4}|\d{1,2})[.)]\s", re.IGNORECASE)
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]\s")
_HEADING, _PARAGRAPH = -1, 0
"""Levels of lead-ins that are no list items, whose levels count from 1."""
_LEADER = re.compile(r"(\.{4,}|…{2,}|\t|\s\.\s\.\s)\s*\d+\s*$")


def build(title: str, parts: Sequence[tuple[Source, Extract]]) -> Document:
    """One Document out of everything that was read, in the order given."""
    builder = _Builder()
    notes: list[Note] = []
    for source, extract in parts:
        english, foreign = _english(source, extract.blocks)
        builder.add_file(source, english)
        notes.extend((*extract.notes, *foreign))
    return Document(
        title,
        tuple(source for source, _ in parts),
        tuple(builder.sections),
        tuple(builder.sentences),
        tuple(notes),
    )


def _english(source: Source, blocks: Sequence[Block]) -> tuple[list[Block], list[Note]]:
    """The blocks in English, and a note for each language that could not be judged."""
    english: list[Block] = []
    foreign: dict[str, int] = {}
    for block in blocks:
        language = language_of(block.text)
        if language is None:
            english.append(block)
        else:
            foreign[language] = foreign.get(language, 0) + len(block.text.split())
    total = sum(len(block.text.split()) for block in blocks) if foreign else 0
    notes = [
        Note(
            source.path,
            "",
            f"{count:,} words are in {language} and were not judged: only English is read",
            count / total,
        )
        for language, count in sorted(foreign.items())
    ]
    return english, notes


class _Lead(NamedTuple):
    """Words that lead in what stands under them; ``numbered`` if they are a clause with a number such as 4.2."""

    level: int
    text: str
    numbered: bool = False


@dataclass(slots=True)
class _Builder:
    """Grows the document block by block; everything it knows of what stands above the next block."""

    sections: list[Section] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    outline: list[tuple[int, str, SectionKind]] = field(default_factory=list)
    leads: list[_Lead] = field(default_factory=list)  # outermost first
    passage: int = 0
    role: str = ""
    asked: str = ""  # the question, for a yes or a no, that the block before ended with
    announced: str = ""  # what the paragraph before led up to with a colon
    said: Quotations = field(default_factory=Quotations)  # in the block that is being taken apart

    def add_file(self, source: Source, blocks: Sequence[Block]) -> None:
        self.role = source.role
        self.outline, self.leads, self.announced, self.asked = [], [], "", ""
        self._open_section(source.path, "", top_kind(source.role))
        for group in _rows(blocks):
            first = group[0]
            if first.kind is not BlockKind.CELL:
                self._hear(first)
            if first.kind is BlockKind.HEADING:
                self._heading(first)
            elif first.kind is BlockKind.CELL:
                self._row(group)
            elif first.kind in (BlockKind.CAPTION, BlockKind.FOOTNOTE):
                self._aside(first)
            else:
                self._text(first)

    def _open_section(self, file: str, title: str, kind: SectionKind) -> None:
        path = tuple(name for _, name, _ in self.outline)
        self.sections.append(Section(len(self.sections), file, title, path, kind))

    def _heading(self, block: Block) -> None:
        title = f"{block.number} {block.text}".strip()
        while self.outline and self.outline[-1][0] >= max(block.level, 1):
            self.outline.pop()
        parent = self.outline[-1][2] if self.outline else top_kind(self.role)
        kind = section_kind(block.text, parent, self.role)
        self.outline.append((max(block.level, 1), title, kind))
        self._open_section(block.place.file, title, kind)
        self.asked = block.text if asks(block.text) else ""
        binds = _DUTY_HEADING.search(block.text) and not self.asked
        self.leads = [_Lead(_HEADING, block.text)] if binds else []
        self._passage()
        self._sentence(block, 0, len(block.text))

    def _text(self, block: Block) -> None:
        level = self._level(block)
        self.leads = [lead for lead in self.leads if lead.level < level]
        if level == _PARAGRAPH:
            self._passage()
        lead = " ".join(lead.text for lead in self.leads)
        spans = [] if _LEADER.search(block.text) else split(block.text)
        self._answered(block, spans, lead)
        if spans and _LEADS_IN.search(block.text):
            self.leads.append(_Lead(level, block.text[spans[-1][0] :], _counted(block)))

    def _answered(self, block: Block, spans: Sequence[tuple[int, int]], lead: str) -> None:
        """The sentences of a block; one that answers a question with yes or no is led in by it."""
        for start, end, question in with_questions(block.text, spans, self.asked):
            self._sentence(block, start, end, lead=f"{lead} {question}".strip())
        last = block.text[slice(*spans[-1])] if spans else ""
        self.asked = last if asks(last) else ""

    def _hear(self, block: Block) -> None:
        """Take in whose words the next block gives."""
        self.said = quotations(block.text, self.announced)
        self.announced = block.text if block.text.rstrip().endswith(":") else ""

    def _level(self, block: Block) -> int:
        """How deep a text stands among lists; 0 for a paragraph.

        In Word the bullets under clause 4.2.1 are mostly a list of their own, whose levels begin again at 1.
        """
        if block.kind is not BlockKind.ITEM and not self._typed_item(block.text):
            return _PARAGRAPH
        level = max(block.level, 1)
        if block.kind is BlockKind.ITEM and not _counted(block):
            level += max((lead.level for lead in self.leads if lead.numbered), default=0)
        return level

    def _aside(self, block: Block) -> None:
        """A caption or footnote stands outside the flow: it takes no lead-in and ends none."""
        self._passage()
        for start, end in split(block.text):
            self._sentence(block, start, end)

    def _typed_item(self, text: str) -> bool:
        """Whether a paragraph is a list item in all but name: "(a) ask children" or "ask children;" under a lead-in."""
        if not self.leads:
            return False
        level, lead, _ = self.leads[-1]
        if _MARKED.match(text):  # "5." after "4. The Provider shall:" is the next clause
            return not (level == _PARAGRAPH and _NUMBERED.match(text) and _NUMBERED.match(lead))
        return level != _HEADING and text[:1].islower()

    def _row(self, cells: Sequence[Block]) -> None:
        self._passage()
        self.asked = ""
        self.leads = [lead for lead in self.leads if lead.level <= _PARAGRAPH]
        lead = " ".join(lead.text for lead in self.leads)
        for cell in cells:
            if cell.is_header:
                continue
            row = " | ".join(other.text for other in cells if other is not cell)
            header = " / ".join(text for text in (cell.header, cell.row_header) if text)
            self._hear(cell)
            for start, end in split(cell.text):
                self._sentence(cell, start, end, lead=lead, header=header, row=row)

    def _sentence(self, block: Block, start: int, end: int, *, lead: str = "", header: str = "", row: str = "") -> None:
        section = self.sections[-1]
        outside = mostly_in(start, end, self.said.outside)
        self.sentences.append(
            Sentence(
                number=len(self.sentences),
                text=block.text[start:end],
                kind=block.kind,
                place=replace(block.place, section=section.title),
                section=section.number,
                passage=self.passage,
                lead=lead,
                header=header,
                row=row,
                quoted=block.quoted or outside or mostly_in(start, end, self.said.official),
                outside=outside,
                wished=mostly_in(start, end, self.said.children),
            )
        )

    def _passage(self) -> None:
        self.passage += 1


def _counted(block: Block) -> bool:
    """Whether a list item has a number of its own (4.2, 7.) and not a bullet or a letter."""
    return block.kind is BlockKind.ITEM and any(char.isdigit() for char in block.number)


def _rows(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    """Blocks one by one, but the cells of one table row together."""
    group: list[Block] = []
    for block in blocks:
        if group and not (
            block.kind is BlockKind.CELL
            and block.place.cell is not None
            and group[-1].place.cell is not None
            and block.place.cell[:2] == group[-1].place.cell[:2]
        ):
            yield group
            group = []
        group.append(block)
    if group:
        yield group
