"""How much of a pack is judged: past a number of sentences the rest counts as unread, and nothing in it as missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import doc, rule, ruleset
from crp_commission.assessment import Status
from crp_commission.document import Document, Source
from crp_commission.engine import assess
from crp_commission.judged_part import judged_part
from crp_commission.rules import Part

ASKED = rule(
    "DO-PAR-1",
    "critical",
    parts=(Part("children are heard", {"promises": {"any": ["hear & advocate"]}}, essential=True),),
)


def pack() -> Document:
    """Two papers of three sentences each."""
    lines = [f"The Provider shall keep record {number}." for number in range(6)]
    whole = doc(*lines, file="a.md")
    other = Source("b.md", "", "markdown", whole.files[0].role, None, 18)
    moved = [
        one if one.number < 3 else replace(one, place=replace(one.place, file="b.md", paragraph=one.number - 2))
        for one in whole.sentences
    ]
    return replace(whole, files=(*whole.files, other), sentences=tuple(moved))


def test_a_pack_within_the_limit_is_judged_whole() -> None:
    assert judged_part(pack(), 6) == pack()


def test_what_is_past_the_limit_is_left_out_and_told_of_each_paper_with_its_share() -> None:
    cut = judged_part(pack(), 2)
    assert [one.number for one in cut.sentences] == [0, 1]
    assert [(note.file, note.place, note.unread) for note in cut.notes] == [
        ("a.md", "from paragraph 3", 0.3333),
        ("b.md", "from paragraph 1", 1.0),
    ]
    assert cut.notes[0].text == (
        "1 of its 3 sentences were not judged: all papers together have more than 2, which is the limit. Give fewer "
        "papers at a time, or raise `limits: sentences` in crp-commission.yaml."
    )


def test_the_page_is_named_where_it_is_known() -> None:
    whole = pack()
    paged = [replace(one, place=replace(one.place, page=7)) for one in whole.sentences]
    assert judged_part(replace(whole, sentences=tuple(paged)), 5).notes[0].place == "from page 7"


def test_a_long_sentence_counts_as_several() -> None:
    whole = pack()
    first = replace(whole.sentences[0], text="word " * 600)
    longer = replace(whole, sentences=(first, *whole.sentences[1:]))
    assert len(judged_part(longer, 9).sentences) == 6
    assert len(judged_part(longer, 8).sentences) == 5
    assert len(judged_part(longer, 3).sentences) == 0


@pytest.mark.parametrize(("most", "status"), [(6, Status.GAP), (3, Status.NEEDS_REVIEW)])
def test_nothing_is_called_missing_that_may_stand_in_what_was_not_judged(most: int, status: Status) -> None:
    (finding,) = assess(judged_part(pack(), most), [ruleset(ASKED)]).findings
    assert finding.status is status
