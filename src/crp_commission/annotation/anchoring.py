"""Words of the text to the bytes they are written with: where a range that covers exactly them starts and ends."""

from __future__ import annotations

from typing import NamedTuple

from ..document import BlockKind
from ..language.sentences import split
from ..language.text import origins
from ..readers.docx.tracing import Element, Source, Sourced, Trace
from ..xmlbytes import character_bytes, children, raw_name
from .choosing import Words
from .edits import Edits, Point

# What may hold marks of a range beside its runs, and what only stands around such.
_HOLDERS = frozenset((
    "w:p", "w:hyperlink", "w:ins", "w:moveTo", "w:sdtContent", "w:smartTag", "w:fldSimple", "w:customXml", "w:dir",
    "w:bdo",
))  # fmt: skip
_AROUND = frozenset(("w:sdt",))


class Span(NamedTuple):
    """A stretch of text: where it starts and ends, and the paragraph it starts in."""

    start: Point
    end: Point
    paragraph: Element


class Anchors:
    """Finds the stretches of a document's text. What is worked out about a paragraph is kept: it can be long.

    Runs that have to be parted are told to ``edits`` where their text then needs a mark that its spaces count.
    """

    def __init__(self, trace: Trace, edits: Edits) -> None:
        self._trace = trace
        self._data = trace.main
        self._edits = edits
        self._origins: dict[int, list[int]] = {}
        self._characters: dict[int, list[int] | None] = {}

    def span_of(self, words: Words) -> Span | None:
        """The stretch that holds exactly these words; None where no mark can be put beside them."""
        known = 0 < words.paragraph <= len(self._trace.paragraphs)
        pieces = self._trace.sources(words.paragraph) if known else ()
        found = self._ends(words) if pieces else None
        return None if found is None else self._stretch(pieces, *found)

    def first_span(self) -> Span | None:
        """A stretch at the start of the text: its first words, or the box that they stand in."""
        for number in range(1, len(self._trace.paragraphs) + 1):
            pieces = self._trace.sources(number)
            if pieces:
                places = self._places(number)
                return self._stretch(pieces, places[0], places[-1])
        for paragraph in self._trace.paragraphs:
            for piece in paragraph.pieces:
                if isinstance(piece, Sourced) and (span := _around_box(piece.source)):
                    return span
        return None

    def _places(self, number: int) -> list[int]:
        """For each character of a Block's paragraph, as it is shown, its position in the raw text."""
        if number not in self._origins:
            self._origins[number] = origins(self._trace.paragraphs[number - 1].raw)
        return self._origins[number]

    def _ends(self, words: Words) -> tuple[int, int] | None:
        """Positions of the first and last character of a quote in the raw text of its paragraph."""
        block = self._trace.extract.blocks[words.paragraph - 1]
        places = self._places(words.paragraph)
        begins = 0 if block.kind is BlockKind.HEADING else len(places) - len(block.text)
        sentence = next((start for start, end in split(block.text) if block.text[start:end] == words.quote), None)
        start = block.text.find(words.quote) if sentence is None else sentence
        if start < 0 or begins < 0 or not words.quote:
            return None
        return places[begins + start], places[begins + start + len(words.quote) - 1]

    def _stretch(self, pieces: tuple[Sourced, ...], first: int, last: int) -> Span | None:
        """The stretch from the character ``first`` of the text of ``pieces`` to ``last``, both included."""
        paragraph = pieces[0].source.element.around("w:p")
        if paragraph is None:
            return None
        return Span(self._start(pieces, *_find(pieces, first)), self._end(pieces, *_find(pieces, last)), paragraph)

    def _start(self, pieces: tuple[Sourced, ...], at: int, offset: int) -> Point:
        """The place before a character: before its run if it is the first there, so that nothing is parted in vain."""
        source, unit = pieces[at].source, _unit(pieces[at].source)
        opens = offset == 0 and (at == 0 or _unit(pieces[at - 1].source) is not unit)
        if opens or not _can_part(source, unit):
            return Point(unit.start)
        if source.element.name != "w:t":
            return _between(source.element.start, unit, self._data)
        return self._parted(source, offset, unit) or Point(unit.start)

    def _end(self, pieces: tuple[Sourced, ...], at: int, offset: int) -> Point:
        """The place after a character: after its run if it is the last there."""
        source, unit = pieces[at].source, _unit(pieces[at].source)
        ends_piece = offset + 1 == len(pieces[at].text)
        closes = ends_piece and (at == len(pieces) - 1 or _unit(pieces[at + 1].source) is not unit)
        if closes or not _can_part(source, unit):
            return Point(unit.end)
        if source.element.name != "w:t":
            return _between(source.element.end, unit, self._data)
        return self._parted(source, offset + 1, unit) or Point(unit.end)

    def _parted(self, source: Source, offset: int, unit: Element) -> Point | None:
        """The place inside a run before the character at ``offset`` of a piece; None where tags stand in it."""
        element = source.element
        places = self._bytes(element)
        offset += source.offset
        if places is None or offset >= len(places):
            return None
        if offset in (0, len(places) - 1):
            return _between(element.end if offset else element.start, unit, self._data)
        around = _between(places[offset], unit, self._data)
        tag = self._data[element.start : element.inner]
        if b"xml:space" not in tag:
            self._edits.put_once(element.inner - 1, b' xml:space="preserve"')
            tag = tag[:-1] + b' xml:space="preserve">'
        name = raw_name(self._data, element.start)
        return Point(places[offset], b"</" + name + b">" + around.close, around.open + tag)

    def _bytes(self, element: Element) -> list[int] | None:
        if element.start not in self._characters:
            self._characters[element.start] = character_bytes(self._data, element.inner, element.close)
        return self._characters[element.start]


def is_in_block_control(paragraph: Element) -> bool:
    """Whether a paragraph stands in a content control that holds whole paragraphs."""
    return paragraph.outer is not None and paragraph.outer.name == "w:sdtContent"


def after_properties(data: bytes, paragraph: Element) -> int:
    """The place in a paragraph that comes before all its text."""
    first = next(iter(children(data, paragraph.inner, paragraph.close)), None)
    return first.end if first is not None and first.name == b"pPr" else paragraph.inner


def _find(pieces: tuple[Sourced, ...], character: int) -> tuple[int, int]:
    """The piece that a character of the whole text stands in, and its position there."""
    for at, piece in enumerate(pieces):
        if character < len(piece.text):
            return at, character
        character -= len(piece.text)
    raise IndexError("the text is shorter than that")


def _unit(source: Source) -> Element:
    """The outermost element around a piece that marks cannot be put into, as a rule its run."""
    found = at = source.element
    while at.name != "w:p" and at.outer is not None:
        if (at.name not in _HOLDERS and at.name not in _AROUND) or at.is_whole:
            found = at
        at = at.outer
    return found


def _can_part(source: Source, unit: Element) -> bool:
    return unit.name == "w:r" and source.element.outer is unit


def _between(at: int, unit: Element, data: bytes) -> Point:
    """A place between the children of a run; the run that goes on after it looks the same."""
    first = next(children(data, unit.inner, unit.close), None)
    look = data[first.start : first.end] if first is not None and first.name == b"rPr" else b""
    return Point(at, b"</" + raw_name(data, unit.start) + b">", data[unit.start : unit.inner] + look)


def _around_box(source: Source) -> Span | None:
    """The run in the main text that holds a text box."""
    box = inner = source.element.around("w:txbxContent")
    while inner is not None:
        box, inner = inner, inner.outer.around("w:txbxContent") if inner.outer else None
    paragraph = box.around("w:p") if box else None
    if box is None or paragraph is None:
        return None
    unit = _unit(Source(box, 0, True))
    return Span(Point(unit.start), Point(unit.end), paragraph)
