"""The recogniser: weights learned from thousands of labelled sentences, ready to be added up.

Each feature has a row of weights, one a column (a criterion or a principle) and one a hidden unit of a small network.
A row is one whole number with a lane for each of them, so that adding up the rows of a passage's features adds up all
its columns at once. From the hidden units it goes on to the columns in the same way. All is reckoned in whole numbers,
so that every machine comes to the same.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from struct import unpack

from .language.phrase_index import PhraseIndex

UNIT = 500
"""Weights are whole parts of so many, so that they print the same everywhere."""
LOWEST, HIGHEST = -(1 << 15), (1 << 15) - 1
"""The least and the greatest weight that a row can hold, in those parts."""
GRAIN = 32
"""What a hidden unit gives on is a whole number of so many parts."""
_SIZE = 2


class Weights:
    """A row of weights for each feature."""

    def __init__(self, columns: int, features: Sequence[str], rows: bytes) -> None:
        """``rows`` holds for each feature one number of two bytes a column, smallest byte first, each ``-LOWEST`` up.

        Raises ValueError where it is not of that length.
        """
        if len(rows) != columns * len(features) * _SIZE:
            raise ValueError(f"{len(rows)} bytes are not the weights of {len(features)} features in {columns} columns")
        self._columns = columns
        self._number = {feature: number for number, feature in enumerate(features)}
        self._rows = rows
        lanes = (columns + 1) // 2
        self._mask = int.from_bytes(b"\xff\xff\0\0" * lanes, "little")
        self._bytes = 4 * lanes
        self._lanes = f"<{lanes}I"
        self._halves: dict[int, tuple[int, int]] = {}

    @classmethod
    def of(cls, columns: int, weights: Mapping[str, Mapping[int, int]]) -> Weights:
        """Weights from those of each feature by column."""
        return cls(columns, list(weights), rows_of(columns, weights))

    def __contains__(self, feature: str) -> bool:
        return feature in self._number

    def of_feature(self, feature: str, column: int) -> int:
        """The weight of a feature in a column; 0 for a feature that is not known."""
        number = self._number.get(feature)
        if number is None:
            return 0
        start = (number * self._columns + column) * _SIZE
        return int.from_bytes(self._rows[start : start + _SIZE], "little") + LOWEST

    def sums(self, features: Iterable[str]) -> tuple[int, array[int]]:
        """How many of the features are known, and for each column the sum of their weights."""
        even = odd = count = 0
        for feature in features:
            number = self._number.get(feature)
            if number is not None:
                one, other = self._half_rows(number)
                even, odd, count = even + one, odd + other, count + 1
        return count, self._unpacked(even, odd, count)

    def weighted(self, amounts: Iterable[int]) -> array[int]:
        """For each column the sum of the weights of all features, in their order, times the whole ``amounts``.

        The amounts are not negative, and together less than 65,536.
        """
        even = odd = whole = 0
        for number, amount in enumerate(amounts):
            if amount:
                one, other = self._half_rows(number)
                even, odd, whole = even + one * amount, odd + other * amount, whole + amount
        return self._unpacked(even, odd, whole)

    def _unpacked(self, even: int, odd: int, rows: int) -> array[int]:
        """The sums of the columns out of the sums of so many half rows."""
        down = rows * LOWEST
        found = array("i", [0]) * self._columns
        for start, total in ((0, even), (1, odd)):
            lanes = unpack(self._lanes, total.to_bytes(self._bytes, "little"))
            found[start::2] = array("i", [lane + down for lane in lanes[: (self._columns + 1 - start) // 2]])
        return found

    def _half_rows(self, number: int) -> tuple[int, int]:
        """The even and the odd columns of a row, in lanes of four bytes: room for 65,536 features in a passage."""
        known = self._halves.get(number)
        if known is None:
            size = self._columns * _SIZE
            start = number * size
            row = int.from_bytes(self._rows[start : start + size], "little")
            known = self._halves[number] = row & self._mask, (row >> 16) & self._mask
        return known


def rows_of(columns: int, weights: Mapping[str, Mapping[int, int]]) -> bytes:
    """The rows of weights as bytes, in the order of the features; a weight out of bounds becomes the nearest one."""
    rows = bytearray()
    for by_column in weights.values():
        for column in range(columns):
            weight = min(max(by_column.get(column, 0), LOWEST), HIGHEST)
            rows += (weight - LOWEST).to_bytes(_SIZE, "little")
    return bytes(rows)


class Hidden:
    """The hidden units of the network, and how they go on to the columns."""

    def __init__(self, bias: Sequence[int], outputs: Weights, column_bias: Sequence[int]) -> None:
        """``bias`` is what each unit starts from, ``column_bias`` each column, both in ``UNIT`` parts."""
        self.bias = [one / UNIT for one in bias]
        self.column_bias = [one / UNIT for one in column_bias]
        self._outputs = outputs
        self._most = ((1 << 16) - 1) // max(len(bias), 1)

    def scores(self, sums: Iterable[int], share: float) -> list[float]:
        """The log odds of each column from the sums of the hidden lanes, each times ``share``."""
        part = share / UNIT
        units = [one * part + bias for one, bias in zip(sums, self.bias, strict=True)]
        amounts = [min(round(unit * GRAIN), self._most) if unit > 0 else 0 for unit in units]
        found = self._outputs.weighted(amounts)
        return [one / (UNIT * GRAIN) + bias for one, bias in zip(found, self.column_bias, strict=True)]


@dataclass(frozen=True, slots=True)
class Judges:
    """The network that judges what was recognised: its features' rows into hidden units, and how those go on.

    ``kinds`` numbers the kinds of judgement. For each the outputs are one that all columns share and one a column.
    """

    kinds: Mapping[str, int]
    columns: int
    weights: Weights
    hidden: Hidden

    def scores(self, features: Iterable[str], share: float) -> list[float]:
        """All outputs for features whose sums are each taken times ``share``."""
        return self.hidden.scores(self.weights.sums(features)[1], share)

    def log_odds(self, scores: Sequence[float], kind: str, column: int) -> float:
        """What the outputs say of one column for a kind of judgement."""
        first = self.kinds[kind] * (self.columns + 1)
        return scores[first] + scores[first + 1 + column]


@dataclass(frozen=True, slots=True)
class Recogniser:
    """What was learned. A feature is a word's stem, a concept's name behind a ``$``, or whom a text is about.

    ``columns`` numbers what can be recognised (criteria and principles by id); ``bias`` is what each column starts
    from, in ``UNIT`` parts. A row of ``weights`` holds the columns, and behind them the lanes of the ``hidden`` units.
    ``judging`` holds for ``against`` and ``full``, alone and followed by ``:`` and a
    criterion, the weights (in thousandths) that tell text that takes away from text that gives, and a full promise from
    a thin one; "" is the bias; ``judges`` have half the say beside them.
    """

    columns: Mapping[str, int]
    bias: Sequence[int]
    weights: Weights
    judging: Mapping[str, Mapping[str, int]]
    concepts: PhraseIndex
    hidden: Hidden | None = None
    judges: Judges | None = None
