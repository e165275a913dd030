"""Where the sections of a pack stand: which lie above one, and which one a reference means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from .document import Section

_NAMED = r"(schedule|annex|appendix|clause|section|part|table)"
_REFERENCE = re.compile(rf"\b{_NAMED}s?\s+(\d+(?:\.\d+)*|[A-Z]\d?)\b", re.IGNORECASE)
_LABEL = re.compile(rf"^(?:{_NAMED}\s+)?(\d+(?:\.\d+)*|[A-Z]\d?)(?=[\s.:)–-]|$)", re.IGNORECASE)
_NUMBERED = frozenset({"clause", "section", ""})
"""A bare number before a heading is the number of a clause or section."""


class SectionPlaces:
    """The sections of a pack, in reading order, found by title and by number in time that does not grow with them."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections

    def above(self, section: Section) -> list[int]:
        """The numbers of the sections above one, the nearest first; each is the last before it of its title."""
        found: list[int] = []
        before = section.number
        for title in reversed(section.path[:-1]):
            titled = self._titled.get((section.file, title), [])
            place = bisect_left(titled, before)
            if place == 0:
                break
            before = titled[place - 1]
            found.append(before)
        return found

    @cached_property
    def _titled(self) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for section in self._sections:
            found.setdefault((section.file, section.title), []).append(section.number)
        return found

    def referred(self, text: str) -> set[int]:
        """The numbers of the sections that a text refers to ("as set out in Schedule 2")."""
        named = {(kind.lower(), number.upper()) for kind, number in _REFERENCE.findall(text)}
        return {number for label in named for number in self._labels.get(label, ())}

    @cached_property
    def _labels(self) -> dict[tuple[str, str], list[int]]:
        """Sections by what a reference calls them."""
        labels: dict[tuple[str, str], list[int]] = {}
        for section in self._sections:
            match = _LABEL.match(section.title)
            if match:
                kind = (match.group(1) or "").lower()
                for name in _NUMBERED if kind in _NUMBERED else {kind}:
                    labels.setdefault((name, match.group(2).upper()), []).append(section.number)
        return labels
