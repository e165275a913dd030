"""Compile the English lexicon into the module that ships with it, so that no run has to.

Run from the top of the checkout: python scripts/compile_lexicon.py
"""

from __future__ import annotations

from pathlib import Path

from crp_commission.language.meaning import compiled, fingerprint

MODULE = Path(__file__).parents[1] / "src" / "crp_commission" / "language" / "english_table.py"
HEAD = '''"""The English lexicon, compiled by scripts/compile_lexicon.py; not to be edited."""

from typing import Any

'''


def text() -> str:
    """The module's text for the lexicon as it stands."""
    return f"{HEAD}FINGERPRINT = {fingerprint()}\nTABLE: list[Any] = {compiled().plain()!r}\n"


if __name__ == "__main__":
    MODULE.write_text(text(), encoding="utf-8")
