"""Recognition: what a passage is about, by weights learned from thousands of labelled sentences.

Rules look for words that must stand together; officers find ever new words. So each criterion also has a linear
classifier over the words of a passage and the concepts it holds (wide word lists). It only tells which passages speak
to a criterion, for it or against it; what they promise is judged by the same reading of force, hedges and checks as
everything else. The weights are plain data, made by ``scripts/learn_recognition.py``, and can be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from .document import BlockKind
from .language.lookup import Lookup
from .language.meaning import english
from .language.terms import TermTable
from .language.words import Word
from .reading import Reading, Unit

FEW = 16
"""A passage of fewer features is weighed as if it had so many, so that three words prove little."""
SCALE = 1000
"""Weights are whole thousandths, so that they print the same everywhere."""
_TELLING = 2
"""Concepts that are looked at when the words that tell most are sought."""
ABOUT = ("about child", "about parent", "about staff", "about adult", "about other")
_COMMON = frozenset(
    "the a an of to in on for and or by at with as is be it its that this from are was were will shall must has have"
    " had not any each all their they them which who within than".split()
)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Weights by feature. A feature is a word's stem, a concept's name behind a ``$``, or whom a text is about.

    ``columns`` numbers what can be recognised (criteria and principles by id); ``weights`` holds for each feature pairs
    of column and weight, flat and in order of columns, in thousandths; ``bias`` a thousandth for each column.
    ``judging`` holds for ``against`` and ``full``, alone and followed by ``:`` and a criterion, the weights that tell
    text that takes away from text that gives, and a full promise from a thin one; "" is the bias.
    """

    columns: Mapping[str, int]
    bias: Sequence[int]
    weights: Mapping[str, Sequence[int]]
    judging: Mapping[str, Mapping[str, int]]
    concepts: TermTable

    @classmethod
    def restore(cls, plain: Mapping[str, Any]) -> Recogniser:
        """A recogniser from the plain data that ships."""
        columns = {name: number for number, name in enumerate(plain["columns"])}
        return cls(columns, plain["bias"], plain["weights"], plain["judging"], TermTable.restore(plain["concepts"]))


def word_features(words: Iterable[Word | None]) -> set[str]:
    """The features of a text that are words: stems, without numbers and the commonest words."""
    return {word.stem for word in words if word is not None and word.stem[0].isalpha() and word.stem not in _COMMON}


def concepts_by_text(concepts: TermTable, texts: Lookup) -> dict[int, list[str]]:
    """The concepts that each text holds and whom it is about, by its number."""
    found: dict[int, list[str]] = {}
    for table, names in ((concepts, concepts.names), (english(), ABOUT)):
        lookup = texts.of(table)
        for name in names:
            for number in lookup.numbers_with(name):
                found.setdefault(number, []).append(name)
    return found


def reading_features(reading: Reading, unit: Unit) -> set[str]:
    """What the reading of a unit's clauses says, as features: force, tense, hedges, denials, checks, form."""
    found = {"@row"} if unit.is_row else set()
    for sentence in unit.sentences:
        meaning = reading.meaning(sentence)
        found |= {f"@{detail.kind}" for detail in meaning.details}
        if sentence.text.rstrip().endswith("?"):
            found.add("@question")
        if any(char.isdigit() for char in sentence.text):
            found.add("@figure")
        for clause in meaning.clauses:
            clause = reading.framed(clause, sentence)
            found |= {f"@{clause.force}", f"@{clause.tense or 'no verb'}", f"@by {clause.actor or 'nobody'}"}
            found |= {"@hedged"} if clause.hedge else set()
            found |= {f"@denied {clause.force}"} if clause.negations else set()
            found |= {f"@{clause.role}"}
            found |= {f"@says {word}" for word in clause.sign.split()}
    return found


class Recognition:
    """A document as a recogniser sees it: how strongly each passage speaks to each column.

    A passage is a unit by itself, or with the unit behind it in its section. Scores are log odds.
    """

    def __init__(self, recogniser: Recogniser, reading: Reading, asked: Iterable[str]) -> None:
        """``asked`` names the columns that will be asked for; the others may cost nothing."""
        self._recogniser = recogniser
        self._columns = 1 + max((recogniser.columns.get(column, -1) for column in asked), default=-1)
        self._reading = reading
        self._concepts = concepts_by_text(recogniser.concepts, reading.terms)
        weighed = [self._weigh(unit) for unit in reading.units]
        self._sums = [total for total, _ in weighed]
        sizes = [size for _, size in weighed]
        self._shares = [1 / sqrt(max(size, FEW)) for size in sizes]
        # What a unit's sum is divided by together with the unit behind it; 0 where that one is no part of the passage.
        self._pair_shares = [
            1 / sqrt(max(sum(sizes[number : number + 2]), FEW)) if self._goes_on(number) else 0.0
            for number in range(len(sizes))
        ]
        self._scores: dict[str, tuple[list[float], list[float]]] = {}

    def _weigh(self, unit: Unit) -> tuple[list[int], int]:
        total = [0] * self._columns
        if is_heading(unit):
            return total, 0
        weights = self._recogniser.weights
        size = 0
        for feature in self._features(unit):
            known = weights.get(feature)
            if known is not None:
                size += 1
                for place in range(0, len(known), 2):
                    if known[place] >= self._columns:
                        break  # columns stand in order
                    total[known[place]] += known[place + 1]
        return total, size

    def _features(self, unit: Unit) -> set[str]:
        return word_features(unit.words) | set(self._concepts.get(unit.number, ()))

    def judged(self, kind: str, column: str, number: int) -> float:
        """The log odds that a unit is ``against`` a criterion, or a ``full`` promise of it."""
        unit = self._reading.units[number]
        features = self._features(unit) | reading_features(self._reading, unit)
        judging = self._recogniser.judging
        total = bias = 0
        for name in (kind, f"{kind}:{column}"):
            weights = judging.get(name, {})
            total += sum(weights.get(feature, 0) for feature in features)
            bias += weights.get("", 0)
        return (total / sqrt(max(len(features), FEW)) + bias) / SCALE

    def knows(self, column: str) -> bool:
        """Whether there are weights for a criterion."""
        return column in self._recogniser.columns

    def alone(self, column: str, number: int) -> float:
        """The score of a unit by itself."""
        return self._of(column)[0][number]

    def beginning(self, column: str, number: int) -> float:
        """The score of the best passage that begins with a unit."""
        return self._of(column)[1][number]

    def around(self, column: str, number: int) -> float:
        """The score of the best passage that holds a unit."""
        behind = self._of(column)[1]
        before = behind[number - 1] if number > 0 and self._goes_on(number - 1) else behind[number]
        return max(behind[number], before)

    def passages(self, column: str, at_least: float) -> list[int]:
        """The units with which a passage begins that scores at least so much."""
        return [number for number, score in enumerate(self._of(column)[1]) if score >= at_least]

    def _goes_on(self, number: int) -> bool:
        units = self._reading.units
        return number + 1 < len(units) and goes_on(units[number], units[number + 1])

    def _of(self, column: str) -> tuple[list[float], list[float]]:
        """For each unit the score by itself, and the best of the passages that begin with it."""
        known = self._scores.get(column)
        if known is None:
            index = self._recogniser.columns[column]
            bias = self._recogniser.bias[index] / SCALE
            sums = [total[index] / SCALE for total in self._sums]
            alone = [total * share + bias for total, share in zip(sums, self._shares, strict=True)]
            pairs = zip(sums, [*sums, 0.0][1:], self._pair_shares, alone, strict=True)
            best = [max(own, (one + other) * share + bias) if share else own for one, other, share, own in pairs]
            known = self._scores[column] = alone, best
        return known

    def telling(self, column: str, unit: Unit) -> list[int]:
        """Positions of the unit's own words that speak most for a column, the strongest first."""
        index = self._recogniser.columns[column]
        worth = {
            place: self._weight(word.stem, index)
            for place, word in enumerate(unit.words)
            if word is not None and unit.owner[place] >= 0
        }
        concepts = sorted((-self._weight(name, index), name) for name in self._concepts.get(unit.number, ()))
        for weight, name in concepts[:_TELLING]:
            if weight < 0 and name.startswith("$"):
                for hit in self._reading.terms.of(self._recogniser.concepts).hits(unit.number, name):
                    for place in worth.keys() & range(hit.start, hit.end):
                        worth[place] -= weight
        return sorted((place for place in worth if worth[place] > 0), key=lambda place: (-worth[place], place))

    def _weight(self, feature: str, index: int) -> int:
        known = self._recogniser.weights.get(feature, ())
        return next((known[place + 1] for place in range(0, len(known), 2) if known[place] == index), 0)


def is_heading(unit: Unit) -> bool:
    """Whether a unit is a heading or caption, which promises nothing."""
    return unit.sentences[0].kind in (BlockKind.HEADING, BlockKind.CAPTION)


def goes_on(unit: Unit, other: Unit) -> bool:
    """Whether ``other``, the unit behind, can belong to one passage with ``unit``."""
    return other.section == unit.section and not is_heading(other) and not is_heading(unit)
