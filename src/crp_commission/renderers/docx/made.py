"""The last pages: points that add up, what was read and what was not, and what made the report."""

from __future__ import annotations

from ...assessment import Status
from ...plain_words import STATUS_WORDS, count_words, percent_words, role_words, scale_words
from ...points import readable
from ...report import NoteInfo, Report
from .paper import Bold, Paper


def write_points(paper: Paper, report: Report) -> None:
    """The points of every criterion that applies, and their sum."""
    score = report.score
    paper.heading("Points that add up to the score", 1, new_page=True)
    paper.text(scale_words(report.scale.credit, report.scale.essential_share))
    rows: list[list[str | Bold]] = [
        [
            criterion.id,
            STATUS_WORDS[criterion.status],
            *map(readable, (criterion.earned.low, criterion.earned.high, criterion.possible)),
        ]
        for criterion in report.criteria
        if criterion.status is not Status.NOT_APPLICABLE
    ]
    sums = map(readable, (score.earned, score.earned_high, score.possible))
    rows.append([Bold(text) for text in ("Sum", "", *sums)])
    rows.append([Bold(text) for text in ("In percent", "", percent_words(score.low), percent_words(score.high), "")])
    paper.table("Points", ("Criterion", "Verdict", "Low", "High", "Possible"), rows, (2, 2.4, 1, 1, 1), figures=3)


def write_made(paper: Paper, report: Report) -> None:
    """What the report rests on."""
    paper.heading("What was read", 1)
    rows = [
        (
            file.path,
            role_words(file.role),
            f"{file.words:,}",
            "not said" if file.pages is None else f"{file.pages}",
            file.sha256,
        )
        for file in report.files
    ]
    paper.table("Files read", ("File", "Kind of paper", "Words", "Pages", "SHA-256"), rows, (2.2, 1.7, 0.9, 0.9, 3))
    paper.heading("What was not read, and other things to know", 1)
    if report.notes:
        paper.bullets(map(_note, report.notes))
    else:
        paper.text("Everything in these files was read.")
    paper.heading("How this was made", 1)
    paper.bullets(_provenance(report))
    paper.text(" ".join(report.limits))


def _note(note: NoteInfo) -> str:
    lost = "Not read: " if note.unread > 0 else ""
    return f"{lost}{note.file}{', ' + note.place if note.place else ''}: {note.text}"


def _provenance(report: Report) -> list[str]:
    rulesets = [
        f"Ruleset: {ruleset.title} ({ruleset.id} {ruleset.version}), "
        f"{count_words(ruleset.criteria, 'criterion', 'criteria')}, SHA-256 {ruleset.sha256}"
        for ruleset in report.rulesets
    ]
    answers = [f"Answers: {report.answers.file}, SHA-256 {report.answers.sha256}"] if report.answers else []
    return [f"Program: {report.tool.name} {report.tool.version}, profile {report.profile}", *rulesets, *answers]
