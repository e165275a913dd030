"""Every shipped criterion tells people all they need, in words of its own, and names its sources whole.

How many examples each has, and that they are read as listed, is tried in `test_rule_examples.py`.
"""

from __future__ import annotations

import re

import pytest

from crp_commission.library import find, shipped_names
from crp_commission.rules import Rule

WANTED = ("good", "minimum", "reject", "wording", "indicator", "why_it_matters", "effort", "who_decides")
PAIRS = {")": "(", "]": "["}
OF_ONE_NATION = re.compile(
    r"\b(ICBs?|integrated care|section 151|section 95|monitoring officer|health boards?|NHS|HSC|(?:health|care) trusts?"
    r"|integration joint|chief social work|England|Scotland|Scottish|Wales|Welsh|Northern Ireland)\b"
)
RULES = [
    rule
    for name in shipped_names()
    for ruleset in find([name], use_cache=False)
    for rule in ruleset.rules
    if rule.ruleset == ruleset.id
]
CORE = [rule for rule in RULES if rule.ruleset == "core"]


def is_whole(text: str) -> bool:
    """Whether every bracket of it is opened and closed, so that it is no half of an entry cut in two."""
    is_open: list[str] = []
    for sign in text:
        if sign in PAIRS.values():
            is_open.append(sign)
        elif sign in PAIRS and (not is_open or is_open.pop() != PAIRS[sign]):
            return False
    return not is_open


def bare(text: str) -> str:
    """Its words alone, to compare two texts whatever their capitals and stops."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_criterion_gives_every_piece_of_advice(rule: Rule) -> None:
    assert [name for name in WANTED if not getattr(rule.advice, name).strip()] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_two_pieces_of_advice_say_the_same(rule: Rule) -> None:
    said = [bare(getattr(rule.advice, name)) for name in WANTED if getattr(rule.advice, name)]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_criterion_names_its_sources_each_of_them_whole(rule: Rule) -> None:
    assert rule.sources
    assert [source for source in rule.sources if not is_whole(source)] == []


@pytest.mark.parametrize("text", ["UNCRC art 12", "Act 2023 s52 (KPIs; exempt)", "Act [asp 9] (s6(1))"])
def test_a_source_with_every_bracket_closed_is_whole(text: str) -> None:
    assert is_whole(text)


@pytest.mark.parametrize("text", ["standards (2002", "revised in 2023)", "Act (asp 9]", ")2002("])
def test_half_of_a_source_is_not_whole(text: str) -> None:
    assert not is_whole(text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_an_essential_part_asks_is_more_than_the_title_again(rule: Rule) -> None:
    assert [part.asks for part in rule.parts if part.essential and bare(part.asks) == bare(rule.title)] == []


@pytest.mark.parametrize("rule", CORE, ids=lambda rule: rule.id)
def test_whoever_decides_on_a_core_criterion_is_found_in_all_four_nations(rule: Rule) -> None:
    assert OF_ONE_NATION.findall(rule.advice.who_decides) == []


def test_core_does_not_say_of_two_criteria_that_the_same_people_decide() -> None:
    said = [bare(rule.advice.who_decides) for rule in CORE]
    assert [text for text in said if said.count(text) > 1] == []
