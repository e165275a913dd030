"""A workbook as the report fills it: every text stays the text it is, whatever it starts with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from io import BytesIO
from typing import Any

from ...plain_words import shortened
from .._escaping import visible

A3, A4 = 8, 9
# How high a line is for its size, the height a row can have in points, and how many characters of Arial 10 go into a
# unit of width: a program that is not Excel does not work out the heights of rows when it opens a workbook.
_LEADING, _HIGHEST, _PER_UNIT = 1.3, 409, 1.2
# What a cell can hold, less room for the mark that it was cut.
LONGEST = 32_000
# A program that opens the workbook, or what is pasted from it, takes text that starts so for a formula.
_FORMULA = ("=", "+", "-", "@")
_TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
_LOOK: dict[str, object] = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
_HEAD: dict[str, object] = {"bold": True, "bg_color": "#DCE6F1", "border": 1, "border_color": "#A6A6A6"}
_BODY: dict[str, object] = {"border": 1, "border_color": "#A6A6A6"}
_STYLES: Mapping[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 14, "text_wrap": False},
    "line": {"text_wrap": False},
    "note": {},
    "head": _HEAD,
    "cell": _BODY,
    "number": _BODY | {"align": "center"},
    "strong": _BODY | {"bold": True},
    "bad": _BODY | {"bold": True, "bg_color": "#F8D7DA"},
    "weak": _BODY | {"bold": True, "bg_color": "#FFF2CC"},
    "good": _BODY | {"bold": True, "bg_color": "#DDEEDD"},
    "look": _BODY | {"bold": True, "bg_color": "#E4DFEC"},
    "date": _BODY | {"num_format": "d mmm yyyy", "align": "left"},
}


class Book:
    """A workbook being written."""

    def __init__(self, title: str, author: str) -> None:
        self._out = BytesIO()
        self._title = title
        # The moment is taken out again when the file is packed; without one the clock would be asked.
        made = {"title": visible(title), "author": author, "created": datetime(2000, 1, 1)}
        self._book.set_properties(made)
        self._formats: dict[tuple[str, bool], Any] = {}

    @cached_property
    def _book(self) -> Any:
        from xlsxwriter import Workbook

        return Workbook(self._out, _TEXT_ONLY)

    def sheet(self, name: str, widths: Sequence[float], paper: int = A4) -> Sheet:
        """A new sheet with columns of these widths, in characters, set up to be printed on paper lying on its side."""
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self._format("line", False))
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{_in_footer(self._title)}&RPage &P of &N")
        return Sheet(sheet, self._format, widths)

    def _format(self, style: str, is_marked: bool) -> Any:
        """A look; ``is_marked`` has the program keep the cell as text when a person edits it."""
        key = (style, is_marked)
        if key not in self._formats:
            self._formats[key] = self._book.add_format(_LOOK | _STYLES[style] | {"quote_prefix": is_marked})
        return self._formats[key]

    def data(self) -> bytes:
        """The finished file."""
        self._book.close()
        return self._out.getvalue()


class Sheet:
    """A sheet that is written row by row."""

    def __init__(self, sheet: Any, look: Callable[[str, bool], Any], widths: Sequence[float]) -> None:
        self._sheet = sheet
        self._look = look
        self._widths = widths
        self.rows = 0

    def row(self, values: Sequence[str | int], styles: Sequence[str] | str = "cell") -> None:
        """The next row; ``styles`` is one for all cells, or one for each. It is as high as its longest text needs."""
        looks = [styles] * len(values) if isinstance(styles, str) else styles
        lines = [
            _lines(str(value), width) if _STYLES[style].get("text_wrap", True) else 1
            for value, style, width in zip(values, looks, self._widths, strict=False)
        ]
        size = 15 if "title" in looks else 10
        self._sheet.set_row(self.rows, min(max(lines, default=1) * size * _LEADING + 4, _HIGHEST))
        for column, (value, style) in enumerate(zip(values, looks, strict=True)):
            if isinstance(value, int):
                self._sheet.write_number(self.rows, column, value, self._look(style, False))
            elif text := cell_text(value):
                self._sheet.write_string(self.rows, column, text, self._look(style, text.startswith(_FORMULA)))
            else:
                self._sheet.write_blank(self.rows, column, None, self._look(style, False))
        self.rows += 1

    def freeze(self, row: int, column: int = 0) -> None:
        """Keep the rows above and the columns left of a cell in sight, on each printed page too."""
        self._sheet.freeze_panes(row, column)
        self._sheet.repeat_rows(row - 1)

    def filter(self, first: int, columns: int) -> None:
        """Let the rows under a header in row ``first`` be chosen by what is in them."""
        self._sheet.autofilter(first, 0, max(first, self.rows - 1), columns - 1)

    def choices(self, column: int, first: int, values: Sequence[str]) -> None:
        """A list to choose from in a column, from row ``first`` to the last one written."""
        if self.rows > first:
            rule = {"validate": "list", "source": list(values), "error_title": "Not in the list"}
            rule["error_message"] = f"Choose one of: {', '.join(values)}."
            self._sheet.data_validation(first, column, self.rows - 1, column, rule)


def cell_text(text: str) -> str:
    """Text as a cell can hold it."""
    return shortened(visible(text), LONGEST)


def _lines(text: str, width: float) -> int:
    """About how many lines a text takes in a column of that width, broken between words."""
    room = max(int(width * _PER_UNIT), 1)
    lines, used = 1, 0
    for word in visible(text).split(" "):
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, 0
        used += len(word) + (1 if used else 0)
        lines, used = lines + max(used - 1, 0) // room, (max(used - 1, 0) % room + 1 if used else 0)
    return lines


def _in_footer(text: str) -> str:
    """A footer takes & for a command and holds 255 characters in all."""
    return shortened(visible(text), 100).replace("&", "&&")
