"""``forbids``: something harmful to children is ruled out; the first phrase of each signal is the harmful act.

A text that allows or requires the act contradicts, unless ``allowed: ignore``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..checks import anchor
from ..document import Force
from ..evidence import Evidence, Strength
from ..grading import Grade, ban, evidence
from ..holders import burdens_child
from ..reading import Reading
from . import _asking


@dataclass(frozen=True, slots=True)
class Options:
    """Signals; whose service it is; what a text that allows the act means."""

    any: tuple[str, ...]
    holder: str = "child"
    allowed: str = "contradicts"

    def __post_init__(self) -> None:
        _asking.check(self.any, self.holder)
        if self.allowed not in ("contradicts", "ignore"):
            raise ValueError(f"allowed is 'contradicts' or 'ignore', not '{self.allowed}'")


def phrases(options: Options) -> Iterator[str]:
    """Every phrase of the signals."""
    return _asking.phrases(options.any)


def find(options: Options, reading: Reading) -> Iterator[Evidence]:
    """A ban is a commitment; a permission contradicts it."""
    for match in _asking.matches(options.any, reading, options.holder):
        _, position = anchor(match)
        clause = reading.clause_at(match.unit, position)
        if clause is None or burdens_child(match.unit, clause):
            continue
        if clause.negations:
            yield evidence(match, ban(reading, match, clause))
        elif options.allowed == "contradicts" and (clause.force is Force.DUTY or clause.sign in ("may", "can")):
            yield evidence(match, Grade(Strength.CONTRADICTS, f'the text allows it ("{clause.sign}")'))
