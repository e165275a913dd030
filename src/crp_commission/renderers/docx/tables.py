"""What makes a table of the Word report read well: widths, a header that is repeated, words that say what it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .shading import shade

if TYPE_CHECKING:
    from docx.table import Table

_HEAD_FILL = "DCE6F1"
_EMU_PER_TWIP = 635


def describe(table: Table, name: str, widths: Sequence[int]) -> None:
    """Fixed widths in English Metric Units, the header's colour, and words for those who have it read to them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    table.autofit = False
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), name)
    table._tbl.tblPr.append(caption)
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(qn("w:w"), str(width // _EMU_PER_TWIP))
    for number, row in enumerate(table._tbl.tr_lst):
        _prepare_row(row, widths, is_header=number == 0)


def _prepare_row(row: Any, widths: Sequence[int], *, is_header: bool) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, width in zip(row.tc_lst, widths, strict=True):
        of_cell = cell.get_or_add_tcPr()
        of_cell.get_or_add_tcW().set(qn("w:w"), str(width // _EMU_PER_TWIP))
        of_cell.tcW.set(qn("w:type"), "dxa")
        if is_header:
            of_cell.append(shade(_HEAD_FILL))
