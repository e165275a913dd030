"""The order in which the papers of a pack win: what the pack says of it, else the usual order."""

from __future__ import annotations

import pytest

from builders import doc
from crp_commission.precedence import USUAL, precedence

STATED = [
    (
        "In the event of a conflict the following order of precedence applies: (a) the Specification; (b) the Terms.",
        ("service-specification", "contract-terms", "kpi-schedule"),
    ),
    (
        "Documents shall be read in descending order of priority: the Contract Particulars, then the KPI schedule, "
        "then the Specification.",
        ("contract-terms", "kpi-schedule", "service-specification"),
    ),
    (
        "In ascending order of precedence: the Tender; the Specification; the Conditions.",
        ("contract-terms", "service-specification", "itt-questions", "kpi-schedule"),
    ),
    (
        "Where they differ, the Specification prevails over the general terms.",
        ("service-specification", "contract-terms", "kpi-schedule"),
    ),
    (
        "The Provider's method statements take precedence over the specification where they ask more.",
        ("itt-questions", "service-specification", "contract-terms", "kpi-schedule"),
    ),
]
SILENT = [
    "The welfare of the child takes precedence over the wishes of the Provider.",
    "Nothing in the Specification prevails over the Terms.",
    "Children are seen in order of priority.",
    "The specification is set out in Schedule 1 and the terms in Schedule 2.",
]


@pytest.mark.parametrize(("text", "roles"), STATED)
def test_a_stated_order_is_read(text: str, roles: tuple[str, ...]) -> None:
    found = precedence(doc("Some clause comes first.", text))
    assert found.roles == roles
    assert found.sentence is not None


@pytest.mark.parametrize("text", SILENT)
def test_any_other_sentence_leaves_the_usual_order(text: str) -> None:
    assert precedence(doc(text)).roles == USUAL
    assert precedence(doc(text)).sentence is None


def test_an_order_may_be_a_list_under_its_lead_in() -> None:
    found = precedence(
        doc("The order of precedence is:", "- the Specification", "- the KPI Schedule", "- the Conditions")
    )
    assert found.roles == ("service-specification", "kpi-schedule", "contract-terms")
