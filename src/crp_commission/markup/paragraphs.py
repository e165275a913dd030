"""What the lines of one paragraph are: running text, a heading, a typed list, numbered clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from ..document import BlockKind
from ..extraction import ExtractBuilder, Standpoint
from ..flow.headings import reads_as_text
from ..language.headings import looks_like_heading, split_run_in
from ..language.markers import Levels, Line, item_marker, split_typed_lines
from .inline import Run, TextLine

_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:\s*")
_CAPTION = re.compile(r"(?:table|figure|fig\.|chart|box|map)\s+[\dA-Z][\d.]*\b", re.IGNORECASE)
_MOST_CAPTION_WORDS = 30


class Role(Enum):
    """What the element around the text is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    CAPTION = "caption"
    TERM = "term"


@dataclass(slots=True)
class Surroundings:
    """The element around the text: a heading's or item's ``level``, and an item's ``number`` as shown."""

    role: Role = Role.TEXT
    level: int = 0
    number: str = ""
    quoted: bool = False


def write(lines: list[TextLine], around: Surroundings, builder: ExtractBuilder) -> None:
    """Write the blocks of one paragraph."""
    if around.role is Role.HEADING:
        _heading(lines, around, builder)
    elif around.role is Role.CAPTION:
        builder.add(BlockKind.CAPTION, _joined(lines), Standpoint(lines[0].line), quoted=around.quoted)
    elif around.role is Role.TERM:
        _term(lines, around, builder)
    elif around.role is Role.ITEM:
        _item(lines, around, builder)
    else:
        starts = [at for at, line in enumerate(lines) if at and _FOOTNOTE.match(line.text)]
        for start, end in pairwise([0, *starts, len(lines)]):
            _text(lines[start:end], around, builder)


def typed_lines(lines: list[TextLine]) -> list[tuple[Line, list[TextLine]]]:
    """The lines of a paragraph parted where a list or numbered clauses were typed."""
    if len(lines) == 1:  # as most are
        return [(Line("text", "", lines[0].text, 0), lines)]
    parted = split_typed_lines([line.text for line in lines])
    ends = [line.first for line in parted[1:]] + [len(lines)]
    return [(part, lines[part.first : end]) for part, end in zip(parted, ends, strict=True)]


def _joined(lines: list[TextLine]) -> str:
    return " ".join(line.text for line in lines)


def _heading(lines: list[TextLine], around: Surroundings, builder: ExtractBuilder) -> None:
    text, at = _joined(lines), Standpoint(lines[0].line)
    if reads_as_text(text):
        builder.add(BlockKind.PARAGRAPH, text, at, quoted=around.quoted)
    else:
        builder.heading(text, at, around.level, quoted=around.quoted)


def _term(lines: list[TextLine], around: Surroundings, builder: ExtractBuilder) -> None:
    text, at = _joined(lines), Standpoint(lines[0].line)
    if looks_like_heading(text) and not around.quoted:
        builder.add(BlockKind.HEADING, text, at, level=builder.beneath, run_in=True)
    else:
        builder.add(BlockKind.PARAGRAPH, text, at, quoted=around.quoted)


def _item(lines: list[TextLine], around: Surroundings, builder: ExtractBuilder) -> None:
    is_numbered_heading = (
        around.level == 1
        and any(map(str.isdigit, around.number))
        and not around.quoted
        and all(line.emphasised for line in lines)
        and looks_like_heading(_joined(lines))
    )
    if is_numbered_heading:
        text, at = _joined(lines), Standpoint(lines[0].line)
        builder.add(BlockKind.HEADING, text, at, level=builder.beneath, number=around.number)
        return
    levels = Levels()
    for part, own in typed_lines(lines):
        number, text, level = around.number, part.text, around.level
        if part.kind == "item":
            number, level = part.number, around.level + levels.level(part.number)
        elif not number and (marked := item_marker(text)) and marked[0]:
            number, text = marked
        at = Standpoint(own[0].line)
        builder.add(BlockKind.ITEM, text, at, level=level, number=number, quoted=around.quoted)


def _text(lines: list[TextLine], around: Surroundings, builder: ExtractBuilder) -> None:
    footnote = _FOOTNOTE.match(lines[0].text)
    if footnote:
        text, at = _joined(lines)[footnote.end() :], Standpoint(lines[0].line)
        builder.add(BlockKind.FOOTNOTE, text, at, number=footnote[1], quoted=around.quoted)
        return
    if len(lines) > 1 and _opens_with_heading(lines) and not around.quoted:
        at = Standpoint(lines[0].line)
        builder.add(BlockKind.HEADING, lines[0].text, at, level=builder.beneath)
        lines = lines[1:]
    for part, own in typed_lines(lines):
        at = Standpoint(own[0].line)
        if part.kind == "item":
            builder.typed_item(part.text, at, part.number, quoted=around.quoted)
        else:
            _running_text(part.text, own, around, builder)


def _opens_with_heading(lines: list[TextLine]) -> bool:
    first, second = lines[:2]
    return first.emphasised and not second.emphasised and looks_like_heading(first.text)


def _running_text(text: str, lines: list[TextLine], around: Surroundings, builder: ExtractBuilder) -> None:
    at = Standpoint(lines[0].line)
    is_plain = around.quoted or not any(run.emphasised for line in lines for run in line.runs)
    parted = None if is_plain else split_run_in([(run.text, run.emphasised) for run in _spaced(lines)])
    if not is_plain and all(line.emphasised for line in lines):
        kind = _emphasised_kind(text)
        builder.add(kind, text, at, level=builder.beneath if kind is BlockKind.HEADING else 0)
    elif parted:
        builder.add(BlockKind.HEADING, parted[0], at, level=builder.beneath, run_in=True)
        builder.add(BlockKind.PARAGRAPH, parted[1], Standpoint(_line_after_emphasis(lines)))
    elif (marked := item_marker(text)) is not None:
        builder.typed_item(marked[1], at, marked[0], quoted=around.quoted)
    else:
        builder.add(BlockKind.PARAGRAPH, text, at, quoted=around.quoted)


def _emphasised_kind(text: str) -> BlockKind:
    if _CAPTION.match(text) and len(text.split()) <= _MOST_CAPTION_WORDS:
        return BlockKind.CAPTION
    return BlockKind.HEADING if looks_like_heading(text) else BlockKind.PARAGRAPH


def _spaced(lines: list[TextLine]) -> list[Run]:
    """The runs of all lines, with a space for each line break."""
    runs: list[Run] = []
    for line in lines:
        runs += [*line.runs, Run(" ", False, line.line)]
    return runs


def _line_after_emphasis(lines: list[TextLine]) -> int:
    """The line on which the text after an emphasised opening starts."""
    seen = False
    for run in _spaced(lines):
        if run.emphasised:
            seen = True
        elif seen and run.text.strip(" \t\n.:-–—"):
            return run.line
    return lines[0].line
