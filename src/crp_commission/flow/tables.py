"""What heads what in a table: the header rows, and the labels in the first column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..document import Cell
from .headings import binds
from .records import Content, Row, Table, TableCell

_MOST_HEADER_WORDS = 12
_MOST_LABEL_WORDS = 25
_LONGEST_NAME = 300  # characters of a header or label; a longer one is cut or is none
_MOST_MARKED_ROWS = 20
_MOST_HEADER_ROWS = 3  # where the file marks none
_VALUE = re.compile(r"[\W_]*(?:\d|£|yes\b|no\b|n/a|tbc|☐|☑|☒)", re.IGNORECASE)
_ANSWER = re.compile(r"(?:yes|no|never|always|n/a)\b|[☐☑☒✓✗]", re.IGNORECASE)
_COLUMN_WORDS = frozenset((
    "action", "activity", "aim", "area", "article", "baseline", "category", "clause", "comment", "comments",
    "consequence", "criterion", "criteria", "date", "deadline", "definition", "deliverable", "description",
    "detail", "details", "duty", "element", "evidence", "example", "expectation", "frequency", "function",
    "heading", "how", "impact", "indicator", "item", "kpi", "lead", "level", "measure", "measures", "meaning",
    "method", "milestone", "mitigation", "name", "no", "number", "objective", "obligation", "outcome", "outcomes",
    "output", "owner", "part", "performance", "priority", "question", "rating", "ref", "reference", "requirement",
    "requirements", "response", "responsibility", "responsible", "review", "risk", "role", "score", "section",
    "service", "source", "stage", "standard", "standards", "status", "target", "term", "theme", "threshold",
    "timescale", "title", "topic", "type", "version", "weight", "weighting", "what", "when", "who", "why", "year",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a paragraph of a table stands and what heads it; ``lone`` when its table has one column only."""

    cell: Cell
    header: str = ""
    row_header: str = ""
    is_header: bool = False
    lone: bool = False


def parts(table: Table, number: int, outer: Standing | None) -> Iterator[tuple[Content, Standing]]:
    """Everything in the cells of ``table``, row by row, each with its standing.

    ``number`` is the table's in the file, from 1. A table inside the cell ``outer`` falls back on that cell's own
    headers where it has none. A merged cell is read once, where it starts, and heads all it covers. Text across the
    whole table stands under no column; as a short name (a band) it goes before the labels of the rows below it.
    """
    heads, width = header_rows(table), _width(table)
    headers = _Headers(table.rows[:heads])
    band = label = ""
    for at, row in enumerate(table.rows):
        label = _row_label(row, label)
        is_band = at >= heads and _is_band(row, width)
        if is_band:
            band, label = label, ""
        for cell in row.cells:
            if cell.continues:
                continue
            is_header = at < heads or (is_band and (cell.bold or cell.shaded))
            header = row_header = ""
            if not is_header and not is_band:
                header = headers.over(cell) if cell.span < width or width == 1 else ""
                row_header = " / ".join(filter(None, (band, "" if cell is row.cells[0] else label)))
            if outer is not None and not is_header:
                header, row_header = header or outer.header, row_header or outer.row_header
            standing = Standing(Cell(number, at + 1, cell.column + 1), header, row_header, is_header, width == 1)
            for part in cell.content:
                yield part, standing


def _is_band(row: Row, width: int) -> bool:
    if width < 2 or len(row.cells) != 1 or row.cells[0].column > 0 or row.cells[0].span < width:
        return False
    text = row.cells[0].text
    return bool(text) and not row.cells[0].continues and _is_name(text)


def header_rows(table: Table) -> int:
    """How many rows at the top are headers.

    Rows that the file marks as repeated headings come first; then a first row that its style draws as one, or that is
    all bold or all shaded while the next is not; then one that looks like a header: short names, no values, no
    sentences. A table of two columns (label and text) needs the usual words of a header for the last, or a question
    that the cells below answer. A header row goes on downwards under cells merged over several rows, under cells that
    cover several columns, and under a title across the whole table.
    """
    rows = table.rows
    if len(rows) < 2:
        return 0
    marked = next((at for at, row in enumerate(rows) if not row.header), len(rows))
    if 0 < marked < len(rows):
        return min(marked, _MOST_MARKED_ROWS)
    width = _width(table)
    if width > 1 and len(rows[0].cells) == 1 and rows[0].cells[0].span >= width:
        return _under_title(table, width)
    if not _is_header(table, 0, width):
        return 0
    return _deepened(rows, 1)


def _under_title(table: Table, width: int) -> int:
    title = table.rows[0].cells[0].text
    if not title or not _is_name(title):
        return 0
    if len(table.rows) > 2 and _is_header(table, 1, width):
        return _deepened(table.rows, 2)
    return 1


def _is_header(table: Table, at: int, width: int) -> bool:
    row, below = table.rows[at], table.rows[at + 1]
    texts = [cell.text for cell in row.cells if not cell.continues]
    named = [text for text in texts if text]
    if not named or not all(map(_is_name, named)):
        return False
    if table.styled_first_row or _stands_out(row, below):
        return True
    if width < 2 or not all(texts[1:]) or len(set(named)) < len(named) or any(map(_VALUE.match, named)):
        return False
    usual = sum(_has_column_word(text) or _goes_on_below(text) for text in texts)
    if width == 2:  # only the usual words, or a question, tell a header from a label and its text
        return len(texts) == 2 and (usual == 2 or _is_answered(texts[1], table.rows[at + 1 :]))
    return len(texts) == width and (usual * 2 >= width or _says_more(below, texts))


def _is_answered(head: str, rows: Sequence[Row]) -> bool:
    """Whether a text is a question that the second cell of each row below answers: "Allowed?" over "No", "Yes"."""
    answers = [row.cells[-1].text for row in rows]
    return head.endswith("?") and all(map(_ANSWER.match, answers))


def _is_name(text: str) -> bool:
    words = text.split()
    if len(text) > _LONGEST_NAME or len(words) > _MOST_HEADER_WORDS or (text.endswith((".", ";")) and len(words) > 2):
        return False
    return not binds(text) or _goes_on_below(text)


def _goes_on_below(text: str) -> bool:
    return bool(_LEADS_IN.search(text))


_LEADS_IN = re.compile(r"\b(?:must|shall|will|should|need|may|to|not|never)\W*$", re.IGNORECASE)
"""How a header ends that the cells below go on from, as "The Provider must" does."""


def _stands_out(row: Row, below: Row) -> bool:
    """Whether every cell with text is bold, or every cell shaded, and the row below is not so too."""

    def bold(cells: Sequence[TableCell]) -> bool:
        filled = [cell for cell in cells if cell.text]
        return bool(filled) and all(cell.bold for cell in filled)

    def shaded(cells: Sequence[TableCell]) -> bool:
        return all(cell.shaded for cell in cells)

    if len(row.cells) > 1 and sum(bool(cell.text) for cell in row.cells) < 2:
        return False
    return (bold(row.cells) and not bold(below.cells)) or (shaded(row.cells) and not shaded(below.cells))


def _says_more(below: Row, names: Sequence[str]) -> bool:
    """Whether the row below holds values or longer text, as it does under names of columns."""
    texts = [cell.text for cell in below.cells]
    return any(map(_VALUE.match, texts)) or len(" ".join(texts).split()) > len(" ".join(names).split())


def _has_column_word(text: str) -> bool:
    return not _COLUMN_WORDS.isdisjoint(word.strip("(),.:?/") for word in text.lower().split())


def _deepened(rows: Sequence[Row], heads: int) -> int:
    """Header rows below the first ``heads``: those that its merged cells reach into or that part its wide cells."""
    while heads < min(len(rows) - 1, _MOST_HEADER_ROWS):
        above, row = rows[heads - 1], rows[heads]
        reached = any(cell.continues for cell in row.cells)
        parted = len(row.cells) > len(above.cells) and any(cell.span > 1 for cell in above.cells)
        own = [cell for cell in row.cells if not cell.continues and cell.text]
        if not (reached or (parted and not row.cells[0].text)) or not own:
            break
        if not all(_is_name(cell.text) and not _VALUE.match(cell.text) for cell in own):
            break
        heads += 1
    return heads


class _Headers:
    """The texts of the header rows by grid column."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._columns: dict[int, list[str]] = {}
        self._joined: dict[tuple[int, int], str] = {}
        for row in rows:
            for cell in row.cells:
                text = "" if cell.continues else cell.text[:_LONGEST_NAME]
                for column in range(cell.column, cell.column + cell.span) if text else ():
                    self._columns.setdefault(column, []).append(text)

    def over(self, cell: TableCell) -> str:
        """The header texts over ``cell``, each once, from top to bottom."""
        if not self._columns:
            return ""
        reach = (cell.column, cell.column + cell.span)
        if reach not in self._joined:
            texts = [text for column in range(*reach) for text in self._columns.get(column, ())]
            self._joined[reach] = " / ".join(dict.fromkeys(texts))
        return self._joined[reach]


def _row_label(row: Row, above: str) -> str:
    """What the first cell says of its row; a cell merged downwards goes on saying it."""
    if not row.cells or row.cells[0].column > 0:
        return ""
    first = row.cells[0]
    text = above if first.continues else first.text
    return text if len(text) <= _LONGEST_NAME and len(text.split()) <= _MOST_LABEL_WORDS else ""


def _width(table: Table) -> int:
    return max((cell.column + cell.span for row in table.rows for cell in row.cells), default=0)
