"""Rows of tables drawn with tabs or bars."""

from __future__ import annotations

import re

from ...extraction import ExtractBuilder, LinedParagraph
from ...flow.records import Paragraph, Piece
from ...language.markers import clause_number, lone_marker
from ...markup.grid import Grid
from .lines import Line

_RULE = re.compile(r"[\s|+:=_-]*[-=_+][\s|+:=_-]*")
_TABS = re.compile(r"\t")
_BARS = re.compile(r"(?<!\\)\|")
_NUMBERED = re.compile(r"\d{1,3}\.?")
_MOST_CELLS = 100


def cells_of(text: str) -> list[str]:
    """The cells of a line; none for a rule drawn between rows."""
    if _RULE.fullmatch(text):
        return []
    if "|" in text:
        inside = text.strip().removeprefix("|")
        parts = _BARS.split(inside[:-1] if inside.endswith("|") else inside)
    else:
        parts = _TABS.split(text)
    return [part.strip() for part in parts[:_MOST_CELLS]]


def is_row(text: str) -> bool:
    """Whether a line has two columns or more, or is a rule of a table; a number and its text are no columns."""
    if _RULE.fullmatch(text):
        return "|" in text or "+" in text
    if "|" not in text and "\t" not in text:
        return False
    cells = [cell for cell in cells_of(text) if cell]
    if len(cells) < 2:
        return "|" in text and text.startswith("|") and text.endswith("|") and len(text) > 1
    first = cells[0]
    is_number = lone_marker(first) is not None or _NUMBERED.fullmatch(first) or clause_number(f"{first} x")
    return not (is_number and len(cells) == 2 and "|" not in text)


def write_table(lines: list[Line], builder: ExtractBuilder) -> None:
    """Write rows as the cells of one table."""
    grid = Grid()
    for line in lines:
        grid.start_row()
        for text in cells_of(line.text):
            cell = grid.start_cell("td", {})
            cell.content.append(LinedParagraph(Paragraph([Piece(text)]), line.number))
    table = grid.finish()
    if table:
        builder.table(table, lines[0].page)
