"""Meaning: everything the English lexicon says about one text, worked out once."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..document import Clause, Detail
from . import lexicon
from .clauses import read_clauses
from .terms import Hit, TermTable
from .words import Word
from .words import words as words_of

CHECKABLE = (
    "how often",
    "by when",
    "how many",
    "who answers for it",
    "recorded or checked",
    "published or fed back",
    "what follows",
)
"""Kinds of detail that let somebody check a promise; who pays for it does not."""

_KEPT = frozenset({"recorded or checked", "published or fed back"})
"""What is no check where it is denied ("No record is kept"); a denied date or number can still be one."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text says of itself: its clauses, its checkable details, who it is about, whether it states anything.

    ``about`` holds any of "child", "parent", "staff", "adult", "other" (rights, parents or children in another sense).
    """

    clauses: tuple[Clause, ...]
    details: tuple[Detail, ...]
    about: frozenset[str]
    residue: bool
    bounded: bool
    finite: bool

    def clause_at(self, position: int) -> Clause | None:
        """The clause that a word of the text stands in."""
        return next((clause for clause in self.clauses if clause.start <= position < clause.end), None)


@cache
def english() -> TermTable:
    """The lexicon, ready to use; compiled here only where the table that ships is not of the lexicon as it stands."""
    from .english_table import FINGERPRINT, TABLE

    return TermTable.restore(TABLE) if fingerprint() == FINGERPRINT else compiled()


def fingerprint() -> int:
    """A number that changes with the lexicon."""
    return zlib.crc32(repr(_terms()).encode())


def compiled() -> TermTable:
    """The lexicon, compiled afresh."""
    return TermTable(_terms())


def _terms() -> dict[str, Sequence[str]]:
    terms: dict[str, Sequence[str]] = {
        "duty": lexicon.DUTY,
        "aim": lexicon.AIM,
        "not aim": lexicon.NOT_AIM,
        "hedge": lexicon.HEDGE,
        "bounded": lexicon.BOUNDED,
        "no check": lexicon.NO_CHECK,
        "negation": lexicon.NEGATION,
        "not negation": lexicon.NOT_NEGATION,
        "past": lexicon.PAST,
        "present": lexicon.PRESENT,
        "residue": lexicon.RESIDUE,
        "about child": lexicon.CHILD,
        "about parent": lexicon.PARENT,
        "about staff": lexicon.STAFF_TERMS,
        "about adult": lexicon.ADULT_TERMS,
        "about other": lexicon.NOT_THIS_SENSE,
    }
    terms.update({f"actor {name}": phrases for name, phrases in lexicon.ACTORS.items()})
    terms.update(lexicon.DETAILS)
    return terms


@lru_cache(maxsize=8192)
def read(text: str) -> Meaning:
    """The meaning of one sentence, item or cell; asked again, it is not worked out again."""
    words = words_of(text)
    return meaning(text, words, english().find(words))


def meaning(text: str, words: Sequence[Word], found: Mapping[str, list[Hit]]) -> Meaning:
    """The meaning of a text of which the words and the terms of the lexicon are known."""
    clauses = read_clauses(text, words, found)
    return Meaning(
        clauses=clauses,
        details=_details(text, words, found, clauses),
        about=frozenset(name.removeprefix("about ") for name in found if name.startswith("about ")),
        residue="residue" in found or ("[" in text and "]" in text and "[insert" in text.lower()),
        bounded="bounded" in found,
        finite=any(clause.sign or clause.tense for clause in clauses),
    )


def _details(
    text: str, words: Sequence[Word], found: Mapping[str, list[Hit]], clauses: Sequence[Clause]
) -> tuple[Detail, ...]:
    """The details, kind by kind, that are not denied and do not hang on something else than an act."""
    idle = {position for hit in found.get("no check", ()) for position in range(hit.start, hit.end)}
    unkept = {position for one in clauses if len(one.negations) % 2 for position in range(one.negations[0], one.end)}
    details: list[Detail] = []
    for kind in lexicon.DETAILS:
        barred = idle | unkept if kind in _KEPT else idle
        details.extend(
            Detail(kind, text[words[hit.start].start : words[hit.end - 1].end], hit.start)
            for hit in found.get(kind, ())
            if barred.isdisjoint(range(hit.start, hit.end))
        )
    return tuple(details)
