"""Several results side by side on a terminal: the scores, then every criterion in which they are not alike."""

from __future__ import annotations

from collections.abc import Sequence

from ...comparison import Change, Comparison
from ...plain_words import BAND_NAMES, STATUS_SIGNS, STATUS_WORDS, percent_words, shortened
from ...points import readable
from .._escaping import visible
from .._options import RenderOptions
from ..terminal.page import Page

_CELL, _LEAST_NAME, _MOST_NAME = 12, 20, 58


def write_columns(page: Page, comparison: Comparison, options: RenderOptions) -> None:
    """A column for each result, in as many tables as the width asks for; ``verbose`` shows what is alike too."""
    fitting = max((page.width - _LEAST_NAME) // _CELL, 1)
    for first in range(0, len(comparison.results), fitting):
        columns = range(first, min(first + fitting, len(comparison.results)))
        page.blank()
        _write_table(page, comparison, columns, options)
    signs = " · ".join(f"{sign} {STATUS_WORDS[status]}" for status, sign in STATUS_SIGNS.items())
    page.indented(f"Each cell has the verdict and the points: {signs}.")
    page.indented("* stands highest of these under that criterion: by verdict, then by points.")
    page.indented("The markdown format shows the passages too.")


def _write_table(page: Page, comparison: Comparison, columns: Sequence[int], options: RenderOptions) -> None:
    results = [comparison.results[column] for column in columns]
    _write_row(page, columns, "", [f"{column + 1} {comparison.results[column].label}" for column in columns], "bold")
    _write_row(page, columns, "Score at least", [percent_words(one.shared.low) for one in results], "bold")
    _write_row(page, columns, "Score at most", [percent_words(one.shared.high) for one in results])
    _write_row(page, columns, "Points at least", [readable(one.shared.earned) for one in results])
    _write_row(page, columns, "Points possible", [readable(one.shared.possible) for one in results])
    if any(one.common.possible != one.shared.possible for one in comparison.results):
        lows = [percent_words(one.common.low) for one in results]
        _write_row(page, columns, "Score at least, over what applies to all", lows)
    _write_row(page, columns, "Band", [BAND_NAMES[one.score.band] for one in results])
    for principle in comparison.principles:
        _write_row(page, columns, principle.title, [percent_words(principle.sums[column].low) for column in columns])
    for criterion in comparison.criteria:
        if criterion.change is Change.SAME and not options.verbose:
            continue
        standings = [criterion.standings[column] for column in columns]
        trial = " (on trial)" if criterion.experimental else ""
        cells = [f"{STATUS_SIGNS[one.status]} {readable(one.earned)}{' *' if one.marked else ''}" for one in standings]
        _write_row(page, columns, f"{criterion.id} {criterion.title}{trial}", cells)


def _write_row(page: Page, columns: Sequence[int], name: str, cells: Sequence[str], style: str | None = None) -> None:
    room = min(page.width - _CELL * len(columns), _MOST_NAME)
    fields = "".join(f"{shortened(visible(cell), _CELL - 1):<{_CELL}}" for cell in cells)
    page.lines.append(page.paint(f"{shortened(visible(name), room - 1):<{room}}{fields}".rstrip(), style))
