"""The lines of a plain text file, each with what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAGE_END = "\f"
_TAB = 4


@dataclass(slots=True)
class Line:
    """One line that is not blank.

    ``number`` is its line in the file, ``page`` its page where the file has form feeds. ``gap`` says that a blank line
    or a page's start stands before it, ``dropped`` that page furniture was taken out there. ``width`` is the length
    of the longest of the lines it stands among, ``length`` its own, both with the white space that leads it.
    """

    text: str
    number: int
    page: int | None = None
    gap: bool = False
    dropped: bool = False
    indent: int = 0
    length: int = 0
    width: int = 0


def lines_of(text: str) -> list[Line]:
    """Every line of ``text`` that holds a sign to see."""
    paged = _PAGE_END in text
    page = 1
    gap = True
    found: list[Line] = []
    for number, whole in enumerate(text.split("\n"), start=1):
        for at, part in enumerate(whole.split(_PAGE_END)):
            if at:
                page, gap = page + 1, True
            if part.strip():
                found.append(_line(part, number, page if paged else None, gap))
                gap = False
            elif at == 0:
                gap = True
    return found


def _line(text: str, number: int, page: int | None, gap: bool) -> Line:
    shown = text.expandtabs(_TAB).rstrip()
    return Line(text.strip(), number, page, gap, indent=len(shown) - len(shown.lstrip()), length=len(shown))


def measure(lines: list[Line]) -> None:
    """Give every line the width of the lines it stands among, without a blank line between."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].gap:
            width = max(line.length for line in lines[start:at])
            for line in lines[start:at]:
                line.width = width
            start = at


_OPENING = re.compile(r"[\"'“‘(\[]*")


def starts_lower(text: str) -> bool:
    """Whether ``text`` goes on in lower case, quotation marks and brackets apart."""
    opening = _OPENING.match(text)
    first = text[opening.end() : opening.end() + 1] if opening else text[:1]
    return first.islower()
