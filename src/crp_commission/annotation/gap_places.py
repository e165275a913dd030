"""Where what is missing is told: at the heading of the section that a clause for it belongs to, else at the start."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from ..document import BlockKind, Document
from ..fix_places import fitting_section
from ..report import CriterionInfo, Report
from .choosing import Words, gaps
from .clauses import with_text


class Told(NamedTuple):
    """Missing criteria that one comment tells of, the gravest first; ``words`` is None for one at the start."""

    words: Words | None
    criteria: Sequence[CriterionInfo]


def gaps_told(report: Report, document: Document, proposed: Collection[str]) -> list[Told]:
    """What is missing and has no clause in the text: for each stage what has no section, then section by section.

    The clauses of the criteria whose ids are ``proposed`` have comments of their own.
    """
    ranks = {stage.id: number for number, stage in enumerate(report.stages)}
    open_gaps = [criterion for criterion in gaps(report) if criterion.id not in proposed]
    headings = _headings(open_gaps, document)
    found: dict[tuple[int, int, str], Told] = {}
    for criterion in sorted(open_gaps, key=lambda one: one.severity.rank):
        words = headings.get(criterion.id)
        key = (0, ranks[criterion.stage], "") if words is None else (1, *words)
        found[key] = Told(words, [*(found[key].criteria if key in found else ()), criterion])
    return [found[key] for key in sorted(found)]


def _headings(criteria: Sequence[CriterionInfo], document: Document) -> Mapping[str, Words]:
    """By the id of a criterion, the heading of the section that fits it."""
    filled = with_text(document)
    heads = {
        sentence.section: Words(sentence.place.paragraph, sentence.text)
        for sentence in document.sentences
        if sentence.kind is BlockKind.HEADING
    }
    sections = {one.id: fitting_section(one.title, one.where, filled) for one in criteria}
    return {id: heads[section.number] for id, section in sections.items() if section and section.number in heads}
