"""Reading what the builder wrote, and prose to write with it."""

from __future__ import annotations

from pdf_builder import Page, PdfBuilder
from shown import shown

from crp_commission.document import Extract
from crp_commission.limits import DEFAULT_LIMITS, Limits
from crp_commission.readers import pdf

WIDE = 451  # points between the margins of a page
PROSE = (
    "The provider asks each child for their views before a plan is made and tells the child what",
    "changed because of them. A worker who cannot do so writes down the reason and tells the child's",
    "advocate within five working days, so that nothing is decided over the head of a child.",
)


def read(builder: PdfBuilder, limits: Limits = DEFAULT_LIMITS) -> Extract:
    return pdf.read(builder.build(), "spec.pdf", limits)


def lines(builder: PdfBuilder) -> list[str]:
    return shown(read(builder))


def notes(builder: PdfBuilder) -> list[str]:
    return [note.text for note in read(builder).notes]


def prose(page: Page, y: float = 700, x: float = 72) -> float:
    """Write a paragraph of three lines; gives back the height of the next one."""
    return page.lines(x, y, PROSE) - 8


def a_page(builder: PdfBuilder, y: float = 700) -> Page:
    """A page that holds a paragraph, so that its type is known for body text."""
    page = builder.page()
    prose(page, y)
    return page
