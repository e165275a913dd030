"""Titles of law that name their nation in brackets: "the Education (Scotland) Act 2016"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NATION = {
    "england": "england",
    "wales": "wales",
    "scotland": "scotland",
    "northern ireland": "northern-ireland",
    "ni": "northern-ireland",
    "n.i.": "northern-ireland",
}
_TITLE = re.compile(
    r"\((?P<nation>England|Wales|Scotland|Northern Ireland|NI|N\.I\.)\)"
    r"(?: \([A-Z][\w ,.]*\))? (?:Act|Order|Measure|Regulations|Rules)"
    r"(?: \((?:NI|Northern Ireland)\))?,? (?:19|20)\d\d\b"
    r"|\b(?:Act|Order) \((?P<late>Northern Ireland|NI|N\.I\.)\) (?:19|20)\d\d\b"
)
_JOINS = frozenset({"and", "of", "for", "in", "to", "on", "etc", "etc.", "with", "from", "by"})
_NO_TITLE = frozenset({"The", "Under", "In", "See", "Act"})
_LONGEST = 20


class Title(NamedTuple):
    """A title of law in a text: its words, nation, and where it starts and ends."""

    name: str
    nation: str
    start: int
    end: int


def titles(text: str) -> Iterator[Title]:
    """The titles of law in a text that name their nation."""
    if "(" not in text:
        return
    for match in _TITLE.finditer(text):
        start = _beginning(text, match.start())
        if start < match.start():
            nation = _NATION[(match["nation"] or match["late"]).lower()]
            yield Title(text[start : match.end()], nation, start, match.end())


def _beginning(text: str, end: int) -> int:
    """Where the capitalised words before a bracket begin; brackets of the title's own belong to it."""
    start = end
    depth = 0
    for match in reversed(list(re.finditer(r"\S+", text[:end]))[-_LONGEST:]):
        word = match.group()
        depth += word.count(")") - word.count("(")
        bare = word.lstrip("(“\"'‘[")
        if bare in _JOINS:
            continue
        if not bare[:1].isupper() or bare in _NO_TITLE or (depth <= 0 and word.endswith((";", ":", ".", ","))):
            break
        opened = depth < 0 or word[0] in "“\"'‘["
        start = match.end() - len(bare) if opened else match.start()
        if opened:
            break
    return start
