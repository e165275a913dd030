"""The report on a terminal: one screen first, everything with ``verbose``."""

from __future__ import annotations

from ...report import Report
from .._options import RenderOptions
from .details import write_details
from .first_screen import write_first_screen
from .page import Page

SUFFIX = ".txt"
_LEAST_WIDTH, _MOST_WIDTH = 40, 120


def render(report: Report, options: RenderOptions) -> str:
    """The report as text no wider than the terminal, nor than is good to read."""
    page = Page(min(max(options.width, _LEAST_WIDTH), _MOST_WIDTH), options.color)
    write_first_screen(page, report, options)
    if options.verbose:
        write_details(page, report)
    return page.text()
