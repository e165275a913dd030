"""``says``: the text says it, whoever is bound: used under ``against`` for what works against children.

``strength`` sets what it counts for (default ``contradicts``); an aim only intends. Words that deny it turn it round,
so they are no evidence, unless the signal itself holds a denial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..checks import anchor
from ..document import Clause, Force
from ..evidence import Evidence, Strength
from ..grading import PERMISSIONS, Grade, as_in_force, denied, evidence
from ..reading import Reading
from ..signals import Match
from . import _asking


@dataclass(frozen=True, slots=True)
class Options:
    """Signals; the strength they count for; the reason to show; whose service it is."""

    any: tuple[str, ...]
    strength: str = "contradicts"
    because: str = ""
    holder: str = "child"

    def __post_init__(self) -> None:
        _asking.check(self.any, self.holder)
        Strength(self.strength)


def phrases(options: Options) -> Iterator[str]:
    """Every phrase of the signals."""
    return _asking.phrases(options.any)


def find(options: Options, reading: Reading) -> Iterator[Evidence]:
    """Each match that is not turned round by a denial."""
    strength = Strength(options.strength)
    default = "{} works against what is asked" if strength is Strength.CONTRADICTS else "it is said"
    for match in _asking.matches(options.any, reading, options.holder):
        sentence, position = anchor(match)
        clause = reading.clause_at(match.unit, position)
        if clause is None or denied(match, clause) or sentence.quoted or sentence.text.rstrip().endswith("?"):
            continue
        because = options.because or default.format(_words(match))
        grade = _as_said(clause, Grade(strength, because))
        yield evidence(match, as_in_force(reading, sentence, grade))


def _words(match: Match) -> str:
    """The words of a match as they stand in the text, quoted."""
    phrases = (match.unit.words[start:end] for start, end in match.spans)
    told = (" ".join(word.text for word in phrase if word is not None) for phrase in phrases)
    return " … ".join(f"“{text}”" for text in dict.fromkeys(told) if text)


def _as_said(clause: Clause, grade: Grade) -> Grade:
    """The grade of what is said; what is only hoped for is not done, whatever it names."""
    given = clause.actor == "child" and clause.sign in PERMISSIONS
    if clause.force is not Force.AIM or given or grade.strength.rung < Strength.COMMITTED.rung:
        return grade
    return Grade(Strength.INTENDED, f'{grade.because}, but only as an aim ("{clause.sign}")')
