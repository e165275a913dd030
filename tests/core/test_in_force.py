"""What stands around a promise and leaves it dead, or binding nobody; and what only looks as if it did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import doc
from crp_commission.document import Document, Source
from crp_commission.evidence import Strength
from crp_commission.grading import Grade, as_in_force
from crp_commission.in_force import Left, standings
from crp_commission.language.terms import TermTable
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.readers import markdown
from crp_commission.reading import Reading
from crp_commission.standing import silent
from crp_commission.structure import build

DUTY = "The Provider shall ask each child."


def read(text: str) -> Document:
    extract = markdown.read(text.encode(), "a.md", DEFAULT_LIMITS)
    return build("a", [(Source("a.md", "0" * 64, "markdown", "unknown", None, 1), extract)])


def left(text: str) -> Left | None:
    """What is left of the force of the sentence that asks each child."""
    document = read(text)
    number = next(one.number for one in document.sentences if "each child" in one.text)
    known = standings(document).get(number)
    return known.left if known else None


FREE = [
    "| What | Which | When |\n|---|---|---|\n| Ask each child | - | tbc |",
    "| What | Which | When |\n|---|---|---|\n| Ask each child | see other report | in due course |",
    "| What | Result | Put right by |\n|---|---|---|\n| Ask each child | not looked into | Jo Bell |",
    "| Award criterion | Weight |\n|---|---|\n| Asking each child | 0% |",
    "The Provider shall:\n\n(a) ask each child;\n(b) tell each child; and\n(c) may leave out (a) and (b) in August.",
    "The Provider shall:\n\n1. ask each child;\n2. points 1 and 2 are what we should like one day.",
    "The Provider shall ask each child. Nothing here is binding until the pilot ends.",
    "The Provider shall:\n\n(a) ask each child;\n(b) tell each child; and\n(c) regards (a) and (b) as guidance.",
    "**Method statement 4** (for interest, carries no marks)\n\nHow often do you ask each child?",
    f"{DUTY} This clause is guidance only.",
    f"{DUTY} The above is indicative only and does not bind the Provider.",
    f"{DUTY} These standards are illustrative.",
    f"{DUTY} This is a target and not a requirement.",
    f"{DUTY} Compliance with this paragraph is voluntary.",
    f"{DUTY} The Provider may depart from this where it thinks fit.",
    f"{DUTY} However, the Provider can opt out of this by notice.",
    f"{DUTY} Nothing in this section is binding.",
    f"{DUTY} This requirement may be set aside by the manager.",
    f"{DUTY} This does not apply to children under ten.",
    f"{DUTY} Younger children may not complain.",
    f"{DUTY} It need not do so where staff are busy.",
    f"{DUTY}\n\nThis clause has not been adopted.",
    f"The following is indicative only.\n\n{DUTY}",
    f"This section is aspirational and not binding. {DUTY}",
    f"4.1 {DUTY}\n\n4.2 Clause 4.1 is guidance only.",
    f"## Desirable, not essential\n\n{DUTY}",
    "The following are suggestions:\n\n- The Provider asks each child.\n- The Provider replies.",
    "- The Provider asks each child.\n- The Provider replies.\n\nThe list above is for guidance only.",
    "| Requirement | Status |\n|---|---|\n| All staff ask each child | Optional |",
    "| Desirable | How often |\n|---|---|\n| Ask each child | Weekly |",
    "| Duty | Exceptions |\n|---|---|\n| Ask each child | Disabled children |",
]
DEAD = [
    "| What | When | Who |\n|---|---|---|\n| Ask each child | never | nobody |",
    "| What | 2025 | 2026 |\n|---|---|---|\n| Ask each child | not measured | stopped |",
    f"**WITHDRAWN - replaced by version 4.**\n\n{DUTY}",
    f"## Out of scope\n\n{DUTY}",
    f"## Option C (not chosen)\n\n{DUTY}",
    f"Clause 8 (repealed). {DUTY}",
    "The clause that made the Provider ask each child is deleted.",
    "The requirement that staff ask each child has been withdrawn.",
    "Under the former contract the provider had to ask each child.",
    "The following are not part of this contract:\n\n- asking each child.",
    "The Provider shall not be required to:\n\n- ask each child.",
    "The Provider is under no duty to:\n\n- ask each child.",
    "The Provider is released from its duty to:\n\n- ask each child.",
    "Job description: officer\n\n- ask each child.",
    "| Task | Required? |\n|---|---|\n| Ask each child | No |",
    "| Not required under this contract | When |\n|---|---|\n| Ask each child | Weekly |",
    "| Risk | Likelihood |\n|---|---|\n| Nobody asks each child | Low |",
    "Examples of unacceptable practice:\n\n- parents answer for each child.",
    "| Draft clause | Decision |\n|---|---|\n| Staff shall ask each child | Rejected |",
]
IN_FORCE = [
    "The Provider shall ask each child. This is what the child would want.",
    "No marks may be left on a body:\n\n- ask each child how it happened.",
    "| Measure | Target |\n|---|---|\n| Not asked in spite of 'ask each child' | none |",
    "| Measure | Target | Last year |\n|---|---|---|\n| Ask each child | 95% | - |",
    "| Practice | In this home |\n|---|---|\n| Isolation of each child | not used |",
    "| Duty | Exceptions |\n|---|---|\n| Ask each child, whoever it is | - |",
    "| Measure | Target % |\n|---|---|\n| Told nothing when we ask each child | 0% |",
    "| Question | Weight |\n|---|---|\n| How you ask each child | 10% |",
    DUTY,
    f"{DUTY} This clause is binding.",
    f"{DUTY} The manager may not set this requirement aside.",
    f"{DUTY} This applies whether or not the parent agrees.",
    f"{DUTY} Clause 14 (Invoices) does not apply during the first year.",
    f"{DUTY} The list of courses in Schedule 3 is indicative.",
    f"{DUTY} Children shall not be charged for this.",
    f"{DUTY} Old equipment has been withdrawn.",
    f"{DUTY} Nothing in this clause limits what a child may say.",
    "In the previous contract 40 of 90 families left; of each child we asked why.",
    "The Provider shall:\n\n- ask each child.\n\nThe list above is binding.",
    "| Requirement | Mandatory or desirable |\n|---|---|\n| Ask each child | Mandatory |",
    "| What | Allowed? |\n|---|---|\n| To ask each child | Yes |",
    "| What | Allowed? |\n|---|---|\n| To ask each child in isolation | No |",  # a harm is forbidden
    "| Task | Required? |\n|---|---|\n| Ask each child | Yes |",
    "| Duty | Exceptions |\n|---|---|\n| Ask each child | None |",
    f"## 3 Scope\n\n{DUTY}",
    f"## If a placement is withdrawn\n\n{DUTY}",
    f"## Reporting poor practice\n\n{DUTY}",
    f"## Transfer from the old contract\n\n{DUTY}",
    f"## Work before this contract starts\n\n{DUTY}",
    f"## Options considered and rejected\n\n{DUTY}",
    f"## Children's suggestions and aspirations\n\n{DUTY}",
    f"{DUTY} Disabled children shall not be charged for this.",
    f"{DUTY} The Council may suspend this Contract at any time.",
    f"{DUTY} The parties may vary this Agreement in writing.",
    "Under the previous contract children had to wait nine weeks; we asked each child why.",
    "| Essential | Desirable |\n|---|---|\n| Ask each child | A degree |",
    "| Risk | What we do |\n|---|---|\n| A child is overlooked | Staff ask each child weekly |",
]


@pytest.mark.parametrize("text", FREE)
def test_it_binds_nobody(text: str) -> None:
    assert left(text) is Left.FREE


@pytest.mark.parametrize("text", DEAD)
def test_it_is_not_in_force(text: str) -> None:
    assert left(text) is Left.DEAD


def answered(text: str) -> Left | None:
    """What is left of the force of the last sentence."""
    document = read(text)
    known = standings(document).get(document.sentences[-1].number)
    return known.left if known else None


REFUSED = [
    "| What | Allowed? |\n|---|---|\n| To ask each child | No |",
    "Can I see what is written about me? No. It is for staff.",
    "Will anyone ask me before I move? Never.",
]
NOT_REFUSED = [
    "Can I see what is written about me? No, but your advocate can show it to you.",  # in part
    "Will I get into trouble if I complain? No.",
    "Do I have to give my name? No. You can stay nameless.",
    "Can staff read my letters? No.",  # others are refused
    "Can I complain? Yes, at any time.",
]


@pytest.mark.parametrize("text", REFUSED)
def test_it_is_refused(text: str) -> None:
    assert answered(text) is Left.REFUSED


@pytest.mark.parametrize("text", NOT_REFUSED)
def test_it_is_not_refused(text: str) -> None:
    assert answered(text) is None


UNFILLED = [
    "The Provider shall ask each child every [x] weeks.",
    "The Provider shall reply to each child within [5] working days.",
    "The Provider shall tell the [name of the panel] what each child said.",
    "| Duty | How often |\n|---|---|\n| Ask each child | every [n] weeks |",
]
FILLED = [
    "The Provider shall ask each child every six weeks [see annex 4].",
    "The Provider shall ask each child, as section 22 [of the 1989 Act] says.",
    "The Provider shall ask each child [link] every week.",
    "The Provider shall ask each child [3].",  # a footnote
    "“They should ask each child [the social workers] every week,” one of us wrote.",
]


@pytest.mark.parametrize("text", UNFILLED)
def test_a_slot_that_nobody_filled_in_binds_nobody(text: str) -> None:
    assert left(text) is Left.FREE


@pytest.mark.parametrize("text", FILLED)
def test_other_brackets_are_no_slots(text: str) -> None:
    assert left(text) is None


@pytest.mark.parametrize("text", IN_FORCE)
def test_it_is_in_force(text: str) -> None:
    assert left(text) is None


def test_a_disclaimer_reaches_the_paragraph_before_it_and_no_further() -> None:
    document = doc("Staff ask children.", DUTY, "The above is guidance only.", "Staff reply.")
    assert list(standings(document)) == [1]


def test_a_disclaimer_of_the_section_reaches_all_of_it() -> None:
    document = doc("# One", "Staff ask.", "This section is not binding.", "Staff reply.", "# Two", "Staff ask.")
    assert {document.sentences[number].text for number in standings(document)} >= {"Staff ask.", "Staff reply."}
    assert document.sentences[-1].number not in standings(document)


@pytest.mark.parametrize("sign", ["1.", "1", "(a) ", "“", "'", "this clause ", "clause 1 ", "but "])
def test_signs_without_end_are_read_all_the_same(sign: str) -> None:
    assert standings(doc(sign * 4000)) is not None


def test_dead_text_is_no_evidence_and_free_text_an_intention_at_most() -> None:
    document = doc("# Out of scope", DUTY, "# Scope", DUTY, "This clause is guidance only.")
    reading = Reading(document, TermTable({}))
    dead, free = (unit for unit in reading.units if unit.sentences[0].text == DUTY)
    assert silent(reading, dead, dead.sentences[0])
    assert not silent(reading, free, free.sentences[0])
    grade = as_in_force(reading, free.sentences[0], Grade(Strength.MEASURED, "it is a duty"))
    assert grade.strength is Strength.INTENDED
    assert "guidance only" in grade.because


@given(st.text("This clause is not binding. No\n#|-", max_size=200))
def test_standings_are_of_sentences_that_there_are(text: str) -> None:
    document = read(text or ".")
    assert standings(document).keys() <= {one.number for one in document.sentences}
