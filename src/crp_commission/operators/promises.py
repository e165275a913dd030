"""``promises``: somebody is bound to do what the signals say; the first phrase of each signal is the act.

With ``denial: contradicts`` a text that says it will not be done contradicts; with ``powers: true`` a power of the
council ("may inspect") counts as a commitment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..checks import anchor
from ..document import BlockKind, Force
from ..evidence import Evidence, Strength
from ..grading import Grade, at_most, denied, evidence, promise
from ..reading import Reading
from . import _asking


@dataclass(frozen=True, slots=True)
class Options:
    """Signals; what thin forms are held to; whose service it is; what a denial and a power mean."""

    any: tuple[str, ...]
    at_most: str | None = None
    holder: str = "child"
    denial: str = "ignore"
    powers: bool = False

    def __post_init__(self) -> None:
        _asking.check(self.any, self.holder, self.at_most)
        if self.denial not in ("contradicts", "ignore"):
            raise ValueError(f"denial is 'contradicts' or 'ignore', not '{self.denial}'")


def phrases(options: Options) -> Iterator[str]:
    """Every phrase of the signals."""
    return _asking.phrases(options.any)


def find(options: Options, reading: Reading) -> Iterator[Evidence]:
    """Each match graded by force, hedges, place and what can be checked."""
    for match in _asking.matches(options.any, reading, options.holder):
        grade = promise(reading, match, powers=options.powers)
        if grade is not None:
            yield evidence(match, at_most(grade, _asking.cap(options.at_most)))
            continue
        sentence, position = anchor(match)
        clause = reading.clause_at(match.unit, position)
        refuses = clause is not None and clause.force in (Force.DUTY, Force.STATEMENT) and clause.tense != "past"
        if (
            options.denial == "contradicts"
            and refuses
            and denied(match, clause)
            and sentence.kind is not BlockKind.CELL
        ):
            yield evidence(match, Grade(Strength.CONTRADICTS, "it says that this will not be done"))
