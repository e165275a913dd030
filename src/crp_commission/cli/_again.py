"""The settings to check papers again as a saved result says they were checked."""

from __future__ import annotations

import glob
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ..report import Report
    from ..settings import GateMarks, Settings


def as_recorded(report: Report, settings: Settings) -> Settings:
    """The settings with rulesets, profile, roles, date and gate as a saved result has them.

    Limits, workers and the like stay as they are: a result does not hold them. Raises UsageError when the result
    rests on a ruleset that neither ships nor is among those of the settings, or on waivers, a baseline or answers
    of which the settings do not say where they are.
    """
    from ..settings import Origin

    fail_under = report.gate.fail_under
    return replace(
        settings,
        ruleset=_rulesets(report, settings),
        profile=report.profile,
        role=_roles(report),
        date=report.date,
        answers=_file(report.answers.file if report.answers else "", settings.answers, "answers"),
        fail_under=None if fail_under is None else Fraction(str(fail_under)),
        fail_on=report.gate.fail_on and report.gate.fail_on.value,
        gate=_marks(report),
        waivers=_file(report.accepted.waivers_file, settings.waivers, "waivers"),
        no_waivers=report.accepted.waivers_set_aside,
        baseline=_file(
            report.accepted.baseline.file if report.accepted.baseline else "", settings.baseline, "baseline"
        ),
        format=(),
        output=(),
        origins={**settings.origins, "role": Origin("the saved result")},
    )


def _marks(report: Report) -> GateMarks:
    """The marks of single stages and principles, and how many criteria may have which verdict."""
    from ..settings import GateMarks

    gate = report.gate
    return GateMarks(
        stages={name: Fraction(str(mark)) for name, mark in gate.stages.items()},
        principles={name: Fraction(str(mark)) for name, mark in gate.principles.items()},
        allow={
            status.value: {severity.value: most for severity, most in numbers.items()}
            for status, numbers in gate.allow.items()
        },
    )


def _file(name: str, given: Path | None, what: str) -> Path | None:
    from ..errors import UsageError

    if not name:
        return None
    if given is None:
        raise UsageError(f"The result rests on the {what} in {name}.", hint=f"Say where it is: --{what} {name}.")
    return given


def _rulesets(report: Report, settings: Settings) -> tuple[str, ...]:
    from ..errors import UsageError
    from ..library import shipped_names

    shipped = shipped_names()
    wanted = [ruleset.id for ruleset in report.rulesets]
    origin = settings.origins.get("ruleset")
    is_told = origin is not None and origin.is_option
    given = _by_id(settings) if is_told or not set(wanted) <= set(shipped) else {}
    missing = [name for name in wanted if name not in given and name not in shipped]
    if missing:
        raise UsageError(
            f"The result rests on the ruleset '{missing[0]}', which does not ship with this program.",
            hint=f"Say where it is, such as --ruleset {missing[0]}.yaml.",
        )
    return tuple(given.get(name, name) for name in wanted)


def _by_id(settings: Settings) -> dict[str, str]:
    """The rulesets of the settings: the name or path of each, by its id."""
    from ..library import find

    return {find([reference], limits=settings.limits)[0].id: reference for reference in settings.ruleset}


def _roles(report: Report) -> tuple[tuple[str, str], ...]:
    """Each file's role, by its whole path."""
    return tuple((glob.escape(file.path), file.role) for file in report.files)
