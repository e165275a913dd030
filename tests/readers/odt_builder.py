"""Small OpenDocument texts made by hand: raw XML in a zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from crp_commission.document import Block, Extract
from crp_commission.limits import DEFAULT_LIMITS, Limits
from crp_commission.readers.odt import read

MEDIUM = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    [f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style", "manifest", "meta")]
    + [
        f'xmlns:draw="{_OASIS}:drawing:1.0"',
        f'xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_OASIS}:svg-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)
HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'


def p(*content: str, style: str = "") -> str:
    """A paragraph; content without markup is escaped."""
    return f'<text:p text:style-name="{style}">{_inner(content)}</text:p>'


def h(text: str, level: int = 1, more: str = "") -> str:
    """A heading."""
    return f'<text:h text:outline-level="{level}" {more}>{escape(text)}</text:h>'


def span(text: str, style: str) -> str:
    """A stretch of text in a style."""
    return f'<text:span text:style-name="{style}">{escape(text)}</text:span>'


def lst(*items: str, style: str = "L1", more: str = "") -> str:
    """A list; an item without markup is a paragraph."""
    inner = "".join(f"<text:list-item>{x if x.startswith('<') else p(x)}</text:list-item>" for x in items)
    return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'


def row(*cells: str, more: str = "") -> str:
    """A table row; a cell without markup is plain text."""
    inner = "".join(c if c.startswith("<table:") else f"<table:table-cell>{p(c)}</table:table-cell>" for c in cells)
    return f"<table:table-row {more}>{inner}</table:table-row>"


def cell(*content: str, more: str = "") -> str:
    """A table cell with further attributes."""
    inner = "".join(part if part.startswith("<") else p(part) for part in content)
    return f"<table:table-cell {more}>{inner}</table:table-cell>"


def table(*rows: str | Sequence[str], header: str = "") -> str:
    """A table; ``header`` is the XML of its header rows."""
    heads = f"<table:table-header-rows>{header}</table:table-header-rows>" if header else ""
    return f"<table:table>{heads}{''.join(x if isinstance(x, str) else row(*x) for x in rows)}</table:table>"


def paragraph_style(name: str, text: str = "", more: str = "", inner: str = "") -> str:
    """A paragraph style; ``text`` are its text properties."""
    return (
        f'<style:style style:family="paragraph" style:name="{name}" {more}>{inner}'
        f"<style:text-properties {text}/></style:style>"
    )


def text_style(name: str, text: str) -> str:
    """A style of a stretch of text."""
    return f'<style:style style:family="text" style:name="{name}"><style:text-properties {text}/></style:style>'


def list_style(*levels: str, name: str = "L1", root: str = "text:list-style", kind: str = "list") -> str:
    """A list style (or the outline); each level is the attributes of a number format."""
    inner = "".join(
        f'<text:{kind}-level-style{"-number" if kind == "list" else ""} text:level="{n}" {level}/>'
        for n, level in enumerate(levels, 1)
    )
    return f'<{root} style:name="{name}">{inner}</{root}>'


def odt(body: str, *, automatic: str = "", styles: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text: its body, the automatic and the common styles, and members to replace or add."""
    members: dict[str, str | bytes] = {
        "mimetype": MEDIUM,
        "content.xml": f"{HEADER}<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"{HEADER}<office:document-styles {NAMESPACES}><office:styles>{styles}</office:styles>"
        f"<office:master-styles><style:header>{p('Furniture')}</style:header></office:master-styles>"
        "</office:document-styles>",
        **(parts or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return stream.getvalue()


def extract(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Extract:
    """What the reader makes of a file."""
    return read(data, "spec.odt", limits)


def blocks(body: str, **options: str) -> tuple[Block, ...]:
    """The Blocks of a text with that body."""
    return extract(odt(body, **options)).blocks


def texts(body: str, **options: str) -> list[str]:
    """The texts of those Blocks."""
    return [block.text for block in blocks(body, **options)]


def notes(body: str, **options: str) -> list[str]:
    """The texts of the Notes."""
    return [note.text for note in extract(odt(body, **options)).notes]


def _inner(content: Sequence[str]) -> str:
    return "".join(part if part.startswith("<") else escape(part) for part in content)
