"""One row a criterion, for spreadsheets and scripts (RFC 4180).

It starts with the mark by which spreadsheet programs know UTF-8. No text in it can be taken for a formula.
"""

from __future__ import annotations

from ..points import readable
from ..report import Report
from ..report_criteria import CriterionInfo, EvidenceInfo
from ._escaping import csv_field
from ._machine.places import location
from ._options import RenderOptions

SUFFIX = ".csv"
_MARK = "\ufeff"
_ABOUT = ("criterion", "ruleset", "stage", "principle", "articles", "severity", "on trial", "title", "question")
_VERDICT = ("status", "why", "missing", "points low", "points high", "possible", "weight", "waiver", "answer", "state")
_FOUND = ("passage", "strength", "file", "section", "page", "paragraph", "line", "place", "passages")
_ADVICE = ("expected in", "wording", "indicator", "why it matters", "who decides")
_MADE = ("file sha256", "tool", "rulesets", "profile", "files read", "not read", "limits")
_STATED = ("stated", "stated by", "stated on", "stated until", "stated counts")


def render(report: Report, options: RenderOptions) -> str:
    """The criteria in the report's order under a line of names; options change nothing.

    What made the report, and what was not read, stands in each row: a row that is cut out or sorted keeps it.
    """
    made = _made(report)
    heads = [*_ABOUT, *_VERDICT, *_FOUND, *_ADVICE, *_STATED, *_MADE]
    rows = [heads, *([*_row(one, report), _sha256(one, report), *made] for one in report.criteria)]
    return _MARK + "".join(",".join(map(csv_field, row)) + "\r\n" for row in rows)


def _row(one: CriterionInfo, report: Report) -> list[str]:
    about = [
        one.id, one.ruleset, one.stage, one.principle, " ".join(map(str, one.articles)), one.severity,
        "yes" if one.experimental else "no", one.title, one.question,
    ]  # fmt: skip
    verdict = [
        one.status, one.why, "; ".join(one.missing), readable(one.earned.low), readable(one.earned.high),
        readable(one.possible), readable(one.weight), one.waiver or "", one.answer or "", one.state or "",
    ]  # fmt: skip
    passage = _passage(one.evidence[0], report) if one.evidence else [""] * (len(_FOUND) - 1)
    advice = [
        ", ".join(one.where), one.advice.wording, one.advice.indicator, one.advice.why_it_matters,
        one.advice.who_decides,
    ]  # fmt: skip
    return [*about, *verdict, *passage, str(len(one.evidence)), *advice, *_stated(one)]


def _stated(one: CriterionInfo) -> list[str]:
    if one.stated is None:
        return [""] * len(_STATED)
    return [
        one.stated.status,
        one.stated.by,
        one.stated.date,
        one.stated.until or "",
        "yes" if one.stated.counts else "no",
    ]


def _sha256(one: CriterionInfo, report: Report) -> str:
    """The hash of the file that the passage stands in."""
    path = one.evidence[0].file if one.evidence else None
    return next((file.sha256 for file in report.files if file.path == path), "")


def _made(report: Report) -> list[str]:
    """What made the report and from what, the same for every row."""
    lost = [f"{note.file}{f', {note.place}' if note.place else ''}: {note.text}" for note in report.notes]
    return [
        f"{report.tool.name} {report.tool.version}",
        "; ".join(f"{ruleset.id} {ruleset.version} (SHA-256 {ruleset.sha256})" for ruleset in report.rulesets),
        report.profile,
        "; ".join(f"{location(report, file.path)} (SHA-256 {file.sha256})" for file in report.files),
        " ".join(lost),
        " ".join(report.limits),
    ]


def _passage(found: EvidenceInfo, report: Report) -> list[str]:
    numbers = ["" if number is None else str(number) for number in (found.page, found.paragraph, found.line)]
    return [found.quote, found.strength, location(report, found.file), found.section, *numbers, found.place]
