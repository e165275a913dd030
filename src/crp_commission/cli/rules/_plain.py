"""Records as plain data, for what is printed as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any


def as_json(data: Any) -> str:
    """Records and plain data as indented JSON."""
    return json.dumps(plain(data), ensure_ascii=False, indent=2)


def plain(value: Any) -> Any:
    """A record, or what holds records, as dicts, lists, texts and numbers."""
    if is_dataclass(value):
        return {part.name: plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Fraction):
        return number(value)
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value


def number(value: Fraction) -> int | float:
    """A fraction as a person writes it: a whole number where it is one."""
    return int(value) if value.denominator == 1 else float(value)
