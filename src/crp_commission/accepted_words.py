"""The gate, what is open and what was accepted as it is, in words: the same in every format."""

from __future__ import annotations

from collections.abc import Iterator

from .plain_words import OR_WORSE, STATE_WORDS, count_words, list_words
from .report import GateInfo, Report
from .report_accepted import AcceptedInfo, BaselineInfo, Standing
from .report_criteria import State

_MOST_NAMED = 6
_ORDER = (State.NEW, State.OPEN, State.ACCEPTED, State.WAIVED)


def gate_asks(report: Report) -> str:
    """What the gate asks: "score at least 60%; no critical criterion missing ..."; empty for no gate."""
    return "; ".join(_asks(report.gate, report))


def gate_words(report: Report) -> str:
    """Whether the gate was passed, in a word or two."""
    if not report.gate.set:
        return "no gate was set"
    return "passed" if report.gate.passed else "not passed"


def open_words(report: Report) -> str:
    """How many criteria are not met, and what a council has made of them: "46 criteria are not met: 2 waived, ..."."""
    return f"{count_words(report.open_criteria, 'criterion is', 'criteria are')} not met{split_words(report)}"


def split_words(report: Report) -> str:
    """The states of what is not met, after a colon: ": 3 new since the baseline, 2 waived"; empty for one alone."""
    counts = report.accepted.counts
    states = [f"{counts[state]} {STATE_WORDS[state]}" for state in _ORDER if counts.get(state)]
    is_split = report.accepted.baseline or any(counts.get(state) for state in State if state is not State.OPEN)
    return f": {', '.join(states)}" if is_split and states else ""


def no_fix_words(report: Report) -> str:
    """What to say where no fix is named: all is met, or what is not is waived."""
    if report.open_criteria:
        return f"{open_words(report)}, and a waiver covers each."
    by_people = any(one.stated is not None and one.stated.decides for one in report.criteria)
    return f"every criterion that applies is met{', as found or as people stated' if by_people else ''}."


def accepted_lines(report: Report) -> tuple[str, ...]:
    """What to know of waivers and baseline, a sentence or two each: first what hides something, then what does not."""
    return (*_of_waivers(report.accepted), *_of_baseline(report.accepted.baseline, report.title))


def _asks(gate: GateInfo, report: Report) -> Iterator[str]:
    # Where nothing is open the score is one figure, and there is nothing to explain.
    if_open = " (open questions count as not met)" if report.score.low != report.score.high else ""
    beside = _beside(report.accepted)
    titles = {one.id: one.title for one in report.stages} | {one.id: one.title for one in report.principles}
    if gate.fail_under is not None:
        yield f"score at least {gate.fail_under:g}%{if_open}"
    if gate.fail_on is not None:
        graver = "" if gate.fail_on.rank == 0 else " or graver"
        yield f"no {gate.fail_on}{graver} criterion missing, worked against or unsettled{beside}"
    for marks in (gate.stages, gate.principles):
        if marks:
            at_least = [f"{titles.get(name, name)} at least {mark:g}%" for name, mark in marks.items()]
            yield f"{', '.join(at_least)}{if_open}"
    for status, most in gate.allow.items():
        numbers = ", ".join(f"{number} {severity}" for severity, number in most.items())
        yield f"at most {numbers} {OR_WORSE[status]}{beside}"


def _beside(accepted: AcceptedInfo) -> str:
    """What a waiver or a baseline takes out of what the gate counts; empty where nothing."""
    number = accepted.counts.get(State.WAIVED, 0) + accepted.counts.get(State.ACCEPTED, 0)
    if not number:
        return ""
    return " (but for the one accepted as it is)" if number == 1 else f" (but for the {number} accepted as they are)"


def _of_waivers(accepted: AcceptedInfo) -> Iterator[str]:
    holding = [one for one in accepted.waivers if one.standing in (Standing.IN_FORCE, Standing.EXPIRING)]
    if holding:
        named = list_words([one.criterion for one in holding], _MOST_NAMED)
        verb = "holds" if len(holding) == 1 else "hold"
        yield f"{count_words(len(holding), 'waiver')} of {accepted.waivers_file} {verb}: {named}. {_STILL}"
    if accepted.waivers_set_aside:
        yield f"No waiver of {accepted.waivers_file} holds in this run (--no-waivers)."
    yield from (one.says for standing in _NAMED for one in accepted.waivers if one.standing is standing)


_NAMED = (
    Standing.EXPIRED, Standing.REFUSED, Standing.UNDATED, Standing.EXPIRING, Standing.SET_ASIDE, Standing.UNUSED,
)  # fmt: skip
_STILL = "What is waived counts in the score as it stands."


def _of_baseline(baseline: BaselineInfo | None, pack: str) -> Iterator[str]:
    if baseline is None:
        return
    if baseline.pack != pack:
        yield (
            f"The baseline {baseline.file} was taken of “{baseline.pack}”, and this is “{pack}”: what is missing here "
            "is new, whatever was missing there."
        )
    if baseline.grave:
        named = list_words(baseline.grave, _MOST_NAMED)
        yield f"In the baseline {baseline.file} though no waiver could accept it, being critical: {named}."
    if baseline.gone and baseline.pack == pack:
        entries = count_words(baseline.gone, "entry", "entries")
        verb = "is" if baseline.gone == 1 else "are"
        yield (
            f"{entries} of the baseline {baseline.file} {verb} not found any more: take out what is done with "
            "'new baseline RESULT.json --prune'."
        )
