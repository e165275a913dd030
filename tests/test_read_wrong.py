"""Examples of criteria that the tool reads wrong today: kept, so that they are not forgotten.

Each is expected to fail. One that is read right fails here: move it back under its criterion's examples.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from crp_commission.examples import run_examples
from crp_commission.library import find, recogniser, shipped_names
from crp_commission.rules import Examples, Rule, Ruleset

WRONG = [json.loads(line) for line in (Path(__file__).parent / "read_wrong.jsonl").read_text("utf-8").splitlines()]


@cache
def criteria() -> dict[str, tuple[Ruleset, Rule]]:
    return {rule.id: (one, rule) for one in find(shipped_names()) for rule in one.rules}


@pytest.mark.xfail(reason="the tool reads it wrong", raises=AssertionError)
@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong['criterion']}-{wrong['expect']}")
def test_what_is_read_wrong_is_still_read_wrong(wrong: dict[str, str]) -> None:
    ruleset, rule = criteria()[wrong["criterion"]]
    alone = replace(rule, examples=Examples(**{wrong["expect"]: (wrong["text"],)}))
    (result,) = run_examples(replace(ruleset, rules=(alone,)), recogniser())
    assert result.passed
