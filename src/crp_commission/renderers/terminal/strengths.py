"""How strongly the criteria of each principle are promised, as a row of signs that needs no colour."""

from __future__ import annotations

from ...report import Report
from .._strength import EXPLAINED, strength_key, strength_rows
from .page import Page


def write_strengths(page: Page, report: Report) -> None:
    """A line of signs and one of words for each principle, with the key beneath."""
    page.blank()
    page.heading("HOW STRONGLY EACH PRINCIPLE IS PROMISED")
    for row in strength_rows(report):
        page.indented(f"{row.principle.title}: {row.signs or '–'}", 2, 2)
        page.indented(row.words, 4)
    page.indented(EXPLAINED)
    page.indented(strength_key())
