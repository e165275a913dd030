"""A comparison on a terminal."""

from __future__ import annotations

from ...comparison import ComparedResult, Comparison
from ...plain_words import BAND_NAMES, BAND_WORDS, CHANGE_WORDS, SIDE_BY_SIDE, count_words, percent_words, range_words
from ...points import readable
from .._options import RenderOptions
from ..terminal.page import Page
from .changes import write_changes
from .columns import write_columns

_LEAST_WIDTH, _MOST_WIDTH = 40, 120


def render(comparison: Comparison, options: RenderOptions) -> str:
    """The comparison as text no wider than the terminal, nor than is good to read."""
    page = Page(min(max(options.width, _LEAST_WIDTH), _MOST_WIDTH), options.color)
    is_pair = comparison.kind == "before-and-after"
    for number, result in enumerate(comparison.results, 1):
        label = ("Before", "After")[number - 1] if is_pair else str(number)
        page.labelled(label, _result(result))
    for sentence in comparison.differences:
        page.labelled("NOT ALIKE", sentence, "red")
    if comparison.differences:
        page.labelled("", "So the scores may not mean the same; what follows is over the criteria that all were asked.")
    for sentence in comparison.remarks:
        page.labelled("Note", sentence)
    if is_pair:
        _write_score(page, comparison)
    _write_counts(page, comparison)
    (write_changes if is_pair else write_columns)(page, comparison, options)
    page.blank()
    if not is_pair:
        page.indented(SIDE_BY_SIDE)
    page.indented(" ".join(comparison.limits))
    _write_provenance(page, comparison)
    return page.text()


def _result(result: ComparedResult) -> str:
    read = f"{count_words(result.reading.read, 'file')}, {count_words(result.reading.words, 'word')}"
    date = f" · {result.date}" if result.date else ""
    return f"{result.path} · {result.title} · {read}{date}"


def _write_score(page: Page, comparison: Comparison) -> None:
    before, after = (result.shared for result in comparison.results)
    possible = [readable(one.possible) for one in (before, after)]
    points = f"{readable(before.earned)} of {possible[0]} → {readable(after.earned)} of {possible[1]} points"
    if before == after:
        page.labelled("Score", f"{range_words(before.low, before.high)}, as it was")
    else:
        page.labelled(
            "Score", f"{range_words(before.low, before.high)} → {range_words(after.low, after.high)} · {points}"
        )
    if any(one.common.possible != one.shared.possible for one in comparison.results):
        lows = " → ".join(percent_words(one.common.low) for one in comparison.results)
        page.labelled("", f"(Over what applies to both, at least {lows}.)")
    bands = [result.score.band for result in comparison.results]
    names = " → ".join(f"{BAND_NAMES[band]}: {BAND_WORDS[band]}" for band in dict.fromkeys(bands))
    page.labelled("Band", names, bands[1])
    page.labelled("Why", comparison.results[1].score.why)
    if comparison.differences:
        saved = " → ".join(percent_words(result.score.low) for result in comparison.results)
        page.labelled("", f"(Low ends as they were saved, each by its own rules: {saved}.)")


def _write_counts(page: Page, comparison: Comparison) -> None:
    told = [f"{number} {CHANGE_WORDS[change]}" for change, number in comparison.counts.items() if number]
    total = count_words(len(comparison.criteria), "criterion", "criteria")
    page.labelled("Of these" if comparison.differences else "Changed", f"of {total}: {', '.join(told) or 'none'}")


def _write_provenance(page: Page, comparison: Comparison) -> None:
    for result in comparison.results:
        rulesets = ", ".join(f"{one.id} {one.version} ({one.sha256[:12]})" for one in result.rulesets)
        page.indented(
            f"{result.path}: {result.tool.name} {result.tool.version}; profile {result.profile}; {rulesets}; "
            + "; ".join(f"{file.path} SHA-256 {file.sha256[:12]}" for file in result.files),
            0,
            2,
        )
