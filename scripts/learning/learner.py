"""Samples as a matrix to learn from, and what was learned as weights of features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack

from crp_commission.recognition import ABOUT, FEW
from learning.samples import Sample
from learning.vectors import Vectors

SEEN_AT_LEAST = 3
PAIRS_SEEN_AT_LEAST = 40
BY_VECTOR = 0.5
"""How readily a word is weighed by its vector beside by itself."""
RARE = 30
"""A word seen less often than this counts by its vector as if it had been seen so often."""


def least_seen(feature: str) -> int:
    """How often a feature must have been seen to count; "about child" is one feature, other pairs are of words."""
    return PAIRS_SEEN_AT_LEAST if " " in feature and feature not in ABOUT else SEEN_AT_LEAST


class Learner:
    """Samples as a matrix.

    A word counts in two ways: by itself, if it was seen often enough, and by its vector (see ``vectors``), so that a
    word that was never seen is weighed like its neighbours. Both end up in one row of weights for each word.
    ``best`` numbers, once it is known, the passage of each sample that speaks most to each column.
    """

    def __init__(
        self, samples: list[Sample], columns: list[str], ruleset_of: Mapping[str, str], vectors: Vectors
    ) -> None:
        self.samples, self.columns, self.ruleset_of = samples, columns, ruleset_of
        rows = [passage for sample in samples for passage in sample.passages]
        self.first = np.cumsum([0, *(len(sample.passages) for sample in samples)])
        seen = Counter(feature for row in rows for feature in row)
        often = {feature for feature, count in seen.items() if count >= least_seen(feature)}
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
        self.best = np.zeros((len(samples), len(columns)), int)

    def worth_of(self, sample: Sample, column: str) -> float:
        """What a sample counts in learning a column; 0 where it is not known whether it speaks to it."""
        if column in sample.yes:
            return 4.0 * sample.own
        doubt = 0.0 if column in sample.unsure else self._doubt(sample, column)
        return 2.0 * sample.own if doubt and column in sample.no else sample.weight * doubt

    def _doubt(self, sample: Sample, column: str) -> float:
        """How far a text says no to a column it was not labelled for: core is in all papers, overlays in few."""
        ruleset = self.ruleset_of.get(column)
        if ruleset is None or not sample.rulesets or ruleset in sample.rulesets:
            return 1.0
        return 0.0 if ruleset == "core" else 0.15

    def by_feature(self, into: np.ndarray) -> np.ndarray:
        """Weights into hidden units (inputs x hidden) as weights of features (features x hidden)."""
        size = len(self.own)
        weights: np.ndarray = (self.vectors * self.vector_worth[:, None]) @ into[size:]
        weights[self.own] += into[:size] * self.worth[self.own][:, None]
        return weights
