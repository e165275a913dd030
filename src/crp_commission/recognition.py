"""Recognition: what a passage is about, by weights learned from thousands of labelled sentences.

Rules look for words that must stand together; officers find ever new words. So each criterion also has a linear
classifier over the words of a passage and the concepts it holds (wide word lists). It only tells which passages speak
to a criterion, for it or against it; what they promise is judged by the same reading of force, hedges and checks as
everything else. The weights are plain data, made by ``scripts/learn_recognition.py``, and can be looked at.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from functools import cached_property
from math import sqrt
from operator import add

from .document import BlockKind
from .language.many import last_words_in
from .language.meaning import english
from .language.places import positions_of
from .language.words import Word
from .reading import Reading, Unit
from .recogniser import UNIT, Recogniser

FEW = 16
"""A passage of fewer features is weighed as if it had so many, so that three words prove little."""
NEAR = 8
"""How many units before and behind are a unit's paragraph: a text of one endless paragraph is read in linear time."""
SCALE = 1000
"""What tells a kind of promise is weighed in whole thousandths, so that it prints the same everywhere."""
_TELLING = 2
"""Concepts that are looked at when the words that tell most are sought."""
PRINCIPLE = "principle:"
"""What the columns of principles begin with. The network alone tells them; for criteria words have half the say."""
ABOUT = ("about child", "about parent", "about staff", "about adult", "about other")
_COMMON = frozenset(
    "the a an of to in on for and or by at with as is be it its that this from are was were will shall must has have"
    " had not any each all their they them which who within than".split()
)


def word_features(words: Iterable[Word | None]) -> set[str]:
    """The features of a text that are words: stems, without numbers and the commonest words."""
    return {word.stem for word in words if word is not None and word.stem[0].isalpha() and word.stem not in _COMMON}


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


def with_context(unit: Unit, reading: Reading, said: Callable[[int], set[str]]) -> set[str]:
    """The features of a unit and, behind a ``~``, of the others in its paragraph; ``said`` gives them by number."""
    found = set(said(unit.number))
    for other in paragraph(unit, reading):
        if other.number != unit.number:
            found.update(f"~{feature}" for feature in said(other.number))
    return found


def paragraph(unit: Unit, reading: Reading) -> list[Unit]:
    """The units of one paragraph or item, in order, the nearest of a long one; a table row stands by itself."""
    units = reading.units
    first = last = unit.number
    while first > max(0, unit.number - NEAR) and _together(units[first - 1], unit):
        first -= 1
    while last + 1 < min(len(units), unit.number + NEAR + 1) and _together(units[last + 1], unit):
        last += 1
    return list(units[first : last + 1])


def _together(one: Unit, other: Unit) -> bool:
    return one.section == other.section and one.passage == other.passage and not one.is_row


class Recognition:
    """A document as a recogniser sees it: how strongly each passage speaks to each column.

    A passage is a unit by itself, or with the unit behind it in its section. Scores are log odds.
    """

    def __init__(self, recogniser: Recogniser, reading: Reading) -> None:
        self._recogniser = recogniser
        self._reading = reading
        self._concepts = last_words_in(recogniser.concepts, [unit.words for unit in reading.units])
        weighed = [recogniser.weights.sums(self._spoken_of(unit)) for unit in reading.units]
        self._sums = [total for _, total in weighed]
        sizes = [size for size, _ in weighed]
        self._shares = [1 / sqrt(max(size, FEW)) for size in sizes]
        # What a unit's sum is divided by together with the unit behind it; 0 where that one is no part of the passage.
        self._pair_shares = [
            1 / sqrt(max(sum(sizes[number : number + 2]), FEW)) if self._goes_on(number) else 0.0
            for number in range(len(sizes))
        ]
        self._said_by: dict[int, set[str]] = {}
        self._told_by: dict[int, set[str]] = {}
        self._judgements: dict[int, list[float]] = {}
        self._scores: dict[str, tuple[array[float], array[float]]] = {}

    def _spoken_of(self, unit: Unit) -> set[str]:
        return set() if is_heading(unit) else self._features(unit)

    def _features(self, unit: Unit) -> set[str]:
        people = self._reading.terms.of(english())
        about = {name for name in ABOUT if people.holds(unit.number, name)}
        return word_features(unit.words).union(self._concepts[unit.number], about)

    def judged(self, kind: str, column: str, number: int) -> float:
        """The log odds that a unit in its paragraph is ``against`` a column, or ``full`` or ``committed`` to it."""
        features = self._in_context(number)
        judging = self._recogniser.judging
        total = bias = 0
        for name in (kind, f"{kind}:{column}"):
            weights = judging.get(name, {})
            total += sum(weights.get(feature, 0) for feature in features)
            bias += weights.get("", 0)
        share = 1 / sqrt(max(len(features), FEW))
        words = (total * share + bias) / SCALE
        judges = self._recogniser.judges
        if judges is None:
            return words
        outputs = self._judgements.get(number)
        if outputs is None:
            outputs = self._judgements[number] = judges.scores(features, share)
        return (words + judges.log_odds(outputs, kind, self._recogniser.columns[column])) / 2

    def _in_context(self, number: int) -> set[str]:
        known = self._told_by.get(number)
        if known is None:
            known = self._told_by[number] = with_context(self._reading.units[number], self._reading, self._said)
        return known

    def _said(self, number: int) -> set[str]:
        known = self._said_by.get(number)
        if known is None:
            unit = self._reading.units[number]
            known = self._said_by[number] = self._features(unit) | reading_features(self._reading, unit)
        return known

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

    def _of(self, column: str) -> tuple[array[float], array[float]]:
        """For each unit the score by itself, and the best of the passages that begin with it."""
        known = self._scores.get(column)
        if known is None:
            alone, pairs = self._by_network(column) or self._by_words(column)
            if self._recogniser.hidden is not None and not column.startswith(PRINCIPLE):
                ones, twos = self._by_words(column)
                alone = [(one + other) / 2 for one, other in zip(alone, ones, strict=True)]
                pairs = [(one + other) / 2 for one, other in zip(pairs, twos, strict=True)]
            goes_on = zip(alone, pairs, self._pair_shares, strict=True)
            best = [max(own, both) if share else own for own, both, share in goes_on]
            known = self._scores[column] = array("d", alone), array("d", best)
        return known

    def _by_words(self, column: str) -> tuple[list[float], list[float]]:
        """For each unit the score by itself and with the one behind, by adding up what each feature says."""
        index = self._recogniser.columns[column]
        bias = self._recogniser.bias[index] / UNIT
        sums = [total[index] / UNIT for total in self._sums]
        alone = [total * share + bias for total, share in zip(sums, self._shares, strict=True)]
        pairs = zip(sums, [*sums, 0.0][1:], self._pair_shares, strict=True)
        return alone, [(one + other) * share + bias for one, other, share in pairs]

    def _by_network(self, column: str) -> tuple[list[float], list[float]] | None:
        """The same by the network; None where there is none."""
        if self._recogniser.hidden is None:
            return None
        index = self._recogniser.columns[column]
        alone, pairs = self._networked
        return [scores[index] for scores in alone], [scores[index] if scores else 0.0 for scores in pairs]

    @cached_property
    def _networked(self) -> tuple[list[list[float]], list[list[float]]]:
        """What the network says of each unit by itself, and with the one behind where that belongs to it."""
        hidden = self._recogniser.hidden
        assert hidden is not None
        lanes = [total[len(self._recogniser.columns) :] for total in self._sums]
        alone = [hidden.scores(own, share) for own, share in zip(lanes, self._shares, strict=True)]
        pairs = []
        for number, share in enumerate(self._pair_shares):
            together = map(add, lanes[number], lanes[number + 1]) if share else ()
            pairs.append(hidden.scores(together, share) if share else [])
        return alone, pairs

    def telling(self, column: str, unit: Unit) -> list[int]:
        """Positions of the unit's own words that speak most for a column, the strongest first."""
        index = self._recogniser.columns[column]
        weight = self._recogniser.weights.of_feature
        worth = {
            place: weight(word.stem, index)
            for place, word in enumerate(unit.words)
            if word is not None and unit.owner[place] >= 0
        }
        concepts = sorted((-weight(name, index), name) for name in self._concepts[unit.number])
        for less, name in concepts[:_TELLING]:
            for place in positions_of(self._concepts[unit.number][name]) if less < 0 else ():
                if place in worth:
                    worth[place] -= less
        return sorted((place for place in worth if worth[place] > 0), key=lambda place: (-worth[place], place))


def is_heading(unit: Unit) -> bool:
    """Whether a unit is a heading or caption, which promises nothing."""
    return unit.sentences[0].kind in (BlockKind.HEADING, BlockKind.CAPTION)


def goes_on(unit: Unit, other: Unit) -> bool:
    """Whether ``other``, the unit behind, can belong to one passage with ``unit``."""
    return other.section == unit.section and not is_heading(other) and not is_heading(unit)
