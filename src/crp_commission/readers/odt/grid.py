"""Tables of an OpenDocument text: rows and cells placed on the grid, repeats clamped, merged cells followed."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...flow.records import Row, Table, TableCell
from ...flow.remarks import Unread
from ...xmlfile import SKIP, Attributes
from .cursor import Handler, Walk
from .styles import whole

_WIDEST = 1_000
_MOST_REPEATS = 1_000


@dataclass(slots=True)
class _Open:
    """A table being read, and the row that is open in it; ``reach`` is how far its last wide cell covers."""

    table: Table = field(default_factory=Table)
    row: Row = field(default_factory=Row)
    in_header: bool = False
    repeats: int = 1
    column: int = 0
    reach: int = 0
    padding: int = _MOST_REPEATS


class Grid:
    """The handlers for tables."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._tables: list[_Open] = []
        self.start: dict[str, Handler] = {
            "table:table": self._table,
            "table:table-header-rows": self._header_rows,
            "table:table-row": self._row,
            "table:table-cell": self._cell,
            "table:covered-table-cell": self._covered,
        }
        self.end = {
            "table:table": self._end_table,
            "table:table-header-rows": self._end_header_rows,
            "table:table-row": self._end_row,
            "table:table-cell": self._walk.leave,
        }

    def _table(self, _attributes: Attributes) -> None:
        self._tables.append(_Open())

    def _end_table(self) -> None:
        table = self._tables.pop().table
        cursor = self._walk.cursor
        if cursor.paragraph is None:
            cursor.take(table)
        else:
            cursor.paragraph.anchored.append(table)

    def _header_rows(self, _attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].in_header = True

    def _end_header_rows(self) -> None:
        if self._tables:
            self._tables[-1].in_header = False

    def _row(self, attributes: Attributes) -> bool | None:
        if not self._tables:
            return SKIP
        if attributes.get("table:visibility", "visible") != "visible":
            self._walk.remarks.add(Unread.HIDDEN)
            return SKIP
        here = self._tables[-1]
        here.row, here.column, here.reach = Row(header=here.in_header), 0, 0
        here.repeats = whole(attributes.get("table:number-rows-repeated"), 1, most=_MOST_REPEATS)
        return None

    def _end_row(self) -> None:
        """Keep the row; one said to be repeated is read once, and the rows after it are counted on."""
        here = self._tables[-1]
        here.table.rows.append(here.row)
        padding = min(here.repeats - 1, here.padding)
        here.padding -= max(padding, 0)
        here.table.rows.extend(Row() for _ in range(padding))

    def _cell(self, attributes: Attributes) -> bool | None:
        if not self._tables:
            return SKIP
        here = self._tables[-1]
        repeats = max(whole(attributes.get("table:number-columns-repeated"), 1, most=_WIDEST), 1)
        span = max(whole(attributes.get("table:number-columns-spanned"), 1, most=_WIDEST), 1)
        cell = TableCell(here.column, span if repeats == 1 else repeats)
        here.column = min(here.column + repeats, _WIDEST)
        here.reach = cell.column + cell.span
        here.row.cells.append(cell)
        self._walk.enter(cell.content.append)
        return None

    def _covered(self, attributes: Attributes) -> bool:
        """A place under a merged cell; its own text, if any, is not shown."""
        if self._tables:
            here = self._tables[-1]
            repeats = max(whole(attributes.get("table:number-columns-repeated"), 1, most=_WIDEST), 1)
            for column in range(here.column, min(here.column + repeats, _WIDEST)):
                if column >= here.reach:
                    here.row.cells.append(TableCell(column, continues=True))
            here.column = min(here.column + repeats, _WIDEST)
        return SKIP
