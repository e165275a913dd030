"""Walks the text of an OpenDocument file and hands on paragraphs and tables in reading order."""

from __future__ import annotations

from ...flow.contents import is_contents_line
from ...flow.records import Content, Paragraph, Piece
from ...flow.remarks import Unread
from ...xmlfile import SKIP, Attributes, Events
from .cursor import Handler, Look, Take, Walk
from .grid import Grid
from .styles import MOST_LEVELS, whole

_ASIDE = (
    "office:font-face-decls", "office:scripts", "office:forms", "office:event-listeners",
    "office:binary-data", "office:change-info", "text:insertion", "text:format-change", "text:sequence-decls",
    "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls", "text:index-entry-template",
    "text:table-of-content-source", "text:script", "text:ruby-text", "svg:title", "svg:desc", "draw:glue-point",
)  # fmt: skip
_CONTENTS = ("text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index")
_MOST_NUMBER = 1_000_000
_LONGEST_NUMBER = 100


class Story:
    """The handlers for the text. ``objects`` says by name which embedded objects are charts or formulas."""

    def __init__(self, walk: Walk, objects: dict[str, str]) -> None:
        self._walk = walk
        self._objects = objects
        self._in_number = self._in_citation = False
        self._citations: list[list[str]] = []  # of the notes that are open
        grid = Grid(walk)
        start: dict[str, Handler] = {
            "text:p": lambda at: self._open_paragraph(at, heading=0),
            "text:h": self._open_heading,
            "text:number": lambda _: setattr(self, "_in_number", True),
            "text:span": self._open_span,
            "text:s": lambda _: self._put(" "),
            "text:tab": lambda _: self._put("\t"),
            "text:line-break": lambda _: self._put("\n"),
            "text:soft-page-break": lambda _: self._walk.turn_page(),
            "text:list": self._open_list,
            "text:list-item": lambda at: self._item(at, header=False),
            "text:list-header": lambda at: self._item(at, header=True),
            "text:section": self._section,
            "text:hidden-text": self._hidden_field,
            "text:hidden-paragraph": self._hidden_paragraph,
            "text:placeholder": lambda _: self._leave_out(Unread.PROMPTS),
            "text:deletion": lambda _: self._leave_out(Unread.DELETED),
            "office:annotation": lambda _: self._leave_out(Unread.COMMENTS),
            "text:note": self._open_note,
            "text:note-citation": self._open_citation,
            "text:note-body": self._open_note_body,
            "draw:text-box": lambda _: self._walk.enter(self._beside()),
            "draw:image": lambda _: self._leave_out(Unread.PICTURES),
            "draw:object": self._object,
            "draw:object-ole": lambda _: self._leave_out(Unread.EMBEDDED),
            **dict.fromkeys(_CONTENTS, lambda _: self._contents(1)),
            **dict.fromkeys(_ASIDE, lambda _: SKIP),
            **grid.start,
        }
        end = {
            "text:p": self._close_paragraph,
            "text:h": self._close_paragraph,
            "text:number": lambda: setattr(self, "_in_number", False),
            "text:span": self._close_span,
            "text:list": lambda: self._walk.cursor.lists.close(),
            "text:note": self._close_note,
            "text:note-citation": lambda: setattr(self, "_in_citation", False),
            "text:note-body": self._walk.leave,
            "draw:text-box": self._walk.leave,
            **dict.fromkeys(_CONTENTS, lambda: self._contents(-1)),
            **grid.end,
        }
        self.events = Events(start, end, self._text)

    def _open_paragraph(self, attributes: Attributes, *, heading: int) -> None:
        walk = self._walk
        if walk.cursor.paragraph is not None:  # text in a drawn shape stands right inside another paragraph
            walk.enter(self._beside(), inside_text=True)
        cursor = walk.cursor
        cursor.style = style = walk.styles.get("paragraph", attributes.get("text:style-name", ""))
        if style.breaks and walk.begun and not walk.outer:
            walk.turn_page()
        walk.begun = True
        paragraph = Paragraph(page=walk.page, heading=heading or style.heading)
        paragraph.caption, paragraph.quoted = style.caption, style.quoted
        cursor.paragraph, cursor.hidden_paragraph, cursor.told_hidden = paragraph, False, False
        cursor.looks = [Look(bool(style.bold), bool(style.hidden))]
        if cursor.lists.depth and not cursor.inside_text:
            paragraph.item = cursor.lists.depth
            paragraph.number = cursor.lists.number(style.list_style)

    def _open_heading(self, attributes: Attributes) -> None:
        level = max(whole(attributes.get("text:outline-level"), 1, most=MOST_LEVELS), 1)
        self._open_paragraph(attributes, heading=level)
        cursor = self._walk.cursor
        if cursor.paragraph is None or cursor.paragraph.item or attributes.get("text:is-list-header") == "true":
            return
        start = None
        if attributes.get("text:restart-numbering") == "true":
            start = whole(attributes.get("text:start-value"), 1, most=_MOST_NUMBER)
        cursor.paragraph.number = cursor.lists.heading_number(level, start)

    def _close_paragraph(self) -> None:
        walk, cursor = self._walk, self._walk.cursor
        paragraph, cursor.paragraph = cursor.paragraph, None
        inside = walk.in_contents > 0
        if paragraph is not None and cursor.hidden_paragraph:
            walk.remarks.add(Unread.HIDDEN)
        elif paragraph is not None and not (
            (inside or cursor.style.contents)
            and is_contents_line(paragraph, styled=cursor.style.contents, inside=inside)
        ):
            cursor.take(paragraph)
        if cursor.inside_text:
            walk.leave()

    def _beside(self) -> Take:
        """Where the content of a box or note goes: on the open paragraph, or else in a row with the others."""
        paragraph = self._walk.cursor.paragraph
        return self._walk.cursor.take if paragraph is None else paragraph.anchored.append

    def _open_span(self, attributes: Attributes) -> None:
        looks = self._walk.cursor.looks
        style = self._walk.styles.get("text", attributes.get("text:style-name", ""))
        base = looks[-1] if looks else Look()
        looks.append(
            Look(
                base.bold if style.bold is None else style.bold,
                base.hidden if style.hidden is None else style.hidden,
            )
        )

    def _close_span(self) -> None:
        if len(self._walk.cursor.looks) > 1:
            self._walk.cursor.looks.pop()

    def _text(self, data: str) -> None:
        if self._in_citation:
            self._citations[-1].append(data)
        else:
            self._put(data)

    def _put(self, text: str) -> None:
        cursor = self._walk.cursor
        if cursor.paragraph is None:
            return
        look = cursor.looks[-1]
        if self._in_number:
            cursor.paragraph.number = text.strip()[:_LONGEST_NUMBER] or cursor.paragraph.number
        elif not look.hidden:
            cursor.paragraph.pieces.append(Piece(text, look.bold))
        elif text.strip() and not cursor.told_hidden:
            cursor.told_hidden = True
            self._walk.remarks.add(Unread.HIDDEN)

    def _open_list(self, attributes: Attributes) -> None:
        self._walk.cursor.lists.open(
            attributes.get("xml:id", ""),
            attributes.get("text:style-name", ""),
            continues=attributes.get("text:continue-list", ""),
            goes_on=attributes.get("text:continue-numbering") == "true",
        )

    def _item(self, attributes: Attributes, *, header: bool) -> None:
        start = attributes.get("text:start-value")
        number = None if start is None else whole(start, 1, most=_MOST_NUMBER)
        self._walk.cursor.lists.item(number, header=header)

    def _section(self, attributes: Attributes) -> bool | None:
        hidden = attributes.get("text:display") == "none" or attributes.get("text:is-hidden") == "true"
        return self._leave_out(Unread.HIDDEN) if hidden else None

    def _hidden_field(self, attributes: Attributes) -> bool | None:
        return self._leave_out(Unread.HIDDEN) if attributes.get("text:is-hidden") == "true" else None

    def _hidden_paragraph(self, attributes: Attributes) -> None:
        self._walk.cursor.hidden_paragraph = attributes.get("text:is-hidden") == "true"

    def _open_note(self, _attributes: Attributes) -> None:
        self._citations.append([])

    def _open_citation(self, _attributes: Attributes) -> bool | None:
        if not self._citations:
            return SKIP
        self._in_citation = True
        return None

    def _open_note_body(self, _attributes: Attributes) -> None:
        take = self._beside()
        number = "".join(self._citations[-1]).strip() if self._citations else ""

        def as_note(content: Content) -> None:
            nonlocal number
            if isinstance(content, Paragraph):
                content.footnote, content.number, number = True, number, ""
            take(content)

        self._walk.enter(as_note)

    def _close_note(self) -> None:
        self._citations.pop()

    def _object(self, attributes: Attributes) -> bool | None:
        kind = self._objects.get(attributes.get("xlink:href", "").removeprefix("./").rstrip("/"), "")
        if kind.endswith("formula") or not attributes.get("xlink:href"):
            return SKIP
        return self._leave_out(Unread.CHARTS if kind.endswith("chart") else Unread.EMBEDDED)

    def _contents(self, step: int) -> None:
        self._walk.in_contents += step

    def _leave_out(self, kind: Unread) -> bool:
        self._walk.remarks.add(kind)
        return SKIP
