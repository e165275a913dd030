"""Lists of an OpenDocument text: how deep an item stands and what its number is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...flow.numerals import ODF_FORMATS
from .styles import MOST_LEVELS, Level, Styles

_PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(slots=True)
class Counts:
    """How far each level of a list has counted, from level 1; None for a level not begun."""

    at: list[int | None] = field(default_factory=lambda: [None] * (MOST_LEVELS + 1))

    def step(self, depth: int, start: int) -> None:
        """Count one more at ``depth``, beginning with ``start``; the levels beneath begin anew."""
        before = self.at[depth]
        self.at[depth] = start if before is None else before + 1
        self.at[depth + 1 :] = [None] * (MOST_LEVELS - depth)


def spell(levels: dict[int, Level], counts: Counts, depth: int) -> str:
    """The number at ``depth`` as shown; empty for a bullet or a level without a number format."""
    level = levels.get(depth)
    if level is None or level.bullet or not level.form:
        return ""

    def one(at: int) -> str:
        shown = levels.get(at) or level
        count = counts.at[at] if at <= MOST_LEVELS else None
        return ODF_FORMATS.get(shown.form, str)(shown.start if count is None else count)

    if level.pattern:
        return " ".join(_PLACE.sub(lambda match: one(int(match[1])), level.pattern).split())
    parts = [one(at) for at in range(max(depth - max(level.shown, 1), 0) + 1, depth + 1)]
    return f"{level.prefix}{'.'.join(filter(None, parts))}{level.suffix}".strip()


@dataclass(slots=True)
class _Open:
    """A list being read: its style, what it counts with, and its item's start value if it says one."""

    style: str
    counts: Counts
    fresh: bool = False  # whether the open item has not shown its number yet
    begun: bool = False  # whether the open item has text of its own
    start: int | None = None
    header: bool = False


class Lists:
    """The lists that are open, one inside another, and what earlier ones counted."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open: list[_Open] = []
        self._by_id: dict[str, Counts] = {}
        self._by_style: dict[str, Counts] = {}
        self._headings = Counts()

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._open)

    def open(self, name: str, style: str, *, continues: str = "", goes_on: bool = False) -> None:
        """Begin a list: its own id, its style (its parent's if empty), and the list it continues, by id or style."""
        if self._open:
            outer = self._open[-1]
            if outer.begun and not goes_on:  # a second list under one item begins anew
                beneath = self._at(len(self._open) + 1)
                outer.counts.at[beneath:] = [None] * (MOST_LEVELS + 1 - beneath)
            counts, style = outer.counts, style or outer.style
        else:
            earlier = self._by_id.get(continues) or (self._by_style.get(style) if goes_on else None)
            counts = earlier or Counts()
        self._open.append(_Open(style, counts))
        self._by_style[style] = counts
        if name:
            self._by_id[name] = counts

    def close(self) -> None:
        """End the innermost list."""
        if self._open:
            self._open.pop()

    def item(self, start: int | None, *, header: bool = False) -> None:
        """Begin an item; ``start`` is the number it says to have, ``header`` marks one without a number."""
        if self._open:
            here = self._open[-1]
            here.fresh, here.begun, here.start, here.header = not header, False, start, header

    def number(self, own_style: str) -> str:
        """The number of the next paragraph of the open item: only the first has one."""
        here = self._open[-1]
        here.begun = True
        if not here.fresh:
            return ""
        here.fresh = False
        depth = self._at(len(self._open))
        levels = self._styles.lists.get(here.style or own_style, {})
        level = levels.get(depth)
        if here.start is not None:
            here.counts.at[depth] = None
        here.counts.step(depth, here.start if here.start is not None else level.start if level else 1)
        return spell(levels, here.counts, depth)

    def heading_number(self, depth: int, start: int | None) -> str:
        """The number of the next heading outside lists; ``start`` is the number it says to have."""
        depth = self._at(depth)
        level = self._styles.outline.get(depth)
        if start is not None:
            self._headings.at[depth] = None
        self._headings.step(depth, start if start is not None else level.start if level else 1)
        return spell(self._styles.outline, self._headings, depth)

    @staticmethod
    def _at(depth: int) -> int:
        return min(max(depth, 1), MOST_LEVELS)
