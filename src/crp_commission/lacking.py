"""What a criterion is missing, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from .assessment import PartFinding, Status
from .document import Document
from .evidence import Strength
from .grading import thinly
from .rules import Rule
from .scoring import best

_NO_CHECK = "something to check it by: how often, by when, how many, who answers for it or where it is recorded"
_THIN = "more than a thin form of what is asked: what is promised can be checked, but is only that"
_UNBOUND = "words in force that bind somebody: what is said can be checked, but nobody is bound to it"


def missing(rule: Rule, status: Status, parts: Sequence[PartFinding], document: Document) -> tuple[str, ...]:
    """The parts that are not promised, and why what is promised is not measured."""
    if status is Status.NOT_APPLICABLE:
        return ()
    found = [one.part.asks for one in parts if is_weak(one)]
    strengths = {one.strength for part in parts for one in part.evidence}
    if status is Status.PARTIAL and Strength.MEASURED not in strengths and not rule.duty_is_enough:
        found.append(_held_down(parts) or _NO_CHECK)
        schedules = [source.path for source in document.files if source.role == "kpi-schedule"]
        if schedules and rule.stage == "do" and Strength.COMMITTED in strengths:
            found.append(f"an indicator: it is promised, but nothing in {' or '.join(schedules)} measures it")
    return tuple(found)


def is_weak(found: PartFinding) -> bool:
    """Whether a part is not promised."""
    strength = best(found)
    return strength is None or strength.rung < Strength.COMMITTED.rung


def _held_down(parts: Sequence[PartFinding]) -> str:
    """What the strongest evidence lacks where it can be checked and yet counts for less; "" where none can be."""
    top = max((strength.rung for found in parts if (strength := best(found)) is not None), default=0)
    checkable = [one for found in parts for one in found.evidence if one.details and one.strength.rung == top > 0]
    if not checkable:
        return ""
    return _THIN if any(one.because.endswith(thinly("")) for one in checkable) else _UNBOUND
