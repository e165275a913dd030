"""XML changed byte by byte: what is not touched stays exactly as it was, down to the spaces between attributes.

Everything here works on XML that a walk of ``xmlfile`` has already found well-formed and free of a DOCTYPE.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from .errors import NotReadError
from .xmlfile import narrow

_DECLARED = re.compile(rb"""(<\?xml[^>]*?\sencoding\s*=\s*["'])([^"'>]*)""")
_AS_IT_IS = (b"", b"utf-8", b"utf8", b"us-ascii", b"ascii")
_INSIDE = rb"""(?:[^"'>]|"[^"]*"|'[^']*')*"""
_TAG_END = re.compile(_INSIDE + b">")
_NAME = re.compile(rb"<([^\s/>]+)")
_TOKEN = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?P<end>/?)(?P<name>[^\s/>!?]+)" + _INSIDE + rb">", re.DOTALL
)
_CHARACTER = re.compile(rb"\r\n?|&[^;]*;|[\x00-\x7f]|[\xc2-\xf4][\x80-\xbf]+")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Child(NamedTuple):
    """An element as its bytes: its name without the prefix, where it starts and where it ends."""

    name: bytes
    start: int
    end: int


def as_utf8(data: bytes, *, file: str) -> bytes:
    """The same XML in UTF-8 without a byte order mark, so that text can be put in; as a rule it is so already.

    Raises NotReadError for an encoding that neither Word nor ODF allow.
    """
    try:
        data, encoding = narrow(data)
        data = data.removeprefix(codecs.BOM_UTF8)
        declared = _DECLARED.match(data[:200])
        name = declared[2].lower() if declared else b""
        if name in _AS_IT_IS:
            return data
        text = data.decode(encoding or name.decode("ascii"))
    except (UnicodeError, LookupError) as error:
        raise NotReadError(f"{file} is written in an unusual encoding.", file=file) from error
    return _DECLARED.sub(rb"\1UTF-8", text.encode(), count=1)


def tag_end(data: bytes, start: int) -> int:
    """The byte after the tag that starts at ``start``."""
    found = _TAG_END.match(data, start)
    return found.end() if found else len(data)


def raw_name(data: bytes, start: int) -> bytes:
    """The name of the tag at ``start`` as the file writes it, with its prefix."""
    found = _NAME.match(data, start)
    return found[1] if found else b""


def prefix(name: bytes) -> bytes:
    """The prefix of a name with its colon; empty for a name without one."""
    before, colon, _ = name.rpartition(b":")
    return before + colon


def children(data: bytes, start: int, end: int) -> Iterator[Child]:
    """The elements that stand side by side between two bytes, without those inside them."""
    depth = 0
    begun = start
    for token in _TOKEN.finditer(data, start, end):
        name = token["name"]
        if name is None:
            continue
        closes, is_empty = token["end"] == b"/", token[0].endswith(b"/>")
        depth -= closes
        begun = token.start() if depth == 0 and not closes else begun
        if depth < 0:
            return
        if depth == 0 and (closes or is_empty):
            yield Child(name.rpartition(b":")[2], begun, token.end())
        depth += not closes and not is_empty


def character_bytes(data: bytes, start: int, end: int) -> list[int] | None:
    """The byte at which each character of a text starts, and that after the last; None where tags stand in it."""
    if b"<" in data[start:end]:
        return None
    return [*(found.start() for found in _CHARACTER.finditer(data, start, end)), end]


def allowed(text: str) -> str:
    """``text`` without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def escaped(text: str) -> bytes:
    """``text`` as it is written between tags and in attributes; what XML cannot hold is left out."""
    return "".join(_ESCAPES.get(letter, letter) for letter in allowed(text)).encode()
