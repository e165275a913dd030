"""What a reader of flowing documents hands on: paragraphs and tables, in reading order, not yet judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..language.text import clean


class Piece(NamedTuple):
    """A run of characters of one look."""

    text: str
    bold: bool = False


@dataclass(slots=True)
class Paragraph:
    """One paragraph.

    ``heading`` is its depth as a heading by its style or outline level, from 1, and 0 when it is none; ``item`` its
    depth in a list likewise. ``number`` is the automatic number as shown ("4.2", "(a)"), empty for a bullet.
    ``runs_on`` says that the next paragraph stands on the same line. ``anchored`` is what hangs on it and is read
    after it: footnotes and text boxes.
    """

    pieces: list[Piece] = field(default_factory=list)
    heading: int = 0
    item: int = 0
    number: str = ""
    page: int | None = None
    caption: bool = False
    footnote: bool = False
    quoted: bool = False
    runs_on: bool = False
    anchored: list[Paragraph | Table] = field(default_factory=list)

    @property
    def raw(self) -> str:
        """Its text with tabs and line breaks as they stand."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def text(self) -> str:
        """Its text as a Block shows it."""
        return clean(self.raw)

    @property
    def bold(self) -> bool:
        """Whether it has letters or digits and all of them are bold."""
        inked = [piece for piece in self.pieces if not piece.text.isspace()]
        return bool(inked) and all(piece.bold for piece in inked)


@dataclass(slots=True)
class TableCell:
    """One cell; ``column`` is its first grid column from 0, ``span`` how many it covers.

    ``continues`` marks the lower part of a cell merged downwards: it has no text of its own.
    """

    column: int
    span: int = 1
    continues: bool = False
    shaded: bool = False
    content: list[Paragraph | Table] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of its own paragraphs, without tables inside it."""
        return clean(" ".join([part.raw for part in self.content if isinstance(part, Paragraph)]))

    @property
    def bold(self) -> bool:
        """Whether it has text and all of it is bold."""
        inked = [part for part in self.content if isinstance(part, Paragraph) and part.text]
        return bool(inked) and all(part.bold for part in inked)


@dataclass(slots=True)
class Row:
    """One row of a table; ``header`` when the file says that it is repeated as a heading."""

    cells: list[TableCell] = field(default_factory=list)
    header: bool = False


@dataclass(slots=True)
class Table:
    """One table; ``styled_first_row`` when its style draws the first row as a heading and the table asks for it."""

    rows: list[Row] = field(default_factory=list)
    styled_first_row: bool = False


Content = Paragraph | Table
