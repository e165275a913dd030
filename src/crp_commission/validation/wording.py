"""Faults in words that a person who never saw a schema can act on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from .branches import MISSING, UNKNOWN, Fault
from .known_keys import known_keys

_MOST_SHOWN = 40
_LIST, _KEYS, _DATE = "a list", "keys with values", "a date written like 2026-03-31"
_NEEDS = {
    "string": "text", "int": "a whole number", "float": "a number", "finite": "a number", "decimal": "a number",
    "bool": "true or false", "tuple": _LIST, "list": _LIST, "set": _LIST, "frozen": _LIST, "iterable": _LIST,
    "dict": _KEYS, "mapping": _KEYS, "dataclass": _KEYS, "model": _KEYS, "date": _DATE, "datetime": _DATE,
    "fraction": "a number or a fraction such as 1/2", "none": "nothing",
}  # fmt: skip
_BOUNDS = {
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be {ge} or more",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be {le} or less",
    "multiple_of": "must be a multiple of {multiple_of}",
    "too_short": "needs {min_length} or more in its list",
    "too_long": "may have {max_length} in its list at most",
    "string_too_short": "must have {min_length} or more letters",
    "string_too_long": "may have {max_length} letters at most",
    "string_pattern_mismatch": "is not written as it must be (the pattern is {pattern})",
}
_CHOICES = frozenset(("enum", "literal_error"))


def told(fault: Fault, kind: Any) -> str:
    """One sentence or two on ``fault``: what is wrong and what to write. ``kind`` is the record that was to be made."""
    rule = fault.rules[0]
    if rule in MISSING:
        return f"the key “{fault.path[-1]}” is missing; add `{fault.path[-1]}: ...`."
    if rule in UNKNOWN:
        return _unknown(fault, kind)
    if rule in ("value_error", "assertion_error"):
        return _sentence(str(fault.details[0].get("error", "")) or f"{_named(fault)} is wrong")
    if rule in _BOUNDS:
        return f"{_named(fault)} {_BOUNDS[rule].format_map(fault.details[0])}."
    if all(rule in _CHOICES for rule in fault.rules):
        return _not_among(fault)
    return _wrong_kind(fault)


def _unknown(fault: Fault, kind: Any) -> str:
    key = str(fault.path[-1])
    known = known_keys(kind, fault.path[:-1])
    close = get_close_matches(key.lower(), known, n=1)
    under = next((name for name in known if key in known_keys(kind, (*fault.path[:-1], name))), None)
    if under is not None:
        return f"the key “{_clipped(key)}” is not known here; it stands under “{under}”, indented."
    if close:
        return f"the key “{_clipped(key)}” is not known here; did you mean “{close[0]}”?"
    listed = f"; the keys are {', '.join(known)}" if known else ""
    return f"the key “{_clipped(key)}” is not known here{listed}."


def _not_among(fault: Fault) -> str:
    allowed = list(dict.fromkeys(choice for detail in fault.details for choice in _choices(detail)))
    close = get_close_matches(str(fault.found).lower(), allowed, n=1) if isinstance(fault.found, str) else []
    meant = f"; did you mean “{close[0]}”?" if close else "."
    return f"{_named(fault)} cannot be {_shown(fault.found)}{meant} Write one of: {', '.join(allowed)}."


def _choices(detail: Mapping[str, Any]) -> list[str]:
    expected = str(detail.get("expected", ""))
    return re.findall(r"'([^']*)'", expected) or re.split(r", | or ", expected)


def _wrong_kind(fault: Fault) -> str:
    needs = list(dict.fromkeys(_need(*pair) for pair in zip(fault.rules, fault.details, strict=True)))
    if not all(needs):
        said = str(fault.details[0].get("said", "it is wrong")).replace("Input should", "it should")
        return _sentence(f"{_named(fault)} cannot be {_shown(fault.found)}: {said}")
    return f"{_named(fault)} needs {_either(needs)}, not {_shown(fault.found)}.{_how(needs[0], fault.found)}"


def _need(rule: str, detail: Mapping[str, Any]) -> str:
    if rule in _CHOICES:
        return f"one of {', '.join(_choices(detail))}"
    return _NEEDS.get(rule.split("_")[0], "")


def _how(need: str, found: Any) -> str:
    if need == "text" and isinstance(found, bool):
        return " Put it in quotes."
    if need == _LIST and isinstance(found, str):
        return f" Write `- {_clipped(found)}` on a line of its own."
    if need == _KEYS and isinstance(found, str | None):
        return " Write `key: value` on the lines below, indented."
    return ""


def _named(fault: Fault) -> str:
    """The value by its key; a value in a list by the list's key and its position."""
    named = next((part for part in reversed(fault.path) if isinstance(part, str)), None)
    if named is None:
        return f"entry {fault.path[-1] + 1}" if fault.path and isinstance(fault.path[-1], int) else "the file"
    last = fault.path[-1]
    return f"entry {last + 1} of “{_clipped(named)}”" if isinstance(last, int) else f"“{_clipped(named)}”"


def _shown(found: Any) -> str:
    match found:
        case None:
            return "nothing"
        case bool():
            return str(found).lower()
        case int() | float():
            return f"the number {found}"
        case str():
            return f"“{_clipped(found)}”" if found.strip() else "an empty text"
        case list():
            return _LIST
        case _:
            return _KEYS


def _clipped(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


def _either(needs: Iterable[str]) -> str:
    *first, last = needs
    return f"{', '.join(first)} or {last}" if first else last


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
