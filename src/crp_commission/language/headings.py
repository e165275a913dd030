"""Bold and italic words that head a section although the file does not say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .text import clean

MOST_WORDS = 12  # of a heading known by its bold or italic letters alone
_MOST_WORDS_WITH_STOP = 5  # of one that ends in a full stop, as a sentence does
_NUMBER = re.compile(r"[\s(]*\d+(?:\.\d+)*[\s.):\-–—]*")
_LETTER = re.compile(r"[^\W\d_]")
_BINDS = re.compile(r"\b(?:shall|must|will|should)\b", re.IGNORECASE)
_STATES = re.compile(r"\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|may)\b", re.IGNORECASE)
_ASKS = re.compile(r"[\W\d]*(?:what|how|who|when|where|why|which|if|whether)\b", re.IGNORECASE)
_RELATES = re.compile(r"\b(?:who|whom|whose|which|that|what|how|when|where|if)\b", re.IGNORECASE)
_DEFINES = re.compile(r"\W*(?:means|mean|has the meaning|is defined)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*[:–—](?=\s)|\s*-(?=\s)")


def looks_like_heading(text: str) -> bool:
    """Whether ``text``, a paragraph of its own that is bold or italic throughout, is a heading.

    It has a letter and 12 words at most and is no sentence: "**What the Provider must do**" is a heading,
    "**The Provider must consult children**" is a promise however bold it is.
    """
    words = len(text.split())
    if not _LETTER.search(text) or words > MOST_WORDS or text.endswith((";", ",")):
        return False
    return not (text.endswith(".") and words > _MOST_WORDS_WITH_STOP) and not is_sentence(text)


def is_sentence(text: str) -> bool:
    """Whether short ``text`` says something of somebody, rather than naming a subject or asking a question."""
    if _ASKS.match(text):
        return False
    if _BINDS.search(text):
        return True
    verb = _STATES.search(text)
    return verb is not None and not _RELATES.search(text, 0, verb.start())


def split_run_in(runs: Sequence[tuple[str, bool]]) -> tuple[str, str] | None:
    """Part "**4.2 Voice.** The provider ..." into heading and text; None when it opens with no heading.

    ``runs`` are a paragraph's texts, each with whether it is emphasised (bold or italic). A plain clause number may
    stand before the emphasised words. They are a heading when they have 12 words at most, are no sentence, end in
    a full stop, colon, question mark or dash (or open with a number), and the text after them starts anew: not in
    lower case, and not with "means", which would make them a defined term.
    """
    parted = _emphasised_opening(runs)
    if parted is None:
        return None
    opening, rest = parted
    heading, text = clean(opening), rest
    stop = _PARTS.match(rest)
    if stop:
        heading, text = heading + stop[0].strip().strip("–—-"), rest[stop.end() :]
    text = clean(text)
    if not (stop or heading.endswith((".", ":", "?", "!")) or _NUMBER.match(heading)) or not _starts_anew(text):
        return None
    named = _LETTER.search(heading) and len(heading.split()) <= MOST_WORDS and not is_sentence(heading)
    return (heading, text) if named else None


def _starts_anew(text: str) -> bool:
    first = next((sign for sign in text if sign.isalnum()), "")
    return bool(first) and not first.islower() and not _DEFINES.match(text)


def _emphasised_opening(runs: Sequence[tuple[str, bool]]) -> tuple[str, str] | None:
    """The text up to where emphasis stops, and the rest; None when all is emphasised or it does not start so."""
    emphasis_seen = False
    for at, (text, emphasised) in enumerate(runs):
        if not text or text.isspace():
            continue
        if emphasised:
            emphasis_seen = True
        elif emphasis_seen:
            return "".join(piece for piece, _ in runs[:at]), "".join(piece for piece, _ in runs[at:])
        elif not _NUMBER.fullmatch(text):
            return None
    return None
