"""A network that judges what was recognised, for all kinds of judgement and all columns together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags

from crp_commission.recognition import FEW
from learning.learner import SEEN_AT_LEAST, Learner
from learning.network import MEMBERS, Descent

HIDDEN = 48
EPOCHS = 8
BATCH = 64
RATE = 0.003
DROPPED = 0.4
LEAST_WORTH = 0.3


class Labelled(NamedTuple):
    """A passage's features, the number of the column it is judged for, and whether the answer is yes."""

    features: frozenset[str]
    column: int
    yes: bool


def labelled(learner: Learner, yes: str, no: tuple[str, ...]) -> Iterable[Labelled]:
    """The passages of samples that have a status, each with whether it is ``yes`` or one in ``no``."""
    numbers = {column: number for number, column in enumerate(learner.columns)}
    for place, sample in enumerate(learner.samples):
        for column, status in sample.statuses.items():
            if column in numbers and (status == yes or status in no):
                best = learner.best[place][numbers[column]] - learner.first[place]
                yield Labelled(sample.judged[best], numbers[column], status == yes)


class JudgeNetwork(NamedTuple):
    """Its features, the weights from them to hidden units, the units' bias, and weights and bias of the outputs.

    Outputs are, kind by kind, one that all columns share and one for each column; a judgement is the sum of two.
    """

    features: list[str]
    into: np.ndarray
    hidden_bias: np.ndarray
    out: np.ndarray
    bias: np.ndarray


def train(kinds: Sequence[Sequence[Labelled]], columns: int) -> JudgeNetwork:
    """Train on the labelled passages of each kind; of the first kind a yes counts twice."""
    members = [_Training(kinds, columns, seed).run() for seed in range(MEMBERS)]
    return JudgeNetwork(
        members[0].features,
        np.hstack([member.into for member in members]),
        np.hstack([member.hidden_bias for member in members]),
        np.vstack([member.out for member in members]) / MEMBERS,
        sum(member.bias for member in members) / MEMBERS,
    )


class _Training:
    def __init__(self, kinds: Sequence[Sequence[Labelled]], columns: int, seed: int) -> None:
        every = [(kind, one) for kind, labelled in enumerate(kinds) for one in labelled]
        seen = Counter(feature for _, one in every for feature in one.features)
        self.features = sorted(feature for feature, count in seen.items() if count >= SEEN_AT_LEAST)
        self.worth = np.sqrt(
            np.maximum(np.log(len(every) / (np.array([seen[feature] for feature in self.features]) + 1)), LEAST_WORTH)
        )
        self.matrix = self._matrix([one for _, one in every])
        self.shared = np.array([kind * (columns + 1) for kind, _ in every])
        self.own = self.shared + 1 + np.array([one.column for _, one in every])
        self.yes = np.array([one.yes for _, one in every], np.float32)
        self.weights = np.where((self.shared == 0) & (self.yes > 0), 2, 1).astype(np.float32)
        self.random = np.random.default_rng(seed)
        outputs = len(kinds) * (columns + 1)
        self.layers = (
            self.random.normal(0, 0.05, (len(self.features), HIDDEN)).astype(np.float32),
            np.zeros(HIDDEN, np.float32),
            self.random.normal(0, 0.1, (HIDDEN, outputs)).astype(np.float32),
            np.zeros(outputs, np.float32),
        )
        self.descent = Descent(self.layers, RATE)

    def _matrix(self, labelled: Sequence[Labelled]) -> csr_matrix:
        index = {feature: place for place, feature in enumerate(self.features)}
        known = [sorted(index[feature] for feature in one.features if feature in index) for one in labelled]
        starts = np.cumsum([0, *map(len, known)])
        flat = np.array([place for row in known for place in row])
        plain = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(labelled), len(index)))
        sizes = np.sqrt(np.maximum([len(one.features) for one in labelled], FEW))
        return (diags(1 / sizes) @ plain @ diags(self.worth)).tocsr().astype(np.float32)

    def run(self) -> JudgeNetwork:
        for epoch in range(EPOCHS):
            order = self.random.permutation(len(self.yes))
            for start in range(0, len(order), BATCH):
                self.descent.step(self._slopes(order[start : start + BATCH]), epoch / EPOCHS)
        into, *others = self.layers
        return JudgeNetwork(self.features, into * self.worth[:, None], *others)

    def _slopes(self, taken: np.ndarray) -> list[np.ndarray]:
        into, hidden_bias, out, bias = self.layers
        rows, own, shared = self.matrix[taken], self.own[taken], self.shared[taken]
        hidden = np.maximum(rows @ into + hidden_bias, 0)
        kept = (self.random.random(hidden.shape) > DROPPED).astype(np.float32) / (1 - DROPPED)
        given = hidden * kept
        ways = (out[:, own] + out[:, shared]).T
        scores = (given * ways).sum(1) + bias[own] + bias[shared]
        off = (1 / (1 + np.exp(-scores)) - self.yes[taken]) * self.weights[taken] / len(taken)
        out_slope, bias_slope = np.zeros_like(out), np.zeros_like(bias)
        for places in (own, shared):
            np.add.at(out_slope.T, places, off[:, None] * given)
            np.add.at(bias_slope, places, off)
        back = off[:, None] * ways * kept * (hidden > 0)
        return [rows.T @ back, back.sum(0), out_slope, bias_slope]
