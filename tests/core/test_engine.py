"""Judging a pack: which criteria apply, what each finding says, and what must not change a verdict."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import SCALE, doc, judged, pack, part, rule, ruleset
from crp_commission.assessment import Assessment, Finding, Status, total
from crp_commission.document import Document, Note
from crp_commission.engine import PROFILES, Judge, assess
from crp_commission.rules import Part, Rule

VOCABULARY = {"child": ("child", "young (person|people)")}
ASK = rule(
    "DO-PAR-1",
    "critical",
    parts=(
        part("ask & ^$child", asks="children are asked", against={"says": ["parent speak for & ^$child"]}),
        part("(tell|publish) & ^$child", asks="children are told what changed", essential=False),
    ),
)
SAFE = rule("DO-LSD-1", "major", parts=(part("protect & ^$child", asks="children are kept safe"),))
KIND = rule(
    "DO-DIG-1",
    "minor",
    duty_is_enough=True,
    parts=(Part("nobody is hit", {"forbids": ["hit & ^$child"]}, essential=True),),
)
RULES = (ASK, SAFE, KIND)


def judge(document: Document, *rules: Rule) -> Assessment:
    return judged(document, *(rules or RULES), vocabulary=VOCABULARY)


def one(document: Document, criterion: Rule = ASK) -> Finding:
    (found,) = judge(document, criterion).findings
    return found


STATUSES = [
    (["Staff shall ask children each week."], "met"),
    (["Staff shall ask children."], "partial"),
    (["Staff should ask children each week."], "partial"),
    (["Children pay nothing."], "gap"),
    ([], "gap"),
    (["| What stands where | Page |", "| Staff shall ask children each week | 7 |"], "gap"),
    (["| What is done | Pages read |", "| Staff shall ask children each week | 7 |"], "met"),
    (["Parents speak for children."], "contradicted"),
    (["Staff shall ask children each week.", "Parents speak for children."], "contradicted"),
]


@pytest.mark.parametrize(("lines", "status"), STATUSES)
def test_status(lines: list[str], status: str) -> None:
    assert one(doc(*lines)).status == status


def test_there_is_a_finding_for_each_criterion_in_the_order_of_the_ruleset() -> None:
    assert [found.rule for found in judge(doc("Staff shall ask children.")).findings] == list(RULES)


APPLIES = [
    # where the criterion is expected, roles of the files, whether it applies
    ((), ["service-specification"], True),
    (("service-specification",), ["service-specification"], True),
    (("service-specification", "contract-terms"), ["contract-terms", "kpi-schedule"], True),
    (("needs-assessment",), ["service-specification"], False),
    (("needs-assessment",), ["service-specification", "unknown"], True),
    (("needs-assessment",), ["unknown"], True),
    (("needs-assessment",), [], True),
]


@pytest.mark.parametrize(("where", "roles", "expected"), APPLIES)
def test_a_criterion_applies_where_one_expects_it(where: tuple[str, ...], roles: list[str], expected: bool) -> None:
    files = {f"{number}.md": role for number, role in enumerate(roles)}
    document = pack({name: ["Staff shall ask children each week."] for name in files}, files)
    status = one(document, replace(ASK, where=where)).status
    assert (status is not Status.NOT_APPLICABLE) is expected


def test_what_does_not_apply_says_where_it_would_and_asks_for_nothing() -> None:
    found = one(doc("Anything."), replace(ASK, where=("needs-assessment",)))
    assert "needs assessment" in found.why
    assert found.missing == ()
    assert all(asked.evidence == () for asked in found.parts)


def test_evidence_counts_from_any_file_of_the_pack() -> None:
    document = pack({"spec.md": ["The fee is paid."], "terms.md": ["Staff shall ask children each week."]})
    found = one(document, replace(ASK, where=("service-specification",)))
    assert found.status is Status.MET
    assert found.parts[0].evidence[0].place.file == "terms.md"


PAPERS = {"spec.md": "service-specification", "strategy.md": "commissioning-strategy"}


def test_a_paper_that_only_describes_binds_nobody() -> None:
    document = pack({"spec.md": ["The fee is paid."], "strategy.md": ["Staff shall ask children each week."]}, PAPERS)
    found = one(document, replace(ASK, where=("service-specification",)))
    assert (found.status, found.parts[0].evidence[0].strength) == ("partial", "intended")
    assert one(document, replace(ASK, where=("commissioning-strategy",))).status is Status.MET


def test_a_paper_that_only_describes_defeats_nothing_where_the_criterion_is_not_expected_in_it() -> None:
    document = pack({"spec.md": ["Staff should ask children."], "strategy.md": ["Parents speak for children."]}, PAPERS)
    assert one(document, replace(ASK, where=("service-specification",))).status is Status.PARTIAL
    assert one(document, replace(ASK, where=("commissioning-strategy",))).status is Status.CONTRADICTED


UNREAD = [
    # shares of the specification lost, what it says, the status
    ([0.1, 0.1], "The fee is paid.", "gap"),
    ([0.1, 0.11], "The fee is paid.", "needs-review"),
    ([1.0], "", "needs-review"),
    ([0.5, 0.9], "Staff should ask children.", "needs-review"),
    ([0.5], "Staff shall ask children each week.", "met"),
    ([0.5], "Parents speak for children.", "contradicted"),
]


@pytest.mark.parametrize(("shares", "text", "status"), UNREAD)
def test_what_could_not_be_read_is_not_absent(shares: list[float], text: str, status: str) -> None:
    notes = tuple(Note("spec.md", "page 1", "a page could not be read", share) for share in shares)
    assert one(doc(*([text] if text else []), notes=notes)).status == status


def test_only_papers_that_should_hold_a_criterion_matter_when_they_cannot_be_read() -> None:
    note = Note("kpis.md", "", "it could not be opened", 1.0)
    roles = {"spec.md": "service-specification", "kpis.md": "kpi-schedule"}
    document = pack({"spec.md": ["The fee is paid."], "kpis.md": []}, roles, (note,))
    assert one(document, replace(ASK, where=("service-specification",))).status is Status.GAP
    assert one(document, replace(ASK, where=("kpi-schedule",))).status is Status.NEEDS_REVIEW
    assert one(document, replace(ASK, where=("service-specification", "kpi-schedule"))).status is Status.NEEDS_REVIEW
    assert one(document).status is Status.NEEDS_REVIEW


def test_a_paper_of_unknown_kind_that_cannot_be_read_may_be_the_one_that_matters() -> None:
    roles = {"spec.md": "service-specification", "scan.md": "unknown"}
    document = pack({"spec.md": ["The fee is paid."], "scan.md": []}, roles, (Note("scan.md", "", "a scan", 1.0),))
    assert one(document, replace(ASK, where=("service-specification",))).status is Status.NEEDS_REVIEW


def test_a_paper_of_which_nothing_could_be_read_counts_among_those_that_should_hold_a_criterion() -> None:
    roles = {"spec.md": "service-specification"}
    note = Note("terms.pdf", "", "a password is asked for", 1.0, "contract-terms")
    document = replace(pack({"spec.md": ["The fee is paid."]}, roles), notes=(note,))
    assert one(document, replace(ASK, where=("contract-terms",))).status is Status.NEEDS_REVIEW
    assert one(document, replace(ASK, where=("service-specification", "contract-terms"))).status is Status.NEEDS_REVIEW
    assert one(document, replace(ASK, where=("service-specification",))).status is Status.GAP
    assert one(document, replace(ASK, where=("kpi-schedule",))).status is Status.NOT_APPLICABLE
    picture = replace(document, notes=(replace(note, role=""),))
    assert one(picture, replace(ASK, where=("contract-terms",))).status is Status.NOT_APPLICABLE


def test_a_gap_does_not_say_that_there_is_nothing_where_a_lesser_part_is_found() -> None:
    found = one(doc("Staff shall tell children what changed each term."))
    assert found.status is Status.GAP
    assert "Nothing in the text" not in found.why


MISSING = [
    ("Staff shall ask children each week and tell them what changed.", ()),
    ("Staff shall ask children each week.", ("children are told what changed",)),
    ("The fee is paid.", ("children are asked", "children are told what changed")),
]


@pytest.mark.parametrize(("text", "missing"), MISSING)
def test_what_is_missing_is_named_in_the_rule_s_words(text: str, missing: tuple[str, ...]) -> None:
    assert one(doc(text)).missing == missing


def test_a_bare_duty_is_told_that_it_cannot_be_checked() -> None:
    assert any("how often" in missing for missing in one(doc("Staff shall ask children.")).missing)
    assert one(doc("Nobody shall hit a child."), KIND).missing == ()


def test_what_can_be_checked_but_counts_for_less_is_told_why_and_not_that_it_cannot_be_checked() -> None:
    weekly = "Staff shall ask children each week."
    thin = Part("children are asked", {"promises": {"any": ["ask & ^$child"], "at_most": "intended"}}, essential=True)
    found = one(doc(weekly), replace(ASK, parts=(thin,)))
    assert found.status is Status.PARTIAL
    assert found.missing[1:] == (
        "more than a thin form of what is asked: what is promised can be checked, but is only that",
    )
    described = pack({"spec.md": ["A fee."], "needs.md": [weekly]}, {"needs.md": "needs-assessment"})
    found = one(described, replace(ASK, where=("service-specification",)))
    assert found.status is Status.PARTIAL
    assert found.missing[-1].startswith("words in force that bind somebody: what is said can be checked")
    both = one(doc(weekly, "Staff shall listen to children."), replace(ASK, parts=(thin, part("listen & ^$child"))))
    assert "how often" in both.missing[-1]  # the stronger of the two has nothing to check it by


def test_what_is_promised_but_never_measured_names_the_schedule_that_should_measure_it() -> None:
    roles = {"spec.md": "service-specification", "kpis.md": "kpi-schedule"}
    for asked, told in (("Staff shall ask children.", True), ("Staff should ask children.", False)):
        document = pack({"spec.md": [asked], "kpis.md": ["Calls are answered within an hour."]}, roles)
        assert any("kpis.md" in missing for missing in one(document).missing) is told


CLASH = {
    "terms.md": ["Parents speak for children."],
    "spec.md": ["Staff shall ask children each week."],
}
CLASH_ROLES = {"terms.md": "contract-terms", "spec.md": "service-specification"}


def test_where_two_papers_clash_the_order_that_the_pack_states_rules() -> None:
    usual = one(pack(CLASH, CLASH_ROLES))
    assert usual.status is Status.CONTRADICTED
    assert "It is promised in spec.md, over which terms.md wins (the pack states no order" in usual.why
    stated = "In a conflict the order of precedence is: (1) the Specification; (2) the Terms."
    assert one(pack({**CLASH, "terms.md": [*CLASH["terms.md"], stated]}, CLASH_ROLES)).status is Status.MET


@pytest.mark.parametrize(("lines", "status"), STATUSES)
def test_every_finding_says_why_in_a_sentence(lines: list[str], status: str) -> None:
    why = one(doc(*lines)).why
    assert why[0].isupper()
    assert why.endswith((".", ".)"))


def test_profiles_ask_by_severity() -> None:
    document = doc("Staff shall ask children.")
    asked = {
        profile: [
            found.rule.id for found in assess(document, [ruleset(*RULES, vocabulary=VOCABULARY)], profile).findings
        ]
        for profile in PROFILES
    }
    assert asked == {
        "light": ["DO-PAR-1"],
        "standard": ["DO-PAR-1", "DO-LSD-1"],
        "full": ["DO-PAR-1", "DO-LSD-1", "DO-DIG-1"],
    }


def test_the_first_ruleset_s_scale_rules() -> None:
    generous = replace(SCALE, credit={**SCALE.credit, "committed": Fraction(1)}, weights={**SCALE.weights, "major": Fraction(9)})  # fmt: skip  # noqa: E501
    first, second = ruleset(ASK, vocabulary=VOCABULARY), ruleset(SAFE, vocabulary=VOCABULARY, scale=generous)
    document = doc("Staff shall protect children.")
    assert assess(document, [first, second]).findings[1].tally.low == 1
    assert assess(document, [second, first]).findings[0].tally.low == 9


def test_each_ruleset_reads_with_its_own_words() -> None:
    words = ruleset(ASK, vocabulary=VOCABULARY), ruleset(SAFE, vocabulary={"child": ("minor",)})
    statuses = [found.status.value for found in assess(doc("Staff shall ask and protect children."), words).findings]
    assert statuses == ["partial", "gap"]


def test_sums_by_stage_and_principle_are_sums_over_findings() -> None:
    result = judge(doc("Staff shall ask children each week.", "Nobody shall hit a child."))
    assert result.of("do") == result.overall == total(found.tally for found in result.findings)
    assert result.of(principle="participation") == result.findings[0].tally
    assert result.of("do", "dignity") == result.findings[2].tally
    assert result.of("plan").possible == 0


@pytest.mark.parametrize("find", [None, {"promise": ["ask"]}, {"promises": ["ask ("]}, {"promises": ["$nobody"]}])
def test_a_bad_rule_is_refused(find: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Judge([ruleset(replace(ASK, parts=(Part("part", find, True),)))])


SENTENCES = st.sampled_from(
    [
        "Staff shall ask children each week.",
        "Staff shall ask children.",
        "Staff should ask children.",
        "Parents speak for children.",
        "Nobody shall hit a child.",
        "The fee is paid monthly.",
        "- protect children;",
        "The Provider shall:",
        "# Voice",
        "# Background",
        "# Definitions",
        "| Standard | How often |",
        "| Ask children | Weekly |",
        "> Nobody asked us.",
        "It shall record this each term.",
    ]
)
LINES = st.lists(SENTENCES, max_size=10)


@settings(deadline=None)
@given(LINES)
def test_evidence_is_verbatim_and_stands_where_it_says(lines: list[str]) -> None:
    document = doc(*lines)
    for found in judge(document).findings:
        for passage in (passage for asked in found.parts for passage in asked.evidence):
            sentence = document.sentences[passage.sentence]
            assert (passage.quote, passage.place, passage.lead) == (sentence.text, sentence.place, sentence.lead)
            assert passage.because
            assert passage.strength in ("mentioned", "intended", "committed", "measured", "contradicts")


@settings(deadline=None)
@given(LINES)
def test_a_judge_may_judge_again(lines: list[str]) -> None:
    ready = Judge([ruleset(*RULES, vocabulary=VOCABULARY)])
    document = doc(*lines)
    ready.assess(doc("Staff shall ask children each week."))
    assert ready.assess(document) == ready.assess(document) == judge(document)


@settings(deadline=None)
@given(LINES)
def test_criteria_do_not_touch_each_other(lines: list[str]) -> None:
    document = doc(*lines)
    assert judge(document).findings == tuple(one(document, criterion) for criterion in RULES)


@settings(deadline=None)
@given(LINES)
def test_the_name_of_a_file_changes_no_verdict(lines: list[str]) -> None:
    statuses = [
        [found.status for found in judge(doc(*lines, file=name)).findings]
        for name in ("spec.md", "a/children's kpis.pdf")
    ]
    assert statuses[0] == statuses[1]
