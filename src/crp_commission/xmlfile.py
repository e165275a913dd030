"""XML read as events, within bounds: what the Word and ODT readers share.

Nothing is built in memory and nothing recurses over the input. Any DOCTYPE is refused, so there are no entities to
expand. Elements and attributes go by one fixed spelling ("w:p", "text:h"), whatever prefixes the file chose and
whether it is in the Strict or the transitional form.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from .errors import NotReadError
from .limits import Limits

Attributes = dict[str, str]
SKIP: Final = True  # what a start handler returns to leave an element unread with all it holds

_OOXML = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES: dict[str, str] = {
    f"{_OOXML}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OOXML}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OOXML}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OOXML}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OOXML}drawingml/2006/chart": "c",
    f"{_STRICT}drawingml/chart": "c",
    f"{_OOXML}drawingml/2006/diagram": "dgm",
    f"{_STRICT}drawingml/diagram": "dgm",
    f"{_OOXML}drawingml/2006/picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_OOXML}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_OOXML}markup-compatibility/2006": "mc",
    f"{_OOXML}package/2006/relationships": "rel",
    f"{_OOXML}package/2006/content-types": "ct",
    f"{_OOXML}officeDocument/2006/extended-properties": "ep",
    f"{_STRICT}officeDocument/extendedProperties": "ep",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    f"{_OASIS}office:1.0": "office",
    f"{_OASIS}text:1.0": "text",
    f"{_OASIS}table:1.0": "table",
    f"{_OASIS}style:1.0": "style",
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}svg-compatible:1.0": "svg",
    f"{_OASIS}manifest:1.0": "manifest",
    f"{_OASIS}meta:1.0": "meta",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_RESERVED = frozenset(_PREFIXES.values())
_DECLARATION = re.compile(rb"""xmlns(?::([^\s=<>"':]+))?\s*=\s*(["'])([^<]*?)\2""")
_ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']""")
_ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
_WIDE_STARTS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")
_FRESH_COPY = "Open it in the program it was made with, save a fresh copy and give that."


@dataclass(slots=True)
class Events:
    """What to do at the start and end of which element, and with text.

    A start handler is given the element's attributes and may return SKIP. ``text`` is given every run of
    characters, also the white space between elements; a long one may come in pieces.
    """

    start: Mapping[str, Callable[[Attributes], bool | None]] = field(default_factory=dict)
    end: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    text: Callable[[str], None] | None = None


class Position:
    """Where a walk stands: at ``byte`` starts the tag being handled; an element that has no content ends there."""

    def __init__(self) -> None:
        self.parser: expat.XMLParserType | None = None

    @property
    def byte(self) -> int:
        """The byte in the data of the walk, from 0."""
        return self.parser.CurrentByteIndex if self.parser else 0


def walk(
    data: bytes, events: Events, *, limits: Limits, file: str, part: str = "", position: Position | None = None
) -> None:
    """Send the XML in ``data`` through ``events``.

    ``file`` is the path shown to people, ``part`` the name of the member inside it. ``position`` tells handlers where
    they are in data that ``narrow`` leaves as it is. Raises NotReadError when the XML is malformed, holds a DOCTYPE or
    is deeper than ``limits.xml_depth``; whatever a handler raises passes through.
    """
    try:
        data, encoding = narrow(data)
    except UnicodeError as error:
        raise _damaged(file, part) from error
    plain = _uses_our_prefixes(data)
    parser = expat.ParserCreate(encoding, None if plain else " ")
    parser.buffer_text = True
    if position is not None:
        position.parser = parser
    _connect(parser, events, limits.xml_depth, file, None if plain else _Spelling())
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise _damaged(file, f"{part}, line {error.lineno}") from error


def _connect(parser: expat.XMLParserType, events: Events, deepest: int, file: str, spelling: _Spelling | None) -> None:
    """Hang the handlers on the parser; this is the inner loop of every Word and ODT file, hence one closure."""
    depth = 0
    skipped_from = 0
    starts, ends = events.start, events.end

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth, skipped_from
        depth += 1
        if depth > deepest:
            raise _too_deep(file, deepest)
        handler = starts.get(name)
        if handler is not None and handler(attributes):
            skipped_from = depth
            parser.StartElementHandler, parser.EndElementHandler = start_skipped, end_skipped
            parser.CharacterDataHandler = None

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler = ends.get(name)
        if handler is not None:
            handler()

    def start_skipped(_name: str, _attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > deepest:
            raise _too_deep(file, deepest)

    def end_skipped(_name: str) -> None:
        nonlocal depth
        depth -= 1
        if depth < skipped_from:
            resume()

    def resume() -> None:
        parser.CharacterDataHandler = events.text
        if spelling is None:
            parser.StartElementHandler, parser.EndElementHandler = start, end
        else:
            parser.StartElementHandler = lambda name, attributes: start(spelling[name], spelling.all(attributes))
            parser.EndElementHandler = lambda name: end(spelling[name])

    def doctype(*_declaration: object) -> None:
        raise _doctype(file)

    parser.StartDoctypeDeclHandler = doctype
    resume()


class _Spelling(dict[str, str]):
    """From the parser's "namespace name" to our "prefix:name", each worked out once."""

    def __missing__(self, name: str) -> str:
        namespace, _, local = name.rpartition(" ")
        prefix = _PREFIXES.get(namespace)
        ours = f"{prefix}:{local}" if prefix else local if not namespace else f"{{{namespace}}}{local}"
        self[name] = ours
        return ours

    def all(self, attributes: Attributes) -> Attributes:
        return {self[name]: value for name, value in attributes.items()}


def _uses_our_prefixes(data: bytes) -> bool:
    """Whether names can be taken as written, which saves a third of the time.

    So it is when every namespace we know is bound to our prefix for it wherever it is declared, and none of our
    prefixes to anything else. A declaration in an unknown encoding or spelled with references is not recognised, and
    then the parser sorts out the namespaces.
    """
    declared = {(prefix.decode("utf-8", "replace"), uri.decode("utf-8", "replace")) for prefix, _, uri in
                _DECLARATION.findall(data)}  # fmt: skip
    known = any(uri in _PREFIXES for _, uri in declared)
    return known and all(
        _PREFIXES[uri] == prefix if uri in _PREFIXES else prefix not in _RESERVED for prefix, uri in declared
    )


def our_prefix(namespace: str) -> str | None:
    """The prefix by which elements of a namespace go here; None for one that is not known."""
    return _PREFIXES.get(namespace)


def narrow(data: bytes) -> tuple[bytes, str | None]:
    """UTF-16 as UTF-8, with the encoding to tell the parser; None leaves it to the file's own declaration.

    Raises UnicodeError for an encoding that neither Word nor ODF allow.
    """
    if data.startswith(_WIDE_STARTS):
        order = "utf-16" if data.startswith(_WIDE_STARTS[:2]) else "utf-16-le" if data[:1] == b"<" else "utf-16-be"
        return data.decode(order).encode("utf-8"), "utf-8"
    declared = _ENCODING.match(data[:200].removeprefix(codecs.BOM_UTF8))
    if declared is None or declared[1].lower() in _ENCODINGS:
        return data, None
    if declared[1].lower().startswith(b"utf-16"):
        return data, "utf-8"  # says UTF-16 and is not: the bytes are what counts
    raise UnicodeError(declared[1])


def _damaged(file: str, where: str) -> NotReadError:
    inside = f" (inside it: {where.removeprefix(', ')})" if where else ""
    return NotReadError(f"{file} is damaged or breaks off{inside}.", hint=_FRESH_COPY, file=file)


def _doctype(file: str) -> NotReadError:
    return NotReadError(
        f"{file} holds a document type declaration (DOCTYPE), which can be used to attack the reader.",
        hint=_FRESH_COPY,
        file=file,
    )


def _too_deep(file: str, deepest: int) -> NotReadError:
    return NotReadError(
        f"{file} nests tables or other parts more than {deepest:,} levels deep, which is the limit.",
        hint="If you trust the file, raise `limits: xml_depth` in crp-commission.yaml.",
        file=file,
    )
