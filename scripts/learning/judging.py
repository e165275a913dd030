"""Logistic regressions that judge what was recognised: is it taken away, is it a full promise, is anybody committed.

Each has weights that all columns share and small ones of each column's own (Daumé III, 2007).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from crp_commission.recognition import FEW, SCALE
from learning.learner import REGULARITY, SEEN_AT_LEAST, Learner

OWN = 0.7
"""How readily a column takes weights of its own beside those that all share."""
SMALLEST = 250
"""Weights of fewer thousandths are left out: they change next to nothing and cost space."""


class Labelled(NamedTuple):
    """A passage's features, the number of the column it is judged for, and whether the answer is yes."""

    features: frozenset[str]
    column: int
    yes: bool


def judging(learner: Learner, kind: str, yes: str, no: tuple[str, ...]) -> dict[str, dict[str, int]]:
    """The weights that tell samples with status ``yes`` from those with a status in ``no``, shared and own."""
    known = list(labelled(learner, yes, no))
    seen = Counter(feature for one in known for feature in one.features)
    features = sorted(feature for feature, count in seen.items() if count >= SEEN_AT_LEAST)
    model = LogisticRegression(C=REGULARITY, solver="liblinear", max_iter=300, random_state=0)
    weights = [2.0 if one.yes and kind == "against" else 1.0 for one in known]
    matrix = _matrix(known, {feature: place for place, feature in enumerate(features)}, len(learner.columns))
    model.fit(matrix, [one.yes for one in known], sample_weight=weights)
    by_column = model.coef_[0].reshape(len(learner.columns) + 1, len(features)) * SCALE
    found = {kind: {"": round(model.intercept_[0] * SCALE), **_kept(features, by_column[0])}}
    for column, own in zip(learner.columns, by_column[1:] * OWN, strict=True):
        if kept := _kept(features, own):
            found[f"{kind}:{column}"] = kept
    return found


def labelled(learner: Learner, yes: str, no: tuple[str, ...]) -> Iterable[Labelled]:
    """The passages of samples that have a status, each with whether it is ``yes`` or one in ``no``."""
    numbers = {column: number for number, column in enumerate(learner.columns)}
    for place, sample in enumerate(learner.samples):
        for column, status in sample.statuses.items():
            if column in numbers and (status == yes or status in no):
                best = learner.best[place][numbers[column]] - learner.first[place]
                yield Labelled(sample.judged[best], numbers[column], status == yes)


def _matrix(labelled: list[Labelled], index: dict[str, int], columns: int) -> csr_matrix:
    """A row for each passage: its features once in the shared part, and once in the part of its column."""
    rows, places, values = [], [], []
    for number, (features, column, _) in enumerate(labelled):
        size = np.sqrt(max(len(features), FEW))
        for feature in sorted(features & index.keys()):
            rows += [number, number]
            places += [index[feature], len(index) * (column + 1) + index[feature]]
            values += [1 / size, OWN / size]
    return csr_matrix((values, (rows, places)), shape=(len(labelled), len(index) * (columns + 1)))


def _kept(features: list[str], weights: np.ndarray) -> dict[str, int]:
    whole = np.rint(weights).astype(int)
    return {features[place]: int(whole[place]) for place in np.flatnonzero(np.abs(whole) >= SMALLEST)}
