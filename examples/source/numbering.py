"""Automatic numbers: one multilevel list for headings and clauses, one for bullets."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from source.xml import tag

HEADINGS, BULLETS = 1, 2
LETTER_LEVEL = 3
# pattern, format, left indent, hanging indent (twentieths of a point), linked style
OUTLINE = (
    ("%1", "decimal", 851, 851, "Heading1"),
    ("%1.%2", "decimal", 851, 851, "Heading2"),
    ("%1.%2.%3", "decimal", 851, 851, ""),
    ("(%4)", "lowerLetter", 1418, 567, ""),
)
DOTS = (("\u2022", 1276, 425), ("\u2013", 1701, 425))


def define(document: Document) -> None:
    """Put the two lists in place of those of the template."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    outline = [_level(i, *level) for i, level in enumerate(OUTLINE)]
    bullets = [_level(i, mark, "bullet", left, hanging, "") for i, (mark, left, hanging) in enumerate(DOTS)]
    for number, levels in ((HEADINGS, outline), (BULLETS, bullets)):
        kind = tag("multiLevelType", val="multilevel")
        root.append(tag("abstractNum", kind, *levels, abstractNumId=str(number)))
    for number in (HEADINGS, BULLETS):
        root.append(tag("num", tag("abstractNumId", val=str(number)), numId=str(number)))


def properties(level: int, number: int = HEADINGS) -> BaseOxmlElement:
    """The ``numPr`` that puts a paragraph or style at ``level`` (from 0) of list ``number``."""
    return tag("numPr", tag("ilvl", val=str(level)), tag("numId", val=str(number)))


def apply(paragraph: Paragraph, level: int, number: int = HEADINGS) -> None:
    """Number one paragraph."""
    paragraph._p.get_or_add_pPr()._insert_numPr(properties(level, number))


def _level(index: int, pattern: str, form: str, left: int, hanging: int, style: str) -> BaseOxmlElement:
    parts = [tag("start", val="1"), tag("numFmt", val=form)]
    if style:
        parts.append(tag("pStyle", val=style))
    parts += [tag("lvlText", val=pattern), tag("lvlJc", val="left")]
    parts.append(tag("pPr", tag("ind", left=str(left), hanging=str(hanging))))
    return tag("lvl", *parts, ilvl=str(index))
