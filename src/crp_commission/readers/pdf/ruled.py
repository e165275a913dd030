"""Tables with lines drawn around their cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .bands import take_banded, take_shaded
from .grids import MEETS, Grid, Rule, is_near, positions, take
from .layout import Box, PageContent

_SAME_LINE = 3.0  # points: lines this close are one line drawn twice
# With more pairs of lines that might meet, or more lines and shades, the page holds a drawing.
_MOST_PAIRS, _MOST_BANDS = 200_000, 3_000


def take_tables(page: PageContent) -> None:
    """Move the segments that stand in tables from the page's segments to its tables."""
    shapes = page.shapes
    across, down = joined(shapes.across), joined(shapes.down)
    if len(across) * len(down) > _MOST_PAIRS or len(across) + len(shapes.fills) > _MOST_BANDS:
        return
    used: set[Rule] = set()
    for rows, columns in _meeting(across, down):
        used.update(rows)
        grid = _grid(rows, columns, shapes.fills)
        if grid is not None:
            take(page, grid)
    if shapes.fills:
        take_shaded(page)
    bands = [box for box in shapes.fills if not any(table.top >= box.y1 >= table.bottom for table in page.tables)]
    edges = [(y, box.x0, box.x1) for box in bands for y in (box.y0, box.y1)]
    take_banded(page, joined([*(rule for rule in across if rule not in used), *edges]))
    page.tables.sort(key=lambda table: -table.top)


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines drawn in pieces or twice, each made one."""
    found: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule[0] - group[0][0] > _SAME_LINE:
            found += _joined_ends(group)
            group = []
        group.append(rule)
    return found + _joined_ends(group)


def _joined_ends(group: list[Rule]) -> list[Rule]:
    found: list[Rule] = []
    for at, start, end in sorted(group, key=lambda rule: rule[1]):
        if found and start <= found[-1][2] + _SAME_LINE:
            found[-1] = (found[-1][0], found[-1][1], max(found[-1][2], end))
        else:
            found.append((at, start, end))
    return found


def _meeting(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of lines that hang together."""
    group = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for j, (x, y0, y1) in enumerate(down, len(across)):
        for i, (y, x0, x1) in enumerate(across):
            if y0 - MEETS <= y <= y1 + MEETS and x0 - MEETS <= x <= x1 + MEETS:
                group[root(i)] = root(j)
    parts: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate([*across, *down]):
        parts[root(index)][index >= len(across)].append(rule)
    return [part for part in parts.values() if len(part[0]) > 1 and part[1]]


def _grid(across: list[Rule], down: list[Rule], fills: Sequence[Box]) -> Grid | None:
    """The grid that lines make, open sides closed and shaded cells set off; None when it has fewer than two columns."""
    edges = positions([*(rule[0] for rule in down), *_open_ends(across, down)])
    low = min(*(rule[0] for rule in across), *(rule[1] for rule in down)) - MEETS
    high = max(*(rule[0] for rule in across), *(rule[2] for rule in down)) + MEETS
    for box in fills:
        if low <= box.y0 and box.y1 <= high and is_near(box.x0, edges) and is_near(box.x1, edges):
            across = [*across, (box.y0, box.x0, box.x1), (box.y1, box.x0, box.x1)]
            down = [*down, (box.x0, box.y0, box.y1), (box.x1, box.y0, box.y1)]
    levels = positions([*(rule[0] for rule in across), *_open_ends(down, across)])
    return Grid(edges, levels, across, down) if len(edges) > 2 and len(levels) > 1 else None


def _open_ends(rules: list[Rule], crossing: list[Rule]) -> list[float]:
    """Where lines reach well past the outermost line that crosses them: a side of the table that is not drawn."""
    low, high = min(rule[0] for rule in crossing), max(rule[0] for rule in crossing)
    start, end = min(rule[1] for rule in rules), max(rule[2] for rule in rules)
    return [at for at, past in ((start, low - start), (end, end - high)) if past > 2 * MEETS]
