"""Tables with lines or shaded bands between their rows only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .grids import COVERS, MEETS, Grid, Rule, gutters, positions, take
from .layout import Box, GridTable, PageContent, Segment
from .lines import rows

_MOST_LINES_IN_A_BAND = 8
# Points: a shaded cell is at least this high and wide, and a row of them no higher than this share of the page.
_LOW, _NARROW = 8.0, 12.0
_HIGH = 0.4
# Shares of the type's size: lines of a row stand no further apart, the first baseline above or below no further off.
_STEP, _NEXT_ABOVE, _NEXT_BELOW = 1.9, 1.2, 1.9
_INDENT = 12.0  # points: words that start further right of a column's edge are not set in that column
_WIDE = 0.6  # of the table's width: a segment this wide is running text

Row = tuple[float, float]  # of shaded cells: from where to where it reaches in height


def take_banded(page: PageContent, across: list[Rule]) -> None:
    """Take tables with lines or bands of the same length above and below their rows, and nothing down."""
    groups: list[tuple[list[float], float, float]] = []
    for y, x0, x1 in sorted(across):
        for levels, left, right in groups:
            if abs(left - x0) <= MEETS and abs(right - x1) <= MEETS:
                levels.append(y)
                break
        else:
            groups.append(([y], x0, x1))
    for levels, x0, x1 in groups:
        for run in _runs(page, levels, x0, x1):
            _take_run(page, run, x0, x1)


def _runs(page: PageContent, levels: list[float], x0: float, x1: float) -> Iterator[list[float]]:
    """Levels with no running text between them, three or more."""
    run = levels[:1]
    for low, high in pairwise(levels):
        between = [s for s in page.segments if low < s.y + s.size * 0.3 < high and x0 - 2 <= s.x0 <= x1]
        if high - low > _HIGH * page.height or any(s.x1 - s.x0 > _WIDE * (x1 - x0) for s in between):
            if len(run) > 2:
                yield run
            run = []
        run.append(high)
    if len(run) > 2:
        yield run


def _take_run(page: PageContent, levels: list[float], x0: float, x1: float) -> None:
    """The columns of the table are where no word of it stands."""
    inside = [s for s in page.segments if levels[0] < s.y + s.size * 0.3 < levels[-1] and x0 - 2 <= s.x0 <= x1]
    edges = gutters(inside, x0, x1)
    if len(edges) < 3 or len({round(s.y) for s in inside}) > _MOST_LINES_IN_A_BAND * (len(levels) - 1):
        return
    grid = _grid(edges, levels)
    fields = {field for segment in inside if (field := grid.field(segment))}
    full = [row for row in range(len(levels) - 1) if len([field for field in fields if field[0] == row]) > 1]
    if len(full) > 1 and len(full) >= COVERS * len({field[0] for field in fields}):
        take(page, grid)


def _grid(edges: list[float], levels: list[float]) -> Grid:
    across = [(y, edges[0], edges[-1]) for y in levels]
    return Grid(edges, levels, across, [(x, levels[0], levels[-1]) for x in edges])


def take_shaded(page: PageContent) -> None:
    """Take tables whose cells are shaded one by one, in all or every second row; the rows between are theirs too."""
    for edges, shaded in _shaded_rows(page):
        start = 0
        for index in range(1, len(shaded) + 1):
            if index < len(shaded) and _all_fit(_between(page, shaded[index - 1][1], shaded[index][0], edges), edges):
                continue
            levels = positions([y for row in shaded[start:index] for y in row])
            levels = _with_outer_rows(page, edges, levels)
            if len(levels) > 2:
                take(page, _grid(edges, levels))
            start = index


def _shaded_rows(page: PageContent) -> list[tuple[list[float], list[Row]]]:
    """Rows of shaded cells with the same edges, from the bottom up."""
    by_height: dict[tuple[int, int], list[Box]] = {}
    for box in page.shapes.fills:
        in_table = any(table.bottom <= box.y0 and box.y1 <= table.top for table in page.tables)
        if not in_table and _LOW <= box.y1 - box.y0 <= _HIGH * page.height and box.x1 - box.x0 >= _NARROW:
            by_height.setdefault((round(box.y0 / 2), round(box.y1 / 2)), []).append(box)
    groups: list[tuple[list[float], list[Row]]] = []
    for _, boxes in sorted(by_height.items()):
        edges = positions([x for box in boxes for x in (box.x0, box.x1)])
        if len(edges) < 3:
            continue
        row = (boxes[0].y0, boxes[0].y1)
        for known, shaded in groups:
            if len(known) == len(edges) and all(abs(a - b) <= MEETS for a, b in zip(known, edges, strict=True)):
                shaded.append(row)
                break
        else:
            groups.append((edges, [row]))
    return groups


def take_continued(page: PageContent, above: GridTable) -> None:
    """Take the rows at the top of a page that go on with the table at the end of the page before, and have no lines."""
    edges = list(above.edges)
    taken: list[list[Segment]] = []
    for row in rows(page.segments):
        if taken and taken[-1][0].y - row[0].y > _STEP * row[0].size:
            break
        inside = edges[0] - MEETS <= row[0].x0 and row[-1].x1 <= edges[-1] + MEETS and _all_fit(row, edges)
        if not inside or not all(_starts_column(segment, edges) for segment in row):
            break
        if len(row) == 1 and row[0].x0 < edges[1]:
            break
        taken.append(row)
    if not taken or any(table.top > taken[-1][0].y for table in page.tables):
        return
    levels = [taken[-1][0].y - 0.3 * taken[-1][0].size, taken[0][0].y + taken[0][0].size]
    take(page, _grid(edges, levels), least=1)


def _starts_column(segment: Segment, edges: Sequence[float]) -> bool:
    return segment.x0 - edges[bisect_right(edges, segment.x0 + 1) - 1] <= _INDENT


def _between(page: PageContent, low: float, high: float, edges: Sequence[float]) -> list[Segment]:
    return [s for s in page.segments if low < s.y + s.size * 0.3 < high and edges[0] - MEETS <= s.x0 <= edges[-1]]


def _all_fit(segments: Sequence[Segment], edges: Sequence[float]) -> bool:
    """Whether each segment keeps to one column."""
    return all(s.x1 <= edges[min(bisect_right(edges, s.x0 + 1), len(edges) - 1)] + 2 for s in segments)


def _with_outer_rows(page: PageContent, edges: list[float], levels: list[float]) -> list[float]:
    """Levels with those of unshaded rows just above and below, whose words keep to the same columns."""
    above: list[list[Segment]] = []
    below: list[list[Segment]] = []
    for row in rows(_between(page, levels[-1], page.height, edges))[::-1]:
        reach = above[-1][0].y if above else levels[-1]
        if row[0].y - reach > (_STEP if above else _NEXT_ABOVE) * row[0].size or not _all_fit(row, edges):
            break
        above.append(row)
    while above and len(above[-1]) < 2:
        above.pop()
    for row in rows(_between(page, 0, levels[0], edges)):
        reach = below[-1][0].y if below else levels[0]
        far = reach - row[0].y > (_STEP if below else _NEXT_BELOW) * row[0].size
        if far or not _all_fit(row, edges) or (not below and len(row) < 2):
            break
        below.append(row)
    top = [above[-1][0].y + above[-1][0].size] if above else []
    bottom = [below[-1][0].y - 0.3 * below[-1][0].size] if below else []
    return [*bottom, *levels, *top]
