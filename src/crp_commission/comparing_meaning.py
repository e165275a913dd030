"""Whether results mean the same, so that their scores can be held against each other."""

from __future__ import annotations

from collections.abc import Sequence

from .plain_words import count_words, list_words
from .report import Report, RulesetInfo


def differences(reports: Sequence[Report], labels: Sequence[str]) -> tuple[str, ...]:
    """Every reason why the scores do not mean the same, in sentences; none where they do."""
    found: list[str] = []
    for report, label in zip(reports[1:], labels[1:], strict=True):
        found += _between(reports[0], report, labels[0], label)
    return tuple(dict.fromkeys(found))


def _between(one: Report, other: Report, name: str, other_name: str) -> list[str]:
    mine, theirs = ({ruleset.id: ruleset for ruleset in report.rulesets} for report in (one, other))
    found = []
    if mine.keys() != theirs.keys():
        found.append(f"{name} was judged by {_listed(mine)}, {other_name} by {_listed(theirs)}.")
    for id in sorted(mine.keys() & theirs.keys()):
        found += _ruleset(mine[id], theirs[id], name, other_name)
    if one.profile != other.profile:
        found.append(f"{name} was asked the {one.profile} profile, {other_name} the {other.profile} one.")
    if not found and one.scale != other.scale:
        found.append(f"{name} and {other_name} were scored on different scales: their first rulesets differ.")
    return found


def _ruleset(one: RulesetInfo, other: RulesetInfo, name: str, other_name: str) -> list[str]:
    if one.version != other.version:
        return [f"{name} was judged by {one.id} {one.version}, {other_name} by {other.id} {other.version}."]
    if one.sha256 != other.sha256:
        return [
            f"{name} and {other_name} were judged by different texts of {one.id} {one.version} "
            f"(SHA-256 {one.sha256[:12]} and {other.sha256[:12]})."
        ]
    return []


def _listed(rulesets: dict[str, RulesetInfo]) -> str:
    return list_words(sorted(rulesets), 6) or "no ruleset"


def remarks(reports: Sequence[Report], labels: Sequence[str], shared: int) -> tuple[str, ...]:
    """What else a person should know: other programs, text that was not read, criteria not asked of all."""
    found = []
    versions = dict.fromkeys(report.tool.version for report in reports)
    if len(versions) > 1:
        found.append(
            f"The results were made by versions {list_words(list(versions), 6)} of the program: "
            "some of what differs may come from that."
        )
    for report, label in zip(reports, labels, strict=True):
        lost = [*report.reading.not_read, *report.reading.partly_read]
        if lost:
            found.append(f"Not everything was read for {label}: {list_words(lost, 4)}.")
        left = len(report.criteria) - shared
        if left:
            found.append(f"{count_words(left, 'criterion', 'criteria')} of {label} not asked of all, and so left out.")
    return tuple(found)
