"""A finding as the saved result holds it: its parts, its evidence and what to ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .assessment import Assessment, Finding, PartFinding, Status
from .evidence import Evidence, Strength
from .fingerprints import passage_fingerprint
from .points import exact
from .report_criteria import AdviceInfo, CriterionInfo, Earned, EvidenceInfo, PartInfo
from .rules import Advice
from .scoring import weight

_LAST = 9
"""Ranks a passage that no criterion asks for behind those of criteria."""
StrengthOrNone = Strength | Literal["none"]


def criterion_info(finding: Finding, assessment: Assessment, waivers: Mapping[str, str]) -> CriterionInfo:
    """One finding with everything that led to it; what a person stated is put beside it later."""
    rule, tally = finding.rule, finding.tally
    return CriterionInfo(
        id=rule.id,
        ruleset=rule.ruleset,
        stage=rule.stage,
        principle=rule.principle,
        articles=rule.articles,
        severity=rule.severity,
        title=rule.title,
        question=rule.question,
        status=finding.status,
        why=finding.why,
        missing=finding.missing,
        waiver=waivers.get(rule.id),
        answer=None,
        experimental=rule.experimental,
        weight=exact(weight(rule, assessment.rulesets[0].scale)),
        earned=Earned(exact(tally.low), exact(tally.high)),
        possible=exact(tally.possible),
        where=rule.where,
        parts=tuple(_part(part, rule.id) for part in finding.parts),
        evidence=_evidence(finding),
        advice=_advice(rule.advice),
        sources=rule.sources,
        no_waiver=rule.no_waiver,
    )


def strongest(assessment: Assessment, principle: str) -> tuple[StrengthOrNone, Evidence | None, str | None]:
    """The strongest evidence for a principle, with the id of its criterion where one asks for it.

    What contradicts counts only when nothing stronger than a mention stands against it. Of equals, the one under
    the gravest criterion is taken, then the first in the pack.
    """
    heard = assessment.heard.get(principle)
    passages = [
        (passage, finding.rule.severity.rank, finding.rule.id)
        for finding in assessment.findings
        if finding.rule.principle == principle
        for part in finding.parts
        for passage in part.evidence
        if heard is None or passage.sentence in heard
    ]
    passages += [(passage, _LAST, "") for passage in assessment.spoken.get(principle, ())]
    passages.sort(key=lambda entry: (-entry[0].strength.rung, entry[1], entry[0].sentence, entry[2]))
    if not passages:
        return "none", None, None
    best, _, criterion = passages[0]
    if best.strength.rung <= Strength.MENTIONED.rung:
        against = [entry for entry in passages if entry[0].strength is Strength.CONTRADICTS]
        best, _, criterion = against[0] if against else passages[0]
    return best.strength, best, criterion or None


def _part(found: PartFinding, criterion: str) -> PartInfo:
    supporting = [passage for passage in found.evidence if passage.strength is not Strength.CONTRADICTS]
    best = max(supporting, key=lambda passage: passage.strength.rung, default=None)
    return PartInfo(
        asks=found.part.asks,
        essential=found.part.essential,
        strength=best.strength if best else "none",
        contradicted=len(supporting) < len(found.evidence),
        evidence=tuple(dict.fromkeys(passage_fingerprint(criterion, passage.quote) for passage in found.evidence)),
    )


def _evidence(finding: Finding) -> tuple[EvidenceInfo, ...]:
    """Each passage once, with every part it speaks to; what works against a contradicted criterion comes first."""
    grouped: dict[tuple[int, str, bool], list[tuple[Evidence, str]]] = {}
    for found in finding.parts:
        for passage in found.evidence:
            against = passage.strength is Strength.CONTRADICTS
            grouped.setdefault((passage.sentence, passage.quote, against), []).append((passage, found.part.asks))
    first = finding.status is Status.CONTRADICTED
    merged = [(*key, _merged(pairs, finding.rule.id)) for key, pairs in grouped.items()]
    merged.sort(key=lambda entry: (entry[2] != first, -entry[3].strength.rung, entry[0], entry[1]))
    return tuple(entry[3] for entry in merged)


def _merged(pairs: list[tuple[Evidence, str]], criterion: str) -> EvidenceInfo:
    best = max((passage for passage, _ in pairs), key=lambda passage: passage.strength.rung)
    place = best.place
    return EvidenceInfo(
        id=passage_fingerprint(criterion, best.quote),
        quote=best.quote,
        strength=best.strength,
        because=best.because,
        file=place.file,
        section=place.section,
        page=place.page,
        paragraph=place.paragraph,
        line=place.line,
        table=place.cell.table if place.cell else None,
        row=place.cell.row if place.cell else None,
        column=place.cell.column if place.cell else None,
        lead=best.lead,
        header=best.header,
        details=best.details,
        parts=tuple(dict.fromkeys(asks for _, asks in pairs)),
        place=place.label,
    )


def _advice(advice: Advice) -> AdviceInfo:
    return AdviceInfo(
        good=advice.good,
        minimum=advice.minimum,
        reject=advice.reject,
        wording=advice.wording,
        indicator=advice.indicator,
        why_it_matters=advice.why_it_matters,
        effort=advice.effort,
        who_decides=advice.who_decides,
        place=advice.place,
    )
