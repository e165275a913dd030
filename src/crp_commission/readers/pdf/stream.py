"""The pages of a file as one stream of paragraphs and tables in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .aligned import as_items, is_contents
from .bands import take_continued
from .layout import BROKEN, GridTable, Line, PageContent, Segment, Stretch
from .lines import line_of, rows, stretches
from .order import regions

Laid = Stretch | GridTable

_ENDED = re.compile(r"[.!?:;][\"'’”)\]]*$")
_FOOTNOTE = re.compile(r"(\d{1,3}|[*†‡§])\s*[\"'‘“(\w]")
_GLUED = r"\d{1,3}(?=[A-Z])"  # as small type at the foot of a page starts in some programs
_SMALL = 0.9  # of the body's size
_FOOT = 0.45  # of the page's height
_OTHER_SIZE = 0.08
_CONTENTS_LINES = 3


def stream(pages: list[PageContent], body_size: float) -> Iterator[Laid]:
    """All pieces of all pages; a paragraph that runs over the end of a column or page is one.

    Pages are emptied as they are read, since a long file holds much.
    """
    held: list[Laid] = []  # a paragraph that may go on, and the asides after it
    for page in pages:
        if held and isinstance(above := held[0], GridTable) and above.page == page.number - 1:
            take_continued(page, above)
        for piece in _page_pieces(page, body_size):
            aside = isinstance(piece, Stretch) and (piece.footnote or piece.aside)
            if held and isinstance(piece, Stretch) and not aside:
                last = held[0]
                if isinstance(last, Stretch) and _goes_on(last, piece):
                    last.lines += piece.lines
                    last.open_end, last.end_page = piece.open_end, piece.page
                    continue
            if not (aside and held):
                yield from held
                held = []
            held.append(piece)
        page.segments, page.tables = [], []
    yield from held


def _page_pieces(page: PageContent, body_size: float) -> list[Laid]:
    upright = [segment for segment in page.segments if not segment.sideways]
    found: list[Laid] = []
    for region in regions([*upright, *page.tables]):
        run: list[Segment] = []
        for item in region:
            if isinstance(item, GridTable):
                found += _column_pieces(run, page.number, body_size)
                found.append(item)
                run = []
            else:
                run.append(item)
        found += _column_pieces(run, page.number, body_size)
    _mark_footnotes(found, body_size, page.height)
    if len(upright) < len(page.segments):
        sideways = sorted((s for s in page.segments if s.sideways), key=lambda segment: (segment.x0, segment.y))
        found.append(Stretch([line_of(sideways)], page.number, aside=True))
    return found


def _column_pieces(segments: list[Segment], page: int, body_size: float) -> list[Laid]:
    """One column, from the top down, with no drawn table in it."""
    found: list[Laid] = []
    lines: list[Line] = []
    column = as_items(rows(segments), page)
    listed = _contents_rows(column)
    for index, item in enumerate(column):
        if isinstance(item, list) and index not in listed:
            line = line_of(item)
            if line.size <= _SMALL * body_size and (figure := re.match(_GLUED, line.text)):
                line = line._replace(note=True, marker=figure.group())
            lines.append(line)
            continue
        found += stretches(lines, page)
        lines = []
        found.append(Stretch([line_of(item)], page, contents=True) if isinstance(item, list) else item)
    return found + stretches(lines, page)


def _contents_rows(column: Sequence[object]) -> set[int]:
    """Which rows are lines of a table of contents: with dots, or several that end in page numbers."""
    found: set[int] = set()
    run: list[int] = []
    for index, row in enumerate([*column, None]):
        if isinstance(row, list) and is_contents(row):
            run.append(index)
            if not row[-1].text.isalnum():
                found.add(index)
            continue
        if len(run) >= _CONTENTS_LINES:
            found.update(run)
        run = []
    return found


def _goes_on(before: Stretch, after: Stretch) -> bool:
    """Whether a paragraph that ends a column or page goes on in the next."""
    last, first = before.lines[-1], after.lines[0]
    if after.page == (before.end_page or before.page) and first.y <= last.y:
        return False
    if last.text.endswith(BROKEN):
        return True
    if before.contents or after.contents or first.marker or _ENDED.search(last.text):
        return False
    if abs(last.size - first.size) > _OTHER_SIZE * last.size or last.all_bold != first.all_bold:
        return False
    return first.text[0].islower() or (before.open_end and not last.all_bold)


def _mark_footnotes(pieces: list[Laid], body_size: float, height: float) -> None:
    """Small type at the foot of a page with larger type above it, where it starts with a number or a star."""
    last = len(pieces)
    while last and isinstance(piece := pieces[last - 1], Stretch):
        line = piece.lines[0]
        if line.size > _SMALL * body_size or line.y > _FOOT * height:
            break
        last -= 1
    notes = [piece for piece in pieces[last:] if isinstance(piece, Stretch)] if last else []
    while notes and not _FOOTNOTE.match(notes[0].lines[0].text):
        notes.pop(0)
    for note in notes:
        note.footnote = True
