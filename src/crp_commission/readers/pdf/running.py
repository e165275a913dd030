"""Running heads, footers and page numbers: found by their coming back at the same height, and dropped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from .layout import PageContent, Segment

# Shares of the page's height: where running lines stand, and where a lone page number may.
_ZONE = 0.16
_EDGE = 0.09
# Points by which a running line may stand higher or lower from page to page.
_SAME_HEIGHT = 3.0
# A line runs if it is on half the pages, on so many pages close to each other, or on so many in all.
_IN_A_ROW = 3
_OFTEN = 8
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page|p\.?|tudalen)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|o|/)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE
)

Sighting = tuple[int, float, tuple[int, ...], Segment]  # page, height from its edge, the numbers in it, itself


def drop_running_lines(pages: Sequence[PageContent], body_size: float) -> None:
    """Take running heads, footers and page numbers off the pages, and sideways words that come back."""
    seen: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for page in pages:
        for segment, where, height in _near_edges(page):
            key = (where, _DIGITS.sub("#", " ".join(segment.text.split())))
            numbers = tuple(int(digits[:9]) for digits in _DIGITS.findall(segment.text))
            seen[key].append((page.number, height, numbers, segment))
    dropped: set[int] = set()
    for (where, _), sightings in seen.items():
        if where == "sideways":
            running = sightings if len(sightings) > 1 else []
        else:
            running = _running(sightings, len(pages), body_size)
        dropped.update(id(sighting[3]) for sighting in running)
    for page in pages:
        page.segments = [s for s in page.segments if id(s) not in dropped and not _is_page_number(s, page)]
        page.tables = [table for table in page.tables if not all(id(s) in dropped for s in table.segments)]


def _near_edges(page: PageContent) -> Iterable[tuple[Segment, str, float]]:
    """Segments in the top and bottom zones, and those of tables that lie wholly in one, as letterheads do."""
    zone = _ZONE * page.height
    segments = [*page.segments]
    for table in page.tables:
        if table.bottom > page.height - zone or table.top < zone:
            segments += table.segments
    for segment in segments:
        if segment.sideways:
            yield segment, "sideways", 0.0
        elif segment.y < zone:
            yield segment, "foot", segment.y
        elif segment.y > page.height - zone:
            yield segment, "head", page.height - segment.y


def _running(sightings: list[Sighting], pages: int, body_size: float) -> list[Sighting]:
    """Those of a line's sightings that make it a running one."""
    middle = sorted(sighting[1] for sighting in sightings)[len(sightings) // 2]
    level = [sighting for sighting in sightings if abs(sighting[1] - middle) <= _SAME_HEIGHT]
    on = {sighting[0] for sighting in level}
    in_a_row = len(on) >= _IN_A_ROW and len(on) >= 0.6 * (max(on) - min(on) + 1)
    if len(on) < max(2, 0.5 * pages) and not in_a_row and len(on) < _OFTEN:
        return []
    if len({sighting[2] for sighting in level}) == 1:
        return level
    # Numbers that change must follow the page numbers: "Schedule 1" and "Schedule 2" may both head a page.
    if all(sighting[3].size <= 1.1 * body_size for sighting in level) and _follows_pages(level):
        return level
    return []


def _follows_pages(sightings: list[Sighting]) -> bool:
    columns = list(zip(*(sighting[2] for sighting in sightings), strict=False))
    changing = [column for column in columns if len(set(column)) > 1]
    pages = [sighting[0] for sighting in sightings]
    steps = [{number - page for number, page in zip(column, pages, strict=True)} for column in changing]
    return all(len(step) <= max(2, len(sightings) // 5) for step in steps)


def _is_page_number(segment: Segment, page: PageContent) -> bool:
    near = segment.y < _EDGE * page.height or segment.y > (1 - _EDGE) * page.height
    return near and not segment.sideways and bool(_PAGE_NUMBER.fullmatch(segment.text))
