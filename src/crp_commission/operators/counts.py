"""``counts``: figures broken down by group: at least ``least`` of the kinds in ``of`` stand with numbers in one section.

Each entry of ``of`` is one kind of group (a phrase, often a ``$list``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..document import BlockKind
from ..evidence import Evidence, Strength
from ..grading import silent
from ..reading import Reading, Unit
from . import _asking


@dataclass(frozen=True, slots=True)
class Options:
    """Kinds of group; how many of them make a breakdown; how many make a thin one."""

    of: tuple[str, ...]
    least: int = 3
    thin: int = 1

    def __post_init__(self) -> None:
        _asking.check(self.of, "child")
        if not 1 <= self.thin <= self.least <= len(self.of):
            raise ValueError("'thin' is at most 'least', and 'least' at most the number of kinds in 'of'")


def phrases(options: Options) -> Iterator[str]:
    """Every phrase that names a kind of group."""
    return _asking.phrases(options.of)


def find(options: Options, reading: Reading) -> Iterator[Evidence]:
    """One passage for each section that holds enough kinds of group with figures."""
    sections: dict[int, dict[str, Unit]] = {}
    for phrase in options.of:
        for number in reading.index.get(phrase, ()):
            unit = reading.units[number]
            if _has_figures(unit) and not silent(reading, unit, unit.sentences[0]):
                sections.setdefault(unit.section, {}).setdefault(phrase, unit)
    for kinds in sections.values():
        if len(kinds) >= options.thin and not reading.adult:
            yield _evidence(options, kinds)


def _evidence(options: Options, kinds: dict[str, Unit]) -> Evidence:
    unit = min(kinds.values(), key=lambda unit: unit.number)
    sentence = unit.sentences[0]
    enough = len(kinds) >= options.least
    strength = Strength.MEASURED if enough else Strength.MENTIONED
    because = f"figures are given for {len(kinds)} kinds of group" + ("" if enough else f", fewer than {options.least}")
    return Evidence(
        sentence.number, sentence.text, sentence.place, strength, because, sentence.lead, sentence.header, tuple(kinds) if enough else ()
    )  # fmt: skip


def _has_figures(unit: Unit) -> bool:
    if unit.sentences[0].kind is BlockKind.HEADING:
        return False
    return any(
        word is not None and owner >= 0 and word.text[0].isdigit()
        for word, owner in zip(unit.words, unit.owner, strict=True)
    )
