"""An Extract as it grows: blocks numbered in reading order, and one note for each kind of thing not read."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from .document import Block, BlockKind, Extract, Note, Place
from .flow.records import Content, Paragraph, Table
from .flow.tables import Standing, parts
from .language.markers import Levels
from .language.text import clean

_DEEPEST_HEADING = 9
_MOST_LINES_SHOWN = 6
_MOST_LETTERS_SHOWN = 80


class Skipped(Enum):
    """What a reader meets and leaves out; how one and how several of them are told."""

    PICTURE = "a picture was not read", "pictures were not read"
    DRAWING = "a drawing was not read", "drawings were not read"
    EMBEDDED = "something embedded was not read", "embedded things were not read"
    HIDDEN = "hidden text was left out", "passages of hidden text were left out"
    DOUBTFUL = "text that a style sheet may hide was read", "passages that a style sheet may hide were read"
    STRUCK = "struck-out text was left out", "passages of struck-out text were left out"
    COMMENT = "a comment that does not show was left out", "comments that do not show were left out"
    FURNITURE = "a menu, header or footer was left out", "menus, headers or footers were left out"
    DEEP = "text nested too deep was read without its nesting", "texts nested too deep were read without their nesting"
    TANGLED = "a passage full of brackets was read as plain text", "passages full of brackets were read as plain text"
    REPEATED = "a line repeated on every page was read once", "lines repeated on every page were read once"
    SETTINGS = "the settings at the top of the file were not read", "settings were not read"


class Standpoint(NamedTuple):
    """Where a block stands: its line, its page, and its cell if it is in a table."""

    line: int | None = None
    page: int | None = None
    standing: Standing | None = None


class LinedParagraph(Paragraph):
    """A paragraph of a table cell that knows its line."""

    __slots__ = ("line",)

    def __init__(self, paragraph: Paragraph, line: int | None) -> None:
        super().__init__(paragraph.pieces, paragraph.heading, paragraph.item, paragraph.number, quoted=paragraph.quoted)
        self.line = line


class ExtractBuilder:
    """Takes the pieces of one file, shown to people as ``file``, in reading order."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._blocks: list[Block] = []
        self._notes: list[Note] = []
        self._skipped: dict[Skipped, list[tuple[int | None, str]]] = {}
        self._tables = 0
        self._level = 0  # of the last heading that the file marks as one
        self._typed = Levels()  # of the list whose items were typed just now

    @property
    def beneath(self) -> int:
        """The level of a heading that only looks like one: one deeper than the last real one."""
        return min(self._level + 1, _DEEPEST_HEADING)

    def add(
        self,
        kind: BlockKind,
        text: str,
        at: Standpoint,
        *,
        level: int = 0,
        number: str = "",
        run_in: bool = False,
        quoted: bool = False,
    ) -> None:
        """Write one block; text that holds nothing to see is none."""
        text = clean(text)
        if not text:
            return
        if kind is not BlockKind.ITEM:
            self._typed = Levels()
        cell = at.standing
        place = Place(self._file, len(self._blocks) + 1, at.page, line=at.line, cell=cell.cell if cell else None)
        heads = (cell.header, cell.row_header, cell.is_header) if cell else ("", "", False)
        self._blocks.append(Block(kind, text, place, level, number, *heads, run_in, quoted))

    def heading(self, text: str, at: Standpoint, level: int, number: str = "", *, quoted: bool = False) -> None:
        """Write a heading that the file marks as one."""
        self._level = level
        self.add(BlockKind.HEADING, text, at, level=level, number=number, quoted=quoted)

    def typed_item(self, text: str, at: Standpoint, number: str, *, quoted: bool = False) -> None:
        """Write an item whose marker was typed; its depth follows from the markers before it."""
        level = self._typed.level(number)
        self.add(BlockKind.ITEM, text, at, level=level, number=number, quoted=quoted)

    def table(self, table: Table, page: int | None = None) -> None:
        """Write the cells of a table whose paragraphs are LinedParagraphs, tables inside it after the cell's text."""
        waiting: list[Iterator[tuple[Content, Standing | None]]] = [iter(((table, None),))]
        while waiting:
            part, standing = next(waiting[-1], (None, None))
            if part is None:
                waiting.pop()
            elif isinstance(part, Table):
                self._tables += 1
                waiting.append(parts(part, self._tables, standing))
            else:
                line = part.line if isinstance(part, LinedParagraph) else None
                self._cell_text(part, Standpoint(line, page, standing))

    def _cell_text(self, paragraph: Paragraph, at: Standpoint) -> None:
        if paragraph.heading and at.standing is not None and at.standing.lone:
            self.heading(paragraph.text, at, paragraph.heading, quoted=paragraph.quoted)
        else:
            self.add(BlockKind.CELL, paragraph.text, at, number=paragraph.number, quoted=paragraph.quoted)

    def skip(self, what: Skipped, line: int | None, text: str = "") -> None:
        """Count something left out at ``line``, with its words if they are known."""
        self._skipped.setdefault(what, []).append((line, text[: 2 * _MOST_LETTERS_SHOWN]))

    def note(self, text: str, place: str = "", unread: float = 0.0) -> None:
        """Say something that a person should know of."""
        self._notes.append(Note(self._file, place, text, unread))

    def extract(self, pages: int | None = None, notes: tuple[Note, ...] = ()) -> Extract:
        """All that was written, with ``notes`` first among the notes."""
        skipped = [self._told(what, places) for what, places in self._skipped.items()]
        return Extract(tuple(self._blocks), (*notes, *self._notes, *skipped), pages)

    def _told(self, what: Skipped, places: list[tuple[int | None, str]]) -> Note:
        one, many = what.value
        text = one if len(places) == 1 else f"{len(places)} {many}"
        lines = list(dict.fromkeys(line for line, _ in places if line is not None))
        if len(lines) > 1:
            more = ", ..." if len(lines) > _MOST_LINES_SHOWN else ""
            text += f" (lines {', '.join(map(str, lines[:_MOST_LINES_SHOWN]))}{more})"
        words = next((shown for _, passage in places if (shown := clean(passage))), "")
        if words:
            text += f": “{words if len(words) <= _MOST_LETTERS_SHOWN else words[:_MOST_LETTERS_SHOWN] + '…'}”"
        return Note(self._file, f"line {lines[0]}" if lines else "", text)
