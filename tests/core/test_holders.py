"""Who a promise is for: nothing is promised to a child who bears the duty, or in whose place others are named."""

from __future__ import annotations

import pytest

from builders import doc
from crp_commission.holders import burdens_child, leaves_children_out
from crp_commission.language.terms import TermTable
from crp_commission.reading import Reading

BURDENS = [
    "Children must tell staff what they think.",
    "The child shall arrange an interpreter.",
    "Young people are required to report bullying.",
    "They must then sign the form.",
    "Pupils shall not shout at each other.",
]
RIGHTS = [
    "Children must be told what was decided.",
    "Children shall have a say in the menu.",
    "Young people shall choose their worker.",
    "No child shall wait longer than four weeks.",
    "Children shall not be restrained.",
    "Children shall not have to ask twice.",
    "Where a parent complains about a child, the investigator must find out what the child thinks.",
    "Staff must tell children what was decided.",
    "Children tell us what they think.",
]


def burdened(text: str) -> bool:
    (unit,) = (reading := Reading(doc(text), TermTable({}))).units
    return any(burdens_child(unit, clause) for clause in reading.meaning(unit.sentences[0]).clauses)


@pytest.mark.parametrize(("text", "burden"), [(one, True) for one in BURDENS] + [(one, False) for one in RIGHTS])
def test_a_duty_on_the_child(text: str, burden: bool) -> None:
    assert burdened(text) is burden


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("Staff ask parents, not children, for their views.", True),
        ("Staff seek the parents' views instead of the child's.", True),
        ("An advocate is offered to parents in place of the child.", True),
        ("Staff tell the parent rather than the young person.", True),
        ("Staff ask the child, and not the child's parents.", False),
        ("Staff ask the child, not the parents.", False),
        ("Staff come to the school rather than children travelling to the clinic.", False),
        ("Staff ask each child, not only those over ten.", False),
    ],
)
def test_somebody_in_the_place_of_children(text: str, left_out: bool) -> None:
    assert leaves_children_out(doc(text).sentences[0]) is left_out
