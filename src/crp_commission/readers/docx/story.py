"""Walks one story of a Word file (its body, its notes) and hands on paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Callable

from ...flow.records import Content, Paragraph
from ...flow.remarks import Remarks
from ...xmlfile import SKIP, Attributes, Events
from .cursor import Cursor, Frame, NoteContents, Pages, Walk
from .extensions import Extensions
from .grid import Grid
from .numbering import Numbering
from .paragraphs import Paragraphs
from .runs import Runs
from .shapes import Shapes
from .styles import Styles

_OLD_OR_ASIDE = ("w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:sectPr", "w:rt")
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


class Story:
    """The handlers for one story. Content at its top goes to ``take`` as soon as it is whole.

    ``fields`` off reads the instructions of fields as text, for files that leave a field open.
    """

    def __init__(
        self,
        take: Callable[[Content], None],
        styles: Styles,
        numbering: Numbering,
        remarks: Remarks,
        *,
        pages: Pages | None = None,
        notes: NoteContents | None = None,
        extensions: Extensions | None = None,
        fields: bool = True,
    ) -> None:
        cursor = Cursor(Frame(take))
        self._walk = Walk(cursor, styles, numbering, remarks, pages or Pages(), {} if notes is None else notes)
        self._paragraphs = Paragraphs(self._walk)
        runs = Runs(self._walk, fields=fields)
        shapes = Shapes(self._walk, self._paragraphs.close, extensions or Extensions())
        grid = Grid(self._walk, self._paragraphs.close, runs.start["w:del"])
        skipped = dict.fromkeys(_OLD_OR_ASIDE, _skip)
        self.events = Events(
            {**self._paragraphs.start, **runs.start, **shapes.start, **grid.start, **skipped},
            {**self._paragraphs.end, **runs.end, **shapes.end, **grid.end},
            runs.text,
        )

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph that is open now."""
        return self._walk.cursor.paragraph

    def finish(self) -> bool:
        """Hand on what still waits; whether a field was left open and kept text back."""
        self._paragraphs.close()
        self._walk.cursor.frame.close()
        return self._walk.withheld and self._walk.cursor.in_code > 0


class NoteStory:
    """The handlers for the part with the footnotes or endnotes, by ``kind``; ``notes`` takes what each holds."""

    def __init__(
        self,
        kind: str,
        notes: NoteContents,
        styles: Styles,
        numbering: Numbering,
        remarks: Remarks,
        extensions: Extensions | None = None,
    ) -> None:
        self._kind = kind
        self._notes = notes
        self._content: list[Content] = []
        self._story = Story(self._take, styles, numbering, remarks, extensions=extensions)
        inner = self._story.events
        self.events = Events(
            {**inner.start, f"w:{kind}": self._open}, {**inner.end, f"w:{kind}": self._close}, inner.text
        )

    def _open(self, attributes: Attributes) -> bool | None:
        if attributes.get("w:type") in _SEPARATORS:
            return SKIP
        self._content = []
        self._notes.setdefault((self._kind, attributes.get("w:id", "")), self._content)
        return None

    def _close(self) -> None:
        self._story.finish()

    def _take(self, content: Content) -> None:
        if isinstance(content, Paragraph):
            content.footnote = True
        self._content.append(content)


def _skip(_attributes: Attributes) -> bool:
    return SKIP
