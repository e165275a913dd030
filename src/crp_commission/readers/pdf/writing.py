"""The pieces of a file written as blocks: headings, paragraphs, list items, cells, captions and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...document import BlockKind
from ...extraction import ExtractBuilder, Standpoint
from ...flow.records import Paragraph
from ...flow.tables import parts
from ...language.headings import split_run_in
from ...language.markers import Levels
from .headings import Passage, find_headings, passage_of
from .joining import Joiner
from .layout import GridTable
from .stream import Laid
from .tables import OpenTable

_CAPTION = re.compile(r"(?:table|figure|fig\.|chart|diagram|map|box|graph) [a-z]?\d+(?:\.\d+)*[a-z]?\s*[:.–—-]")
_LONGEST_CAPTION = 200
_INDENT = 5.0  # points by which a deeper list item stands further right


def gather(stream: Iterable[Laid], joiner: Joiner) -> list[Passage | OpenTable]:
    """What was laid out on the pages as text, a table that runs over a page break as one; lines are let go."""
    found: list[Passage | OpenTable] = []
    table: OpenTable | None = None
    for laid in stream:
        if not isinstance(laid, GridTable):
            text = joiner.join(line.text for line in laid.lines)
            if text:
                found.append(passage_of(laid, text))
            if not (laid.footnote or laid.aside):
                table = None
        elif table is not None and table.goes_on_in(laid):
            table.go_on(laid)
        else:
            table = OpenTable(laid, joiner)
            found.append(table)
    return found


def write(
    gathered: list[Passage | OpenTable],
    builder: ExtractBuilder,
    body_size: float,
    bookmarks: dict[tuple[int, str], int],
) -> None:
    """Write everything in order."""
    find_headings([part for part in gathered if isinstance(part, Passage)], body_size, bookmarks)
    writer = _Writer(builder)
    for part in gathered:
        if isinstance(part, OpenTable):
            writer.table(part)
        else:
            writer.passage(part)


class _Writer:
    """Writes blocks one after the other and keeps what the next one needs to know of those before."""

    def __init__(self, builder: ExtractBuilder) -> None:
        self._builder = builder
        self._tables = 0
        self._close_list()

    def _close_list(self) -> None:
        self._indents: list[float] = []  # of the list items that the next one may stand under
        self._levels = Levels()
        self._governing = ""  # the number of a clause that ended in a colon

    def passage(self, passage: Passage) -> None:
        """Write a heading, an item, a caption, a footnote or a paragraph."""
        at = Standpoint(page=passage.page)
        if passage.level:
            self._close_list()
            self._builder.heading(passage.text, at, passage.level)
        elif passage.footnote:
            number, text = (passage.marker, passage.rest) if passage.marker.isdigit() else ("", passage.text)
            self._builder.add(BlockKind.FOOTNOTE, text, at, number=number)
        elif len(passage.text) <= _LONGEST_CAPTION and _CAPTION.match(passage.text.lower()):
            self._builder.add(BlockKind.CAPTION, passage.text, at)
        elif not passage.marker or passage.contents or not passage.rest:
            self._plain(passage, at)
        elif passage.depth > 1 or passage.marker.isdigit():
            self._clause(passage, at)
        else:
            self._item(passage, at)

    def _clause(self, passage: Passage, at: Standpoint) -> None:
        """A clause with its number: a paragraph, or an item under a clause that leads in to it."""
        number = passage.marker.rstrip(".")
        if self._governing and number.startswith(self._governing + "."):
            level = number.count(".") - self._governing.count(".")
            self._builder.add(BlockKind.ITEM, passage.rest, at, level=level, number=passage.marker)
            return
        self._close_list()
        self._governing = number if passage.rest.endswith(":") else ""
        self._builder.add(BlockKind.PARAGRAPH, passage.text, at)

    def _item(self, passage: Passage, at: Standpoint) -> None:
        """A list item, as deep as it stands to the right of those it follows, or as its letter says."""
        while self._indents and passage.x < self._indents[-1] - _INDENT:
            self._indents.pop()
        if not self._indents or passage.x > self._indents[-1] + _INDENT:
            self._indents.append(passage.x)
        level, number = len(self._indents), ""
        if any(map(str.isalnum, passage.marker)) and passage.marker != "o":
            number = passage.marker
            level = max(level, self._levels.level(number))
        self._builder.add(BlockKind.ITEM, passage.rest, at, level=level, number=number)

    def _plain(self, passage: Passage, at: Standpoint) -> None:
        if not self._indents or passage.x < self._indents[0] + _INDENT:
            self._close_list()
        text, bold = passage.text, passage.bold_start
        opening = split_run_in([(bold, True), (text[len(bold) :], False)]) if text.startswith(bold) and bold else None
        if opening is not None and not passage.contents:
            heading, text = opening
            self._builder.add(BlockKind.HEADING, heading, at, level=self._builder.beneath, run_in=True)
        self._builder.add(BlockKind.PARAGRAPH, text, at)

    def table(self, table: OpenTable) -> None:
        """Write the cells of a table, row by row."""
        self._close_list()
        self._tables += 1
        table.mark_headers()
        for part, standing in parts(table.table, self._tables, None):
            if isinstance(part, Paragraph):
                at = Standpoint(page=part.page, standing=standing)
                self._builder.add(BlockKind.CELL, part.text, at, number=part.number)
