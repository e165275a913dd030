"""What the steps of the PDF reader hand to each other. Lengths are points, y grows upwards, x to the right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

# Stands at the end of a segment whose last word was broken by a hyphen at the end of its line.
BROKEN = "\u00ad"


@dataclass(slots=True, eq=False, repr=False)
class Segment:
    """Words that stand side by side on one line with no wide gap between them.

    ``y`` is the baseline, ``size`` the height of the type as drawn, ``bold`` how many characters from the start
    are bold. ``sideways`` text does not run the way most of the page does. ``note`` is how many characters at the
    start are small raised figures, as those of a footnote.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: int = 0
    sideways: bool = False
    note: int = 0

    @property
    def all_bold(self) -> bool:
        """Whether every character is bold."""
        return self.bold >= len(self.text)


class Box(NamedTuple):
    """A filled area or a picture; ``grey`` is its lightness from 0 (black) to 1 (white)."""

    x0: float
    y0: float
    x1: float
    y1: float
    grey: float = 0.5

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the box, give or take a point."""
        return self.x0 - 1 <= x <= self.x1 + 1 and self.y0 - 1 <= y <= self.y1 + 1


class Shapes:
    """What is drawn on a page: rules across ``(y, x0, x1)`` and down ``(x, y0, y1)``, filled rectangles, pictures.

    ``grounds`` are filled areas of other shapes, such as boxes with round corners.
    """

    def __init__(self) -> None:
        self.across: list[tuple[float, float, float]] = []
        self.down: list[tuple[float, float, float]] = []
        self.fills: list[Box] = []
        self.grounds: list[Box] = []
        self.pictures: list[Box] = []
        self.paths = 0

    def forget_lines(self) -> None:
        """Let go of what only tables and colours of type are told by."""
        self.across, self.down, self.fills, self.grounds = [], [], [], []


class GridCell(NamedTuple):
    """One cell of a table: its first column (from 0), what it holds, how many columns it spans.

    ``lower`` is a further row of a cell that spans several: it holds nothing itself.
    """

    column: int
    segments: list[Segment]
    columns: int = 1
    lower: bool = False
    shaded: bool = False


class GridTable(NamedTuple):
    """Rows of cells, top first; ``edges`` are the left edges of the columns and the right edge of the last."""

    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: list[list[GridCell]]

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.edges[0]

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.edges[-1]

    @property
    def y(self) -> float:
        """Where the table stands among the lines of the page."""
        return self.top

    @property
    def segments(self) -> list[Segment]:
        """All that its cells hold."""
        return [segment for row in self.rows for cell in row for segment in cell.segments]


class Line(NamedTuple):
    """One line of a column as it is read: its words, its extent, its type.

    ``marker`` is the bullet or number it starts with, as it stands there, ``text_x`` where the words after it start,
    ``pieces`` how many segments it is made of, ``note`` whether it starts with the raised figure of a footnote.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: int
    marker: str
    text_x: float
    pieces: int
    note: bool

    @property
    def all_bold(self) -> bool:
        """Whether every character is bold."""
        return self.bold >= len(self.text)


@dataclass(slots=True, eq=False, repr=False)
class Stretch:
    """Lines that belong together, on the page where the first stands.

    ``end_page`` is that of its last line where it differs. ``open_end`` says that the last line is as wide as a line
    gets, so that the text may go on elsewhere. ``contents`` marks a line of a table of contents, ``aside`` words that
    run sideways; text flows past those and past footnotes.
    """

    lines: list[Line]
    page: int
    end_page: int = 0
    open_end: bool = False
    contents: bool = False
    footnote: bool = False
    aside: bool = False


@dataclass(slots=True, eq=False, repr=False)
class PageContent:
    """One page: its words, what is drawn on it, and what could not be made out.

    ``garbled`` says that the letters cannot be told from the file; ``hidden`` and ``crossed`` count words left out
    because nobody sees them or because they are crossed out.
    """

    number: int
    width: float
    height: float
    segments: list[Segment] = field(default_factory=list)
    shapes: Shapes = field(default_factory=Shapes)
    tables: list[GridTable] = field(default_factory=list)
    garbled: bool = False
    hidden: int = 0
    crossed: int = 0

    def all_segments(self) -> list[Segment]:
        """The segments of the page, those in its tables too."""
        return [*self.segments, *(segment for table in self.tables for segment in table.segments)]
