"""Runs of a Word story: their text and look, fields, breaks, symbols, notes and tracked changes."""

from __future__ import annotations

from ...flow.numerals import roman
from ...flow.records import Paragraph, Piece
from ...flow.remarks import Unread
from ...xmlfile import SKIP, Attributes
from .cursor import Cursor, Field, Handler, Walk
from .styles import is_on
from .symbols import symbol

# What the characters being met are.
_NOTHING, _TEXT, _HIDDEN, _CODE, _INSTRUCTION = range(5)
_INSTRUCTION_KEPT = 50  # enough to tell what a field is


class Runs:
    """The handlers for runs.

    With ``fields`` off, the instructions of fields are not told from their results, for files that leave a field open.
    """

    def __init__(self, walk: Walk, *, fields: bool) -> None:
        self._walk = walk
        self._reading = _NOTHING
        self._note_numbers = {"footnote": 0, "endnote": 0}
        self.start: dict[str, Handler] = {
            "w:r": self._open,
            "m:r": self._open,
            "w:rStyle": self._style,
            "w:b": self._bold,
            "w:vanish": self._vanish,
            "w:t": self._open_text,
            "m:t": self._open_text,
            "w:tab": lambda _: self._put("\t"),
            "w:ptab": lambda _: self._put("\t"),
            "w:cr": lambda _: self._put("\n"),
            "w:br": self._break,
            "w:noBreakHyphen": lambda _: self._put("-"),
            "w:sym": lambda at: self._put(symbol(at.get("w:font", ""), at.get("w:char", ""))),
            "w:lastRenderedPageBreak": lambda _: self._walk.turn_page(printed=True),
            "w:footnoteReference": lambda at: self._note("footnote", at),
            "w:endnoteReference": lambda at: self._note("endnote", at),
            "w:commentReference": lambda _: self._walk.remarks.add(Unread.COMMENTS),
            "w:del": self._deleted,
            "w:moveFrom": self._deleted,
        }
        self.end = {"w:t": self._close_text, "m:t": self._close_text}
        if fields:
            self.start |= {"w:fldChar": self._field, "w:instrText": self._open_instruction}
            self.end |= {"w:instrText": self._close_text}

    def text(self, data: str) -> None:
        """Take characters: text that is shown, or something to be told of, or nothing that counts."""
        reading = self._reading
        if reading == _TEXT:
            cursor = self._walk.cursor
            if cursor.paragraph is not None:
                cursor.paragraph.pieces.append(Piece(data, cursor.bold))
        elif reading == _HIDDEN:
            self._hide(data)
        elif reading == _CODE:
            self._walk.withheld = True
        elif reading == _INSTRUCTION:
            field = self._walk.cursor.fields[-1]
            field.instruction += data[:_INSTRUCTION_KEPT] if len(field.instruction) < _INSTRUCTION_KEPT else ""

    def _hide(self, data: str) -> None:
        """Count hidden text once a paragraph."""
        cursor = self._walk.cursor
        if data.strip() and cursor.hidden_in is not cursor.paragraph:
            cursor.hidden_in = cursor.paragraph
            self._walk.remarks.add(Unread.HIDDEN)

    def _open(self, _attributes: Attributes) -> None:
        cursor = self._walk.cursor
        style = cursor.marks.style
        cursor.bold, cursor.hidden = style.bold, style.hidden ^ cursor.table_hidden

    def _style(self, attributes: Attributes) -> None:
        cursor = self._walk.cursor
        if not cursor.in_marks:
            base, style = cursor.marks.style, self._walk.styles.other(attributes.get("w:val", ""))
            # Of the styles of table, paragraph and run two that both switch a toggle on cancel each other out.
            cursor.bold = base.bold != style.bold
            cursor.hidden = base.hidden ^ style.hidden ^ cursor.table_hidden

    def _bold(self, attributes: Attributes) -> None:
        if not self._walk.cursor.in_marks:
            self._walk.cursor.bold = is_on(attributes)

    def _vanish(self, attributes: Attributes) -> None:
        cursor = self._walk.cursor
        if cursor.in_marks:
            cursor.marks.hidden = is_on(attributes)
        else:
            cursor.hidden = is_on(attributes)

    def _open_text(self, _attributes: Attributes) -> None:
        cursor = self._walk.cursor
        self._reading = _HIDDEN if cursor.hidden else _CODE if cursor.in_code else _TEXT

    def _close_text(self) -> None:
        self._reading = _NOTHING

    def _put(self, text: str) -> None:
        cursor = self._walk.cursor
        # A tab among a paragraph's properties is a tab stop.
        if cursor.paragraph is not None and not (cursor.in_marks or cursor.hidden or cursor.in_code):
            cursor.paragraph.pieces.append(Piece(text, cursor.bold))

    def _break(self, attributes: Attributes) -> None:
        if attributes.get("w:type") == "page":
            self._walk.turn_page(printed=False)
        self._put("\n")

    def _field(self, attributes: Attributes) -> None:
        cursor = self._walk.cursor
        kind = attributes.get("w:fldCharType")
        if kind == "begin":
            cursor.fields.append(Field())
            cursor.in_code += 1
        elif cursor.fields:
            self._show(cursor, cursor.fields[-1])
            if kind == "end":
                cursor.contents -= cursor.fields.pop().contents

    @staticmethod
    def _show(cursor: Cursor, field: Field) -> None:
        """Go on from a field's instruction to its result."""
        if field.shows:
            return
        cursor.in_code -= 1
        field.shows = True
        field.contents = field.instruction.split(None, 1)[:1] == ["TOC"]
        cursor.contents += field.contents
        cursor.in_contents = cursor.in_contents or field.contents

    def _open_instruction(self, _attributes: Attributes) -> None:
        fields = self._walk.cursor.fields
        self._reading = _INSTRUCTION if fields and not fields[-1].shows else _NOTHING

    def _note(self, kind: str, attributes: Attributes) -> None:
        walk, cursor = self._walk, self._walk.cursor
        if cursor.paragraph is None or cursor.hidden or cursor.in_code:
            return
        key = (kind, attributes.get("w:id", ""))
        content = walk.notes.get(key)
        if not content:
            if content is None:
                walk.remarks.add(Unread.MISSING_NOTES)
            return
        walk.notes[key] = []  # a note referred to twice is read once
        self._note_numbers[kind] += 1
        number = self._note_numbers[kind]
        first = next((part for part in content if isinstance(part, Paragraph)), None)
        if first is not None and "w:customMarkFollows" not in attributes:
            first.number = str(number) if kind == "footnote" else roman(number)
        cursor.paragraph.anchored.extend(content)

    def _deleted(self, _attributes: Attributes) -> bool:
        if self._walk.cursor.in_marks:
            self._walk.cursor.marks.deleted = True  # the end of the paragraph, not its text
        else:
            self._walk.remarks.add(Unread.DELETED)
        return SKIP
