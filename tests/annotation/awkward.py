"""A Word file with much that editors stumble over, made by hand."""

from __future__ import annotations

import struct
import zlib

from docx_builder import HEADER, NAMESPACES, OOXML, STYLES, b, docx, item, level, numbering, p, r, tbl, tc, tr

RELATIONS = f"{OOXML}/officeDocument/2006/relationships"
LINK = f'<Relationship Id="l" Type="{RELATIONS}/hyperlink" Target="https://example.org/?a&amp;" TargetMode="External"/>'
IMAGE = f'<Relationship Id="i" Type="{RELATIONS}/image" Target="media/image1.png"/>'
HEAD = f'<Relationship Id="h" Type="{RELATIONS}/header" Target="header1.xml"/>'
CUSTOM = f'<Relationship Id="c" Type="{RELATIONS}/customXml" Target="../customXml/item1.xml"/>'
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
EDGES = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in SIDES)
BORDERS = f"<w:tblBorders>{EDGES}</w:tblBorders>"
PICTURE = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="400000" cy="200000"/>'
    f'<wp:docPr id="1" name="Logo"/><a:graphic><a:graphicData uri="{OOXML}/drawingml/2006/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="i"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="400000" cy="200000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
BOX = (
    '<w:r><w:pict><v:shape id="box" style="width:200pt;height:40pt" stroked="t"><v:textbox><w:txbxContent>{}'
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF who </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
INSERTED = '<w:ins w:id="90" w:author="Legal" w:date="2026-01-02T03:04:05Z">{}</w:ins>'
DELETED = '<w:del w:id="91" w:author="Legal" w:date="2026-01-02T03:04:05Z"><w:r><w:delText>{}</w:delText></w:r></w:del>'
COMMENTED = '<w:commentRangeStart w:id="3"/>{}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'
CONTROL = '<w:sdt><w:sdtPr><w:alias w:val="Service"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'

INNER = tbl(tr("Who", "Children choose the questions."), marks=BORDERS)

QUOTES = {
    "field": "The Provider shall ask every child who leaves.",
    "numbered": "The Provider shall tell each child what was decided.",
    "item": "write down what children say;",
    "link": "Children can complain by the council’s page.",
    "cell": "Asked each quarter & told why.",
    "nested": "Children choose the questions.",
    "tracked": "Staff should listen to children first.",
    "control": "The Young Carers Service may refuse any child.",
    "picture": "Every child gets a plan.",
    "commented": "Parents speak for their children.",
}
UNPLACED = {"footnote": "Children will be heard where resources allow.", "box": "No child will be seen alone."}


def awkward() -> bytes:
    """The file."""
    body = "".join((
        p("Young Carers Service", style="Title"),
        p(b("1. Purpose. "), FIELD.format(r("The Provider", "<w:u w:val='single'/>")), r(" shall ask every "),
          b("child"), r(" who leaves. It is read with Schedule 1."), NOTE),
        p("Listening", style="Heading1"),
        item("The Provider shall tell each child what was decided."),
        item("The Provider is to:"),
        item("write down what children say;", depth=1),
        item("keep it for a year.", depth=1),
        p(r("Help is there. "), '<w:hyperlink r:id="l">', r("Children can complain", "<w:color w:val='0000FF'/>"),
          "</w:hyperlink>", r(" by the council’s page. It is open.")),
        tbl(tr("Measure", "How"), tr(tc("Voice"), tc(p("First. Asked each quarter & told why. Last."), INNER, p())),
            marks=BORDERS),
        p(r("As it was. Staff "), DELETED.format("must"), INSERTED.format(r("should")),
          r(" listen to children first.")),
        p(r("Who. The "), CONTROL.format(r("Young Carers Service", "<w:b/>")),
          r(" may refuse any child. No reason is given.")),
        p(PICTURE, r(" Every child gets a plan."), '<w:bookmarkStart w:id="0" w:name="who"/><w:bookmarkEnd w:id="0"/>'),
        p(r("It helps. "), COMMENTED.format(r("Parents speak for their ")), r("children. That is all.")),
        p(r("Beside the text."), BOX.format(p("No child will be seen alone."))),
        p("Page ", '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>', " of the paper."),
        '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1100" w:right="1100" w:bottom="1100" w:left="1100" w:header="500" w:footer="500"/></w:sectPr>',
    ))  # fmt: skip
    levels = {0: level("decimal", "%1.", _indent(360)), 1: level("lowerLetter", "(%2)", _indent(800))}
    lists = numbering(levels)
    by = 'w:author="Legal" w:date="2026-01-02T03:04:05Z" w:initials="L"'
    comment = f'<w:comment w:id="3" {by}>{p("Is that so?")}</w:comment>'
    note = f'<w:footnote w:id="2">{p("Children will be heard where resources allow.")}</w:footnote>'
    header = f"{HEADER}<w:hdr {NAMESPACES}>{p('The council’s header: children matter.')}</w:hdr>"
    return docx(
        "",
        relations=LINK + IMAGE + HEAD + CUSTOM,
        styles=STYLES,
        numbering=lists,
        comments=comment,
        footnotes=note,
        parts={
            "word/document.xml": f"{HEADER}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/media/image1.png": _png(),
            "word/header1.xml": header,
            "customXml/item1.xml": "<council xmlns='urn:council'>kept</council>",
            "word/unknown.bin": bytes(range(256)),
            "[Content_Types].xml": _types(),
        },
    )


def _indent(left: int) -> str:
    return f'<w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr>'


def _types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering", "comments": "comments"}
    kinds |= {"footnotes": "footnotes", "header1": "header"}
    named = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{word}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    return (
        f'{HEADER}<Types xmlns="{OOXML}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="bin" ContentType="application/octet-stream"/>{named}</Types>'
    )


def _png() -> bytes:
    """A small picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 4, 8, 2, 0, 0, 0))
    rows = zlib.compress((b"\0" + b"\x20\x60\x60" * 8) * 4)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
