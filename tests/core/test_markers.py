from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.language.markers import Levels, clause_number, item_marker, lone_marker, split_typed_lines


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("(a) views", ("(a)", "views")),
        ("a) views", ("a)", "views")),
        ("a. views", ("a.", "views")),
        ("(iv) views", ("(iv)", "views")),
        ("iv. views", ("iv.", "views")),
        ("(12) views", ("(12)", "views")),
        ("(A) views", ("(A)", "views")),
        ("(aa) views", ("(aa)", "views")),
        ("12) views", ("12)", "views")),
        ("• views", ("", "views")),
        ("•views", ("", "views")),
        ("●● views", ("", "views")),
        ("- views", ("", "views")),
        ("– views", ("", "views")),
        ("* views", ("", "views")),
        ("o views", ("", "views")),
        ("\uf0b7 views", ("", "views")),
        ("-Views", ("", "Views")),
        ("  (a)\tviews", ("(a)", "views")),
        ("views", None),
        ("-5 degrees", None),
        ("-views", None),
        ("of views", None),
        ("*views*", None),
        ("(see a) b", None),
        ("1. views", None),
        ("A. Smith", None),
        ("e.g. views", None),
        ("i.e. views", None),
        ("(a)", None),
        ("•", None),
        ("(abc) views", None),
        ("", None),
    ],
)
def test_the_marker_of_an_item(text: str, marker: tuple[str, str] | None) -> None:
    assert item_marker(text) == marker


@pytest.mark.parametrize(
    ("text", "marker"), [("•", ""), ("●●", ""), ("-", ""), ("(a)", "(a)"), ("iv)", "iv)"), ("a", None), ("(a) b", None)]
)
def test_a_marker_that_stands_alone(text: str, marker: str | None) -> None:
    assert lone_marker(text) == marker


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2.1 Views", "2.1"),
        ("2.1.3. Views", "2.1.3"),
        (" 12.10\tViews", "12.10"),
        ("2 Views", None),
        ("2.1", None),
        ("2.1x y", None),
    ],
)
def test_the_number_of_a_clause(text: str, number: str | None) -> None:
    assert clause_number(text) == number


@pytest.mark.parametrize(
    ("markers", "levels"),
    [
        ("(a) (b) (c)", [1, 1, 1]),
        ("(a) (i) (ii) (b)", [1, 2, 2, 1]),
        ("(g) (h) (i) (j)", [1, 1, 1, 1]),
        ("(a) (i) (ii) (iii) (iv) (v)", [1, 2, 2, 2, 2, 2]),
        ("(u) (v) (w)", [1, 1, 1]),
        ("(1) (a) (i) (2)", [1, 2, 3, 1]),
        ("(a) (5)", [1, 1]),
        ("1) a) 2)", [1, 2, 1]),
        ("(A) (a) (B)", [1, 2, 1]),
        ("(a) • • (b)", [1, 2, 2, 1]),
        ("(z) (aa) (bb)", [1, 1, 1]),
        ("• (a) •", [1, 1, 2]),
    ],
)
def test_how_deep_an_item_stands_follows_from_the_markers_before(markers: str, levels: list[int]) -> None:
    seen = Levels()
    assert [seen.level("" if marker == "•" else marker) for marker in markers.split()] == levels


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ("one|two", ["text one two"]),
        ("It shall:|(a) ask;|them|(b) act.", ["text It shall:", "item (a) ask; them", "item (b) act."]),
        ("(a) one|(c) three", ["item (a) one", "item (c) three"]),
        ("as in|(a) above", ["text as in (a) above"]),
        ("as in|(b) above and|(c) below", ["text as in (b) above and (c) below"]),
        ("• one|• two", ["item  one", "item  two"]),
        ("2.1 One|more|2.2 Two|3 Three", ["clause 2.1 2.1 One more", "clause 2.2 2.2 Two", "clause 3 3 Three"]),
        ("2.1 One|2.4 Four", ["clause 2.1 2.1 One", "clause 2.4 2.4 Four"]),
        ("12 children aged 8 to|14 took part", ["text 12 children aged 8 to 14 took part"]),
        ("2.5 million and|3.1 more", ["text 2.5 million and 3.1 more"]),
        ("ITT 01 Form|ITT 04 Terms", ["clause ITT 01 ITT 01 Form", "clause ITT 04 ITT 04 Terms"]),
        ("Q1 Who?|Q2 Why?", ["clause Q1 Q1 Who?", "clause Q2 Q2 Why?"]),
        ("Q1 Who?|R2 Why?|words", ["text Q1 Who? R2 Why? words"]),
        ("1 One|1.1 In|1.2 In|2 Two", ["clause 1 1 One", "clause 1.1 1.1 In", "clause 1.2 1.2 In", "clause 2 2 Two"]),
        ("", ["text  "]),
    ],
)
def test_typed_lists_and_clauses_are_parted(lines: str, parts: list[str]) -> None:
    found = [f"{line.kind} {line.number} {line.text}" for line in split_typed_lines(lines.split("|"))]
    assert [part.replace("text  ", "text ") for part in found] == [part.replace("text  ", "text ") for part in parts]


@given(st.lists(st.text("(a)bi1. 2•x", max_size=8), min_size=1, max_size=8))
def test_parting_lines_loses_none(lines: list[str]) -> None:
    parts = split_typed_lines(lines)
    assert [part.first for part in parts] == sorted({part.first for part in parts})
    assert parts[0].first == 0
    found = "".join(part.number + part.text if part.kind == "item" else part.text for part in parts)
    assert [sign for sign in found if sign.isalnum()] == [sign for sign in "".join(lines) if sign.isalnum()]
