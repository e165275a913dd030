"""Questions that ask for a yes or a no, and the answers that mean nothing without them.

A guide for young people says "Can I see my file? No. It is for staff." None of these sentences tells by itself what is
refused, so an answer is read with its question in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .harm import names_harm

_LONGEST = 200
"""Characters; what is longer is no question that a yes would answer."""
_ASKS = re.compile(
    r"\W*(?:(?:and|so|but|if so),? )?"
    r"(?:can|could|will|would|do|does|did|is|are|am|was|may|must|should|shall|has|have)\b"
    r"[^?]*\?\W*",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\W*(?:yes|no|not|never|always|of course|only|sometimes)\b", re.IGNORECASE)
_BARE = re.compile(r"\W*(?:yes|no|never|always|of course|not always|not really|not usually)\W*", re.IGNORECASE)

_ASKS_LEAVE = re.compile(
    r"\b(?:(?:can|may|could|will|do|am|are|shall) (?:i|we|children|young people|a child)\b"
    r"|(?:will|do|does) (?:anyone|anybody|someone|somebody|staff|you|they) (?:ask|listen to|help|explain|show|tell)"
    r" (?:\w+ ){0,2}(?:me|us|children|young people|a child|what i)\b)[^?]*\?",
    re.IGNORECASE,
)
"""What children ask for themselves; whether others may do something is another matter."""
_BURDENS = re.compile(
    r"\b(?:have to|need to|must|pay|cost|charged|trouble|blamed?|told off|punish\w*|lose|moved|sent away|parents"
    r"|anyone else)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"\W*(?:no|never)\b(?! (?:problem|worries|need|charge|cost))", re.IGNORECASE)
_YIELDS = re.compile(r"\b(?:but|unless|except|only if|until|though|however)\b", re.IGNORECASE)


class Piece(NamedTuple):
    """A stretch of a text, from ``start`` to ``end``, and the question it answers, empty for most."""

    start: int
    end: int
    question: str = ""


def asks(text: str) -> bool:
    """Whether a sentence is a question that asks for a yes or a no."""
    return len(text) <= _LONGEST and _ASKS.fullmatch(text) is not None


def with_questions(text: str, spans: Sequence[tuple[int, int]], asked: str) -> Iterator[Piece]:
    """The sentences of a text at ``spans``, each that gives an answer with its question, and "No." if that came before.

    ``asked`` is the question that stands before the text, if there is one. What comes behind the sentence that gives
    the answer says something of its own.
    """
    sentences = [text[start:end] for start, end in spans]
    for place, ((start, end), sentence) in enumerate(zip(spans, sentences, strict=True)):
        goes_on = place + 1 < len(spans) and not asks(sentences[place + 1])
        if asks(sentence):
            yield Piece(start, end)
            asked = sentence
        elif asked and goes_on and _BARE.fullmatch(sentence):
            yield Piece(start, end)
            asked = f"{asked} {sentence}"
        else:
            answers = asked and (not asks(asked) or _ANSWERS.match(sentence))
            yield Piece(start, end, asked if answers else "")
            asked = ""


def denies_leave(lead: str, answer: str) -> bool:
    """Whether children ask in the words that lead up to an answer for something of their own, and it is a flat no."""
    asked = list(_ASKS_LEAVE.finditer(lead))
    if not asked or _BURDENS.search(asked[-1][0]) or names_harm(asked[-1][0]):
        return False
    rest = lead[asked[-1].end() :] + " " + answer
    return _REFUSES.match(rest) is not None and _YIELDS.search(rest) is None
