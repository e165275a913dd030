"""What a passage is worth: evidence and its strength."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .document import Place


class Strength(StrEnum):
    """How much a passage promises; a ladder, with ``contradicts`` beside it."""

    MENTIONED = "mentioned"
    INTENDED = "intended"
    COMMITTED = "committed"
    MEASURED = "measured"
    CONTRADICTS = "contradicts"

    @property
    def rung(self) -> int:
        """Height on the ladder from 1 (mentioned) to 4 (measured); 0 for what contradicts."""
        return _RUNGS[self]


_RUNGS = {
    Strength.CONTRADICTS: 0,
    Strength.MENTIONED: 1,
    Strength.INTENDED: 2,
    Strength.COMMITTED: 3,
    Strength.MEASURED: 4,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage that speaks to a part of a criterion.

    ``sentence`` is the number of the sentence in the document, ``quote`` verbatim text of one block,
    ``lead`` the lead-in of its list, ``header`` the headers of its cell, ``because`` the reason in plain words,
    ``details`` the checkable things found ("each quarter"), ``bearing`` the log odds that the passage speaks to the
    criterion, 0 where nothing was learned of it: of passages of one strength the one that bears most comes first.
    """

    sentence: int
    quote: str
    place: Place
    strength: Strength
    because: str
    lead: str = ""
    header: str = ""
    details: tuple[str, ...] = ()
    bearing: float = 0.0
