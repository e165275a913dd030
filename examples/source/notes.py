"""The footnotes part, which python-docx does not make."""

from __future__ import annotations

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from source.xml import run, tag

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))


def attach(document: Document, texts: list[str]) -> None:
    """Add ``texts`` as footnotes 1, 2, ... to ``document``; nothing is added when there are none."""
    if not texts:
        return
    root = tag("footnotes")
    for number, kind in SEPARATORS:
        paragraph = tag("p", tag("r", tag(kind)))
        root.append(tag("footnote", paragraph, type=kind, id=str(number)))
    for number, text in enumerate(texts, 1):
        mark = tag("r", tag("rPr", tag("rStyle", val="FootnoteReference")), tag("footnoteRef"))
        style = tag("pPr", tag("pStyle", val="FootnoteText"))
        root.append(tag("footnote", tag("p", style, mark, run(f" {text}")), id=str(number)))
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), TYPE, data, document.part.package)
    document.part.relate_to(part, RELATION)
    settings = document.settings.element
    listed = tag("footnotePr", *(tag("footnote", id=str(number)) for number, _ in SEPARATORS))
    settings.insert(list(settings).index(settings.find(tag("compat").tag)), listed)
