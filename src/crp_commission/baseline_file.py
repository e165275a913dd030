"""The file of a baseline: written from a saved result, read back line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from .assessment import Status
from .baseline import Baseline, Held
from .described import CLOSED, says
from .limits import DEFAULT_LIMITS, Limits
from .validation import validate
from .validation.published import published
from .yamlfile import load


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """A finding that was there when the baseline was taken."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    criterion: str = field(metadata=says("Id of the criterion.", min_length=1))
    status: Literal["contradicted", "gap", "needs-review", "partial"] = field(metadata=says("The verdict then."))
    file: str = field(default="", metadata=says("The file of the passage; left out for what has no words."))
    passage: str = field(
        default="", metadata=says("Name of the passage, made from its words.", pattern="^([0-9a-f]{16})?$")
    )
    words: str = field(default="", metadata=says("How the passage starts, for people to read."))


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """The findings of a day: a gate fails only on what is not among them."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    pack: str = field(metadata=says("What the pack was called.", min_length=1))
    findings: tuple[HeldEntry, ...] = field(metadata=says("The findings."))
    format_version: Literal[1] = field(default=1, metadata=says("The version of this format."))


def read_baseline(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Baseline:
    """The baseline in a file shown as ``name``. Raises UsageError with every fault as ``file:line``."""
    content = validate(BaselineFile, load(data, name, limits), name)
    return Baseline(
        content.pack,
        tuple(
            Held(entry.criterion, Status(entry.status), entry.file, entry.passage, entry.words)
            for entry in content.findings
        ),
    )


def baseline_text(baseline: Baseline, schema: str, made_with: str) -> str:
    """A baseline as YAML: the same findings give the same text."""
    return "".join(f"{line}\n" for line in _lines(baseline, schema, made_with))


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a baseline, in the draft that editors of YAML understand."""
    return published(BaselineFile, "A baseline of crp-commission")


def _lines(baseline: Baseline, schema: str, made_with: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield "# A baseline: what was not met on the day it was taken. With --baseline a gate on severity fails on nothing"
    yield "# that stands here, and every report says so; the score and the band are as they are. It is written by"
    yield f"# 'crp-commission new baseline', here from a result of {made_with}."
    yield "format_version: 1"
    yield f"pack: {_quoted(baseline.pack)}"
    yield "findings:" if baseline.findings else "findings: []"
    for held in baseline.findings:
        yield f"  - criterion: {_quoted(held.criterion)}"
        yield f"    status: {held.status}"
        if held.passage:
            yield f"    file: {_quoted(held.file)}"
            yield f"    passage: {_quoted(held.passage)}"
            yield f"    words: {_quoted(held.words)}"


def _quoted(text: str) -> str:
    """Text as YAML: in double quotes as JSON has them, which hold any text on one line."""
    return json.dumps(text, ensure_ascii=False)
