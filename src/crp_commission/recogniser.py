"""The recogniser: weights learned from thousands of labelled sentences, ready to be added up.

Each feature has a row of weights, one a column (a criterion or a principle) and one a hidden unit of a small network.
Adding up the rows of a passage's features says how strongly it speaks to every column, and how far each hidden unit is
on; from there the network goes on to the columns. Sums and products are of whole numbers that float64 holds exactly,
so every machine comes to the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .language.phrase_index import PhraseIndex

UNIT = 500
"""Weights are whole parts of so many."""
LOWEST, HIGHEST = -(1 << 15), (1 << 15) - 1
"""The least and the greatest weight that a row can hold, in those parts."""
GRAIN = 32
"""What a hidden unit gives on is a whole number of so many parts."""
_KIND = "<i2"

Numbers: TypeAlias = NDArray[np.float64]


class Weights:
    """A row of weights for each feature."""

    def __init__(self, columns: int, features: Sequence[str], rows: bytes) -> None:
        """``rows`` holds for each feature one signed number of two bytes a column, smallest byte first.

        Raises ValueError where it is not of that length.
        """
        if len(rows) != columns * len(features) * 2:
            raise ValueError(f"{len(rows)} bytes are not the weights of {len(features)} features in {columns} columns")
        self._number = {feature: number for number, feature in enumerate(features)}
        self._rows = np.frombuffer(rows, _KIND).reshape(len(features), columns)

    @classmethod
    def of(cls, columns: int, weights: Mapping[str, Mapping[int, int]]) -> Weights:
        """Weights from those of each feature by column."""
        return cls(columns, list(weights), rows_of(columns, weights))

    def __contains__(self, feature: str) -> bool:
        return feature in self._number

    def of_features(self, features: Sequence[str], column: int) -> list[int]:
        """The weight of each feature in a column; 0 for a feature that is not known."""
        known = {feature: number for feature in features if (number := self._number.get(feature)) is not None}
        weights = dict(zip(known, self._rows[list(known.values()), column].tolist(), strict=True))
        return [weights.get(feature, 0) for feature in features]

    def sums(self, features: Iterable[str]) -> tuple[int, NDArray[np.int32]]:
        """How many of the features are known, and for each column the sum of their weights."""
        numbers = [number for feature in features if (number := self._number.get(feature)) is not None]
        return len(numbers), self._rows[numbers].sum(axis=0, dtype=np.int32)

    def all(self) -> Numbers:
        """All rows, one a feature."""
        return self._rows.astype(np.float64)


def rows_of(columns: int, weights: Mapping[str, Mapping[int, int]]) -> bytes:
    """The rows of weights as bytes, in the order of the features; a weight out of bounds becomes the nearest one."""
    rows = np.zeros((len(weights), columns))
    for number, by_column in enumerate(weights.values()):
        rows[number, list(by_column)] = list(by_column.values())
    return rows.clip(LOWEST, HIGHEST).astype(_KIND).tobytes()


class Hidden:
    """The hidden units of a network, and how they go on to its columns."""

    def __init__(self, bias: Sequence[int], outputs: Weights, column_bias: Sequence[int]) -> None:
        """``bias`` is what each unit starts from, ``column_bias`` each column, both in ``UNIT`` parts.

        ``outputs`` has a row for each unit.
        """
        self.size = len(bias)
        self._bias = np.array(bias, np.float64) / UNIT
        self._outputs = outputs.all()
        self._column_bias = np.array(column_bias, np.float64) / UNIT

    def scores(self, sums: ArrayLike, shares: ArrayLike) -> Numbers:
        """The log odds of each column (texts x columns) from the units' sums (texts x units), each times its share."""
        units = np.asarray(sums) * (np.asarray(shares)[:, None] / UNIT) + self._bias
        amounts = np.rint(np.maximum(units, 0) * GRAIN)
        found: Numbers = (amounts @ self._outputs) / (UNIT * GRAIN) + self._column_bias
        return found


@dataclass(frozen=True, slots=True)
class Judges:
    """The network that judges what was recognised: its features' rows into hidden units, and how those go on.

    ``kinds`` numbers the kinds of judgement: ``against`` tells text that takes away from text that gives, ``full`` a
    full promise from a thin one, ``committed`` whether somebody is bound. For each the outputs are one that all columns
    share and one a column.
    """

    kinds: Mapping[str, int]
    columns: int
    weights: Weights
    hidden: Hidden

    def scores(self, features: Collection[str], share: float) -> list[float]:
        """All outputs for features whose sums are each taken times ``share``."""
        _, sums = self.weights.sums(features)
        plain: list[float] = self.hidden.scores(sums[None, :], [share])[0].tolist()
        return plain

    def log_odds(self, scores: Sequence[float], kind: str, column: int) -> float:
        """What the outputs say of one column for a kind of judgement."""
        first = self.kinds[kind] * (self.columns + 1)
        return scores[first] + scores[first + 1 + column]


@dataclass(frozen=True, slots=True)
class Recogniser:
    """What was learned. A feature is a word's stem, a concept's name behind a ``$``, or whom a text is about.

    ``columns`` numbers what can be recognised (criteria and principles by id); ``bias`` is what each column starts
    from, in ``UNIT`` parts. A row of ``weights`` holds the columns, and behind them the ``hidden`` units.
    """

    columns: Mapping[str, int]
    bias: Sequence[int]
    weights: Weights
    hidden: Hidden
    judges: Judges
    concepts: PhraseIndex
