"""The first screen: what was read, how it stands, what is weakest and the five fixes."""

from __future__ import annotations

import shlex

from ...accepted_words import accepted_lines, gate_asks, no_fix_words, split_words
from ...answers import held_status
from ...assessment import Status
from ...passed_over import passed_over
from ...plain_words import (
    BAND_NAMES,
    BAND_WORDS,
    LEFT_OUT,
    PLACE_WORDS,
    PROFILE_WORDS,
    STATUS_COUNTS,
    STATUS_WORDS,
    STRENGTH_WORDS,
    count_words,
    list_words,
    range_words,
    role_words,
    shortened,
)
from ...points import points_range, readable
from ...report import FileInfo, FixInfo, GateInfo, NoteInfo, Report
from ...starting import core_left_out
from .._escaping import visible
from .._options import RenderOptions
from .._proportion import in_rulesets, light_would_ask
from .grid import write_grid
from .law import write_law, write_suggestions
from .page import Page
from .stated import write_stated

_MOST_FILES, _MOST_NOTES, _MOST_REASONS = 2, 3, 1
_ROOMY_WIDTH = 96


def write_first_screen(page: Page, report: Report, options: RenderOptions) -> None:
    """Everything a person needs before deciding what to do next."""
    _write_read(page, report, options)
    _write_score(page, report)
    write_stated(page, report, everything=options.verbose)
    page.blank()
    write_grid(page, report)
    _write_weakest(page, report)
    page.blank()
    _write_fixes(page, report)
    write_law(page, report, everything=options.verbose)
    page.blank()
    _write_gate(page, report)
    if not options.verbose:
        _write_next(page, report, options)
    write_suggestions(page, report)
    page.indented(" ".join(report.limits))
    if not options.verbose:
        page.indented(_made(report))


def _made(report: Report) -> str:
    rulesets = ", ".join(f"{one.id} {one.version}" for one in report.rulesets)
    return f"Made by {report.tool.name} {report.tool.version} with {rulesets} (--verbose names the hashes)."


def _write_read(page: Page, report: Report, options: RenderOptions) -> None:
    read = [file for file in report.files if file.path not in report.reading.not_read]
    if len(read) <= _MOST_FILES or options.verbose:
        for number, file in enumerate(read):
            page.labelled("" if number else "Read", _file(file))
    else:
        roles = [f"{file.path} ({role_words(file.role)})" for file in read]
        total = f"{count_words(len(read), 'file')}, {count_words(report.reading.words, 'word')}"
        page.labelled("Read", f"{total}: {list_words(roles, 6)}", most=3)
    lost = [note for note in report.notes if note.unread > 0]
    shown = lost if options.verbose else lost[:_MOST_NOTES]
    for number, note in enumerate(shown):
        page.labelled("" if number else "NOT READ", _note(note), "red")
    if len(lost) > len(shown):
        page.labelled("", f"and {count_words(len(lost) - len(shown), 'more piece')} of text not read", "red")
    if not lost and not options.verbose:
        _write_passed_over(page, report)
    _write_left_out(page, report)


def _write_passed_over(page: Page, report: Report) -> None:
    """What was left out or guessed in files that were read, in two lines.

    Where text was not read, which weighs more, the screen has no room for it; standard error tells it all the same.
    """
    told = passed_over(report)
    if told:
        more = f" {count_words(len(told) - 1, 'more file')} with such notes: --verbose" if len(told) > 1 else ""
        page.labelled("Note", told[0], most=2, closing=more)


_LEFT_OUT_AS = {
    "a repository's": ("is this repository's own and no paper", "are this repository's own and no papers"),
    "annotated copy": ("is the annotated copy of another", "are annotated copies of others"),
    "is hidden": ("is hidden by a dot before its name", "are hidden by a dot before their names"),
    "": ("is this program's own and no paper", "are this program's own and no papers"),
}
"""How files that were left out are told of, by words in their notes; what is told last is this program's own."""


def _write_left_out(page: Page, report: Report) -> None:
    """Files among the papers that are none; what they are stands beside each in the list of notes."""
    label = "Left out"
    told = [note for note in report.notes if note.text.startswith(LEFT_OUT)]
    for mark, (one, several) in _LEFT_OUT_AS.items():
        files = [note.file for note in told if mark in note.text]
        told = [note for note in told if mark not in note.text]
        if files:
            page.labelled(label, f"{list_words(files, _MOST_NOTES)} {one if len(files) == 1 else several}")
            label = ""


def _file(file: FileInfo) -> str:
    pages = f", {count_words(file.pages, 'page')}" if file.pages is not None else ""
    return f"{file.path} · {role_words(file.role)} · {count_words(file.words, 'word')}{pages}"


def _note(note: NoteInfo) -> str:
    return f"{note.file}{', ' + note.place if note.place else ''}: {note.text}"


def _write_score(page: Page, report: Report) -> None:
    score = report.score
    figures = range_words(score.low, score.high) if score.low is not None else "none"
    verdict = f"{BAND_NAMES[score.band]}: {BAND_WORDS[score.band]}"
    partly = f" · on {report.reading.read} of {report.reading.files} files only" if report.reading.not_read else ""
    points = f"{points_range(score.earned, score.earned_high)} of {readable(score.possible)} points"
    found = " as found in the papers" if report.answers else ""
    page.labelled("Score", f"{figures}{found} · {verdict} · {points}{partly}", score.band)
    page.labelled("Why", score.why)
    counts = [
        f"{number} {STATUS_COUNTS[status]}"
        for status, number in score.counts.items()
        if number and status is not Status.NOT_APPLICABLE
    ]
    page.labelled("Asked", f"{_scope(report)}: {', '.join(counts) or 'nothing to score'}")
    if left_out := core_left_out([ruleset.id for ruleset in report.rulesets]):
        page.labelled("", left_out, "red")
    parts = [
        f"{note.place} ({count_words(len(note.unasked), 'criterion', 'criteria')})"
        for note in report.notes
        if note.unasked
    ]
    if parts:
        page.labelled(
            "Not asked", f"what is asked only of a paper like {list_words(parts, _MOST_NOTES)}; --verbose says why"
        )


def _scope(report: Report) -> str:
    """How many criteria apply of those asked, and how many of all that the rulesets hold were asked."""
    apply, asked, total = report.score.criteria, len(report.criteria), in_rulesets(report)
    rulesets = list_words([ruleset.id for ruleset in report.rulesets], 4)
    off = sum(len(ruleset.off) for ruleset in report.rulesets)
    aside = f" ({off} switched off)" if off else ""
    if asked == total:
        return f"{apply} of all {total} {rulesets} criteria{aside} apply"
    which = f"{PROFILE_WORDS[report.profile]} (profile {report.profile})"
    return f"{asked} of {total} {rulesets} criteria{aside}, {which}; {apply} apply"


def _write_weakest(page: Page, report: Report) -> None:
    found = next((principle for principle in report.principles if principle.id == report.weakest), None)
    if found is None:
        return
    standing = f"{found.title}, {range_words(found.low, found.high)}"
    if not found.quote:
        page.labelled("Weakest", f"{standing}; nothing was found for it")
        return
    best = (
        "the text works against it" if found.strength == "contradicts" else f"at best {STRENGTH_WORDS[found.strength]}"
    )
    page.labelled("Weakest", f"{standing}; {best}: “{found.quote}", most=2, closing="”")


def _write_fixes(page: Page, report: Report) -> None:
    if not report.fixes:
        page.heading(f"Nothing to fix: {no_fix_words(report)}")
        return
    page.heading(f"What to fix first, of {report.open_criteria} not met{split_words(report)}")
    for number, fix in enumerate(report.fixes, 1):
        _write_fix(page, number, fix)


def _write_fix(page: Page, number: int, fix: FixInfo) -> None:
    roomy = page.width >= _ROOMY_WIDTH
    verdict = f"{fix.severity}, {STATUS_WORDS[fix.status]}, {fix.criterion}"
    room = page.width - len(verdict) - 6
    if len(fix.title) <= room or roomy:
        page.heading(f"{number}. {shortened(visible(fix.title), room)} ({verdict})")
    else:
        page.heading(f"{number}. {fix.title}")
        page.indented(f"({verdict})", 3)
    page.indented(fix.problem, 3, most=1 if roomy else 2)
    if fix.wording:
        page.indented(f"{PLACE_WORDS[fix.status]} {fix.where}: “{fix.wording}", 3, most=2 if roomy else 4, closing="”")
    else:
        page.indented(f"Where: {fix.where}", 3, most=1)


def _write_gate(page: Page, report: Report) -> None:
    gate = report.gate
    if not gate.set:
        page.labelled("Gate", "not set; --fail-under 70 or --fail-on critical would set one")
    elif gate.passed:
        page.labelled("Gate", f"passed ({gate_asks(report)})", "green")
    else:
        left = len(gate.reasons) - _MOST_REASONS
        more = f" And {count_words(left, 'more reason')}." if left > 0 else ""
        told = " ".join(gate.reasons[:_MOST_REASONS])
        page.labelled("Gate", f"NOT PASSED. {told}{more} It asks: {_asks_in_short(gate)}.", "red")
    if gate.answered:
        page.labelled("", f"Held as people stated: {list_words(gate.answered, 6)}.")
    if gate.on_trial:
        page.labelled("", f"Not held, being on trial: {list_words(gate.on_trial, 6)}.")
    for number, line in enumerate(accepted_lines(report)):
        page.labelled("" if number else "Accepted", line)


def _asks_in_short(gate: GateInfo) -> str:
    """What the gate asks in a few words; all of it stands further down, where everything is shown."""
    asks = [f"score {gate.fail_under:g}%"] if gate.fail_under is not None else []
    if gate.fail_on is not None:
        graver = "" if gate.fail_on.rank == 0 else " or graver"
        asks.append(f"nothing {gate.fail_on}{graver} missing, worked against or open")
    if gate.stages or gate.principles:
        asks.append("marks for stages or principles")
    return "; ".join([*asks, "at most so many of a verdict"] if gate.allow else asks)


def _write_next(page: Page, report: Report, options: RenderOptions) -> None:
    """The commands that lead on: all criteria in full, and a person's answers where some are needed."""
    paths = options.arguments or tuple(file.path for file in report.files if "!/" not in file.path)
    given = " ".join(shlex.quote(visible(path)) for path in paths) if len(paths) <= _MOST_FILES else "PATH..."
    given += "".join(f" --ruleset {shlex.quote(visible(name))}" for name in options.rulesets)
    page.labelled("Next", f"crp-commission check {given} --verbose  (all of it, with evidence and wording in full)")
    critical = light_would_ask(report)
    if critical:
        page.labelled("", f"crp-commission check {given} --profile light  (for a small grant: critical criteria only)")
    if any(held_status(criterion) is Status.NEEDS_REVIEW for criterion in report.criteria):
        page.labelled("", f"crp-commission assess {given}  (asks you what is open)")
