"""The gate in a configuration file: marks for stages and principles, and how many criteria may have which verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from ..rules import Severity
from .values import Wrong, number_from, percent, suggestion

VERDICTS = ("contradicted", "gap", "needs-review", "partial")
ELSEWHERE = ("fail_under", "fail_on")
"""What may stand in the block and is a setting of its own."""
_OWN = ("stages", "principles", "allow")


@dataclass(frozen=True, slots=True)
class GateMarks:
    """Pass marks by id, and the most criteria by verdict and severity."""

    stages: Mapping[str, Fraction] = field(default_factory=dict)
    principles: Mapping[str, Fraction] = field(default_factory=dict)
    allow: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def gate_marks(value: Any) -> GateMarks:
    """The block ``gate`` without the settings that may stand in it too. Raises Wrong."""
    if not isinstance(value, Mapping):
        raise Wrong(
            "is a block of a configuration file, with keys below it",
            "'crp-commission new gate RESULT.json' writes one that a result just passes.",
        )
    names = {key: key.replace("-", "_") for key in value}
    for key, name in names.items():
        if name not in _OWN:
            near = suggestion(name, (*_OWN, *ELSEWHERE))
            keys = ", ".join((*(one.replace("_", "-") for one in ELSEWHERE), *_OWN))
            hint = f"Did you mean “{near.replace('_', '-')}”?" if near else f"The keys are: {keys}."
            raise Wrong(f"does not know “{key}”", hint, (key,))
    return GateMarks(
        stages=_percents(value.get("stages"), "stages", "do: 40"),
        principles=_percents(value.get("principles"), "principles", "participation: 30"),
        allow=_allow(value.get("allow")),
    )


def _percents(value: Any, key: str, example: str) -> Mapping[str, Fraction]:
    marks = _mapping(value, (key,), f"Write each on a line below it, such as `{example}`.")
    found = {}
    for name, mark in marks.items():
        try:
            found[name] = percent(mark)
        except Wrong as wrong:
            raise Wrong(f"“{name}” {wrong.message}", path=(key, name)) from None
    return found


def _allow(value: Any) -> Mapping[str, Mapping[str, int]]:
    found = {}
    for verdict, most in _mapping(value, ("allow",), "Write verdicts below it, such as `gap: {critical: 2}`.").items():
        _one_of(verdict, VERDICTS, "verdict", ("allow", verdict))
        path = ("allow", verdict)
        numbers = _mapping(most, path, "Write how many of each severity, such as `{critical: 0, major: 5}`.")
        found[verdict] = {name: _number(name, number, (*path, name)) for name, number in numbers.items()}
    return found


def _number(severity: str, value: Any, path: tuple[str, ...]) -> int:
    _one_of(severity, tuple(Severity), "severity", path)
    try:
        return number_from(value, 0)
    except Wrong as wrong:
        raise Wrong(f"“{severity}” {wrong.message}", path=path) from None


def _one_of(name: str, known: tuple[str, ...], what: str, path: tuple[str, ...]) -> None:
    if name not in known:
        near = suggestion(name, known)
        hint = f"Did you mean {near}?" if near else f"It is one of: {', '.join(known)}."
        raise Wrong(f"names the {what} “{name}”, which does not exist", hint, path)


def _mapping(value: Any, path: tuple[str, ...], hint: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not value:
        raise Wrong(f"has nothing to hold below “{path[-1]}”", hint, path)
    return value
