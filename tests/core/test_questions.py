"""Which questions are open: few, the most pressing first, and one for all that has the same reason."""

from __future__ import annotations

from dataclasses import replace

from builders import finding, passage, report, rule, stated
from crp_commission.answers import standing
from crp_commission.questions import one_by_one, open_questions, reason_to_ask
from crp_commission.report import Report
from crp_commission.rules import Severity


def pack(**fields) -> Report:
    return report(
        finding(rule("DO-PAR-1", "critical"), "partial", passage("A")),
        finding(rule("DO-PAR-2", "major"), "gap"),
        finding(rule("DO-DIG-1", "critical"), "gap"),
        finding(rule("DO-DIG-2", "critical", experimental=True), "gap"),
        finding(rule("DO-BST-1", "minor"), "needs-review", passage("B")),
        finding(rule("DO-TRA-1", "critical"), "contradicted", passage("C", "contradicts")),
        finding(rule("DO-TRA-2", "critical"), "met", passage("D")),
        finding(rule("DO-TRA-3", "critical"), "not-applicable"),
        **fields,
    )


def asked(found: Report, stated=None, **fields) -> list[str]:
    questions = open_questions(found.criteria, stated or {}, **fields)
    return [" ".join(one.id for one in question.criteria) for question in questions]


def test_what_is_open_and_what_decides_the_band_is_asked_first():
    assert asked(pack()) == ["DO-BST-1", "DO-TRA-1", "DO-DIG-1"]


def test_more_is_asked_by_severity_and_everything_when_wished():
    assert asked(pack(), least=Severity.MAJOR) == ["DO-BST-1", "DO-TRA-1", "DO-DIG-1", "DO-PAR-2"]
    everything = asked(pack(), least=Severity.MINOR, everything=True)
    assert everything == ["DO-BST-1", "DO-TRA-1", "DO-DIG-1", "DO-PAR-2", "DO-DIG-2", "DO-PAR-1"]


def test_what_was_accepted_is_not_asked():
    assert asked(pack(waivers={"DO-DIG-1": "Agreed."})) == ["DO-BST-1", "DO-TRA-1"]


def test_an_answer_that_has_lapsed_is_asked_about_first_and_one_that_counts_is_not():
    found = pack()
    given = [
        replace(stated(found, "DO-PAR-2", "met"), text="0" * 16),
        stated(found, "DO-TRA-1", "gap"),
        replace(stated(found, "DO-TRA-2", "gap"), text="0" * 16),
    ]
    people = standing(given, found.criteria, found.files, None)
    assert asked(found, people) == ["DO-PAR-2", "DO-BST-1", "DO-DIG-1"]
    first = open_questions(found.criteria, people)[0]
    assert first.earlier is not None
    assert "answered before" in reason_to_ask(first)
    assert "what is asked has changed" in reason_to_ask(first)


def unread() -> Report:
    why = "50% of the papers that should hold this could not be read: look there before you decide."
    ids = ("DO-PAR-1", "DO-PAR-2", "DO-DIG-1")
    return report(
        *(finding(rule(id, "critical" if id == "DO-DIG-1" else "major"), "needs-review", why=why) for id in ids),
        finding(rule("DO-BST-1"), "needs-review", passage("B"), why=why),
        finding(rule("DO-TRA-1"), "needs-review", why="Another reason."),
    )


def test_what_is_open_for_one_reason_is_one_question_that_can_be_asked_apart():
    assert asked(unread()) == ["DO-DIG-1 DO-PAR-1 DO-PAR-2", "DO-BST-1", "DO-TRA-1"]
    first = open_questions(unread().criteria, {})[0]
    assert [one.first.id for one in one_by_one(first)] == ["DO-DIG-1", "DO-PAR-1", "DO-PAR-2"]


def test_the_reason_says_what_was_found_or_that_it_is_asked_again():
    (gap,) = [one for one in open_questions(pack().criteria, {}) if one.first.id == "DO-DIG-1"]
    assert reason_to_ask(gap).startswith("Found in the papers: missing.")
    assert "decides the band" in reason_to_ask(gap)
