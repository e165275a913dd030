"""Before and after on a terminal: the sums that moved, then every criterion that changed, with both quotes."""

from __future__ import annotations

from ...comparison import Change, ChangedPassage, ComparedCriterion, Comparison, Passage
from ...plain_words import (
    CHANGE_WORDS,
    PASSAGE_CHANGE_WORDS,
    STATUS_SIGNS,
    STATUS_WORDS,
    STRENGTH_WORDS,
    cell_sign,
    count_words,
    met_of_asked,
    range_words,
)
from ...points import readable
from .._options import RenderOptions
from ..terminal.page import Page

_MOST_PASSAGES = 4


def write_changes(page: Page, comparison: Comparison, options: RenderOptions) -> None:
    """The sums that changed, then the criteria: the worse first."""
    _write_sums(page, comparison)
    for change in Change:
        criteria = [one for one in comparison.criteria if one.change is change]
        if criteria and change is not Change.SAME:
            page.blank()
            page.heading(f"{CHANGE_WORDS[change].upper()} ({len(criteria)})")
            for criterion in criteria:
                _write_criterion(page, criterion, options)


def _write_sums(page: Page, comparison: Comparison) -> None:
    moved = [one for one in comparison.principles if one.sums[0] != one.sums[1]]
    if moved:
        page.blank()
        page.heading("Principles that changed")
    for principle in moved:
        ranges = " → ".join(range_words(one.low, one.high) for one in principle.sums)
        page.indented(f"{principle.title}: {ranges}", 2, 2)
    if comparison.grid:
        page.heading("Cells of the grid that changed (met of asked)")
    for cell in comparison.grid:
        signs = " → ".join(f"{cell_sign(one.counts)} {met_of_asked(one.counts)}" for one in cell.sums)
        lows = " → ".join(range_words(one.low, one.high) for one in cell.sums)
        page.indented(f"{cell.stage} · {cell.principle}: {signs}, {lows}", 2, 2)


def _write_criterion(page: Page, criterion: ComparedCriterion, options: RenderOptions) -> None:
    before, after = criterion.standings
    signs = "→".join(dict.fromkeys(STATUS_SIGNS[one.status] for one in criterion.standings))
    verdicts = " → ".join(dict.fromkeys(STATUS_WORDS[one.status] for one in criterion.standings))
    points = " → ".join(dict.fromkeys(readable(one.earned) for one in criterion.standings))
    trial = ", on trial" if criterion.experimental else ""
    figures = f"{points} of {readable(after.possible)} points"
    about = f"{criterion.severity}{trial}; {verdicts}; {figures}"
    page.indented(f"{signs} {criterion.id} {criterion.title} ({about})", 0, 2)
    if before.why != after.why:
        page.indented(f"Now: {after.why}", 4)
    if after.waiver is not None:
        page.indented(f"Accepted as it is: {after.waiver}", 4, 2)
    shown = criterion.passages if options.verbose else criterion.passages[:_MOST_PASSAGES]
    for passage in shown:
        _write_passage(page, passage)
    if len(shown) < len(criterion.passages):
        left = count_words(len(criterion.passages) - len(shown), "more changed passage")
        page.indented(f"and {left} (--verbose shows all)", 4)


def _write_passage(page: Page, passage: ChangedPassage) -> None:
    words = PASSAGE_CHANGE_WORDS[passage.change]
    before, after = passage.before, passage.after
    if before is None or after is None:
        only = after or before
        assert only is not None
        page.indented(f"{words}, {_quoted(only)}", 4, 2)
    elif passage.change == "reworded":
        page.indented(f"Was, {_quoted(before)}", 4, 2)
        page.indented(f"Now, {_quoted(after)}", 4, 2)
        _write_leads(page, before, after)
    else:
        strengths = f"{STRENGTH_WORDS[before.strength]} → {STRENGTH_WORDS[after.strength]}"
        page.indented(f"{words}, {strengths}: “{after.quote}” ({after.file}, {after.place})", 4, 2)
        _write_leads(page, before, after)
        page.indented(f"because {after.because}", 6)


def _write_leads(page: Page, before: Passage, after: Passage) -> None:
    if before.lead != after.lead:
        leads = " → ".join(f"“{one.lead}”" if one.lead else "nothing" for one in (before, after))
        page.indented(f"led in by {leads}", 6)


def _quoted(passage: Passage) -> str:
    return f"{STRENGTH_WORDS[passage.strength]}: “{passage.quote}” ({passage.file}, {passage.place})"
