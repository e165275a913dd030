"""Segments side by side to lines, lines to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ...language.markers import clause_number, item_marker, lone_marker
from .layout import BROKEN, Line, Segment, Stretch

# Bullets of symbol fonts that come out as letters of another font.
_ODD_BULLET = re.compile(r"[§¾Øü]\s+(?=[^\W\d])")
_COUNTED = re.compile(r"\d{1,2}\.(?:\s+(?=\S)|(?=[^\W\d_]{2}))")
_LONE_NUMBER = re.compile(r"[A-Z]?\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Za-z][.)]|[ivx]{1,5}\.|[§¾Øü]")
_LONGEST_NUMBER = 9
_ENDED = re.compile(r"[.;:!?…][\"'’”)\]]*(?: and| or)?$|, (?:and|or)$")
_LONGEST_END = 9

# Shares of the type's size, or of the usual distance of lines.
_SAME_BASELINE = 0.4
_WIDER_STEP = 1.35
_WIDER_AFTER_STOP = 1.12
_OTHER_SIZE = 0.04
_LETTER = 0.5
_WORD_ROOM = 0.6  # for each letter of a word that would have fitted
_RAISED = 0.8
_RAGGED = 2.5  # points
_MUCH_ROOM = 0.25  # of the column's width
_ENOUGH_LINES, _MOST = 5, 0.6


def middle(values: Iterable[float]) -> float:
    """The middle one of at least one value, the upper of two; the standard library's is slow to load."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def is_marker(text: str) -> bool:
    """Whether a text that stands apart is a bullet or a number and nothing else."""
    return len(text) <= _LONGEST_NUMBER and (lone_marker(text) is not None or bool(_LONE_NUMBER.fullmatch(text)))


def marker_of(text: str) -> str:
    """The bullet or number that a line starts with, with the space after it; empty when there is none."""
    head = text[:_LONGEST_NUMBER]
    if head[:2].isalnum() and "." not in head and ")" not in head:
        return ""
    if found := item_marker(text):
        return text[: len(text) - len(found[1])]
    if number := clause_number(text):
        end = len(text) - len(text[len(number) :].lstrip(". "))
        titled = text[end : end + 2].strip("\"'‘“(")[:1].isupper()  # "2.5 million" is no clause
        return text[:end] if titled or number.count(".") > 1 else ""
    match = _COUNTED.match(text) or _ODD_BULLET.match(text)
    return match.group() if match else ""


def rows(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments on one baseline together, from the top down, each row from left to right."""
    found: list[list[Segment]] = []
    y, size = float("inf"), 1.0
    for segment in sorted(segments, key=lambda item: (-item.y, item.x0)):
        size = max(size, segment.size)
        if y - segment.y <= _SAME_BASELINE * size:
            found[-1].append(segment)
        else:
            found.append([segment])
            y, size = segment.y, segment.size
    for row in found:
        if len(row) > 1:
            row.sort(key=lambda item: item.x0)
    return found


def line_of(row: Sequence[Segment]) -> Line:
    """A row of segments as one line of text."""
    first = row[0]
    if first.note:
        first.text = f"{first.text[: first.note]} {first.text[first.note :].lstrip()}"
    note = bool(first.note) or (len(row) > 1 and first.size < _RAISED * row[1].size and first.text.isdigit())
    if len(row) == 1:
        text = first.text
        marker = first.text[: first.note] if note else marker_of(text)
        text_x = first.x0 + len(marker) * _LETTER * first.size
        return Line(text, first.x0, first.x1, first.y, first.size, first.bold, marker.rstrip(), text_x, 1, note)
    text = " ".join([segment.text for segment in row])
    bold = -1
    for segment in row:
        bold += segment.bold + 1
        if not segment.all_bold:
            break
    size = max(row, key=lambda segment: len(segment.text)).size
    right = max(segment.x1 for segment in row)
    marker, text_x = (first.text, row[1].x0) if is_marker(first.text) else (marker_of(text).rstrip(), first.x0)
    return Line(text, first.x0, right, first.y, size, max(bold, 0), marker, text_x, len(row), note)


def stretches(lines: Sequence[Line], page: int, right: float = 0) -> list[Stretch]:
    """The lines of one column, from the top down, as paragraphs; ``right`` is its right edge where that is drawn."""
    if not lines:
        return []
    steps = _usual_steps(lines)
    apart = [_far_apart(before, line, steps) for before, line in pairwise(lines)]
    rights = [right] * len(lines) if right else _right_edges(lines, apart)
    # Where most lines end at one edge, one that does not is the last of its paragraph.
    even = sum(edge - line.x1 < 1 for line, edge in zip(lines, rights, strict=True))
    flush = len(lines) >= _ENOUGH_LINES and even > _MOST * len(lines)
    found = [Stretch([lines[0]], page)]
    for index, (before, line) in enumerate(pairwise(lines)):
        ends = apart[index] or (flush and rights[index] - before.x1 > _RAGGED and _has_ended(before.text))
        if ends or _starts_anew(found[-1], before, line, rights[index]):
            found.append(Stretch([line], page))
        else:
            found[-1].lines.append(line)
    found[-1].open_end = rights[-1] - lines[-1].x1 < 6 * _LETTER * lines[-1].size
    return found


def _usual_steps(lines: Sequence[Line]) -> dict[int, float]:
    """The usual distance from one line to the next for each size of type, by the size rounded."""
    steps: dict[int, list[float]] = {}
    for before, line in pairwise(lines):
        step = before.y - line.y
        if 0 < step < 2.2 * line.size and abs(before.size - line.size) <= _OTHER_SIZE * line.size:
            steps.setdefault(round(line.size), []).append(step)
    return {size: sorted(values)[len(values) // 3] for size, values in steps.items()}


def _far_apart(before: Line, line: Line, steps: dict[int, float]) -> bool:
    """Whether two lines stand so far apart, or differ so much in size, that they cannot be of one paragraph."""
    size, step = line.size, before.y - line.y
    usual = min(steps.get(round(size), 1.3 * size), 1.9 * size)
    if not 0 <= step <= _WIDER_STEP * usual or abs(before.size - size) > _OTHER_SIZE * size:
        return True
    return step > _WIDER_AFTER_STOP * usual and _has_ended(before.text)


def _right_edges(lines: Sequence[Line], apart: Sequence[bool]) -> list[float]:
    """How far right each line could reach: as far as the widest of the lines it stands close together with."""
    overall = max(line.x1 for line in lines)
    edges: list[float] = []
    start = 0
    for index, ends in enumerate([*apart, True], 1):
        if ends:
            count = index - start
            edges += [max(line.x1 for line in lines[start:index]) if count > 3 else overall] * count
            start = index
    return edges


def _has_ended(text: str) -> bool:
    return _ENDED.search(text, max(len(text) - _LONGEST_END, 0)) is not None


def _starts_anew(paragraph: Stretch, before: Line, line: Line, right: float) -> bool:
    """Whether a line that follows closely begins a new paragraph; ``right`` is where the line before could end."""
    text = before.text
    if line.note:
        return True
    if text.endswith(BROKEN):
        return False
    first, size, bold = paragraph.lines[0], before.size, line.bold >= len(line.text)
    ended = _has_ended(text)
    # The first word of the line would still have found room on the line before.
    short = right - before.x1 > _WORD_ROOM * (line.text.find(" ") % len(line.text) + 1) * size
    if line.marker:
        apart = abs(line.x0 - before.x0) > 3 or (first.marker and line.x0 < first.text_x - 3)
        if ended or short or apart or (before.all_bold and bold):
            return True
    if line.bold and ended and not before.all_bold:
        return True
    if before.all_bold != bold and (short or ended or (before.all_bold and not line.bold)):
        return True
    if not first.marker:
        if ended and line.x0 > before.x0 + 0.8 * size:
            return True
    elif len(paragraph.lines) > 1 and line.x0 < min(first.text_x - 0.4 * size, before.x0 - 3):
        return True
    leads_in = ended and line.text.endswith(":") and line.text[0].isupper()
    # Without a stop a line ends its paragraph only if it leaves much room, since names start with capitals too.
    much = right - before.x1 > _MUCH_ROOM * (right - first.x0)
    return leads_in or (short and (ended or (much and not line.text[0].islower())))
