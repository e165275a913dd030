"""A resolved ruleset as JSON and back, so that a second run need not read the YAML; examples are left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import Any

from ..rules import Advice, Part, Principle, Rule, Ruleset, Scale, Severity, Stage

_FORMAT = 8


def pack(ruleset: Ruleset) -> str:
    """The ruleset as one line of JSON."""
    plain = {**_plain(replace(ruleset, table=None)), "table": ruleset.table}
    return json.dumps({"format": _FORMAT, "ruleset": plain}, ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Ruleset | None:
    """The ruleset back, or None where the text is not one that ``pack`` wrote."""
    try:
        data = json.loads(text)
        return _ruleset(data["ruleset"]) if data["format"] == _FORMAT else None
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value) if part.name != "examples"}
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value


def _ruleset(data: dict[str, Any]) -> Ruleset:
    return Ruleset(
        **{
            **data,
            "stages": tuple(Stage(**entry) for entry in data["stages"]),
            "principles": tuple(
                Principle(**{**entry, "articles": tuple(entry["articles"])}) for entry in data["principles"]
            ),
            "vocabulary": {name: tuple(phrases) for name, phrases in data["vocabulary"].items()},
            "scale": _scale(data["scale"]),
            "rules": tuple(_rule(entry) for entry in data["rules"]),
            "sources": tuple(data["sources"]),
        }
    )


def _rule(data: dict[str, Any]) -> Rule:
    return Rule(
        **{
            **data,
            "severity": Severity(data["severity"]),
            "parts": tuple(Part(**part) for part in data["parts"]),
            "articles": tuple(data["articles"]),
            "where": tuple(data["where"]),
            "weight": None if data["weight"] is None else Fraction(data["weight"]),
            "advice": Advice(**data["advice"]),
            "sources": tuple(data["sources"]),
            "own_words": tuple(data["own_words"]),
        }
    )


def _scale(data: dict[str, Any]) -> Scale:
    def exact(table: dict[str, str]) -> dict[str, Fraction]:
        return {name: Fraction(value) for name, value in table.items()}

    single = {name: Fraction(data[name]) for name in ("red_below", "amber_below", "essential_share", "unread_limit")}
    return Scale(credit=exact(data["credit"]), weights=exact(data["weights"]), **single)
