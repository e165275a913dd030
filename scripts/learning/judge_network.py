"""A network that judges what was recognised, for all kinds of judgement and all columns together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import torch
from scipy.sparse import csr_matrix, diags
from torch.nn import functional

from crp_commission.recognition import FEW
from learning.learner import SEEN_AT_LEAST, Learner
from learning.network import Descent, Layers, Network

HIDDEN = 256
EPOCHS = 8
BATCH = 64
RATE = 0.002
DROPPED = 0.4
DROPPED_FEATURES = 0.2
LEAST_WORTH = 0.3


class Labelled(NamedTuple):
    """A passage's features, the number of the column it is judged for, whether the answer is yes, and its weight."""

    features: frozenset[str]
    column: int
    yes: bool
    worth: float = 1.0


def labelled(learner: Learner, yes: str, no: tuple[str, ...]) -> Iterable[Labelled]:
    """The passages of samples that have a status, each with whether it is ``yes`` or one in ``no``."""
    numbers = {column: number for number, column in enumerate(learner.columns)}
    for place, sample in enumerate(learner.samples):
        for column, status in sample.statuses.items():
            if column in numbers and (status == yes or status in no):
                best = learner.best[place][numbers[column]]
                yield Labelled(sample.judged[best], numbers[column], status == yes, sample.own)


class JudgeNetwork(NamedTuple):
    """The features it looks at, and the network over them.

    Outputs are, kind by kind, one that all columns share and one for each column; a judgement is the sum of two.
    """

    features: list[str]
    network: Network


def train(kinds: Sequence[Sequence[Labelled]], columns: int) -> JudgeNetwork:
    """Train on the labelled passages of each kind; of the first kind a yes counts twice."""
    training = _Training(kinds, columns)
    network = training.run()
    return JudgeNetwork(training.features, network._replace(into=network.into * training.worth[:, None]))


class _Training:
    def __init__(self, kinds: Sequence[Sequence[Labelled]], columns: int) -> None:
        torch.manual_seed(0)
        self.random = np.random.default_rng(0)
        every = [(kind, one) for kind, labelled in enumerate(kinds) for one in labelled]
        seen = Counter(feature for _, one in every for feature in one.features)
        self.features = sorted(feature for feature, count in seen.items() if count >= SEEN_AT_LEAST)
        self.worth = np.sqrt(
            np.maximum(np.log(len(every) / (np.array([seen[feature] for feature in self.features]) + 1)), LEAST_WORTH)
        )
        self.matrix = self._matrix([one for _, one in every])
        self.shared = np.array([kind * (columns + 1) for kind, _ in every])
        self.own = self.shared + 1 + np.array([one.column for _, one in every])
        yes = np.array([one.yes for _, one in every], np.float32)
        self.yes = torch.from_numpy(yes)
        worth = np.array([one.worth for _, one in every])
        self.weights = torch.from_numpy((np.where((self.shared == 0) & (yes > 0), 2, 1) * worth).astype(np.float32))
        self.layers = Layers(len(self.features), HIDDEN, len(kinds) * (columns + 1), 0.0)
        self.descent = Descent(self.layers, RATE)

    def _matrix(self, labelled: Sequence[Labelled]) -> csr_matrix:
        index = {feature: place for place, feature in enumerate(self.features)}
        known = [sorted(index[feature] for feature in one.features if feature in index) for one in labelled]
        starts = np.cumsum([0, *map(len, known)])
        flat = np.array([place for row in known for place in row])
        plain = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(labelled), len(index)))
        sizes = np.sqrt(np.maximum([len(one.features) for one in labelled], FEW))
        return (diags(1 / sizes) @ plain @ diags(self.worth)).tocsr().astype(np.float32)

    def run(self) -> Network:
        for epoch in range(EPOCHS):
            order = self.random.permutation(len(self.yes))
            for start in range(0, len(order), BATCH):
                self.descent.step(self._loss(order[start : start + BATCH]), epoch / EPOCHS)
        return self.layers.network()

    def _loss(self, taken: np.ndarray) -> torch.Tensor:
        """How far the judgements of some passages are off."""
        own, shared = torch.from_numpy(self.own[taken]), torch.from_numpy(self.shared[taken])
        ways = (self.layers.out[:, own] + self.layers.out[:, shared]).T
        hidden = self.layers.hidden(self.matrix[taken], DROPPED_FEATURES, DROPPED)
        scores = (hidden * ways).sum(1) + self.layers.bias[own] + self.layers.bias[shared]
        off = functional.binary_cross_entropy_with_logits(scores, self.yes[taken], reduction="none")
        return (off * self.weights[taken]).mean()
