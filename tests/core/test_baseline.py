"""A baseline knows a fault by criterion, file and words: what only moved is not new, the same fault elsewhere is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import assessment, finding, passage, rule
from crp_commission.assessment import Finding
from crp_commission.baseline import Baseline, accepted_ids, gone, pruned, taken_of
from crp_commission.baseline_file import baseline_text, read_baseline
from crp_commission.composing import compose
from crp_commission.composing_accepted import Acceptance
from crp_commission.errors import UsageError
from crp_commission.gate import GateSpec
from crp_commission.report import Report
from crp_commission.rules import Severity

BAN = "Phones will be taken away as a punishment, see clause 4.2."
STATUSES = ["met", "partial", "gap", "contradicted", "needs-review", "not-applicable"]


def judged(*findings: Finding, baseline: Baseline | None = None, waivers: dict[str, str] | None = None) -> Report:
    return compose(
        assessment(*findings),
        tool_version="1",
        date=None,
        gate=GateSpec(fail_on=Severity.MINOR),
        profile="full",
        waivers=waivers or {},
        acceptance=Acceptance(baseline=baseline, baseline_file="baseline.yaml"),
    )


def against(quote: str = BAN, file: str = "spec.docx", paragraph: int = 1, **fields: str) -> Finding:
    return finding(rule("DO-DIG-1"), "contradicted", passage(quote, "contradicts", file=file, paragraph=paragraph))


def weak(quote: str, status: str = "partial", *more: str) -> Finding:
    passages = [passage(text, "intended", paragraph=number) for number, text in enumerate((quote, *more))]
    return finding(rule("DO-PAR-1"), status, *passages)


def is_new(before: Finding, after: Finding) -> bool:
    report = judged(after, baseline=taken_of(judged(before)))
    state = report.criteria[0].state
    assert report.gate.passed == (state != "new" or after.status == "partial")
    return state == "new"


def test_todays_findings_are_not_new_and_stay_in_score_and_fixes():
    found = (against(), weak("Children may be asked."), finding(rule("DO-PAR-2"), "gap"))
    plain = judged(*found)
    held = judged(*found, baseline=taken_of(plain))
    assert (plain.gate.passed, held.gate.passed) == (False, True)
    assert {one.state for one in held.criteria} == {"accepted"}
    assert (held.score, held.open_criteria) == (plain.score, 3)
    assert [fix.criterion for fix in held.fixes] == [fix.criterion for fix in plain.fixes]


@pytest.mark.parametrize(
    "words",
    [
        "4.7 Phones will be taken away as a punishment, see clause 5.1.",
        "(c) phones  will be taken\naway as a punishment, see clause 4.2.",
        "12. Phones will be taken away as a pun-\nishment, see clause 9.",
        "PHONES WILL BE TAKEN AWAY AS A PUNISHMENT, SEE CLAUSE 4.2",
        "Phones will be taken away as a punishment,\u00a0see clause 4.2 .",
    ],
)
def test_renumbering_reflow_and_moving_make_nothing_new(words):
    assert not is_new(against(), against(words, paragraph=90))


@pytest.mark.parametrize(("before", "after"), [("7 ", "8 "), ("7\t", "8\t"), ("", "12 ")])
def test_the_bare_number_of_a_clause_is_no_word_of_it(before, after):
    clause = "The Provider may take phones away as a punishment."
    assert not is_new(against(f"{before}{clause}"), against(f"{after}{clause}"))
    assert is_new(
        against("7 Nights without contact are a penalty."), against("9 Nights without contact are a penalty.")
    )


def test_what_is_new_beside_what_is_held_comes_first_and_is_marked():
    known, other = (
        passage(text, "contradicts", file=f"{text[0]}.docx", paragraph=number)
        for number, text in enumerate((BAN, "All visits may be banned."))
    )
    baseline = taken_of(judged(finding(rule("DO-DIG-1"), "contradicted", known)))
    both = judged(finding(rule("DO-DIG-1"), "contradicted", known, other), baseline=baseline)
    assert [(one.quote, one.new) for one in both.criteria[0].evidence] == [
        ("All visits may be banned.", True),
        (BAN, False),
    ]
    assert "All visits may be banned." in both.fixes[0].problem
    assert both.fixes[0].file == "A.docx"
    assert [
        one.new for one in judged(finding(rule("DO-DIG-1"), "contradicted", known, other)).criteria[0].evidence
    ] == [False, False]


@given(
    st.lists(
        st.sampled_from("phones children staff room every week punishment losing contact home".split()), min_size=3
    ),
    st.sampled_from(["", "1. ", "2) ", "4.2 ", "(a) ", "iv) ", "10.3.1 ", "• "]),
    st.sampled_from([" ", "  ", "\n", "\u00a0", " \n "]),
    st.integers(1, 500),
)
def test_no_layout_of_the_same_words_is_new(words, number, gap, paragraph):
    text = " ".join(words).capitalize()
    laid_out = number + gap.join(text.split(" "))
    assert not is_new(against(text), against(laid_out, paragraph=paragraph))


def test_the_same_fault_in_another_file_is_new():
    assert is_new(against(), against(file="terms.docx"))
    both = finding(
        rule("DO-DIG-1"),
        "contradicted",
        passage(BAN, "contradicts"),
        passage(BAN, "contradicts", file="terms.docx", paragraph=2),
    )
    assert is_new(against(), both)
    assert not is_new(both, against())


def test_other_words_are_new_even_where_they_are_alike():
    assert is_new(against(), against("Phones will be taken away as a reward, see clause 4.2."))


def test_a_gap_is_known_by_criterion_and_pack():
    gap = finding(rule("DO-PAR-1"), "gap")
    assert not is_new(gap, gap)
    assert is_new(finding(rule("DO-PAR-2"), "gap"), gap)
    criteria = judged(gap).criteria
    baseline = taken_of(judged(gap))
    assert accepted_ids(baseline, criteria, "The pack") == {"DO-PAR-1"}
    assert accepted_ids(baseline, criteria, "Another pack") == frozenset()


def test_a_weak_promise_is_known_by_its_best_words():
    assert not is_new(weak("Children may be asked."), weak("Children may be asked.", "partial", "Staff may listen."))
    assert is_new(weak("Children may be asked."), weak("Parents may be asked."))


_LADDER = ["contradicted", "gap", "needs-review", "partial"]


@pytest.mark.parametrize("before", _LADDER)
@pytest.mark.parametrize("after", _LADDER)
def test_what_got_better_is_not_new_and_what_got_worse_is(before, after):
    def at(status: str) -> Finding:
        quotes = {"contradicted": [passage(BAN, "contradicts")], "partial": [passage("Hm.", "mentioned")]}
        return finding(rule("DO-DIG-1"), status, *quotes.get(status, []))

    assert is_new(at(before), at(after)) == (_LADDER.index(after) < _LADDER.index(before))


def test_words_held_as_weak_do_not_cover_the_same_words_once_they_defeat_it():
    mixed = finding(
        rule("DO-DIG-1"), "partial", passage(BAN, "contradicts"), passage("Kind.", "mentioned", paragraph=2)
    )
    assert not is_new(mixed, mixed)
    assert is_new(mixed, against())


def test_what_a_waiver_covers_is_left_to_the_waiver():
    gap = finding(rule("DO-PAR-1"), "gap")
    assert taken_of(judged(gap, waivers={"DO-PAR-1": "Agreed."})).findings == ()
    held = judged(gap, baseline=taken_of(judged(gap)), waivers={"DO-PAR-1": "Agreed."})
    assert held.criteria[0].state == "waived"


def test_critical_contradictions_in_a_baseline_are_named():
    grave = finding(rule("DO-DIG-1", "critical"), "contradicted", passage(BAN, "contradicts"))
    report = judged(grave, finding(rule("DO-PAR-1", "critical"), "gap"), baseline=taken_of(judged(grave)))
    assert report.accepted.baseline is not None
    assert report.accepted.baseline.grave == ("DO-DIG-1",)


def test_what_is_new_comes_before_what_is_known_among_the_fixes():
    old = finding(rule("DO-DIG-1", "critical"), "gap")
    report = judged(old, finding(rule("DO-PAR-1", "minor"), "gap"), baseline=taken_of(judged(old)))
    assert [fix.criterion for fix in report.fixes] == ["DO-PAR-1", "DO-DIG-1"]


def test_pruning_takes_out_what_is_gone_lowers_what_is_better_and_adds_nothing():
    before = judged(
        finding(rule("DO-PAR-1"), "gap"), finding(rule("DO-PAR-2"), "gap"), against(), finding(rule("DO-TRA-1"), "gap")
    )
    after = judged(
        weak("Children may be asked."),
        finding(rule("DO-PAR-2"), "met"),
        against("Visits may be stopped as a punishment."),
        finding(rule("DO-BST-1"), "gap"),
    )
    baseline = taken_of(before)
    kept = pruned(baseline, after.criteria, after.title)
    assert [(held.criterion, held.status) for held in kept.findings] == [
        ("DO-PAR-1", "partial"),
        ("DO-TRA-1", "gap"),  # nobody asked for it
    ]
    assert [held.criterion for held in gone(baseline, kept)] == ["DO-DIG-1", "DO-PAR-1", "DO-PAR-2"]
    assert pruned(kept, after.criteria, after.title) == kept


def test_pruning_keeps_a_fault_that_is_there_when_another_has_come_beside_it():
    both = finding(
        rule("DO-DIG-1"),
        "contradicted",
        passage(BAN, "contradicts"),
        passage(BAN, "contradicts", file="terms.docx", paragraph=2),
    )
    baseline, after = taken_of(judged(against())), judged(both)
    assert pruned(baseline, after.criteria, after.title) == baseline


@given(st.lists(st.tuples(st.sampled_from(STATUSES), st.sampled_from(STATUSES)), min_size=1, max_size=5))
def test_pruning_accepts_what_was_accepted_and_nothing_more(pairs):
    def report(column: int) -> Report:
        return judged(*(finding(rule(f"DO-PAR-{n}"), pair[column]) for n, pair in enumerate(pairs)))

    baseline, after = taken_of(report(0)), report(1)
    kept = pruned(baseline, after.criteria, after.title)
    assert accepted_ids(kept, after.criteria, after.title) == accepted_ids(baseline, after.criteria, after.title)


# The file


def test_a_baseline_reads_back_as_it_was_whatever_its_words_hold():
    words = 'It\'s "so":\n- {a: *b}\u2028#\x07\ud800 é ' + "word " * 60
    file = "sp\u202eec: '1'.docx"
    baseline = taken_of(judged(against(words, file=file), finding(rule("DO-PAR-1"), "gap")))
    text = baseline_text(baseline, "baseline.schema.json", "crp-commission 1 with core 1")
    assert text.startswith("# yaml-language-server: $schema=baseline.schema.json\n")
    assert read_baseline(text.encode(), "baseline.yaml") == baseline
    assert accepted_ids(baseline, judged(against(words, file=file)).criteria, "The pack") == {"DO-DIG-1"}


def test_an_empty_baseline_is_one():
    text = baseline_text(Baseline("The pack"), "s.json", "x")
    assert read_baseline(text.encode(), "baseline.yaml") == Baseline("The pack")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "pack: p\nfindings:\n  - criterion: DO-PAR-1\n    status: gapp\n",
            "baseline.yaml:4:5: “status” cannot be “gapp”",
        ),
        ("pack: p\nfindings:\n  - status: gap\n", "baseline.yaml:3:5: the key “criterion” is missing"),
        ("findings: []\n", "the key “pack” is missing"),
        ("pack: p\nfindings: [{criterion: a, status: gap, passage: xyz}]\n", "“passage” is not written as it must be"),
        ("pack: p\nfindings: []\nformat_version: 2\n", "“format_version”"),
        ("", "baseline.yaml is empty"),
    ],
)
def test_what_is_wrong_in_a_baseline_is_told_with_its_line(text, message):
    with pytest.raises(UsageError) as refused:
        read_baseline(text.encode(), "baseline.yaml")
    assert message in refused.value.message
