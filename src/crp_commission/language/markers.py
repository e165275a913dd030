"""Numbers, letters and bullets that open a line: "2.1 ...", "(a) ...", "• ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_GLYPHS = "•‣◦▪▫●○■□·∙⁃➢➤►▶▸✓✔❖◆◼◾⚫❏❑❒➔\uf000-\uf8ff"
_BULLET = re.compile(rf"(?:[{_GLYPHS}]+\s*|[-–—*+o]\s+|[-–](?=[A-Z][a-z]))(?=\S)")
_LONE_BULLET = re.compile(rf"[{_GLYPHS}]+|[-–*o]")
_SIGN = r"(?:[a-z]|[A-Z]|[ivxl]{2,6}|[a-z]{2}|\d{1,2})"
_ENUMERATOR = re.compile(rf"(\({_SIGN}\)|(?:[a-z]|[A-Z]|[ivxl]{{2,6}}|\d{{1,2}})\)|(?:[a-z]|[ivx]{{2,5}})\.)\s+(?=\S)")
_LONE_ENUMERATOR = re.compile(rf"\({_SIGN}\)|(?:[a-z]|[ivxl]{{2,6}}|\d{{1,2}})\)")
_CLAUSE = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,5})\.?(?=\s+\S)")
_LABEL = re.compile(r"((?:[A-Z]{1,5} ?)?\d{1,3}(?:\.\d{1,3}){0,5})[.:]?(?=\s+\S)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Line(NamedTuple):
    """Lines of one paragraph that belong together: ``kind`` is "text", "item" or "clause".

    ``number`` is the item's typed marker ("(a)"), empty for a bullet; a clause's number stays in ``text``.
    ``first`` is the index of its first line.
    """

    kind: str
    number: str
    text: str
    first: int


def item_marker(text: str) -> tuple[str, str] | None:
    """The marker of a list item and the text after it, None when there is none.

    "(a) views" gives ("(a)", "views"), "• views" gives ("", "views").
    """
    text = text.lstrip()
    bullet = _BULLET.match(text)
    if bullet:
        return "", text[bullet.end() :]
    marked = _ENUMERATOR.match(text)
    return (marked[1], text[marked.end() :]) if marked else None


def lone_marker(text: str) -> str | None:
    """The number of a marker that stands alone on its line ("" for a bullet), None when the line is none."""
    text = text.strip()
    if _LONE_BULLET.fullmatch(text):
        return ""
    return text if _LONE_ENUMERATOR.fullmatch(text) else None


def clause_number(text: str) -> str | None:
    """The dotted number that opens ``text`` ("2.1" of "2.1 The Provider ..."), None when there is none."""
    numbered = _CLAUSE.match(text.lstrip())
    return numbered[1] if numbered else None


def split_typed_lines(lines: Sequence[str]) -> list[Line]:
    """Part the lines of one paragraph where its writer typed a list or numbered clauses.

    Two markers or more are needed, and they must follow on from each other, since a wrapped line may well start
    with "(b)" or "2.5". A line with no marker belongs to the one before it.
    """
    starts = _item_starts(lines)
    if len(starts) < 2:
        starts = _clause_starts(lines)
    if len(starts) < 2:
        return [Line("text", "", " ".join(lines), 0)]
    heads = sorted({0, *starts})
    parts = zip(heads, [*heads[1:], len(lines)], strict=True)
    return [_line(starts.get(start), lines, start, end) for start, end in parts]


def _line(found: tuple[str, str, str] | None, lines: Sequence[str], start: int, end: int) -> Line:
    kind, number, opening = found or ("text", "", lines[start])
    return Line(kind, number, " ".join([opening, *lines[start + 1 : end]]), start)


def _item_starts(lines: Sequence[str]) -> dict[int, tuple[str, str, str]]:
    """The lines that open an item: (kind, number, text after the marker) by index."""
    found: dict[int, tuple[str, str, str]] = {}
    levels = Levels()
    for at, line in enumerate(lines):
        marked = item_marker(line)
        if marked and (marked[0] == "" or levels.follows(marked[0])):
            levels.level(marked[0])
            found[at] = ("item", *marked)
    return found


def _clause_starts(lines: Sequence[str]) -> dict[int, tuple[str, str, str]]:
    labels = [_LABEL.match(line.lstrip()) for line in lines]
    if not labels or labels[0] is None:
        return {}
    found: dict[int, tuple[str, str, str]] = {}
    path: tuple[str, tuple[int, ...]] | None = None
    every = all(label is not None and _starts_clause(label) for label in labels)
    for at, label in enumerate(labels):
        if label is None:
            continue
        here = _label_path(label[1])
        if path is None or every or _next(path, here):
            path = here
            found[at] = ("clause", label[1], lines[at])
    return found


def _starts_clause(label: re.Match[str]) -> bool:
    """Whether a number or label opens a clause for sure: "2.1 Views", not "14 took part" at the start of a line."""
    is_bare = label[1].isdigit()
    return not is_bare and label.string[label.end() :].lstrip()[:1].isupper()


def _label_path(label: str) -> tuple[str, tuple[int, ...]]:
    digits = label.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ ")
    return label[: len(label) - len(digits)], tuple(int(part) for part in digits.split("."))


def _next(before: tuple[str, tuple[int, ...]], after: tuple[str, tuple[int, ...]]) -> bool:
    """Whether ``after`` can stand next below ``before``: 2.1 then 2.2, 2.1.1 or 3."""
    (name, old), (other, new) = before, after
    if name != other:
        return False
    if len(new) > len(old):
        return new == (*old, 1)
    return new[:-1] == old[: len(new) - 1] and new[-1] == old[len(new) - 1] + 1


class Levels:
    """How deep each typed marker of a list stands: (a) and (b) at 1, the (i) among them at 2."""

    def __init__(self) -> None:
        self._stack: list[tuple[str, int]] = []

    def level(self, number: str) -> int:
        """The depth, from 1, of the item with this marker, which is now the latest.

        A bullet is "", or "•" and whatever tells one kind of bullet from another.
        """
        style, value = self._read(number)
        styles = [known for known, _ in self._stack]
        if style in styles:
            del self._stack[styles.index(style) :]
        while self._stack and _rank(style) < _rank(self._stack[-1][0]):
            self._stack.pop()
        self._stack.append((style, value))
        return len(self._stack)

    def follows(self, number: str) -> bool:
        """Whether this marker opens a list or comes after one seen: (a), or (c) after (b)."""
        style, value = self._read(number)
        last = next((known for name, known in self._stack if name == style), 0)
        return value == 1 or (last > 0 and 0 < value - last <= 2)

    def _read(self, number: str) -> tuple[str, int]:
        """The style of a marker ("(a)", "i.", ...) and how many it counts; letters that may be Roman go by place."""
        if not number or number[0] == "•":
            return number, 1
        sign = number.strip("().")
        readings = [(number.replace(sign, style), value) for style, value in _readings(sign)]
        for style, last in reversed(self._stack):
            for reading in readings:
                if reading == (style, last + 1):
                    return reading
        return next((reading for reading in readings if reading[1] == 1), readings[0])


def _rank(style: str) -> int:
    """Numbers hold letters, letters hold Roman numerals, and all of them hold bullets."""
    bullet = not style or style[0] == "•"
    return 3 if bullet else next((rank for rank, sign in enumerate("1ai") if sign in style.lower()), 3)


def _readings(sign: str) -> list[tuple[str, int]]:
    if sign.isdigit():
        return [("1", int(sign))]
    lower = sign.lower()
    case = "a" if sign.islower() else "A"
    letters = [(case, ord(lower[0]) - 96 + 26 * (len(lower) - 1))] if len(set(lower)) == 1 else []
    roman = [("i" if sign.islower() else "I", _roman(lower))] if set(lower) <= set(_ROMAN) else []
    return roman + letters or [(case, 0)]


def _roman(sign: str) -> int:
    values = [_ROMAN[letter] for letter in sign]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
