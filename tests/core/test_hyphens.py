"""Words broken at the end of a line."""

from __future__ import annotations

import pytest

from crp_commission.language.hyphens import mend


@pytest.mark.parametrize(
    ("text", "line", "words", "whole"),
    [
        ("take part in plan", "ning now", (), "take part in planning now"),
        ("their well", "being", (), "their well-being"),
        ("North", "West", (), "North-West"),
        ("section", "12", (), "section-12"),
        ("the re", "commissioning", ("re-commissioning",), "the re-commissioning"),
        ("the co", "operation", ("cooperation",), "the cooperation"),
        ("one (", "two", (), "one (-two"),
        ("child", "", (), "child-"),
    ],
)
def test_a_broken_word_keeps_its_hyphen_only_where_it_is_spelt_with_one(
    text: str, line: str, words: tuple[str, ...], whole: str
) -> None:
    assert mend(text, line, frozenset(words)) == whole
