"""Paper, margins, columns, running heads and feet."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Emu
from docx.text.paragraph import Paragraph

from source.xml import field, run, tag

SHORT, LONG, MARGIN, GUTTER = Cm(21.0), Cm(29.7), Cm(2.4), Cm(0.9)


def set_up(document: Document, meta: dict[str, str], *, cover: bool) -> None:
    """Set paper and margins of the first section and write its running head and foot."""
    section = document.sections[0]
    wide = meta.get("orientation") == "landscape"
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if wide else (SHORT, LONG)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Cm(2.3)
    section.header_distance = section.footer_distance = Cm(1.1)
    section.different_first_page_header_footer = cover
    width = text_width(section)
    left, _, right = meta["header"].partition(" | ")
    _sides(section.header.paragraphs[0], left, width)
    section.header.paragraphs[0]._p.append(run(right))
    foot = section.footer.paragraphs[0]
    _sides(foot, meta["footer"].replace(" | ", "   "), width)
    foot._p.extend([run("Page "), *field("PAGE", "1"), run(" of "), *field("NUMPAGES", "1")])


def text_width(section: Section) -> int:
    """The width of the text of ``section``, or of one of its columns, in English Metric Units."""
    whole = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    columns = section._sectPr.find(qn("w:cols"))
    count = int(columns.get(qn("w:num"), "1")) if columns is not None else 1
    return whole if count == 1 else (whole - GUTTER) // 2


def columns(document: Document, count: int) -> None:
    """Begin a part of the same page, or of the next, that is set in ``count`` columns."""
    section = document.add_section(WD_SECTION.CONTINUOUS)
    section.different_first_page_header_footer = False
    settings = section._sectPr.find(qn("w:cols"))
    settings.set(qn("w:num"), str(count))
    settings.set(qn("w:space"), str(GUTTER // 635))


def _sides(paragraph: Paragraph, left: str, width: int) -> None:
    stops = paragraph.paragraph_format.tab_stops
    for stop in list(paragraph.style.paragraph_format.tab_stops):
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)
    paragraph._p.extend([run(left), tag("r", tag("tab"))])
