"""The flow of a file as blocks: headings, paragraphs, list items, cells, captions and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..document import Block, BlockKind, Cell, Place
from ._pdf_flow import Piece
from ._pdf_headings import Passage, find_headings, passage_of
from ._pdf_lines import is_marker
from ._pdf_rows import OpenTable
from ._pdf_text import Joiner
from ._pdf_types import Table

_CAPTION = re.compile(r"(?:table|figure|fig\.|chart|diagram|map|box|graph) [a-z]?\d+(?:\.\d+)*[a-z]?\s*[:.–—-]")
_DECIMAL = re.compile(r"[A-Z]?\d{1,3}(?:\.\d{1,3})+\.?")
_LONGEST_CAPTION = 200
_LONGEST_RUN_IN = 60
_INDENT = 5.0  # points by which a deeper list item stands further right


def blocks_of(
    pieces: Iterable[Piece], joiner: Joiner, name: str, body_size: float, bookmarks: dict[tuple[int, str], int]
) -> list[Block]:
    """All blocks of a file in reading order."""
    parts = _parts(pieces, joiner)
    find_headings([part for part in parts if isinstance(part, Passage)], body_size, bookmarks)
    writer = _Writer(name)
    for part in parts:
        if isinstance(part, OpenTable):
            writer.table(part)
        else:
            writer.passage(part)
    return writer.blocks


def _parts(pieces: Iterable[Piece], joiner: Joiner) -> list[Passage | OpenTable]:
    """Pieces as text, a table that runs over a page break as one; their lines are let go."""
    found: list[Passage | OpenTable] = []
    table: OpenTable | None = None
    for piece in pieces:
        if not isinstance(piece, Table):
            text = joiner.join(line.text for line in piece.lines)
            if text:
                found.append(passage_of(piece, text))
            if not (piece.footnote or piece.aside):
                table = None
        elif table is not None and table.goes_on_in(piece):
            table.go_on(piece)
        else:
            table = OpenTable(piece, joiner)
            found.append(table)
    return found


class _Writer:
    """Writes blocks one after the other and keeps what the next one needs to know of those before."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self.tables = 0
        self.depth = 0  # of the last heading
        self.indents: list[float] = []  # of the list items that the next one may stand under
        self.governing = ""  # the number of a clause that ended in a colon

    def passage(self, passage: Passage) -> None:
        """Write a heading, an item, a caption, a footnote or a paragraph."""
        if passage.level:
            self.depth = passage.level
            self._close_list()
            self._write(BlockKind.HEADING, passage.rest, passage.page, level=passage.level, number=passage.number)
        elif passage.footnote:
            self._write(BlockKind.FOOTNOTE, passage.text, passage.page)
        elif len(passage.text) <= _LONGEST_CAPTION and _CAPTION.match(passage.text.lower()):
            self._write(BlockKind.CAPTION, passage.text, passage.page)
        elif not passage.marker or passage.contents or not passage.rest:
            self._plain(passage)
        elif _DECIMAL.fullmatch(passage.number):
            self._clause(passage)
        else:
            self._item(passage)

    def _close_list(self) -> None:
        self.indents, self.governing = [], ""

    def _clause(self, passage: Passage) -> None:
        """A clause with its number: a paragraph, or an item under a clause that leads in to it."""
        number = passage.number
        under = self.governing.rstrip(".") + "."
        if self.governing and number.startswith(under):
            level = number.rstrip(".").count(".", len(under)) + 1
            self._write(BlockKind.ITEM, passage.rest, passage.page, level=level, number=number)
            return
        self._close_list()
        self.governing = number if passage.rest.endswith(":") else ""
        self._write(BlockKind.PARAGRAPH, passage.rest, passage.page, number=number)

    def _item(self, passage: Passage) -> None:
        """A list item, as deep as it stands to the right of those it follows."""
        while self.indents and passage.x < self.indents[-1] - _INDENT:
            self.indents.pop()
        if not self.indents or passage.x > self.indents[-1] + _INDENT:
            self.indents.append(passage.x)
        bullet = len(passage.number) == 1 and is_marker(passage.number) and not passage.number.isdigit()
        number = "" if bullet else passage.number
        self._write(BlockKind.ITEM, passage.rest, passage.page, level=len(self.indents), number=number)

    def _plain(self, passage: Passage) -> None:
        if not self.indents or passage.x < self.indents[0] + _INDENT:
            self._close_list()
        text, bold = passage.text, _run_in(passage)
        if bold:
            self._write(BlockKind.HEADING, bold, passage.page, level=self.depth + 1, run_in=True)
            text = text[len(bold) :].strip()
        self._write(BlockKind.PARAGRAPH, text, passage.page)

    def table(self, table: OpenTable) -> None:
        """Write the cells of a table, row by row."""
        self._close_list()
        self.tables += 1
        if table.title:
            self._write(BlockKind.CAPTION, table.title, table.entries[0].page if table.entries else table.page)
        for entry in table.entries:
            place = Place(self.name, len(self.blocks) + 1, entry.page, cell=Cell(self.tables, entry.row, entry.column))
            self.blocks.append(
                Block(
                    BlockKind.CELL,
                    entry.text,
                    place,
                    number=entry.number,
                    header=entry.header,
                    row_header=entry.row_header,
                    is_header=entry.is_header,
                )
            )

    def _write(
        self, kind: BlockKind, text: str, page: int, *, level: int = 0, number: str = "", run_in: bool = False
    ) -> None:
        if text:
            place = Place(self.name, len(self.blocks) + 1, page)
            self.blocks.append(Block(kind, text, place, level=level, number=number, run_in=run_in))


def _run_in(passage: Passage) -> str:
    """The bold words that head a paragraph from within; empty where they are only stressed."""
    bold = passage.run_in
    if not bold or passage.contents or len(bold) > _LONGEST_RUN_IN or not passage.text.startswith(bold):
        return ""
    heads = bold[-1] in ".:" or passage.text[len(bold) :].lstrip()[:1] in ("–", "—", "-")
    return bold if heads and bold[0].isupper() else ""
