"""Text as a block shows it, and which letter of it came from where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crp_commission.language.text import clean, origins

SIGNS = st.sampled_from("aé \t\n\xad\u200b\ufb01\ufb03\x85\x1c\x07\xa0😀")


@given(st.one_of(st.text(SIGNS), st.text()))
def test_every_letter_shown_comes_from_where_it_is_said_to(text: str) -> None:
    shown, places = clean(text), origins(text)
    assert len(shown) == len(places)
    assert places == sorted(places)
    for letter, place in zip(shown, places, strict=True):
        assert text[place].isspace() if letter == " " else letter in clean(text[place])


def test_ligatures_and_signs_without_width() -> None:
    assert origins(" \xad a\ufb01 \u200b b") == [3, 4, 4, 5, 8]
