"""Which criteria are on trial follows from the measured figures that ship with them, and from nothing else."""

from __future__ import annotations

from crp_commission import library
from crp_commission.rules import Rule

LEAST_PRECISION, LEAST_FINDS = 0.7, 10
FIGURES = library.measured()
RULES = [rule for ruleset in library.find(library.shipped_names()) for rule in ruleset.rules]


def finds(rule: Rule) -> tuple[int, int]:
    """How many finds were right, and how many there were."""
    counts = FIGURES.get(rule.id, {})
    right = int(counts.get("found") or 0)
    return right, right + int(counts.get("false") or 0)


def test_a_criterion_that_is_often_wrong_is_on_trial_and_one_that_is_not_is_not() -> None:
    wrong = []
    for rule in RULES:
        right, every = finds(rule)
        too_few = every < LEAST_FINDS and rule.ruleset != "core"
        expected = too_few or (every >= LEAST_FINDS and right / every < LEAST_PRECISION)
        if rule.experimental is not expected:
            wrong.append(f"{rule.id}: {right} of {every}, experimental: {rule.experimental}")
    assert not wrong, "run scripts/mark_trials.py"
