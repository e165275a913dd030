"""What is known of the law that papers cite, and of the signs that an overlay applies: plain records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from .document import Place

NATIONS = ("england", "wales", "scotland", "northern-ireland")
"""The ids of the nations, which are those of their rulesets too."""
NATION_NAMES = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}

LawKind = Literal["wrong-nation", "out-of-date", "overclaim", "wrong-article"]
Certainty = Literal["sure", "likely", "check"]


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a thing is so no longer (no nations: everywhere), since when, and what to tell a person."""

    nations: tuple[str, ...]
    since: str
    says: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An Act, a piece of guidance, a body or a term, and what became of it.

    ``nations`` are those in which it is or was law or in use; none means the whole UK. ``of`` is the entry that it is
    a part of. A ``common`` name stands for other things in other nations. ``titled`` names are found in the capitals
    of a title alone, ``capitals`` in capitals alone. ``verified`` is yes, partly or no; ``checked`` the month of that.
    """

    id: str
    name: str
    kind: str
    nations: tuple[str, ...]
    reference: str
    verified: str
    checked: str
    of: str = ""
    family: str = ""
    ended: tuple[Ending, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    common: bool = False
    titled: bool = False
    capitals: bool = False

    @property
    def living(self) -> tuple[str, ...]:
        """The nations in which it still holds, as far as is known."""
        gone = {nation for ending in self.ended for nation in ending.nations or NATIONS}
        return tuple(nation for nation in self.nations or NATIONS if nation not in gone)


@dataclass(frozen=True, slots=True)
class Claim:
    """Something said of children's rights that is more than is so.

    ``of`` is ``statement`` where only what is stated as fact is meant, else ``any``; ``nations`` are those of a pack
    for which it is too much, none means any.
    """

    id: str
    of: str
    nations: tuple[str, ...]
    says: str
    instead: str
    reference: str
    verified: str
    checked: str


@dataclass(frozen=True, slots=True)
class Family:
    """What stands for one thing in each nation. A ``choice`` often stands in a list of alternatives."""

    instead: Mapping[str, str]
    choice: bool = False


@dataclass(frozen=True, slots=True)
class Overlay:
    """An overlay ruleset and how its subject is told; ``roles`` are kinds of paper that show it by themselves.

    ``capitals`` are words that count in capitals alone ("SEND").
    """

    ruleset: str
    about: str
    roles: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lawbook:
    """Everything that is looked for, with the compiled phrases (``TermTable.plain``).

    ``articles`` are those of the UNCRC that papers name by their subject, by number, with their titles. The terms of
    the table are called ``entry ID``, ``claim ID``, ``overlay RULESET``, ``cue NAME``, ``spoken NATION``,
    ``sign NATION``, ``council NATION`` and ``article NUMBER``.
    """

    entries: tuple[Entry, ...]
    claims: tuple[Claim, ...]
    families: Mapping[str, Family]
    overlays: tuple[Overlay, ...]
    articles: Mapping[int, str]
    table: Any = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class LawFinding:
    """A citation or claim that is not right, where it stands first in its file, and how often it stands there."""

    kind: LawKind
    id: str
    name: str
    sentence: int
    quote: str
    place: Place
    says: str
    instead: str
    reference: str
    checked: str
    certainty: Certainty
    times: int = 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A ruleset that is not in use though the papers call for it, why, and the words that show it best."""

    ruleset: str
    because: str
    quote: str
    place: Place
