"""Paragraphs of a Word story: opened, settled by their style, list and outline level, and handed on."""

from __future__ import annotations

from ...flow.contents import is_contents_line
from ...flow.records import Paragraph
from ...xmlfile import Attributes
from .cursor import Handler, Marks, Walk
from .styles import BODY_LEVEL, is_on, whole


class Paragraphs:
    """The handlers for paragraphs and their properties."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self.start: dict[str, Handler] = {
            "w:p": self.open,
            "w:pPr": self._open_marks,
            "w:pStyle": self._style,
            "w:numId": self._list,
            "w:ilvl": self._depth,
            "w:outlineLvl": self._outline,
            "w:pageBreakBefore": self._break_before,
            "w:specVanish": self._separator,
        }
        self.end = {"w:p": self.close, "w:pPr": self._close_marks}

    def open(self, _attributes: Attributes) -> None:
        """Begin a paragraph; one still open, which no sound file has, ends here."""
        cursor = self._walk.cursor
        if cursor.paragraph is not None:
            self.close()
        cursor.paragraph = Paragraph(page=self._walk.pages.number)
        cursor.marks = Marks(self._walk.styles.default)
        cursor.settled = cursor.bold = cursor.hidden = False
        cursor.in_contents = cursor.contents > 0

    def close(self) -> None:
        """End the open paragraph, if any, and hand it on unless it is a line of a contents page."""
        cursor = self._walk.cursor
        paragraph, cursor.paragraph = cursor.paragraph, None
        if paragraph is None:
            return
        if not cursor.settled:
            self._settle(paragraph)
        styled = cursor.marks.style.contents
        if (styled or cursor.in_contents) and is_contents_line(paragraph, styled=styled, inside=cursor.in_contents):
            return
        if cursor.marks.deleted:
            cursor.frame.cut(paragraph)
        else:
            cursor.frame.add(paragraph)

    def _open_marks(self, _attributes: Attributes) -> None:
        self._walk.cursor.in_marks = True

    def _close_marks(self) -> None:
        cursor = self._walk.cursor
        cursor.in_marks = False
        if cursor.paragraph is not None and not cursor.settled:
            self._settle(cursor.paragraph)

    def _settle(self, paragraph: Paragraph) -> None:
        """Work out what the paragraph is from its marks; before its text, so that numbers count in reading order."""
        cursor, marks = self._walk.cursor, self._walk.cursor.marks
        cursor.settled = True
        style = marks.style
        counts = not marks.deleted and (marks.separator or not marks.hidden)
        label = self._walk.numbering.label(style, marks.number, marks.depth, counts=counts)
        if label is not None:
            paragraph.number, paragraph.item = label.number, label.depth + 1
        elif marks.number is None:
            paragraph.item = style.item
        if marks.outline is None:
            paragraph.heading = style.heading
        elif 0 <= marks.outline < BODY_LEVEL:
            paragraph.heading = marks.outline + 1
        paragraph.caption, paragraph.quoted, paragraph.runs_on = style.caption, style.quoted, marks.separator

    def _style(self, attributes: Attributes) -> None:
        self._walk.cursor.marks.style = self._walk.styles.paragraph(attributes.get("w:val", ""))

    def _list(self, attributes: Attributes) -> None:
        self._walk.cursor.marks.number = attributes.get("w:val", "0")

    def _depth(self, attributes: Attributes) -> None:
        self._walk.cursor.marks.depth = whole(attributes.get("w:val"))

    def _outline(self, attributes: Attributes) -> None:
        self._walk.cursor.marks.outline = whole(attributes.get("w:val"), BODY_LEVEL)

    def _break_before(self, attributes: Attributes) -> None:
        if is_on(attributes):
            self._walk.turn_page(printed=False)

    def _separator(self, _attributes: Attributes) -> None:
        self._walk.cursor.marks.separator = self._walk.cursor.in_marks
