"""Every setting with its value and where it came from, as plain data to show or to save."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from . import Settings
from .values import READERS


class Listed(NamedTuple):
    """A setting: ``value`` is plain data, ``source`` is option, environment, file or default, ``origin`` names it."""

    name: str
    value: Any
    source: str
    origin: str
    file: str | None = None
    line: int | None = None


def listed(settings: Settings) -> tuple[Listed, ...]:
    """Every setting by its name in a configuration file, in the order of the names; each limit stands by itself."""
    return tuple(sorted(_each(settings)))


def _each(settings: Settings) -> Iterator[Listed]:
    for name in READERS:
        value = getattr(settings, name)
        if name == "limits":
            yield from _limits(settings)
        elif name == "gate":
            yield from _gate(settings)
        else:
            yield _listed(settings, name, name.replace("_", "-"), _plain(name, value))


def _limits(settings: Settings) -> Iterator[Listed]:
    """A limit that has its usual value is called a default, whether or not the file says so too."""
    for limit in dataclasses.fields(settings.limits):
        value, name = getattr(settings.limits, limit.name), f"limits: {limit.name}"
        is_usual = value == limit.default
        yield Listed(name, value, "default", "default") if is_usual else _listed(settings, "limits", name, value)


def _gate(settings: Settings) -> Iterator[Listed]:
    """Every mark of the gate by itself, by the keys that lead to it."""
    marks = settings.gate
    rows: list[tuple[str, Any]] = [
        (f"gate: {key}: {name}", _plain(name, mark))
        for key in ("stages", "principles")
        for name, mark in getattr(marks, key).items()
    ]
    rows += [
        (f"gate: allow: {verdict}: {severity}", most)
        for verdict, numbers in marks.allow.items()
        for severity, most in numbers.items()
    ]
    yield from (_listed(settings, "gate", *row) for row in rows or [("gate", None)])


def _listed(settings: Settings, field: str, name: str, value: Any) -> Listed:
    origin = settings.origins.get(field)
    if origin is None:
        return Listed(name, value, "default", "default")
    source = "option" if origin.is_option else "file" if origin.file is not None else "environment"
    return Listed(name, value, source, origin.text, origin.file, origin.line)


def _plain(name: str, value: Any) -> Any:
    if name == "role":
        return dict(value)
    if name == "workers":
        return value or None  # none was asked for: as many as the machine has, within reason
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return str(value) if isinstance(value, Path) else value
