"""Building WordprocessingML in a line or two, where python-docx has no call for it."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

CHANGED = "2026-03-05T10:15:00Z"


def tag(name: str, /, *children: BaseOxmlElement, text: str | None = None, **attributes: str) -> BaseOxmlElement:
    """An element ``w:name``; attributes get the ``w:`` prefix, ``text`` keeps its spaces."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    if text is not None:
        element.text = text
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.extend(children)
    return element


def run(text: str, *properties: BaseOxmlElement, deleted: bool = False) -> BaseOxmlElement:
    """A run of text with the given run properties."""
    content = tag("delText" if deleted else "t", text=text)
    return tag("r", tag("rPr", *properties), content) if properties else tag("r", content)


def field(instruction: str, result: str, *properties: BaseOxmlElement) -> list[BaseOxmlElement]:
    """The five runs of a complex field with its last result."""

    def piece(*children: BaseOxmlElement) -> BaseOxmlElement:
        return tag("r", tag("rPr", *[_copy(p) for p in properties]), *children) if properties else tag("r", *children)

    return [
        piece(tag("fldChar", fldCharType="begin")),
        piece(tag("instrText", text=f" {instruction} ")),
        piece(tag("fldChar", fldCharType="separate")),
        piece(tag("t", text=result)),
        piece(tag("fldChar", fldCharType="end")),
    ]


def _copy(element: BaseOxmlElement) -> BaseOxmlElement:
    return tag(element.tag.split("}")[1], **{key.split("}")[1]: value for key, value in element.attrib.items()})
