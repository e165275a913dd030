"""The contents field, with the entries and page numbers that Word would have stored at the last update."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from source.markup import Source
from source.xml import field, run, tag


@dataclass(frozen=True)
class Entry:
    """A line of the contents: the heading's depth (1 or 2), its number and text, and its bookmark."""

    level: int
    number: str
    text: str
    bookmark: str


def entries(source: Source) -> list[Entry]:
    """The headings of ``source`` in order, with the numbers that the list style will give them."""
    found: list[Entry] = []
    first = second = 0
    for element in source.elements:
        if element.kind == "heading1":
            first, second = first + 1, 0
        elif element.kind == "heading2":
            second += 1
        else:
            continue
        number = f"{first}.{second}" if second else str(first)
        found.append(Entry(2 if second else 1, number, element.text, f"_Toc2260312{len(found):02d}"))
    return found


def mark(paragraph: Paragraph, entry: Entry, number: int) -> None:
    """Put the bookmark of ``entry`` round the runs of its heading."""
    start = tag("bookmarkStart", id=str(100 + number), name=entry.bookmark)
    first = paragraph._p.r_lst[0]
    first.addprevious(start)
    paragraph._p.append(tag("bookmarkEnd", id=str(100 + number)))


def add(document: Document, found: list[Entry], pages: dict[str, int], width: int) -> None:
    """Add the contents of the headings in ``found``; ``pages`` gives the page of each number ("4.2")."""
    heading = tag("p", tag("pPr", tag("pStyle", val="ContentsHeading")), run("Contents"))
    lines = [_line(entry, pages.get(entry.number, 0), width) for entry in found]
    opening = field(r'TOC \o "1-2" \h \z \u', "")[:3]
    for piece in reversed(opening):
        lines[0].insert(1, piece)
    closing = tag("p", tag("r", tag("fldChar", fldCharType="end")))
    gallery = tag("docPartObj", tag("docPartGallery", val="Table of Contents"), tag("docPartUnique"))
    block = tag("sdt", tag("sdtPr", gallery), tag("sdtContent", heading, *lines, closing))
    document.element.body.insert_element_before(block, "w:sectPr")


def _line(entry: Entry, page: int, width: int) -> BaseOxmlElement:
    end = tag("tab", val="right", leader="dot", pos=str(width // 635))
    indent = 0 if entry.level == 1 else 425
    tabs = tag("tabs", tag("tab", val="left", pos=str(indent + 600)), end)
    style = tag("pPr", tag("pStyle", val=f"TOC{entry.level}"), tabs, tag("ind", left=str(indent)))
    text = [run(entry.number), tag("r", tag("tab")), run(entry.text), tag("r", tag("tab"))]
    number = field(f"PAGEREF {entry.bookmark} \\h", str(page))
    return tag("p", style, tag("hyperlink", *text, *number, anchor=entry.bookmark, history="1"))
