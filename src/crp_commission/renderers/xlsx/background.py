"""The sheet on what the tracker rests on: what was read and what was not, law and rulesets beside, and what made it."""

from __future__ import annotations

from ...plain_words import count_words, role_words
from ...report import Report
from .._beside import law_of, law_words, suggestions_of
from .._stated import answers_words
from .book import Book, Sheet

_WIDTHS = (34, 26, 12, 12, 70)


def write_background(book: Book, report: Report) -> None:
    """Everything that a reader of the other sheets may ask for."""
    sheet = book.sheet("What was read", _WIDTHS)
    sheet.row(["What was read"], "title")
    sheet.row([" ".join(report.limits)], "line")
    sheet.row(("File", "Kind of paper", "Words", "Pages", "SHA-256"), "head")
    sheet.freeze(sheet.rows)
    for file in report.files:
        pages = "not said" if file.pages is None else file.pages
        values: list[str | int] = [file.path, role_words(file.role), file.words, pages, file.sha256]
        sheet.row(values, ["cell", "cell", "number", "number", "cell"])
    _write_notes(sheet, report)
    _write_beside(sheet, report)
    _write_made(sheet, report)


def _write_notes(sheet: Sheet, report: Report) -> None:
    sheet.row([])
    sheet.row(["What was not read, and other things to know"], "title")
    if not report.notes:
        sheet.row(["Everything in these files was read."], "line")
        return
    sheet.row(("File", "Place", "Not read", "", "What it was"), "head")
    for note in report.notes:
        sheet.row([note.file, note.place, "not read" if note.unread > 0 else "", "", note.text])


def _write_beside(sheet: Sheet, report: Report) -> None:
    law, suggestions = law_of(report), suggestions_of(report)
    if law:
        sheet.row([])
        sheet.row(["Law to look at (no part of the score)"], "title")
        sheet.row(("File", "Place", "What", "", "What is not right, and what to write instead"), "head")
    for one in law:
        sheet.row([one.file, one.place, law_words(one.kind), "", f"“{one.quote}” {one.says} Instead: {one.instead}"])
    if suggestions:
        sheet.row([])
        sheet.row(["Rulesets that the papers call for"], "title")
        sheet.row(("File", "Place", "Ruleset", "", "Why"), "head")
    for one in suggestions:
        sheet.row([one.file, one.place, one.ruleset, "", f"{one.because} “{one.quote}”"])


def _write_made(sheet: Sheet, report: Report) -> None:
    sheet.row([])
    sheet.row(["How this was made"], "title")
    date = f", date {report.date}" if report.date else ""
    sheet.row([f"Program: {report.tool.name} {report.tool.version}, profile {report.profile}{date}"], "line")
    for ruleset in report.rulesets:
        asked = count_words(ruleset.criteria, "criterion", "criteria")
        named = f"Ruleset: {ruleset.title} ({ruleset.id} {ruleset.version}), {asked}"
        sheet.row([f"{named}, SHA-256 {ruleset.sha256}"], "line")
    if report.answers:
        told = f"Answers of people: {answers_words(report.answers)}, SHA-256 {report.answers.sha256}"
        sheet.row([" ".join([f"{told}.", *report.answers.remarks])], "line")
