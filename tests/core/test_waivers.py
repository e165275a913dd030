"""Waivers: when they hold, when they do not, and that they never change a verdict or the score."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import assessment, finding, passage, rule
from crp_commission.baseline import taken_of
from crp_commission.composing import compose
from crp_commission.composing_accepted import Acceptance
from crp_commission.errors import UsageError
from crp_commission.gate import GateSpec
from crp_commission.report import Report
from crp_commission.report_accepted import Standing
from crp_commission.rules import Severity
from crp_commission.waiver_file import read_waivers, scaffold
from crp_commission.waivers import REASONS, Waiver, in_force, may_be_waived, weigh

TODAY = "2026-07-01"
STATUSES = ["met", "partial", "gap", "contradicted", "needs-review", "not-applicable"]


def waiver(criterion: str = "DO-PAR-1", **fields: str) -> Waiver:
    said = {
        "reason": "numbers-too-small", "note": "Eight children a year.", "owner": "Contracts", "approver": "Director",
        "expires": "2027-03-31",
    }  # fmt: skip
    return Waiver(criterion, **{**said, **fields})


def standing(status: str, severity: str = "major", day: str | None = TODAY, **fields: object) -> Standing:
    return one(status, severity, day, **fields)[0]


def one(status: str, severity: str = "major", day: str | None = TODAY, **fields: object) -> tuple[Standing, str]:
    set_aside = bool(fields.pop("set_aside", False))
    expires = str(fields.pop("expires", "2027-03-31"))
    found = assessment(finding(rule("DO-PAR-1", severity, **fields), status))
    (weighed,) = weigh([waiver(expires=expires)], found, day, set_aside=set_aside)
    return weighed.standing, weighed.says


@pytest.mark.parametrize(
    ("status", "severity", "expected"),
    [
        ("gap", "critical", "in-force"),
        ("gap", "minor", "in-force"),
        ("partial", "critical", "in-force"),
        ("contradicted", "major", "in-force"),
        ("contradicted", "critical", "refused"),
        ("needs-review", "minor", "refused"),
        ("met", "critical", "unused"),
        ("not-applicable", "major", "unused"),
    ],
)
def test_only_a_real_failure_can_be_waived_and_no_critical_one_that_the_text_works_against(status, severity, expected):
    assert standing(status, severity) == expected


def test_a_criterion_of_which_the_ruleset_says_so_is_never_waived():
    found, says = one("gap", no_waiver="A child must be able to complain.")
    assert found == "refused"
    assert "A child must be able to complain." in says


@pytest.mark.parametrize(
    ("expires", "expected"),
    [
        ("2026-06-30", "expired"),
        ("2026-07-01", "expiring"),
        ("2026-07-31", "expiring"),
        ("2026-08-01", "in-force"),
    ],
)
def test_a_waiver_holds_to_the_end_of_its_last_day_and_is_named_for_thirty_days(expires, expected):
    assert standing("gap", expires=expires) == expected


def test_what_ends_says_when_and_whose_it_is():
    assert one("gap", expires="2026-07-02")[1] == "The waiver of DO-PAR-1 ends in 1 day, on 2026-07-02 (Contracts)."
    assert "ends today" in one("gap", expires=TODAY)[1]
    assert "ended on 2026-06-30, so the criterion counts again" in one("gap", expires="2026-06-30")[1]


def test_without_a_date_no_waiver_holds_and_the_way_out_is_said():
    found, says = one("gap", day=None)
    assert found == "undated"
    assert "--date" in says
    assert in_force(weigh([waiver()], assessment(finding(rule("DO-PAR-1"), "gap")), None)) == {}


@pytest.mark.parametrize("day", [TODAY, None])
def test_set_aside_shows_what_would_be_hidden(day):
    found, says = one("gap", "critical", day, set_aside=True)
    assert found == "set-aside"
    assert says == "DO-PAR-1 (critical, missing) would be hidden until 2027-03-31: Eight children a year."


def test_set_aside_does_not_speak_of_what_hides_nothing():
    assert standing("met", set_aside=True) == "unused"
    assert standing("gap", set_aside=True, expires="2020-01-01") == "expired"


def test_a_criterion_that_was_not_asked_has_a_waiver_that_does_nothing():
    (weighed,) = weigh([waiver("SCO-1")], assessment(finding(rule("DO-PAR-1"), "gap")), TODAY)
    assert weighed.standing == "unused"


def composed(*waivers: Waiver, date: str | None = TODAY, status: str = "gap") -> Report:
    found = assessment(
        finding(rule("DO-PAR-1", "critical"), status),
        finding(rule("DO-PAR-2"), "partial", passage("Children may be asked.", "intended")),
        finding(rule("DO-PAR-3"), "met", passage("Children are asked each month.")),
    )
    return compose(
        found,
        tool_version="1",
        date=date,
        gate=GateSpec(fail_on=Severity.CRITICAL),
        profile="full",
        acceptance=Acceptance(weigh(waivers, found, date), "waivers.yaml", "f" * 64),
    )


def test_a_waived_criterion_does_not_fail_and_is_no_fix_but_is_still_not_met():
    plain, waived = composed(), composed(waiver())
    assert (plain.gate.passed, waived.gate.passed) == (False, True)
    assert "DO-PAR-1" in [fix.criterion for fix in plain.fixes]
    assert "DO-PAR-1" not in [fix.criterion for fix in waived.fixes]
    assert waived.criteria[0].status == "gap"
    assert waived.open_criteria == plain.open_criteria == 2
    assert waived.accepted.counts == {"open": 1, "new": 0, "accepted": 0, "waived": 1}
    assert waived.criteria[0].waiver == (
        "Figures so small would show who a child is. Eight children a year "
        "(owner Contracts, approved by Director, until 2027-03-31)."
    )


@given(st.sampled_from(STATUSES), st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.booleans())
def test_no_waiver_changes_score_band_or_verdict(status, day, is_dated):
    plain, waived = composed(status=status), composed(waiver(), date=str(day) if is_dated else None, status=status)
    assert waived.score == plain.score
    assert waived.grid == plain.grid
    assert [one.status for one in waived.criteria] == [one.status for one in plain.criteria]


@given(st.sampled_from(STATUSES), st.sampled_from(list(Severity)), st.integers(-400, 400))
def test_a_waiver_touches_its_own_criterion_only(status, severity, days):
    ends = str(date.fromisoformat(TODAY) + timedelta(days))
    found = assessment(finding(rule("DO-PAR-1", severity), status), finding(rule("DO-PAR-2", "critical"), "gap"))
    weighed = weigh([waiver(expires=ends)], found, TODAY)
    assert set(in_force(weighed)) <= {"DO-PAR-1"}
    assert ("DO-PAR-1" in in_force(weighed)) == (days >= 0 and may_be_waived(found.findings[0].status, severity, ""))


@pytest.mark.parametrize(
    ("expires", "day", "passed", "state"),
    [("2027-03-31", TODAY, True, "waived"), ("2026-06-30", TODAY, False, "open"), ("2027-03-31", None, False, "open")],
)
def test_a_baseline_does_not_bring_back_what_a_waiver_no_longer_covers(expires, day, passed, state):
    found = assessment(finding(rule("DO-PAR-1", "critical"), "gap"), finding(rule("DO-PAR-2", "critical"), "gap"))
    settings = {"tool_version": "1", "date": day, "gate": GateSpec(fail_on=Severity.CRITICAL), "profile": "full"}
    held = taken_of(compose(found, **settings))
    acceptance = Acceptance(weigh([waiver(expires=expires)], found, day), baseline=held)
    report = compose(found, **settings, acceptance=acceptance)
    assert (report.gate.passed, [one.state for one in report.criteria]) == (passed, [state, "accepted"])


def test_waivers_do_not_help_a_pass_mark():
    found = assessment(finding(rule("DO-PAR-1"), "gap"))
    weighed = weigh([waiver()], found, TODAY)
    report = compose(
        found, tool_version="1", date=TODAY, gate=GateSpec(Fraction(1)), profile="full", acceptance=Acceptance(weighed)
    )
    assert not report.gate.passed


# The file

GOOD = """\
waivers:
  - criterion: DO-PAR-1
    reason: said-elsewhere
    note: It stands in
      the schedule.
    owner: Contracts
    approver: Director
    expires: 2027-03-31
"""


def faults(text: str) -> str:
    with pytest.raises(UsageError) as refused:
        read_waivers(text.encode(), "waivers.yaml")
    assert refused.value.exit_code == 2
    return refused.value.message


def test_a_file_is_read():
    (found,) = read_waivers(GOOD.encode(), "waivers.yaml").waivers
    assert found == waiver(reason="said-elsewhere", note="It stands in the schedule.")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2027-03-31", "31/03/2027", "waivers.yaml:8:5: “expires” needs a date written like 2026-03-31"),
        ("2027-03-31", "2027-02-30", "needs a date"),
        ("2027-03-31", "20270331", "needs a date"),
        ("said-elsewhere", "said-elsewere", "did you mean “said-elsewhere”?"),
        ("reason: said-elsewhere\n    ", "", "the key “reason” is missing"),
        ("approver: Director", "approver: contracts", "owner and approver are the same"),
        ("approver: Director", "approver: '[who approved it]'", "“approver” is not filled in"),
        ("owner: Contracts", "owner: ' '", "“owner” is not filled in"),
        ("owner:", "ower:", "did you mean “owner”?"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line(old, new, message):
    assert message in faults(GOOD.replace(old, new))


def test_two_waivers_of_one_criterion_are_refused():
    twice = GOOD + GOOD.partition("\n")[2]
    assert faults(twice) == "waivers.yaml:9:5: DO-PAR-1 is waived twice, first on line 2; keep one of the two."


def test_an_unknown_id_is_refused_with_what_was_meant_and_a_forbidden_one_with_the_reason():
    file = read_waivers(GOOD.encode(), "waivers.yaml")
    file.require_known(["DO-PAR-1"], {})
    with pytest.raises(
        UsageError, match=r"waivers.yaml:2:5: there is no criterion “DO-PAR-1”; did you mean “DO-PAR-2”?"
    ):
        file.require_known(["DO-PAR-2"], {})
    with pytest.raises(UsageError, match=r"nobody may waive DO-PAR-1. It is the law."):
        file.require_known(["DO-PAR-1"], {"DO-PAR-1": "It is the law."})


def test_the_scaffold_can_be_read_as_it_is_and_once_it_is_filled_in():
    text = scaffold("waivers.schema.json", [("DO-PAR-1", "Title (major, missing)")])
    assert read_waivers(text.encode(), "waivers.yaml").waivers == ()
    assert all(reason in text for reason in REASONS)
    head, _, example = text.partition("waivers: []\n")
    filled = head + "waivers:\n" + "".join(f"{line[1:]}\n" for line in example.splitlines()[1:])
    assert "“note” is not filled in" in faults(filled)
    for slot in ("why, in words that a member or a young person would accept", "who looks after it: a post or a name"):
        filled = filled.replace(f"[{slot}]", "Filled in")
    filled = filled.replace("[who approved it: somebody else]", "Somebody else")
    (found,) = read_waivers(filled.encode(), "waivers.yaml").waivers
    assert replace(found, note="", owner="", approver="") == replace(
        waiver("REV-NDI-1"), note="", owner="", approver=""
    )
