from __future__ import annotations

from fractions import Fraction

import pytest

from builders import finding, passage, report, rule, section, source


def order(*findings, **fields):
    return [fix.criterion for fix in report(*findings, **fields).fixes]


def test_gravity_comes_before_verdict_and_verdict_before_gain():
    assert order(
        finding(rule("DO-PAR-1", "minor"), "contradicted"),
        finding(rule("DO-BST-1", "major"), "partial", passage("x", "mentioned")),
        finding(rule("DO-LSD-1", "major"), "needs-review"),
        finding(rule("DO-NDI-1", "major"), "gap"),
        finding(rule("DO-TRA-1", "critical"), "partial", passage("x", "mentioned")),
    ) == ["DO-TRA-1", "DO-NDI-1", "DO-LSD-1", "DO-BST-1", "DO-PAR-1"]


def test_of_equals_the_greater_gain_then_the_weaker_principle_then_the_id():
    assert order(
        finding(rule("DO-PAR-2"), "gap"),
        finding(rule("DO-PAR-1"), "gap"),
        finding(rule("DO-BST-1"), "gap"),
        finding(rule("DO-BST-2"), "met"),
        finding(rule("DO-TRA-1", weight=Fraction(3)), "gap"),
    ) == ["DO-TRA-1", "DO-PAR-1", "DO-PAR-2", "DO-BST-1"]


def test_no_principle_takes_more_than_two_of_five_while_others_wait():
    crowded = [finding(rule(f"DO-PAR-{n}", "critical"), "gap") for n in range(1, 6)]
    others = [finding(rule(f"DO-{p}-1", "minor"), "gap") for p in ("DIG", "BST", "NDI")]
    assert order(*crowded, *others) == ["DO-PAR-1", "DO-PAR-2", "DO-DIG-1", "DO-BST-1", "DO-NDI-1"]
    assert order(*crowded, *others[:1]) == ["DO-PAR-1", "DO-PAR-2", "DO-PAR-3", "DO-PAR-4", "DO-DIG-1"]
    assert len(order(*crowded)) == 5


def test_what_is_met_not_applicable_or_accepted_is_no_fix_and_what_is_on_trial_comes_last():
    assert order(
        finding(rule("DO-PAR-1"), "met"),
        finding(rule("DO-PAR-2"), "not-applicable"),
        finding(rule("DO-PAR-3"), "gap"),
        finding(rule("DO-DIG-1", "critical", experimental=True), "gap"),
        finding(rule("DO-BST-1", "minor"), "gap"),
        waivers={"DO-PAR-3": "Agreed."},
    ) == ["DO-BST-1", "DO-DIG-1"]


@pytest.mark.parametrize(
    ("status", "evidence", "missing", "said"),
    [
        ("gap", [], ["how often"], "Nothing in the text says this: how often."),
        (
            "partial",
            ["mentioned"],
            ["how often"],
            "Only mentioned, in 4 Voice, paragraph 7, so nobody is bound to do it. Still missing: how often.",
        ),
        ("partial", ["intended"], [], "Only aimed at, in 4 Voice, paragraph 7, so nobody is bound to do it."),
        (
            "partial",
            ["committed"],
            [],
            "Promised, in 4 Voice, paragraph 7, but with nothing to check it by, such as how often.",
        ),
        (
            "contradicted",
            ["contradicts", "measured"],
            [],
            "“contradicts words” works against this, in 4 Voice, paragraph 7.",
        ),
    ],
)
def test_the_problem_is_said_in_a_plain_sentence(status, evidence, missing, said):
    passages = [passage(f"{strength} words", strength, paragraph=7, section="4 Voice") for strength in evidence]
    (fix,) = report(finding(rule("DO-PAR-1"), status, *passages, missing=missing)).fixes
    assert fix.problem == said


def test_an_open_question_is_the_problem_itself():
    (fix,) = report(finding(rule("DO-PAR-1"), "needs-review", why="Two clauses disagree.")).fixes
    assert fix.problem == "Two clauses disagree."


def where(criterion, status="gap", *evidence, **fields):
    (fix,) = report(finding(criterion, status, *evidence), **fields).fixes
    return fix.where, fix.file


def test_the_place_is_the_section_of_the_best_evidence():
    weak = passage("a", "mentioned", paragraph=2, section="1 Vision")
    good = passage("b", "committed", paragraph=9, section="4 Voice")
    assert where(rule("DO-PAR-1"), "partial", weak, good) == ("4 Voice", "spec.docx")


def test_the_place_of_a_contradiction_is_its_very_paragraph():
    against = passage("a", "contradicts", paragraph=2, section="1 Rules")
    assert where(rule("DO-PAR-1"), "contradicted", against) == ("1 Rules, paragraph 2", "spec.docx")


def test_without_evidence_it_is_the_section_whose_heading_shares_words_in_a_file_of_the_right_kind():
    criterion = rule(
        "DO-TRA-1", title="Complaint route children can use", where=("contract-terms", "service-specification")
    )
    files = (source(), source("terms.docx", "contract-terms"), source("other.docx", "business-case"))
    sections = (
        section(1, "Children and young people"),
        section(2, "Complaints", kind="contents"),
        section(3, "7 Complaints", "other.docx"),
        section(4, "9 Complaints and redress"),
    )
    assert where(criterion, files=files, sections=sections) == ("9 Complaints and redress (spec.docx)", "spec.docx")


def test_without_a_heading_it_is_a_new_clause_in_the_first_fitting_file_and_else_in_the_specification():
    criterion = rule("DO-TRA-1", where=("contract-terms", "service-specification"))
    files = (source(), source("terms.docx", "contract-terms"))
    assert where(criterion, files=files) == ("a new clause in terms.docx", "terms.docx")
    assert where(rule("DO-TRA-1", where=("kpi-schedule",))) == ("a new clause in the specification", "")


def test_gain_is_what_the_low_end_would_gain():
    (fix,) = report(finding(rule("DO-PAR-1", "critical"), "partial", passage("x", "intended"))).fixes
    assert fix.gain == "12/5"
