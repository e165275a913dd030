"""An action tracker in a workbook: one row for each finding that is not met, to be given an owner and a date."""

from __future__ import annotations

from ...report import Report
from .._options import RenderOptions
from .._packing import packed

SUFFIX = ".xlsx"
BINARY = True


def render(report: Report, options: RenderOptions) -> bytes:
    """The report as a workbook of three sheets; options change nothing."""
    from .actions import write_actions
    from .background import write_background
    from .book import Book
    from .grid import write_grid

    book = Book(f"Actions on children's rights in {report.title}", f"{report.tool.name} {report.tool.version}")
    write_actions(book, report)
    write_grid(book, report)
    write_background(book, report)
    return packed(book.data())
