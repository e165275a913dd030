"""What people stated, beside the score that was found, and what of it counts no longer."""

from __future__ import annotations

from ...plain_words import count_words
from ...report import Report
from .._stated import answers_words, score_with
from .page import Page

_MOST = 3


def write_stated(page: Page, report: Report, *, everything: bool) -> None:
    """The score with answers, how many there are, and the remarks on them; nothing where none were given."""
    if report.answers is None:
        return
    score = report.score.answered
    told = f"{score_with(report) or 'no answer counts'} · {answers_words(report.answers)}"
    page.labelled("Stated", told, score.band if score else None)
    remarks = report.answers.remarks
    shown = remarks if everything else remarks[:_MOST]
    for remark in shown:
        page.labelled("", remark)
    if len(remarks) > len(shown):
        page.labelled("", f"and {count_words(len(remarks) - len(shown), 'more remark')} on answers")
