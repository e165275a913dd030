"""Which sentences and clauses check a promise that stands before them, and which say something else."""

from __future__ import annotations

import pytest
from test_operators import ASKED, strengths

PROMISE = "The Provider shall consult children"
GOES_ON = [
    "This is done every month.",
    "It shall do so by 1 May.",
    "The deadline is 30 June.",
    "A record is kept.",
    "Consultation takes place each term.",
    "Every breach is reported to the board within one working day.",
    "Numbers are reported each quarter.",
    "Children choose the questions each term.",
    "The Council checks this each quarter.",
    "The Council samples ten files a year.",
    "If someone does not, the manager must answer in two days.",
]
SAYS_SOMETHING_ELSE = [
    "The insurer must be told of any claim within seven days.",
    "Vehicles must be serviced every six months.",
    "Staff will be offered counselling within five working days of an incident.",
    "The Provider shall review its business continuity plan every six months.",
    "Contractors sign in at reception on every visit.",
    "Invoices are paid within 30 days.",
    "Parents shall be sent a newsletter every month.",
    "No record is kept.",
    "The results are not published.",
]


@pytest.mark.parametrize("sentence", GOES_ON)
def test_what_points_back_or_takes_up_a_word_checks_the_promise(sentence: str) -> None:
    assert set(strengths(ASKED, f"{PROMISE}. {sentence}")) == {"measured"}


@pytest.mark.parametrize(
    ("paragraph", "strength"),
    [
        ("It shall do so every quarter.", "measured"),
        ("2.2 This is done every month.", "measured"),
        ("The deadline is 30 June.", "measured"),
        ("The Provider shall offer every child an advocate within five working days and record it.", "committed"),
        ("The Provider shall pay each fare within ten days and keep it on file.", "committed"),
    ],
)
def test_another_paragraph_checks_the_promise_only_if_it_begins_by_pointing_back(paragraph: str, strength: str) -> None:
    assert strengths(ASKED, f"{PROMISE}.", paragraph)[:1] == [strength]


@pytest.mark.parametrize("sentence", SAYS_SOMETHING_ELSE)
def test_what_says_something_else_does_not(sentence: str) -> None:
    assert set(strengths(ASKED, f"{PROMISE}. {sentence}")) == {"committed"}


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        (f"{PROMISE}; invoices shall be paid each month.", "committed"),
        (f"{PROMISE} and must submit invoices by 5 May.", "committed"),
        (f"{PROMISE}, while parents are to be sent a bulletin every month.", "committed"),
        ("The Provider, which reports to its trustees every quarter, shall consult children.", "committed"),
        (f"{PROMISE} and shall record the answers within two days.", "measured"),
        (f"{PROMISE}, which is done each quarter.", "measured"),
        (f"{PROMISE}: young people are asked every month.", "measured"),
        (f"{PROMISE}; this is to be done each month.", "measured"),
    ],
)
def test_a_clause_of_the_same_sentence_checks_it_only_if_it_goes_on(line: str, strength: str) -> None:
    assert set(strengths(ASKED, line)) == {strength}


@pytest.mark.parametrize(
    "line",
    [
        "4.12 Children are consulted.",
        "3 Children are consulted.",
        "In return for a fee paid monthly, the Provider shall consult children.",
        "During the term of three years from 1 April 2026 the Provider shall consult children.",
        "The Provider shall consult children on the child protection register.",
        "The Provider shall consult children in British Sign Language.",
        "The Provider shall consult children, as set out in the policy of 2 May 2023.",
    ],
)
def test_a_number_a_date_or_a_register_that_belongs_to_something_else_checks_nothing(line: str) -> None:
    assert set(strengths(ASKED, line)) == {"committed"}


@pytest.mark.parametrize(
    "line",
    [
        "The Provider will consider consulting children each quarter.",
        "Once resources have been identified, the Provider will consult children each quarter.",
        "From a date to be agreed, the Provider will consult children each quarter.",
        "The Provider shall consult children each quarter unless the chair thinks it unnecessary.",
        "The Provider shall consult children each quarter, provided that a parent has signed.",
        "The Provider shall consult children each quarter. This is subject to funding being confirmed.",
        "The Provider will discuss with its partners whether to consult children each quarter.",
    ],
)
def test_what_waits_for_money_a_decision_or_an_adults_leave_is_an_aim(line: str) -> None:
    assert set(strengths(ASKED, line)) == {"intended"}
