"""Denials that protect are told from denials that take away."""

from __future__ import annotations

import pytest

from builders import doc
from crp_commission.denials import protects, spares
from crp_commission.language.terms import TermTable
from crp_commission.reading import Reading

PROTECTS = [
    "A short visit does not affect the duty to see every child alone.",
    "Silence shall not be treated as agreement.",
    "Staying away once is not regarded as a refusal.",
    "Missing a visit is not a ground for closing the file.",
    "Sub-contractors are not exempt from this Schedule.",
    "No child shall be left out of the review because of age.",
    "A child does not have to write a complaint down.",
    "Complaints need not be made in writing.",
    "A parent's consent is not needed for a child to see an advocate.",
    "Staff shall not use isolation as a punishment.",
    "Isolation is forbidden.",
    "Support shall not end on the eighteenth birthday.",
    "The child's wishes must never be ignored.",
    "Parents shall not answer for the child.",
    "Families shall not be charged for an interpreter.",
    "Advocacy is not limited to complaints.",
    "Restraint for convenience is treated as gross misconduct.",
    "Staff who restrain a child for convenience will be dismissed.",
    "Nobody may require a child to speak through a parent.",
    "Young people's scores are not for information only.",
    "Restraints shall not go unrecorded.",
    "The Provider shall not refuse a child who needs an interpreter.",
]
TAKES_AWAY = [
    "The charter is for information and no line of it is to be regarded as a duty of the operator.",
    "A remark made at mealtimes shall not be treated as a complaint.",
    "Nothing in the young people's agreement shall be taken as part of the conditions.",
    "Children shall not be told what was decided.",
    "No advocate may attend the review.",
    "The Provider is not required to ask children for their views.",
    "Staff need not record the reasons.",
    "A complaint from a child need not be answered.",
    "Children may not refuse a search.",
    "Numbers of restraints are not kept.",
    "A child's objection shall not prevent the move.",
    "Restraint is not limited to emergencies.",
    "A child who will not settle may be placed in isolation.",
    "Failure against the children's indicators shall not lead to a deduction.",
    "Nothing in this clause prevents the use of restraint to keep order.",
    "The service is not open to households with no recourse to public funds.",
    "What children say is for information only and does not change the score.",
]


@pytest.mark.parametrize("line", PROTECTS)
def test_a_denied_harm_limit_or_excuse_protects(line: str) -> None:
    reading = Reading(doc(line), TermTable({}))
    assert protects(reading, reading.document.sentences[0])


@pytest.mark.parametrize("line", TAKES_AWAY)
def test_a_denied_promise_does_not(line: str) -> None:
    reading = Reading(doc(line), TermTable({}))
    assert not protects(reading, reading.document.sentences[0])


TABLES = [
    # the head of the second column, its cell, and whether a punishment in the first column is forbidden by it
    ("Allowed?", "No", True),
    ("Permitted in this home", "Never.", True),
    ("Acceptable", "Not acceptable, in any house", True),
    ("Allowed?", "Yes", False),
    ("Allowed?", "No more than once a week", False),
    ("How often", "No", False),
]


@pytest.mark.parametrize(("head", "cell", "forbidden"), TABLES)
def test_a_row_that_gives_no_leave_for_a_harm_protects(head: str, cell: str, forbidden: bool) -> None:
    reading = Reading(doc(f"| Practice | {head} |", f"| Isolation as a punishment | {cell} |"), TermTable({}))
    row = [one for one in reading.document.sentences if one.header]
    assert [protects(reading, one) for one in row] == [forbidden, forbidden]


def test_what_stands_under_a_lead_in_that_denies_is_denied() -> None:
    reading = Reading(
        doc("The Provider shall not:", "- restrain a child;", "- tell children the outcome."), TermTable({})
    )
    assert [protects(reading, one) for one in reading.document.sentences[-2:]] == [True, False]


@pytest.mark.parametrize(
    "line",
    [
        "Nothing in this clause prevents a child from complaining.",
        "May staff refuse?",
        "Rights to visit are set out in Part 2.",
    ],
)
def test_a_question_and_a_clause_that_spares_something_take_nothing_away(line: str) -> None:
    assert spares(line)


def test_a_reference_with_a_limit_in_it_can_take_something_away() -> None:
    assert not spares("Rights to visit are set out in Part 2 and do not extend to sub-contractors.")


def test_endless_rows_of_denials_are_read_all_the_same() -> None:
    reading = Reading(doc("not " * 20_000 + "told."), TermTable({}))
    assert not protects(reading, reading.document.sentences[0])
