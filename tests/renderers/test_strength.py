"""How strongly the criteria of each principle are promised, as every format that people read tells it."""

from __future__ import annotations

import pytest

from builders import finding, passage, report, rule
from crp_commission.renderers import RenderOptions, render
from crp_commission.renderers._strength import STRENGTH_SIGNS, strength_rows
from crp_commission.report import Report
from crp_commission.rules import Part

NEEDS_TWO = (Part("children are asked", find=None, essential=True), Part("told", find=None, essential=True))


def pack() -> Report:
    return report(
        finding(rule("DO-PAR-1"), "gap"),
        finding(rule("DO-PAR-2"), "contradicted", passage("c", "measured"), passage("d", "contradicts")),
        finding(rule("DO-PAR-3"), "partial", passage("b", "intended")),
        finding(rule("DO-PAR-4"), "met", passage("a", "measured"), passage("e", "mentioned")),
        finding(rule("DO-PAR-5"), "not-applicable"),
        finding(rule("DO-PAR-6", parts=NEEDS_TWO), "partial", passage("a", "measured")),
    )


def test_each_criterion_counts_once_by_the_weakest_of_what_it_cannot_do_without() -> None:
    row = next(row for row in strength_rows(pack()) if row.principle.id == "participation")
    assert row.counts == {
        "measured": 1, "committed": 0, "intended": 1, "mentioned": 0, "none": 2, "contradicts": 1,
    }  # fmt: skip
    assert (row.signs, row.promised) == ("●◑○○✗", 1)
    assert row.words == "1 promised and checkable; 1 aimed at; 2 nothing found; 1 worked against"


def test_a_principle_that_was_not_asked_says_so() -> None:
    row = next(row for row in strength_rows(pack()) if row.principle.id == "dignity")
    assert (row.signs, row.words, row.promised) == ("", "not asked", 0)


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_the_signs_and_their_key_are_in_the_text(name: str) -> None:
    text = str(render(pack(), name, RenderOptions(verbose=True, width=100)))
    assert "●◑○○✗" in text
    assert all(sign in text for sign in STRENGTH_SIGNS.values())
    assert "1 promised and checkable; 1 aimed at" in " ".join(text.split())


def test_the_first_screen_of_the_terminal_has_no_room_for_them() -> None:
    assert "●◑○○✗" not in str(render(pack(), "terminal", RenderOptions(width=100)))


def test_the_page_has_a_piece_for_each_strength_that_is_there() -> None:
    html = str(render(pack(), "html"))
    pieces = [name for name in STRENGTH_SIGNS if f'<rect class="t-{name}" x="' in html.split("</thead>", 2)[-1]]
    assert pieces == ["measured", "intended", "none", "contradicts"]
    assert html.count("2 nothing found") == 1
