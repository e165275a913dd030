"""The UN Convention on the Rights of the Child as data: articles, protocols, general comments, and who cites them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

LAST_ARTICLE = 54
PARTS = (
    (41, "Articles 1 to 41 carry the rights"),
    (45, "42 to 45 say how they are made known and watched over"),
    (LAST_ARTICLE, f"46 to {LAST_ARTICLE} are about the treaty itself"),
)
"""The last article of each part of the Convention, and what the part is about."""

# "CRC GC12 (2009) para 134", "CRC-CMW joint GC 22-23 (2017)"; the year is missing where somebody forgot it.
_CITATION = re.compile(
    r"\b(?:UN)?CRC\b[^;]{0,20}?\b(?:GC|general comments?(?: no\.?)?)"
    r" ?(?P<first>[0-9]{1,3})(?:-(?P<last>[0-9]{1,3}))?(?: \((?P<year>[0-9]{4})\))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its number, a short title and a paraphrase of ours, and the ids of the principles it serves."""

    number: int
    title: str
    paraphrase: str
    principles: tuple[str, ...] = ()
    is_general_principle: bool = False


@dataclass(frozen=True, slots=True)
class GeneralComment:
    """A general comment of the UN Committee; ``articles`` are those it is mainly about."""

    number: int
    year: int
    title: str
    paraphrase: str
    articles: tuple[int, ...]
    principles: tuple[str, ...]
    replaced_by: int | None = None


@dataclass(frozen=True, slots=True)
class Protocol:
    """An optional protocol; ``articles`` are those it is mainly about."""

    code: str
    year: int
    title: str
    paraphrase: str
    articles: tuple[int, ...]
    uk_is_party: bool


@dataclass(frozen=True, slots=True)
class Convention:
    """All articles, protocols and general comments, each sorted by number or year."""

    articles: tuple[Article, ...]
    protocols: tuple[Protocol, ...]
    comments: tuple[GeneralComment, ...]

    def article(self, number: int) -> Article | None:
        """The article of that number, None where there is none."""
        return next((article for article in self.articles if article.number == number), None)

    def comment(self, number: int) -> GeneralComment | None:
        """The general comment of that number, None where there is none."""
        return next((comment for comment in self.comments if comment.number == number), None)

    def comments_on(self, article: int) -> tuple[GeneralComment, ...]:
        """The general comments that are mainly about an article."""
        return tuple(comment for comment in self.comments if article in comment.articles)

    def protocols_on(self, article: int) -> tuple[Protocol, ...]:
        """The optional protocols that are mainly about an article."""
        return tuple(protocol for protocol in self.protocols if article in protocol.articles)


class Citation(NamedTuple):
    """A general comment as a source names it: its number, and the year where there is one."""

    number: int
    year: int | None


def citations(sources: Iterable[str]) -> tuple[Citation, ...]:
    """The general comments that a criterion's sources name, in their order; a range such as 22-23 names each."""
    return tuple(
        Citation(number, int(found["year"]) if found["year"] else None)
        for source in sources
        for found in _CITATION.finditer(source)
        for number in range(int(found["first"]), int(found["last"] or found["first"]) + 1)
    )


def wrong_citations(convention: Convention, sources: Iterable[str]) -> Iterator[str]:
    """What is wrong with the general comments that sources name, each in one sentence."""
    for number, year in citations(sources):
        known = convention.comment(number)
        if known is None:
            yield f"there is no general comment {number}; they are numbered 1 to {convention.comments[-1].number}"
        elif year is None:
            yield f"general comment {number} stands without its year: write CRC GC{number} ({known.year})"
        elif year != known.year:
            yield f"general comment {number} is of {known.year}, not {year}: write CRC GC{number} ({known.year})"
