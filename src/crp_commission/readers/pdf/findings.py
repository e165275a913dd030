"""What of a PDF could not be read, in words for the person who must look at it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from ...errors import NotReadError
from ...extraction import ExtractBuilder
from .layers import Layers
from .layout import PageContent
from .pdfium import damaged

# Fewer letters than this beside a picture are a stamp or a page number, not the page's text.
_FEW_LETTERS = 60
_FULL_PICTURE = 0.6
_LARGE_PICTURE = 0.25
_MANY_PATHS = 30


class State(Enum):
    """What became of a page."""

    READ = "read"
    BLANK = "blank"
    SCAN = "scan"
    DRAWN = "drawn"
    GARBLED = "garbled"
    DAMAGED = "damaged"


_WORDS = {
    State.SCAN: ("holds a picture of text and was not read", "hold pictures of text and were not read"),
    State.DRAWN: ("holds words drawn as shapes and was not read", "hold words drawn as shapes and were not read"),
    State.GARBLED: (
        "was not read: its letters cannot be told from the file",
        "were not read: their letters cannot be told from the file",
    ),
    State.DAMAGED: ("is damaged and was not read", "are damaged and were not read"),
}


@dataclass(slots=True)
class Findings:
    """What was met on the way through a file, by page number."""

    states: dict[int, State] = field(default_factory=dict)
    pictures: list[int] = field(default_factory=list)
    hidden: dict[int, int] = field(default_factory=dict)
    crossed: dict[int, int] = field(default_factory=dict)
    comments: dict[int, int] = field(default_factory=dict)
    off: list[int] = field(default_factory=list)
    layered: list[int] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    cut_short: bool = False

    def look_at(self, page: PageContent) -> None:
        """Note what a page holds that was not read, or was left out on purpose."""
        self.states[page.number] = state = _state(page)
        if state is State.READ and _LARGE_PICTURE <= _picture_share(page) < 0.9:
            self.pictures.append(page.number)
        if page.hidden:
            self.hidden[page.number] = page.hidden
        if page.crossed:
            self.crossed[page.number] = page.crossed

    def look_at_layers(self, number: int, layers: Layers) -> None:
        """Note what was found of layers on the page read last."""
        if layers.taken:
            self.off.append(number)
        if layers.unsure:
            self.layered.append(number)


def _picture_share(page: PageContent) -> float:
    """The share of the page that pictures cover, not counting where they lie on each other."""
    area = sum(
        max(0.0, min(box.x1, page.width) - max(box.x0, 0)) * max(0.0, min(box.y1, page.height) - max(box.y0, 0))
        for box in page.shapes.pictures
    )
    return min(1.0, area / max(page.width * page.height, 1))


def _state(page: PageContent) -> State:
    if page.garbled:
        return State.GARBLED
    letters, share = sum(len(segment.text) for segment in page.all_segments()), _picture_share(page)
    if letters < _FEW_LETTERS and share >= (_LARGE_PICTURE if not letters else _FULL_PICTURE):
        return State.SCAN
    if letters:
        return State.READ
    return State.DRAWN if page.shapes.paths > _MANY_PATHS else State.BLANK


def tell(findings: Findings, builder: ExtractBuilder) -> None:
    """Write the notes of one file."""
    total = max(len(findings.states), 1)
    for state, (one, many) in _WORDS.items():
        for run in _runs(page for page, there in findings.states.items() if there is state):
            place = _pages(run)
            builder.note(f"{place} {one if len(run) == 1 else many}", place, round(len(run) / total, 4))
    if findings.cut_short:
        builder.note("the file is damaged at its end; what could be found of it was read")
    for counts, words in (
        (findings.hidden, "left out: nobody can see it (white, unpainted or off the page)"),
        (findings.crossed, "left out: it is crossed out"),
    ):
        if counts:
            place = _pages(list(counts))
            builder.note(f"{_count(sum(counts.values()), 'word')} of text on {place} {words}", place)
    for pages, words in (
        (findings.off, "left out: it is not shown when the file is opened"),
        (findings.layered, "read: look whether it is all shown when the file is opened"),
    ):
        if pages:
            place = _pages(pages)
            builder.note(f"text on a layer on {place} {words}", place)
    if findings.pictures:
        place = _pages(findings.pictures)
        builder.note(f"large pictures on {place} were not read; look whether there are words in them", place)
    if findings.comments:
        place = _pages(list(findings.comments))
        builder.note(f"{_count(sum(findings.comments.values()), 'comment')} on {place} not read", place)
    if findings.attachments:
        names = ", ".join(findings.attachments[:10]) + (" and more" if len(findings.attachments) > 10 else "")
        count = _count(len(findings.attachments), "attached file")
        builder.note(f"{count} not read: {names}; save them from the PDF and give them too")


def refuse_unread(findings: Findings, name: str) -> None:
    """Raise NotReadError that says why nothing at all was read."""
    states = set(findings.states.values())
    if State.SCAN in states:
        raise NotReadError(
            f"{name} is a scan: its pages are pictures and hold no text.",
            hint="Run text recognition on it (in Acrobat: Scan & OCR, Recognise Text), or give the Word file.",
            file=name,
        )
    if State.GARBLED in states or State.DRAWN in states:
        raise NotReadError(
            f"{name} shows words, but the file does not say which letters they are.",
            hint="Export it again from the program that made it, run text recognition on it, or give the Word file.",
            file=name,
        )
    if State.DAMAGED in states:
        raise damaged(name)
    raise NotReadError(
        f"{name} holds no text: its pages are blank.", hint="Check that it is the right file.", file=name
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _pages(numbers: Sequence[int]) -> str:
    """Page numbers as a person writes them: "page 3", "pages 3 to 5", "pages 2, 5 and 7"."""
    parts: list[str] = []
    for run in _runs(numbers):
        parts += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run)
    if len(parts) > 8:
        parts = [*parts[:8], "others"]
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"page {listed}" if len(numbers) == 1 else f"pages {listed}"
