"""The SARIF that is written keeps the published schema of SARIF 2.1.0, whatever a result holds."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from test_accepted_formats import sample as accepted_report
from test_machine_formats import HOSTILE, hostile_report

from builders import finding, passage, report, rule, source
from crp_commission.document import Note
from crp_commission.gate import GateSpec
from crp_commission.renderers import render
from crp_commission.report import Report
from sample import answered_report, sample_report

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
READER = Draft4Validator(SCHEMA)


def with_lines() -> Report:
    """Findings with lines, a file left out and one not read, and paths that are awkward."""
    found = passage("Restraint may be used.", "contradicts", file="a b/ü#?.md")
    found = replace(found, place=replace(found.place, line=7))
    notes = (Note("ours.yaml", "", "Left out: it is no paper."), Note("scan.pdf", "", "no text", 1.0))
    made = report(finding(rule("DO-DIG-1"), "contradicted", found), files=(source("a b/ü#?.md"),), notes=notes)
    return replace(made, locations={"a b/ü#?.md": "../papers/a b/ü#?.md"})


MADE: dict[str, Callable[[], Report]] = {
    "a gate, a waiver, text not read": sample_report,
    "points of law": lambda: sample_report(law=True),
    "answers": answered_report,
    "waivers and a baseline": accepted_report,
    "lines and files left out": with_lines,
    "nothing asked": lambda: report(gate=GateSpec()),
    **{f"hostile text {number}": lambda words=words: hostile_report(words) for number, words in enumerate(HOSTILE)},
}


def written(given: Report) -> dict[str, Any]:
    drawn = render(given, "sarif")
    assert isinstance(drawn, str)
    return dict(json.loads(drawn))


def faults(log: dict[str, Any]) -> list[str]:
    return [f"{fault.json_path}: {fault.message[:200]}" for fault in READER.iter_errors(log)]


@pytest.mark.parametrize("name", MADE)
def test_every_result_is_written_as_the_schema_asks(name: str) -> None:
    assert faults(written(MADE[name]())) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda run: run.update(score=1),
        lambda run: run.pop("tool"),
        lambda run: run["results"][0].update(level="critical"),
        lambda run: run["results"][0].update(message={}),
        lambda run: run["results"][0]["locations"][0]["physicalLocation"].update(region={"startLine": 0}),
        lambda run: run["artifacts"].append(copy.deepcopy(run["artifacts"][0])),
    ],
    ids=["unknown key", "no tool", "unknown level", "empty message", "line 0", "a file twice"],
)
def test_what_the_schema_forbids_is_seen(change: Callable[[dict[str, Any]], object]) -> None:
    log = written(sample_report(law=True))
    change(log["runs"][0])
    assert faults(log) != []
