"""A copy of a Word document with comments at the words that findings rest on, and with clauses put in.

The bytes of the document are changed only where a mark or a clause goes in; every part that needs no change stays the
same, byte for byte. A copy that does not read as the document did, but for the clauses, is not given out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from ..document import Document, Source
from ..errors import NotReadError
from ..limits import Limits
from ..readers.docx import read
from ..readers.docx.tracing import Trace, trace
from ..repacking import repacked
from ..report import Report
from ..structure import build
from ..xmlbytes import raw_name
from .anchoring import Anchors, Span, after_properties, is_in_block_control
from .choosing import Remark, Words, by_words, remarks
from .clauses import HEADING, Clause, clauses, texts
from .covering import covering_lines
from .edits import Edits, Point
from .gap_places import Told, gaps_told
from .inserting import Inserting, Numbers
from .markup import binding, comment, is_strict, range_end, range_start, reference
from .parts import CommentParts
from .wording import Line, Telling

__all__ = ["Annotated", "Wanted", "annotate"]

_FIRST, _ENDS, _STARTS = -1, 0, 1


class Wanted(NamedTuple):
    """What to put into the copy: clauses too, comments on what is met too, and the date that all of it bears."""

    clauses: bool = False
    met: bool = False
    date: str | None = None


class Annotated(NamedTuple):
    """The copy, and what was done: passages with a comment, clauses put in, passages told of at the start instead.

    ``missing`` are the criteria that comments tell of for which nothing was found and no clause was put in.
    ``is_signed`` says that the document bore a signature, which does not hold for a copy with comments.
    """

    data: bytes
    passages: int
    clauses: int
    unplaced: int
    missing: int
    is_signed: bool


def annotate(data: bytes, report: Report, limits: Limits, wanted: Wanted) -> Annotated:
    """The copy of the one document that ``report`` is about.

    Raises NotReadError when the document, or a part of it that comments need, cannot be read.
    """
    name = report.files[0].path
    read_again = trace(data, name, limits)
    document = _document(report, read_again)
    proposed = clauses(report, read_again, document) if wanted.clauses else ()
    ids = {clause.criterion.id for clause in proposed}
    telling = Telling({stage.id: stage.title for stage in report.stages}, ids, report.files[0].role)
    work = _Work(read_again, CommentParts(read_again.package, read_again.main, name, limits), wanted.date, telling)
    said = remarks(report, met=wanted.met)
    placed, unplaced = work.placed(by_words(said))
    moved = any(clause.spot.renumbers for clause in proposed)
    work.cover(covering_lines(report, unplaced, telling, renumbers=moved), name)
    missing = gaps_told(report, document, ids)
    work.tell_missing(missing)
    told = _told_in_full(said, placed)
    for words, span in placed.items():
        here = [remark for remark in said if remark.words == words]
        work.comment(telling.remarks(here, told), span)
    work.insert(proposed, {remark.criterion.id for remark in told})
    copy = repacked(data, work.parts(), name)
    _prove(copy, read_again, proposed, name, limits)
    count = sum(len(one.criteria) for one in missing)
    return Annotated(copy, len(placed), len(proposed), len(unplaced), count, read_again.package.is_signed)


class _Work:
    """The comments so far, and the changes to the main part."""

    def __init__(self, read_again: Trace, parts: CommentParts, date: str | None, telling: Telling) -> None:
        self._trace = read_again
        self._parts = parts
        self._date = date
        self._telling = telling
        self._look = parts.look()
        self._strict = is_strict(read_again.main)
        self._edits = Edits(read_again.main)
        self._anchors = Anchors(read_again, self._edits)
        self._start = self._anchors.first_span()
        self._comments: list[bytes] = []

    def placed(self, said: Mapping[Words, list[Remark]]) -> tuple[dict[Words, Span], dict[Words, list[Remark]]]:
        """Where the words are that comments go to, in the order of the text, and those that have no such place."""
        spans = {words: self._anchors.span_of(words) for words in said}
        found = {words: span for words, span in spans.items() if span is not None}
        ordered = sorted(found.items(), key=lambda entry: (entry[1].start.at, entry[1].end.at))
        return dict(ordered), {words: told for words, told in said.items() if words not in found}

    def cover(self, lines: Sequence[Line], name: str) -> None:
        """Put a comment at the start of the text. Raises NotReadError when there is none to put it at."""
        if self._start is None:
            hint = "Open it in Word, save a fresh copy and give that."
            raise NotReadError(f"{name} has no paragraph that a comment could be put to.", hint=hint, file=name)
        self.comment(lines, self._start)

    def tell_missing(self, missing: Sequence[Told]) -> None:
        """Put comments at headings and at the start on what nothing was found for."""
        for one in missing:
            heading = self._anchors.span_of(one.words) if one.words else None
            span = heading or self._start
            if span is not None:
                self.comment(self._telling.missing(one.criteria, here=heading is not None), span)

    def comment(self, lines: Sequence[Line], span: Span) -> None:
        """Put a comment at a stretch of text."""
        bound = binding(raw_name(self._trace.main, span.paragraph.start), strict=self._strict)
        start, end, refers = self._marks(lines, bound)
        self._edits.put(span.start, start, _STARTS)
        if is_in_block_control(span.paragraph):
            # LibreOffice shows nothing of such a paragraph that stands before the reference.
            self._edits.put(Point(after_properties(self._trace.main, span.paragraph)), refers, _FIRST)
            refers = b""
        self._edits.put(span.end, end + refers, _ENDS)

    def insert(self, proposed: Sequence[Clause], commented: Collection[str]) -> None:
        """Put clauses in; those for criteria that have no comment yet get one."""

        def around(clause: Clause) -> tuple[bytes, bytes]:
            if clause.criterion.id in commented:
                return b"", b""
            start, *end = self._marks(self._telling.clause(clause.criterion), b"")
            return start, b"".join(end)

        Inserting(self._trace, self._edits, Numbers(self._trace.main), self._date).insert(proposed, around)

    def parts(self) -> dict[str, bytes]:
        """The parts that are changed or added."""
        return {self._trace.package.main: self._edits.made(), **self._parts.with_comments(self._comments)}

    def _marks(self, lines: Sequence[Line], bound: bytes) -> tuple[bytes, bytes, bytes]:
        number = self._parts.take()
        self._comments.append(comment(number, lines, self._look, self._date, self._parts.bound))
        return range_start(number, bound), range_end(number, bound), reference(number, bound, self._look)


def _told_in_full(said: Sequence[Remark], placed: Collection[Words]) -> set[Remark]:
    """For each criterion, the remark that is told in full: at the most telling of its passages that has a comment."""
    first: dict[tuple[str, str], Remark] = {}
    for remark in said:
        if remark.words in placed:
            first.setdefault((remark.criterion.ruleset, remark.criterion.id), remark)
    return set(first.values())


def _document(report: Report, read_again: Trace) -> Document:
    file = report.files[0]
    source = Source(file.path, file.sha256, file.kind, file.role, file.pages, file.words)
    return build(report.title, [(source, read_again.extract)])


def _prove(copy: bytes, before: Trace, proposed: Sequence[Clause], name: str, limits: Limits) -> None:
    """Read the copy: the text of the document has to be all there and in order, with nothing but clauses between."""
    wanted = [block.text for block in before.extract.blocks]
    new = {text for clause in proposed for text in (HEADING, *texts(clause.criterion))}
    at = 0
    for block in read(copy, name, limits).blocks:
        if at < len(wanted) and block.text == wanted[at]:
            at += 1
        elif block.text not in new:
            raise RuntimeError(f"the copy reads differently at paragraph {block.place.paragraph}")
    if at < len(wanted):
        raise RuntimeError(f"the copy lost text after paragraph {at}")
