"""Running heads, footers and page numbers: found by their coming back at the same height, and dropped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from .layout import PageContent, Segment
from .lines import rows

# Shares of the page's height: where running lines stand, and where a lone page number may.
_ZONE = 0.16
_EDGE = 0.09
# Points by which a running line may stand higher or lower from page to page.
_SAME_HEIGHT = 3.0
# A line runs if it is on this share of the pages, or on so many close to each other; in a short file on all but one.
_SHARE = 0.4
_IN_A_ROW = 3
_CLOSE = 0.6
# Of the type's size: the body stands further off than this, unless the line is on nearly all of many pages.
_APART = 1.5
_NEARLY_ALL, _MANY = 0.8, 4
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:page|p\.?|tudalen)?\s*(?:\d{1,4}|[ivxlc]+)(?:\s*(?:of|o|/)\s*\d+)?[-–—|\s]*")

Sighting = tuple[int, float, tuple[int, ...], Segment]  # page, height from its edge, the numbers in it, itself


def drop_running_lines(pages: Sequence[PageContent], body_size: float) -> None:
    """Take running heads, footers and page numbers off the pages, and sideways words that come back."""
    zones = [_Zones(page) for page in pages]
    seen: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for page, zone in zip(pages, zones, strict=True):
        for segment, where, height in zone.segments():
            key = (where, _DIGITS.sub("#", " ".join(segment.text.split())))
            numbers = tuple(int(digits[:9]) for digits in _DIGITS.findall(segment.text))
            seen[key].append((page.number, height, numbers, segment))
    running: dict[int, bool] = {}  # by the segment's id, whether it is one for certain
    for (where, text), sightings in seen.items():
        if where == "sideways":
            found = sightings if len(sightings) > 1 else []
        else:
            found = [] if text.endswith((":", ";", ",")) else _running(sightings, len(pages), body_size)
        nearly_all = len(pages) >= _MANY and len(found) >= _NEARLY_ALL * len(pages)
        counts = len(found) > 1 and len({sighting[2] for sighting in found}) == len(found)  # page numbers do
        running.update({id(sighting[3]): nearly_all or counts for sighting in found})
    for page, zone in zip(pages, zones, strict=True):
        dropped = zone.furniture(running)
        page.segments = [segment for segment in page.segments if id(segment) not in dropped]
        page.tables = [table for table in page.tables if not all(id(s) in dropped for s in table.segments)]


class _Zones:
    """What stands near the edges of a page: rows from the edge inwards, and words that run sideways."""

    def __init__(self, page: PageContent) -> None:
        self.height = page.height
        zone = _ZONE * page.height
        segments = [segment for segment in page.segments if not segment.sideways]
        for table in page.tables:  # letterheads may be tables
            if table.bottom > page.height - zone or table.top < zone:
                segments += table.segments
        self.sideways = [segment for segment in page.segments if segment.sideways]
        ordered = rows(segments)
        self.head, self.foot = ordered, ordered[::-1]
        self.zone = zone

    def segments(self) -> Iterable[tuple[Segment, str, float]]:
        """Each with where it stands and how far from the edge."""
        for segment in self.sideways:
            yield segment, "sideways", 0.0
        for where, ordered in (("head", self.head), ("foot", self.foot)):
            for row in ordered:
                height = self._height(row, where)
                if height > self.zone:
                    break
                yield from ((segment, where, height) for segment in row)

    def _height(self, row: list[Segment], where: str) -> float:
        return row[0].y if where == "foot" else self.height - row[0].y

    def furniture(self, running: dict[int, bool]) -> set[int]:
        """The segments that are no text of the page: running rows from the edge up to the first that is not."""
        dropped = {id(segment) for segment in self.sideways if id(segment) in running}
        for where, ordered in (("head", self.head), ("foot", self.foot)):
            for index, row in enumerate(ordered):
                numbers = self._height(row, where) < _EDGE * self.height
                out = {id(s) for s in row if id(s) in running or (numbers and _PAGE_NUMBER.fullmatch(s.text.lower()))}
                if not out:
                    break
                beyond = ordered[index + 1] if index + 1 < len(ordered) else None
                near = beyond is not None and abs(beyond[0].y - row[0].y) < _APART * max(row[0].size, beyond[0].size)
                body_near = near and beyond is not None and not any(id(s) in running for s in beyond)
                if body_near and not all(running.get(key) for key in out):
                    break
                dropped |= out
                if len(out) < len(row):
                    break
        return dropped


def _running(sightings: list[Sighting], pages: int, body_size: float) -> list[Sighting]:
    """Those of a line's sightings that make it a running one."""
    middle = sorted(sighting[1] for sighting in sightings)[len(sightings) // 2]
    level = [sighting for sighting in sightings if abs(sighting[1] - middle) <= _SAME_HEIGHT]
    on = {sighting[0] for sighting in level}
    in_a_row = len(on) >= _IN_A_ROW and len(on) >= _CLOSE * (max(on) - min(on) + 1)
    often = len(on) >= _IN_A_ROW and len(on) >= _SHARE * pages
    if not (often or in_a_row or (len(on) >= 2 and pages <= _IN_A_ROW)):
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
