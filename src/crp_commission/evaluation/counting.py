"""Counting one case against its labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter

from .predicting import Prediction

_PRESENT = ("met", "partial")
_RANKS = {"contradicted": 0, "gap": 1, "partial": 2, "met": 3}
_SILENT = ("gap", "not-applicable", "needs-review")


@dataclass(frozen=True, slots=True)
class Counts:
    """How often what was expected was found; adds up with ``+``.

    ``found``, ``false`` and ``missed`` are about presence (met or partial against gap); ``false_met`` are met where the
    label is weaker. ``empty`` are cases in which nothing is to be found, ``clean`` those left so.
    """

    found: int = 0
    false: int = 0
    missed: int = 0
    expected: int = 0
    exact: int = 0
    false_met: int = 0
    contradictions_found: int = 0
    contradictions_false: int = 0
    contradictions_missed: int = 0
    reviews: int = 0
    asked: int = 0
    empty: int = 0
    clean: int = 0
    principle_found: int = 0
    principle_false: int = 0
    principle_missed: int = 0
    committed_found: int = 0
    committed_false: int = 0
    committed_missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return total((self, other))

    @property
    def precision(self) -> float | None:
        """Of what was found, the share that is there."""
        return _share(self.found, self.found + self.false)

    @property
    def recall(self) -> float | None:
        """Of what is there, the share that was found."""
        return _share(self.found, self.found + self.missed)

    def f(self, beta: float) -> float | None:
        """The F measure of presence; a ``beta`` above 1 weighs recall more."""
        return _f(self.found, self.false, self.missed, beta)

    @property
    def exact_share(self) -> float | None:
        """Of what is expected, the share with the very status."""
        return _share(self.exact, self.expected)

    @property
    def contradiction_precision(self) -> float | None:
        """Of the contradictions found, the share that are."""
        return _share(self.contradictions_found, self.contradictions_found + self.contradictions_false)

    @property
    def contradiction_recall(self) -> float | None:
        """Of the contradictions there are, the share found."""
        return _share(self.contradictions_found, self.contradictions_found + self.contradictions_missed)

    @property
    def contradiction_f1(self) -> float | None:
        """F1 of contradictions."""
        return _f(self.contradictions_found, self.contradictions_false, self.contradictions_missed, 1)

    @property
    def clean_share(self) -> float | None:
        """Of the cases in which nothing is to be found, the share in which nothing was."""
        return _share(self.clean, self.empty)

    @property
    def review_share(self) -> float | None:
        """The share of verdicts left to a person."""
        return _share(self.reviews, self.asked)

    @property
    def principle_f1(self) -> float | None:
        """F1 of a principle being there at all."""
        return _f(self.principle_found, self.principle_false, self.principle_missed, 1)

    @property
    def committed_f1(self) -> float | None:
        """F1 of a principle being committed to."""
        return _f(self.committed_found, self.committed_false, self.committed_missed, 1)


_NUMBERS = attrgetter(*(part.name for part in fields(Counts)))


def total(counts: Iterable[Counts]) -> Counts:
    """All counts added up."""
    return Counts(*map(sum, zip(*map(_NUMBERS, counts), strict=True)))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _f(found: int, false: int, missed: int, beta: float) -> float | None:
    square = beta * beta
    return _share_of((1 + square) * found, (1 + square) * found + square * missed + false)


def _share_of(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def scope(prediction: Prediction) -> set[str]:
    """The criteria that count in a case: judged, applicable, and not among those a reviewer might raise too."""
    if prediction.case.expect is None:
        return set()
    return {
        name
        for name, status in prediction.statuses.items()
        if name not in prediction.case.also and (status != "not-applicable" or name in prediction.case.expect)
    }


def count(prediction: Prediction) -> Counts:
    """The counts of one case."""
    criteria = by_criterion(prediction)
    return total([*criteria.values(), *by_principle(prediction).values(), _clean(prediction, criteria)])


def by_criterion(prediction: Prediction) -> dict[str, Counts]:
    """The counts of each criterion that counts in a case."""
    return {name: _criterion(prediction, name) for name in sorted(scope(prediction))}


def by_principle(prediction: Prediction) -> dict[str, Counts]:
    """The counts of each principle that a case is labelled for."""
    return {name: _principle(prediction, name) for name in prediction.case.principles or ()}


def _criterion(prediction: Prediction, name: str) -> Counts:
    expected = (prediction.case.expect or {}).get(name, "gap")
    got = prediction.statuses[name]
    present, seen = expected in _PRESENT, got in _PRESENT
    against, said = expected == "contradicted", got == "contradicted"
    return Counts(
        found=int((present and seen) or (against and said)),
        false=int((seen or said) and not present and not against),
        missed=int((present and not seen) or (against and not said)),
        expected=int(expected != "gap"),
        exact=int(expected != "gap" and got == expected),
        false_met=int(got == "met" and expected != "met"),
        contradictions_found=int(against and said),
        contradictions_false=int(said and not against),
        contradictions_missed=int(against and not said),
        reviews=int(got == "needs-review"),
        asked=1,
    )


def _clean(prediction: Prediction, names: Iterable[str]) -> Counts:
    if prediction.case.expect is None or prediction.case.expect:
        return Counts()
    return Counts(empty=1, clean=int(all(prediction.statuses[name] in _SILENT for name in names)))


def _principle(prediction: Prediction, name: str) -> Counts:
    expected = (prediction.case.principles or {}).get(name)
    got = prediction.principles.get(name)
    if expected is None or got is None or name in prediction.case.torn or expected == "torn":
        return Counts()
    there, seen = expected != "none", got != "none"
    bound, promised = expected == "committed", got == "committed"
    return Counts(
        principle_found=int(there and seen),
        principle_false=int(seen and not there),
        principle_missed=int(there and not seen),
        committed_found=int(bound and promised),
        committed_false=int(promised and not bound),
        committed_missed=int(bound and not promised),
    )


def pairs_in_order(predictions: Sequence[Prediction]) -> float | None:
    """Of all pairs of rungs whose expected status of a criterion differs, the share ranked the same way.

    A tie is wrong.
    """
    return _share(*pairs_ranked(predictions))


def pairs_ranked(predictions: Sequence[Prediction]) -> tuple[int, int]:
    """How many pairs of rungs are ranked the right way, and how many there are to rank."""
    pairs: dict[str, list[Prediction]] = {}
    for prediction in predictions:
        if prediction.case.pair and prediction.case.expect is not None:
            pairs.setdefault(prediction.case.pair, []).append(prediction)
    right = compared = 0
    for rungs in pairs.values():
        for place, first in enumerate(rungs):
            for second in rungs[place + 1 :]:
                for name in sorted(scope(first) & scope(second)):
                    wanted, got = _order(first, second, name)
                    compared += int(wanted != 0)
                    right += int(wanted != 0 and wanted * got > 0)
    return right, compared


def _order(first: Prediction, second: Prediction, name: str) -> tuple[int, int]:
    wanted = _rank((first.case.expect or {}).get(name, "gap")) - _rank((second.case.expect or {}).get(name, "gap"))
    return wanted, _rank(first.statuses[name]) - _rank(second.statuses[name])


def _rank(status: str) -> int:
    return _RANKS.get(status, _RANKS["gap"])
