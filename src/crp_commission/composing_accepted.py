"""What was accepted as it is, put beside the findings: nothing here changes a verdict or a point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from .answers import held_status
from .assessment import Status
from .baseline import Baseline, accepted_ids, gone, new_first, pruned
from .report_accepted import AcceptedInfo, BaselineInfo, WaiverInfo
from .report_criteria import CriterionInfo, State
from .waivers import is_grave

_SETTLED = frozenset({Status.MET, Status.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Waivers with how they stand, and a baseline, each with the name and hash of its file."""

    waivers: tuple[WaiverInfo, ...] = ()
    waivers_file: str = ""
    waivers_sha256: str = ""
    set_aside: bool = False
    baseline: Baseline | None = None
    baseline_file: str = ""
    baseline_sha256: str = ""


class Stated(NamedTuple):
    """The criteria with their states, the ids of those that the baseline lets pass, and what to tell of all that."""

    criteria: tuple[CriterionInfo, ...]
    known: frozenset[str]
    told: AcceptedInfo

    @property
    def fresh(self) -> Mapping[str, tuple[str, str]]:
        """File and words of what a baseline does not hold of a criterion of which it holds other passages, by id."""
        return {one.id: (new.file, new.quote) for one in self.criteria for new in one.evidence[:1] if new.new}


def stated(criteria: Sequence[CriterionInfo], acceptance: Acceptance, pack: str) -> Stated:
    """Every criterion with its state, by the verdict that the gate goes by.

    What has a waiver stands and falls with it: a baseline would bring back in silence what somebody accepted only until
    a day that is over.
    """
    baseline = acceptance.baseline
    held = accepted_ids(baseline, criteria, pack) if baseline else frozenset()
    known = held - {one.criterion for one in acceptance.waivers}
    is_new = {one.id for one in criteria if baseline and one.id not in held}
    done = tuple(replace(one, state=_state(one, known, is_new)) for one in criteria)
    if baseline:
        done = tuple(new_first(baseline, one) if one.state is State.NEW else one for one in done)
    counts = Counter(one.state for one in done if one.state)
    told = AcceptedInfo(
        counts={state: counts[state] for state in State},
        waivers=acceptance.waivers,
        waivers_file=acceptance.waivers_file,
        waivers_sha256=acceptance.waivers_sha256,
        waivers_set_aside=acceptance.set_aside,
        baseline=_baseline(baseline, acceptance, done, pack) if baseline else None,
    )
    return Stated(done, known, told)


def _state(one: CriterionInfo, known: Set[str], is_new: Set[str]) -> State | None:
    if held_status(one) in _SETTLED:
        return None
    if one.waiver is not None:
        return State.WAIVED
    if one.id in known:
        return State.ACCEPTED
    return State.NEW if one.id in is_new else State.OPEN


def _baseline(baseline: Baseline, acceptance: Acceptance, criteria: Sequence[CriterionInfo], pack: str) -> BaselineInfo:
    grave = (one.id for one in criteria if one.state is State.ACCEPTED and is_grave(held_status(one), one.severity))
    return BaselineInfo(
        file=acceptance.baseline_file,
        sha256=acceptance.baseline_sha256,
        pack=baseline.pack,
        findings=len(baseline.findings),
        gone=len(gone(baseline, pruned(baseline, criteria, pack))),
        grave=tuple(sorted(grave)),
    )
