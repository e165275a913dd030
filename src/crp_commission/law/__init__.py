"""What a pack says of the law: citations and claims that are not right, and overlays that its own words call for."""

from __future__ import annotations

from collections.abc import Collection

from ..language.terms import TermTable
from ..lawbook import Lawbook, LawFinding, Suggestion
from ..reading import Reading
from .articles import misnumbered
from .citing import misplaced
from .claims import overclaims
from .mentions import Mentions
from .nations import nations_of
from .suggesting import suggestions

__all__ = ["read_law"]

_CERTAINTY = ("sure", "likely", "check")
_KIND = ("wrong-nation", "out-of-date", "overclaim", "wrong-article")


def read_law(
    book: Lawbook, reading: Reading, rulesets: Collection[str]
) -> tuple[tuple[LawFinding, ...], tuple[Suggestion, ...]]:
    """What is wrong with the law in a document, the surest first, and the overlays to add to ``rulesets`` in use."""
    reading = reading.of(TermTable.restore(book.table))
    mentions = Mentions(book, reading)
    settled = nations_of(mentions, rulesets)
    found = [
        *misplaced(mentions, settled),
        *overclaims(book, reading, mentions, settled),
        *misnumbered(book, reading),
    ]
    return _ordered(found), suggestions(book, reading, mentions, rulesets)


def _ordered(found: list[LawFinding]) -> tuple[LawFinding, ...]:
    def order(one: LawFinding) -> tuple[int, int, int, str]:
        return _CERTAINTY.index(one.certainty), _KIND.index(one.kind), one.sentence, one.id

    return tuple(sorted(found, key=order))
