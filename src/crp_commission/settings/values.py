"""What each setting may be, read from an option, an environment variable or a configuration file alike."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from ..limits import Limits
from ..roles import UNKNOWN
from ..rules import ROLES, Severity

PROFILES = ("light", "standard", "full")
SEVERITIES = tuple(severity.value for severity in Severity)
COLORS = ("auto", "always", "never")

KINDS = (*ROLES, UNKNOWN)
"""What a file can be said to be; of one that is UNKNOWN everything is asked."""

# Other spellings of a setting's name.
ALIASES: Mapping[str, str] = {
    "rulesets": "ruleset",
    "roles": "role",
    "formats": "format",
    "outputs": "output",
    "colour": "color",
}
_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


class Wrong(ValueError):
    """A value that a setting cannot have: ``message`` follows the setting's name, ``path`` is the key within it."""

    def __init__(self, message: str, hint: str = "", path: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.path = path


def suggestion(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant."""
    close = difflib.get_close_matches(word.lower(), list(known), n=1)
    return close[0] if close else None


def _choice(allowed: tuple[str, ...]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in allowed:
            near = suggestion(str(value), allowed)
            hint = f"Did you mean {near}?" if near else ""
            raise Wrong(f"cannot be “{value}”: it is one of {', '.join(allowed)}", hint)
        return str(value)

    return read


def _texts(value: Any) -> tuple[str, ...]:
    """A list; in an environment variable the names stand with commas between them."""
    if isinstance(value, str):
        value = [text.strip() for text in value.split(",") if text.strip()]
    if not isinstance(value, list | tuple) or not all(isinstance(text, str) and text.strip() for text in value):
        raise Wrong("needs a list of names")
    return tuple(dict.fromkeys(value))


def _each(value: Any) -> tuple[str, ...]:
    """A list in which the same word may stand twice, since it belongs to another list."""
    return tuple(value) if isinstance(value, tuple | list) and all(isinstance(v, str) for v in value) else _texts(value)


def _roles(value: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, Mapping):
        pairs = [text.rpartition("=") for text in _texts(value)]
        if not all(file and role for file, _, role in pairs):
            raise Wrong("needs FILE=ROLE", "For example: spec.docx=service-specification.")
        value = {file: role for file, _, role in pairs}
    for file, role in value.items():
        if role not in KINDS:
            near = suggestion(str(role), KINDS)
            hint = f"Did you mean {near}?" if near else f"The roles are: {', '.join(KINDS)}."
            raise Wrong(f"gives “{file}” the role “{role}”, which does not exist", hint, (str(file),))
    return tuple(sorted(value.items()))


def percent(value: Any) -> Fraction:
    """A number from 0 to 100. Raises Wrong."""
    try:
        if isinstance(value, bool):
            raise ValueError
        number = Fraction(str(value).strip())
    except (ValueError, ZeroDivisionError):
        raise Wrong(f"needs a number from 0 to 100, not “{value}”") from None
    if not 0 <= number <= 100:
        raise Wrong(f"needs a number from 0 to 100, not {value}")
    return number


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word not in _TRUE | _FALSE:
        raise Wrong(f"needs true or false, not “{value}”")
    return word in _TRUE


def _folder(value: Any) -> Path:
    if not isinstance(value, str | Path) or "\0" in str(value):
        raise Wrong("needs the name of a folder")
    return Path(value)


def number_from(value: Any, least: int) -> int:
    """A whole number, ``least`` (0 or 1) at least. Raises Wrong."""
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"0|[1-9]\d{0,11}", text) or int(text) < least:
        raise Wrong(f"needs a whole number from {least}, not “{value}”")
    return int(text)


def _count(value: Any) -> int:
    return number_from(value, 1)


def _file(value: Any) -> Path:
    if not isinstance(value, str | Path) or "\0" in str(value):
        raise Wrong("needs the name of a file")
    return Path(value)


def _date(value: Any) -> str:
    text = str(value).strip()
    if not _DATE.fullmatch(text):
        raise Wrong(f"needs a date written like 2026-03-31, not “{value}”")
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        raise Wrong(f"is a day that does not exist: {text}") from None
    return text


def _limits(value: Any) -> Limits:
    known = [limit.name for limit in dataclasses.fields(Limits)]
    if not isinstance(value, Mapping):
        raise Wrong("needs names with numbers", "For example: file_bytes: 100000000.")
    given = {}
    for key, number in value.items():
        name = key.replace("-", "_")
        if name not in known:
            near = suggestion(name, known)
            hint = f"Did you mean {near}?" if near else f"The limits are: {', '.join(known)}."
            raise Wrong(f"does not know “{key}”", hint, (key,))
        try:
            given[name] = _count(number)
        except Wrong as wrong:
            raise Wrong(f"“{key}” {wrong.message}", path=(key,)) from None
    return Limits(**given)


def _gate(value: Any) -> Any:
    from .gate_marks import gate_marks

    return gate_marks(value)


def require_unquoted(name: str, value: Any, path: tuple[str, ...] = ()) -> None:
    """Raises Wrong where a file has text for a number or for true or false: the value it stands for was guessed at.

    Options and variables are text by nature, so this is not asked of them.
    """
    if READERS[name] not in (_truth, _count, _limits, _gate, percent):
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            require_unquoted(name, inner, (*path, str(key)))
    elif isinstance(value, str) or (READERS[name] is _truth and not isinstance(value, bool)):
        due = "true or false" if READERS[name] is _truth else "a number"
        inside = f"“{path[-1]}” " if path else ""
        kind = "the text " if isinstance(value, str) else ""
        raise Wrong(f"{inside}needs {due}, not {kind}“{value}”", f"Write {due} without quotes.", path)


READERS: Mapping[str, Callable[[Any], Any]] = {
    "ruleset": _texts,
    "profile": _choice(PROFILES),
    "role": _roles,
    "limits": _limits,
    "fail_under": percent,
    "fail_on": _choice(SEVERITIES),
    "gate": _gate,
    "waivers": _file,
    "no_waivers": _truth,
    "baseline": _file,
    "format": _each,
    "output": _each,
    "templates": _folder,
    "answers": _file,
    "date": _date,
    "workers": _count,
    "strict": _truth,
    "quiet": _truth,
    "verbose": _truth,
    "color": _choice(COLORS),
    "no_progress": _truth,
    "no_cache": _truth,
}
