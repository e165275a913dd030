"""How much was asked is said in plain words, and less is suggested where a paper is short."""

from __future__ import annotations

import pytest

from builders import finding, report, rule, source
from crp_commission.document import Note
from crp_commission.renderers import RenderOptions, render

ASKED = (finding(rule("DO-PAR-1", "critical"), "gap"), finding(rule("DO-PAR-2", "critical"), "met"))
MORE = (rule("DO-PAR-3", "major"), rule("DO-PAR-4", "minor"), rule("DO-PAR-5", "minor"))
ALL = (*ASKED, *(finding(one, "gap") for one in MORE))
SHORT = (source(words=900),)
HINT = "--profile light (for a small grant: critical criteria only)"


def terminal(*findings, verbose=False, **fields):
    return str(render(report(*findings, **fields), "terminal", RenderOptions(width=200, verbose=verbose)))


def markdown(*findings, **fields):
    return str(render(report(*findings, **fields), "markdown", RenderOptions()))


@pytest.mark.parametrize(
    ("profile", "which"), [("light", "the critical ones"), ("standard", "the critical and major ones")]
)
def test_a_profile_says_what_it_asked_of_how_many(profile, which):
    screen = terminal(*ASKED, unasked=MORE, profile=profile)
    assert f"2 of 5 core criteria, {which} (profile {profile}); 2 apply: 1 met, 1 missing" in screen
    page = markdown(*ASKED, unasked=MORE, profile=profile)
    assert f"| Criteria asked | 2 of 5, {which} (profile {profile}) |" in page


def test_where_all_were_asked_that_is_said():
    assert "5 of all 5 core criteria apply: 1 met, 4 missing" in terminal(*ALL, profile="full")
    assert "| Criteria asked | 5 of 5, all of them (profile full) |" in markdown(*ALL, profile="full")


def test_light_is_suggested_once_for_a_short_paper():
    screen = terminal(*ALL, profile="full", files=SHORT)
    assert screen.count("profile light") == 1
    assert f"crp-commission check spec.docx {HINT}" in screen
    page = markdown(*ALL, profile="full", files=SHORT)
    assert page.count("profile light") == 1
    assert "for a small grant, the profile light asks the 2 critical criteria only" in page


def test_one_critical_criterion_is_spoken_of_as_one():
    page = markdown(ASKED[0], *ALL[2:], profile="full", files=SHORT)
    assert "the profile light asks the one critical criterion only" in page


@pytest.mark.parametrize(
    ("findings", "fields"),
    [
        (ALL, {"files": (source(words=9_000),)}),
        (ALL, {"files": (source(words=900), source("terms.docx", words=900))}),
        (ALL, {"profile": "standard"}),
        (ALL, {"notes": (Note("scan.pdf", "", "every page is a picture", 1.0),)}),
        (ALL, {"notes": (Note("spec.docx", "page 2", "a picture was not read", 0.1),)}),
        (ASKED, {}),
        (ALL[2:], {}),
    ],
    ids=["long", "long together", "a profile was chosen", "not read", "partly read", "all critical", "none critical"],
)
def test_light_is_not_suggested_where_it_would_not_help(findings, fields):
    given = {"profile": "full", "files": SHORT, **fields}
    assert "profile light" not in terminal(*findings, **given)
    assert "profile light" not in markdown(*findings, **given)


def test_what_a_ruleset_switches_off_is_shown_with_its_reason():
    off = {"DO-LSD-9": "We do not buy *transport*.", "DO-LSD-8": ""}
    assert "5 of all 5 core criteria (2 switched off) apply: 1 met" in terminal(*ALL, off=off)
    details = terminal(*ALL, off=off, verbose=True)
    assert "Switched off in core: DO-LSD-9. We do not buy *transport*." in details
    assert "Switched off in core: DO-LSD-8. No reason is given." in details
    page = markdown(*ALL, off=off)
    assert r"| Switched off in core | DO-LSD-9: We do not buy \*transport\*. |" in page
    assert "| Switched off in core | DO-LSD-8: no reason is given |" in page
    assert "switched off" not in terminal(*ALL)
    assert "Switched off" not in markdown(*ALL)
