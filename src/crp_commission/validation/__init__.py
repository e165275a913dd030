"""Data from a file, checked against the records it should fill, with every fault told in plain words."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..errors import CommissionError, UsageError
from ..yamlfile import Loaded, Path
from .branches import Fault, faults_of
from .wording import told

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["validate"]

_Kind = TypeVar("_Kind")
_MOST_TOLD = 10
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def validate(kind: type[_Kind], loaded: Loaded, name: str, error: type[CommissionError] = UsageError) -> _Kind:
    """Make a ``kind``, a dataclass as a rule, of what was loaded from the file shown as ``name``.

    Nothing is converted silently: only a number is taken where text is due, as it is written in the file. Raises
    ``error`` whose message holds the faults, one a line as ``file:line:column: what is wrong``, ten at most.
    """
    if loaded.data is None:
        raise error(f"{name} is empty.", file=name)
    made, faults = _try(kind, loaded.data)
    as_text = [fault.path for fault in faults if _is_number_for_text(fault, loaded)]
    if as_text:
        made, faults = _try(kind, _with_text(loaded, as_text))
    faults = faults or _loose_dates(made, loaded.data)
    if faults:
        raise _error(kind, loaded, name, error, faults)
    return cast(_Kind, made)


def _try(kind: type[_Kind], data: Any) -> tuple[Any, list[Fault]]:
    from pydantic import ValidationError

    try:
        return _adapter(cast(Any, kind)).validate_json(json.dumps(data), strict=True), []
    except ValidationError as wrong:
        return None, faults_of(wrong.errors(include_url=False), data)


@lru_cache(maxsize=32)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _loose_dates(made: Any, data: Any) -> list[Fault]:
    """The dates that were not written year-month-day: pydantic takes seconds since 1970 for one too."""
    faults: list[Fault] = []
    pairs: list[tuple[Path, Any, Any]] = [((), made, data)]
    while pairs:
        path, value, given = pairs.pop()
        if isinstance(value, date) and not _DATE.match(str(given)):
            faults.append(Fault(path, given, ("date_type",), ({},)))
        elif is_dataclass(value) and isinstance(given, dict):
            pairs.extend(((*path, key), getattr(value, key, None), inner) for key, inner in given.items())
        elif isinstance(value, Mapping) and isinstance(given, dict):
            pairs.extend(((*path, key), value.get(key), inner) for key, inner in given.items())
        elif isinstance(value, list | tuple) and isinstance(given, list):
            pairs.extend(((*path, at), *pair) for at, pair in enumerate(zip(value, given, strict=False)))
    return faults


def _is_number_for_text(fault: Fault, loaded: Loaded) -> bool:
    is_number = isinstance(fault.found, int | float) and not isinstance(fault.found, bool)
    return is_number and fault.path in loaded.written and any(rule == "string_type" for rule in fault.rules)


def _with_text(loaded: Loaded, paths: list[Path]) -> Any:
    data = copy.deepcopy(loaded.data)
    for path in paths:
        inside = data
        for part in path[:-1]:
            inside = inside[part]
        inside[path[-1]] = loaded.written[path]
    return data


def _error(kind: Any, loaded: Loaded, name: str, error: type[CommissionError], faults: list[Fault]) -> CommissionError:
    lines = sorted({(*loaded.mark(fault.path), told(fault, kind)) for fault in faults})
    told_lines = [f"{name}:{line}:{column}: {what}" for line, column, what in lines[:_MOST_TOLD]]
    if len(lines) > _MOST_TOLD:
        told_lines.append(f"and {len(lines) - _MOST_TOLD} more")
    return error("\n".join(told_lines), file=name, line=lines[0][0])
