"""What the tool says of a case, judged as an excerpt of a pack."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..assessment import Assessment, Status
from ..composing_criteria import strongest
from ..document import Document, Source
from ..engine import Judge
from ..fixes import telling_evidence
from ..limits import DEFAULT_LIMITS
from ..readers import markdown, text
from ..recogniser import Recogniser
from ..rules import ROLES, Ruleset
from ..structure import build
from .cases import Case

_AS_LABELLED = {"intended": "mentioned", "measured": "committed", "contradicts": "contradicted"}


@dataclass(frozen=True, slots=True)
class Prediction:
    """The tool's verdicts on a case: status and quote of each criterion in scope, strength of each principle.

    ``principles`` holds every principle of the rulesets in scope; ``unknown`` are rulesets the case names that do not
    exist, whose criteria are out of scope.
    """

    case: Case
    statuses: Mapping[str, str]
    quotes: Mapping[str, str]
    principles: Mapping[str, str]
    unknown: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The prediction as it is written to a file: only what is not a gap, only principles that are not none."""
        criteria = {
            name: {"status": status, "quote": self.quotes.get(name, "")}
            for name, status in sorted(self.statuses.items())
            if status not in (Status.GAP, Status.NOT_APPLICABLE)
        }
        principles = {name: strength for name, strength in sorted(self.principles.items()) if strength != "none"}
        return {"id": self.case.id, "criteria": criteria, "principles": principles}


@dataclass(slots=True)
class _Judges:
    """One Judge for each combination of rulesets that the cases ask for."""

    rulesets: Mapping[str, Ruleset]
    recogniser: Recogniser | None
    ready: dict[tuple[str, ...], Judge] = field(default_factory=dict)

    def of(self, names: tuple[str, ...]) -> Judge:
        if names not in self.ready:
            self.ready[names] = Judge([self.rulesets[name] for name in names], recogniser=self.recogniser)
        return self.ready[names]


def predict(
    cases: Sequence[Case],
    rulesets: Mapping[str, Ruleset],
    default: Sequence[str],
    recogniser: Recogniser | None = None,
) -> list[Prediction]:
    """A prediction for each case. ``rulesets`` are all there are, by id; ``default`` those of the command."""
    judges = _Judges(rulesets, recogniser)
    return [_predict(case, judges, tuple(default)) for case in cases]


def _predict(case: Case, judges: _Judges, default: tuple[str, ...]) -> Prediction:
    asked = case.rulesets or default
    names = tuple(name for name in asked if name in judges.rulesets)
    unknown = tuple(name for name in asked if name not in judges.rulesets)
    if not names:
        return Prediction(case, {}, {}, {}, unknown)
    assessment = judges.of(names).assess(document(case))
    statuses = {finding.rule.id: finding.status.value for finding in assessment.findings}
    quotes = {
        finding.rule.id: one.quote for finding in assessment.findings if (one := telling_evidence(finding)) is not None
    }
    return Prediction(case, statuses, quotes, _principles(assessment), unknown)


def document(case: Case) -> Document:
    """The document that a case's passage is, with the role of the paper it is said to come from."""
    reader, name = (markdown, f"{case.id}.md") if case.format == "markdown" else (text, f"{case.id}.txt")
    data = case.text.encode("utf-8", "replace")
    extract = reader.read(data, name, DEFAULT_LIMITS)
    role = case.doc_type if case.doc_type in ROLES else "unknown"
    source = Source(name, hashlib.sha256(data).hexdigest(), case.format, role, None, len(case.text.split()))
    return build(case.id, [(source, extract)])


def _principles(assessment: Assessment) -> dict[str, str]:
    names = dict.fromkeys(principle.id for ruleset in assessment.rulesets for principle in ruleset.principles)
    found = {name: strongest(assessment, name)[0] for name in names}
    return {name: _AS_LABELLED.get(str(strength), str(strength)) for name, strength in found.items()}
