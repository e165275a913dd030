"""Which paragraphs are headings, and how deep: by the file's bookmarks, numbers, size and weight of type."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ._pdf_lines import is_bullet
from ._pdf_types import Paragraph

_LONGEST = 140
_LONGEST_PLAIN = 60
_MOST_LINES = 3
_LARGER = 1.08
_AS_LARGE = 0.93
_DEEPEST = 6

_DECIMAL = re.compile(r"[A-Z]?\d{1,3}(\.\d{1,3})*\.?")
_NUMBERED = re.compile(r"\d{1,2}\.?\s+(?=[\"'‘“(]?[A-Z])")
_FORCE = re.compile(r"\b(?:shall|must|will|should|may|can|is|are|was|were|has|have)\b")
_LABELLED = re.compile(r"(?:appendix|annex|schedule|part|section|chapter|lot) (?:[a-z]|\d{1,2}|[ivx]+)\b")

Style = tuple[float, bool]


@dataclass(slots=True, eq=False, repr=False)
class Passage:
    """A paragraph's text, without its lines. ``number`` is what it starts with and ``rest`` the words after that.

    ``size`` and ``bold`` are the size of its type to half a point and whether all of it is bold, ``x`` is where it
    starts, ``run_in`` the bold words it opens with; ``may_head`` says that nothing rules out a heading. ``level`` is
    that of a heading, from 1.
    """

    text: str
    page: int
    number: str
    rest: str
    marker: str
    size: float
    bold: bool
    x: float
    contents: bool
    footnote: bool
    aside: bool
    may_head: bool
    run_in: str
    level: int = 0


def passage_of(paragraph: Paragraph, text: str) -> Passage:
    """The paragraph with its number split off; ``text`` is that of all its lines."""
    first = paragraph.lines[0]
    number, rest = "", text
    may_head = (
        len(text) <= _LONGEST
        and len(paragraph.lines) <= _MOST_LINES
        and not (paragraph.contents or paragraph.footnote or paragraph.aside)
        and not (len(first.marker) == 1 and (is_bullet(first.marker) or not first.marker.isdigit()))
        and any(map(str.isalpha, text))
    )
    if first.marker and text.startswith(first.marker):
        number, rest = first.marker, text[len(first.marker) :].strip()
    elif may_head and (match := _NUMBERED.match(text)):
        number, rest = match.group().strip(), text[match.end() :]
    size = round(2 * min(line.size for line in paragraph.lines)) / 2
    bold = all(line.all_bold for line in paragraph.lines)
    run_in = "" if bold else first.text[: first.bold].strip()
    return Passage(
        text, paragraph.page, number, rest, first.marker, size, bold, first.x0,
        paragraph.contents, paragraph.footnote, paragraph.aside, may_head, run_in,
    )  # fmt: skip


def find_headings(passages: Sequence[Passage], body_size: float, bookmarks: dict[tuple[int, str], int]) -> None:
    """Set the level of every passage that is a heading."""
    headings: list[tuple[Passage, int]] = []  # with the depth that a bookmark or a number gives it, or 0
    for index, passage in enumerate(passages):
        if not passage.may_head:
            continue
        depth = bookmarks.get((passage.page, folded(passage.text)), 0) if bookmarks else 0
        if depth or _stands_out(passage, body_size) or _is_plain_heading(passages, index):
            headings.append((passage, depth or _depth(passage.number)))
    levels = _levels_by_style(headings)
    for passage, depth in headings:
        passage.level = min(depth or levels[passage.size, passage.bold], _DEEPEST)


def folded(text: str) -> str:
    """A title as it is compared with a bookmark: letters only, in lower case."""
    return "".join(filter(str.isalpha, text.lower()))


def _stands_out(passage: Passage, body_size: float) -> bool:
    """Whether its type sets it apart from running text, and it does not read like a sentence."""
    text = passage.text
    larger = passage.size > _LARGER * body_size
    if not larger and not (passage.bold and passage.size > _AS_LARGE * body_size) and not _is_capitals(text):
        return False
    if passage.number and not larger and not _DECIMAL.fullmatch(passage.number):
        return False
    if text[-1] in ".;,!" and (not larger or _has_force(text)):
        return False
    return not (text[-1] == ":" and _has_force(text)) and (larger or not text[0].islower())


def _has_force(text: str) -> bool:
    return _FORCE.search(text.lower()) is not None


def _is_capitals(text: str) -> bool:
    return text.isupper() and 4 < len(text) <= _LONGEST_PLAIN and text[-1] not in ".;:"


def _is_plain_heading(passages: Sequence[Passage], index: int) -> bool:
    """A short numbered title in plain type: words, not a sentence, with text or a deeper number under it."""
    passage = passages[index]
    title = passage.rest
    if not title or len(title) > _LONGEST_PLAIN or title[-1] in ".;,!:" or not title[0].isupper() or _has_force(title):
        return False
    if not passage.number:
        return _LABELLED.match(title.lower()) is not None
    after = passages[index + 1] if index + 1 < len(passages) else None
    if after is None or after.contents or not _DECIMAL.fullmatch(passage.number):
        return False
    own = passage.number.rstrip(".")
    if after.number and _DECIMAL.fullmatch(after.number):
        return after.number.startswith(own + ".") or ("." in own and len(after.rest) > _LONGEST_PLAIN)
    return "." in own or len(after.rest) > _LONGEST_PLAIN


def _depth(number: str) -> int:
    """How deep a number is: 1 for "4", 2 for "4.2"; 0 where it says nothing."""
    return number.rstrip(".").count(".") + 1 if number and _DECIMAL.fullmatch(number) else 0


def _levels_by_style(headings: Sequence[tuple[Passage, int]]) -> dict[Style, int]:
    """The level of each style: the usual depth of its headings, else one below the next larger style."""
    depths: dict[Style, Counter[int]] = defaultdict(Counter)
    for passage, depth in headings:
        depths[passage.size, passage.bold][depth] += 1
    levels: dict[Style, int] = {}
    above = 0
    for style in sorted(depths, reverse=True):
        known = [depth for depth, _ in depths[style].most_common() if depth]
        above = levels[style] = known[0] if known else above + 1
    return levels
