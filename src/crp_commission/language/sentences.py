"""Where sentences start and end inside one block of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 200
"""Words after which a sentence is cut, so that a text without full stops cannot grow without bound."""

_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*+\s++(?=[\"'“‘(\[]?[A-Z0-9£])")
_BEFORE = re.compile(r"([\w.]+)[.!?]+[\"'”’)\]]*\s*$")
_ABBREVIATIONS = frozenset([
    "e.g", "i.e", "eg", "ie", "mr", "mrs", "ms", "dr", "prof", "vs", "v", "incl", "inc", "co", "st", "rev", "hon", "ed",
    "cf", "al", "viz", "dept",
])  # fmt: skip
_NUMBER_FOLLOWS = frozenset([
    "no", "nos", "para", "paras", "s", "ss", "art", "arts", "cl", "cls", "sch", "app", "fig", "ref", "reg", "regs", "p",
    "pp", "sec", "vol", "c", "ca", "approx", "max", "min", "tel", "ext",
])  # fmt: skip
_MARKER = re.compile(r"\(?(?:[A-Z]?\d+(?:\.\d+)*[A-Za-z]?|[A-Za-z]|[ivxl]{2,5})\)?")
_LONGEST_MARKER = 16
_LETTERED = re.compile(
    r"\b(?:annex|appendix|schedule|option|lot|part|section|clause|exhibit|table|figure|form|template|group|band|grade"
    r"|category|phase|level|plan|unit|team|site|and|or|to)\s+[A-Z]$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(^|\b(Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|[A-Z])\.?\s*)$")
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
    # "10. Notices", "4.2. The Provider", "a. ask children": a clause number or a list's letter opens the sentence.
    if match.start() - start <= _LONGEST_MARKER and _MARKER.fullmatch(text[start : match.start()].strip()):
        return True
    window = max(start, match.start() - 24)
    before = _BEFORE.search(text[window : match.end()])
    if before is None:
        return False
    word = before.group(1).lower()
    if word in _NUMBER_FOLLOWS:
        return text[match.end()].isdigit() or text[match.end()] in "(["
    initial = len(word) == 1 and before.group(1).isupper()
    return word in _ABBREVIATIONS or (initial and not _LETTERED.search(text[window : match.start()]))


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
