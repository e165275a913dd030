"""What a reader of a pipeline is to be told: a finding, or a point of law, with its place and how loudly to say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ...answers import held_status
from ...assessment import Status
from ...fingerprints import fingerprint, same_words
from ...plain_words import CERTAINTY_WORDS, LAW_WORDS, MISSING_WORDS, STATE_WORDS, STATUS_WORDS, STRENGTH_WORDS
from ...report import Report
from ...report_criteria import CriterionInfo, EvidenceInfo, State
from ...report_law import LawInfo
from .._stated import LABEL, found_words
from .places import expected_file

Level = Literal["error", "warning", "note"]

_LEVELS: tuple[Level, ...] = ("error", "warning", "note")
# How many steps quieter than its severity a verdict is told; what is not listed is no alert.
_QUIETER = {Status.CONTRADICTED: -1, Status.GAP: 0, Status.PARTIAL: 1, Status.NEEDS_REVIEW: 1}
_LAW_LEVELS: dict[str, Level] = {"sure": "warning", "likely": "note", "check": "note"}


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to tell.

    ``rule`` names what was asked, ``level`` how loudly to say it, ``identity`` is the same in every run while the
    finding is. ``file`` is where to look, even if nothing was found there; ``passage`` is what was found.
    Exactly one of ``criterion`` and ``law`` is there.
    """

    rule: str
    title: str
    text: str
    level: Level
    identity: str
    file: str
    passage: EvidenceInfo | LawInfo | None
    criterion: CriterionInfo | None = None
    law: LawInfo | None = None

    @property
    def waiver(self) -> str | None:
        """Why it was accepted as it is, or how a person settled an open question so; None if neither."""
        return (self.criterion.waiver or _settled(self.criterion)) if self.criterion else None

    @property
    def state(self) -> State:
        """New, accepted, waived or open; a point of law is accepted by nobody."""
        return (self.criterion.state if self.criterion else None) or State.OPEN

    @property
    def is_accepted(self) -> bool:
        """Whether a waiver or a baseline lets it pass the gate."""
        return self.waiver is not None or self.state is State.ACCEPTED


def alerts(report: Report) -> tuple[Alert, ...]:
    """Every criterion that applies and is not met, and every point of law, the loudest first."""
    told_of = [one for one in report.criteria if one.status in _QUIETER or held_status(one) in _QUIETER]
    found = [_of_criterion(one, report) for one in told_of]
    told = [*found, *_of_law(report.law)]
    return tuple(sorted(told, key=_loudness))


def criterion_level(criterion: CriterionInfo) -> Level:
    """How loudly to tell a verdict: by severity, what is worked against one step louder, what is partly met quieter.

    What is on trial is a note whatever it says: it can fail no gate.
    """
    if criterion.experimental:
        return "note"
    step = criterion.severity.rank + _QUIETER.get(held_status(criterion), 0)
    return _LEVELS[min(max(step, 0), 2)]


def _settled(criterion: CriterionInfo) -> str | None:
    """What a person stated, where the gate goes by it and nothing is left to do."""
    return criterion.answer if held_status(criterion) not in _QUIETER else None


def verdict_words(criterion: CriterionInfo) -> str:
    """The verdict with what qualifies it: "missing (critical, on trial, accepted as it is)"."""
    marks = [criterion.severity.value]
    marks += ["on trial"] if criterion.experimental else []
    marks += ["accepted as it is"] if criterion.waiver is not None else []
    marks += [STATE_WORDS[criterion.state]] if criterion.state in (State.NEW, State.ACCEPTED) else []
    return f"{STATUS_WORDS[criterion.status]} ({', '.join(marks)})"


def criterion_words(criterion: CriterionInfo) -> list[str]:
    """What there is to say of a criterion, a line each: verdict, reason, what is missing, best passage, waiver."""
    lines = [f"{criterion.title}: {verdict_words(criterion)}. {found_words(criterion)}".strip()]
    if criterion.missing:
        lines.append(f"{MISSING_WORDS[criterion.status]}: {'; '.join(criterion.missing)}.")
    for passage in criterion.evidence[:1]:
        lines.append(f"“{passage.quote}” ({passage.file}, {passage.place}; {STRENGTH_WORDS[passage.strength]})")
    if criterion.waiver is not None:
        lines.append(f"Accepted as it is: {criterion.waiver}")
    if criterion.answer is not None:
        lines.append(f"{LABEL}: {criterion.answer}")
    return lines


def _loudness(alert: Alert) -> tuple[bool, int, int, int]:
    """What was accepted comes last; of equals in level the graver first, and what is worked against before the rest."""
    one = alert.criterion
    rank, step = (one.severity.rank, _QUIETER.get(held_status(one), 0)) if one else (len(_LEVELS), 0)
    return alert.is_accepted, _LEVELS.index(alert.level), rank, step


def _of_criterion(criterion: CriterionInfo, report: Report) -> Alert:
    passage = criterion.evidence[0] if criterion.evidence else None
    # A contradiction is those words in that file; what is missing is the same thing however the rest is worded.
    against = passage if criterion.status is Status.CONTRADICTED else None
    words = f"{against.file}\n{same_words(against.quote)}" if against else ""
    return Alert(
        rule=criterion.id,
        title=f"{criterion.id}: {criterion.title}",
        text="\n".join(criterion_words(criterion)),
        level=criterion_level(criterion),
        identity=fingerprint(f"{criterion.ruleset}/{criterion.id}", words),
        file=passage.file if passage else expected_file(report, criterion.where),
        passage=passage,
        criterion=criterion,
    )


def _of_law(found: Iterable[LawInfo]) -> list[Alert]:
    made: list[Alert] = []
    seen: dict[str, int] = {}
    for law in found:
        name = fingerprint(f"law/{law.kind}/{law.id}\n{law.file}", law.quote)
        seen[name] = seen.get(name, 0) + 1
        made.append(_point_of_law(law, name if seen[name] == 1 else fingerprint(name, str(seen[name]))))
    return made


def _point_of_law(law: LawInfo, identity: str) -> Alert:
    lines = [
        f"{LAW_WORDS[law.kind]} ({CERTAINTY_WORDS[law.certainty]}): {law.says} It is no part of the score.",
        f"Instead: {law.instead}. Rests on: {law.reference}.",
        f"“{law.quote}” ({law.file}, {law.place})",
    ]
    return Alert(
        rule=law_rule(law),
        title=LAW_WORDS[law.kind],
        text="\n".join(lines),
        level=_LAW_LEVELS[law.certainty],
        identity=identity,
        file=law.file,
        passage=law,
        law=law,
    )


def law_rule(law: LawInfo) -> str:
    """The name under which a kind of point of law is told."""
    return f"law-{law.kind}"
