"""Every shipped criterion proves itself: each of its examples gets the status it is listed under."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from crp_commission.examples import STATUSES, ExampleResult, run_examples
from crp_commission.library import find, recogniser, shipped_names
from crp_commission.rules import Rule, Ruleset

LEAST = {"met": 3, "partial": 1, "gap": 3}


@cache
def rulesets() -> tuple[Ruleset, ...]:
    """Every ruleset that ships, with its examples, which a kept copy leaves out."""
    return tuple(find([name], use_cache=False)[0] for name in shipped_names())


def own_rules(ruleset: Ruleset) -> Iterator[Rule]:
    """The criteria written in a ruleset rather than taken over from another."""
    return (rule for rule in ruleset.rules if rule.ruleset == ruleset.id)


@cache
def results() -> dict[tuple[str, str, int], ExampleResult]:
    return {
        (result.rule, result.status, result.number): result
        for ruleset in rulesets()
        for result in run_examples(ruleset, recogniser())
    }


RULES = [rule for ruleset in rulesets() for rule in own_rules(ruleset)]
EXAMPLES = [
    (rule.id, status, number)
    for rule in RULES
    for status in STATUSES
    for number in range(1, len(getattr(rule.examples, status)) + 1)
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_criterion_has_enough_examples(rule: Rule) -> None:
    have = {status: len(getattr(rule.examples, status)) for status in LEAST}
    assert {status: have[status] for status, least in LEAST.items() if have[status] < least} == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_example_stands_twice(rule: Rule) -> None:
    texts = [" ".join(text.split()) for status in STATUSES for text in getattr(rule.examples, status)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: "-".join(map(str, example)))
def test_an_example_gets_the_status_it_is_listed_under(example: tuple[str, str, int]) -> None:
    result = results()[example]
    assert result.passed, f"{result.text}\n-> {result.got}: {result.because}"
