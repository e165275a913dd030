"""Where the walk through a Word story stands: which paragraph is open, in which cell, box or note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ...flow.records import Content, Paragraph
from ...flow.remarks import Remarks
from ...xmlfile import Attributes
from .numbering import Numbering
from .styles import Style, Styles

Handler = Callable[[Attributes], bool | None]
NoteContents = dict[tuple[str, str], list[Content]]


class Frame:
    """Something that holds paragraphs and tables: the body, a cell, a text box, a note.

    Finished content goes to ``take``, and ``taken`` counts it. A paragraph whose end mark was deleted waits in ``cut``
    and joins the next one.
    """

    def __init__(self, take: Callable[[Content], None]) -> None:
        self.taken = 0
        self._take = take
        self._cut: Paragraph | None = None

    def add(self, content: Content) -> None:
        """Hand on a table, or a paragraph with what was waiting to join it."""
        if self._cut is not None:
            if isinstance(content, Paragraph):
                self._join(content)
            self.close()
        self.taken += 1
        self._take(content)

    def cut(self, paragraph: Paragraph) -> None:
        """Let ``paragraph`` wait for the next one."""
        self._join(paragraph)
        self._cut = paragraph

    def close(self) -> None:
        """Hand on what still waits, since nothing is left to join it."""
        if self._cut is not None:
            waiting, self._cut = self._cut, None
            self._take(waiting)

    def _join(self, paragraph: Paragraph) -> None:
        """Put what waits before ``paragraph``; the long list grows, or a chain of cuts would cost its square."""
        if self._cut is None:
            return
        waiting, self._cut = self._cut, None
        waiting.pieces += paragraph.pieces
        waiting.anchored += paragraph.anchored
        paragraph.pieces, paragraph.anchored, paragraph.page = waiting.pieces, waiting.anchored, waiting.page


@dataclass(slots=True)
class Marks:
    """What a paragraph says of itself before its text: style, list, outline level, and how its end mark is marked."""

    style: Style
    number: str | None = None
    depth: int | None = None
    outline: int | None = None
    deleted: bool = False
    hidden: bool = False
    separator: bool = False


@dataclass(slots=True)
class Field:
    """A field (page number, contents, form field): its instruction comes first, then the result that is shown."""

    instruction: str = ""
    shows: bool = False
    contents: bool = False  # whether it shows a table of contents


@dataclass(slots=True)
class Cursor:
    """The open paragraph and the look of its runs; a text box puts it aside and takes a new one.

    ``in_code`` counts the open fields that are still at their instruction, ``contents`` those that show contents.
    ``bold`` and ``hidden`` hold for the run that is being read, ``table_hidden`` for the cells of a table by its style.
    """

    frame: Frame
    paragraph: Paragraph | None = None
    marks: Marks = field(default_factory=lambda: Marks(Style()))
    in_marks: bool = False
    settled: bool = False
    fields: list[Field] = field(default_factory=list)
    in_code: int = 0
    contents: int = 0
    in_contents: bool = False
    shape_hidden: bool = False
    table_hidden: bool = False
    bold: bool = False
    hidden: bool = False
    hidden_in: Paragraph | None = None  # the last paragraph told of for hidden text


class Pages:
    """Counts pages by the breaks the file records: those of the last printing, else those set by hand, else none."""

    def __init__(self, part: bytes = b"") -> None:
        self.printed = _mentions(part, "lastRenderedPageBreak")
        by_hand = _mentions(part, '"page"') or _mentions(part, "pageBreakBefore")
        self.number = 1 if self.printed or by_hand else None

    def turn(self, *, printed: bool) -> bool:
        """Turn the page at a break of that kind; whether it counts."""
        if self.number is None or printed != self.printed:
            return False
        self.number += 1
        return True


@dataclass(slots=True)
class Walk:
    """What all handlers of one story share.

    ``notes`` are the contents of footnotes and endnotes by kind and id, taken out as they are referred to. ``withheld``
    is set when text was met inside the instruction of a field.
    """

    cursor: Cursor
    styles: Styles
    numbering: Numbering
    remarks: Remarks
    pages: Pages = field(default_factory=Pages)
    notes: NoteContents = field(default_factory=dict)
    withheld: bool = False

    def turn_page(self, *, printed: bool) -> None:
        """Turn the page; a paragraph that has no text yet stands on the new one."""
        paragraph = self.cursor.paragraph
        if self.pages.turn(printed=printed) and paragraph is not None and not paragraph.pieces:
            paragraph.page = self.pages.number


def _mentions(part: bytes, word: str) -> bool:
    return any(word.encode(encoding) in part for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
