"""What the short papers and the drafts choose from a report: for members, for children, for an impact assessment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..assessment import Status
from ..plain_words import few_words
from ..report import CriterionInfo, PrincipleInfo, Report
from ..serialising import plain
from ._groups import open_criteria

_MOST_SHOWN = 3
_MOST_MITIGATIONS = 12
_MOST_FOR_CHILDREN = {Status.MET: 3, Status.PARTIAL: 1, Status.GAP: 2, Status.CONTRADICTED: 3, Status.NEEDS_REVIEW: 2}
_QUESTIONS = {
    Status.CONTRADICTED: "Will the words against this be changed: {}?",
    Status.GAP: "Why do the papers not say this: {}?",
    Status.PARTIAL: "What would make this a firm promise: {}?",
    Status.NEEDS_REVIEW: "Who is to find out about this: {}?",
}
# What will happen to a child comes before how it was decided.
_STAGES_FOR_CHILDREN = ("do", "review", "plan", "analyse")


@dataclass(frozen=True, slots=True)
class Topic:
    """What was found for a principle, by status; ``articles`` are those that its criteria rest on."""

    principle: PrincipleInfo
    articles: tuple[int, ...]
    met: tuple[CriterionInfo, ...]
    partial: tuple[CriterionInfo, ...]
    gap: tuple[CriterionInfo, ...]
    contradicted: tuple[CriterionInfo, ...]
    needs_review: tuple[CriterionInfo, ...]


class Drafts:
    """What a template may show, as plain data; each is worked out only when a template asks for it."""

    def __init__(self, report: Report) -> None:
        self._report = report

    @cached_property
    def strengths(self) -> Any:
        """At most three criteria that are met, the gravest first, no two of a principle while others wait."""
        met = [one for one in self._report.criteria if one.status is Status.MET and one.evidence]
        met.sort(key=lambda one: (one.experimental, one.severity.rank))
        firsts = list({one.principle: one for one in reversed(met)}.values())
        return plain(sorted(met, key=lambda one: one not in firsts)[:_MOST_SHOWN])

    @cached_property
    def problems(self) -> Any:
        """The three fixes that matter most."""
        return plain(self._report.fixes[:_MOST_SHOWN])

    @cached_property
    def questions(self) -> list[str]:
        """What to ask about those three."""
        return [_QUESTIONS[fix.status].format(few_words(fix.title, 8)) for fix in self._report.fixes[:_MOST_SHOWN]]

    @cached_property
    def topics(self) -> Any:
        """Every principle of which something was asked, with all that was found."""
        return plain(_topics(self._report, self._report.criteria))

    @cached_property
    def mitigations(self) -> Any:
        """The open criteria that matter most, at most a dozen."""
        return plain(open_criteria(self._report)[:_MOST_MITIGATIONS])

    @cached_property
    def sections(self) -> Mapping[str, Any]:
        """The criteria that feed each section of an impact assessment, by the section's name."""
        return {
            name: plain(
                [one for one in self._report.criteria if one.status is not Status.NOT_APPLICABLE and feeds(one)]
            )
            for name, feeds in _SECTIONS.items()
        }

    @cached_property
    def for_children(self) -> Any:
        """Every principle with the few findings that say most to a child; what is on trial is left out.

        A promise that was not made is the worst that such a paper could tell, so only what is sure is in it.
        """
        sure = [one for one in self._report.criteria if not one.experimental]
        sure.sort(key=lambda one: _STAGES_FOR_CHILDREN.index(one.stage) if one.stage in _STAGES_FOR_CHILDREN else 9)
        sure.sort(key=lambda one: one.severity.rank)
        return plain(_topics(self._report, sure, _MOST_FOR_CHILDREN))


def _topics(
    report: Report, criteria: Iterable[CriterionInfo], most: Mapping[Status, int] | None = None
) -> tuple[Topic, ...]:
    asked = [one for one in criteria if one.status is not Status.NOT_APPLICABLE]
    return tuple(
        _topic(principle, [one for one in asked if one.principle == principle.id], most or {})
        for principle in report.principles
        if any(one.principle == principle.id for one in asked)
    )


def _topic(principle: PrincipleInfo, criteria: list[CriterionInfo], most: Mapping[Status, int]) -> Topic:
    def of(status: Status) -> tuple[CriterionInfo, ...]:
        return tuple([one for one in criteria if one.status is status][: most.get(status)])

    articles = sorted({article for one in criteria for article in one.articles})
    return Topic(
        principle,
        tuple(articles),
        met=of(Status.MET),
        partial=of(Status.PARTIAL),
        gap=of(Status.GAP),
        contradicted=of(Status.CONTRADICTED),
        needs_review=of(Status.NEEDS_REVIEW),
    )


def _is(stages: str, principles: str) -> Callable[[CriterionInfo], bool]:
    """Whether a criterion is of one of these stages and principles; none named means any."""
    of_stages, of_principles = stages.split(), principles.split()
    return lambda one: (
        (not of_stages or one.stage in of_stages) and (not of_principles or one.principle in of_principles)
    )


_SECTIONS: Mapping[str, Callable[[CriterionInfo], bool]] = {
    "affected": _is("analyse plan", "non-discrimination"),
    "evidence": _is("analyse", "dignity best-interests life-survival-development interdependence-indivisibility"),
    "views": _is("analyse plan", "participation"),
    "decision": _is("plan", "best-interests transparency-accountability"),
    "publication": _is("analyse review", "transparency-accountability"),
    "review": _is("review", "dignity best-interests non-discrimination life-survival-development"),
}
