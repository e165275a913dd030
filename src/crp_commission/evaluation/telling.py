"""The figures as plain data and as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from .counting import Counts
from .measuring import Figure, Measured


def as_data(measured: Measured) -> dict[str, Any]:
    """The figures as plain data, for JSON; shares are from 0 to 1, rounded to four decimals."""
    return {
        "cases": measured.cases,
        "figures": {name: _figure(figure) for name, figure in measured.figures.items()},
        "counts": asdict(measured.counts),
        "criteria": {name: _counts(counts) for name, counts in measured.criteria.items()},
        "traps": {name: _counts(counts) for name, counts in measured.traps.items()},
        "principles": {name: _principle(counts) for name, counts in measured.principles.items()},
        "out_of_scope": list(measured.out_of_scope),
        "halves": {name: as_data(half) for name, half in measured.halves.items()},
    }


def as_lines(measured: Measured) -> Iterator[str]:
    """The figures as lines: the whole, each half, then by criterion, trap and principle."""
    yield f"{measured.cases} cases"
    columns = {"all": measured, **measured.halves}
    yield ""
    yield f"{'':30}" + "".join(f"{name:>22}" for name in columns)
    for name in measured.figures:
        yield f"{name:30}" + "".join(f"{_shown(column.figures[name]):>22}" for column in columns.values())
    yield f"{'met where it is weaker':30}" + "".join(f"{column.counts.false_met:>22}" for column in columns.values())
    yield from _table("By criterion", measured.criteria)
    yield from _table("By trap", measured.traps)
    if measured.principles:
        yield from _principles(measured.principles)
    if measured.out_of_scope:
        yield ""
        yield f"Out of scope, since no ruleset in use holds them: {', '.join(measured.out_of_scope)}"
    yield ""
    yield "Shares with a 90% interval (bootstrap over cases). Found, false and missed are about presence."


def _table(title: str, table: Mapping[str, Counts]) -> Iterator[str]:
    yield ""
    names = f"{'found':>7}{'false':>7}{'missed':>8}{'exact':>10}{'contradicted':>15}{'precision':>11}{'recall':>8}"
    yield f"{title:30}{names}"
    for name, counts in table.items():
        if not counts.asked:
            continue
        against = f"{counts.contradictions_found}/{counts.contradictions_found + counts.contradictions_missed}"
        against += f" +{counts.contradictions_false}" if counts.contradictions_false else ""
        yield (
            f"{name:30}{counts.found:>7}{counts.false:>7}{counts.missed:>8}{f'{counts.exact}/{counts.expected}':>10}"
            f"{against:>15}{_percent(counts.precision):>11}{_percent(counts.recall):>8}"
        )


def _principles(table: Mapping[str, Counts]) -> Iterator[str]:
    yield ""
    yield f"{'By principle':30}{'present F1':>12}{'committed F1':>14}"
    for name, counts in table.items():
        yield f"{name:30}{_percent(counts.principle_f1):>12}{_percent(counts.committed_f1):>14}"


def _shown(figure: Figure) -> str:
    if figure.value is None:
        return "-"
    between = f" ({_percent(figure.low)}-{_percent(figure.high)})" if figure.low is not None else ""
    return f"{_percent(figure.value)}{between}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.2f}"


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _figure(figure: Figure) -> dict[str, float | None]:
    return {"value": _rounded(figure.value), "low": _rounded(figure.low), "high": _rounded(figure.high)}


def _counts(counts: Counts) -> dict[str, Any]:
    names = ("found", "false", "missed", "expected", "exact", "false_met")
    against = ("contradictions_found", "contradictions_false", "contradictions_missed")
    plain = {name: getattr(counts, name) for name in (*names, *against)}
    return {**plain, "precision": _rounded(counts.precision), "recall": _rounded(counts.recall)}


def _principle(counts: Counts) -> dict[str, float | None]:
    return {"presence_f1": _rounded(counts.principle_f1), "committed_f1": _rounded(counts.committed_f1)}
