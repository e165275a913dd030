"""From predictions to figures: presence, status, contradictions, traps, pairs and principles, with intervals."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, field

from .counting import Counts, by_criterion, by_principle, count, pairs_in_order, pairs_ranked, total
from .predicting import Prediction

_ROUNDS = 400
_SEED = 20240716


@dataclass(frozen=True, slots=True)
class Figure:
    """A share from 0 to 1 (None where there was nothing to measure) with its 90% bootstrap interval over cases."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """Every figure over one set of cases. ``out_of_scope`` are expected criteria of rulesets that do not exist."""

    cases: int
    counts: Counts
    figures: dict[str, Figure]
    criteria: dict[str, Counts]
    traps: dict[str, Counts]
    principles: dict[str, Counts]
    out_of_scope: tuple[str, ...] = ()
    halves: dict[str, Measured] = field(default_factory=dict)


FIGURES: dict[str, Callable[[Counts], float | None]] = {
    "presence precision": lambda counts: counts.precision,
    "presence recall": lambda counts: counts.recall,
    "presence F1": lambda counts: counts.f(1),
    "presence F2": lambda counts: counts.f(2),
    "exact status": lambda counts: counts.exact_share,
    "contradiction precision": lambda counts: counts.contradiction_precision,
    "contradiction recall": lambda counts: counts.contradiction_recall,
    "contradiction F1": lambda counts: counts.contradiction_f1,
    "no-positive cases left clean": lambda counts: counts.clean_share,
    "needs-review rate": lambda counts: counts.review_share,
    "principle presence F1": lambda counts: counts.principle_f1,
    "principle committed F1": lambda counts: counts.committed_f1,
}


def measure(predictions: Sequence[Prediction], *, intervals: bool = True) -> Measured:
    """All figures over ``predictions``, and apart by the case's half."""
    whole = _measure(predictions, intervals)
    names = sorted({prediction.case.half for prediction in predictions if prediction.case.half})
    for name in names:
        whole.halves[name] = _measure([one for one in predictions if one.case.half == name], intervals)
    return whole


def _measure(predictions: Sequence[Prediction], intervals: bool) -> Measured:
    each = [count(prediction) for prediction in predictions]
    counts = total(each)
    figures = {name: Figure(read(counts), None, None) for name, read in FIGURES.items()}
    figures["pairs in the right order"] = Figure(pairs_in_order(predictions), None, None)
    if intervals:
        figures = _with_intervals(predictions, each, figures)
    return Measured(
        cases=len(predictions),
        counts=counts,
        figures=figures,
        criteria=_totals(pair for one in predictions for pair in by_criterion(one).items()),
        traps=_totals((one.case.trap or "none", own) for one, own in zip(predictions, each, strict=True)),
        principles=_totals(pair for one in predictions for pair in by_principle(one).items()),
        out_of_scope=_out_of_scope(predictions),
    )


def _with_intervals(
    predictions: Sequence[Prediction], each: Sequence[Counts], figures: dict[str, Figure]
) -> dict[str, Figure]:
    """The 5th and 95th percentile over resampled cases; cases of one pair are drawn together."""
    groups = _groups(predictions)
    rows = [_row(each[index] for index in group) for group in groups]
    orders = [pairs_ranked([predictions[index] for index in group]) for group in groups]
    chance = random.Random(_SEED)
    drawn: dict[str, list[float]] = {name: [] for name in figures}
    for _ in range(_ROUNDS):
        chosen = [chance.randrange(len(groups)) for _ in groups]
        counts = Counts(*map(sum, zip(*(rows[index] for index in chosen), strict=True)))
        for name, read in FIGURES.items():
            _keep(drawn[name], read(counts))
        right, compared = map(sum, zip(*(orders[index] for index in chosen), strict=True))
        _keep(drawn["pairs in the right order"], right / compared if compared else None)
    return {
        name: Figure(figure.value, _at(drawn[name], 0.05), _at(drawn[name], 0.95)) for name, figure in figures.items()
    }


def _row(counts: Iterable[Counts]) -> tuple[int, ...]:
    return astuple(total(counts))


def _groups(predictions: Sequence[Prediction]) -> list[list[int]]:
    groups: dict[str, list[int]] = {}
    for index, prediction in enumerate(predictions):
        groups.setdefault(prediction.case.pair or f"case {prediction.case.id}", []).append(index)
    return list(groups.values())


def _keep(values: list[float], value: float | None) -> None:
    if value is not None:
        values.append(value)


def _at(values: Sequence[float], share: float) -> float | None:
    return sorted(values)[round(share * (len(values) - 1))] if values else None


def _totals(named: Iterable[tuple[str, Counts]]) -> dict[str, Counts]:
    """All counts of each name added up, by name."""
    table: dict[str, list[Counts]] = {}
    for name, counts in named:
        table.setdefault(name, []).append(counts)
    return {name: total(table[name]) for name in sorted(table)}


def _out_of_scope(predictions: Sequence[Prediction]) -> tuple[str, ...]:
    missing = {name for one in predictions for name in (one.case.expect or {}) if name not in one.statuses}
    return tuple(sorted(missing | {f"ruleset {name}" for one in predictions for name in one.unknown}))
