"""Which criteria are on trial follows from what was measured, and from nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from crp_commission import library

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from mark_trials import marked, on_trial

RULES = [rule for ruleset in library.find(library.shipped_names()) for rule in ruleset.rules]
MEASURED = library.measured()
FEW_AND_GOOD, MANY_AND_GOOD, MANY_AND_BAD = (
    {"found": found, "false": false} for found, false in ((9, 0), (7, 3), (13, 6))
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_is_too_often_wrong_is_on_trial_and_nothing_else(rule) -> None:
    assert rule.experimental == on_trial(MEASURED.get(rule.id), overlay=rule.ruleset != "core")


@pytest.mark.parametrize(
    ("figures", "core", "overlay"),
    [(None, False, True), (FEW_AND_GOOD, False, True), (MANY_AND_GOOD, False, False), (MANY_AND_BAD, True, True)],
)
def test_seven_in_ten_over_ten_finds_is_what_is_asked(figures, core, overlay) -> None:
    assert (on_trial(figures, overlay=False), on_trial(figures, overlay=True)) == (core, overlay)


def test_a_mark_is_put_behind_the_severity_or_taken_away() -> None:
    first, second = "- id: SW-1\n  severity: major\n{}  title: A\n", "- id: SW-2\n  severity: minor\n  title: B\n{}"
    text = "rules:\n" + first.format("") + second.format("  experimental: true\n")
    wanted = "rules:\n" + first.format("  experimental: true\n") + second.format("")
    found = marked(text, {"SW-1": MANY_AND_BAD, "SW-2": MANY_AND_GOOD}, overlay=True)
    assert found == wanted
    assert marked(found, {"SW-1": MANY_AND_BAD, "SW-2": MANY_AND_GOOD}, overlay=True) == found
