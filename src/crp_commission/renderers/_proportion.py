"""How much was asked, in plain words, and whether less would do for a short paper."""

from __future__ import annotations

from ..plain_words import PROFILE_WORDS
from ..report import Report

SHORT = 1_500
"""Words in all; a paper that is no longer may be that of a small grant."""


def scope_words(report: Report) -> str:
    """How many criteria were asked of how many there are: "19 of 88, the critical ones (profile light)"."""
    asked, total = len(report.criteria), in_rulesets(report)
    which = PROFILE_WORDS[report.profile] if asked < total else "all of them"
    return f"{asked} of {total}, {which} (profile {report.profile})"


def in_rulesets(report: Report) -> int:
    """How many criteria the rulesets hold, asked or not."""
    return sum(ruleset.criteria for ruleset in report.rulesets)


def light_would_ask(report: Report) -> int:
    """How many criteria the profile light would ask of a short paper; 0 where there is nothing to suggest."""
    reading = report.reading
    if report.profile != "full" or reading.words > SHORT or reading.not_read or reading.partly_read:
        return 0
    critical = sum(criterion.severity == "critical" for criterion in report.criteria)
    return critical if critical < len(report.criteria) else 0


def suggestion(report: Report) -> str:
    """One sentence on the profile light where it may be enough; empty elsewhere."""
    critical = light_would_ask(report)
    if not critical:
        return ""
    asks = f"the {critical} critical criteria" if critical > 1 else "the one critical criterion"
    return f"This is a short paper: for a small grant, the profile light asks {asks} only."
