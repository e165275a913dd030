"""One page of a PDF: its words as segments, its shapes, and what of it nobody can see."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import Any

from .crossed import cross_out
from .garbled import is_garbled
from .layout import BROKEN, PageContent, Segment
from .probe import Corners, Measure, Probe
from .raised import references
from .shapes import ShapeReader

# A line of PDFium's text; it marks a word broken at the end of a line with U+FFFE (U+0002 in some calls).
_LINE = re.compile("[^\\s\ufffe\x02](?:[^\r\n\ufffe\x02]*[^\\s\ufffe\x02])?[\ufffe\x02]?")
_WORD = re.compile(r"\S+")

# In shares of the type's size: words further apart do not belong to one segment; a jump of this height is a new line;
# text wider than this for each character has a wide gap in it somewhere. Gaps up to _SPREAD may come of spreading words
# out, unless one is _UNLIKE times as wide as the rest.
_WIDE_GAP = 0.9
_NEW_LINE = 0.5
_SPREAD, _UNLIKE = 1.5, 1.8
_WIDE_CHARACTER = 0.58

_MOST_DIVIDERS = 1_000
_UNEVEN = 0.25  # of the usual size of type: what text recognition may be off by
_NOTHING = "\u200b"  # stands for a character that was taken out, so that the others keep their places
_SAMPLE = 4  # every so manieth line tells how the file's program writes; fewer do after the first pages
_FIRST_PAGES = 8
# Ghostscript 10.0 wrote the two bytes of each letter of a ligature the wrong way round.
_SWAPPED = {0x6600: "f", 0x6900: "i", 0x6C00: "l", 0x7400: "t"}


class PageReader:
    """Reads the pages of one document; ``pdfium`` are the bindings."""

    def __init__(self, pdfium: Any) -> None:
        self.pdfium = pdfium
        self.probe = Probe(pdfium)
        self.gaps_seen = False  # on some page, within a text object

    def read(self, page: Any, handle: Any, number: int) -> PageContent:
        """The page's segments in the order in which the file draws them, and its shapes."""
        probe = self.probe
        probe.turn_to(page, handle)
        self.content = PageContent(number, probe.width, probe.height)
        if self._draws(page, handle):
            self.content.shapes = ShapeReader(self.pdfium, probe.place).read(page)
        if is_garbled(probe.text):
            self.content.garbled = True
            return self.content
        self.placed: list[tuple[Segment, int]] = []
        self.references: set[int] = set()
        self.recognised = 0  # segments of text recognition, unpainted over a picture
        shapes = self.content.shapes
        self.dividers = [*shapes.down, *((x, box.y0, box.y1) for box in shapes.fills for x in (box.x0, box.x1))]
        if len(self.dividers) > _MOST_DIVIDERS:  # a drawing
            self.dividers = []
        lines = [match.span() for match in _LINE.finditer(probe.text)]
        step = _SAMPLE if self.gaps_seen or number <= _FIRST_PAGES else 4 * _SAMPLE
        self.kerned = self._has_gaps_within(lines[::step])
        self.gaps_seen |= self.kerned
        for start, end in lines:
            self._read_line(start, end)
        if shapes.across:
            self.content.crossed = cross_out(self.placed, shapes, probe)
        self.content.segments = self._finished()
        return self.content

    def _finished(self) -> list[Segment]:
        """The segments without what was taken out of them; text recognition's uneven sizes of type made even."""
        found = [segment for segment, _ in self.placed if segment.text]
        if self.references:
            for segment in found:
                whole, segment.text = segment.all_bold, segment.text.replace(_NOTHING, "")
                segment.bold = len(segment.text) if whole else segment.bold
        if self.recognised > len(found) / 2:
            usual = sorted(segment.size for segment in found)[len(found) // 2]
            for segment in found:
                if abs(segment.size - usual) < _UNEVEN * usual:
                    segment.size = usual
        return [segment for segment in found if segment.text.strip()]

    def _draws(self, page: Any, handle: Any) -> bool:
        """Whether there is more on the page than text: each of PDFium's boxes is one text object."""
        return bool(self.pdfium.FPDFPage_CountObjects(page) != self.pdfium.FPDFText_CountRects(handle, 0, -1))

    def _has_gaps_within(self, lines: list[tuple[int, int]]) -> bool:
        """Whether text objects have gaps in them: some programs put a whole line into one, tabs and cells too."""
        probe = self.probe
        for start, end in lines:
            space = probe.text.find(" ", start, end)
            if space < 0 or probe.objects(start, end) != 1:
                continue
            while space >= 0:
                if probe.is_made_up(space):
                    return True
                space = probe.text.find(" ", space + 1, end)
        return False

    def _read_line(self, start: int, end: int) -> None:
        """Keep a line of the file's text, cut where a wide gap or a new line comes."""
        probe = self.probe
        count = probe.objects(start, end)
        if not count:
            return
        measure = probe.measure(start, end)
        x, y, size, _, right, _ = measure
        wide = self.kerned or right - x > _WIDE_CHARACTER * size * (end - start)
        if count == 1 and not wide:
            self._keep(start, end, count, measure)
            return
        boxes = probe.boxes(count) if count > 1 else []
        one_line = _on_one_line(boxes, size)
        if boxes and one_line:
            self.references |= references(probe, boxes, (start, end), y, size)
        if probe.text.find(" ", start, end) > 0:
            words = [word.span() for word in _WORD.finditer(probe.text, start, end)]
            starts = self._cuts(words, [] if wide or not one_line else boxes, size)
            if starts:
                for first, last in pairwise([0, *starts, len(words)]):
                    begin, close = words[first][0], words[last - 1][1]
                    self._keep(begin, close, probe.objects(begin, close), probe.measure(begin, close))
                return
        self._keep(start, end, count, measure)

    def _cuts(self, words: list[tuple[int, int]], boxes: list[Corners], size: float) -> list[int]:
        """The words at which a line is cut; ``boxes`` are those of its text objects where only these can lie apart."""
        if not boxes:
            return self._at_words(words, size)
        least = _least_gap([after[0] - before[2] for before, after in pairwise(boxes)], size)
        gaps = [
            box[0]
            for before, box in pairwise(boxes)
            if box[0] - before[2] > least or self._ruled_off(before[2], box[0], box[1])
        ]
        if not gaps:
            return []
        after = [bisect_left(words, gap - size / 3, key=lambda word: self.probe.left(word[0])[0]) for gap in gaps]
        return sorted({index for index in after if 0 < index < len(words)})

    def _ruled_off(self, left: float, right: float, y: float) -> bool:
        """Whether a drawn line or the edge of a shaded cell parts two words."""
        return any(left - 1 <= x <= right + 1 and y0 <= y <= y1 for x, y0, y1 in self.dividers)

    def _at_words(self, words: list[tuple[int, int]], size: float) -> list[int]:
        """The words that start on a new line or after a gap, found by looking at each."""
        places = [self.probe.left(start) for start, _ in words]
        ends = [self.probe.right(end) for _, end in words]
        gaps = [here[0] - end for here, end in zip(places[1:], ends, strict=False)]
        least = _least_gap(gaps, size)
        found = []
        y = places[0][1]
        for index, (before, here) in enumerate(pairwise(places), 1):
            if abs(here[1] - y) > _NEW_LINE * size or here[0] < before[0] - size:
                y, size = here[1], self.probe.size(words[index][0])
                found.append(index)
            elif gaps[index - 1] > least or self._ruled_off(ends[index - 1], here[0], here[1]):
                found.append(index)
        return found

    def _keep(self, start: int, end: int, count: int, measure: Measure) -> None:
        """Make a segment of a piece of text made of so many text objects, unless nobody can see it."""
        text = self.probe.text[start:end]
        if self.references and not self.references.isdisjoint(range(start, end)):
            text = "".join(_NOTHING if start + at in self.references else sign for at, sign in enumerate(text))
        if text[-1] in "\ufffe\x02":
            text = text[:-1] + BROKEN
        if self.probe.in_pairs:
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if "\u6600" in text:
            text = text.translate(_SWAPPED)
        x, y, size, bold, right, bottom = measure
        segment = Segment(text, x, right, y, size)
        if count > 1 and end - start > 3:
            self._level(segment, (start + end) // 2)
        if abs(bottom - y) > 0.8 * size and self.probe.runs_otherwise(start):
            self._turn(segment, start, end)
        elif bold:
            segment.bold = self._bold_part(start, end, count)
        if self._unseen(start, segment):
            self.content.hidden += len(text.split())
        else:
            self.placed.append((segment, start))

    def _level(self, segment: Segment, middle: int) -> None:
        """Take baseline and size from the middle where the first character is a small raised one, as in a footnote."""
        while self.probe.text[middle].isspace():
            middle += 1
        size = self.probe.size(middle)
        if size > 1.15 * segment.size:
            segment.y, segment.size = self.probe.left(middle)[1], size
            segment.note = len(segment.text) - len(segment.text.lstrip("0123456789*†‡"))

    def _turn(self, segment: Segment, start: int, end: int) -> None:
        """Give a segment that runs another way than the page the box it covers."""
        boxes = self.probe.boxes(self.probe.objects(start, end))
        segment.sideways = True
        segment.x0, segment.x1 = min(box[0] for box in boxes), max(box[2] for box in boxes)
        segment.y = min(box[1] for box in boxes)

    def _bold_part(self, start: int, end: int, count: int) -> int:
        """How many characters of a piece that starts bold are bold; found by halving, as bold ends once on a line."""
        if count == 1 or self.probe.bold(end - 1):
            return end - start
        low, high = start, end - 1
        while high - low > 1:
            middle = (low + high) // 2
            letter = middle
            while letter < high and self.probe.text[letter].isspace():
                letter += 1
            if letter < high and self.probe.bold(letter):
                low = middle
            else:
                high = middle
        return high - start

    def _unseen(self, position: int, segment: Segment) -> bool:
        """Whether the text is off the page, tiny, white on white, or unpainted with no picture in its place."""
        x, y = (segment.x0 + segment.x1) / 2, segment.y
        if segment.size < 1 or not (-2 < x < self.content.width + 2 and -2 < y < self.content.height + 2):
            return True
        paint = self.probe.paint(position)
        if paint == "ink":
            return False
        shapes = self.content.shapes
        behind = shapes.pictures if paint == "none" else [*shapes.pictures, *shapes.fills, *shapes.grounds]
        seen = any(box.holds(x, y + segment.size / 3) for box in behind)
        self.recognised += seen and paint == "none"
        return not seen


def _least_gap(gaps: list[float], size: float) -> float:
    """The narrowest gap that cuts a line. Words spread to fill a narrow column leave gaps that are all alike."""
    usual = sorted(gaps)[(len(gaps) - 1) // 2] if len(gaps) > 1 else 0.0
    return max(_WIDE_GAP * size, _UNLIKE * usual if usual <= _SPREAD * size else 0.0)


def _on_one_line(boxes: list[Corners], size: float) -> bool:
    """Whether the boxes stand side by side, each right of the one before."""
    return all(
        box[0] - before[2] > -size and box[1] <= before[3] and box[3] >= before[1] for before, box in pairwise(boxes)
    )
