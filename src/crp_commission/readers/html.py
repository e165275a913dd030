"""Web pages: HTML and XHTML."""

from __future__ import annotations

import re

from ..decoding import decode
from ..document import Extract
from ..extraction import ExtractBuilder
from ..limits import Limits
from ..markup.source import feed
from ..markup.walker import Walker

EXTENSIONS = (".html", ".htm", ".xhtml")
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:+-]{1,60})""", re.IGNORECASE
)
_LOOKED_AT = 4096


def read(data: bytes, name: str, limits: Limits) -> Extract:
    """Read a web page as a person sees it; what is hidden, struck out or page furniture is told in notes.

    Raises NotReadError when the bytes are no text or pass a limit.
    """
    declared = _DECLARED.search(data, 0, _LOOKED_AT)
    decoded = decode(data, name, limits, declared[1].decode("ascii") if declared else None)
    opening = decoded.text[:1000].lower()
    builder = ExtractBuilder(name)
    walker = Walker(builder, limits)
    feed(decoded.text, walker, xml=name.lower().endswith(".xhtml") or "<?xml" in opening or "//dtd xhtml" in opening)
    walker.close()
    return builder.extract(notes=decoded.notes)
