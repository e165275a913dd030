"""From records to Blocks: numbered in reading order, each of its kind, within the bounds on text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ..document import Block, BlockKind, Place
from ..errors import NotReadError
from ..limits import Limits
from . import headings, tables
from .records import Content, Paragraph, Table
from .tables import Standing

_DEEPEST_HEADING = 9


class Composer:
    """Takes a file's records one by one, in reading order, and holds the Blocks made of them.

    Give only whole tables and paragraphs at the top of the text: what stands inside them is taken from them. A list
    item keeps its kind unless it is a heading; text in a cell is a CELL, but for styled headings in tables of one
    column, which only draw a box around running text. ``characters`` counts the text so far. ``made`` is told of each
    Block with the paragraph that it was made from.
    """

    def __init__(self, file: str, limits: Limits, made: Callable[[Block, Paragraph], None] | None = None) -> None:
        self.blocks: list[Block] = []
        self._file = file
        self._limits = limits
        self._made = made
        self._level = 0  # of the last heading known by its style
        self._tables = 0
        self.characters = 0

    @property
    def last_page(self) -> int:
        """The highest page number given to a Block, 0 when none has one."""
        return max((block.place.page or 0 for block in self.blocks), default=0)

    def forget_pages(self) -> None:
        """Take the page numbers off all Blocks, when they turn out not to be true."""
        self.blocks = [replace(block, place=replace(block.place, page=None)) for block in self.blocks]

    def add(self, content: Content) -> None:
        """Read ``content`` and all inside it. Raises NotReadError past the limit on characters."""
        waiting: list[Iterator[tuple[Content, Standing | None]]] = [iter(((content, None),))]
        while waiting:
            part, standing = next(waiting[-1], (None, None))
            if part is None:
                waiting.pop()
            elif isinstance(part, Table):
                self._tables += 1
                waiting.append(tables.parts(part, self._tables, standing))
            else:
                self._paragraph(part, standing)
                if part.anchored:
                    waiting.append(iter([(inside, standing) for inside in part.anchored]))

    def _paragraph(self, paragraph: Paragraph, standing: Standing | None) -> None:
        text = paragraph.text
        if not text:
            return
        self.characters += len(text)
        if self.characters > self._limits.characters:
            raise NotReadError(
                f"{self._file} holds more than {self._limits.characters:,} characters of text, which is the limit.",
                hint="If you trust the file, raise `limits: characters` in crp-commission.yaml.",
                file=self._file,
            )
        if paragraph.footnote:
            self._write(BlockKind.FOOTNOTE, text, paragraph, standing)
        elif standing is not None and not (standing.lone and paragraph.heading):
            self._write(BlockKind.CELL, text, paragraph, standing)
        else:
            self._running_text(paragraph, text, standing)

    def _running_text(self, paragraph: Paragraph, text: str, standing: Standing | None) -> None:
        may_open = paragraph.heading or not paragraph.item or any(map(str.isdigit, paragraph.number))
        parted = headings.run_in(paragraph.pieces) if may_open and not paragraph.caption else None
        if parted is not None:
            level = paragraph.heading or self._beneath()
            self._level = paragraph.heading or self._level
            self._write(BlockKind.HEADING, parted[0], paragraph, standing, level=level, run_in=True)
            self._write(BlockKind.PARAGRAPH, parted[1], paragraph, standing, number="")
        elif paragraph.heading and not headings.reads_as_text(text):
            self._level = paragraph.heading
            level = paragraph.heading
            self._write(BlockKind.HEADING, text, paragraph, standing, level=level, run_in=paragraph.runs_on)
        elif may_open and not paragraph.caption and paragraph.bold and headings.is_bold_heading(text):
            self._write(BlockKind.HEADING, text, paragraph, standing, level=self._beneath())
        elif paragraph.item:
            self._write(BlockKind.ITEM, text, paragraph, standing, level=paragraph.item)
        else:
            kind = BlockKind.CAPTION if paragraph.caption else BlockKind.PARAGRAPH
            self._write(kind, text, paragraph, standing)

    def _beneath(self) -> int:
        """The level of a heading that only looks like one."""
        return min(self._level + 1, _DEEPEST_HEADING)

    def _write(
        self,
        kind: BlockKind,
        text: str,
        paragraph: Paragraph,
        standing: Standing | None,
        *,
        level: int = 0,
        number: str | None = None,
        run_in: bool = False,
    ) -> None:
        place = Place(self._file, len(self.blocks) + 1, paragraph.page, cell=standing.cell if standing else None)
        block = Block(
            kind,
            text,
            place,
            level,
            paragraph.number if number is None else number,
            standing.header if standing else "",
            standing.row_header if standing else "",
            standing.is_header if standing else False,
            run_in,
            paragraph.quoted,
        )
        self.blocks.append(block)
        if self._made is not None:
            self._made(block, paragraph)
