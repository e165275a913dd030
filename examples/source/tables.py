"""Tables with shaded, repeating header rows and merged cells (``<`` joins to the left, ``^`` upwards)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Emu
from docx.table import Table, _Cell

from source.inline import Writer
from source.markup import Element
from source.xml import field, run, tag

HEADER_FILL, BAND_FILL = "D5E4E7", "EEF3F4"
JOINED = ("<", "^")
SHORT = 8  # tables of up to so many rows stay on one page


@dataclass(frozen=True)
class Plan:
    """How a table is laid out: column shares in percent, number of header rows, caption."""

    shares: tuple[int, ...]
    header: int
    caption: str


def plan(options: str) -> Plan:
    """Read the options of a table: ``20,50,30 header=2 | Table 1: Title``."""
    layout, _, caption = options.partition("|")
    words = layout.split()
    header = next((int(word.removeprefix("header=")) for word in words if word.startswith("header=")), 1)
    return Plan(tuple(int(share) for share in words[0].split(",")), header, caption.strip())


def add(document: Document, writer: Writer, element: Element, width: int) -> None:
    """Add the table of ``element``, ``width`` English Metric Units wide, with its caption above."""
    layout = plan(element.options or "35,65 header=1")
    if layout.caption:
        _caption(document, layout.caption)
    rows = element.rows
    table = document.add_table(len(rows), len(layout.shares), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for index, share in enumerate(layout.shares):
        table.columns[index].width = Emu(width * share // 100)
        for cell in table.columns[index].cells:
            cell.width = Emu(width * share // 100)
    _fill(table, writer, rows, layout.header)
    _merge(table, rows)
    _mark(table, layout.header)
    document.add_paragraph().paragraph_format.space_after = Emu(0)


def _caption(document: Document, caption: str) -> None:
    paragraph = document.add_paragraph(style="Caption")
    label, number, rest = re.match(r"(Table )(\d+)(: .*)", caption).groups()  # type: ignore[union-attr]
    paragraph._p.extend([run(label), *field("SEQ Table \\* ARABIC", number), run(rest)])


def _fill(table: Table, writer: Writer, rows: tuple[tuple[str, ...], ...], header: int) -> None:
    for r, row in enumerate(rows):
        cells = table.rows[r].cells
        for c, text in enumerate(row):
            paragraph = cells[c].paragraphs[0]
            paragraph.style = "Table Text"
            if text in JOINED:
                continue
            writer.write(paragraph, f"**{text}**" if r < header and text else text)
            if r < header:
                _shade(cells[c], HEADER_FILL)
            elif "<" in row:
                _shade(cells[c], BAND_FILL)


def _merge(table: Table, rows: tuple[tuple[str, ...], ...]) -> None:
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            wide = _stretch(row[c + 1 :], "<")
            tall = _stretch(tuple(below[c] for below in rows[r + 1 :]), "^")
            if text not in JOINED and (wide or tall):
                _join(table.cell(r, c), table.cell(r + tall, c + wide))


def _stretch(cells: tuple[str, ...], mark: str) -> int:
    return next((i for i, text in enumerate(cells) if text != mark), len(cells))


def _join(first: _Cell, last: _Cell) -> None:
    merged = first.merge(last)
    for paragraph in merged.paragraphs[1:]:
        if not paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)


def _shade(cell: _Cell, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(tag("shd", val="clear", color="auto", fill=fill))


def _mark(table: Table, header: int) -> None:
    rows = table.rows
    for index, row in enumerate(rows):
        if len(rows) <= SHORT and index < len(rows) - 1:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        properties = row._tr.get_or_add_trPr()
        properties.append(tag("cantSplit"))
        if index < header:
            properties.append(tag("tblHeader"))
