"""A gate that today's result just passes, as a block of a configuration file: what is held can then only get better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .answers import held_status
from .gate import WORST_FIRST
from .plain_words import OR_WORSE, PROFILE_WORDS, count_words, list_words
from .report import CriterionInfo, Report
from .report_criteria import State
from .rules import Severity
from .starting import first_gate, total_points

_ACCEPTED = (State.WAIVED, State.ACCEPTED)
_MOST_NAMED = 3


def gate_text(report: Report, name: str) -> str:
    """The block, with comments. Criteria on trial take no part; what was accepted is not counted, answers are."""
    return "".join(f"{line}\n" for line in _lines(report, name))


def asked_as(report: Report) -> str:
    """The settings the result was made with, as lines of a configuration; a ruleset is named by its id."""
    rulesets = ", ".join(one.id for one in report.rulesets)
    return f"rulesets: [{rulesets}]  # a ruleset of your own is named by its file\nprofile: {report.profile}\n"


def _lines(report: Report, name: str) -> Iterator[str]:
    settled = [one for one in report.criteria if not one.experimental]
    counted = [one for one in settled if one.state not in _ACCEPTED]
    yield f"# The gate, from {name}: the papers just pass it as they are. Tighten it step by step."
    yield "# It goes into crp-commission.yaml. Marks are scores in percent: open questions count as not met, and"
    yield "# criteria on trial take no part."
    yield f"# It holds for what was asked: {_asked(report)}."
    yield "gate:"
    mark = _mark(settled)
    yield f"  fail-under: {mark}  # of the whole" if mark is not None else "  # fail-under: 40  # there is no score yet"
    yield from _fail_on(report, counted)
    yield from _marks("stages", [(one.id, [c for c in settled if c.stage == one.id]) for one in report.stages])
    yield from _marks(
        "principles", [(one.id, [c for c in settled if c.principle == one.id]) for one in report.principles]
    )
    yield "  allow:  # at most so many criteria of each severity with this verdict or a worse one"
    width = max(map(len, WORST_FIRST))
    for status in WORST_FIRST:
        worse = WORST_FIRST[: WORST_FIRST.index(status) + 1]
        numbers = {
            severity: sum(held_status(one) in worse and one.severity is severity for one in counted)
            for severity in Severity
        }
        most = ", ".join(f"{severity}: {number}" for severity, number in numbers.items())
        yield f"    {status + ':':{width + 1}} {{{most}}}  # {OR_WORSE[status]}"


def _asked(report: Report) -> str:
    rulesets = list_words([one.id for one in report.rulesets], len(report.rulesets))
    return f"{PROFILE_WORDS[report.profile]} of {rulesets}"


def _fail_on(report: Report, counted: Sequence[CriterionInfo]) -> Iterator[str]:
    gate = first_gate(report)
    if gate.fail_on is not None:
        if not gate.held:
            yield "  # fail-on holds nothing yet: what it would hold is on trial or does not apply"
        yield f"  fail-on: {gate.fail_on}  # no criterion of this level or above may be missing or worked against"
    elif gate.failing:
        number = count_words(len(gate.failing), "critical criterion", "critical criteria")
        yield f"  # fail-on: critical  # would fail today, on {number}: {list_words(gate.failing, _MOST_NAMED)}"


def _marks(key: str, parts: Sequence[tuple[str, Sequence[CriterionInfo]]]) -> Iterator[str]:
    marks = [(name, mark) for name, criteria in parts if (mark := _mark(criteria)) is not None]
    if marks:
        yield f"  {key}:"
        yield from (f"    {name}: {mark}" for name, mark in marks)


def _mark(criteria: Sequence[CriterionInfo]) -> str | None:
    """The low end, rounded down to a tenth of a percent; None where nothing was asked."""
    earned, possible = total_points(criteria)
    if not possible:
        return None
    return f"{int(earned * 1000 / possible) / 10:g}"
