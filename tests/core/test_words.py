"""Words: where they stand in a text and which forms count as the same one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.language.words import fold, stem, words

ONE_WORD = """
    child children child's children's
    consult consults consulted consulting
    agree agrees agreed agreeing
    decide decides decided deciding
    ensure ensures ensured ensuring
    involve involves involved involving
    publish publishes published publishing
    assess assesses assessed assessing
    discuss discusses discussed discussing
    address addresses addressed addressing
    process processes processed processing
    plan plans planned planning
    stop stops stopped stopping
    refer refers referred referring
    commit commits committed committing
    travel travels travelled travelling
    enrol enrols enrolled enrolling
    control controls controlled controlling
    fill fills filled filling
    study studies studied studying
    carry carries carried carrying
    family families
    party parties
    policy policies
    play plays played playing
    survey surveys surveyed surveying
    name names named naming
    move moves moved moving
    vote votes voted voting
    date dates dated dating
    base bases based
    mix mixes mixed mixing
    add adds added adding
    size sizes sized
    write writes writing wrote written
    choose chooses choosing chose chosen
    give gives giving gave given
    take takes taking took taken
    make makes making made
    speak speaks speaking spoke spoken
    hear hears hearing heard hearings
    tell tells telling told
    seek seeks seeking sought
    keep keeps keeping kept
    meet meets met meeting meetings
    leave leaves leaving
    become becomes becoming became
    go goes going went gone
    do does doing did done
    service services service's
    sibling siblings
    building buildings
    finding findings find found
    feed feeds feeding fed
    die dies dying died
    bus buses
    rate rates rated rating
    care cares cared caring
    use uses used using
    woman women
    life lives
    complaint complaints
    18 18s
"""


@pytest.mark.parametrize("forms", [line.split() for line in ONE_WORD.strip().splitlines()], ids=lambda forms: forms[0])
def test_the_forms_of_a_word_meet(forms: list[str]) -> None:
    assert {stem(form) for form in forms} == {stem(forms[0])}


APART = [
    ("care", "car"),
    ("note", "not"),
    ("site", "sit"),
    ("here", "her"),
    ("fare", "far"),
    ("need", "knee"),
    ("use", "user"),
    ("new", "news"),
    ("united", "unit"),
    ("business", "busy"),
    ("hundred", "hundr"),
    ("evening", "even"),
    ("during", "dur"),
    ("nothing", "noth"),
    ("policy", "police"),
    ("party", "part"),
    ("this", "thi"),
    ("named", "nam"),
    ("hoped", "hop"),
    ("child", "childhood"),
    ("provider", "provide"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


CUT = [
    ("The Provider shall, each quarter, consult.", ["the", "provider", "shall", "each", "quarter", "consult"]),
    ("children’s and children's", ["children's", "and", "children's"]),
    ("under-18s", ["under", "18s"]),
    ("Can’t, won't, weren't or shan't", ["can", "not", "will", "not", "were", "not", "or", "shall", "not"]),
    ("n't and o'clock", ["n't", "and", "o'clock"]),
    ("‘voice’ (of the child)", ["voice", "of", "the", "child"]),
    ("100% of £4,000 & more", ["100", "%", "of", "£", "4", "000", "&", "more"]),
    ("and/or 4.2(b)", ["and", "or", "4", "2", "b"]),
    ("snake_case", ["snake", "case"]),
    ("  \n\t ", []),
    ("", []),
    ("· • — …", []),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_a_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


def test_a_possessive_ending_is_no_part_of_the_stem() -> None:
    assert [word.stem for word in words("the child’s view, children’s views and parents’ views")] == [
        stem(word) for word in ["the", "child", "view", "child", "view", "and", "parent", "view"]
    ]


def test_quotes_and_dashes_fold_to_the_plain_ones() -> None:
    assert fold("“Children’s” – A\u00a0B") == '"children\'s" - a b'


@given(st.text())
def test_folding_keeps_the_length_and_folding_again_changes_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text() | st.lists(st.sampled_from(["can't", "won’t", "shan't", "isn't", "n't", "a", ", "])).map("".join))
def test_words_stand_in_order_where_they_say(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        written = fold(text)[word.start : word.end]
        assert word.text in (written, {"n't": "not", "ca": "can", "wo": "will", "sha": "shall"}.get(written))
        end = word.end


@given(st.text())
def test_no_letter_or_digit_is_lost(text: str) -> None:
    inside = {position for word in words(text) for position in range(word.start, word.end)}
    assert all(position in inside for position, sign in enumerate(fold(text)) if sign.isalnum())


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'’", min_size=1, max_size=12))
def test_a_stem_is_never_empty(word: str) -> None:
    assert all(found.stem for found in words(word))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=10))
def test_capitals_and_a_possessive_ending_change_no_stem(word: str) -> None:
    (one,) = words(word.upper())
    (owned,) = words(f"{word}’s")
    assert one.stem == owned.stem == stem(word)
