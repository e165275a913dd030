"""Small raised figures after a word: references to footnotes, which are no part of the text."""

from __future__ import annotations

import re
from bisect import bisect_left

from .probe import Corners, Probe

# Shares of the type's size: a raised figure starts this far above the baseline, and is no higher and no wider.
_ABOVE, _HIGH, _WIDE = 0.2, 0.6, 2.0
_FIGURES = r"[\d*†‡,\s]*[\d*†‡][\d*†‡,\s]*"
_UNIT = r"(?:^|[^a-z])[kcm]?m$"


def references(probe: Probe, boxes: list[Corners], span: tuple[int, int], y: float, size: float) -> set[int]:
    """The positions of raised figures on a line; ``boxes`` are those of its text objects, ``y`` its baseline."""
    found: set[int] = set()
    for x0, bottom, x1, top in boxes[1:]:
        if bottom < y + _ABOVE * size or top - bottom > _HIGH * size or x1 - x0 > _WIDE * size:
            continue
        positions = range(*span)
        first = positions[0] + bisect_left(positions, x0 - size / 8, key=lambda position: probe.left(position)[0])
        last = positions[0] + bisect_left(positions, x1 - size / 8, key=lambda position: probe.left(position)[0])
        before = probe.text[max(first - 4, span[0]) : first].lower()
        if first > span[0] and re.fullmatch(_FIGURES, probe.text[first:last]) and not re.search(_UNIT, before):
            found.update(range(first, last))
    return found
