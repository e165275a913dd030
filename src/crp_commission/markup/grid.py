"""A table as it is read: rows and cells put on a grid, spans bounded."""

from __future__ import annotations

from collections.abc import Mapping

from ..extraction import LinedParagraph
from ..flow.records import Paragraph, Piece, Row, Table, TableCell
from .inline import TextLine
from .paragraphs import Surroundings, typed_lines

_WIDEST_SPAN = 100
_TALLEST_SPAN = 1_000
_MOST_CONTINUED = 100_000  # cells that merged cells cover, in one table


class Grid:
    """Takes the rows and cells of one table in order."""

    def __init__(self) -> None:
        self._table = Table()
        self._in_head = self._in_row = False
        self._columns: dict[int, tuple[int, int]] = {}  # column: rows still covered, span
        self._covered: dict[int, tuple[int, int]] = {}  # the same for the row being read
        self._all_heads = True
        self._continued = 0

    def start_group(self, tag: str) -> None:
        """A ``thead``, ``tbody`` or ``tfoot`` starts."""
        self.end_row()
        self._in_head = tag == "thead"

    def start_row(self) -> None:
        """A row starts; what merged cells above cover in it is set aside."""
        self.end_row()
        self._table.rows.append(Row())
        self._in_row = self._all_heads = True
        self._continued += len(self._columns)
        self._covered = self._columns if self._continued <= _MOST_CONTINUED else {}
        self._columns = {column: (left - 1, span) for column, (left, span) in self._covered.items() if left > 1}
        self._row.cells.extend(TableCell(column, span, continues=True) for column, (_, span) in self._covered.items())

    def end_row(self) -> None:
        """The row, if one is open, is whole."""
        if not self._in_row:
            return
        self._in_row = False
        row = self._row
        row.cells.sort(key=lambda cell: cell.column)
        own = [cell for cell in row.cells if not cell.continues]
        row.header = self._in_head or (self._all_heads and len(own) > 1)

    def start_cell(self, tag: str, attributes: Mapping[str, str]) -> TableCell:
        """A cell starts; a cell outside any row opens one."""
        if not self._in_row:
            self.start_row()
        column = self._free_column()
        cell = TableCell(column, _span(attributes.get("colspan"), _WIDEST_SPAN))
        rows = _span(attributes.get("rowspan"), _TALLEST_SPAN)
        if rows > 1:
            self._columns[column] = (rows - 1, cell.span)
        self._all_heads = self._all_heads and tag == "th"
        self._row.cells.append(cell)
        return cell

    def finish(self) -> Table | None:
        """The table, None when it has no cells."""
        self.end_row()
        return self._table if any(row.cells for row in self._table.rows) else None

    @property
    def _row(self) -> Row:
        return self._table.rows[-1]

    def _free_column(self) -> int:
        own = [cell for cell in self._row.cells[-1:] if not cell.continues]
        column = own[0].column + own[0].span if own else 0
        while column in self._covered:
            column += self._covered[column][1]
        return column


def _span(value: str | None, most: int) -> int:
    digits = (value or "").strip()[:6]
    return min(max(int(digits), 1), most) if digits.isascii() and digits.isdigit() else 1


def write_in_cell(lines: list[TextLine], around: Surroundings, cell: TableCell) -> None:
    """Put one paragraph of a cell, or each item of a list typed in it, where the table will find it."""
    for part, own in typed_lines(lines):
        text = part.text
        bold = all(line.emphasised for line in own)
        paragraph = Paragraph(
            [Piece(text, bold)], around.level if around.role.value == "heading" else 0, quoted=around.quoted
        )
        paragraph.number = part.number or around.number
        cell.content.append(LinedParagraph(paragraph, own[0].line))
