"""Queries: the operator trees of a rule, checked and ready to ask a Reading.

A tree is a mapping with one operator (``promises: ...``), a list of trees of which any may be found, or
``all: [...]``, of which each must be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from . import operators
from .evidence import Evidence, Strength
from .reading import Reading


@dataclass(frozen=True, slots=True)
class Query:
    """``phrases`` are what a TermTable must hold for ``find`` to work."""

    phrases: tuple[str, ...]
    find: Callable[[Reading], list[Evidence]]


def compile_query(tree: Any) -> Query:
    """A query from plain data as it stands in the YAML; raises ValueError with a plain reason."""
    if isinstance(tree, (list, tuple)):
        return _any([compile_query(branch) for branch in tree])
    if not isinstance(tree, dict) or len(tree) != 1:
        raise ValueError(
            f"write one operator with what it looks for ({', '.join(operators.names())}) or a list of them"
        )
    ((name, options),) = tree.items()
    if name == "all":
        if not isinstance(options, (list, tuple)) or not options:
            raise ValueError("'all' takes a list of operators, each of which must be found")
        return _all([compile_query(branch) for branch in options])
    return _any([operators.load(name, options)])


def _any(branches: list[Query]) -> Query:
    def find(reading: Reading) -> list[Evidence]:
        return best_first(found for branch in branches for found in branch.find(reading))

    return Query(_phrases(branches), find)


def _all(branches: list[Query]) -> Query:
    def find(reading: Reading) -> list[Evidence]:
        found = [branch.find(reading) for branch in branches]
        if not all(found):
            return []
        weakest = min((results[0] for results in found), key=lambda one: one.strength.rung)
        others = (results[0] for results in found if results[0] is not weakest)
        return [weakest, *(replace(one, strength=weakest.strength) for one in others)]

    return Query(_phrases(branches), find)


def _phrases(branches: list[Query]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase for branch in branches for phrase in branch.phrases))


def best_first(found: Iterable[Evidence]) -> list[Evidence]:
    """Evidence ordered by strength, bearing and place; a passage is kept once, at its strongest."""
    best: dict[tuple[int, bool], Evidence] = {}
    for evidence in found:
        key = (evidence.sentence, evidence.strength is Strength.CONTRADICTS)
        if key not in best or evidence.strength.rung > best[key].strength.rung:
            best[key] = evidence
    return sorted(best.values(), key=lambda one: (-one.strength.rung, -one.bearing, -len(one.details), one.sentence))
