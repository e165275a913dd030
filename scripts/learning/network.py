"""A network with one hidden layer that all columns share, so that each criterion profits by what others have learned.

Trained by Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019) and dropout
(Srivastava and others, 2014).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from learning.learner import Learner

MEMBERS = 3
"""Networks that are learned apart, from different beginnings, and agree on the mean: they err in different places."""
HIDDEN = 96
"""Hidden units of each of them."""
EPOCHS = 16
BATCH = 128
RATE = 0.002
DECAY = 0.001
DROPPED = 0.5
WARM_UP = 200
"""Steps over which the rate rises to its full height."""
SEARCH = 2
"""From this epoch on it is learned which passage of a longer text speaks to its criteria."""


class Descent:
    """Steps down a slope by Adam; ``layers`` are changed in place. The rate falls to a tenth by the last epoch."""

    def __init__(self, layers: Sequence[np.ndarray], rate: float) -> None:
        self.layers, self.rate = layers, rate
        self.means = [np.zeros_like(layer) for layer in layers]
        self.squares = [np.zeros_like(layer) for layer in layers]
        self.steps = 0

    def step(self, slopes: Sequence[np.ndarray], done: float) -> None:
        """One step; ``done`` is the share (0 to 1) of the epochs gone."""
        self.steps += 1
        rate = self.rate * min(1, self.steps / WARM_UP) * (1 - 0.9 * done)
        for layer, slope, mean, square in zip(self.layers, slopes, self.means, self.squares, strict=True):
            mean += 0.1 * (slope - mean)
            square += 0.01 * (slope * slope - square)
            size = np.sqrt(square / (1 - 0.99**self.steps)) + 1e-6
            decay = DECAY * layer if layer.ndim == 2 else 0
            layer -= rate * (mean / (1 - 0.9**self.steps) / size + decay)


class Network(NamedTuple):
    """Weights from inputs to hidden units (inputs x hidden), their bias, and from those to columns with theirs."""

    into: np.ndarray
    hidden_bias: np.ndarray
    out: np.ndarray
    bias: np.ndarray

    def scores(self, rows: csr_matrix) -> np.ndarray:
        """The log odds of each row for each column."""
        scores: np.ndarray = np.maximum(rows @ self.into + self.hidden_bias, 0) @ self.out + self.bias
        return scores


def train(learner: Learner) -> Network:
    """Train on the samples of a learner; the members lie side by side in one hidden layer."""
    members = [_Training(learner, seed).run() for seed in range(MEMBERS)]
    return Network(
        np.hstack([member.into for member in members]),
        np.hstack([member.hidden_bias for member in members]),
        np.vstack([member.out for member in members]) / MEMBERS,
        sum(member.bias for member in members) / MEMBERS,
    )


class _Training:
    def __init__(self, learner: Learner, seed: int) -> None:
        self.first = learner.first
        self.matrix = learner.matrix.astype(np.float32).tocsr()
        self.answers, self.weights = _answers(learner)
        self.random = np.random.default_rng(seed)
        inputs, columns = self.matrix.shape[1], self.answers.shape[1]
        self.network = Network(
            self.random.normal(0, 0.05, (inputs, HIDDEN)).astype(np.float32),
            np.zeros(HIDDEN, np.float32),
            self.random.normal(0, 0.1, (HIDDEN, columns)).astype(np.float32),
            np.full(columns, -4, np.float32),
        )
        self.descent = Descent(self.network, RATE)
        self.best = self.first[:-1].copy()
        self.long = np.diff(self.first) > 1

    def run(self) -> Network:
        size = len(self.best)
        for epoch in range(EPOCHS):
            order = self.random.permutation(size)
            for start in range(0, size, BATCH):
                self._learn(order[start : start + BATCH], epoch)
            if epoch + 1 >= SEARCH:
                self._find_best()
        return self.network

    def _learn(self, samples: np.ndarray, epoch: int) -> None:
        """One step. Of a longer text one passage is taken at random; a yes counts only of the best one."""
        drawn = self.random.integers(self.first[samples], self.first[samples + 1])
        known = self.long[samples] & (epoch >= SEARCH) & (self.random.random(len(samples)) < 0.5)
        taken = np.where(known, self.best[samples], drawn)
        answers, weights = self.answers[samples], self.weights[samples].copy()
        unclear = self.long[samples] & ~((taken == self.best[samples]) & (epoch >= SEARCH))
        weights[unclear[:, None] & (answers > 0)] = 0
        self.descent.step(self._slopes(self.matrix[taken], answers, weights), epoch / EPOCHS)

    def _slopes(self, rows: csr_matrix, answers: np.ndarray, weights: np.ndarray) -> list[np.ndarray]:
        into, hidden_bias, out, bias = self.network
        hidden = np.maximum(rows @ into + hidden_bias, 0)
        kept = (self.random.random(hidden.shape) > DROPPED).astype(np.float32) / (1 - DROPPED)
        scores = (hidden * kept) @ out + bias
        off = (1 / (1 + np.exp(-scores)) - answers) * weights / rows.shape[0]
        back = (off @ out.T) * kept * (hidden > 0)
        return [rows.T @ back, back.sum(0), (hidden * kept).T @ off, off.sum(0)]

    def _find_best(self) -> None:
        for sample in np.flatnonzero(self.long & (self.answers.sum(1) > 0)):
            own = slice(self.first[sample], self.first[sample + 1])
            speaks = self.network.scores(self.matrix[own])[:, self.answers[sample] > 0]
            self.best[sample] = self.first[sample] + speaks.sum(1).argmax()


def _answers(learner: Learner) -> tuple[np.ndarray, np.ndarray]:
    """For each sample and column whether it speaks to it (0 or 1), and what that answer counts."""
    answers = np.zeros((len(learner.samples), len(learner.columns)), np.float32)
    weights = np.zeros_like(answers)
    for row, sample in enumerate(learner.samples):
        for number, column in enumerate(learner.columns):
            answers[row, number] = column in sample.yes
            weights[row, number] = learner.worth_of(sample, column)
    return answers, weights
