"""Labelled cases: passages with the verdicts a careful reviewer would give, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import UsageError

_FORMATS = ("markdown", "text")
_STATUSES = ("met", "partial", "contradicted", "gap")


@dataclass(frozen=True, slots=True)
class Case:
    """One passage. ``expect`` is None where no criteria were labelled, ``principles`` where no principles were.

    A criterion in scope that is neither in ``expect`` nor in ``also`` is expected to be a gap. ``rulesets`` are those
    in scope (None: those of the command), ``doc_type`` the role of the paper ("unknown" where it is not given).
    """

    id: str
    text: str
    format: str
    expect: Mapping[str, str] | None
    also: frozenset[str]
    principles: Mapping[str, str] | None
    torn: frozenset[str]
    rulesets: tuple[str, ...] | None
    doc_type: str
    trap: str | None
    pair: str | None
    half: str | None


def load_cases(text: str, name: str) -> list[Case]:
    """The cases of a JSONL file shown as ``name``. Raises UsageError with the line of the first that is wrong."""
    cases: list[Case] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            case = _case(line, name, number)
            if case.id in seen:
                raise _wrong(name, number, f"the id '{case.id}' stands on line {seen[case.id]} already")
            seen[case.id] = number
            cases.append(case)
    if not cases:
        raise UsageError(f"{name} holds no case.", file=name, hint="Write one JSON object a line.")
    return cases


def _case(line: str, name: str, number: int) -> Case:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as wrong:
        raise _wrong(name, number, "this line is no JSON object") from wrong
    if not isinstance(data, dict):
        raise _wrong(name, number, "this line is no JSON object")
    for key in ("id", "text"):
        if not isinstance(data.get(key), str) or not data[key].strip():
            raise _wrong(name, number, f"'{key}' is missing or no text")
    chosen = data.get("format", "markdown")
    if chosen not in _FORMATS:
        raise _wrong(name, number, f"'format' is one of {', '.join(_FORMATS)}, not {chosen!r}")
    expect = _table(data, "expect", name, number)
    for criterion, status in (expect or {}).items():
        if status not in _STATUSES:
            raise _wrong(name, number, f"{criterion}: a status is one of {', '.join(_STATUSES)}, not {status!r}")
    return Case(
        id=data["id"],
        text=data["text"],
        format=chosen,
        expect=expect,
        also=frozenset(_names(data, "also", name, number)),
        principles=_table(data, "principles", name, number),
        torn=frozenset(_names(data, "torn", name, number)),
        rulesets=_names(data, "rulesets", name, number) or None,
        doc_type=_text(data, "doc_type", name, number) or "unknown",
        trap=_text(data, "trap", name, number),
        pair=_text(data, "pair", name, number),
        half=_text(data, "half", name, number),
    )


def _table(data: Mapping[str, Any], key: str, name: str, number: int) -> Mapping[str, str] | None:
    value = data.get(key)
    if value is None:
        return None
    if not isinstance(value, dict):
        raise _wrong(name, number, f"'{key}' is a table of names and verdicts")
    return value


def _names(data: Mapping[str, Any], key: str, name: str, number: int) -> tuple[str, ...]:
    value = data.get(key) or []
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _wrong(name, number, f"'{key}' is a list of names")
    return tuple(value)


def _text(data: Mapping[str, Any], key: str, name: str, number: int) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise _wrong(name, number, f"'{key}' is text")
    return value or None


def _wrong(name: str, line: int, what: str) -> UsageError:
    return UsageError(f"{name}, line {line}: {what}.", file=name, line=line)
