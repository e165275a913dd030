"""What stands beside the score in a saved result: the law that papers cite, and rulesets they call for.

Results of earlier versions have neither, so both may be missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .. import plain_words
from ..report import Report


def law_of(report: Report) -> Sequence[Any]:
    """Citations of law and claims that are not right, the surest first."""
    return tuple(getattr(report, "law", ()))


def suggestions_of(report: Report) -> Sequence[Any]:
    """Rulesets that the papers call for and that were not in use."""
    return tuple(getattr(report, "suggestions", ()))


def law_words(kind: str) -> str:
    """What is the matter with a citation, in plain words."""
    words: dict[str, str] = getattr(plain_words, "LAW_WORDS", {})
    return words.get(kind, kind.replace("-", " ").capitalize())


def certainty_words(certainty: str) -> str:
    """How sure it is that something is the matter, in plain words."""
    words: dict[str, str] = getattr(plain_words, "CERTAINTY_WORDS", {})
    return words.get(certainty, certainty)
