"""``reports``: something was done, as analysis and review papers say it: dated, counted, by a named method.

With something to check it is measured; without, it is only mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..checks import anchor
from ..document import SectionKind
from ..evidence import Evidence
from ..grading import at_most, denied, done, evidence
from ..reading import Reading
from . import _asking


@dataclass(frozen=True, slots=True)
class Options:
    """Signals; the strength they are held to; whose service it is."""

    any: tuple[str, ...]
    at_most: str | None = None
    holder: str = "child"

    def __post_init__(self) -> None:
        _asking.check(self.any, self.holder, self.at_most)


def phrases(options: Options) -> Iterator[str]:
    """Every phrase of the signals."""
    return _asking.phrases(options.any)


def find(options: Options, reading: Reading) -> Iterator[Evidence]:
    """Each match graded by whether it is said when, how many or by whom."""
    for match in _asking.matches(options.any, reading, options.holder):
        _, position = anchor(match)
        clause = reading.clause_at(match.unit, position)
        if clause is None or denied(match, clause):
            continue
        if clause.tense != "past" and (clause.tense or clause.sign or not match.unit.is_row):
            continue
        if match.unit.is_row and clause.tense != "past" and reading.section(match.unit).kind is SectionKind.KPI:
            continue  # a measure still to be taken
        yield evidence(match, at_most(done(reading, match), _asking.cap(options.at_most)))
