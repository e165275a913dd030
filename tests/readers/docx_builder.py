"""Small Word files made by hand: raw XML in a zip, so that a test can say exactly what stands in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from crp_commission.document import Block, Extract
from crp_commission.limits import DEFAULT_LIMITS, Limits
from crp_commission.readers.docx import read

OOXML = "http://schemas.openxmlformats.org"
STRICT = "http://purl.oclc.org/ooxml"
W = f"{OOXML}/wordprocessingml/2006/main"
RELATION = f"{OOXML}/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": RELATION,
        "m": f"{OOXML}/officeDocument/2006/math",
        "mc": f"{OOXML}/markup-compatibility/2006",
        "a": f"{OOXML}/drawingml/2006/main",
        "pic": f"{OOXML}/drawingml/2006/picture",
        "wp": f"{OOXML}/drawingml/2006/wordprocessingDrawing",
        "c": f"{OOXML}/drawingml/2006/chart",
        "dgm": f"{OOXML}/drawingml/2006/diagram",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    for n in range(1, 5)
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>' + HEADINGS
)


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def b(text: str) -> str:
    """A bold run."""
    return r(text, "<w:b/>")


def p(*runs: str, style: str = "", marks: str = "") -> str:
    """A paragraph; a run without markup is plain text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{marks}</w:pPr>{inner}</w:p>"


def item(text: str, number: int = 1, depth: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, marks=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def tc(*content: str, marks: str = "") -> str:
    """A table cell; content without markup is a paragraph."""
    inner = "".join(part if part.startswith("<") else p(part) for part in content) or p()
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, marks: str = "") -> str:
    """A table row; a cell without markup is plain text."""
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(c if c.startswith('<w:tc') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str | Sequence[str], marks: str = "") -> str:
    """A table; a row may be a sequence of cells."""
    inner = "".join(row if isinstance(row, str) else tr(*row) for row in rows)
    return f"<w:tbl><w:tblPr>{marks}</w:tblPr>{inner}</w:tbl>"


def numbering(levels: Mapping[int, str], *, extra: str = "") -> str:
    """A numbering part with one list (1) of the given levels, each the inner XML of its ``w:lvl``."""
    inner = "".join(f'<w:lvl w:ilvl="{depth}">{level}</w:lvl>' for depth, level in levels.items())
    return (
        f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{extra}'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def level(form: str, text: str, extra: str = "", start: int = 1) -> str:
    """The inner XML of a list level."""
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/>'


def part(root: str, inner: str) -> str:
    """The XML of a part."""
    return f"{HEADER}<w:{root} {NAMESPACES}>{inner}</w:{root}>"


def docx(
    body: str,
    *,
    main: str = "word/document.xml",
    parts: Mapping[str, str | bytes] | None = None,
    relations: str = "",
    **inner: str,
) -> bytes:
    """A Word file.

    ``inner`` are further parts of the text by purpose (styles, numbering, footnotes, endnotes), as the XML inside
    their root; ``parts`` replace or add whole members; ``relations`` are further relationships of the main part.
    """
    inner.setdefault("styles", STYLES)
    folder = main.rpartition("/")[0]
    links = "".join(f'<Relationship Id="x{name}" Type="{RELATION}/{name}" Target="{name}.xml"/>' for name in inner)
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEADER}<Types xmlns="{OOXML}/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{MAIN_TYPE}"/></Types>',
        "_rels/.rels": relationships(f'<Relationship Id="m" Type="{RELATION}/officeDocument" Target="{main}"/>'),
        main: part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        f"{folder}/_rels/{main.rpartition('/')[2]}.rels": relationships(links + relations),
    }
    members |= {f"{folder}/{name}.xml": part(name, text) for name, text in inner.items()}
    return zipped({**members, **(parts or {})})


def relationships(inner: str) -> str:
    """The XML of a relationships part."""
    return f'{HEADER}<Relationships xmlns="{OOXML}/package/2006/relationships">{inner}</Relationships>'


def zipped(members: Mapping[str, str | bytes] | Sequence[tuple[str, str | bytes]]) -> bytes:
    """A zip of the given members, in order; a sequence may name one twice."""
    pairs = members.items() if isinstance(members, Mapping) else members
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in pairs:
            archive.writestr(name, data)
    return stream.getvalue()


def extract(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Extract:
    """What the reader makes of a file."""
    return read(data, "spec.docx", limits)


def blocks(body: str, **inner: str) -> tuple[Block, ...]:
    """The Blocks of a Word file with that body."""
    return extract(docx(body, **inner)).blocks


def texts(body: str, **inner: str) -> list[str]:
    """The texts of those Blocks."""
    return [block.text for block in blocks(body, **inner)]


def numbers(body: str, **inner: str) -> list[str]:
    """The automatic numbers of those Blocks."""
    return [block.number for block in blocks(body, **inner)]
