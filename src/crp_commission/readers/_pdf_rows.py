"""The rows of a table as entries, with the headers of their columns and rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ._pdf_lines import line_of, paragraphs, rows
from ._pdf_text import Joiner
from ._pdf_types import Segment, Table, TableCell

# Points by which the columns of a table may lie apart on two pages.
_SAME_EDGES = 6.0
_PADDING = 5.0
_LONG_HEADER = 120
_LONG_LABEL = 40


@dataclass(slots=True, eq=False, repr=False)
class Entry:
    """What becomes one block: the text of a cell, or of one list item in it. Rows and columns count from 1."""

    page: int
    row: int
    column: int
    text: str
    number: str = ""
    is_header: bool = False
    header: str = ""
    row_header: str = ""


class OpenTable:
    """A table as far as it has been read; it may go on over the page. ``title`` is a first row that spans it all."""

    def __init__(self, table: Table, joiner: Joiner) -> None:
        self.joiner = joiner
        self.edges = table.edges
        self.title = ""
        self.entries: list[Entry] = []
        self._rows = 0
        self._headers: dict[int, str] = {}
        self._header_rows: list[list[str]] = []
        self._row_header, self._row_header_until = "", 0
        body = _filled_rows(table)
        if len(body) > 1 and len(body[0]) == 1 and body[0][0].columns == len(table.edges) - 1:
            self.title = self._text(body.pop(0)[0].segments)
        headed = _header_depth(body) if _is_header(body, table) else 0
        for row in body[:headed]:
            self._head(table.page, row)
        self._add(table.page, body[headed:])

    def goes_on_in(self, table: Table) -> bool:
        """Whether a table at the top of the next page has the same columns, and no other header."""
        if table.page != self.page + 1 or len(table.edges) != len(self.edges):
            return False
        if any(abs(a - b) > _SAME_EDGES for a, b in zip(table.edges, self.edges, strict=True)):
            return False
        body = _filled_rows(table)
        return not (body and _stands_out(body) and self._texts(body[0]) not in self._header_rows)

    def go_on(self, table: Table) -> None:
        """Take in the part of the table that stands on the next page."""
        body = _filled_rows(table)
        for texts in self._header_rows:
            if body and self._texts(body[0]) == texts:
                body.pop(0)
        self.page = table.page
        if body and self._ends_row(body[0]):
            body.pop(0)
        self._add(table.page, body)

    def _head(self, page: int, row: list[TableCell]) -> None:
        """Take in a row of column headers; one under a header that spans it adds to that."""
        self._rows += 1
        texts = self._texts(row)
        self._header_rows.append(texts)
        for cell, text in zip(row, texts, strict=True):
            for column in range(cell.column, cell.column + cell.columns):
                above = self._headers.get(column, "")
                self._headers[column] = f"{above}: {text}" if above and text else above or text
            if text:
                self.entries.append(Entry(page, self._rows, cell.column + 1, text, is_header=True))

    def _add(self, page: int, body: list[list[TableCell]]) -> None:
        self.page = page
        for row in body:
            self._rows += 1
            self.entries += self._row(row, self._texts(row))

    def _text(self, segments: Sequence[Segment]) -> str:
        if len(segments) < 2:
            return self.joiner.join(segment.text for segment in segments)
        return self.joiner.join(line_of(row).text for row in rows(segments))

    def _texts(self, row: list[TableCell]) -> list[str]:
        return [self._text(cell.segments) for cell in row]

    def _row(self, row: list[TableCell], texts: Sequence[str]) -> Iterator[Entry]:
        if row[0].column == 0:
            self._row_header, self._row_header_until = texts[0], self._rows + row[0].rows - 1
        elif self._rows > self._row_header_until:
            self._row_header = ""
        for cell, text in zip(row, texts, strict=True):
            header = self._headers.get(cell.column, "")
            row_header = self._row_header if cell.column else ""
            for number, part in self._parts(cell, text):
                yield Entry(self.page, self._rows, cell.column + 1, part, number, False, header, row_header)

    def _parts(self, cell: TableCell, text: str) -> list[tuple[str, str]]:
        """A cell's text whole, or its list items one by one, each with its number."""
        if len(cell.segments) < 2:
            return [("", text)] if text else []
        lines = [line_of(row) for row in rows(cell.segments)]
        if sum(bool(line.marker) for line in lines) < 2:
            return [("", text)] if text else []
        found = []
        for piece in paragraphs(lines, 0, self.edges[cell.column + cell.columns] - _PADDING):
            marker = piece.lines[0].marker
            whole = self.joiner.join(line.text for line in piece.lines)
            found.append(
                (marker if marker[:1].isalnum() or marker[:1] == "(" else "", whole.removeprefix(marker).strip())
            )
        return [part for part in found if part[1]]

    def _ends_row(self, row: list[TableCell]) -> bool:
        """Put the end of a row that the page break cut where its start is; False when it is a row of its own."""
        texts = self._texts(row)
        if texts[0] or not any(texts) or any(text[:1].isupper() for text in texts):
            return False
        for cell, text in zip(row, texts, strict=True):
            column = cell.column + 1
            cut = [entry for entry in self.entries if entry.row == self._rows and entry.column == column]
            if text and cut:
                cut[-1].text = f"{cut[-1].text} {text}"
            elif text:
                header = self._headers.get(cell.column, "")
                self.entries.append(
                    Entry(self.page, self._rows, column, text, header=header, row_header=self._row_header)
                )
        return True


def _filled_rows(table: Table) -> list[list[TableCell]]:
    return [row for row in table.rows if any(cell.segments for cell in row)]


def _stands_out(body: list[list[TableCell]]) -> bool:
    """Whether the first row is set apart by bold type or shade from those under it."""
    first, rest = body[0], body[1:]
    if _is_bold(first):
        return not all(_is_bold(row) for row in rest)
    return all(cell.shaded for cell in first) and not all(cell.shaded for row in rest for cell in row)


def _is_header(body: list[list[TableCell]], table: Table) -> bool:
    """Whether the first row heads the columns: by its looks, or because it can hardly be anything else."""
    first, rest = body[0], body[1:]
    if not rest or len([cell for cell in first if cell.segments]) < 2 or _length(first) > _LONG_HEADER:
        return False
    if _stands_out(body):
        return True
    labels = [row[:1] for row in body if row and row[0].column == 0 and row[0].segments]
    if labels and all(map(_is_bold, labels)):
        return False
    if any(character.isdigit() for cell in first for segment in cell.segments for character in segment.text):
        return False
    longer = sorted(_length(row[-1:]) for row in rest)[len(rest) // 2] > 2 * _length(first[-1:])
    return len(table.edges) > 3 or (longer and _length(first[:1]) <= _LONG_LABEL)


def _header_depth(body: list[list[TableCell]]) -> int:
    """How many rows head the columns: one more under each that has a header spanning several columns."""
    depth = 1
    while depth < min(3, len(body) - 1) and any(cell.columns > 1 and cell.segments for cell in body[depth - 1]):
        if _is_bold(body[depth]) != _is_bold(body[0]):
            break
        depth += 1
    return depth


def _length(cells: Sequence[TableCell]) -> int:
    """The letters of the longest cell."""
    return max((sum(len(segment.text) for segment in cell.segments) for cell in cells), default=0)


def _is_bold(cells: Sequence[TableCell]) -> bool:
    segments = [segment for cell in cells for segment in cell.segments]
    return bool(segments) and all(segment.all_bold for segment in segments)
