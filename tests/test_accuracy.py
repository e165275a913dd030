"""What is measured on labelled passages must not fall: floors on passages that no rule and no weight was made from.

A change that makes the tool wrong more often fails here. Raise a floor when the tool has become better, and lower none
without saying why in the changelog.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from crp_commission.evaluation import Measured, load_cases, measure, predict
from crp_commission.library import find, recogniser

CASES = Path(__file__).parent / "cases"
FLOORS = {
    "authored": {
        "presence precision": 0.90,
        "presence recall": 0.79,
        "exact status": 0.77,
        "contradiction F1": 0.82,
        "pairs in the right order": 0.77,
        "no-positive cases left clean": 0.90,
    },
    "blind-05": {
        "presence precision": 0.83,
        "presence recall": 0.88,
        "exact status": 0.87,
        "contradiction F1": 0.74,
    },
    "blind-06": {
        "presence precision": 0.82,
        "presence recall": 0.62,
        "exact status": 0.57,
        "contradiction F1": 0.61,
        "pairs in the right order": 0.65,
        "no-positive cases left clean": 0.88,
    },
    "blind-07": {
        "presence precision": 0.85,
        "presence recall": 0.73,
        "exact status": 0.68,
        "contradiction F1": 0.74,
        "pairs in the right order": 0.75,
        "no-positive cases left clean": 0.88,
    },
    "blind-08": {"presence precision": 0.77, "presence recall": 0.56, "exact status": 0.50, "contradiction F1": 0.59},
    "blind-09": {"presence precision": 0.80, "presence recall": 0.51, "exact status": 0.46, "contradiction F1": 0.49},
    "blind-10": {
        "presence precision": 0.77,
        "presence recall": 0.50,
        "exact status": 0.44,
        "contradiction F1": 0.56,
        "pairs in the right order": 0.60,
        "no-positive cases left clean": 0.95,
    },
    "blind-11": {"presence precision": 0.65, "presence recall": 0.57, "exact status": 0.48, "contradiction F1": 0.57},
    "blind-12": {
        "presence precision": 0.88,
        "presence recall": 0.88,
        "exact status": 0.83,
        "contradiction F1": 0.86,
        "pairs in the right order": 0.85,
        "no-positive cases left clean": 0.85,
    },
    "blind-13": {
        "presence precision": 0.92,
        "presence recall": 0.84,
        "exact status": 0.80,
        "contradiction F1": 0.81,
        "pairs in the right order": 0.90,
        "no-positive cases left clean": 0.90,
    },
    "blind-14": {
        "presence precision": 0.90,
        "presence recall": 0.92,
        "exact status": 0.89,
        "contradiction F1": 0.95,
        "pairs in the right order": 0.88,
        "no-positive cases left clean": 0.88,
    },
    "blind-15": {
        "presence precision": 0.92,
        "presence recall": 0.84,
        "exact status": 0.80,
        "contradiction F1": 0.89,
        "pairs in the right order": 0.86,
        "no-positive cases left clean": 0.90,
    },
    "real-style": {"principle presence F1": 0.80, "principle committed F1": 0.71},
    "real-style-3": {"principle presence F1": 0.71, "principle committed F1": 0.68},
    "real-style-7": {"principle presence F1": 0.74, "principle committed F1": 0.57},
}


OVERLAYS = (
    "care-accommodation child-poverty child-protection disabled-children england northern-ireland planning-governance "
    "scotland social-work universal wales"
).split()
OVERLAY_FLOORS = {
    "blind-06": {
        "presence precision": 0.94,
        "presence recall": 0.65,
        "exact status": 0.63,
        "contradiction F1": 0.64,
        "no-positive cases left clean": 0.97,
    },
    "blind-08": {"presence precision": 0.93, "presence recall": 0.82, "exact status": 0.82, "contradiction F1": 0.78},
    "blind-09": {"presence precision": 0.91, "presence recall": 0.62, "exact status": 0.58, "contradiction F1": 0.47},
    "blind-10": {"presence precision": 0.88, "presence recall": 0.57, "exact status": 0.52, "contradiction F1": 0.51},
    "blind-11": {"presence precision": 0.83, "presence recall": 0.60, "exact status": 0.52, "contradiction F1": 0.44},
    "blind-overlays": {
        "presence precision": 0.91,
        "presence recall": 0.83,
        "exact status": 0.75,
        "contradiction F1": 0.84,
    },
}
"""Of the overlays' criteria alone, in passages that name one of those rulesets."""


def measured(name: str, rulesets: list[str]) -> Measured:
    """The figures of some rulesets on the half of a set that nothing was made from."""
    path = CASES / f"{name}.jsonl"
    asked = {one.id: one for one in find(rulesets)}
    cases = [
        case
        for case in load_cases(path.read_text(encoding="utf-8"), path.name)
        if case.half == "measure" and ("core" in asked or asked.keys() & set(case.rulesets))
    ]
    return measure(predict(cases, asked, rulesets, recogniser()), intervals=False)


def fallen(figures: Measured, floors: dict[str, float]) -> dict[str, float | None]:
    values = {what: figures.figures[what].value for what in floors}
    return {what: value for what, value in values.items() if (value or 0) < floors[what]}


@pytest.mark.parametrize("name", FLOORS)
def test_figures_stay_above_their_floors(name: str) -> None:
    assert fallen(measured(name, ["core"]), FLOORS[name]) == {}


@pytest.mark.parametrize("name", OVERLAY_FLOORS)
def test_figures_of_the_overlays_stay_above_their_floors(name: str) -> None:
    assert fallen(measured(name, OVERLAYS), OVERLAY_FLOORS[name]) == {}
