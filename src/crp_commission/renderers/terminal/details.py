"""All criteria with what was found, and the table of points that adds up to the score."""

from __future__ import annotations

from ...accepted_words import gate_asks
from ...plain_words import (
    MISSING_WORDS,
    STATE_WORDS,
    STATUS_SIGNS,
    STATUS_WORDS,
    STRENGTH_WORDS,
    percent_words,
    scale_words,
    shortened,
)
from ...points import readable
from ...report import CriterionInfo, EvidenceInfo, Report, State
from ...what_if import what_would_change
from .._escaping import visible
from .._groups import by_stage
from .._stated import LABEL, found_words
from .page import Page
from .strengths import write_strengths
from .what_if import write_what_if


def write_details(page: Page, report: Report) -> None:
    """Strengths, what would change the answer, every criterion, then notes, points and provenance."""
    write_strengths(page, report)
    page.blank()
    page.heading("WHAT WOULD CHANGE THE ANSWER")
    write_what_if(page, what_would_change(report), wording=False)
    for stage in by_stage(report):
        for group in stage.groups:
            page.blank()
            page.heading(f"{stage.stage.title} · {group.principle.title}")
            for criterion in group.criteria:
                _write_criterion(page, criterion)
    _write_notes(page, report)
    _write_gate(page, report)
    _write_points(page, report)
    _write_provenance(page, report)


def _write_criterion(page: Page, criterion: CriterionInfo) -> None:
    trial = ", on trial" if criterion.experimental else ""
    trial += f", {STATE_WORDS[criterion.state]}" if criterion.state not in (None, State.OPEN) else ""
    page.indented(
        f"{STATUS_SIGNS[criterion.status]} {criterion.id} {criterion.title} "
        f"({criterion.severity}, {STATUS_WORDS[criterion.status]}{trial})",
        hang=2,
    )
    page.indented(found_words(criterion), 4)
    for passage in criterion.evidence:
        _write_evidence(page, passage)
    if criterion.missing:
        page.indented(f"{MISSING_WORDS[criterion.status]}: {'; '.join(criterion.missing)}", 4, 2)
    if criterion.waiver is not None:
        page.indented(f"Accepted as it is: {criterion.waiver}", 4, 2)
    if criterion.answer is not None:
        page.indented(f"{LABEL}: {criterion.answer}", 4, 2)
    if criterion.advice.wording and criterion.status not in ("met", "not-applicable"):
        page.indented(f"Wording: {criterion.advice.wording}", 4, 2)


def _write_evidence(page: Page, passage: EvidenceInfo) -> None:
    words = f"{'new since the baseline, ' if passage.new else ''}{STRENGTH_WORDS[passage.strength]}"
    page.indented(f"{words[0].upper()}{words[1:]}: {passage.file}, {passage.place}", 4, 2)
    if passage.header:
        page.indented(f"under the heading “{passage.header}”", 6)
    if passage.lead:
        page.indented(f"led in by “{passage.lead}”", 6)
    page.indented(f"“{passage.quote}”", 6, 1)
    page.indented(f"because {passage.because}", 6)


def _write_notes(page: Page, report: Report) -> None:
    page.blank()
    page.heading("WHAT TO KNOW ABOUT THE FILES")
    for note in report.notes:
        place = f", {note.place}" if note.place else ""
        page.indented(f"{note.file}{place}: {note.text}", 2, 2)
    if not report.notes:
        page.indented("Everything was read.", 2)


def _write_gate(page: Page, report: Report) -> None:
    if report.gate.set:
        page.blank()
        page.heading("WHAT THE GATE ASKS")
        page.indented(gate_asks(report), 2, 2)
    if report.gate.reasons:
        page.blank()
        page.heading("WHY THE GATE WAS NOT PASSED")
    for reason in report.gate.reasons:
        page.indented(reason, 2, 2)


def _write_points(page: Page, report: Report) -> None:
    page.blank()
    page.heading("POINTS")
    low, high, possible = report.score.earned, report.score.earned_high, report.score.possible
    page.lines.append(_point_line(page, "", "low", "high", "possible"))
    for criterion in report.criteria:
        if criterion.status != "not-applicable":
            figures = (criterion.earned.low, criterion.earned.high, criterion.possible)
            name = f"{criterion.id} {STATUS_WORDS[criterion.status]}"
            page.lines.append(_point_line(page, name, *map(readable, figures)))
    for stage in report.stages:
        figures = (stage.earned.low, stage.earned.high, stage.possible)
        page.lines.append(_point_line(page, f"Sum of {stage.title}", *map(readable, figures)))
    page.lines.append(_point_line(page, "Sum", *map(readable, (low, high, possible))))
    page.lines.append(
        _point_line(page, "In percent", percent_words(report.score.low), percent_words(report.score.high), "")
    )
    page.indented(scale_words(report.scale.credit, report.scale.essential_share))


def _point_line(page: Page, name: str, low: str, high: str, possible: str) -> str:
    first = min(page.width - 36, 48)
    return f"{shortened(visible(name), first - 1):<{first}}{low:>12}{high:>12}{possible:>12}"


def _write_provenance(page: Page, report: Report) -> None:
    page.blank()
    rulesets = ", ".join(f"{ruleset.id} {ruleset.version} ({ruleset.sha256[:12]})" for ruleset in report.rulesets)
    date = f" on {report.date}" if report.date else ""
    page.indented(f"Made with {report.tool.name} {report.tool.version}{date}; profile {report.profile}; {rulesets}.")
    for ruleset in report.rulesets:
        for name, reason in ruleset.off.items():
            page.indented(f"Switched off in {ruleset.id}: {name}. {reason or 'No reason is given.'}", 2, 2)
    if report.answers:
        page.indented(f"Answers: {report.answers.file}, SHA-256 {report.answers.sha256}", 2, 2)
    for file in report.files:
        page.indented(f"{file.path}: SHA-256 {file.sha256}", 2, 2)
