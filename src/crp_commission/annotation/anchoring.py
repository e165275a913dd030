"""Words of the text to the bytes they are written with: where a range that covers exactly them starts and ends."""

from __future__ import annotations

from typing import NamedTuple

from ..document import BlockKind
from ..language.sentences import split
from ..language.text import clean, origins
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


def span_of(words: Words, trace: Trace, edits: Edits) -> Span | None:
    """The stretch that holds exactly these words; None where no mark can be put beside them.

    Runs that have to be parted are told to ``edits`` where their text needs a mark that its spaces count.
    """
    pieces = trace.sources(words.paragraph) if 0 < words.paragraph <= len(trace.paragraphs) else ()
    found = _characters(words, trace)
    if not pieces or found is None:
        return None
    return stretch(pieces, *found, trace.main, edits)


def stretch(pieces: tuple[Sourced, ...], first: int, last: int, data: bytes, edits: Edits) -> Span | None:
    """The stretch from the character ``first`` of the text of ``pieces`` to ``last``, both included."""
    start_piece, start_offset = _find(pieces, first)
    end_piece, end_offset = _find(pieces, last)
    paragraph = pieces[start_piece].source.element.around("w:p")
    if paragraph is None:
        return None
    start = _start(pieces, start_piece, start_offset, data, edits)
    return Span(start, _end(pieces, end_piece, end_offset + 1, data, edits), paragraph)


def _characters(words: Words, trace: Trace) -> tuple[int, int] | None:
    """Positions of the first and last character of a quote in the raw text of its paragraph."""
    block = trace.extract.blocks[words.paragraph - 1]
    raw = trace.paragraphs[words.paragraph - 1].raw
    whole = clean(raw)
    if block.kind is BlockKind.HEADING and whole.startswith(block.text):
        begins = 0
    elif whole.endswith(block.text):
        begins = len(whole) - len(block.text)
    else:
        return None
    sentence = next((start for start, end in split(block.text) if block.text[start:end] == words.quote), None)
    start = block.text.find(words.quote) if sentence is None else sentence
    if start < 0 or not words.quote:
        return None
    places = origins(raw)
    return places[begins + start], places[begins + start + len(words.quote) - 1]


def _find(pieces: tuple[Sourced, ...], character: int) -> tuple[int, int]:
    """The piece that a character of the whole text stands in, and its position there."""
    for at, piece in enumerate(pieces):
        if character < len(piece.text):
            return at, character
        character -= len(piece.text)
    raise IndexError("the text is shorter than that")


def _start(pieces: tuple[Sourced, ...], at: int, offset: int, data: bytes, edits: Edits) -> Point:
    """The place before a character: before its run if it is the first there, so that nothing is parted in vain."""
    source, unit = pieces[at].source, _unit(pieces[at].source)
    opens = offset == 0 and (at == 0 or _unit(pieces[at - 1].source) is not unit)
    if opens or not _can_part(source, unit):
        return Point(unit.start)
    return _parted(source, offset, unit, data, edits) or Point(unit.start)


def _end(pieces: tuple[Sourced, ...], at: int, offset: int, data: bytes, edits: Edits) -> Point:
    """The place after a character; ``offset`` is the position after it."""
    source, unit = pieces[at].source, _unit(pieces[at].source)
    ends_piece = offset == len(pieces[at].text)
    closes = ends_piece and (at == len(pieces) - 1 or _unit(pieces[at + 1].source) is not unit)
    if closes or not _can_part(source, unit):
        return Point(unit.end)
    if source.element.name != "w:t":
        return _between(source.element.end, unit, data)
    return _parted(source, offset, unit, data, edits) or Point(unit.end)


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


def _parted(source: Source, offset: int, unit: Element, data: bytes, edits: Edits) -> Point | None:
    """The place inside a run before the character at ``offset`` of a piece; None where its text cannot be parted."""
    element = source.element
    if element.name != "w:t":
        return _between(element.start, unit, data)
    places = character_bytes(data, element.inner, element.close)
    offset += source.offset
    if places is None or offset >= len(places):
        return None
    if offset == 0:
        return _between(element.start, unit, data)
    if offset == len(places) - 1:
        return _between(element.end, unit, data)
    around = _between(places[offset], unit, data)
    tag = data[element.start : element.inner]
    if b"xml:space" not in tag:
        edits.put_once(element.inner - 1, b' xml:space="preserve"')
        tag = tag[:-1] + b' xml:space="preserve">'
    name = raw_name(data, element.start)
    return Point(places[offset], b"</" + name + b">" + around.close, around.open + tag)


def _between(at: int, unit: Element, data: bytes) -> Point:
    """A place between the children of a run; the run that goes on after it looks the same."""
    first = next(children(data, unit.inner, unit.close), None)
    look = data[first.start : first.end] if first is not None and first.name == b"rPr" else b""
    return Point(at, b"</" + raw_name(data, unit.start) + b">", data[unit.start : unit.inner] + look)


def first_span(trace: Trace, edits: Edits) -> Span | None:
    """A stretch at the start of the text: its first words, or the box that they stand in."""
    for number in range(1, len(trace.paragraphs) + 1):
        pieces = trace.sources(number)
        if pieces:
            places = origins(trace.paragraphs[number - 1].raw)
            return stretch(pieces, places[0], places[-1], trace.main, edits)
    for paragraph in trace.paragraphs:
        for piece in paragraph.pieces:
            if isinstance(piece, Sourced) and (span := _around_box(piece.source)):
                return span
    return None


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
