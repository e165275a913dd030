"""Validation errors brought back to paths in the data, one fault for each value that may be of several kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..yamlfile import Path

MISSING = frozenset(("missing", "missing_argument", "missing_keyword_only_argument"))
UNKNOWN = frozenset(("unexpected_keyword_argument", "extra_forbidden"))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with the data.

    ``path`` is where, the last part being the key that is missing or unknown; ``found`` what stands there. ``rules``
    are the rules broken, each with its particulars in ``details``: more than one when the value may be of several
    kinds and is none of them.
    """

    path: Path
    found: Any
    rules: tuple[str, ...]
    details: tuple[Mapping[str, Any], ...] = ()


@dataclass(slots=True)
class _Error:
    """An error on its way back: the part of its location that is left, and the path found so far."""

    rule: str
    left: tuple[str | int, ...]
    path: Path
    at: Any
    details: Mapping[str, Any] = field(default_factory=dict)

    def walk(self) -> None:
        """Follow the location into the data until it names no key or position there."""
        while self.left:
            part = self.left[0]
            inside = (isinstance(self.at, dict) and part in self.at) or (
                isinstance(self.at, list) and isinstance(part, int) and part < len(self.at)
            )
            if inside:
                self.at = self.at[part]
            elif len(self.left) == 1 and self.rule in MISSING | UNKNOWN:
                self.at = None
            else:
                return
            self.path, self.left = (*self.path, part), self.left[1:]


def faults_of(errors: Sequence[Mapping[str, Any]], data: Any) -> list[Fault]:
    """The faults behind pydantic's ``errors`` about ``data``, without the names of its inner types."""
    walked = [
        _Error(error["type"], tuple(error["loc"]), (), data, {**error.get("ctx", {}), "said": error["msg"]})
        for error in errors
    ]
    return _settled(walked)


def _settled(errors: list[_Error]) -> list[Fault]:
    faults: list[Fault] = []
    forks: dict[Path, dict[str | int, list[_Error]]] = {}
    for error in errors:
        error.walk()
        if not error.left or error.left[0] == "[key]":
            faults.append(Fault(error.path, error.at, (error.rule,), (error.details,)))
        else:
            branch, error.left = error.left[0], error.left[1:]
            forks.setdefault(error.path, {}).setdefault(branch, []).append(error)
    for path, branches in forks.items():
        faults.extend(_joined(path, [_settled(branch) for branch in branches.values()]))
    return faults


def _joined(path: Path, branches: list[list[Fault]]) -> list[Fault]:
    """The faults of the branch that fits best; one fault for all of them when none fits at all."""
    deeper = [faults for faults in branches if any(len(fault.path) > len(path) for fault in faults)]
    if deeper:
        return min(deeper, key=lambda faults: (-max(len(fault.path) for fault in faults), len(faults)))
    faults = [fault for branch in branches for fault in branch]
    rules = tuple(rule for fault in faults for rule in fault.rules)
    return [Fault(path, faults[0].found, rules, tuple(detail for fault in faults for detail in fault.details))]
