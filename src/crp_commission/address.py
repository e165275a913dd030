"""Whom a paper speaks to: in one that is written to children, "you" is the child."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from .document import Document, Sentence
from .language.words import Word, words

CHILD = "child"
"""The stem under which "you" is found in a paper written to children."""
_YOU = frozenset({"you", "your", "yours", "yourself", "you're", "you've", "you'll", "you'd"})
_LEAST = 0.25
"""The share of sentences that speak to somebody from which on a paper is a letter, not a paper with a stray "you"."""
_SAID = re.compile(
    r"[\"“'‘]?\byou\b[\"”'’]?,?\s+(are|means?|is)\b[^.]{0,60}"
    r"\b(child(ren)?|young (person|people)|aged \d|under[- ]?\d\d)",
    re.IGNORECASE,
)
_YOUNG = re.compile(
    r"\b(kids|grown-?ups?|if you('re| are) (under|aged|in care|a child|a young person)"
    r"|(children|young people) like you|(for|by|with) (children|young people)"
    r"|your (mum|dad|school|teacher|social worker|carers?|foster|care|key ?worker|bedroom))\b",
    re.IGNORECASE,
)
"""What is said to children alone."""
_OTHERS = re.compile(
    r"\byour (own )?(child(ren)?|sons?|daughters?|baby|bab(y|ies)|organisations?|compan(y|ies)|staff|employees?"
    r"|tenders?|bids?|proposals?|responses?|submissions?|method statements?|business|firm|polic(y|ies)|insurers?"
    r"|premises|prices?|sub-?contractors?|candidates?|constituents?|members?|service)\b"
    r"|\b(bidders?|tenderers?|applicants?)\b"
    r"|\b(describe|explain|outline|demonstrate|detail|set out|state) (how|what|your)\b"
    r"|\bhow (will|would|do|does) you (ensure|involve|engage|support|deliver|manage|recruit|monitor|provide|work"
    r"|consult|make sure|measure|hear|include|safeguard|protect|meet)\b"
    r"|\byou\b[^.;]{0,200}\b(the|each|every|any) (child|young person)\b"
    r"|\b(the|each|every|any) (child|young person)\b[^.;]{0,200}\byou\b",
    re.IGNORECASE,
)
"""What is said to grown-ups: parents, carers, bidders, members; such a paper is not written to children."""


_VISITORS = 4
_OPENING = 2
"""So many sentences at the beginning of a paper may say whom it is written to."""
_TO_OTHERS = re.compile(
    r"^\W*dear (all )?(foster )?(parents?|carers?|famil(y|ies)|neighbours?|residents?|colleagues?|bidders?|landlords?)"
    r"\b|\b(handbook|guide|guidance|leaflet|information|notice|letter|advice|notes?)\s+(is\s+)?"
    r"(for|to)\s+(all\s+|our\s+|the\s+)?(foster carers?|parents?|carers?|staff|employees|volunteers|neighbours"
    r"|residents|bidders|landlords|(women|men) over \d+|adults)\b"
    r"|^\W*(staff|employees?['’]?|parents?['’]?|(foster )?carers?['’]?|volunteers?['’]?)\s+(handbook|guide|newsletter"
    r"|leaflet|charter)\b",
    re.IGNORECASE,
)


def written_to_children(sentences: Sequence[Sentence]) -> bool:
    """Whether a paper, given by its sentences, speaks to children or young people as "you"."""
    texts = [sentence.text for sentence in sentences]
    if any(_OTHERS.search(text) for text in texts):
        return False
    if any(_SAID.search(text) for text in texts):
        return True
    if not any(_YOUNG.search(text) for text in texts):
        return False
    spoken_to = sum(any(word.text in _YOU for word in words(text)) for text in texts)
    return spoken_to >= max(1, _LEAST * len(texts))


def as_child(text: Sequence[Word]) -> list[Word]:
    """The words of a text in which "you" is found as a child is."""
    return [word._replace(stem=CHILD) if word.text in _YOU else word for word in text]


def about_adults(adults: Collection[int], children: Collection[int], texts: int) -> bool:
    """Whether a pack of so many texts is about adults; ``adults`` and ``children`` number the texts on each.

    It is where more texts speak of adults, and where one on adults alone comes first and children are but visitors: not
    one text in ``_VISITORS`` names them, or only one behind a title that is on adults.
    """
    if len(adults) > len(children):
        return True
    first = min((number for number in adults if number not in children), default=texts)
    if first >= min(children, default=0):
        return False
    return len(children) * _VISITORS <= texts or (len(children) == 1 and first == 0)


def addressed_to_others(document: Document) -> frozenset[int]:
    """The numbers of the sections of papers, or under headings, that are written to parents, staff or neighbours."""
    first: dict[str, list[str]] = {}
    for sentence in document.sentences:
        first.setdefault(sentence.place.file, []).append(sentence.text)
    files = {file for file, texts in first.items() if any(map(_TO_OTHERS.search, texts[:_OPENING]))}
    return frozenset(
        section.number
        for section in document.sections
        if section.file in files or any(map(_TO_OTHERS.search, (*section.path, section.title)))
    )
