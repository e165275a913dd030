"""Grounds of colour in the Word report."""

from __future__ import annotations

from typing import Any


def shade(fill: str) -> Any:
    """A ground of one hexadecimal colour, for a cell or a style of paragraphs."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        element.set(qn(f"w:{key}"), value)
    return element
