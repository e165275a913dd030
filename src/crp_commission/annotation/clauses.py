"""Where a proposed clause goes: after which Block of the file, and in the style of which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from ..assessment import Status
from ..document import Block, BlockKind, Document
from ..fix_places import fitting_section
from ..language.text import clean
from ..readers.docx.tracing import Element, Trace
from ..report import CriterionInfo, Report
from ..xmlbytes import allowed
from .choosing import most_telling
from .lists import Lists, is_clause, renumbers

HEADING = "Proposed clauses that have no section yet"
_PROPOSED = (Status.CONTRADICTED, Status.PARTIAL, Status.GAP)


class Spot(NamedTuple):
    """The element of the main part that clauses come after, and the number of the Block whose style they take.

    ``like`` is 0 where there is none to take one from. ``renumbers`` says that clauses of the document's own further on
    get other numbers by it.
    """

    after: Element
    like: int
    renumbers: bool = False


class Clause(NamedTuple):
    """A clause and its place. One that belongs nowhere yet goes to the end, under a heading like that of ``heading``.

    That is the number of a Block; 0 where the clause has a place or the document no heading.
    """

    criterion: CriterionInfo
    spot: Spot
    heading: int = 0


def clauses(report: Report, trace: Trace, document: Document) -> tuple[Clause, ...]:
    """A clause for every criterion that has wording and is not met, in the order of the report."""
    where = _Places(trace, document)
    wanted = (
        criterion
        for criterion in report.criteria
        if criterion.status in _PROPOSED and criterion.waiver is None and texts(criterion)
    )
    found = [clause for criterion in wanted if (clause := where.clause(criterion))]
    return tuple(sorted(found, key=lambda clause: clause.heading > 0))


class _Places:
    def __init__(self, trace: Trace, document: Document) -> None:
        self._blocks = trace.extract.blocks
        self._trace = trace
        self._document = with_text(document)
        self._paragraphs = [_paragraph(trace, number) for number in range(1, len(self._blocks) + 1)]
        self._leads: dict[int, str] = {}
        self._sections: dict[int, int] = {}
        for sentence in document.sentences:
            self._leads.setdefault(sentence.place.paragraph, sentence.lead)
            self._sections.setdefault(sentence.place.paragraph, sentence.section)
        aside = {number for number, paragraph in enumerate(self._paragraphs, 1) if paragraph is None}
        self._lists = Lists(self._blocks, self._leads, aside)

    def clause(self, criterion: CriterionInfo) -> Clause | None:
        """After the passage that tells most; else at the end of the section that fits; else at the end."""
        telling = most_telling(criterion)
        section = fitting_section(criterion.title, criterion.where, self._document)
        if telling is not None and telling.paragraph:
            spot = self._after(self._lists.end(telling.paragraph))
        elif section is not None:
            inside = [one.place.paragraph for one in self._document.sentences if one.section == section.number]
            spot = self._after(max(inside))
        else:
            spot = self._after(len(self._blocks))
            return Clause(criterion, spot, self._heading()) if spot else None
        return Clause(criterion, spot) if spot else None

    def _heading(self) -> int:
        """The last of the highest headings outside tables."""
        levels = {
            at: block.level
            for at, block in enumerate(self._blocks, 1)
            if block.kind is BlockKind.HEADING
            and not block.run_in
            and not block.place.cell
            and self._paragraphs[at - 1]
        }
        numbered = {at: level for at, level in levels.items() if self._blocks[at - 1].number} or levels
        return max(numbered, key=lambda at: (-numbered[at], at), default=0)

    def _after(self, number: int) -> Spot | None:
        """The place after a Block; what hangs on a paragraph, such as a footnote, has its place after that."""
        while number > 0 and self._paragraphs[number - 1] is None:
            number -= 1
        paragraph = self._paragraphs[number - 1] if number else None
        if paragraph is None:
            return None
        table = _outermost_table(paragraph)
        if table is not None and not self._is_box(number, table):
            paragraph, like = table, self._neighbour(number)
        else:
            like = number if self._is_text(number) else self._neighbour(number)
        return Spot(paragraph, like, renumbers(self._blocks, number, like))

    def _is_box(self, number: int, table: Element) -> bool:
        """Whether the only table around a Block has one column, and so is a box around running text."""
        paragraph, cell = self._paragraphs[number - 1], self._blocks[number - 1].place.cell
        if paragraph is None or cell is None or paragraph.around("w:tbl") is not table:
            return False
        return all(block.place.cell.column == 1 for block in self._blocks if block.place.cell and _same(block, cell[0]))

    def _is_text(self, number: int) -> bool:
        """Whether a clause can look as this Block does."""
        block = self._blocks[number - 1]
        if block.kind is BlockKind.ITEM:
            return is_clause(block) and not self._leads.get(number)
        return block.kind is BlockKind.PARAGRAPH or block.kind is BlockKind.CELL

    def _neighbour(self, number: int) -> int:
        """The nearest Block of running text outside tables, of the same section if that has any."""
        section = self._sections.get(number)
        return min(self._running, key=lambda at: (self._sections.get(at) != section, abs(at - number), -at), default=0)

    @cached_property
    def _running(self) -> list[int]:
        """The Blocks of running text outside tables."""
        kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM)
        return [
            at
            for at, block in enumerate(self._blocks, 1)
            if block.kind in kinds and self._is_text(at) and self._paragraphs[at - 1]
        ]


def with_text(document: Document) -> Document:
    """The document without sections that are a heading and nothing else, such as the lines of a cover."""
    filled = {sentence.section for sentence in document.sentences if sentence.kind is not BlockKind.HEADING}
    return replace(document, sections=tuple(section for section in document.sections if section.number in filled))


def _same(block: Block, table: int) -> bool:
    return block.place.cell is not None and block.place.cell.table == table


def _paragraph(trace: Trace, number: int) -> Element | None:
    """The last paragraph of the main text that a Block was made from; None for one in a note or a text box."""
    pieces = trace.sources(number)
    return pieces[-1].source.element.around("w:p") if pieces else None


def _outermost_table(element: Element) -> Element | None:
    found = None
    at = element.around("w:tbl")
    while at is not None:
        found, at = at, at.outer.around("w:tbl") if at.outer else None
    return found


def texts(criterion: CriterionInfo) -> Sequence[str]:
    """The paragraphs of the wording for a criterion."""
    return [line for line in map(clean, allowed(criterion.advice.wording).split("\n")) if line]
