"""Where sentences start and end inside one block of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 200
"""Words after which a sentence is cut, so that a text without full stops cannot grow without bound."""

_END = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9£])")
_BEFORE = re.compile(r"([\w.]+)[.!?]+[\"'”’)\]]*\s*$")
_ABBREVIATIONS = frozenset(
    [
        "e.g",
        "i.e",
        "eg",
        "ie",
        "etc",
        "no",
        "nos",
        "para",
        "paras",
        "s",
        "ss",
        "art",
        "arts",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "vs",
        "v",
        "approx",
        "incl",
        "inc",
        "ltd",
        "co",
        "cl",
        "cls",
        "sch",
        "app",
        "fig",
        "ref",
        "reg",
        "regs",
        "p",
        "pp",
        "st",
        "rev",
        "hon",
        "sec",
        "vol",
        "ed",
        "max",
        "min",
        "c",
        "ca",
        "cf",
        "al",
        "viz",
        "dept",
        "tel",
        "ext",
        "yr",
        "yrs",
    ]
)
_NUMBER_FOLLOWS = frozenset(
    [
        "no",
        "nos",
        "para",
        "paras",
        "s",
        "ss",
        "art",
        "arts",
        "cl",
        "cls",
        "sch",
        "app",
        "fig",
        "ref",
        "reg",
        "regs",
        "p",
        "pp",
        "sec",
        "vol",
    ]
)
_SPACE = re.compile(r"\s+")


def split(text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of each sentence of a block, in order; together they cover all but white space."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _is_abbreviation(text, start, match):
            continue
        spans.extend(_cut(text, start, match.end()))
        start = match.end()
    spans.extend(_cut(text, start, len(text)))
    return spans


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    if text[match.start()] != ".":
        return False
    window = max(start, match.start() - 24)
    before = _BEFORE.search(text[window : match.end()])
    if before is None:
        return False
    word = before.group(1).lower()
    after = text[match.end()]
    if word in _NUMBER_FOLLOWS:
        return after.isdigit() or after in "(["
    # A lone number at the start is a clause number ("10. Notices"), a lone capital an initial.
    if word.isdigit() and match.start() - start <= 4:
        return True
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and before.group(1).isupper())


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    count = 0
    for gap in _SPACE.finditer(text, start, end):
        count += 1
        if count == LONGEST:
            yield start, gap.start()
            start, count = gap.end(), 0
    yield start, end
