"""Chunks written as blocks: which are headings, which are items, and what their text is."""

from __future__ import annotations

import re
from collections import Counter

from ...document import BlockKind
from ...extraction import ExtractBuilder, Standpoint
from ...language.headings import is_sentence
from ...language.markers import Levels, clause_number
from .chunks import Chunk, Kind
from .lines import starts_lower
from .rows import write_table

_SCHEDULE = re.compile(
    r"(?:section|part|schedule|annex|appendix|chapter|clause|lot)\s+(?:\d+|[A-Z]|[IVX]+)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.?\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHEN = re.compile(r"[^\W\d_][-\u2010\u00ad]")
_KEEPS_HYPHEN = re.compile(
    r"co|well|multi|self|non|short|long|child|young|full|part|high|low|cross|one|two|three|four|five|six|face|follow"
    r"|post|pre|person|family|trauma|rights|needs|age|evidence"
)
_MARKED = re.compile(r"(#{1,6})\s+(?=\S)")  # as in Markdown that was saved as plain text
_NAMED = re.compile(r"[^\W\d_]{3}")
_NO_TITLE = re.compile(r"!$|:\s*\S*\d|@|\bwww\.|://")
_LONGEST_WORD = 60
_MOST_HEADING_WORDS = 12
_MOST_TITLE_WORDS = 10


def write(chunks: list[Chunk], builder: ExtractBuilder) -> None:
    """Write every chunk in order."""
    words = Counter(_WORD.findall(" ".join(text for chunk in chunks for text in chunk.texts).lower()))
    levels = Levels()
    listed = False
    for at, chunk in enumerate(chunks):
        before = chunks[at - 1] if at else None
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        stands = Standpoint(chunk.lines[0].number, chunk.lines[0].page)
        text = "" if chunk.kind is Kind.ROWS else joined(chunk.texts, words)
        if chunk.kind is Kind.ROWS:
            write_table(chunk.lines, builder)
        elif listed := is_item(chunk, before, listed):
            number = _typed_number(chunk)
            text = text[text.index(".") + 1 :] if chunk.kind is Kind.NUMBERED else text
            level = levels.level(chunk.number or "•")
            builder.add(BlockKind.ITEM, text, stands, level=level, number=number)
            continue
        elif level := heading_level(text, chunk, before, after):
            builder.heading(_MARKED.sub("", text), stands, level)
        else:
            builder.add(BlockKind.PARAGRAPH, text, stands)
        levels = Levels()


def joined(texts: list[str], words: Counter[str]) -> str:
    """The lines of a paragraph as one text; a word cut by a hyphen at a line's end is whole again.

    ``words`` counts the words of the whole file: they tell "partici-pation" from "well-being".
    """
    pieces = [texts[0]]
    for line in texts[1:]:
        last = pieces[-1]
        if _HYPHEN.fullmatch(last[-2:]) and line[:1].islower():
            pieces[-1] = last if _is_compound(last, line, words) else last[:-1]
            pieces.append(line)
        else:
            pieces += [" ", line]
    return "".join(pieces)


def _is_compound(before: str, after: str, words: Counter[str]) -> bool:
    """Whether the hyphen at the end of ``before`` belongs to the word."""
    if before[-1] == "\u00ad":
        return False
    head = re.split(r"[^\w-]", before[-_LONGEST_WORD:-1])[-1].lower()
    tail = (_WORD.match(after) or [after])[0].lower()
    together, apart = words[head + tail], words[f"{head}-{tail}"]
    return apart > 0 if apart != together else bool(_KEEPS_HYPHEN.fullmatch(head))


def is_item(chunk: Chunk, before: Chunk | None, listed: bool) -> bool:
    """Whether a chunk is an item: by its marker, or because it stands in a list that its lead-in and stops show.

    ``listed`` says that the chunk before was an item.
    """
    if chunk.kind is Kind.ITEM:
        return True
    leads = before is not None and before.texts[-1].endswith(":")
    goes_on = (
        before is not None and before.kind is chunk.kind and bool(re.search(r"[;,](?: and| or)?$", before.texts[-1]))
    )
    if chunk.kind is Kind.NUMBERED:
        counts_on = before is not None and listed and before.kind is Kind.NUMBERED and _counts_on(before, chunk)
        return leads or goes_on or counts_on or starts_lower(chunk.texts[0].split(maxsplit=1)[1])
    return chunk.kind is Kind.TEXT and len(chunk.lines) < 4 and ((leads and chunk.texts[-1].endswith(";")) or goes_on)


def _counts_on(before: Chunk, chunk: Chunk) -> bool:
    return int(chunk.number) == int(before.number) + 1


def _typed_number(chunk: Chunk) -> str:
    if chunk.kind is Kind.NUMBERED:
        return f"{chunk.number}."
    return "" if chunk.number.startswith("•") else chunk.number


def heading_level(text: str, chunk: Chunk, before: Chunk | None, after: Chunk | None) -> int:
    """The level of a heading, 0 when the chunk is none. A heading has one line and something under it."""
    words = len(text.split())
    marked = _MARKED.match(text)
    if marked and words <= 2 * _MOST_HEADING_WORDS:
        return len(marked[1])
    lone_number = len(chunk.lines) == 2 and chunk.kind is Kind.CLAUSE and chunk.texts[0] == chunk.number
    if after is None or words > _MOST_HEADING_WORDS or (len(chunk.lines) > 1 and not lone_number):
        return 0
    if text.endswith((".", ";", ",", ":")) or is_sentence(text):
        return 0
    number = _NUMBER.match(text)
    if number:
        named = text[number.end() :]
        return len(number[1].split(".")) if named[:1].isupper() and words <= _MOST_TITLE_WORDS else 0
    if _SCHEDULE.match(text) or (text.isupper() and _NAMED.search(text)):
        return 1
    return 2 if _is_title(text, chunk, before, after) else 0


def _is_title(text: str, chunk: Chunk, before: Chunk | None, after: Chunk) -> bool:
    """Short, in capitals at its start, after the end of something and before something longer."""
    if not text[:1].isupper() or len(text.split()) > _MOST_TITLE_WORDS:
        return False
    if _NO_TITLE.search(text) or not _NAMED.search(text):
        return False
    if before is not None and not (chunk.lines[0].gap or before.ends_sentence):
        return False
    if before is not None and before.texts[-1].endswith((":", ";")):
        return False
    longer = after.kind is not Kind.TEXT or len(" ".join(after.texts)) > max(len(text), 40)
    return longer or bool(clause_number(after.texts[0]))
