"""Papers to measure with: invented specifications of any length, as Markdown, Word and PDF, the same every time."""

from __future__ import annotations

import random
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "readers"))

from pdf_builder import PdfBuilder

WORDS_A_PAGE = 400
_HEADINGS = ("Participation", "Safeguarding", "Complaints", "Staffing", "Access and inclusion", "Records", "Monitoring")
_WHO = ("The Provider", "The Council", "The contract manager", "Staff", "Each key worker", "The lead professional")
_FORCE = ("shall", "must", "will", "should", "may", "aims to", "is expected to")
_WHAT = (
    "ask each child what they think of the service",
    "keep a record of every decision and the reasons for it",
    "publish the results in a form that children can understand",
    "offer an independent advocate before any meeting about a child",
    "meet the family within the first ten days of referral",
    "report performance against the indicators in Schedule 2",
    "provide interpreters and other support at no cost to the family",
    "review the plan with the young person and those who care for them",
    "make sure that premises are safe, warm and easy to reach",
    "hold insurance to the level set out in the terms",
)
_WHEN = (
    "each quarter",
    "within ten working days",
    "at the start of the service and again every six months",
    "when the contract is reviewed",
    "before any change is made",
    "as set out in clause 14",
    "where this is appropriate",
)


def paragraphs(pages: int) -> Iterator[tuple[bool, str]]:
    """Whether it is a heading, and the text: as many as fill the pages."""
    dice = random.Random(7)
    words = 0
    number = 0
    while words < pages * WORDS_A_PAGE:
        number += 1
        heading = f"{number} {dice.choice(_HEADINGS)}"
        yield True, heading
        for _ in range(6):
            sentences = [
                f"{dice.choice(_WHO)} {dice.choice(_FORCE)} {dice.choice(_WHAT)} {dice.choice(_WHEN)}."
                for _ in range(dice.randint(2, 5))
            ]
            text = " ".join(sentences)
            words += len(text.split())
            yield False, text


def markdown(path: Path, pages: int) -> None:
    """A Markdown file."""
    parts = (f"## {text}" if is_heading else text for is_heading, text in paragraphs(pages))
    path.write_text("# Service specification\n\n" + "\n\n".join(parts) + "\n")


def word(path: Path, pages: int) -> None:
    """A Word file with headings and, after every tenth paragraph, a table."""
    import docx

    document = docx.Document()
    for number, (is_heading, text) in enumerate(paragraphs(pages)):
        if is_heading:
            document.add_heading(text, 2)
        else:
            document.add_paragraph(text)
        if number % 10 == 9:
            table = document.add_table(rows=3, cols=3)
            for row in table.rows:
                for cell, words in zip(row.cells, ("Measure", "80% of children", "each quarter"), strict=True):
                    cell.text = words
    document.save(str(path))


def pdf(path: Path, pages: int) -> None:
    """A PDF of so many pages, each with a running head."""
    lines = [
        (is_heading, line) for is_heading, text in paragraphs(pages) for line in (*textwrap.wrap(text, 90), "") if line
    ]
    size = -(-len(lines) // pages)
    builder = PdfBuilder()
    for page in range(pages):
        sheet = builder.page()
        sheet.text(56, 800, "Service specification", 9)
        height = 770.0
        for is_heading, line in lines[page * size : (page + 1) * size]:
            sheet.text(56, height, line, 14 if is_heading else 11, "bold" if is_heading else "plain")
            height -= 20 if is_heading else 14
    path.write_bytes(builder.build())


def one_line(path: Path, size: int, *, stops: bool, breaks: bool) -> None:
    """So many bytes of text: with full stops or without any, in paragraphs or all in one line."""
    text = (" \n\n" if breaks else " ").join(text for _, text in paragraphs(size // 2_000))
    while len(text) < size:
        text += ("\n\n" if breaks else " ") + text
    text = text[:size]
    path.write_text(text if stops else text.replace(".", ""))


def make(folder: Path) -> None:
    """Every input, in ``folder``."""
    (folder / "small.md").write_text("# Voice\n\nThe Provider shall ask each child for their views each quarter.\n")
    for pages in (40, 300, 400):
        markdown(folder / f"{pages}.md", pages)
    for pages in (40, 300):
        word(folder / f"{pages}.docx", pages)
        pdf(folder / f"{pages}.pdf", pages)
    one_line(folder / "paragraphs.txt", 1_000_000, stops=True, breaks=True)
    one_line(folder / "line.txt", 1_000_000, stops=True, breaks=False)
    one_line(folder / "nostop.txt", 1_000_000, stops=False, breaks=False)
