"""Text boxes, as Word writes them: a drawing with a text box inside, and a VML copy for old readers."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
LINE, MARGIN, CHARACTER = 187_000, 110_000, 62_000  # English Metric Units: a line's height, both paddings, a letter

BOX = """<w:r {declared}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="45720" distB="45720" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>
<wp:docPr id="{number}" name="Text Box {number}"/>
<a:graphic><a:graphicData uri="{wps}"><wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="F3F7F8"/></a:solidFill>
<a:ln w="12700"><a:solidFill><a:srgbClr val="1B4F5C"/></a:solidFill></a:ln></wps:spPr>
<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>
<wps:bodyPr wrap="square" lIns="91440" tIns="64008" rIns="91440" bIns="45720"/></wps:wsp></a:graphicData></a:graphic>
</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:shape id="Box{number}" type="#_x0000_t202" style="width:{points}pt;height:{high}pt" fillcolor="#f3f7f8">
<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def add(document: Document, lines: list[str], number: int, width: int) -> None:
    """Add a box with a heading (the first of ``lines``) and paragraphs, ``width`` English Metric Units wide."""
    height = MARGIN + sum(LINE * _rows(line, width) + 38_100 for line in lines)
    content = _paragraph(lines[0], "BoxHeading") + "".join(_paragraph(line, "BoxText") for line in lines[1:])
    xml = BOX.format(
        declared=DECLARED,
        wps=NAMESPACES["wps"],
        width=width,
        height=height,
        points=width // 12_700,
        high=height // 12_700,
        number=number,
        content=content,
    ).replace("\n", "")
    element: BaseOxmlElement = parse_xml(xml)
    document.add_paragraph()._p.append(element)


def _rows(line: str, width: int) -> int:
    return 1 + len(line) * CHARACTER // (width - 183_000)


def _paragraph(text: str, style: str) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{safe}</w:t></w:r></w:p>'
