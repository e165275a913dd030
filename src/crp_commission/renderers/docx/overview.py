"""The first pages: how it stands, the grid, the strength of each principle and the fixes with words to paste."""

from __future__ import annotations

from ...accepted_words import accepted_lines, gate_asks, no_fix_words, open_words
from ...plain_words import (
    BAND_NAMES,
    BAND_WORDS,
    GRID_WORDS,
    PLACE_WORDS,
    STATUS_COUNTS,
    STATUS_WORDS,
    STRENGTH_WORDS,
    cell_sign,
    count_words,
    met_of_asked,
    range_words,
)
from ...points import points_range, readable
from ...report import FixInfo, GridCell, PrincipleInfo, Report
from .._groups import grid_rows
from .._stated import answers_words, score_with
from .._strength import EXPLAINED, strength_key, strength_rows
from .paper import Bold, Paper
from .pictures import grid_picture, strength_picture

_BAND_COLORS = {"red": "9C0006", "amber": "7F4F00", "green": "1E5C1E", None: ""}
_STEPS = 10


def write_overview(paper: Paper, report: Report) -> None:
    """Everything that a reader in a hurry needs."""
    paper.title(f"Children's rights in {report.title}")
    paper.text(" ".join(report.limits))
    paper.text(
        Bold(f"{BAND_NAMES[report.score.band]}: {BAND_WORDS[report.score.band]}.", _BAND_COLORS[report.score.band]),
        f" {report.score.why}",
    )
    paper.contents("Contents")
    _write_standing(paper, report)
    _write_grid(paper, report)
    _write_profile(paper, report)
    _write_fixes(paper, report)


def _write_standing(paper: Paper, report: Report) -> None:
    score = report.score
    paper.heading("How it stands", 1, new_page=True)
    reading = report.reading
    partly = f", on {reading.read} of {count_words(reading.files, 'file')} only" if reading.not_read else ""
    rows: list[tuple[str, str]] = [
        ("Score", f"{range_words(score.low, score.high)}{partly}"),
        *([("Score with what people stated", score_with(report))] if score.answered else []),
        ("Points", f"{points_range(score.earned, score.earned_high)} of {readable(score.possible)}"),
        ("Criteria looked at", f"{len(report.criteria)}"),
        *((f"… {STATUS_COUNTS[status]}", f"{number}") for status, number in score.counts.items()),
        ("Weakest principle", _weakest(report)),
        ("Gate", "not set" if not report.gate.set else "passed" if report.gate.passed else "not passed"),
        *([("What the gate asks", gate_asks(report))] if report.gate.set else []),
        ("Open findings", open_words(report)),
        *([("Date", report.date)] if report.date else []),
    ]
    paper.table("How it stands, in figures", ("What", "Figure"), rows, (1, 2))
    paper.text("Where it is a range, the lower figure counts every open question as not met, the higher one as met.")
    if report.answers:
        paper.text(f"What people stated, kept apart from what was found: {answers_words(report.answers)}.")
        paper.bullets(report.answers.remarks)
    if report.gate.reasons:
        paper.text("Why the gate was not passed:")
        paper.bullets(report.gate.reasons)
    if report.gate.answered:
        paper.text("The gate holds these as people stated them: ", ", ".join(report.gate.answered), ".")
    if report.gate.on_trial:
        paper.text("Critical criteria that are on trial and so not held: ", ", ".join(report.gate.on_trial), ".")
    if lines := accepted_lines(report):
        paper.text("What was accepted as it is:")
        paper.bullets(lines)


def _weakest(report: Report) -> str:
    return next((one.title for one in report.principles if one.id == report.weakest), "none was asked")


def _write_grid(paper: Paper, report: Report) -> None:
    paper.heading("The whole at a glance", 1)
    signs = {cell_sign(cell.counts) for cell in report.grid}
    key = ", ".join(f"{sign} {words}" for sign, words in GRID_WORDS.items() if sign in signs)
    paper.text(f"Each cell says how many criteria are met of those asked, and how it stands: {key}.")
    paper.picture(grid_picture(report))
    rows: list[list[str | Bold]] = [
        [
            Bold(row.principle.title),
            *(_cell(cell) for cell in row.cells),
            range_words(row.principle.low, row.principle.high),
        ]
        for row in grid_rows(report)
    ]
    scores = [range_words(stage.low, stage.high) for stage in report.stages]
    rows.append([Bold(text) for text in ("Score", *scores, range_words(report.score.low, report.score.high))])
    heads = ["Principle", *(stage.title for stage in report.stages), "Score"]
    paper.table("Principles by stages of commissioning", heads, rows, [2.2, *(1.25 for _ in report.stages), 1.15])


def _cell(cell: GridCell) -> str:
    sign = cell_sign(cell.counts)
    words = GRID_WORDS[sign]
    return f"{sign} {words}" if cell.low is None else f"{sign} {met_of_asked(cell.counts)}: {words}"


def _write_profile(paper: Paper, report: Report) -> None:
    paper.heading("How strongly each principle is promised", 1)
    paper.text(f"{EXPLAINED} {strength_key()}.")
    paper.picture(strength_picture(report))
    rows = [
        (Bold(row.principle.title), row.words, _tenths(row.principle), _at(row.principle))
        for row in strength_rows(report)
    ]
    paper.table(
        "How strongly the criteria of each principle are promised",
        ("Principle", "Its criteria", "Score", "Strongest words found"),
        rows,
        (2.15, 2.35, 2, 2.5),
    )


def _tenths(principle: PrincipleInfo) -> str:
    """The low end as a bar; a full tenth more is shown only when it is reached."""
    words = range_words(principle.low, principle.high)
    if principle.low is None:
        return words
    full = int(principle.low * _STEPS // 100)
    return f"{'■' * full}{'□' * (_STEPS - full)} {words}"


def _at(principle: PrincipleInfo) -> str:
    if not principle.quote:
        return "–"
    named = f", for {principle.criterion}" if principle.criterion else ""
    words = STRENGTH_WORDS[principle.strength]
    return f"{words[0].upper()}{words[1:]}{named}: {principle.file}, {principle.place}"


def _write_fixes(paper: Paper, report: Report) -> None:
    paper.heading("What to fix first", 1)
    if not report.fixes:
        paper.text(f"Nothing: {no_fix_words(report)}")
        return
    left = report.open_criteria - len(report.fixes)
    if left > 0:
        paper.text(f"Those that matter most, of {report.open_criteria} that are not met; the others stand further on.")
    titles = {principle.id: principle.title for principle in report.principles}
    deciding = {criterion.id: criterion.advice.who_decides for criterion in report.criteria}
    for number, fix in enumerate(report.fixes, 1):
        paper.heading(f"{number}. {fix.title}", 2)
        _write_fix(paper, fix, titles[fix.principle], report.score.possible)
        if deciding.get(fix.criterion):
            paper.labelled("Who decides", deciding[fix.criterion])


def _write_fix(paper: Paper, fix: FixInfo, principle: str, possible: str) -> None:
    paper.text(
        Bold(f"{fix.severity.capitalize()}, {STATUS_WORDS[fix.status]}"),
        f" ({fix.criterion}, {principle}). Worth up to {readable(fix.gain)} of {readable(possible)} points.",
    )
    paper.labelled("What is wrong", fix.problem)
    paper.labelled("Where", fix.where)
    if fix.why_it_matters:
        paper.labelled("Why it matters to a child", fix.why_it_matters)
    if fix.indicator:
        paper.labelled("How it would be measured", fix.indicator)
    if fix.wording:
        lead = f"{PLACE_WORDS[fix.status]} {fix.where}, and fill what stands in square brackets:"
        paper.text(lead, style="Lead-in")
        paper.wording(fix.wording)
