"""``counts``: figures by group: at least ``least`` of the kinds in ``of`` stand with numbers in one section.

Each entry of ``of`` is one kind of group (a phrase, often a ``$list``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Force
from ..evidence import Evidence, Strength
from ..language.words import Word
from ..reading import Reading, Unit
from ..standing import for_children, silent
from . import _asking

_NO_FIGURE_AFTER = frozenset(
    {
        "aged",
        "ages",
        "age",
        "under",
        "over",
        "clause",
        "section",
        "article",
        "within",
        "table",
        "annex",
        "schedule",
        "girl",
        "boy",
    }
)
_NO_FIGURE_BEFORE = frozenset(
    {"year", "years", "day", "days", "hour", "hours", "week", "weeks", "month", "months", "working"}
)


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
    if reading.adult:
        return
    sections: dict[int, dict[str, Unit]] = {}
    for phrase in options.of:
        for number in reading.terms.numbers_with(phrase):
            unit = reading.units[number]
            if _counts_children(reading, unit):
                sections.setdefault(unit.section, {}).setdefault(phrase, unit)
    for kinds in sections.values():
        if len(kinds) >= options.thin:
            yield _evidence(options, kinds)


def _counts_children(reading: Reading, unit: Unit) -> bool:
    sentence = unit.sentences[0]
    if silent(reading, unit, sentence) or not for_children(reading, unit, sentence):
        return False
    duties = (clause.force for cell in unit.sentences for clause in reading.meaning(cell).clauses)
    return _has_figures(unit) and not any(force in (Force.DUTY, Force.AIM) for force in duties)


def _evidence(options: Options, kinds: dict[str, Unit]) -> Evidence:
    unit = min(kinds.values(), key=lambda unit: unit.number)
    sentence = unit.sentences[0]
    enough = len(kinds) >= options.least
    strength = Strength.MEASURED if enough else Strength.MENTIONED
    because = f"figures are given for {len(kinds)} kinds of group" + ("" if enough else f", fewer than {options.least}")
    return Evidence(
        sentence=sentence.number,
        quote=sentence.text,
        place=sentence.place,
        strength=strength,
        because=because,
        lead=sentence.lead,
        header=sentence.header,
    )


def _is_clause_number(unit: Unit, word: Word) -> bool:
    return not unit.is_row and not unit.sentences[0].text[word.end :].lstrip()[:1].islower()


def _has_figures(unit: Unit) -> bool:
    """Whether a number stands in it that is no age, clause number or deadline."""
    own = [word for word, owner in zip(unit.words, unit.owner, strict=True) if owner >= 0 or word is None]
    for place, word in enumerate(own):
        if word is None or not word.text[0].isdigit() or (place == 0 and _is_clause_number(unit, word)):
            continue
        before = own[place - 1] if place else None
        after = own[place + 1] if place + 1 < len(own) else None
        if (before is None or before.text not in _NO_FIGURE_AFTER) and (
            after is None or after.text not in _NO_FIGURE_BEFORE
        ):
            return True
    return False
