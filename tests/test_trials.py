"""The criteria on trial are those that the figures that ship say are too often wrong, and no others."""

from __future__ import annotations

import pytest

from crp_commission.library import find, measured, shipped_names
from crp_commission.rules import Rule

LEAST_RIGHT = 0.7
LEAST_FINDS = 10
RULES = [rule for ruleset in find(shipped_names()) for rule in ruleset.rules]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_criterion_is_on_trial_if_and_only_if_the_figures_say_so(rule: Rule) -> None:
    counts = measured().get(rule.id, {"found": 0, "false": 0})
    finds = counts["found"] + counts["false"]
    wrong = counts["found"] / finds < LEAST_RIGHT if finds >= LEAST_FINDS else rule.ruleset != "core"
    assert rule.experimental == wrong
