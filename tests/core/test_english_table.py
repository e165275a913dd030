"""The compiled lexicon that ships is of the lexicon as it stands."""

from __future__ import annotations

from crp_commission.language.english_table import FINGERPRINT, TABLE
from crp_commission.language.meaning import compiled, fingerprint


def test_shipped_table_is_fresh() -> None:
    """If this fails, run: python scripts/compile_lexicon.py"""
    assert fingerprint() == FINGERPRINT


def test_shipped_table_is_what_the_lexicon_compiles_to() -> None:
    assert compiled().plain() == TABLE
