"""Which paragraphs are headings, and how deep: by the file's bookmarks, numbers, size and weight of type."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ...language.headings import is_sentence, looks_like_heading
from .layout import Stretch

_LONGEST = 140
_LONGEST_PLAIN = 60
_MOST_LINES = 3
_LARGER = 1.08
_AS_LARGE = 0.93
_DEEPEST = 6

_DECIMAL = re.compile(r"[A-Z]?\d{1,3}(\.\d{1,3})*\.?")
_NUMBERED = re.compile(r"\d{1,2}\.?\s+(?=[\"'‘“(]?[A-Z])")
_LABELLED = re.compile(r"(?:appendix|annex|schedule|part|section|chapter|lot) (?:[a-z]|\d{1,2}|[ivx]+)\b")

Style = tuple[float, bool]


@dataclass(slots=True, eq=False, repr=False)
class Passage:
    """A paragraph's text, without its lines. ``marker`` is the bullet or number it starts with, ``rest`` what follows.

    ``size`` is that of its type to half a point, ``bold`` whether all of it is bold, ``bold_start`` the bold words it
    opens with otherwise, ``x`` where it starts; ``may_head`` says that nothing rules out a heading. ``level`` is that
    of a heading, from 1.
    """

    text: str
    page: int
    marker: str
    rest: str
    size: float
    bold: bool
    bold_start: str
    x: float
    contents: bool
    footnote: bool
    may_head: bool
    level: int = 0

    @property
    def depth(self) -> int:
        """How deep its number is: 1 for "4", 2 for "4.2"; 0 where it says nothing."""
        return self.marker.rstrip(".").count(".") + 1 if self.marker and _DECIMAL.fullmatch(self.marker) else 0


def passage_of(stretch: Stretch, text: str) -> Passage:
    """A paragraph with its number split off; ``text`` is that of all its lines."""
    first = stretch.lines[0]
    marker = first.marker if text.startswith(first.marker) else ""
    may_head = (
        len(text) <= _LONGEST
        and len(stretch.lines) <= _MOST_LINES
        and (first.pieces == 1 or (first.pieces == 2 and bool(marker or _LABELLED.match(text.lower()))))
        and not (stretch.contents or stretch.footnote or stretch.aside)
        and not (marker and not any(map(str.isalnum, marker)))
        and any(map(str.isalpha, text))
    )
    if may_head and not marker and (match := _NUMBERED.match(text)):
        marker = match.group().rstrip()
    size = round(2 * min(line.size for line in stretch.lines)) / 2
    bold = all(line.all_bold for line in stretch.lines)
    bold_start = "" if bold else first.text[: first.bold]
    rest = text[len(marker) :].lstrip() if marker else text
    return Passage(
        text, stretch.page, marker, rest, size, bold, bold_start, first.x0, stretch.contents, stretch.footnote, may_head
    )


def find_headings(passages: Sequence[Passage], body_size: float, bookmarks: dict[tuple[int, str], int]) -> None:
    """Set the level of every passage that is a heading."""
    headings: list[tuple[Passage, int]] = []  # with the depth that a bookmark or a number gives it, or 0
    for index, passage in enumerate(passages):
        if not passage.may_head:
            continue
        depth = bookmarks.get((passage.page, folded(passage.text)), 0) if bookmarks else 0
        if depth or _stands_out(passage, body_size) or _is_plain_heading(passages, index):
            headings.append((passage, depth or passage.depth))
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
    bold = passage.bold and passage.size > _AS_LARGE * body_size
    if not larger and (not (bold or _is_capitals(text)) or (passage.marker and not passage.depth)):
        return False
    if not larger and (text[-1] in ".;,!" or text[0].islower()):
        return False
    return looks_like_heading(passage.rest) or (larger and text[-1] not in ".;,:" and not is_sentence(text))


def _is_capitals(text: str) -> bool:
    return text.isupper() and 4 < len(text) <= _LONGEST_PLAIN and text[-1] not in ".;:"


def _is_plain_heading(passages: Sequence[Passage], index: int) -> bool:
    """A short numbered title in plain type: words, not a sentence, with text or a deeper number under it."""
    passage = passages[index]
    title = passage.rest
    if not title or len(title) > _LONGEST_PLAIN or title[-1] in ".;,!:" or not title[0].isupper() or is_sentence(title):
        return False
    if not passage.marker:
        return _LABELLED.match(title.lower()) is not None
    after = passages[index + 1] if index + 1 < len(passages) else None
    if after is None or after.contents or not passage.depth:
        return False
    own = passage.marker.rstrip(".")
    if after.depth:
        return after.marker.startswith(own + ".") or ("." in own and len(after.rest) > _LONGEST_PLAIN)
    return "." in own or len(after.rest) > _LONGEST_PLAIN


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
