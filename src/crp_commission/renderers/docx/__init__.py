"""A Word report: how it stands, what to fix with wording to paste, and every finding with its evidence."""

from __future__ import annotations

from ...report import Report
from .._options import RenderOptions
from .._packing import packed

SUFFIX = ".docx"
BINARY = True


def render(report: Report, options: RenderOptions) -> bytes:
    """The report as a Word file; ``verbose`` shows every passage of evidence, not only the most telling ones."""
    from .beside import write_beside
    from .findings import write_findings
    from .made import write_made, write_points
    from .overview import write_overview
    from .paper import Paper
    from .what_if import write_what_if

    paper = Paper(f"Children's rights in {report.title}", f"{report.tool.name} {report.tool.version}")
    write_overview(paper, report)
    write_what_if(paper, report)
    write_beside(paper, report)
    write_findings(paper, report, options)
    write_points(paper, report)
    write_made(paper, report)
    return packed(paper.data())
