"""The result in a few lines: score, gate, what was read and what the result does not say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...accepted_words import accepted_lines, gate_asks, gate_words, open_words
from ...plain_words import BAND_NAMES, BAND_WORDS, LEFT_OUT, STATUS_COUNTS, count_words, range_words
from ...points import points_range, readable
from ...report import NoteInfo, Report
from .._stated import answers_words, score_with


class Unread(NamedTuple):
    """A file of which text was lost: all of it, or some, with what the reader said."""

    file: str
    text: str
    whole: bool


def unread(report: Report) -> Iterator[Unread]:
    """What was not read, a line for each note on it; what is lost of a file without a note is said all the same."""
    told = [note for note in report.notes if note.unread > 0]
    for note in told:
        yield Unread(note.file, _note_words(note), note.file in report.reading.not_read)
    noted = {note.file for note in told}
    for path in report.reading.not_read:
        if path not in noted:
            yield Unread(path, "Nothing of this file was read.", True)
    for path in report.reading.partly_read:
        if path not in noted:
            yield Unread(path, "Some of this file was not read.", False)


def left_out(report: Report) -> list[NoteInfo]:
    """The notes on files that lie with the papers and are none: no text of any paper is lost by them."""
    return [note for note in report.notes if note.text.startswith(LEFT_OUT)]


def beside_words(report: Report) -> list[str]:
    """What the gate asks, how much is open, and what to know of waivers and baseline, a line each."""
    asks = [f"The gate asks: {gate_asks(report)}."] if report.gate.set else []
    return [*asks, f"{open_words(report)}.", *accepted_lines(report)]


def score_words(report: Report) -> str:
    """Band, score and points in a sentence."""
    score = report.score
    return (
        f"{BAND_NAMES[score.band]}, {BAND_WORDS[score.band]}. Score {range_words(score.low, score.high)}, "
        f"{points_range(score.earned, score.earned_high)} of {readable(score.possible)} points. {score.why}"
    )


def stated_words(report: Report) -> list[str]:
    """The score with what people stated and the remarks on it; nothing where no answers were given."""
    if report.answers is None:
        return []
    told = f"With what people stated: {score_with(report) or 'no answer counts'}; {answers_words(report.answers)}."
    return [told, *report.answers.remarks]


def counts_words(report: Report) -> str:
    """How many criteria have each verdict, those that none has included."""
    counts = ", ".join(f"{number} {STATUS_COUNTS[status]}" for status, number in report.score.counts.items())
    return f"{count_words(len(report.criteria), 'criterion', 'criteria')}: {counts}."


def made_with(report: Report) -> str:
    """The versions of the program and of the rulesets, and the profile."""
    rulesets = ", ".join(f"{one.id} {one.version}" for one in report.rulesets)
    return f"{report.tool.name} {report.tool.version}, {rulesets}, profile {report.profile}"


def figures(report: Report) -> dict[str, str]:
    """The result as names and values, for formats with a place for properties."""
    score, gate = report.score, report.gate
    rows = {
        "tool": f"{report.tool.name} {report.tool.version}",
        "pack": report.title,
        "profile": report.profile,
        "date": report.date or "",
        "band": score.band or "",
        "score-low": "" if score.low is None else str(score.low),
        "score-high": "" if score.high is None else str(score.high),
        "points-low": readable(score.earned),
        "points-high": readable(score.earned_high),
        "points-possible": readable(score.possible),
        "stated": score_with(report),
        "answers": f"{report.answers.file} sha256:{report.answers.sha256}" if report.answers else "",
        "gate-as-stated": ", ".join(gate.answered),
        "gate": gate_words(report),
        "fail-under": "" if gate.fail_under is None else f"{gate.fail_under:g}",
        "fail-on": gate.fail_on or "",
        "gate-asks": gate_asks(report),
        "gate-on-trial": ", ".join(gate.on_trial),
        "open": open_words(report),
    }
    rows |= {f"state-{state}": str(number) for state, number in report.accepted.counts.items()}
    rows |= {f"accepted-{number}": line for number, line in enumerate(accepted_lines(report), 1)}
    rows |= {f"count-{status}": str(number) for status, number in score.counts.items()}
    rows |= {f"ruleset-{one.id}": f"{one.version} sha256:{one.sha256}" for one in report.rulesets}
    rows |= {f"file-{file.path}": f"sha256:{file.sha256}" for file in report.files}
    rows["limits"] = " ".join(report.limits)
    return {name: str(value) for name, value in rows.items() if value}


def _note_words(note: NoteInfo) -> str:
    place = f"{note.place}: " if note.place else ""
    return f"Not read: {place}{note.text}."
