"""Signals: which words must come together, in a sentence, near it or nowhere in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import doc
from crp_commission.checks import anchor
from crp_commission.language.terms import TermTable
from crp_commission.reading import NEAR, Reading
from crp_commission.signals import Match, find, parse

VOCABULARY = {"child": ("child", "young person")}


def matches(text: str, *lines: str) -> list[Match]:
    signal = parse(text)
    phrases = {group.phrase: (group.phrase,) for group in signal.groups}
    return list(find(signal, Reading(doc(*lines), TermTable(phrases, VOCABULARY))))


def quotes(text: str, *lines: str) -> list[str]:
    """The sentences in which the signal's act stands."""
    return [anchor(match)[0].text for match in matches(text, *lines)]


FOUND = [
    ("ask", ["Staff ask children.", "Parents pay."], ["Staff ask children."]),
    ("ask & children", ["Staff ask. Children answer.", "Children are asked."], ["Children are asked."]),
    ("ask & $child & view", ["Ask each young person for a view."], ["Ask each young person for a view."]),
    ("ask & !parent", ["Ask children.", "Ask parents."], ["Ask children."]),
    ("ask & !^parent", ["Ask children.", "Ask parents."], ["Ask children."]),
    ("ask & ^children", ["Staff ask. Children answer."], ["Staff ask."]),
    ("ask & ^children", ["Children matter. One. Staff ask."], ["Staff ask."]),
    ("ask & ^children", ["Children matter. One. Two. Staff ask."], []),
    ("ask & ^children", ["# Children", "One. Two. Three. Staff ask."], ["Staff ask."]),
    ("ask & ^children", ["# Children", "## Voice", "One. Two. Three. Staff ask."], ["Staff ask."]),
    ("ask & ^children", ["# Children", "# Voice", "Staff ask."], []),
    ("ask & ^children", ["Children matter.", "# Money", "Staff ask."], []),
    ("ask & ^children", ["Children shall:", "- one", "- two", "- three", "- be asked"], ["be asked"]),
    ("ask & children", ["Children shall:", "- one", "- be asked"], ["be asked"]),
    ("ask & quarter", ["| What | When |", "| Ask | Each quarter |"], ["Ask"]),
    ("ask & when", ["| What | When |", "| Ask | Weekly |"], ["Ask"]),
    ("ask & child", ["| What |", "| Ask |", "| Child |"], []),
    ("ask child", ["Ask. Child."], []),
    ("ask ~3 child", ["| A | B |", "| Ask | child |"], []),
]


@pytest.mark.parametrize(("text", "lines", "expected"), FOUND)
def test_where_a_signal_holds(text: str, lines: list[str], expected: list[str]) -> None:
    assert quotes(text, *lines) == expected


def test_words_of_the_frame_alone_are_no_evidence() -> None:
    assert quotes("ask", "We ask staff to:", "- sing;", "- dance.") == ["We ask staff to:"]


def test_near_reaches_two_units_either_way() -> None:
    assert NEAR == 2
    lines = [f"Number {number}." for number in range(7)]
    lines[3] = "Ask."
    found = [
        distance for distance in range(7) if quotes("ask & ^child", *lines[:distance], "Child.", *lines[distance:])
    ]
    assert found == [2, 3, 4, 5]


def test_the_act_to_quote_is_the_first_phrase_in_the_text_itself() -> None:
    (match,) = matches("children & ask", "Children shall:", "- be asked;")
    sentence, _ = anchor(match)
    assert sentence.text == "be asked;"


def test_a_signal_is_read_piece_by_piece() -> None:
    groups = parse(" ask ~2 child &^ view& !parent ").groups
    assert [(group.phrase, group.near, group.barred) for group in groups] == [
        ("ask ~2 child", False, False),
        ("view", True, False),
        ("parent", False, True),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "at least one phrase"),
        ("^child", "at least one phrase that must stand in the sentence itself"),
        ("!child & ^view", "at least one phrase that must stand in the sentence itself"),
        ("ask &", "nothing between the signs"),
        ("ask & ^", "nothing between the signs"),
    ],
)
def test_a_badly_written_signal_is_told_in_words(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse(text)


PHRASES = st.sampled_from(["ask", "child", "view", "quarter"])


@given(
    st.lists(PHRASES, min_size=1, max_size=3, unique=True),
    st.lists(
        st.lists(PHRASES, min_size=1, max_size=4).map(lambda words: " ".join(words).capitalize() + "."), max_size=6
    ),
)
def test_a_plain_signal_holds_just_where_all_its_words_stand(phrases: list[str], lines: list[str]) -> None:
    expected = [line for line in lines if set(phrases) <= set(line.rstrip(".").lower().split())]
    assert quotes(" & ".join(phrases), *lines) == expected


@given(st.lists(PHRASES, min_size=2, max_size=4, unique=True), st.data())
def test_the_order_of_a_signal_s_phrases_changes_no_place(phrases: list[str], data: st.DataObject) -> None:
    lines = ["Ask a child each quarter.", "Child view.", "Ask child for a view this quarter.", "View quarter."]
    assert quotes(" & ".join(phrases), *lines) == quotes(" & ".join(data.draw(st.permutations(phrases))), *lines)
