"""What Word works out itself, with its result already filled in: the contents and the numbers of pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Make a paragraph a place that can be led to."""
    start = _element("w:bookmarkStart", id=str(number), name=name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(_element("w:bookmarkEnd", id=str(number)))


def add_page_numbers(paragraph: Paragraph, text: str) -> None:
    """A footer: the text, then "Page 1 of 2" as fields."""
    paragraph.add_run(f"{text}\tPage ")
    _field(paragraph._p, "PAGE", "1")
    paragraph.add_run(" of ")
    _field(paragraph._p, "NUMPAGES", "1")


def fill_contents(first: Paragraph, headings: Iterable[tuple[int, str, str]], styles: Sequence[str]) -> None:
    """A list of contents from ``first`` on: level, text and bookmark of each heading, in the ids of styles by level.

    It says no page numbers (``\\n``), since only Word knows them; each entry leads to its heading.
    """
    entries = list(headings)
    paragraphs = [first, *(first.insert_paragraph_before() for _ in entries[1:])]
    paragraphs = [*paragraphs[1:], first]  # those put in stand before the first one, in their order
    _start(paragraphs[0]._p, f'TOC \\o "1-{len(styles)}" \\h \\z \\n')
    for paragraph, (level, text, name) in zip(paragraphs, entries, strict=False):
        paragraph._p.style = styles[level - 1]
        paragraph._p.append(_link(text, name))
    paragraphs[-1]._p.append(_run(_element("w:fldChar", fldCharType="end")))


def _start(paragraph: Any, code: str) -> None:
    paragraph.append(_run(_element("w:fldChar", fldCharType="begin")))
    paragraph.append(_run(_text("w:instrText", code)))
    paragraph.append(_run(_element("w:fldChar", fldCharType="separate")))


def _field(paragraph: Any, code: str, shown: str) -> None:
    _start(paragraph, code)
    paragraph.append(_run(_text("w:t", shown)))
    paragraph.append(_run(_element("w:fldChar", fldCharType="end")))


def _link(text: str, name: str) -> Any:
    link = _element("w:hyperlink", anchor=name, history="1")
    link.append(_run(_text("w:t", text)))
    return link


def _run(child: Any) -> Any:
    run = _element("w:r")
    run.append(child)
    return run


def _text(tag: str, text: str) -> Any:
    element = _element(tag)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
