"""Test results in JUnit's XML: a suite for each stage and principle, a case for each criterion.

What is missing, worked against or left to a person fails; what is partly met passes and says what is missing. What
does not apply, is on trial or was accepted as it is, is skipped: none of these can fail a gate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from ..accepted_words import gate_words
from ..answers import held_status
from ..assessment import Status
from ..points import readable
from ..report import Report
from ..report_criteria import CriterionInfo, State
from ._escaping import visible
from ._machine.alerts import criterion_words, verdict_words
from ._machine.places import location
from ._machine.verdict import beside_words, counts_words, figures, left_out, score_words, stated_words, unread
from ._options import RenderOptions

SUFFIX = ".xml"
_FAILS = (Status.GAP, Status.CONTRADICTED, Status.NEEDS_REVIEW)


class _Case(NamedTuple):
    """A test case; ``outcome`` is "failure", "skipped" or "" for one that passes."""

    name: str
    group: str
    outcome: str
    kind: str
    message: str
    lines: list[str]
    about: Mapping[str, str]
    file: str = ""
    line: int | None = None


def render(report: Report, options: RenderOptions) -> str:
    """The suites: first the result itself with gate and reading, then the cells of the grid that ask anything."""
    suites = [("result", [_gate(report), _reading(report)], figures(report)), *_cells(report)]
    cases = [case for _, inside, _ in suites for case in inside]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites{_attributes({'name': report.tool.name, **_sums(cases)})}>",
        *(line for suite in suites for line in _suite(*suite)),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _cells(report: Report) -> Iterator[tuple[str, list[_Case], dict[str, str]]]:
    cells = {(cell.stage, cell.principle): cell for cell in report.grid}
    for key, group in groupby(report.criteria, key=lambda one: (one.stage, one.principle)):
        about = {}
        if (cell := cells.get(key)) is not None:
            about = {
                "score-low": "" if cell.low is None else str(cell.low),
                "score-high": "" if cell.high is None else str(cell.high),
                "points-low": readable(cell.earned.low),
                "points-high": readable(cell.earned.high),
                "points-possible": readable(cell.possible),
            }
        yield ".".join(key), [_case(one, report) for one in group], about


def _case(one: CriterionInfo, report: Report) -> _Case:
    passage = one.evidence[0] if one.evidence else None
    return _Case(
        name=f"{one.id} {one.title}",
        group=f"{one.ruleset}.{one.stage}.{one.principle}",
        outcome=_outcome(one),
        kind=one.status,
        message=f"{verdict_words(one)}: {one.why}",
        lines=criterion_words(one),
        about=_about(one),
        file=location(report, passage.file) if passage else "",
        line=passage.line if passage else None,
    )


def _outcome(one: CriterionInfo) -> str:
    held = held_status(one)
    if held is Status.NOT_APPLICABLE:
        return "skipped"
    if held not in _FAILS:
        return ""
    is_accepted = one.waiver is not None or one.state is State.ACCEPTED
    return "skipped" if one.experimental or is_accepted else "failure"


def _about(one: CriterionInfo) -> dict[str, str]:
    return {
        "status": one.status,
        "severity": one.severity,
        "on-trial": "yes" if one.experimental else "no",
        "points-low": readable(one.earned.low),
        "points-high": readable(one.earned.high),
        "points-possible": readable(one.possible),
        "waiver": one.waiver or "",
        "stated": one.stated.status if one.stated else "",
        "stated-counts": ("yes" if one.stated.counts else "no") if one.stated else "",
        "state": one.state or "",
    }


def _gate(report: Report) -> _Case:
    outcome = "skipped" if not report.gate.set else "" if report.gate.passed else "failure"
    lines = [
        *report.gate.reasons,
        score_words(report),
        *stated_words(report),
        counts_words(report),
        *beside_words(report),
        " ".join(report.limits),
    ]
    return _Case("gate", "result", outcome, "gate", gate_words(report), lines, {})


def _reading(report: Report) -> _Case:
    """A note that stands out, not a failure: whether to fail for what was not read is for the one who runs it."""
    lost = [f"{one.file}: {one.text}" for one in unread(report)]
    message = "not everything was read" if lost else ""
    lines = [*lost, *(f"{note.file}: {note.text}" for note in left_out(report))]
    return _Case("reading", "result", "skipped" if lost else "", "reading", message, lines, {})


def _suite(name: str, cases: list[_Case], about: Mapping[str, str]) -> Iterator[str]:
    yield f"  <testsuite{_attributes({'name': name, **_sums(cases)})}>"
    yield from _properties(about, "    ")
    for case in cases:
        yield from _lines(case)
    yield "  </testsuite>"


def _sums(cases: Iterable[_Case]) -> dict[str, str]:
    """Counts as JUnit wants them. Time is none: the same result gives the same bytes."""
    outcomes = [case.outcome for case in cases]
    failures, skipped = outcomes.count("failure"), outcomes.count("skipped")
    return {
        "tests": str(len(outcomes)), "failures": str(failures), "errors": "0", "skipped": str(skipped), "time": "0",
    }  # fmt: skip


def _lines(case: _Case) -> Iterator[str]:
    given = {"classname": case.group, "name": case.name, "time": "0", "file": case.file, "line": str(case.line or "")}
    yield f"    <testcase{_attributes({name: value for name, value in given.items() if value})}>"
    yield from _properties(case.about, "      ")
    text = _text(case.lines)
    if case.outcome == "failure":
        yield f"      <failure{_attributes({'type': case.kind, 'message': case.message})}>{text}</failure>"
    elif case.outcome == "skipped":
        yield f"      <skipped{_attributes({'message': case.message})}/>"
    if case.outcome != "failure" and text:
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"


def _properties(about: Mapping[str, str], indent: str) -> Iterator[str]:
    shown = {name: value for name, value in about.items() if value}
    if shown:
        yield f"{indent}<properties>"
        for name, value in shown.items():
            yield f"{indent}  <property{_attributes({'name': name, 'value': value})}/>"
        yield f"{indent}</properties>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(visible(value))}" for name, value in values.items())


def _text(lines: Iterable[str]) -> str:
    return escape("\n".join(map(visible, lines)))
