"""What is not right about the law in the papers, and the overlays they call for."""

from __future__ import annotations

from ...plain_words import LAW_WORDS
from ...report import LawInfo, Report
from .page import Page

_MOST_LAW = 3


def write_law(page: Page, report: Report, *, everything: bool) -> None:
    """A short block with the surest findings and how many more there are; nothing where there is none."""
    if not report.law:
        return
    page.blank()
    page.heading("Law to look at (no part of the score)")
    shown = report.law if everything else report.law[:_MOST_LAW]
    for one in shown:
        whole = None if everything else 2
        where = _where(one, len(report.files) > 1)
        page.indented(f"- {LAW_WORDS[one.kind]}, in {where}: “{one.quote}", 0, 2, most=whole, closing="”")
        page.indented(one.says, 2, most=whole)
        page.indented(f"Instead: {one.instead}", 2, most=whole)
    left = len(report.law) - len(shown)
    if left:
        page.indented(f"and {left} more: --verbose or --format markdown shows them.", 2)


def _where(one: LawInfo, many_files: bool) -> str:
    file = f" ({one.file})" if many_files else ""
    again = f", and {one.times - 1} more in that file" if one.times > 1 else ""
    return f"{one.place}{file}{again}"


def write_suggestions(page: Page, report: Report) -> None:
    """A line for each overlay that the papers call for."""
    only_core = [ruleset.id for ruleset in report.rulesets] == ["core"]
    for number, one in enumerate(report.suggestions):
        add = "--ruleset core --ruleset" if only_core else "--ruleset"
        page.labelled("" if number else "Consider", f"{add} {one.ruleset}  ({one.because})")
