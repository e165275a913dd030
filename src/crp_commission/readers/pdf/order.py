"""The order in which the pieces of a page are read: down one column, then down the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .layout import GridTable, Segment
from .lines import middle

Item = Segment | GridTable

# Points: two columns are at least this far apart, and each at least this wide.
_GUTTER = 6.0
_COLUMN = 80.0
_FEWEST_LINES = 3
_DEEPEST = 40
# Prose fills at least this share of its column's width in half of its lines, and has this many letters on a line.
_FILLED = 0.5
_LETTERS = 15
_FEWEST_LETTERS = 4
# Shares of the type's size: lines this close are of one paragraph.
_CLOSE = 2.0


class _Band(NamedTuple):
    """A part of the page from top to bottom: across its whole width, or in two columns."""

    whole: list[Item]
    left: list[Item]
    right: list[Item]


def regions(items: Sequence[Item], drawn: dict[int, int] | None = None, depth: int = 0) -> list[list[Item]]:
    """The columns of a page in reading order, each from top to bottom.

    ``drawn`` says of a segment's ``id`` when the file draws it: who writes columns draws them one after the other, who
    writes a table draws it row by row. ``depth`` counts the columns that these items are already part of.
    """
    if drawn is None:
        drawn = {id(item): place for place, item in enumerate(items)}
    ordered = sorted(items, key=lambda item: (-item.y, item.x0))
    best: list[_Band] = []
    most = (0, 0.0)
    for x in _candidates(ordered) if depth < _DEEPEST else ():
        bands = list(_bands(ordered, x, drawn))
        parted = [band for band in bands if band.right]
        if not parted:
            continue
        gutter = min(min(item.x0 for item in band.right) - max(item.x1 for item in band.left) for band in parted)
        worth = (sum(len(band.left) + len(band.right) for band in parted), gutter)
        if worth > most:
            best, most = bands, worth
    if not best:
        return [ordered] if ordered else []
    found: list[list[Item]] = []
    for band in best:
        for part in band:
            found += regions(part, drawn, depth + 1)
    return found


def _candidates(items: Sequence[Item]) -> list[float]:
    """Where a second column may start: several lines start there, well right of the leftmost."""
    if len(items) < 4:
        return []
    left, right = min(item.x0 for item in items), max(item.x1 for item in items)
    starts = Counter(round(item.x0 / 3) for item in items if item.x0 > left + 0.15 * (right - left))
    likely = [start for start, count in starts.most_common(6) if count + starts[start + 1] >= _FEWEST_LINES]
    centre = (left + right + _GUTTER) / 2
    return [*(3 * start - 2.0 for start in likely), centre] if starts else []


def _bands(items: Sequence[Item], x: float, drawn: dict[int, int]) -> Iterator[_Band]:
    """The page cut into bands where columns part at ``x`` and bands where something crosses it."""
    whole: list[Item] = []
    left: list[Item] = []
    right: list[Item] = []
    for item in [*items, None]:
        if item is not None and item.x0 >= x - 1:
            right.append(item)
        elif item is not None and item.x1 <= x - _GUTTER + 2:
            left.append(item)
        else:
            after = _headings_below(left, right) if item is not None else []
            if _are_columns(left, right, drawn):
                _join_above(whole, left, right)
                yield _Band(whole, left, right)
                whole = after
            else:
                whole += sorted([*left, *right, *after], key=lambda piece: (-piece.y, piece.x0))
            left, right = [], []
            if item is not None:
                whole.append(item)
    if whole:
        yield _Band(whole, [], [])


def _join_above(whole: list[Item], left: list[Item], right: list[Item]) -> None:
    """Give short last lines of a paragraph that stands across both columns back to it."""
    while len(left) > 1 and whole:
        last, item = whole[-1], left[0]
        if not isinstance(last, Segment) or not isinstance(item, Segment):
            return
        if item.y <= right[0].y + item.size or last.y - item.y > _CLOSE * item.size:
            return
        whole.append(left.pop(0))


def _headings_below(left: list[Item], right: list[Item]) -> list[Item]:
    """Take headings off the end of the left column that stand below the right one: they head what comes next."""
    if not right:
        return []
    floor = min(item.y for item in right)
    usual = middle(item.size for item in left if isinstance(item, Segment)) if any(map(_is_text, left)) else 0
    taken: list[Item] = []
    while (
        left
        and isinstance(last := left[-1], Segment)
        and last.y < floor
        and (last.all_bold or last.size > usual * 1.08)
    ):
        taken.insert(0, left.pop())
    return taken


def _is_text(item: Item) -> bool:
    return isinstance(item, Segment)


def _are_columns(left: list[Item], right: list[Item], drawn: dict[int, int]) -> bool:
    """Whether what stands left and right of a gutter is to be read one after the other, not line by line."""
    if min(len(left), len(right)) < 2:
        return False
    if min(_letters(left), _letters(right)) < _FEWEST_LETTERS:  # bullets or numbers beside their text
        return False
    top, bottom = min(left[0].y, right[0].y), max(left[-1].y, right[-1].y)
    if top - bottom < 0.4 * min(left[0].y - left[-1].y, right[0].y - right[-1].y):
        return False
    sides = sorted([(drawn.get(id(item), 0), side) for side, part in enumerate((left, right)) for item in part])
    switches = sum(before[1] != after[1] for before, after in pairwise(sides))
    enough = min(len(left), len(right)) >= _FEWEST_LINES
    if switches <= 1 and enough:
        return True
    if not (_is_prose(left) and _is_prose(right)):
        return False
    return switches <= 1 or (enough and not _rows_agree(left, right))


def _letters(items: list[Item]) -> float:
    """How many letters a line has on average; a table counts as many."""
    return sum(len(item.text) if isinstance(item, Segment) else _LETTERS for item in items) / len(items)


def _is_prose(items: list[Item]) -> bool:
    """Whether lines fill a column as running text does."""
    lines = [item for item in items if isinstance(item, Segment)]
    if not lines:
        return True
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    return (
        width >= _COLUMN
        and _letters(items) >= _LETTERS
        and middle(line.x1 - line.x0 for line in lines) >= _FILLED * width
    )


def _rows_agree(left: list[Item], right: list[Item]) -> bool:
    """Whether both sides leave their gaps at the same heights, as the rows of a table do."""
    gaps = [_gaps(left), _gaps(right)]
    most = max(map(len, gaps))
    if min(map(len, gaps)) < 2:
        return False
    common = sum(
        any(low < other_high and other_low < high for other_low, other_high in gaps[1]) for low, high in gaps[0]
    )
    return common >= 0.7 * most


def _gaps(items: list[Item]) -> list[tuple[float, float]]:
    """The stretches of height between lines that stand further apart than usual."""
    steps = [(after.y, before.y) for before, after in pairwise(items) if before.y - after.y > 1]
    if not steps:
        return []
    usual = middle(high - low for low, high in steps)
    return [(low, high) for low, high in steps if high - low > 1.3 * usual]
