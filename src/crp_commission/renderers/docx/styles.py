"""How the Word report looks: its page, its language and its styles, so that a council can change each in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .shading import shade

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_WORDING_FILL, _LINE, _GRID = "F2F2F2", "1F4E79", "A6A6A6"
_DARK = "1F3864"
_FONT, _LANGUAGE = "Arial", "en-GB"
# Name, size, space before and after, all in points.
_HEADINGS = (("Title", 24, 0, 6), ("Heading 1", 18, 18, 6), ("Heading 2", 14, 14, 4), ("Heading 3", 11.5, 12, 3))
_TABLE_STYLES = ("Normal Table", "Table Grid")


def prepare(document: Document, title: str, author: str) -> int:
    """Set page, language, properties and styles; the width that text has, in English Metric Units."""
    _drop_unused(document)
    _properties(document, title, author)
    _language(document)
    width = _page(document.sections[0])
    _body(document)
    for name, size, before, after in _HEADINGS:
        _heading(document, name, size, before, after)
    _own_styles(document)
    _contents_styles(document)
    _footer(document, width)
    return width


def _drop_unused(document: Document) -> None:
    """The template brings a picture of its first page and a hundred styles of tables, twice: most of the file."""
    for part, ending in ((document.part.package, "/thumbnail"), (document.part, "/stylesWithEffects")):
        relations = part.rels if part else {}
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(ending)]:
            relations.pop(key)
    for style in list(document.styles):
        if style.element.get(_name("type")) == "table" and style.name not in _TABLE_STYLES:
            style.delete()


def _properties(document: Document, title: str, author: str) -> None:
    core = document.core_properties
    core.title, core.author, core.last_modified_by, core.comments = title, author, author, ""
    core.language = _LANGUAGE


def _language(document: Document) -> None:
    for root, tag in ((document.styles.element, "lang"), (document.settings.element, "themeFontLang")):
        for language in root.iter(_name(tag)):
            language.set(_name("val"), _LANGUAGE)


def _page(page: Section) -> int:
    """A4; the width between the margins."""
    from docx.shared import Cm

    width, margin = Cm(21), Cm(2)
    page.page_width, page.page_height = width, Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = margin
    return width - 2 * margin


def _body(document: Document) -> None:
    from docx.shared import Pt

    normal: Any = document.styles["Normal"]
    _font(normal, 11)
    _space(normal, 0, 6)
    normal.paragraph_format.line_spacing = 1.1
    bullets: Any = document.styles["List Bullet"]
    bullets.paragraph_format.space_after = Pt(3)
    grid: Any = document.styles["Table Grid"]
    for border in next(grid.element.iter(_name("tblBorders"))):
        border.set(_name("color"), _GRID)


def _heading(document: Document, name: str, size: float, before: float, after: float) -> None:
    from docx.shared import RGBColor

    style: Any = document.styles[name]
    _font(style, size)
    style.font.bold = True
    style.font.color.rgb = RGBColor.from_string(_DARK)
    _space(style, before, after)
    style.paragraph_format.keep_with_next = True
    for border in list(style.element.iter(_name("pBdr"))):
        border.getparent().remove(border)


def _own_styles(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    _space(_added(document, "Label", keep=True), 0, 2)
    _space(_added(document, "Lead-in", keep=True), 0, 4)
    quote = _added(document, "Evidence", keep=True)
    quote.paragraph_format.left_indent = Cm(0.8)
    quote.font.italic = True
    _space(quote, 0, 2)
    _added(document, "Evidence source", 9.5).paragraph_format.left_indent = Cm(0.8)
    wording = _added(document, "Wording")
    wording.paragraph_format.left_indent = wording.paragraph_format.right_indent = Cm(0.4)
    wording.paragraph_format.keep_together = True
    _boxed(wording)
    _space(_added(document, "Table text", 9.5), 2, 2)
    figure = _added(document, "Table figure", 9.5)
    _space(figure, 2, 2)
    figure.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _space(_added(document, "After table", 4), 0, 4)


def _boxed(style: Any) -> None:
    """A grey ground and a line at the left, so that words to paste are seen to be that."""
    from docx.oxml import OxmlElement

    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for key, value in (("val", "single"), ("sz", "18"), ("space", "6"), ("color", _LINE)):
        line.set(_name(key), value)
    borders.append(line)
    for element in (borders, shade(_WORDING_FILL)):
        style.element.get_or_add_pPr().insert_element_before(element, "w:tabs", "w:spacing", "w:ind")


def _contents_styles(document: Document) -> None:
    from docx.shared import Cm

    _font(document.styles["TOC Heading"], 14)
    for level in (1, 2):
        entry = _added(document, f"toc {level}", 10, builtin=True)
        entry.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        entry.font.bold = level == 1
        _space(entry, 0, 1)


def _footer(document: Document, width: int) -> None:
    """The name at the left, the page at the right: one stop in place of the template's two."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Length, Pt

    footer: Any = document.styles["Footer"]
    footer.font.size = Pt(8.5)
    footer.paragraph_format.tab_stops.clear_all()
    footer.paragraph_format.tab_stops.add_tab_stop(Length(width), WD_TAB_ALIGNMENT.RIGHT)


def _added(document: Document, name: str, size: float = 0, *, keep: bool = False, builtin: bool = False) -> Any:
    """A style of ours, like the normal one but for its size; ``keep`` holds it on the page of what follows."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin)
    style.base_style = document.styles["Normal"]
    if size:
        style.font.size = Pt(size)
    if keep:
        style.paragraph_format.keep_with_next = True
    return style


def _space(style: Any, before: float, after: float) -> None:
    from docx.shared import Pt

    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _font(style: Any, size: float) -> None:
    """The font by name: the template's own comes from its theme, which would win."""
    from docx.shared import Pt

    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.rPr.rFonts
    for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_name(key), None)
    fonts.set(_name("cs"), _FONT)


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{tag}")
