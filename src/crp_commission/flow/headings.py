"""Which paragraphs are headings although no style says so, and which are not although one does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language.text import clean
from .records import Piece

MOST_WORDS = 12  # of a heading known by its bold letters alone
_MOST_WORDS_STYLED = 20  # of a paragraph in a heading style before it is taken for a clause
_TYPED_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*[.):\-–]?|(?:[a-z]|[ivx]+)[.):])", re.IGNORECASE)
_LONGEST_NUMBER = 20
_WORD = re.compile(r"[^\W\d_]{2,}")
_BINDS = re.compile(r"\b(?:shall|must|will)\b", re.IGNORECASE)
_ASKS = re.compile(r"[\W\d]*(?:what|how|who|when|where|why|which)\b", re.IGNORECASE)
_DEFINES = re.compile(r"\W*(?:means|mean|has the meaning|is defined)\b", re.IGNORECASE)


def names_a_section(text: str) -> bool:
    """Whether short bold ``text`` can be a heading.

    It needs a word, has 12 words at most and does not bind anybody: "**The Provider shall consult children**" is a
    promise however bold it is, while "**What the Provider will do**" is a heading.
    """
    if not _WORD.search(text) or len(text.split()) > MOST_WORDS:
        return False
    return not binds(text)


def binds(text: str) -> bool:
    """Whether short ``text`` says that somebody shall, must or will do something, and is no question about it."""
    return bool(_BINDS.search(text)) and not _ASKS.match(text)


def is_bold_heading(text: str) -> bool:
    """Whether ``text``, all of it bold and a paragraph of its own, is a heading: it must not end as a sentence does."""
    return not text.endswith((".", ";", ",")) and names_a_section(text)


def reads_as_text(text: str) -> bool:
    """Whether a paragraph in a heading style is really a clause, as in contracts numbered by heading styles.

    It is when it has more than 20 words, or more than 12 and the end of a sentence or of a lead-in.
    """
    words = len(text.split())
    return words > _MOST_WORDS_STYLED or (words > MOST_WORDS and text.endswith((".", ";", ":")))


def run_in(pieces: Sequence[Piece]) -> tuple[str, str] | None:
    """Part "**4.2 Voice.** The provider shall ..." into heading and text; None when there is no such heading.

    The bold words come first (a typed number may stand before them), are 12 at most, and end in a full stop or colon
    or stand before a tab or line break. A defined term ("**Child**" then a tab and "means ...") is none.
    """
    parted = _bold_opening(pieces)
    if parted is None:
        return None
    opening, rest = parted
    stop = re.match(r"[.:](?=\s)", rest)
    if stop:
        opening, rest = opening + stop[0], rest[stop.end() :]
    ends = opening.rstrip().endswith((".", ":")) or (opening + rest[:1])[-1] in "\t\n" or opening[-1] in "\t\n"
    heading, text = clean(opening), clean(rest)
    if not ends or not names_a_section(heading) or not _WORD.search(text) or _DEFINES.match(text):
        return None
    return heading, text


def _bold_opening(pieces: Sequence[Piece]) -> tuple[str, str] | None:
    """The text up to where bold letters stop, and the rest; None when it is all bold or does not start so."""
    begun = False
    for cut, (text, bold) in enumerate(pieces):
        if text.isspace():
            continue
        if bold:
            begun = True
        elif begun:
            return "".join(piece.text for piece in pieces[:cut]), "".join(piece.text for piece in pieces[cut:])
        elif not _TYPED_NUMBER.fullmatch(text.strip()[:_LONGEST_NUMBER]):
            return None
    return None
