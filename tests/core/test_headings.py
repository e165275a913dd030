from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.language.headings import looks_like_heading, split_run_in
from crp_commission.language.text import clean


@pytest.mark.parametrize(
    "text",
    [
        "5. Impact",
        "4.2 Participation",
        "Conclusions.",
        "Outcome measures:",
        "What the Provider must do",
        "How we will work with children",
        "Who is this for?",
        "Children who are looked after",
        "If the answer is no",
        "Services that are commissioned",
        "2.5 Ending.",
        "Schedule 7: Rules for involving children",
    ],
)
def test_a_name_of_a_section_is_a_heading(text: str) -> None:
    assert looks_like_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "***",
        "The Provider shall:",
        "The Provider must ask children",
        "Children are asked",
        "Views;",
        "Views,",
        "Every child in the service is asked each term.",
        "Six words that end the sentence.",
        "word " * 13,
        "No child may be refused",
        "Staff will listen",
    ],
)
def test_a_sentence_or_a_number_is_none(text: str) -> None:
    assert not looks_like_heading(text.strip())


@pytest.mark.parametrize(
    ("runs", "parted"),
    [
        ([("4.2 Voice.", True), (" The Provider", False)], ("4.2 Voice.", "The Provider")),
        ([("4.2 ", False), ("Voice.", True), (" The Provider", False)], ("4.2 Voice.", "The Provider")),
        ([("Voice ", True), ("and", True), (" choice.", True), (" Ask.", False)], ("Voice and choice.", "Ask.")),
        ([(" ", False), ("Voice:", True), (" “Ask” them", False)], ("Voice:", "“Ask” them")),
        ([("Voice", True), (": Ask", False)], ("Voice:", "Ask")),
        ([("Voice", True), (" – Ask", False)], ("Voice", "Ask")),
        ([("Voice", True), (" - Ask", False)], ("Voice", "Ask")),
        ([("7.5 Advocacy", True), (" The Provider", False)], ("7.5 Advocacy", "The Provider")),
        ([("Voice.", True), (" 60% of children", False)], ("Voice.", "60% of children")),
        ([("Voice.", True), (" Ask ", False), ("all", True), (" of them", False)], ("Voice.", "Ask all of them")),
        ([("The Provider shall", True), (" act", False)], None),
        ([("The Provider shall act.", True), (" It must", False)], None),
        ([("Voice.", True), (" and choice", False)], None),
        ([("Voice", True), (" The Provider", False)], None),
        ([("Child", True), (": means a person", False)], None),
        ([("Voice.", True)], None),
        ([("Voice.", True), (" ...", False)], None),
        ([("Voice. Ask", False)], None),
        ([("See ", False), ("Voice.", True), (" Ask", False)], None),
        ([("word " * 13 + ".", True), (" Ask", False)], None),
        ([("4.2.", True), (" Ask", False)], None),
        ([], None),
    ],
)
def test_a_heading_that_opens_a_paragraph_is_parted(
    runs: list[tuple[str, bool]], parted: tuple[str, str] | None
) -> None:
    assert split_run_in(runs) == parted


@given(st.lists(st.tuples(st.text(max_size=20), st.booleans()), max_size=5))
def test_parting_loses_no_letter(runs: list[tuple[str, bool]]) -> None:
    parted = split_run_in(runs)
    if parted:
        whole = clean("".join(text for text, _ in runs))
        assert [sign for sign in "".join(parted) if sign.isalnum()] == [sign for sign in whole if sign.isalnum()]
