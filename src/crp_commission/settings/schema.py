"""What a configuration file may hold, told to editors of YAML."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from ..limits import Limits
from ..rules import Severity
from .gate_marks import ELSEWHERE, VERDICTS
from .values import ALIASES, COLORS, KINDS, PROFILES, READERS, SEVERITIES

SCHEMA_FILE = "crp-commission.schema.json"
"""The file beside a configuration that editors check it against."""

_TEXT = {"type": ["string", "null"]}
_TRUTH = {"type": ["boolean", "null"]}
_COUNT = {"type": ["integer", "null"], "minimum": 1}
_PERCENT = {"type": ["number", "null"], "minimum": 0, "maximum": 100}
_LIST = {"type": ["array", "string", "null"], "items": {"type": "string"}}
_MARKS = {"type": ["object", "null"], "additionalProperties": {"type": "number", "minimum": 0, "maximum": 100}}


def _one_of(names: tuple[str, ...]) -> dict[str, Any]:
    return {"enum": [*names, None]}


def _limits() -> dict[str, Any]:
    names = [limit.name for limit in dataclasses.fields(Limits)]
    spelled = [*(name.replace("_", "-") for name in names), *names]
    return {
        "type": ["object", "null"],
        "properties": {key: {"type": "integer", "minimum": 1} for key in spelled},
        "additionalProperties": False,
    }


def _gate() -> dict[str, Any]:
    number = {"type": "integer", "minimum": 0}
    numbers = {
        "type": "object",
        "properties": dict.fromkeys([severity.value for severity in Severity], number),
        "additionalProperties": False,
    }
    keys = {
        "stages": {**_MARKS, "description": "Pass marks of stages, in percent."},
        "principles": {**_MARKS, "description": "Pass marks of principles, in percent."},
        "allow": {
            "type": ["object", "null"],
            "description": "At most so many criteria of a severity with this verdict or a worse one.",
            "properties": dict.fromkeys(VERDICTS, numbers),
            "additionalProperties": False,
        },
    }
    spelled = {key: _SETTINGS[name] for name in ELSEWHERE for key in dict.fromkeys((_key(name), name))}
    return {"type": ["object", "null"], "properties": {**spelled, **keys}, "additionalProperties": False}


_SETTINGS: Mapping[str, dict[str, Any]] = {
    "ruleset": {**_LIST, "description": "Rulesets to judge by, names or files; the first one's scale rules."},
    "profile": {**_one_of(PROFILES), "description": "How much to ask."},
    "role": {
        "type": ["object", "string", "array", "null"],
        "additionalProperties": {"enum": list(KINDS)},
        "description": "What kind of paper each file is, by its path; * stands for any letters.",
    },
    "limits": {"description": "How much a document may ask of the machine before it is refused."},
    "fail_under": {**_PERCENT, "description": "The least score, in percent; open questions count as not met."},
    "fail_on": {**_one_of(SEVERITIES), "description": "No criterion at this level or above may be missing."},
    "gate": {"description": "The gate as a block: marks, and how many criteria may have which verdict."},
    "waivers": {**_TEXT, "description": "The file of waivers, from the folder of this one."},
    "no_waivers": {**_TRUTH, "description": "Let no waiver hold."},
    "baseline": {**_TEXT, "description": "The file of findings of an earlier day, from the folder of this one."},
    "format": {**_LIST, "description": "Formats of the report."},
    "output": {**_LIST, "description": "Where each goes; the n-th belongs to the n-th format."},
    "templates": {**_TEXT, "description": "A folder of your own templates, from the folder of this file."},
    "answers": {**_TEXT, "description": "The file of what people have stated, from the folder of this one."},
    "date": {**_TEXT, "description": "The day of the check, as 2026-03-31.", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "workers": {**_COUNT, "description": "How many documents to read at a time."},
    "strict": {**_TRUTH, "description": "Exit 3 if anything could not be read."},
    "quiet": {**_TRUTH, "description": "No messages beside the result and errors."},
    "verbose": {**_TRUTH, "description": "Show every criterion and all evidence."},
    "color": {**_one_of(COLORS), "description": "Colour on a terminal."},
    "no_progress": {**_TRUTH, "description": "No line that shows how far the reading is."},
    "no_cache": {**_TRUTH, "description": "Read the rulesets anew."},
}
assert _SETTINGS.keys() == READERS.keys()


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a configuration file, in the draft that editors of YAML understand."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Settings of crp-commission",
        "description": "What stands in crp-commission.yaml.",
        "type": ["object", "null"],
        "properties": dict(_properties()),
        "additionalProperties": False,
    }


def _properties() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each setting in every spelling that is read, the usual one first."""
    made = {"limits": _limits, "gate": _gate}
    others = {name: [alias for alias, meant in ALIASES.items() if meant == name] for name in READERS}
    for name, about in _SETTINGS.items():
        whole = {**about, **(made[name]() if name in made else {})}
        for key in dict.fromkeys((*others[name], _key(name), name)):
            yield key, whole


def _key(name: str) -> str:
    return name.replace("_", "-")
