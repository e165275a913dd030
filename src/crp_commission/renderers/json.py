"""The saved result itself, for programs and for drawing again later."""

from __future__ import annotations

from ..report import Report
from ..serialising import report_json
from ._options import RenderOptions

SUFFIX = ".json"


def render(report: Report, options: RenderOptions) -> str:
    """The report as JSON; options change nothing."""
    return report_json(report)
