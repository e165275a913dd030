"""Evidence to status to points: the only arithmetic in the project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from .assessment import PartFinding, Status, Tally
from .evidence import Strength
from .rules import Rule, Scale


def decide(rule: Rule, parts: Sequence[PartFinding], ranks: Mapping[str, int]) -> Status:
    """The status of a criterion that applies and could be read, in the order CONTRADICTED, MET, PARTIAL, GAP.

    ``ranks`` gives the rank of each file in the order of precedence, the higher winning. What a lesser part can be
    checked by counts for the whole where words hold the parts together; where weights alone find the essential part,
    the check has to stand in what they found.
    """
    essential = [found for found in parts if found.part.essential]
    if any(defeated(found, ranks) for found in essential):
        return Status.CONTRADICTED
    strongest = [best(found) for found in essential]
    holding = essential if all(found.part.is_wordless for found in essential) else parts
    checked = any(best(found) is Strength.MEASURED for found in holding)
    if all(strength is not None and strength.rung >= Strength.COMMITTED.rung for strength in strongest) and (
        rule.duty_is_enough or checked
    ):
        return Status.MET
    return Status.PARTIAL if any(strength is not None for strength in strongest) else Status.GAP


def best(found: PartFinding) -> Strength | None:
    """The strongest evidence for a part, leaving aside what contradicts it."""
    strengths = [one.strength for one in found.evidence if one.strength is not Strength.CONTRADICTS]
    return max(strengths, key=lambda strength: strength.rung, default=None)


def defeated(found: PartFinding, ranks: Mapping[str, int]) -> bool:
    """Whether text in force works against the part and no promise in a paper that ranks higher overrides it."""
    against = [one for one in found.evidence if one.strength is Strength.CONTRADICTS]
    promised = [one for one in found.evidence if one.strength.rung >= Strength.COMMITTED.rung]
    top = max((ranks.get(one.place.file, 0) for one in promised), default=-1)
    return any(ranks.get(one.place.file, 0) >= top or top <= 0 for one in against)


def weight(rule: Rule, scale: Scale) -> Fraction:
    """The points a criterion carries: its own weight, else that of its severity."""
    return rule.weight if rule.weight is not None else scale.weights[rule.severity]


def tally(rule: Rule, status: Status, parts: Sequence[PartFinding], scale: Scale) -> Tally:
    """The points of one criterion.

    Not-applicable asks nothing; needs-review earns nothing at the low end and everything at the high one.
    """
    if status is Status.NOT_APPLICABLE:
        return Tally(counts={status: 1})
    possible = weight(rule, scale)
    if status is Status.NEEDS_REVIEW:
        return Tally(Fraction(0), possible, possible, {status: 1})
    earned = possible * _share(status, parts, scale)
    return Tally(earned, earned, possible, {status: 1})


def tally_as_stated(rule: Rule, status: Status, parts: Sequence[PartFinding], scale: Scale) -> Tally:
    """The points of a criterion by the verdict that a person stated: by its passages, as any other earns.

    Where a criterion is stated to be partly met and no passage was found, it earns the least that a passage can.
    """
    counted = tally(rule, status, parts, scale)
    if status is not Status.PARTIAL:
        return counted
    least = counted.possible * scale.essential_share * min(scale.credit.values(), default=Fraction(0))
    return Tally(max(counted.low, least), max(counted.high, least), counted.possible, counted.counts)


def _share(status: Status, parts: Sequence[PartFinding], scale: Scale) -> Fraction:
    """The share of a criterion's points that was earned, from 0 to 1."""
    if status in (Status.CONTRADICTED, Status.GAP):
        return Fraction(0)
    essential = [found for found in parts if found.part.essential]
    others = [found for found in parts if not found.part.essential]
    basis = Fraction(1) if status is Status.MET else _credit(essential, scale)
    if not others:
        return basis
    return scale.essential_share * basis + (1 - scale.essential_share) * _credit(others, scale)


def share_if_met(others: int, credit: Mapping[str, Fraction], essential_share: Fraction) -> Fraction:
    """The share of its points that a met criterion earns when its ``others``, if any, are found at their best too."""
    if not others:
        return Fraction(1)
    return essential_share + (1 - essential_share) * max(credit.values(), default=Fraction(0))


def _credit(parts: Sequence[PartFinding], scale: Scale) -> Fraction:
    if not parts:
        return Fraction(0)
    credits = (scale.credit[strength] if (strength := best(found)) is not None else Fraction(0) for found in parts)
    return sum(credits, Fraction(0)) / len(parts)
