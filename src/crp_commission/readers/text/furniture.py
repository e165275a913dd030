"""Headers, footers and page numbers that came out of a PDF among the text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from ...extraction import ExtractBuilder, Skipped
from ...language.markers import item_marker
from .lines import Line, measure

_PAGE_NUMBER = re.compile(
    r"page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*(?:of|/)\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|\d{1,4}\s*\|\s*p\s*a\s*g\s*e|p\s*a\s*g\s*e\s*\|?\s*\d{1,4}|p a g e",
    re.IGNORECASE,
)
_LONE = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d+")
_AT_EDGE = 3  # lines at the top and the foot of a page that may be furniture
_OFTEN = 3  # times a line stands alone before it is furniture, where pages are not marked
_MOST_WORDS = 15
_FEWEST_WORDS = 4  # of running text


def without_furniture(lines: list[Line], builder: ExtractBuilder) -> list[Line]:
    """The lines that are text, measured; a line that repeats on every page is kept once and told."""
    dropped = _page_numbers(lines)
    for at in _repeated(lines, dropped):
        builder.skip(Skipped.REPEATED, lines[at].number, lines[at].text)
        dropped.add(at)
    kept: list[Line] = []
    gap = cut = False
    for at, line in enumerate(lines):
        gap, cut = gap or line.gap, cut or at in dropped
        if at not in dropped:
            line.gap, line.dropped = gap or cut, cut
            kept.append(line)
            gap = cut = False
    measure(kept)
    return kept


def _page_numbers(lines: list[Line]) -> set[int]:
    """Lines that hold the number of a page or footnote and nothing else: they say so, count upwards, cut text.

    A number among short lines may be a value of a table, and is kept.
    """
    found = {at for at, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text)}
    lone = [at for at, line in enumerate(lines) if _LONE.fullmatch(line.text) and _stands_alone(lines, at)]
    seen: set[int] = set()
    for at in lone:
        number = int(lines[at].text)
        if number - 1 in seen or at in (0, len(lines) - 1) or _at_page_edge(lines, at) or _amid_text(lines, at):
            found.add(at)
        seen.add(number)
    first = [at for at in lone if at not in found and int(lines[at].text) + 1 in seen]
    return found | set(first)


def _amid_text(lines: list[Line], at: int) -> bool:
    return all(len(lines[beside].text.split()) >= _FEWEST_WORDS for beside in (at - 1, at + 1))


def _stands_alone(lines: list[Line], at: int) -> bool:
    return lines[at].gap and (at + 1 == len(lines) or lines[at + 1].gap)


def _at_page_edge(lines: list[Line], at: int) -> bool:
    page = lines[at].page
    return page is not None and not (0 < at < len(lines) - 1 and lines[at - 1].page == page == lines[at + 1].page)


def _repeated(lines: list[Line], dropped: set[int]) -> list[int]:
    """Lines that repeat at the edges of pages, or that stand alone time and again; all but the first of each."""
    rest = [at for at in range(len(lines)) if at not in dropped]
    if lines and lines[-1].page is not None and lines[-1].page > 1:
        candidates, often = _edges(lines, rest), max(2, (lines[-1].page + 1) // 2)
    else:
        candidates, often = [at for at in rest if _is_alone_but_for(lines, at, dropped)], _OFTEN
    candidates = [at for at in candidates if _may_be_furniture(lines[at].text)]
    counts = Counter(_key(lines[at].text) for at in candidates)
    seen: set[str] = set()
    found: list[int] = []
    for at in candidates:
        key = _key(lines[at].text)
        if counts[key] >= often and key in seen:
            found.append(at)
        seen.add(key)
    return found


def _edges(lines: list[Line], rest: list[int]) -> list[int]:
    """The first and last lines of each page, in order, each once."""
    found: set[int] = set()
    for _, page in groupby(rest, key=lambda at: lines[at].page):
        own = list(page)
        found.update(own[:_AT_EDGE], own[-_AT_EDGE:])
    return sorted(found)


def _is_alone_but_for(lines: list[Line], at: int, dropped: set[int]) -> bool:
    before = lines[at].gap or at - 1 in dropped
    after = at + 1 == len(lines) or lines[at + 1].gap or at + 1 in dropped
    return before and after


def _may_be_furniture(text: str) -> bool:
    words = len(text.split())
    return 1 < words <= _MOST_WORDS and not text.endswith((".", ";", ":", "?", "!", ",")) and item_marker(text) is None


def _key(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.casefold().split()))
