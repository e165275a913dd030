"""Plain text, as people type it or copy it out of a PDF."""

from __future__ import annotations

from ...decoding import decode
from ...document import Extract
from ...extraction import ExtractBuilder
from ...limits import Limits
from .chunks import Chunker
from .furniture import without_furniture
from .lines import lines_of
from .writing import write

EXTENSIONS = (".txt", ".text")


def read(data: bytes, name: str, limits: Limits) -> Extract:
    """Read plain text: wrapped lines joined, page furniture dropped, headings, lists and tables told apart.

    A form feed starts a new page. Raises NotReadError when the bytes are no text or pass a limit.
    """
    decoded = decode(data, name, limits)
    lines = lines_of(decoded.text)
    pages = lines[-1].page if lines else None
    builder = ExtractBuilder(name)
    write(Chunker(without_furniture(lines, builder)).chunks(), builder)
    return builder.extract(pages=pages, notes=decoded.notes)
