"""Words crossed out on a page, as deleted wording is in a file exported with its tracked changes showing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from .layout import Segment, Shapes
from .probe import Probe

# Shares of the type's size above the baseline between which a line crosses the letters.
_LOW, _HIGH = 0.15, 0.45
# Points by which such a line may reach past the words; a longer one belongs to a drawing.
_PAST = 4.0
_MOST_RULES = 500

Placed = tuple[Segment, int]  # a segment and where its text starts in the page's


def cross_out(placed: Sequence[Placed], shapes: Shapes, probe: Probe) -> int:
    """Cut crossed-out characters from segments, which may leave them empty; gives back how many words went."""
    if len(shapes.across) > _MOST_RULES:
        return 0
    rules = sorted(shapes.across)
    words = 0
    for segment, start in placed:
        low = bisect_right(rules, (segment.y + _LOW * segment.size,))
        high = bisect_right(rules, (segment.y + _HIGH * segment.size,), low)
        if low < high and not segment.sideways:
            struck = [
                (x0, x1) for _, x0, x1 in rules[low:high] if segment.x0 - _PAST <= x0 and x1 <= segment.x1 + _PAST
            ]
            words += _cut(segment, start, struck, probe) if struck else 0
    return words


def _cut(segment: Segment, start: int, struck: list[tuple[float, float]], probe: Probe) -> int:
    kept, gone = [], []
    for index, character in enumerate(segment.text):
        x = probe.left(start + index)[0] + 0.1 * segment.size
        out = any(x0 - 1 < x < x1 for x0, x1 in struck)
        gone.append(character if out else " ")
        kept.append(" " if out else character)
    segment.text = " ".join("".join(kept).split())
    segment.bold = len(segment.text) if segment.bold else 0
    return len("".join(gone).split())
