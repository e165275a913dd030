"""Recognition: what a passage is about, by weights learned from thousands of labelled sentences.

Rules look for words that must stand together; officers find ever new words. So a small network over the words of a
passage and the concepts it holds (wide word lists) also tells which passages speak to a criterion, for it or against
it; what they promise is judged by the same reading of force, hedges and checks as everything else. The weights are
plain data, made by ``scripts/learn_recognition.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from math import sqrt

from .document import BlockKind
from .language.many import last_words_in
from .language.meaning import english
from .language.places import positions_of
from .language.words import Word
from .numeric import NDArray, np
from .reading import Reading, Unit
from .recogniser import Numbers, Recogniser

FEW = 16
"""A passage of fewer features is weighed as if it had so many, so that three words prove little."""
NEAR = 8
"""How many units before and behind are a unit's paragraph: a text of one endless paragraph is read in linear time."""
_SHORT = 28
"""Words: entries of a list that are longer are clauses, paragraphs of their own; a list can be a whole contract."""
_TELLING = 2
"""Concepts that are looked at when the words that tell most are sought."""
_BLOCK = 1024
"""Units that are weighed at once: what a network reckons with takes much room."""
_KEPT = 256
"""Units whose features are kept for those beside them: all of a long document's would take up the memory."""
ABOUT = ("about child", "about parent", "about staff", "about adult", "about other")
_COMMON = frozenset(
    "the a an of to in on for and or by at with as is be it its that this from are was were will shall must has have"
    " had not any each all their they them which who within than".split()
)


def word_features(words: Iterable[Word | None]) -> set[str]:
    """The features of a text that are words: stems, without numbers and the commonest words."""
    return set(_stems(words))


def pair_features(words: Iterable[Word | None]) -> set[str]:
    """The features of a text that are pairs of words: what stands next to what, but for the commonest words."""
    return {f"{one} {other}" for one, other in pairwise(_stems(words))}.difference(ABOUT)


def _stems(words: Iterable[Word | None]) -> Iterator[str]:
    return (word.stem for word in words if word is not None and word.stem[0].isalpha() and word.stem not in _COMMON)


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


def with_context(
    unit: Unit, reading: Reading, said: Callable[[int], set[str]], beside: Callable[[int], Iterable[str]] | None = None
) -> set[str]:
    """The features of a unit and, behind a ``~``, of the others in its paragraph; ``said`` gives them by number.

    ``beside`` gives those of the others as they are kept, if they are.
    """
    found = set(said(unit.number))
    for other in paragraph(unit, reading):
        if other.number != unit.number:
            found.update(beside(other.number) if beside else as_beside(said(other.number)))
    return found


def as_beside(features: Iterable[str]) -> list[str]:
    """The features of a unit as those of a neighbour in the paragraph."""
    return [f"~{feature}" for feature in features]


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
    if one.section != other.section or one.passage != other.passage or one.is_row:
        return False
    blocks = [unit.sentences[0].place.paragraph for unit in (one, other)]
    return blocks[0] == blocks[1] or all(sum(owner >= 0 for owner in unit.owner) <= _SHORT for unit in (one, other))


class Recognition:
    """A document as a recogniser sees it: how strongly each passage speaks to each column.

    A passage is a unit by itself, or with the unit behind it in its section. Scores are log odds.
    """

    def __init__(self, recogniser: Recogniser, reading: Reading) -> None:
        self._recogniser = recogniser
        self._reading = reading
        self._concepts = last_words_in(recogniser.concepts, [unit.words for unit in reading.units])
        self._alone, self._beginning = self._scored()
        self._sums: dict[int, tuple[int, NDArray[np.int32]]] = {}
        self._said = lru_cache(_KEPT)(self._say)
        self._beside = lru_cache(_KEPT)(lambda number: as_beside(self._said(number)))
        self._judgements: dict[int, Numbers] = {}
        self._told: dict[tuple[str, int], list[int]] = {}
        self._owned: dict[int, tuple[list[int], NDArray[np.int64]]] = {}

    def _scored(self) -> tuple[Numbers, Numbers]:
        """For each unit and column (units x columns) the score by itself, and the best that begins with it."""
        units = self._reading.units
        alone = np.empty((len(units), len(self._recogniser.columns)))
        beginning = alone.copy()
        for start in range(0, len(units), _BLOCK):
            end = min(start + _BLOCK, len(units))
            weighed = [self._recogniser.weights.sums(self._spoken_of(unit)) for unit in units[start : end + 1]]
            sizes, sums = np.array([size for size, _ in weighed]), np.array([one for _, one in weighed])
            own = alone[start:end] = self._scores(sums[: end - start], sizes[: end - start])
            first = np.array([n for n in range(len(weighed) - 1) if goes_on(*units[start + n : start + n + 2])], int)
            together = self._scores(sums[first] + sums[first + 1], sizes[first] + sizes[first + 1])
            beginning[start:end] = own
            beginning[start + first] = np.maximum(own[first], together)
        return alone, beginning

    def _scores(self, sums: NDArray[np.int32], sizes: NDArray[np.int64]) -> Numbers:
        """The scores (texts x columns) from the sums of features' rows and how many features each text has."""
        return self._recogniser.hidden.scores(sums, [share(size) for size in sizes.tolist()])

    def _spoken_of(self, unit: Unit) -> set[str]:
        return set() if is_heading(unit) else self._features(unit) | pair_features(unit.words)

    def _features(self, unit: Unit) -> set[str]:
        people = self._reading.terms.of(english())
        about = {name for name in ABOUT if people.holds(unit.number, name)}
        return word_features(unit.words).union(self._concepts[unit.number], about)

    def _weighed(self, number: int) -> tuple[int, NDArray[np.int32]]:
        """How many features of a unit are known, and the sums of their weights; kept, since several columns ask."""
        known = self._sums.get(number)
        if known is None:
            known = self._sums[number] = self._recogniser.weights.sums(self._spoken_of(self._reading.units[number]))
        return known

    def judged(self, kind: str, column: str, number: int) -> float:
        """The log odds that a unit in its paragraph is ``against`` a column, or ``full`` or ``committed`` to it."""
        amounts = self._judgements.get(number)
        judges = self._recogniser.judges
        if amounts is None:
            features = with_context(self._reading.units[number], self._reading, self._said, self._beside)
            amounts = self._judgements[number] = judges.amounts(features, share(len(features)))
        return judges.log_odds(amounts, kind, self._recogniser.columns[column])

    def _say(self, number: int) -> set[str]:
        unit = self._reading.units[number]
        return self._features(unit) | reading_features(self._reading, unit)

    def knows(self, column: str) -> bool:
        """Whether there are weights for a criterion."""
        return column in self._recogniser.columns

    def alone(self, column: str, number: int) -> float:
        """The score of a unit by itself."""
        return float(self._alone[number, self._recogniser.columns[column]])

    def beginning(self, column: str, number: int) -> float:
        """The score of the best passage that begins with a unit."""
        return float(self._beginning[number, self._recogniser.columns[column]])

    def around(self, column: str, number: int) -> float:
        """The score of the best passage that holds a unit."""
        units = self._reading.units
        before = number > 0 and goes_on(units[number - 1], units[number])
        return max(self.beginning(column, one) for one in ((number - 1, number) if before else (number,)))

    def passages(self, column: str, at_least: float) -> list[int]:
        """The units with which a passage begins that scores at least so much."""
        found: list[int] = np.flatnonzero(self._beginning[:, self._recogniser.columns[column]] >= at_least).tolist()
        return found

    def telling(self, column: str, unit: Unit) -> list[int]:
        """Positions of the unit's own words that speak most for a column, the strongest first."""
        known = self._told.get((column, unit.number))
        if known is None:
            known = self._told[column, unit.number] = self._telling(column, unit)
        return known

    def _telling(self, column: str, unit: Unit) -> list[int]:
        held = self._concepts[unit.number]
        own, numbers = self._own_words(unit)
        size, sums = self._weighed(unit.number)
        ways = self._recogniser.hidden.ways(sums, share(size), self._recogniser.columns[column])
        told = self._recogniser.weights.worth(numbers, ways)
        worth = dict(zip(own, told, strict=False))
        concepts = sorted((-weight, name) for weight, name in zip(told[len(own) :], held, strict=True) if weight > 0)
        for less, name in concepts[:_TELLING]:
            for place in positions_of(held[name]):
                if place in worth:
                    worth[place] -= less
        return sorted((place for place in worth if worth[place] > 0), key=lambda place: (-worth[place], place))

    def _own_words(self, unit: Unit) -> tuple[list[int], NDArray[np.int64]]:
        """The places of a unit's own words, and the numbers of those words' features and of the concepts it holds."""
        known = self._owned.get(unit.number)
        if known is None:
            own = [(place, word.stem) for place, word in enumerate(unit.words) if word and unit.owner[place] >= 0]
            features = [*(stem for _, stem in own), *self._concepts[unit.number]]
            numbers = self._recogniser.weights.numbers(features)
            known = self._owned[unit.number] = [place for place, _ in own], numbers
        return known


def share(size: int) -> float:
    """What each feature of a text with so many counts."""
    return 1 / sqrt(max(size, FEW))


def is_heading(unit: Unit) -> bool:
    """Whether a unit is a heading or caption, which promises nothing."""
    return unit.sentences[0].kind in (BlockKind.HEADING, BlockKind.CAPTION)


def goes_on(unit: Unit, other: Unit) -> bool:
    """Whether ``other``, the unit behind, can belong to one passage with ``unit``."""
    return other.section == unit.section and not is_heading(other) and not is_heading(unit)
