"""Lines put together again: paragraphs, list items, numbered clauses and rows of tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from ...language.markers import Levels, clause_number, item_marker, lone_marker
from .lines import Line, starts_lower
from .rows import cells_of, is_row

_LONE_CLAUSE = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}\.")
_PARAGRAPH_NUMBER = re.compile(r"(\d{1,3})\.\s+(?=\S)")
_ENDS_SENTENCE = re.compile(r"[.:;!?][\"'”’)\]]*$")
_ENDS_ITEM = re.compile(r"(?:[;.]|[;,] (?:and|or))$")
_LISTS = re.compile(r"(?::|;(?: and| or)?)$")
_WIDEST_WRAPPED = 200  # longer lines are paragraphs, not wrapped
_NEARLY_FULL = 0.85


class Kind(Enum):
    """What a chunk opens with."""

    TEXT = "text"
    ITEM = "item"
    CLAUSE = "clause"
    NUMBERED = "numbered"
    ROWS = "rows"


@dataclass(slots=True)
class Chunk:
    """Lines that belong together.

    ``texts`` are what each line says, less the marker of an item, which is ``number`` (or "•" and the bullet's kind).
    """

    kind: Kind
    lines: list[Line]
    texts: list[str] = field(default_factory=list)
    number: str = ""

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence or a lead-in does."""
        return bool(self.texts and _ENDS_SENTENCE.search(self.texts[-1]))


class Chunker:
    """Goes over the lines once."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._chunks: list[Chunk] = []
        self._current: Chunk | None = None
        self._markers: list[tuple[Kind, str, Line]] = []  # that stood alone on their line and wait for their text
        self._levels = Levels()

    def chunks(self) -> list[Chunk]:
        """All chunks in reading order."""
        at = 0
        while at < len(self._lines):
            rows = self._rows_from(at)
            if rows > 1:
                lines = [line for line in self._lines[at : at + rows] if cells_of(line.text)]
                if lines:
                    self._begin(Kind.ROWS, lines, [line.text for line in lines])
                self._current = None
                at += rows
            else:
                self._line(self._lines[at])
                at += 1
        for kind, number, line in self._markers:
            if kind is Kind.CLAUSE:
                self._begin(Kind.TEXT, [line], [number])
        return self._chunks

    def _rows_from(self, at: int) -> int:
        """How many lines from ``at`` on are rows of one table."""
        end = at
        while end < len(self._lines) and is_row(self._lines[end].text) and not (end > at and self._lines[end].gap):
            end += 1
        return end - at

    def _line(self, line: Line) -> None:
        if line.gap and not self._goes_on_after_furniture(line):
            self._current = None
        marker = lone_marker(line.text)
        if marker is not None:
            self._wait(Kind.ITEM, marker or f"•{line.text}{line.indent}", line)
        elif _LONE_CLAUSE.fullmatch(line.text):
            self._wait(Kind.CLAUSE, line.text, line)
        elif self._markers and self._current is None:
            kind, number, first = self._markers.pop(0)
            own = [first, line] if kind is Kind.CLAUSE else [line]
            self._begin(kind, own, [number, line.text] if kind is Kind.CLAUSE else [line.text], number)
        elif not self._opens_chunk(line):
            self._go_on(line)
        if self._markers and _ENDS_ITEM.search(line.text):
            self._current = None  # the next of the markers that stood together takes the next line

    def _wait(self, kind: Kind, number: str, line: Line) -> None:
        self._current = None
        self._markers.append((kind, number, line))

    def _goes_on_after_furniture(self, line: Line) -> bool:
        """A sentence that a page's end cut in two."""
        return (
            line.dropped
            and self._current is not None
            and not self._current.ends_sentence
            and starts_lower(line.text)
            and item_marker(line.text) is None
        )

    def _opens_chunk(self, line: Line) -> bool:
        """Start a chunk if the line opens with a marker or number that is no part of a wrapped sentence."""
        unfinished = self._current is not None and not self._current.ends_sentence and self._is_wrapped(line)
        marked = item_marker(line.text)
        if marked:
            number = marked[0] or f"•{line.text[0]}{line.indent}"
            if unfinished and not self._levels.follows(number):
                return False
            self._begin(Kind.ITEM, [line], [marked[1]], number)
            return True
        numbered = _PARAGRAPH_NUMBER.match(line.text)
        if clause_number(line.text) or numbered:
            rest = line.text[numbered.end() :] if numbered else line.text.split(maxsplit=1)[1]
            if unfinished and (starts_lower(rest) or numbered):
                return False
            kind, number = (Kind.NUMBERED, numbered[1]) if numbered else (Kind.CLAUSE, "")
            self._begin(kind, [line], [line.text], number)
            return True
        return False

    def _begin(self, kind: Kind, lines: list[Line], texts: list[str], number: str = "") -> None:
        if kind is Kind.ITEM:
            self._levels.level(number)
        elif kind is not Kind.TEXT:
            self._levels = Levels()
        self._current = Chunk(kind, lines, texts, number)
        self._chunks.append(self._current)

    def _go_on(self, line: Line) -> None:
        if self._current is not None and (line.dropped or self._is_wrapped(line)):
            self._current.lines.append(line)
            self._current.texts.append(line.text)
        else:
            self._begin(Kind.TEXT, [line], [line.text])

    def _is_wrapped(self, line: Line) -> bool:
        """Whether the line before broke off only because it was full."""
        if self._current is None:
            return False
        before = self._current.lines[-1]
        needed = before.length + 1 + len(line.text.split(maxsplit=1)[0])
        lower = starts_lower(line.text)
        ended = self._current.ends_sentence
        in_list = self._current.kind is Kind.TEXT and self._in_list()
        if before.text.endswith(":") or (in_list and _ENDS_ITEM.search(before.text)):
            return False
        if line.width > _WIDEST_WRAPPED:
            return lower and not ended
        if needed > line.width:
            return True
        nearly_full = needed > line.width * _NEARLY_FULL
        return (nearly_full and not before.text.endswith(";")) or (lower and not ended)

    def _in_list(self) -> bool:
        """Whether the chunk being read follows a lead-in or an item that ends in a semicolon."""
        return len(self._chunks) > 1 and bool(_LISTS.search(self._chunks[-2].texts[-1]))
