"""Results held against each other: what is a change, what is none, and what cannot be compared."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import finding, judged, pack, part, passage, report, rule, source
from crp_commission.assessment import Finding
from crp_commission.comparing import compare, differences, worsened
from crp_commission.comparison import Change, ComparedCriterion, Comparison
from crp_commission.composing import compose
from crp_commission.evidence import Evidence
from crp_commission.gate import GateSpec
from crp_commission.report import Report
from sample import sample_report

CLAUSE = "The Provider shall ask every child for their views each quarter."


def one(status: str, *evidence: Evidence, id: str = "DO-PAR-1", **fields: object) -> Finding:
    return finding(rule(id, **fields), status, *evidence)


def between(before: Finding | Report, after: Finding | Report) -> Comparison:
    files = [(source(),), (replace(source(), sha256="7" * 64),)]
    reports = [
        item if isinstance(item, Report) else report(item, files=read)
        for item, read in zip((before, after), files, strict=True)
    ]
    return compare(reports, ["old.json", "new.json"])


def criterion(before: Finding, after: Finding) -> ComparedCriterion:
    (found,) = between(before, after).criteria
    return found


def changes(found: ComparedCriterion) -> list[str]:
    return [passage.change.value for passage in found.passages]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("gap", "met", "better"),
        ("met", "gap", "worse"),
        ("gap", "contradicted", "worse"),
        ("contradicted", "gap", "better"),
        ("met", "needs-review", "worse"),
        ("gap", "needs-review", "unsettled"),
        ("needs-review", "gap", "unsettled"),
        ("needs-review", "contradicted", "worse"),
        ("not-applicable", "gap", "new"),
        ("met", "not-applicable", "gone"),
        ("not-applicable", "not-applicable", "same"),
        ("met", "met", "same"),
    ],
)
def test_a_verdict_that_moves_is_better_or_worse(before: str, after: str, change: str) -> None:
    assert criterion(one(before), one(after)).change == change


def test_the_same_verdict_with_more_points_is_better() -> None:
    found = criterion(one("partial", passage("a b c", "mentioned")), one("partial", passage("a b c", "intended")))
    assert (found.change, changes(found)) == ("better", ["stronger"])
    assert criterion(one("partial", passage("a", "intended")), one("partial", passage("a", "mentioned"))).change == (
        "worse"
    )


SAME = [
    (CLAUSE, "the provider  shall ask every child for their views\neach quarter."),
    (f"4.2 {CLAUSE}", f"5.1.3 {CLAUSE}"),
    (f"4. {CLAUSE}", CLAUSE),
    ("(a) consult children each year", "(c) consult children each year"),
    ("Young carers’ well-\nbeing is reviewed – each term", "Young carers' wellbeing is reviewed - each term"),
    ("Reports go to the board under clause 4.2 each year.", "Reports go to the board under clause 7 each year."),
]
OTHER = [
    (CLAUSE, CLAUSE.replace("shall", "may")),
    ("Reply within 5 working days.", "Reply within 15 working days."),
    ("It takes 5.5 hours a week.", "It takes 6.5 hours a week."),
    ("At least 1.5 staff", "At least 15 staff"),
    ("as section 17 of the Children Act asks", "as section 20 of the Children Act asks"),
    ("90% of children", "90 of children"),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_numbers_of_clauses_line_breaks_and_other_places_are_no_change(before: str, after: str) -> None:
    found = criterion(
        one("met", passage(before, section="4.2 Voice", paragraph=41)),
        one("met", passage(after, section="5.1 Voice", paragraph=60, file="spec-v2.docx")),
    )
    assert (found.change, found.passages, found.kept, found.moved) == ("same", (), 1, 1)


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_other_words_and_figures_are_a_change_shown_with_both_quotes(before: str, after: str) -> None:
    found = criterion(one("met", passage(before)), one("met", passage(after, paragraph=9)))
    (passed,) = found.passages
    assert (found.change, passed.change) == ("reworded", "reworded")
    assert passed.before is not None and passed.after is not None
    assert (passed.before.quote, passed.after.quote) == (before, after)
    assert (passed.before.place, passed.after.place) == ("paragraph 1", "paragraph 9")


def test_passages_that_have_little_in_common_are_gone_and_new() -> None:
    found = criterion(one("met", passage(CLAUSE)), one("met", passage("A forum meets in March and in June.")))
    assert changes(found) == ["gone", "new"]


@pytest.mark.parametrize(
    "stands",
    [CLAUSE, f"Voice matters here. {CLAUSE}"],
    ids=["quoted for another criterion", "within a longer quotation"],
)
def test_words_that_still_stand_there_are_not_called_gone(stands: str) -> None:
    """They are known to stand there where the new result quotes them for something else."""
    other = one("met", passage(stands), id="DO-DIG-1")
    changed = (replace(source(), sha256="7" * 64),)
    before = report(one("met", passage(CLAUSE)), one("gap", id="DO-DIG-1"))
    after = report(one("gap"), other, files=changed)
    assert [changes(found) for found in between(before, after).criteria if found.id == "DO-PAR-1"] == [["uncounted"]]
    assert [changes(found) for found in between(after, before).criteria if found.id == "DO-PAR-1"] == [["counted"]]


def test_in_a_file_that_did_not_change_all_words_still_stand() -> None:
    before, after = report(one("met", passage(CLAUSE))), report(one("gap"), files=(source("renamed.docx"),))
    (found,) = between(before, after).criteria
    assert changes(found) == ["uncounted"]


def test_a_few_letters_in_a_longer_quotation_are_not_that_passage() -> None:
    before = report(one("met", passage("ask children")), one("gap", id="DO-DIG-1"))
    other = one("met", passage("Staff ask children and parents."), id="DO-DIG-1")
    after = report(one("gap"), other, files=(replace(source(), sha256="7" * 64),))
    assert [changes(found) for found in between(before, after).criteria if found.id == "DO-PAR-1"] == [["gone"]]


def test_another_lead_into_a_list_is_a_change_of_each_item() -> None:
    found = criterion(
        one("met", passage("ask each child", lead="The Provider shall:")),
        one("partial", passage("ask each child", "intended", lead="The Provider may:")),
    )
    (passed,) = found.passages
    assert passed.change == "weaker"
    assert passed.before is not None and passed.after is not None
    assert (passed.before.lead, passed.after.lead) == ("The Provider shall:", "The Provider may:")


def test_a_lead_that_only_one_reader_saw_is_no_change() -> None:
    found = criterion(
        one("met", passage("ask each child", lead="The Provider shall:")), one("met", passage("ask each child"))
    )
    assert (found.change, found.passages) == ("same", ())


def test_saying_it_twice_is_no_other_passage() -> None:
    assert criterion(one("met", passage(CLAUSE)), one("met", passage(CLAUSE), passage(CLAUSE, paragraph=9))).change == (
        "same"
    )


def test_a_paper_renumbered_and_turned_round_is_the_same_to_the_last_criterion() -> None:
    asked = rule("DO-PAR-1", parts=(part("ask", asks="children are asked"),))
    reports = [
        compose(judged(pack({"spec.md": lines}), asked), tool_version="1", date=None, gate=GateSpec(), profile="full")
        for lines in (
            ["# 1 Voice", "The Provider shall ask each child every term.", "# 2 Money", "Invoices are paid in May."],
            ["# 1 Money", "Invoices are paid in May.", "# 2 Voice", "The Provider shall ask each child every term."],
        )
    ]
    assert reports[0].criteria[0].status == "met"
    assert reports[0].criteria[0].evidence[0].place != reports[1].criteria[0].evidence[0].place
    found = compare(reports, ["a", "b"])
    assert {one.change for one in found.criteria} == {Change.SAME}
    assert found.grid == ()


def test_sums_and_grid_say_what_moved() -> None:
    found = between(report(one("gap"), one("met", id="DO-DIG-1")), report(one("met"), one("met", id="DO-DIG-1")))
    assert [result.shared.low for result in found.results] == [50.0, 100.0]
    (cell,) = found.grid
    assert (cell.stage, cell.principle, [sum.low for sum in cell.sums]) == ("Do", "Participation", [0.0, 100.0])
    assert found.counts[Change.BETTER] == 1
    assert sum(found.counts.values()) == 2


def test_worse_leaves_out_what_is_on_trial_and_what_was_accepted() -> None:
    before = [one("met", id=f"DO-PAR-{n}", experimental=n == 2) for n in (1, 2, 3)]
    after = [one("gap", id=f"DO-PAR-{n}", experimental=n == 2) for n in (1, 2, 3)]
    found = between(report(*before), report(*after, waivers={"DO-PAR-3": "Agreed."}))
    assert found.counts[Change.WORSE] == 3
    assert worsened(found) == ("DO-PAR-1",)


def changed(**fields: object) -> Report:
    (ruleset,) = report(one("met")).rulesets
    return replace(report(one("met")), rulesets=(replace(ruleset, **fields),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (changed(version="2.0"), "b.json was judged by core 1.0, a.json by core 2.0"),
        (changed(sha256="d" * 64), "different texts of core 1.0 (SHA-256 cccccccccccc and dddddddddddd)"),
        (changed(id="ours"), "b.json was judged by core, a.json by ours"),
        (replace(report(one("met")), profile="light"), "the standard profile, a.json the light one"),
        (
            replace(report(one("met")), scale=replace(report().scale, red_below="50/1")),
            "different scales",
        ),
    ],
)
def test_results_judged_otherwise_are_not_comparable_and_it_is_said_why(other: Report, said: str) -> None:
    (found,) = differences([report(one("met")), other], ["b.json", "a.json"])
    assert said in found


def test_another_version_of_the_program_is_remarked_but_compared() -> None:
    other = replace(report(one("met")), tool=replace(report().tool, version="2.0"))
    found = between(report(one("met")), other)
    assert found.differences == ()
    assert "versions 1.2.3 and 2.0" in found.remarks[0]


def test_only_what_all_were_asked_is_compared() -> None:
    found = between(report(one("met"), one("gap", id="DO-DIG-1")), changed(version="2"))
    assert [one.id for one in found.criteria] == ["DO-PAR-1"]
    assert [result.shared.possible for result in found.results] == ["2/1", "2/1"]
    assert "1 criterion of old not asked of all" in found.remarks[0]


def test_side_by_side_marks_who_stands_highest_and_nobody_where_all_are_alike() -> None:
    trio = [report(one(status), one("met", id="DO-DIG-1")) for status in ("gap", "met", "not-applicable")]
    found = compare(trio, ["a.json", "b.json", "c.json"])
    dignity, voice = found.criteria
    assert [one.marked for one in voice.standings] == [False, True, False]
    assert [one.marked for one in dignity.standings] == [False] * 3
    assert (voice.change, dignity.change) == ("differs", "same")
    assert [result.label for result in found.results] == ["a", "b", "c"]
    assert [result.common.low for result in found.results] == [100.0, 100.0, 100.0]
    assert [result.shared.low for result in found.results] == [50.0, 100.0, 100.0]


@pytest.mark.parametrize(
    ("paths", "labels"),
    [
        (["x/a.json", "y/b.json"], ["a", "b"]),
        (["x/a.json", "y/a.json"], ["x/a.json", "y/a.json"]),
        (["a.json", "a.json"], ["a.json (1)", "a.json (2)"]),
        (["a", "a.json"], ["a", "a.json"]),
    ],
)
def test_results_have_the_shortest_names_that_tell_them_apart(paths: list[str], labels: list[str]) -> None:
    found = compare([report(one("met"))] * 2, paths)
    assert [result.label for result in found.results] == labels


def test_a_result_against_itself_is_all_the_same() -> None:
    found = between(sample_report(), sample_report())
    assert {criterion.change for criterion in found.criteria} == {Change.SAME}
    assert found.grid == found.differences == ()


_quotes = st.lists(
    st.sampled_from(["ask each child", "ask every child each term", "a forum meets", "4.1 Ask each child"]), max_size=3
)
_findings = st.builds(
    lambda status, quotes, strength: one(status, *(passage(text, strength) for text in quotes)),
    st.sampled_from(["met", "partial", "gap", "contradicted", "needs-review", "not-applicable"]),
    _quotes,
    st.sampled_from(["mentioned", "intended", "measured"]),
)
_MIRROR = {
    "better": "worse",
    "worse": "better",
    "new": "gone",
    "gone": "new",
    "stronger": "weaker",
    "weaker": "stronger",
    "uncounted": "counted",
    "counted": "uncounted",
}


@settings(deadline=None)
@given(_findings, _findings)
def test_turned_round_a_comparison_is_its_mirror(before: Finding, after: Finding) -> None:
    there, back = criterion(before, after), criterion(after, before)
    assert _MIRROR.get(there.change, there.change) == back.change
    assert sorted(_MIRROR.get(change, change) for change in changes(there)) == sorted(changes(back))
    assert (there.kept, there.moved) == (back.kept, back.moved)
    gained = [Fraction(item.standings[1].earned) - Fraction(item.standings[0].earned) for item in (there, back)]
    assert gained[0] == -gained[1]
