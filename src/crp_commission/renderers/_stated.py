"""What people stated, in words that every format uses: the score with it, and how many answers count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..plain_words import BAND_NAMES, BAND_WORDS, count_words, range_words
from ..points import points_range, readable
from ..report import AnswersInfo, Report
from ..report_criteria import CriterionInfo
from ..serialising import plain

LABEL = "Stated by a person"
"""What stands before the words that a person stated about a criterion."""


def score_with(report: Report) -> str:
    """The score with what people stated, as a sentence without its end; empty where no answer counts."""
    return with_answers(plain(report.score.answered)) if report.score.answered else ""


def with_answers(score: Mapping[str, Any]) -> str:
    """The same from ``report.score.answered`` as plain data: "47.1% (AMBER: ...; 76 of 162 points)"."""
    earned = points_range(score["earned"], score["earned_high"])
    band = score["band"]
    figures = range_words(score["low"], score["high"]) if score["low"] is not None else "none"
    return f"{figures} ({BAND_NAMES[band]}: {BAND_WORDS[band]}; {earned} of {readable(score['possible'])} points)"


def answers_words(answers: AnswersInfo) -> str:
    """How many answers there are and how many count: "3 answers in answers.yaml, of which 2 count"."""
    return answers_line(plain(answers))


def answers_line(answers: Mapping[str, Any]) -> str:
    """The same from ``report.answers`` as plain data."""
    counts = "counts" if answers["counted"] == 1 else "count"
    return f"{count_words(answers['given'], 'answer')} in {answers['file']}, of which {answers['counted']} {counts}"


def found_words(criterion: CriterionInfo) -> str:
    """Why the verdict was found, marked as found where a person stated something beside it."""
    return criterion.why if criterion.answer is None else f"Found in the papers: {criterion.why}"
