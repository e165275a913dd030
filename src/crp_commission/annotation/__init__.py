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
from .anchoring import Anchors, Span
from .choosing import Remark, Words, by_words, remarks
from .clauses import HEADING, Clause, clauses, texts
from .edits import Edits
from .inserting import Inserting, Numbers
from .markup import binding, comment, is_strict, range_end, range_start
from .parts import CommentParts
from .wording import Line, clause_lines, covering_lines, remark_lines

__all__ = ["Annotated", "Wanted", "annotate"]

_ENDS, _STARTS = 0, 1


class Wanted(NamedTuple):
    """What to put into the copy: clauses too, comments on what is met too, and the date that all of it bears."""

    clauses: bool = False
    met: bool = False
    date: str | None = None


class Annotated(NamedTuple):
    """The copy, and what was done: passages with a comment, clauses put in, passages told of at the start instead.

    ``is_signed`` says that the document bore a signature, which does not hold for a copy with comments.
    """

    data: bytes
    passages: int
    clauses: int
    unplaced: int
    is_signed: bool


def annotate(data: bytes, report: Report, limits: Limits, wanted: Wanted) -> Annotated:
    """The copy of the one document that ``report`` is about.

    Raises NotReadError when the document, or a part of it that comments need, cannot be read.
    """
    name = report.files[0].path
    read_again = trace(data, name, limits)
    work = _Work(read_again, CommentParts(read_again.package, read_again.main, name, limits), wanted.date)
    said = remarks(report, met=wanted.met)
    placed, unplaced = work.placed(by_words(said))
    proposed = clauses(report, read_again, _document(report, read_again)) if wanted.clauses else ()
    ids = {clause.criterion.id for clause in proposed}
    moved = any(clause.spot.renumbers for clause in proposed)
    work.cover(covering_lines(report, unplaced, ids, renumbers=moved), name)
    told = _told_in_full(said, placed)
    for words, span in placed.items():
        here = [remark for remark in said if remark.words == words]
        work.comment(remark_lines(here, told, ids), span)
    work.insert(proposed, {remark.criterion.id for remark in told})
    copy = repacked(data, work.parts(), name)
    _prove(copy, read_again, proposed, name, limits)
    return Annotated(copy, len(placed), len(proposed), len(unplaced), read_again.package.is_signed)


class _Work:
    """The comments so far, and the changes to the main part."""

    def __init__(self, read_again: Trace, parts: CommentParts, date: str | None) -> None:
        self._trace = read_again
        self._parts = parts
        self._date = date
        self._look = parts.look()
        self._strict = is_strict(read_again.main)
        self._edits = Edits(read_again.main)
        self._anchors = Anchors(read_again, self._edits)
        self._comments: list[bytes] = []

    def placed(self, said: Mapping[Words, list[Remark]]) -> tuple[dict[Words, Span], dict[Words, list[Remark]]]:
        """Where the words are that comments go to, in the order of the text, and those that have no such place."""
        spans = {words: self._anchors.span_of(words) for words in said}
        found = {words: span for words, span in spans.items() if span is not None}
        ordered = sorted(found.items(), key=lambda entry: (entry[1].start.at, entry[1].end.at))
        return dict(ordered), {words: told for words, told in said.items() if words not in found}

    def cover(self, lines: Sequence[Line], name: str) -> None:
        """Put a comment at the start of the text. Raises NotReadError when there is none to put it at."""
        span = self._anchors.first_span()
        if span is None:
            hint = "Open it in Word, save a fresh copy and give that."
            raise NotReadError(f"{name} has no paragraph that a comment could be put to.", hint=hint, file=name)
        self.comment(lines, span)

    def comment(self, lines: Sequence[Line], span: Span) -> None:
        """Put a comment at a stretch of text."""
        bound = binding(raw_name(self._trace.main, span.paragraph.start), strict=self._strict)
        start, end = self._marks(lines, bound)
        self._edits.put(span.start, start, _STARTS)
        self._edits.put(span.end, end, _ENDS)

    def insert(self, proposed: Sequence[Clause], commented: Collection[str]) -> None:
        """Put clauses in; those for criteria that have no comment yet get one."""

        def around(clause: Clause) -> tuple[bytes, bytes]:
            if clause.criterion.id in commented:
                return b"", b""
            return self._marks(clause_lines(clause.criterion), b"")

        Inserting(self._trace, self._edits, Numbers(self._trace.main), self._date).insert(proposed, around)

    def parts(self) -> dict[str, bytes]:
        """The parts that are changed or added."""
        return {self._trace.package.main: self._edits.made(), **self._parts.with_comments(self._comments)}

    def _marks(self, lines: Sequence[Line], bound: bytes) -> tuple[bytes, bytes]:
        number = self._parts.take()
        self._comments.append(comment(number, lines, self._look, self._date, self._parts.bound))
        return range_start(number, bound), range_end(number, bound, self._look)


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
