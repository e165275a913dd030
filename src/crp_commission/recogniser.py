"""The recogniser: networks learned from thousands of labelled sentences, ready to be reckoned.

Each feature of a text (a word's stem, a concept, whom it is about) has a row of small whole numbers, one a hidden unit.
Adding up the rows of a passage's features says how far each unit is on; from there the network goes on to its columns
(a criterion or a principle each). Sums and products are of whole numbers that float64 holds exactly, so every machine
comes to the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from .language.phrase_index import PhraseIndex
from .numeric import ArrayLike, NDArray, np

UNIT = 500
"""Biases and what hidden units say of columns are whole parts of so many."""
FINE = 1 << 16
"""The steps of hidden units are whole parts of so many."""
MOST = 127
"""The greatest whole number in a row, and, with a minus, the least; what one is worth is its unit's step."""
GRAIN = 32
"""What a hidden unit gives on is a whole number of so many parts."""
_KIND = "i1"
_OUTPUT_KIND = "<i2"

Numbers: TypeAlias = NDArray[np.float64]


class Weights:
    """A row of weights for each feature, one a hidden unit."""

    def __init__(self, units: int, features: Sequence[str], rows: bytes | memoryview) -> None:
        """``rows`` holds for each feature one signed number of one byte a unit; a file may be mapped to it.

        Raises ValueError where it is not of that length.
        """
        if len(rows) != units * len(features):
            raise ValueError(f"{len(rows)} bytes are not the weights of {len(features)} features in {units} units")
        self._number = {feature: number for number, feature in enumerate(features)}
        self._rows = np.frombuffer(rows, _KIND).reshape(len(features), units)

    def sums(self, features: Iterable[str]) -> tuple[int, NDArray[np.int32]]:
        """How many of the features are known, and for each unit the sum of their weights."""
        numbers = [number for feature in features if (number := self._number.get(feature)) is not None]
        return len(numbers), self._rows[numbers].sum(axis=0, dtype=np.int32)

    def numbers(self, features: Sequence[str]) -> NDArray[np.int64]:
        """The numbers of features, for ``worth``; that of one that is not known is one too high."""
        unknown = len(self._number)
        return np.array([self._number.get(feature, unknown) for feature in features], np.int64)

    def worth(self, numbers: NDArray[np.int64], ways: Numbers) -> list[float]:
        """What each feature adds by ``ways`` (see ``Hidden.ways``); 0 for a feature that is not known."""
        known = numbers < len(self._number)
        worth = np.zeros(len(numbers))
        worth[known] = self._rows[numbers[known]] @ ways
        plain: list[float] = worth.tolist()
        return plain


class Hidden:
    """The hidden units of a network, and how they go on to its columns."""

    def __init__(self, bias: Sequence[int], steps: Sequence[int], outputs: bytes, column_bias: Sequence[int]) -> None:
        """``bias`` is what each unit starts from, ``column_bias`` each column, both in ``UNIT`` parts.

        ``steps`` are what a weight of 1 is worth to each unit, in ``FINE`` parts. ``outputs`` holds for each unit one
        signed number of two bytes a column, smallest byte first, in ``UNIT`` parts. Raises ValueError where its length
        is another.
        """
        if len(outputs) != len(bias) * len(column_bias) * 2 or len(steps) != len(bias):
            raise ValueError(f"{len(outputs)} bytes do not lead {len(bias)} units to {len(column_bias)} columns")
        self.size = len(bias)
        self._bias = np.array(bias, np.float64) / UNIT
        self._steps = np.array(steps, np.float64)
        self._outputs = np.frombuffer(outputs, _OUTPUT_KIND).reshape(len(bias), -1).astype(np.float64, order="F")
        self._column_bias = np.array(column_bias, np.float64) / UNIT

    def scores(self, sums: ArrayLike, shares: ArrayLike) -> Numbers:
        """The log odds of each column (texts x columns) from the units' sums (texts x units), each times its share."""
        found: Numbers = (self.amounts(sums, shares) @ self._outputs) / (UNIT * GRAIN) + self._column_bias
        return found

    def amounts(self, sums: ArrayLike, shares: ArrayLike) -> Numbers:
        """What the units give on (texts x units) for their sums, each times its share; whole numbers."""
        found: Numbers = np.rint(np.maximum(self._units(sums, shares), 0) * GRAIN)
        return found

    def score(self, amounts: Numbers, column: int) -> float:
        """The log odds of one column from what the units give on (units); the same, to the bit, as in ``scores``."""
        return float((amounts @ self._outputs[:, column]) / (UNIT * GRAIN) + self._column_bias[column])

    def ways(self, sums: Sequence[int] | NDArray[np.int32], share: float, column: int) -> Numbers:
        """How far each unit leads on to a column for one text: 0 if it is off. Whole numbers."""
        on = self._units(np.asarray(sums)[None, :], [share])[0] > 0
        return np.where(on, self._steps * self._outputs[:, column], 0)

    def _units(self, sums: ArrayLike, shares: ArrayLike) -> Numbers:
        found: Numbers = np.asarray(sums) * self._steps * (np.asarray(shares)[:, None] / FINE) + self._bias
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

    def amounts(self, features: Collection[str], share: float) -> Numbers:
        """What the hidden units give on for features whose sums are each taken times ``share``."""
        _, sums = self.weights.sums(features)
        (amounts,) = self.hidden.amounts(sums[None, :], [share])
        found: Numbers = amounts
        return found

    def log_odds(self, amounts: Numbers, kind: str, column: int) -> float:
        """What they say of one column for a kind of judgement."""
        first = self.kinds[kind] * (self.columns + 1)
        return self.hidden.score(amounts, first) + self.hidden.score(amounts, first + 1 + column)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """What was learned.

    A feature is a word's stem, two of neighbours, a concept's name behind a ``$``, or whom a text is about.
    ``columns`` numbers what can be recognised (criteria and principles by id). Rows of ``weights`` lead to the
    ``hidden`` units, and those to the columns.
    """

    columns: Mapping[str, int]
    weights: Weights
    hidden: Hidden
    judges: Judges
    concepts: PhraseIndex


def whole_steps(weights: ArrayLike) -> tuple[bytes, list[int]]:
    """Weights (features x units) as ``Weights`` and ``Hidden`` take them: rows of whole numbers, and units' steps."""
    plain = np.asarray(weights, np.float64)
    greatest = np.abs(plain).max(axis=0, initial=1 / FINE)
    steps = np.maximum(np.ceil(greatest / MOST * FINE), 1)
    return np.rint(plain / (steps / FINE)).astype(_KIND).tobytes(), [int(step) for step in steps]


def whole_parts(outputs: ArrayLike) -> bytes:
    """What units say of columns (units x columns) as ``Hidden`` takes it; one out of bounds becomes the nearest."""
    bounds = np.iinfo(_OUTPUT_KIND)
    plain: bytes = np.rint(np.asarray(outputs) * UNIT).clip(bounds.min, bounds.max).astype(_OUTPUT_KIND).tobytes()
    return plain
