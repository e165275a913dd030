"""Logistic regressions that tell which passages speak to a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from multiprocessing import get_context
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression

from crp_commission.recogniser import UNIT
from crp_commission.recognition import FEW
from learning.samples import Sample
from learning.vectors import Vectors

SEEN_AT_LEAST = 3
REGULARITY = 40.0
BY_VECTOR = 0.5
"""How readily a word is weighed by its vector beside by itself."""
RARE = 30
"""A word seen less often than this counts by its vector as if it had been seen so often."""


class Learner:
    """Samples as a matrix, and the regressions over it.

    A word counts in two ways: by itself, if it was seen often enough, and by its vector (see ``vectors``), so that a
    word that was never seen is weighed like its neighbours. Both end up in one weight for each word and column.
    """

    def __init__(
        self, samples: list[Sample], columns: list[str], ruleset_of: Mapping[str, str], vectors: Vectors
    ) -> None:
        self.samples, self.columns, self.ruleset_of = samples, columns, ruleset_of
        rows = [passage for sample in samples for passage in sample.passages]
        self.first = np.cumsum([0, *(len(sample.passages) for sample in samples)])
        seen = Counter(feature for row in rows for feature in row)
        often = {feature for feature, count in seen.items() if count >= SEEN_AT_LEAST}
        self.features = sorted(often.union(vectors.common, seen.keys() & vectors.of.keys()))
        index = {feature: number for number, feature in enumerate(self.features)}
        self.vectors = np.array([vectors.of.get(feature, vectors.nothing) for feature in self.features])
        known = [[index[feature] for feature in sorted(row) if feature in index] for row in rows]
        flat = np.array([number for row in known for number in row])
        starts = np.cumsum([0, *(len(row) for row in known)])
        counts = np.bincount(flat, minlength=len(self.features)) + 1
        self.worth = np.sqrt(np.log(len(rows) / counts))
        self.vector_worth = BY_VECTOR * np.minimum(self.worth, np.sqrt(np.log(len(rows) / RARE)))
        matrix = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(self.features)))
        matrix = diags(1 / np.sqrt(np.maximum(np.diff(starts), FEW))) @ matrix
        self.own = np.flatnonzero([feature in often for feature in self.features])
        by_vector = csr_matrix((matrix @ diags(self.vector_worth)) @ self.vectors)
        self.matrix = hstack([(matrix @ diags(self.worth))[:, self.own], by_vector]).tocsr()
        self.coefficients = np.zeros((len(columns), self.matrix.shape[1]))
        self.bias = np.zeros(len(columns))
        self.best = np.zeros((len(samples), len(columns)), int)

    def learn(self, workers: int) -> None:
        """Learn all columns twice, the second time knowing which passage of a longer text speaks to a criterion."""
        best: np.ndarray | None = None
        for _ in range(2):
            with get_context("fork").Pool(workers, _keep, (self, best)) as pool:
                for number, (coefficients, bias) in enumerate(pool.imap(_fitted, range(len(self.columns)))):
                    self.coefficients[number], self.bias[number] = coefficients, bias
            self.best = best = self._best_passages()

    def _best_passages(self) -> np.ndarray:
        scores = self.matrix @ self.coefficients.T + self.bias
        return np.array(
            [scores[self.first[n] : self.first[n + 1]].argmax(0) + self.first[n] for n in range(len(self.samples))]
        )

    def _examples(self, number: int, column: str, best: np.ndarray | None) -> tuple[list[int], list[bool], list[float]]:
        rows, yes, weight = [], [], []
        for n, sample in enumerate(self.samples):
            own = range(self.first[n], self.first[n + 1])
            worth = self.worth_of(sample, column)
            if column in sample.yes:
                if len(own) == 1 or best is not None:
                    rows.append(own[0] if best is None else best[n][number])
                    yes.append(True)
                    weight.append(worth)
            elif worth:
                rows.extend(own)
                yes.extend([False] * len(own))
                weight.extend([worth] * len(own))
        return rows, yes, weight

    def worth_of(self, sample: Sample, column: str) -> float:
        """What a sample counts in learning a column; 0 where it is not known whether it speaks to it."""
        if column in sample.yes:
            return 4.0
        doubt = 0.0 if column in sample.unsure else self._doubt(sample, column)
        return 2.0 if doubt and column in sample.no else sample.weight * doubt

    def _doubt(self, sample: Sample, column: str) -> float:
        """How far a text says no to a column it was not labelled for: core is in all papers, overlays in few."""
        ruleset = self.ruleset_of.get(column)
        if ruleset is None or not sample.rulesets or ruleset in sample.rulesets:
            return 1.0
        return 0.0 if ruleset == "core" else 0.15

    def fit(self, number: int, best: np.ndarray | None) -> tuple[np.ndarray, float]:
        """The coefficients and the bias of one column; ``best`` names the passage of each sample that speaks to it."""
        rows, yes, weight = self._examples(number, self.columns[number], best)
        model = LogisticRegression(C=REGULARITY, solver="liblinear", max_iter=300, random_state=0)
        model.fit(self.matrix[rows], yes, sample_weight=weight)
        return model.coef_[0], model.intercept_[0]

    def plain(self, hidden: np.ndarray) -> tuple[dict[str, dict[int, int]], list[int]]:
        """Weights by feature and column, those into ``hidden`` units (inputs x hidden) behind, and columns' biases.

        All in the parts that ship.
        """
        size = len(self.own)
        into = np.vstack([self.coefficients, hidden.T])
        weights = into[:, size:] @ (self.vectors * self.vector_worth[:, None]).T
        weights[:, self.own] += into[:, :size] * self.worth[self.own]
        parts = np.rint(weights * UNIT).astype(int)
        found = {
            feature: {int(column): int(parts[column, place]) for column in np.flatnonzero(parts[:, place])}
            for place, feature in enumerate(self.features)
        }
        known = {feature: by_column for feature, by_column in found.items() if by_column}
        return known, in_parts(self.bias)


def in_parts(values: np.ndarray) -> list[int]:
    """Values in the parts that ship."""
    return [int(value) for value in np.rint(values * UNIT)]


_KEPT: list[Any] = []


def _keep(*learner_and_best: Any) -> None:
    """What a worker process works on."""
    _KEPT[:] = learner_and_best


def _fitted(number: int) -> tuple[np.ndarray, float]:
    learner, best = _KEPT
    fitted: tuple[np.ndarray, float] = learner.fit(number, best)
    return fitted
