"""What stands in a Word file or a workbook, as lines of text: for golden files and for looking things up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def docx_outline(data: bytes) -> str:
    """Every paragraph with its style, every row of a table with its cells (``=`` marks rows that are repeated)."""
    document = Document(BytesIO(data))
    lines = [f"title: {document.core_properties.title}", f"language: {document.core_properties.language}"]
    for block in document.iter_inner_content():
        lines += _table(block) if isinstance(block, Table) else [f"{block.style.name} | {block.text}{_pictures(block)}"]
    lines += [f"Footer | {part}" for part in document.sections[0].footer.paragraphs[0].text.split("\t")]
    return "\n".join(lines) + "\n"


def _pictures(paragraph: Paragraph) -> str:
    """What a picture is called and the words for those who do not see it."""
    found = paragraph._p.iter(f"{_P}docPr")
    return " ".join(f"[picture: {one.get('name')}] {one.get('descr')}" for one in found)


def _table(table: Table) -> Iterator[str]:
    yield f"[table: {table._tbl.tblPr.find(f'{_W}tblCaption').get(f'{_W}val')}]"
    for row in table._tbl.tr_lst:
        sign = "=" if row.trPr.find(f"{_W}tblHeader") is not None else "-"
        cells = ["".join(text.text or "" for text in cell.iter(f"{_W}t")) for cell in row.tc_lst]
        yield f"{sign} {' | '.join(cells)}"


def part(data: bytes, name: str) -> ElementTree.Element:
    """The XML of a part of an office file."""
    return ElementTree.fromstring(ZipFile(BytesIO(data)).read(name))


def xlsx_outline(data: bytes) -> str:
    """Every sheet with its set-up, then its cells, each with its kind (``n`` a number, ``s`` text, ``t`` kept text)."""
    lines = []
    for number, sheet in enumerate(part(data, "xl/workbook.xml").iter(f"{_S}sheet"), 1):
        root = part(data, f"xl/worksheets/sheet{number}.xml")
        lines.append(f"[sheet: {sheet.get('name')}]")
        for tag in ("pane", "col", "autoFilter", "dataValidation", "pageSetup", "oddFooter"):
            for found in root.iter(f"{_S}{tag}"):
                inside = " ".join(text for text in found.itertext() if text.strip())
                lines.append(f"{tag}: {dict(sorted(found.items()))} {inside}".rstrip())
        lines += [f"{place} {kind} | {text}" for place, kind, text in xlsx_cells(data, number)]
    return "\n".join(lines) + "\n"


def xlsx_cells(data: bytes, number: int) -> Iterator[tuple[str, str, str]]:
    """Every cell of a sheet that holds something: where, its kind and what it shows."""
    shared = ["".join(item.itertext()) for item in part(data, "xl/sharedStrings.xml")]
    marked = [look.get("quotePrefix") == "1" for look in part(data, "xl/styles.xml").find(f"{_S}cellXfs") or ()]
    for cell in part(data, f"xl/worksheets/sheet{number}.xml").iter(f"{_S}c"):
        value: Any = cell.find(f"{_S}v")
        if value is None:
            continue
        if cell.get("t") == "s":
            text = re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), shared[int(value.text)])
            yield cell.get("r") or "", "t" if marked[int(cell.get("s") or 0)] else "s", text
        else:
            yield cell.get("r") or "", "n", value.text
