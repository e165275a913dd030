"""What went wrong with scores elsewhere, each as a tiny document that must not be scored so here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import SCALE, doc, judged, pack, part, rule
from crp_commission.assessment import Assessment, Finding, Status
from crp_commission.bands import Band, decide_band
from crp_commission.composing import compose
from crp_commission.document import Document, Note
from crp_commission.evidence import Strength
from crp_commission.gate import GateSpec
from crp_commission.points import percent
from crp_commission.rules import Part

VOCABULARY = {"child": ("child", "young (person|people)", "pupil")}
HIT = Part("nobody is hit", {"forbids": ["(hit|isolate) & ^$child"]}, essential=True)
HEARD = part("(ask|consult|hear) & ^$child", asks="children are asked", denial="contradicts")
TOLD = part("(tell|publish) & ^$child", asks="children are told what changed", essential=False)
RULES = (
    rule("DO-PAR-1", "critical", parts=(HEARD, TOLD)),
    rule("DO-LSD-1", "critical", parts=(part("(protect|safe|safeguard) & ^$child", denial="contradicts"),)),
    rule("DO-DIG-1", "critical", parts=(HIT,), duty_is_enough=True),
    rule("DO-BST-1", parts=(part("best interests & ^$child"), part("record & ^$child", essential=False))),
    rule("DO-NDI-1", parts=(part("(translate|interpreter|accessible) & ^$child"),)),
    rule("DO-TRA-1", parts=(part("complain & ^$child"), part("reply & ^$child"))),
    rule("REV-PAR-1", parts=(part("review & ^$child"),)),
    rule("REV-TRA-1", parts=(part("report & ^$child"),)),
    rule("DO-INT-1", "minor", parts=(part("rights & ^$child"),)),
    rule("PLN-LSD-1", "minor", parts=(part("play & ^$child"),)),
)
BAN = "No child shall be hit, and the log is read each week."
DUTIES = [
    "Staff shall ask each child for their views every month and tell them what changed.",
    "The Provider shall protect every child and report each concern within one day.",
    BAN,
    "The Provider shall put the best interests of each child first and record how each time.",
    "The Provider shall pay an interpreter for each child who asks, within two days.",
    "Each child may complain at any time and the manager shall reply within five days.",
    "The Provider shall review the service with children each quarter.",
    "The Provider shall report to children and the Council each quarter.",
    "The manager shall train staff in the rights of children each year.",
    "Each child shall have an hour of play every day.",
]
# Nothing here is about what the criteria ask.
UNRELATED = [
    "The fee is paid monthly in arrears within thirty days of an invoice.",
    "Vehicles are serviced each year and the certificate is kept at the depot.",
    "Neither party is liable for delay beyond its control.",
    "The building has two floors and a lift.",
    "This contract is made under the law of England.",
]


def judge(document: Document) -> Assessment:
    return judged(document, *RULES, vocabulary=VOCABULARY)


def sections(sentences: Sequence[str]) -> list[str]:
    """Each sentence in a section of its own."""
    return [line for number, sentence in enumerate(sentences, start=1) for line in (f"# {number} Part", sentence)]


def earned(*lines: str) -> Fraction:
    tally = judge(doc(*lines)).overall
    return tally.low / tally.possible


def test_the_duties_of_these_tests_earn_all_there_is() -> None:
    assert [found.status for found in judge(doc(*sections(DUTIES))).findings] == [Status.MET] * len(RULES)
    assert earned(*sections(DUTIES)) == 1


def test_the_unrelated_text_of_these_tests_earns_nothing() -> None:
    assert earned(*UNRELATED) == 0


EMPTY = {
    "nothing": [],
    "a title": ["# Specification of a service for children"],
    "almost nothing": ["# Specification", "The service is for children and young people.", "It opens in May."],
    "a contents page": ["# Contents", *(f"{duty[:-1]} ........ {page}" for page, duty in enumerate(DUTIES))],
    "a contents page without dots": ["# Contents", *DUTIES],
    "headings only": [f"# {duty}" for duty in DUTIES],
    "headings of every principle": [
        "# Dignity and respect for children",
        "# Children's views are asked and heard",
        "# Best interests of children",
        "# Protecting children",
        "# Review and report to children",
    ],
    "a pasted list of principles": [
        "Dignity; best interests of the child; children's rights; review; report; play; complain; protect; ask; tell.",
    ],
    "a keyword pile": ["Children | ask | consult | hear | best interests | rights | review | report | complain | play"],
    "a heap of commas": ["ask, tell, hear, protect, review, report, complain, reply, rights, play, child, children"],
    "a list of laws": ["# Legislation", *(f"- Children's Rights Act {year}" for year in range(1989, 2009)), *DUTIES],
    "definitions": ["# Definitions", *DUTIES],
    "template slots": [f"[Insert here how] {duty}" for duty in DUTIES],
    "promises to staff": [
        "The Provider shall ask employees each month about pensions and review pay.",
        "# Staff",
        "It shall report to them each quarter.",
    ],
    "promises to adults": [
        "Older people in the care home are asked each month.",
        "Adults with dementia shall be heard, and each complaint gets a reply within five days.",
    ],
}


@pytest.mark.parametrize("name", EMPTY)
def test_right_words_without_a_promise_score_nothing(name: str) -> None:
    assert earned(*EMPTY[name]) == 0


def test_an_empty_page_is_not_ready() -> None:
    assert decide_band(judge(doc()))[0] is Band.RED


VISION = [
    "We are committed to hearing children and to their best interests.",
    "We value children's rights, play and the views of every child.",
    "Our ambition is to protect children and to review all we do with young people.",
    "We aspire to report to children and hope that they will complain.",
    "Children should be asked, heard and told, and staff should be accessible to children.",
] * 10


def test_fifty_warm_mentions_score_less_than_ten_real_duties() -> None:
    assert earned(*VISION) < earned(*sections(DUTIES))
    assert earned(*VISION) <= max(SCALE.credit["mentioned"], SCALE.credit["intended"])
    assert earned("# Our vision", *(duty for duty in DUTIES if duty != BAN)) <= SCALE.credit["mentioned"]


@pytest.mark.parametrize(
    "lines",
    [["# Our vision", "No child shall be hit."], ["> No child shall be hit."], ["Staff should not hit a child."]],
)
def test_a_ban_that_binds_nobody_is_no_ban(lines: list[str]) -> None:
    assert earned(*lines) <= SCALE.credit["intended"] * Fraction(3, 21)


@pytest.mark.parametrize("number", range(len(DUTIES)))
def test_one_real_duty_scores_more_than_warm_words_about_the_same(number: int) -> None:
    warm = [line for line in VISION if line]
    with_duty = judge(doc(*sections(DUTIES))).findings[number].tally.low
    assert judge(doc(*warm)).findings[number].tally.low < with_duty


@pytest.mark.parametrize("duty", DUTIES)
def test_repeating_a_promise_earns_nothing_more(duty: str) -> None:
    assert earned(*[duty] * 30) == earned(duty)
    assert earned(" ".join([duty] * 30)) == earned(duty)


def test_a_critical_criterion_moves_the_score_more_than_a_minor_one() -> None:
    gains = {
        found.rule.id: found.tally.low for found in judge(doc(*sections(DUTIES))).findings if found.status is Status.MET
    }
    assert gains["DO-LSD-1"] > gains["REV-PAR-1"] > gains["PLN-LSD-1"]


def test_what_needs_review_is_no_pass() -> None:
    lost = Note("spec.md", "page 1", "it could not be read", 1.0)
    result = judge(doc(notes=(lost,)))
    assert {found.status for found in result.findings} == {Status.NEEDS_REVIEW}
    assert (result.overall.low, result.overall.high) == (0, result.overall.possible)
    assert decide_band(result)[0] is Band.RED


def test_what_needs_review_keeps_a_good_score_from_green() -> None:
    rules = [replace(one, where=("kpi-schedule",)) if one.id == "DO-LSD-1" else one for one in RULES]
    roles = {"spec.md": "service-specification", "kpis.md": "kpi-schedule"}
    lost = Note("kpis.md", "", "it could not be opened", 1.0)
    kept = [duty for duty in DUTIES if "protect" not in duty]
    result = judged(pack({"spec.md": sections(kept), "kpis.md": []}, roles, (lost,)), *rules, vocabulary=VOCABULARY)
    assert Status.NEEDS_REVIEW in {found.status for found in result.findings}
    assert result.overall.low < result.overall.high
    assert decide_band(result)[0] is Band.AMBER


def test_what_does_not_apply_is_neither_a_pass_nor_a_loss() -> None:
    elsewhere = [replace(one, where=("needs-assessment",)) for one in RULES]
    result = judged(doc(*sections(DUTIES)), *elsewhere, vocabulary=VOCABULARY)
    assert result.overall.possible == 0
    assert percent(result.overall.low, result.overall.possible) is None
    assert decide_band(result)[0] is None
    half = judged(doc(*sections(DUTIES)), *elsewhere[:5], *RULES[5:], vocabulary=VOCABULARY)
    assert half.overall.low == half.overall.possible == judge(doc(*sections(DUTIES))).overall.possible - Fraction(13)


def derived(found: Finding) -> tuple[Fraction, Fraction, Fraction]:
    """Points worked out afresh from a finding's parts, status and the published scale."""
    possible = SCALE.weights[found.rule.severity]
    if found.status is Status.NOT_APPLICABLE:
        return Fraction(0), Fraction(0), Fraction(0)
    if found.status is Status.NEEDS_REVIEW:
        return Fraction(0), possible, possible
    shares: dict[bool, list[Fraction]] = {True: [], False: []}
    for one in found.parts:
        credits = [SCALE.credit[proof.strength] for proof in one.evidence if proof.strength is not Strength.CONTRADICTS]
        shares[one.part.essential].append(max(credits, default=Fraction(0)))
    if found.status in (Status.GAP, Status.CONTRADICTED):
        return Fraction(0), Fraction(0), possible
    share = Fraction(1) if found.status is Status.MET else sum(shares[True], Fraction(0)) / len(shares[True])
    if shares[False]:
        share = Fraction(4, 5) * share + Fraction(1, 5) * sum(shares[False], Fraction(0)) / len(shares[False])
    return possible * share, possible * share, possible


WEAKER = [
    "Staff shall consult children.",
    "Staff should consult children each month.",
    "Consulting children",
    "Children will never be heard by the panel.",
    "The Provider is not required to protect children.",
    "A child may be isolated.",
    "The best interests of children shall be weighed where possible.",
    "The Provider shall weigh the best interests of children.",
    "Children are told what changed.",
]
TEXTS = st.lists(st.sampled_from([*DUTIES, *WEAKER, *UNRELATED]), max_size=10)


@settings(deadline=None, max_examples=50)
@given(TEXTS, st.sampled_from([0.0, 0.3]))
def test_every_total_can_be_derived_again_from_the_findings(sentences: list[str], unread: float) -> None:
    result = judge(doc(*sections(sentences), notes=(Note("spec.md", "page 2", "a page was not read", unread),)))
    again = [derived(found) for found in result.findings]
    assert [(found.tally.low, found.tally.high, found.tally.possible) for found in result.findings] == again
    low, high, possible = (sum(column, Fraction(0)) for column in zip(*again, strict=True))
    assert (result.overall.low, result.overall.high, result.overall.possible) == (low, high, possible)
    by_cell = [
        result.of(stage, principle) for stage in _ids("stages", result) for principle in _ids("principles", result)
    ]
    assert sum((cell.low for cell in by_cell), Fraction(0)) == low
    report = compose(result, tool_version="1", date=None, gate=GateSpec(), profile="full", waivers={})
    assert sum(Fraction(one.earned.low) for one in report.criteria) == low == Fraction(report.score.earned)
    assert sum(Fraction(one.possible) for one in report.criteria) == possible == Fraction(report.score.possible)


def _ids(kind: str, result: Assessment) -> list[str]:
    return [one.id for one in getattr(result.rulesets[0], kind)]


def scores(sentences: Sequence[str]) -> list[Fraction]:
    """The points of each criterion."""
    return [found.tally.low for found in judge(doc(*sections(sentences))).findings]


@settings(deadline=None, max_examples=50)
@given(TEXTS, st.data())
def test_the_order_of_paragraphs_does_not_matter(sentences: list[str], data: st.DataObject) -> None:
    assert scores(data.draw(st.permutations(sentences))) == scores(sentences)


@settings(deadline=None, max_examples=50)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 10), st.sampled_from(UNRELATED)), max_size=10))
def test_length_and_unrelated_paragraphs_earn_nothing(sentences: list[str], more: list[tuple[int, str]]) -> None:
    longer = list(sentences)
    for place, sentence in more:
        longer.insert(place % (len(longer) + 1), sentence)
    assert scores(longer) == scores(sentences)


@settings(deadline=None, max_examples=50)
@given(TEXTS, st.sampled_from(DUTIES))
def test_adding_a_duty_never_lowers(sentences: list[str], duty: str) -> None:
    pairs = zip(scores(sentences), scores([*sentences, duty]), strict=True)
    assert all(before <= after for before, after in pairs)


NEGATED = {
    "Staff shall ask each child for their views every month and tell them what changed.":
        "Staff shall not ask each child for their views every month or tell them what changed.",
    "The Provider shall protect every child and report each concern within one day.":
        "The Provider shall not protect every child or report each concern within one day.",
    BAN: "A child may be hit, and the log is read each week.",
    "The Provider shall put the best interests of each child first and record how each time.":
        "The Provider shall not put the best interests of each child first or record how each time.",
    "The Provider shall pay an interpreter for each child who asks, within two days.":
        "The Provider shall not pay an interpreter for each child who asks, within two days.",
    "The Provider shall review the service with children each quarter.":
        "The Provider shall never review the service with children each quarter.",
    "The Provider shall report to children and the Council each quarter.":
        "The Provider is not required to report to children and the Council each quarter.",
    "The manager shall train staff in the rights of children each year.":
        "Nobody shall train staff in the rights of children each year.",
    "Each child shall have an hour of play every day.": "No child shall have an hour of play every day.",
    "Staff shall consult children.": "Staff shall not consult children.",
    "Children are told what changed.": "Children are not told what changed.",
    "The Provider shall weigh the best interests of children.":
        "The Provider shall not weigh the best interests of children.",
}  # fmt: skip


@pytest.mark.parametrize("sentence", NEGATED)
def test_negating_a_sentence_never_raises(sentence: str) -> None:
    assert earned(NEGATED[sentence]) <= earned(sentence)
    assert earned(NEGATED[sentence]) == 0


def test_a_denial_behind_what_is_denied_counts_too() -> None:
    assert earned("The best interests of children shall not be weighed.") == 0


@settings(deadline=None, max_examples=50)
@given(TEXTS, st.sampled_from(list(NEGATED)))
def test_negating_one_of_many_sentences_never_raises(sentences: list[str], one: str) -> None:
    pairs = zip(scores([*sentences, NEGATED[one]]), scores([*sentences, one]), strict=True)
    assert all(negated <= plain for negated, plain in pairs)
