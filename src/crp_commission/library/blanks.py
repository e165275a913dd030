"""Square brackets that wait for a council's words, as `new ruleset` leaves them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..rules import Ruleset

_IN_BRACKETS = re.compile(r"\[[^][]*\]")


def blanks(text: str) -> list[str]:
    """What is still to be written, brackets and all: those that hold a letter, since a year in brackets is no blank."""
    return [blank for blank in _IN_BRACKETS.findall(text) if any(map(str.isalpha, blank))]


def unreasoned(rulesets: Iterable[Ruleset]) -> Iterator[tuple[str, str]]:
    """Criteria that are switched off for a reason that is still to be written: the ruleset's id and what to say."""
    for ruleset in rulesets:
        for name, reason in ruleset.off.items():
            for blank in blanks(reason)[:1]:
                yield ruleset.id, f"The reason why {name} is switched off is still to be filled in: {blank}"
