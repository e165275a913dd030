"""Fonts, spacing and the named styles of the council's house template."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from source import numbering
from source.xml import tag

TEAL = RGBColor(0x1B, 0x4F, 0x5C)
BLACK = RGBColor(0, 0, 0)
FONT = "Arial"


@dataclass(frozen=True)
class Look:
    """How one named style is set: sizes and spaces in points."""

    size: float
    bold: bool = False
    before: float = 0
    after: float = 6
    colour: RGBColor = BLACK
    base: str = "Normal"
    keep: bool = False


LOOKS = {
    "Title": Look(26, bold=True, before=120, after=8, colour=TEAL),
    "Subtitle": Look(16, after=24, colour=TEAL),
    "Heading 1": Look(15, bold=True, before=16, after=7, colour=TEAL, keep=True),
    "Heading 2": Look(12, bold=True, before=10, after=5, colour=TEAL, keep=True),
    "Caption": Look(9.5, bold=True, before=6, after=4, keep=True),
    "Clause": Look(11),
    "Bulleted": Look(11, after=3),
    "Definition": Look(11, after=4),
    "Table Text": Look(9.5, before=2, after=2),
    "Box Heading": Look(10.5, bold=True, after=3, colour=TEAL),
    "Box Text": Look(10.5, after=3),
    "Contents Heading": Look(15, bold=True, after=8, colour=TEAL),
    "toc 1": Look(10.5, before=4, after=1),
    "toc 2": Look(10, after=0),
    "Header": Look(8.5, after=0),
    "Footer": Look(8.5, after=0),
    "footnote text": Look(9, after=0),
}
# The terms are set smaller and in black, as legal services send them.
LEGAL = {
    "Title": Look(18, bold=True, after=4),
    "Subtitle": Look(12, after=14),
    "Heading 1": Look(10.5, bold=True, before=12, after=4, keep=True),
    "Clause": Look(10.5, after=5),
    "Definition": Look(10.5, after=4),
}
SCHEDULE = {"Title": Look(18, bold=True, after=2, colour=TEAL), "Subtitle": Look(12, after=8, colour=TEAL)}
IDENTIFIERS = {"toc 1": "TOC1", "toc 2": "TOC2", "footnote text": "FootnoteText"}
VARIANTS = {"terms": LEGAL, "schedule": SCHEDULE}


def apply(document: Document, variant: str) -> None:
    """Give ``document`` the house styles, with the changes of ``variant`` ("terms", "schedule", ...)."""
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _font(normal, Look(10.5 if variant == "terms" else 11))
    for name, look in {**LOOKS, **VARIANTS.get(variant, {})}.items():
        _set(document, name, look)
    for level in (1, 2):
        style = document.styles[f"Heading {level}"]
        style.element.get_or_add_pPr()._insert_numPr(numbering.properties(level - 1))
    if variant == "terms":
        document.styles["Heading 1"].font.all_caps = True
    _reference_style(document)
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    language.set(qn("w:val"), "en-GB")


def _set(document: Document, name: str, look: Look) -> None:
    known = {style.name for style in document.styles}
    if name not in known:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in IDENTIFIERS)
    style = document.styles[name]
    if name in IDENTIFIERS:
        style.element.set(qn("w:styleId"), IDENTIFIERS[name])
    assert isinstance(style, ParagraphStyle)
    if style.base_style is None or style.name not in known:
        style.base_style = document.styles[look.base]
    _font(style, look)
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.line_spacing, paragraph.keep_with_next = (1.0 if look.size < 11 else 1.1), look.keep
    for unwanted in ("spacing", "kern"):
        found = style.element.rPr.find(qn(f"w:{unwanted}"))
        if found is not None:
            style.element.rPr.remove(found)
    border = style.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def _font(style: ParagraphStyle, look: Look) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(look.size), look.bold
    style.font.italic = False
    style.font.color.rgb = look.colour
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _reference_style(document: Document) -> None:
    style = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    style.element.set(qn("w:styleId"), "FootnoteReference")
    style.element.get_or_add_rPr().append(tag("vertAlign", val="superscript"))
