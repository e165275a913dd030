"""The settings to check papers again as a saved result says they were checked."""

from __future__ import annotations

import glob
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ..report import Report
    from ..settings import Settings


def as_recorded(report: Report, settings: Settings) -> Settings:
    """The settings with rulesets, profile, roles, date and gate as a saved result has them.

    Limits, workers and the like stay as they are: a result does not hold them. Raises UsageError when the result
    rests on a ruleset that neither ships nor is among those of the settings, or on answers that are not there.
    """
    from ..settings import Origin

    fail_under = report.gate.fail_under
    return replace(
        settings,
        ruleset=_rulesets(report, settings),
        profile=report.profile,
        role=_roles(report),
        date=report.date,
        answers=_answers(report, settings),
        fail_under=None if fail_under is None else Fraction(str(fail_under)),
        fail_on=report.gate.fail_on and report.gate.fail_on.value,
        format=(),
        output=(),
        origins={**settings.origins, "role": Origin("the saved result")},
    )


def _answers(report: Report, settings: Settings) -> Path | None:
    """The file of answers, where the result counts any."""
    from ..errors import UsageError

    if report.answers is None:
        return None
    if settings.answers is None:
        name = report.answers.file
        raise UsageError(f"The result counts the answers in {name}.", hint=f"Say where they are: --answers {name}.")
    return settings.answers


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
