"""Grids of words as tables: cells as text, what a page break cut put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...flow.records import Paragraph, Piece, Row, Table, TableCell
from .joining import Joiner
from .layout import GridCell, GridTable
from .lines import line_of, rows, stretches

# Points by which the columns of a table may lie apart on two pages, and between a cell's edge and its words.
_SAME_EDGES = 6.0
_PADDING = 5.0
_MOST_HEADER_ROWS = 3
_MANY_LINES = 9
_STOPS = (".", ";", ":", "!", "?")


class OpenTable:
    """A table as far as it has been read, and the page of its last part; it may go on over the page."""

    def __init__(self, grid: GridTable, joiner: Joiner) -> None:
        self.page = grid.page
        self.table = Table()
        self._edges = grid.edges
        self._joiner = joiner
        for cells in _filled(grid):
            self._add(cells)

    def goes_on_in(self, grid: GridTable) -> bool:
        """Whether a grid on the next page has the same columns, and no header of its own."""
        if grid.page != self.page + 1 or len(grid.edges) != len(self._edges):
            return False
        if any(abs(a - b) > _SAME_EDGES for a, b in zip(grid.edges, self._edges, strict=True)):
            return False
        filled = _filled(grid)
        return not filled or self._texts(filled[0]) == self._first_row() or not _stands_out(filled)

    def go_on(self, grid: GridTable) -> None:
        """Take in the part of the table that stands on the next page; rows repeated from its top are its header."""
        filled = _filled(grid)
        repeated = 0
        while repeated < min(len(filled), len(self.table.rows)):
            if self._texts(filled[repeated]) != _row_texts(self.table.rows[repeated]):
                break
            repeated += 1
        for row in self.table.rows[:repeated]:
            row.header = True
        self.page = grid.page
        rest = filled[repeated:]
        if rest and self._ends_row(rest[0]):
            rest = rest[1:]
        for cells in rest:
            self._add(cells)

    def mark_headers(self) -> None:
        """Mark the rows at the top as headers where several are bold and none below is."""
        bold = [
            any(cell.bold for cell in row.cells) and all(cell.bold or not cell.text for cell in row.cells)
            for row in self.table.rows
        ]
        count = bold.index(False) if False in bold else 0
        if 1 < count <= _MOST_HEADER_ROWS and not any(bold[count:]):
            for row in self.table.rows[:count]:
                row.header = True

    def _first_row(self) -> list[str]:
        return _row_texts(self.table.rows[0]) if self.table.rows else []

    def _texts(self, cells: Sequence[GridCell]) -> list[str]:
        return [self._text(cell) for cell in cells]

    def _text(self, cell: GridCell) -> str:
        if len(cell.segments) < 2:
            return self._joiner.join(segment.text for segment in cell.segments)
        return self._joiner.join(line_of(row).text for row in rows(cell.segments))

    def _add(self, cells: Sequence[GridCell]) -> None:
        row = Row()
        for cell in cells:
            content = list(self._paragraphs(cell))
            row.cells.append(TableCell(cell.column, cell.columns, cell.lower, cell.shaded, [*content]))
        self.table.rows.append(row)

    def _paragraphs(self, cell: GridCell) -> Iterator[Paragraph]:
        """A cell's text whole; one paragraph after the other where it is long or holds a list, with its numbers."""
        lines = [line_of(row) for row in rows(cell.segments)]
        if len(lines) < _MANY_LINES and sum(bool(line.marker) for line in lines) < 2:
            if lines:
                text = self._joiner.join(line.text for line in lines)
                yield Paragraph([Piece(text, all(line.all_bold for line in lines))], page=self.page)
            return
        for stretch in stretches(lines, self.page, self._edges[cell.column + cell.columns] - _PADDING):
            marker = stretch.lines[0].marker
            text = self._joiner.join(line.text for line in stretch.lines).removeprefix(marker).strip()
            number = marker if any(map(str.isalnum, marker)) else ""
            if text:
                yield Paragraph(
                    [Piece(text, all(line.all_bold for line in stretch.lines))], number=number, page=self.page
                )

    def _ends_row(self, cells: Sequence[GridCell]) -> bool:
        """Put the end of a row that the page break cut where its start is; False when it is a row of its own."""
        texts = self._texts(cells)
        if not self.table.rows or any(text and not text[0].islower() for text in texts):
            return False
        cut = {cell.column: cell for cell in self.table.rows[-1].cells}
        if texts[0] and all(cut[cell.column].text.endswith(_STOPS) for cell in cells if cell.column in cut):
            return False
        for cell, text in zip(cells, texts, strict=True):
            if text and cell.column not in cut:
                return False
        for cell, text in zip(cells, texts, strict=True):
            content = cut[cell.column].content if text else []
            if content and isinstance(last := content[-1], Paragraph):
                last.pieces.append(Piece(f" {text}", last.bold))
            elif text:
                content.append(Paragraph([Piece(text)], page=self.page))
        return True


def _filled(grid: GridTable) -> list[list[GridCell]]:
    return [cells for cells in grid.rows if any(cell.segments for cell in cells)]


def _row_texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _stands_out(filled: Sequence[Sequence[GridCell]]) -> bool:
    """Whether the first row alone is bold, as a header is; shade says nothing, as many tables shade every other row."""
    return _is_bold(filled[0]) and not all(map(_is_bold, filled[1:]))


def _is_bold(cells: Sequence[GridCell]) -> bool:
    segments = [segment for cell in cells for segment in cell.segments]
    return bool(segments) and all(segment.all_bold for segment in segments)
