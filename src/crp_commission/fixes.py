"""The fixes that matter most: what is wrong, what to write, and where to put it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from types import MappingProxyType

from .assessment import Assessment, Finding, Status
from .evidence import Evidence, Strength
from .fix_places import fitting_place, place_words
from .grading import thinly
from .plain_words import shortened
from .points import exact
from .report_criteria import FixInfo

MOST = 5
MOST_OF_A_PRINCIPLE = 2
_URGENCY = {Status.CONTRADICTED: 0, Status.GAP: 1, Status.NEEDS_REVIEW: 2, Status.PARTIAL: 3}
_QUOTE_LENGTH = 160
_NONE: Mapping[str, tuple[str, str]] = MappingProxyType({})


def open_findings(assessment: Assessment) -> list[Finding]:
    """The findings that apply and are not met."""
    return [finding for finding in assessment.findings if finding.status in _URGENCY]


def choose_fixes(
    assessment: Assessment,
    weakness: Mapping[str, int],
    accepted: Set[str] = frozenset(),
    known: Set[str] = frozenset(),
    fresh: Mapping[str, tuple[str, str]] = _NONE,
) -> tuple[FixInfo, ...]:
    """At most five fixes, the one that matters most first.

    ``weakness`` ranks the principles, the weakest first at 0. What the council has ``accepted`` is left out. What is
    ``known``, since a baseline holds it, comes after what is new, and experimental criteria come after all others. No
    principle takes more than two of the five while others wait. ``fresh`` has, by id, the file and the words of the
    passage to point at where a baseline holds the others.
    """
    waiting = [finding for finding in open_findings(assessment) if finding.rule.id not in accepted]
    waiting.sort(key=lambda finding: _importance(finding, weakness, known))
    return tuple(_fix(finding, assessment, fresh.get(finding.rule.id)) for finding in _spread(waiting, weakness, known))


def _importance(finding: Finding, weakness: Mapping[str, int], known: Set[str]) -> tuple[object, ...]:
    rule, tally = finding.rule, finding.tally
    return (
        rule.experimental,
        rule.id in known,
        rule.severity.rank,
        _URGENCY[finding.status],
        tally.low - tally.possible,
        weakness[rule.principle],
        rule.id,
        rule.ruleset,
    )


def _spread(waiting: Sequence[Finding], weakness: Mapping[str, int], known: Set[str]) -> list[Finding]:
    """The first five with at most two of a principle, filled up with the next ones if that leaves room."""
    taken: Counter[str] = Counter()
    chosen: list[Finding] = []
    for finding in waiting:
        if len(chosen) < MOST and taken[finding.rule.principle] < MOST_OF_A_PRINCIPLE:
            taken[finding.rule.principle] += 1
            chosen.append(finding)
    left = [finding for finding in waiting if finding not in chosen]
    return sorted([*chosen, *left[: MOST - len(chosen)]], key=lambda finding: _importance(finding, weakness, known))


def _fix(finding: Finding, assessment: Assessment, fresh: tuple[str, str] | None) -> FixInfo:
    rule = finding.rule
    telling = _words_at(finding, fresh) or telling_evidence(finding)
    where, file = fitting_place(finding, telling, assessment.document)
    return FixInfo(
        criterion=rule.id,
        title=rule.title,
        status=finding.status,
        severity=rule.severity,
        principle=rule.principle,
        problem=_problem(finding, telling, len(assessment.document.files) > 1),
        wording=rule.advice.wording,
        where=where,
        file=file,
        why_it_matters=rule.advice.why_it_matters,
        indicator=rule.advice.indicator,
        gain=exact(finding.tally.possible - finding.tally.low),
    )


def _words_at(finding: Finding, fresh: tuple[str, str] | None) -> Evidence | None:
    passages = (passage for part in finding.parts for passage in part.evidence)
    return next((passage for passage in passages if (passage.place.file, passage.quote) == fresh), None)


def telling_evidence(finding: Finding) -> Evidence | None:
    """The passage that best shows why the finding is what it is: what works against it, else the strongest."""
    essential = [passage for part in finding.parts if part.part.essential for passage in part.evidence]
    passages = essential or [passage for part in finding.parts for passage in part.evidence]
    against = finding.status is Status.CONTRADICTED
    wanted = [p for p in passages if (p.strength is Strength.CONTRADICTS) == against] or passages
    return min(wanted, key=lambda p: (-p.strength.rung, p.sentence, p.quote), default=None)


def _problem(finding: Finding, telling: Evidence | None, many_files: bool) -> str:
    if finding.status is Status.NEEDS_REVIEW:
        return finding.why
    missing = "; ".join(finding.missing)
    if finding.status is Status.GAP:
        return f"Nothing in the text says this: {missing}." if missing else "Nothing in the text says this."
    if telling is None:
        return f"Still missing: {missing}." if missing else finding.why
    place = place_words(telling.place, many_files)
    if finding.status is Status.CONTRADICTED:
        return f"“{shortened(telling.quote, _QUOTE_LENGTH)}” works against this, in {place}."
    is_thin = telling.because.endswith(thinly("")) and telling.strength.rung < Strength.COMMITTED.rung
    so_far = (_THINLY if is_thin else _SO_FAR[telling.strength]).format(place)
    if missing:
        return f"{so_far}. Still missing: {missing}."
    return f"{so_far}{_NO_CHECK.get(telling.strength, '')}."


_SO_FAR = {
    Strength.MEASURED: "Part of this is promised, in {}",
    Strength.COMMITTED: "Promised, in {}",
    Strength.INTENDED: "Only aimed at, in {}, so nobody is bound to do it",
    Strength.MENTIONED: "Only mentioned, in {}, so nobody is bound to do it",
    Strength.CONTRADICTS: "Partly worked against, in {}",
}
_THINLY = "Promised, but only in a thin form of what is asked, in {}"
_NO_CHECK = {Strength.COMMITTED: ", but with nothing to check it by, such as how often"}
