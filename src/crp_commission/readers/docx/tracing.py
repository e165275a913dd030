"""Reads a Word document as ``read`` does and keeps, for every character, the element of the main part it came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ...document import Block, Extract
from ...flow.records import Paragraph, Piece
from ...limits import Limits
from ...xmlbytes import as_utf8, tag_end
from ...xmlfile import Attributes, Events, Position
from . import read_package
from .package import Package
from .story import Story

# What the value of a content control can be replaced by as a whole, when the document is opened or a person chooses.
_REPLACED = ("dataBinding", "dropDownList", "comboBox", "date", "checkbox", "picture")


@dataclass(slots=True, eq=False)
class Element:
    """An element of the main part, by its bytes: ``start`` of its tag, ``inner`` after it, ``close`` of its end tag.

    An element without content has all of ``inner``, ``close`` and ``end`` after its tag. ``is_whole`` marks a content
    control whose content belongs together.
    """

    name: str
    start: int
    inner: int
    outer: Element | None
    close: int = 0
    end: int = 0
    is_whole: bool = False

    def around(self, name: str) -> Element | None:
        """The nearest element of that name that this one is or stands in."""
        at: Element | None = self
        while at is not None and at.name != name:
            at = at.outer
        return at


class Source(NamedTuple):
    """Where a piece of text came from: ``offset`` counts the characters of ``element`` before it."""

    element: Element
    offset: int
    boxed: bool


class Sourced(Piece):
    """A piece of text with its source."""

    source: Source


class Trace(NamedTuple):
    """A document as read: its package, its main part in UTF-8, its text, and the paragraph each Block was made from."""

    package: Package
    main: bytes
    extract: Extract
    paragraphs: tuple[Paragraph, ...]

    def sources(self, number: int) -> tuple[Sourced, ...]:
        """The pieces of the Block of that number, from 1; none when it stands in a note, a text box or a drawing."""
        pieces = self.paragraphs[number - 1].pieces
        sourced = tuple(piece for piece in pieces if isinstance(piece, Sourced) and not piece.source.boxed)
        return sourced if len(sourced) == len(pieces) else ()


def trace(data: bytes, name: str, limits: Limits) -> Trace:
    """Read a document again with the sources of its text. Raises NotReadError as ``read`` does."""
    package = Package(data, name, limits)
    main = as_utf8(package.read(package.main), file=name)
    watch = _Watch(main)
    extract = read_package(package, main, name, limits, watch)
    return Trace(package, main, extract, tuple(watch.paragraphs))


class _Handlers(dict[str, Any]):
    """Handlers for elements of every name, made as they are met."""

    def __init__(self, make: Callable[[str], Callable[..., Any]]) -> None:
        self._make = make

    def get(self, name: str, default: Any = None) -> Any:
        handler = super().get(name)
        if handler is None:
            handler = self[name] = self._make(name)
        return handler


class _Watch:
    """Keeps the open elements of the main part beside the reader, and marks every piece that the reader takes."""

    def __init__(self, data: bytes) -> None:
        self.position = Position()
        self.paragraphs: list[Paragraph] = []
        self._data = data
        self._open: Element | None = None
        self._characters = self._boxes = 0

    def made(self, _block: Block, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)

    def over(self, story: Story) -> Events:
        self.paragraphs, self._open, self._characters, self._boxes = [], None, 0, 0
        events = story.events
        return Events(
            _Handlers(lambda name: self._start(name, story, events.start)),
            _Handlers(lambda name: self._end(name, events.end)),
            self._text(story, events.text),
        )

    def _start(
        self, name: str, story: Story, inner: Mapping[str, Callable[[Attributes], bool | None]]
    ) -> Callable[[Attributes], bool | None]:
        handler = inner.get(name)
        is_box, replaces = name == "w:txbxContent", name.rpartition(":")[2].rpartition("}")[2] in _REPLACED

        def start(attributes: Attributes) -> bool | None:
            around = self._open
            element = self._open = self._element(name)
            self._characters = 0
            if replaces and around is not None and around.name == "w:sdtPr" and around.outer is not None:
                around.outer.is_whole = True
            if handler is None:
                return None
            paragraph = story.paragraph
            before = len(paragraph.pieces) if paragraph else 0
            skips = handler(attributes)
            self._claim(story, paragraph, before, Source(element, 0, self._boxes > 0))
            if skips:  # its end will not be told
                self._open = around
            else:
                self._boxes += is_box
            return skips

        return start

    def _element(self, name: str) -> Element:
        start = self.position.byte
        inner = tag_end(self._data, start)
        end = inner if self._data.endswith(b"/>", start, inner) else 0
        return Element(name, start, inner, self._open, end, end)

    def _end(self, name: str, inner: Mapping[str, Callable[[], None]]) -> Callable[[], None]:
        handler = inner.get(name)
        is_box = name == "w:txbxContent"

        def end() -> None:
            element = self._open
            assert element is not None
            if not element.end:
                element.close = self.position.byte
                element.end = tag_end(self._data, element.close)
            if handler is not None:
                handler()
            self._boxes -= is_box
            self._open = element.outer

        return end

    def _text(self, story: Story, inner: Callable[[str], None] | None) -> Callable[[str], None]:
        def text(data: str) -> None:
            paragraph = story.paragraph
            before = len(paragraph.pieces) if paragraph else 0
            if inner is not None:
                inner(data)
            if self._open is not None:
                self._claim(story, paragraph, before, Source(self._open, self._characters, self._boxes > 0))
            self._characters += len(data)

        return text

    @staticmethod
    def _claim(story: Story, paragraph: Paragraph | None, before: int, source: Source) -> None:
        """Give what was added to the open paragraph its source."""
        if paragraph is None or story.paragraph is not paragraph:
            return
        for at in range(before, len(paragraph.pieces)):
            piece = Sourced(*paragraph.pieces[at])
            piece.source = source
            paragraph.pieces[at] = piece
