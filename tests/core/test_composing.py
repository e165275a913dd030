from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import PRINCIPLES, STAGES, assessment, finding, passage, report, rule, source
from crp_commission.assessment import Status
from crp_commission.composing import compose
from crp_commission.document import Cell, Note
from crp_commission.fingerprints import fingerprint
from crp_commission.gate import GateSpec
from crp_commission.report import Report

IDS = [f"{stage}-{principle}-{n}" for stage in ("ANA", "DO") for principle in ("PAR", "DIG") for n in (1, 2)]
STRENGTHS = ["mentioned", "intended", "committed", "measured", "contradicts"]


@st.composite
def findings(draw: st.DrawFn):
    chosen = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=8))
    return [
        finding(
            rule(
                id,
                draw(st.sampled_from(["critical", "major", "minor"])),
                weight=draw(st.none() | st.fractions(min_value=Fraction(1, 7), max_value=9, max_denominator=7)),
                experimental=draw(st.booleans()),
            ),
            draw(st.sampled_from([status.value for status in Status])),
            *(
                passage(f"words {n}", strength, paragraph=n)
                for n, strength in enumerate(draw(st.lists(st.sampled_from(STRENGTHS), max_size=3)), 1)
            ),
        )
        for id in chosen
    ]


def points(texts) -> Fraction:
    return sum(map(Fraction, texts), Fraction(0))


@given(findings())
def test_the_parts_add_up_to_the_score_by_criterion_cell_stage_and_principle(found):
    composed = report(*found)
    for rows in (composed.criteria, composed.grid, composed.stages, composed.principles):
        assert points(row.earned.low for row in rows) == Fraction(composed.score.earned)
        assert points(row.earned.high for row in rows) == Fraction(composed.score.earned_high)
        assert points(row.possible for row in rows) == Fraction(composed.score.possible)
    assert points(row.weight for row in composed.grid) == points(row.weight for row in composed.criteria)
    for rows in (composed.grid, composed.stages, composed.principles):
        for status in Status:
            assert sum(row.counts[status] for row in rows) == composed.score.counts[status]


@given(findings())
def test_scores_are_ranges_in_order_and_nothing_asked_has_none(found):
    composed = report(*found)
    for row in (composed.score, *composed.grid, *composed.stages, *composed.principles):
        asked = sum(number for status, number in row.counts.items() if status is not Status.NOT_APPLICABLE)
        if asked:
            assert 0 <= row.low <= row.high <= 100
        else:
            assert (row.low, row.high) == (None, None)


@given(findings(), st.randoms())
def test_the_order_of_findings_does_not_matter(found, random):
    shuffled = random.sample(found, len(found))
    one, other = report(*found), report(*shuffled)
    assert (one.criteria, one.fixes, one.grid, one.principles) == (
        other.criteria,
        other.fixes,
        other.grid,
        other.principles,
    )


def test_the_grid_has_every_cell_stage_by_stage():
    composed = report(finding(rule("DO-PAR-1"), "met"))
    expected = list(itertools.product((stage.id for stage in STAGES), (principle.id for principle in PRINCIPLES)))
    assert [(cell.stage, cell.principle) for cell in composed.grid] == expected


def test_criteria_stand_by_stage_principle_and_number():
    ids = ["REV-DIG-1", "DO-PAR-10", "DO-PAR-2", "DO-DIG-1", "ANA-TRA-1"]
    composed = report(*(finding(rule(id), "gap") for id in ids))
    assert [row.id for row in composed.criteria] == ["ANA-TRA-1", "DO-DIG-1", "DO-PAR-2", "DO-PAR-10", "REV-DIG-1"]


def test_open_questions_are_no_pass_at_the_low_end_and_what_does_not_apply_counts_nowhere():
    composed = report(
        finding(rule("DO-PAR-1"), "met"),
        finding(rule("DO-PAR-2"), "needs-review"),
        finding(rule("DO-PAR-3"), "not-applicable"),
        finding(rule("DO-PAR-4"), "gap"),
    )
    assert (composed.score.low, composed.score.high) == (33.3, 66.7)
    assert composed.score.possible == "6/1"
    assert composed.score.criteria == 3
    assert composed.open_criteria == 2


def test_equal_scores_stay_apart():
    composed = report(
        finding(rule("DO-PAR-1"), "met"), finding(rule("DO-DIG-1"), "met"), finding(rule("DO-BST-1"), "gap")
    )
    assert [row.earned.low for row in composed.principles[:4]] == ["2/1", "0/1", "0/1", "2/1"]


def test_the_weakest_principle_is_the_lowest_that_was_asked():
    composed = report(
        finding(rule("DO-PAR-1"), "needs-review"),
        finding(rule("DO-TRA-1"), "gap"),
        finding(rule("DO-NDI-1"), "met"),
        finding(rule("DO-DIG-1"), "not-applicable"),
    )
    assert composed.weakest == "transparency-accountability"
    assert report(finding(rule("DO-PAR-1"), "gap"), finding(rule("DO-BST-1"), "gap")).weakest == "best-interests"
    assert report(finding(rule("DO-PAR-1"), "not-applicable")).weakest is None


@pytest.mark.parametrize(
    ("found", "strength"),
    [
        ([], "none"),
        (["mentioned", "measured", "committed"], "measured"),
        (["contradicts"], "contradicts"),
        (["contradicts", "mentioned"], "contradicts"),
        (["contradicts", "intended"], "intended"),
    ],
)
def test_a_principle_shows_its_strongest_evidence_and_contradiction_only_where_little_stands_against_it(
    found, strength
):
    passages = [passage(f"{name} words", name, paragraph=n) for n, name in enumerate(found, 1)]
    participation = report(
        finding(rule("DO-PAR-1"), "partial", *passages[:1]), finding(rule("ANA-PAR-1"), "partial", *passages[1:])
    ).principles[3]
    assert participation.strength == strength
    assert participation.quote == (f"{strength} words" if found else "")


def test_evidence_comes_once_with_its_place_best_first_or_what_works_against_it_first():
    good = passage("good", "measured", paragraph=5, section="4 Voice", cell=Cell(1, 2, 3), lead="The Provider shall:")
    bad = passage("bad", "contradicts", paragraph=9)
    weak = passage("weak", "mentioned", paragraph=1)
    (row,) = report(finding(rule("DO-PAR-1"), "met", weak, bad, good, good)).criteria
    assert [item.quote for item in row.evidence] == ["good", "weak", "bad"]
    first = row.evidence[0]
    assert (first.section, first.paragraph, first.table, first.row, first.column) == ("4 Voice", 5, 1, 2, 3)
    assert (first.lead, first.place, first.parts) == (
        "The Provider shall:",
        "4 Voice, table 1, row 2",
        ("children are asked",),
    )
    (row,) = report(finding(rule("DO-PAR-1"), "contradicted", weak, bad, good)).criteria
    assert [item.quote for item in row.evidence] == ["bad", "good", "weak"]


def test_parts_say_what_was_asked_and_how_well_it_was_found():
    (row,) = report(
        finding(rule("DO-PAR-1"), "partial", passage("a", "intended"), passage("b", "contradicts"))
    ).criteria
    assert [(part.asks, part.essential, part.strength, part.contradicted) for part in row.parts] == [
        ("children are asked", True, "intended", True),
        ("how often", False, "none", False),
    ]
    assert set(row.parts[0].evidence) == {item.id for item in row.evidence}


def test_fingerprints_hold_for_words_and_criterion_wherever_they_stand():
    here = report(finding(rule("DO-PAR-1"), "met", passage("“We”  listen", paragraph=1)))
    there = report(finding(rule("DO-PAR-1"), "met", passage('"we" listen', paragraph=70, section="9 Other")))
    assert here.criteria[0].evidence[0].id == there.criteria[0].evidence[0].id
    assert fingerprint("DO-PAR-1", "We listen") != fingerprint("DO-PAR-2", "We listen")
    assert fingerprint("DO-PAR-1", "We listen") != fingerprint("DO-PAR-1", "We do not listen")


def test_files_and_notes_are_sorted_and_what_was_not_read_is_counted():
    composed = report(
        finding(rule("DO-PAR-1"), "met"),
        files=(source("b.pdf", words=10), source("a.docx", words=0), source("c.md", words=5)),
        notes=(
            Note("b.pdf", "page 10", "a picture", 0.1),
            Note("b.pdf", "page 9", "a picture", 0.1),
            Note("z.pdf", "", "locked", 1),
            Note("c.md", "line 2", "a comment", 0),
        ),
    )
    assert [file.path for file in composed.files] == ["a.docx", "b.pdf", "c.md"]
    assert [(note.file, note.place) for note in composed.notes] == [
        ("b.pdf", "page 9"),
        ("b.pdf", "page 10"),
        ("c.md", "line 2"),
        ("z.pdf", ""),
    ]
    reading = composed.reading
    assert (reading.files, reading.read, reading.words) == (4, 2, 15)
    assert (reading.not_read, reading.partly_read) == (("a.docx", "z.pdf"), ("b.pdf",))


def test_waivers_stand_beside_their_criterion_and_change_no_score():
    gap = assessment(finding(rule("DO-PAR-1"), "gap"), finding(rule("DO-PAR-2"), "gap"))
    composed = compose(
        gap,
        tool_version="1",
        date="2026-07-01",
        gate=GateSpec(),
        profile="light",
        waivers={"DO-PAR-1": "Agreed."},
    )
    assert [(row.waiver, row.answer) for row in composed.criteria] == [("Agreed.", None), (None, None)]
    assert composed.score.possible == "4/1"
    assert (composed.date, composed.profile) == ("2026-07-01", "light")


def test_an_assessment_without_findings_gives_an_empty_report():
    composed = report()
    assert isinstance(composed, Report)
    assert (composed.score.low, composed.score.band, composed.weakest, composed.fixes) == (None, None, None, ())
    assert len(composed.grid) == 28
