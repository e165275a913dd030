"""The law that papers cite wrongly and the rulesets they call for: beside the score, no part of it."""

from __future__ import annotations

from typing import Any

from ...report import Report
from .._beside import certainty_words, law_of, law_words, suggestions_of
from .paper import Bold, Paper


def write_beside(paper: Paper, report: Report) -> None:
    """A heading for each, where there is something to say."""
    law, suggestions = law_of(report), suggestions_of(report)
    if law:
        paper.heading("Law to look at", 1, new_page=True)
        paper.text("None of this is in the score. Ask your legal advisers before you change a citation.")
    for one in law:
        _write_law(paper, one)
    if suggestions:
        paper.heading("Rulesets to add", 1)
        paper.text("The papers call for these, and they were not used:")
    for one in suggestions:
        paper.text(Bold(f"{one.ruleset}:"), f" {one.because}", style="List Bullet")
        paper.text(f"“{one.quote}”", style="Evidence")
        paper.text(f"{one.file}, {one.place}", style="Evidence source")


def _write_law(paper: Paper, one: Any) -> None:
    paper.heading(f"{law_words(one.kind)}: {one.file}, {one.place}", 2)
    paper.text(f"“{one.quote}”", style="Evidence")
    times = f"; {one.times} times in this file" if one.times > 1 else ""
    paper.text(f"How sure this is: {certainty_words(one.certainty)}{times}", style="Evidence source")
    paper.text(one.says)
    if one.instead:
        paper.labelled("Instead", one.instead)
    checked = f" (looked up {one.checked})" if one.checked else ""
    if one.reference:
        paper.labelled("Rests on", f"{one.reference}{checked}")
