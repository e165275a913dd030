"""Networks with one hidden layer, so that each criterion profits by what others have learned.

Trained by AdamW (Loshchilov and Hutter, 2019) with dropout of features and of hidden units (Srivastava and others,
2014).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from scipy.sparse import csr_matrix
from torch.nn import functional

from learning.learner import Learner

HIDDEN = 768
EPOCHS = 16
BATCH = 128
RATE = 0.002
DECAY = 0.001
DROPPED = 0.5
DROPPED_FEATURES = 0.3
WARM_UP = 200
"""Steps over which the rate rises to its full height; by the last epoch it falls to a tenth."""
SEARCH = 2
"""From this epoch on it is learned which passage of a longer text speaks to its criteria."""
AT_ONCE = 4096


class Network(NamedTuple):
    """Weights from inputs to hidden units (inputs x hidden), their bias, and from those to columns with theirs."""

    into: np.ndarray
    hidden_bias: np.ndarray
    out: np.ndarray
    bias: np.ndarray


class Layers(torch.nn.Module):
    """A hidden layer over sparse rows, and the columns it leads to."""

    def __init__(self, inputs: int, hidden: int, columns: int, bias: float) -> None:
        super().__init__()
        self.into = torch.nn.Parameter(torch.randn(inputs, hidden) * 0.05)
        self.hidden_bias = torch.nn.Parameter(torch.zeros(hidden))
        self.out = torch.nn.Parameter(torch.randn(hidden, columns) * 0.1)
        self.bias = torch.nn.Parameter(torch.full((columns,), bias))

    def hidden(self, rows: csr_matrix, dropped_features: float, dropped: float) -> torch.Tensor:
        """What the hidden units give on for each row; features and units are dropped in training only."""
        places, starts = (torch.from_numpy(one.astype(np.int64)) for one in (rows.indices, rows.indptr[:-1]))
        amounts = functional.dropout(torch.from_numpy(rows.data), dropped_features, self.training)
        sums = functional.embedding_bag(places, self.into, starts, per_sample_weights=amounts, mode="sum")
        return functional.dropout(torch.relu(sums + self.hidden_bias), dropped, self.training)

    def scores(self, rows: csr_matrix) -> np.ndarray:
        """The log odds of each row for each column."""
        self.eval()
        with torch.no_grad():
            blocks = [rows[start : start + AT_ONCE] for start in range(0, rows.shape[0], AT_ONCE)]
            found = np.vstack([(self.hidden(block, 0, 0) @ self.out + self.bias).numpy() for block in blocks])
        self.train()
        return found

    def network(self) -> Network:
        """The layers as plain numbers."""
        return Network(*(one.detach().numpy() for one in (self.into, self.hidden_bias, self.out, self.bias)))


class Descent:
    """Steps down a slope by AdamW; the rate rises at first and falls with the epochs."""

    def __init__(self, layers: Layers, rate: float) -> None:
        self.rate, self.steps = rate, 0
        plain = [{"params": [layers.into, layers.out], "weight_decay": DECAY}]
        plain.append({"params": [layers.hidden_bias, layers.bias], "weight_decay": 0})
        self.optimizer = torch.optim.AdamW(plain, lr=rate, betas=(0.9, 0.99), eps=1e-6, fused=True)

    def step(self, loss: torch.Tensor, done: float) -> None:
        """One step; ``done`` is the share (0 to 1) of the epochs gone."""
        self.steps += 1
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate * min(1, self.steps / WARM_UP) * (1 - 0.9 * done)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()


class _Training:
    def __init__(self, learner: Learner) -> None:
        torch.manual_seed(0)
        self.random = np.random.default_rng(0)
        self.first = learner.first
        self.matrix = learner.matrix.astype(np.float32).tocsr()
        self.answers, self.weights = _answers(learner)
        self.layers = Layers(self.matrix.shape[1], HIDDEN, self.answers.shape[1], -4.0)
        self.descent = Descent(self.layers, RATE)
        self.best = self.first[:-1].copy()
        self.long = np.diff(self.first) > 1

    def run(self) -> Layers:
        size = len(self.best)
        for epoch in range(EPOCHS):
            order = self.random.permutation(size)
            for start in range(0, size, BATCH):
                self._learn(order[start : start + BATCH], epoch)
            if epoch + 1 >= SEARCH:
                self._find_best()
        return self.layers

    def _learn(self, samples: np.ndarray, epoch: int) -> None:
        """One step. Of a longer text one passage is taken at random; a yes counts only of the best one."""
        drawn = self.random.integers(self.first[samples], self.first[samples + 1])
        known = self.long[samples] & (epoch >= SEARCH) & (self.random.random(len(samples)) < 0.5)
        taken = np.where(known, self.best[samples], drawn)
        answers, weights = self.answers[samples], self.weights[samples].copy()
        unclear = self.long[samples] & ~((taken == self.best[samples]) & (epoch >= SEARCH))
        weights[unclear[:, None] & (answers > 0)] = 0
        hidden = self.layers.hidden(self.matrix[taken], DROPPED_FEATURES, DROPPED)
        scores = hidden @ self.layers.out + self.layers.bias
        off = functional.binary_cross_entropy_with_logits(scores, torch.from_numpy(answers), reduction="none")
        self.descent.step((off * torch.from_numpy(weights)).sum() / len(samples), epoch / EPOCHS)

    def _find_best(self) -> None:
        scores = self.layers.scores(self.matrix)
        for sample in np.flatnonzero(self.long & (self.answers.sum(1) > 0)):
            own = slice(self.first[sample], self.first[sample + 1])
            speaks = scores[own][:, self.answers[sample] > 0]
            self.best[sample] = self.first[sample] + speaks.sum(1).argmax()


def train(learner: Learner) -> Network:
    """Train on the samples of a learner, which is told the passages that score best (see ``Learner.best``)."""
    layers = _Training(learner).run()
    scores = layers.scores(learner.matrix.astype(np.float32).tocsr())
    stretches = zip(learner.first[:-1], learner.first[1:], strict=True)
    learner.best = np.array([scores[start:end].argmax(0) for start, end in stretches])
    return layers.network()


def _answers(learner: Learner) -> tuple[np.ndarray, np.ndarray]:
    """For each sample and column whether it speaks to it (0 or 1), and what that answer counts."""
    answers = np.zeros((len(learner.samples), len(learner.columns)), np.float32)
    weights = np.zeros_like(answers)
    for row, sample in enumerate(learner.samples):
        for number, column in enumerate(learner.columns):
            answers[row, number] = column in sample.yes
            weights[row, number] = learner.worth_of(sample, column)
    return answers, weights
