"""Where the walk through an OpenDocument text stands: the open paragraph, its look, and what it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ...flow.records import Content, Paragraph
from ...flow.remarks import Remarks
from ...xmlfile import Attributes
from .lists import Lists
from .styles import Style, Styles

Handler = Callable[[Attributes], bool | None]
Take = Callable[[Content], None]


@dataclass(slots=True)
class Look:
    """How a stretch of text looks."""

    bold: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Cursor:
    """One holder of paragraphs: the body, a cell, a text box, a note. What is whole goes to ``take``.

    ``inside_text`` marks one that a paragraph standing within another made for itself.
    """

    take: Take
    lists: Lists
    paragraph: Paragraph | None = None
    style: Style = field(default_factory=Style)
    looks: list[Look] = field(default_factory=list)
    hidden_paragraph: bool = False
    told_hidden: bool = False  # whether hidden text in the paragraph has been told of
    inside_text: bool = False


@dataclass(slots=True)
class Walk:
    """What all handlers share.

    ``page`` is the page reached, None where the file records no page breaks; ``begun`` says that a paragraph stands on
    the first one; ``in_contents`` counts the open contents pages.
    """

    cursor: Cursor
    styles: Styles
    remarks: Remarks
    page: int | None = None
    begun: bool = False
    outer: list[Cursor] = field(default_factory=list)
    in_contents: int = 0

    def enter(self, take: Take, *, inside_text: bool = False) -> None:
        """Begin a holder inside the present one."""
        self.outer.append(self.cursor)
        lists = self.cursor.lists if inside_text else Lists(self.styles)
        self.cursor = Cursor(take, lists, inside_text=inside_text)

    def leave(self) -> None:
        """End the present holder."""
        if self.outer:
            self.cursor = self.outer.pop()

    def turn_page(self) -> None:
        """Turn the page; a paragraph that has no text yet stands on the new one."""
        if self.page is not None:
            self.page += 1
            paragraph = self.cursor.paragraph
            if paragraph is not None and not paragraph.pieces:
                paragraph.page = self.page
