"""The recogniser: weights learned from thousands of labelled sentences, ready to be added up.

Each feature has a row of weights, one a column (a criterion or a principle). A row is one whole number with a lane for
each column, so that adding up the rows of a passage's features adds up all its columns at once.
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
        self._halves: dict[str, tuple[int, int]] = {}

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
            if feature in self._number:
                one, other = self._half_rows(feature)
                even, odd, count = even + one, odd + other, count + 1
        down = count * LOWEST
        found = array("i", [down]) * self._columns
        for start, total in ((0, even), (1, odd)):
            lanes = unpack(self._lanes, total.to_bytes(self._bytes, "little"))
            found[start::2] = array("i", [lane + down for lane in lanes[: (self._columns + 1 - start) // 2]])
        return count, found

    def _half_rows(self, feature: str) -> tuple[int, int]:
        """The even and the odd columns of a row, in lanes of four bytes: room for 65,536 features in a passage."""
        known = self._halves.get(feature)
        if known is None:
            size = self._columns * _SIZE
            start = self._number[feature] * size
            row = int.from_bytes(self._rows[start : start + size], "little")
            known = self._halves[feature] = row & self._mask, (row >> 16) & self._mask
        return known


def rows_of(columns: int, weights: Mapping[str, Mapping[int, int]]) -> bytes:
    """The rows of weights as bytes, in the order of the features; a weight out of bounds becomes the nearest one."""
    rows = bytearray()
    for by_column in weights.values():
        for column in range(columns):
            weight = min(max(by_column.get(column, 0), LOWEST), HIGHEST)
            rows += (weight - LOWEST).to_bytes(_SIZE, "little")
    return bytes(rows)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """What was learned. A feature is a word's stem, a concept's name behind a ``$``, or whom a text is about.

    ``columns`` numbers what can be recognised (criteria and principles by id); ``bias`` is what each column starts
    from, in ``UNIT`` parts. ``judging`` holds for ``against`` and ``full``, alone and followed by ``:`` and a
    criterion, the weights (in thousandths) that tell text that takes away from text that gives, and a full promise from
    a thin one; "" is the bias.
    """

    columns: Mapping[str, int]
    bias: Sequence[int]
    weights: Weights
    judging: Mapping[str, Mapping[str, int]]
    concepts: PhraseIndex
