"""A document as the tool sees it: pieces of text, each with the place it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a piece of text is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


class SectionKind(StrEnum):
    """What a section is for; only some kinds can hold a promise."""

    OPERATIVE = "operative"
    BACKGROUND = "background"
    DEFINITIONS = "definitions"
    LEGISLATION = "legislation"
    QUESTION = "question"
    KPI = "kpi"
    CONTENTS = "contents"


class Force(StrEnum):
    """How strongly a clause binds the one who is to act."""

    DUTY = "duty"
    AIM = "aim"
    REQUEST = "request"
    STATEMENT = "statement"


class Cell(NamedTuple):
    """Where a table cell stands: table in the file, row in the table, grid column in the row, each from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of text stands. Every number counts from 1; what is unknown is None.

    ``file`` is the path as shown to the person. ``section`` is the label of the nearest heading
    above ("4.2 Participation"); readers leave it empty and ``structure`` fills it in.
    ``paragraph`` is the running number of the block in its file, in reading order, ``line`` the line
    of a text file, ``page`` the page of a PDF.
    """

    file: str
    paragraph: int
    page: int | None = None
    section: str = ""
    line: int | None = None
    cell: Cell | None = None

    @property
    def label(self) -> str:
        """What a person reads to find the text again, without the file's name."""
        parts = [self.section] if self.section else []
        if self.page is not None:
            parts.append(f"page {self.page}")
        if self.cell is not None:
            parts.append(f"table {self.cell.table}, row {self.cell.row}")
        elif self.line is not None:
            parts.append(f"line {self.line}")
        else:
            parts.append(f"paragraph {self.paragraph}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader met and a person should know of.

    ``unread`` is the estimated share (0 to 1) of the file's text that this note says is lost: a scanned page of
    ten is 0.1, a file that could not be opened is 1, a deleted passage left out on purpose is 0. ``role`` is what kind
    of paper a file of which nothing was read seems to be, "unknown" if its name does not tell; empty for other notes.
    ``unasked`` are ids of criteria that were not asked because of what the note tells.
    """

    file: str
    place: str
    text: str
    unread: float = 0.0
    role: str = ""
    unasked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of text as it stands on the page: a heading, a paragraph, a list item, a table cell.

    ``text`` is verbatim but for white space, which is folded to single spaces, ligatures and soft hyphens.
    ``number`` is an automatic number that is not part of the text ("4.2", "(a)"). ``level`` is the heading's
    depth from 1, or a list item's from 1, and 0 for the rest. For a cell, ``header`` is the text of its column's
    header, ``row_header`` that of its row's first cell, both empty where there is none; a header cell itself
    has ``is_header``. ``quoted`` marks somebody else's words (a block quote). ``run_in`` marks a heading that opens a
    paragraph ("**4.2 Voice.** The provider ...").
    """

    kind: BlockKind
    text: str
    place: Place
    level: int = 0
    number: str = ""
    header: str = ""
    row_header: str = ""
    is_header: bool = False
    run_in: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """All that a reader got out of one file: the text in reading order and what it could not read."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the pack: its shown path, SHA-256, kind (reader's name), role, pages and words read."""

    path: str
    sha256: str
    kind: str
    role: str
    pages: int | None
    words: int


@dataclass(frozen=True, slots=True)
class Detail:
    """Something checkable in a clause: its kind ("how often") and the words that say it ("each quarter").

    ``start`` is the position of the first of them in the words of its sentence.
    """

    kind: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Clause:
    """Who is to do what: one clause of a unit of text.

    ``start`` and ``end`` are positions in the unit's words. ``actor`` is the kind of party that acts ("provider",
    "council", "staff", "parents", "child", "bidder" or ""), ``sign`` the words that carry the force ("shall"),
    ``tense`` is "present" or "past", or "" for a fragment without a finite verb. ``negations`` are the positions of
    words that deny, ``role`` says whether it is the main statement, a condition on it or an exception from it.
    """

    start: int
    end: int
    force: Force
    actor: str = ""
    sign: str = ""
    tense: str = ""
    negations: tuple[int, ...] = ()
    hedge: str = ""
    role: str = "main"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a list item or a cell, with what frames it.

    ``text`` is verbatim from one block. ``lead`` is the list's lead-in, ``header`` the headers of its cell,
    ``row`` the other cells of its table row, ``section`` the number of its section in the document,
    ``passage`` the number of the block group (paragraph, list or row) it belongs to. ``quoted`` marks somebody else's
    words, ``outside`` those of one who is no party to the paper and no authority, ``wished`` what children are quoted
    to have said.
    """

    number: int
    text: str
    kind: BlockKind
    place: Place
    section: int
    passage: int
    lead: str = ""
    header: str = ""
    row: str = ""
    quoted: bool = False
    outside: bool = False
    wished: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of one file under one heading. ``path`` holds the headings above it, outermost first."""

    number: int
    file: str
    title: str
    path: tuple[str, ...]
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Document:
    """A whole pack: its files, sections and sentences in reading order, and what could not be read."""

    title: str
    files: tuple[Source, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    notes: tuple[Note, ...] = ()

    @property
    def papers(self) -> tuple[tuple[str, str], ...]:
        """Path and role of every paper of the pack, also of those of which nothing could be read."""
        read = ((source.path, source.role) for source in self.files)
        return (*read, *((note.file, note.role) for note in self.notes if note.role))
