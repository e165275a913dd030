"""Tables of a Word story: rows and cells placed on the grid, with what is merged, repeated, shaded or deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ...flow.records import Row, Table, TableCell
from ...flow.remarks import Unread
from ...xmlfile import SKIP, Attributes
from .cursor import Frame, Handler, Walk
from .styles import is_on, whole

_WIDEST = 1_000
_FIRST_ROW = 0x20  # the bit of a table's look that asks for its style's first row
_PLAIN_FILLS = ("", "auto", "ffffff")


@dataclass(slots=True)
class _Open:
    """A table being read, and the row and cell that are open in it."""

    table: Table = field(default_factory=Table)
    style: str = ""
    first_row: bool = False
    row: Row = field(default_factory=Row)
    left_out: Unread | None = None
    column: int = 0
    cell: TableCell = field(default_factory=lambda: TableCell(0))
    cell_deleted: bool = False
    joins_left: bool = False
    around: Frame | None = None
    around_hidden: bool = False
    in_row_marks: bool = False
    in_cell_marks: bool = False


class Grid:
    """The handlers for tables. ``end_paragraph`` closes a paragraph that a cell leaves open."""

    def __init__(self, walk: Walk, end_paragraph: Callable[[], None], deleted: Handler) -> None:
        self._walk = walk
        self._end_paragraph = end_paragraph
        self._deleted_text = deleted
        self._tables: list[_Open] = []
        self._open = _Open()  # of a table that is not there, for stray properties
        self.start: dict[str, Handler] = {
            "w:tbl": self._table,
            "w:tblStyle": self._style,
            "w:tblLook": self._look,
            "w:tr": self._row,
            "w:trPr": self._row_marks,
            "w:gridBefore": self._columns_before,
            "w:tblHeader": self._header,
            "w:hidden": self._hidden_row,
            "w:del": self._deleted,
            "w:tc": self._cell,
            "w:tcPr": self._cell_marks,
            "w:gridSpan": self._span,
            "w:vMerge": self._merge_down,
            "w:hMerge": self._merge_right,
            "w:shd": self._shade,
            "w:cellDel": self._deleted_cell,
        }
        self.end = {
            "w:tbl": self._end_table,
            "w:tr": self._end_row,
            "w:trPr": self._end_marks,
            "w:tc": self._end_cell,
            "w:tcPr": self._end_marks,
        }

    def _table(self, _attributes: Attributes) -> None:
        self._tables.append(self._open)
        self._open = _Open()

    def _end_table(self) -> None:
        self._keep_row()
        done, self._open = self._open, self._tables.pop()
        done.table.styled_first_row = done.first_row and self._walk.styles.other(done.style).first_row
        self._walk.cursor.frame.add(done.table)

    def _style(self, attributes: Attributes) -> None:
        self._open.style = attributes.get("w:val", "")

    def _look(self, attributes: Attributes) -> None:
        asked = attributes.get("w:firstRow")
        if asked is None:
            self._open.first_row = bool(_hexadecimal(attributes.get("w:val", "")) & _FIRST_ROW)
        else:
            self._open.first_row = asked in ("1", "true", "on")

    def _row(self, _attributes: Attributes) -> None:
        self._open.row, self._open.column, self._open.left_out = Row(), 0, None

    def _end_row(self) -> None:
        done = self._open
        if done.left_out is not None:
            self._walk.remarks.add(done.left_out)
            done.row = Row()
        self._keep_row()

    def _keep_row(self) -> None:
        if self._open.row.cells:
            self._open.table.rows.append(self._open.row)
            self._open.row = Row()

    def _row_marks(self, _attributes: Attributes) -> None:
        self._open.in_row_marks = True

    def _end_marks(self) -> None:
        self._open.in_row_marks = self._open.in_cell_marks = False

    def _columns_before(self, attributes: Attributes) -> None:
        self._open.column += min(max(whole(attributes.get("w:val")), 0), _WIDEST)

    def _header(self, attributes: Attributes) -> None:
        self._open.row.header = is_on(attributes)

    def _hidden_row(self, attributes: Attributes) -> None:
        if self._open.in_row_marks and is_on(attributes):
            self._open.left_out = Unread.HIDDEN

    def _deleted(self, attributes: Attributes) -> bool | None:
        if not self._open.in_row_marks:
            return self._deleted_text(attributes)
        self._open.left_out = Unread.DELETED
        return SKIP

    def _cell(self, _attributes: Attributes) -> bool | None:
        opened, cursor = self._open, self._walk.cursor
        if opened.left_out is not None:
            return SKIP
        if not self._tables:  # a stray cell is no more than a box around its text
            return None
        opened.cell = TableCell(opened.column)
        opened.cell_deleted = opened.joins_left = False
        opened.around, cursor.frame = cursor.frame, Frame(opened.cell.content.append)
        opened.around_hidden, cursor.table_hidden = cursor.table_hidden, self._walk.styles.table(opened.style).hidden
        return None

    def _end_cell(self) -> None:
        self._end_paragraph()
        done, cursor = self._open, self._walk.cursor
        if done.around is None:
            return
        cursor.frame.close()
        cursor.frame, done.around = done.around, None
        cursor.table_hidden = done.around_hidden
        cell = done.cell
        done.column += cell.span
        if done.cell_deleted:
            self._walk.remarks.add(Unread.DELETED)
        elif done.joins_left and done.row.cells:
            done.row.cells[-1].span += cell.span
        else:
            above = done.table.rows[-1].cells if done.table.rows else []
            cell.continues = cell.continues and any(one.column <= cell.column < one.column + one.span for one in above)
            done.row.cells.append(cell)

    def _cell_marks(self, _attributes: Attributes) -> None:
        self._open.in_cell_marks = True

    def _span(self, attributes: Attributes) -> None:
        self._open.cell.span = min(max(whole(attributes.get("w:val"), 1), 1), _WIDEST)

    def _merge_down(self, attributes: Attributes) -> None:
        self._open.cell.continues = attributes.get("w:val", "continue") != "restart"

    def _merge_right(self, attributes: Attributes) -> None:
        self._open.joins_left = attributes.get("w:val", "continue") != "restart"

    def _shade(self, attributes: Attributes) -> None:
        if self._open.in_cell_marks:
            fill = attributes.get("w:fill", "").lower()
            self._open.cell.shaded = fill not in _PLAIN_FILLS or "w:themeFill" in attributes

    def _deleted_cell(self, _attributes: Attributes) -> None:
        self._open.cell_deleted = True


def _hexadecimal(value: str) -> int:
    try:
        return int(value, 16)
    except ValueError:
        return 0
