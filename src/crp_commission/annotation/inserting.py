"""Proposed clauses into the main part, as tracked insertions that look like the text beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..readers.docx.tracing import Element, Sourced, Trace
from ..xmlbytes import Child, children, prefix, raw_name, tag_end
from .clauses import HEADING, Clause, texts
from .edits import Edits, Point
from .markup import binding, inserted_end, inserted_paragraph, is_strict

# What a clause takes from the paragraph it is to look like; the rest (breaks, frames, sections) belongs to that one.
_NOT_TAKEN = frozenset((
    b"sectPr", b"pPrChange", b"rPr", b"pageBreakBefore", b"framePr", b"keepNext", b"keepLines", b"cnfStyle", b"divId",
    b"outlineLvl",
))  # fmt: skip
_TAKEN_LOOK = frozenset((b"rFonts", b"color", b"sz", b"szCs", b"lang"))
_TRACKED = (b"ins", b"del", b"moveFrom", b"moveTo")
_TEXT = (b"p", b"tbl", b"sdt", b"customXml")
_BEFORE_MARKS = -1
_NUMBERED = re.compile(rb"""[\s:]id=["'](\d{1,9})["']""")

# What to put before and after the words of a clause.
Around = Callable[[Clause], tuple[bytes, bytes]]


class Numbers:
    """Numbers for tracked changes in a part, each used once and by nothing that is there already."""

    def __init__(self, data: bytes) -> None:
        self._next = max(map(int, _NUMBERED.findall(data)), default=0) + 1

    def take(self) -> int:
        """The next one."""
        self._next += 1
        return self._next - 1


class _Wanted(NamedTuple):
    """A paragraph to insert: its text, the Block it is to look like, and the clause whose first paragraph it is."""

    text: str
    like: int
    clause: Clause | None


class Inserting(NamedTuple):
    """What all insertions share."""

    trace: Trace
    edits: Edits
    numbers: Numbers
    date: str | None

    def insert(self, clauses: Sequence[Clause], around: Around) -> None:
        """Insert the clauses, those of one place in their order."""
        at: dict[int, list[Clause]] = {}
        for clause in clauses:
            at.setdefault(clause.spot.after.start, []).append(clause)
        for together in at.values():
            self._insert_at(together[0].spot.after, _paragraphs(together), around)

    def _insert_at(self, after: Element, wanted: Sequence[_Wanted], around: Around) -> None:
        data = self.trace.main
        bound = binding(prefix(raw_name(data, after.start)) + b"p", strict=is_strict(data))
        place = self._place(after)
        lends = self._lend_end(after, wanted[-1].like, bound)
        for number, (text, like, clause) in enumerate(wanted, 1):
            marks, look = self._looks(like)
            paragraph = inserted_paragraph(
                text,
                marks=marks,
                look=look,
                numbers=(self.numbers.take(), self.numbers.take()),
                date=self.date,
                bound=bound,
                around=around(clause) if clause else (b"", b""),
                ends=not (lends and number == len(wanted)),
            )
            self.edits.put(Point(place), paragraph)

    def _place(self, after: Element) -> int:
        """After the element; before it where it ends a part of the document with its own page layout."""
        properties = self._properties(after) if after.name == "w:p" else {}
        return after.start if b"sectPr" in properties else after.end

    def _properties(self, paragraph: Element) -> dict[bytes, Child]:
        """The properties of a paragraph, by name."""
        data = self.trace.main
        first = next(children(data, paragraph.inner, paragraph.close), None)
        return {child.name: child for child in _inside(data, first)} if first and first.name == b"pPr" else {}

    def _paragraph(self, number: int) -> Element | None:
        """The paragraph of the main text that ends a Block."""
        pieces = self.trace.sources(number) if number else ()
        return pieces[-1].source.element.around("w:p") if pieces else None

    def _looks(self, like: int) -> tuple[bytes, bytes]:
        """The properties of paragraph and run that make a clause look like a Block."""
        paragraph = self._paragraph(like)
        if paragraph is None:
            return b"", b""
        data = self.trace.main
        properties = self._properties(paragraph)
        taken = [data[c.start : c.end] for name, c in properties.items() if name not in _NOT_TAKEN]
        return b"".join(taken), self._look(self.trace.sources(like))

    def _look(self, pieces: Sequence[Sourced]) -> bytes:
        """Font, size and colour of the run that holds most of the text."""
        data = self.trace.main
        widest = max(pieces, key=lambda piece: len(piece.text)).source.element.around("w:r")
        first = next(children(data, widest.inner, widest.close), None) if widest else None
        if first is None or first.name != b"rPr":
            return b""
        return b"".join(data[c.start : c.end] for c in _inside(data, first) if c.name in _TAKEN_LOOK)

    def _lend_end(self, paragraph: Element, like: int, bound: bytes) -> bool:
        """Where nothing follows, as in a cell, the end of the last paragraph cannot be taken away again.

        So the paragraph before gives its own end to the last clause and takes an inserted one, as when somebody types
        there. Whether that was done.
        """
        data = self.trace.main
        if paragraph.name != "w:p" or paragraph.outer is None or paragraph.close == paragraph.inner == paragraph.end:
            return False
        follow = children(data, paragraph.end, paragraph.outer.close)
        properties = self._properties(paragraph)
        if (
            self._paragraph(like) is not paragraph
            or any(child.name in _TEXT for child in follow)
            or b"sectPr" in properties
        ):
            return False
        look = properties.get(b"rPr")
        if look is not None and any(child.name in _TRACKED for child in _inside(data, look)):
            return False
        return self._put_mark(paragraph, look, inserted_end(self.numbers.take(), self.date, bound), bound)

    def _put_mark(self, paragraph: Element, look: Child | None, mark: bytes, bound: bytes) -> bool:
        """Put a property first among those of the paragraph's end, which may not be there yet; whether it could be."""
        data = self.trace.main
        first = next(children(data, paragraph.inner, paragraph.close), None)
        whole = b"<w:rPr" + bound + b">" + mark + b"</w:rPr>"
        if first is None or first.name != b"pPr":
            properties = b"<w:pPr" + bound + b">" + whole + b"</w:pPr>"
            self.edits.put(Point(paragraph.inner), properties, _BEFORE_MARKS)
        elif data.endswith(b"/>", first.start, tag_end(data, (look or first).start)):
            return False
        elif look is not None:
            self.edits.put(Point(tag_end(data, look.start)), mark)
        else:
            change = next((child.start for child in _inside(data, first) if child.name == b"pPrChange"), None)
            self.edits.put(Point(change or data.rindex(b"<", first.start, first.end)), whole)
        return True


def _paragraphs(together: Sequence[Clause]) -> list[_Wanted]:
    """What goes to one place: the clauses that belong there, then those that belong nowhere under their heading."""
    wanted: list[_Wanted] = []
    headed = False
    for clause in together:
        if clause.heading and not headed:
            wanted.append(_Wanted(HEADING, clause.heading, None))
            headed = True
        lines = texts(clause.criterion)
        wanted += [_Wanted(line, clause.spot.like, None if at else clause) for at, line in enumerate(lines)]
    return wanted


def _inside(data: bytes, child: Child) -> Iterator[Child]:
    """The children of an element."""
    return children(data, tag_end(data, child.start), child.end)
