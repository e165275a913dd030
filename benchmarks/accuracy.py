"""Measure the shipped rulesets on the labelled cases and write what ships: docs/accuracy.md and measured.json.

Run from the top of the checkout: python benchmarks/accuracy.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from crp_commission.evaluation import Measured, Prediction, load_cases, measure, predict
from crp_commission.evaluation.telling import as_data
from crp_commission.library import find, recogniser, shipped_names

TOP = Path(__file__).parents[1]
CASES = TOP / "tests" / "cases"
FIGURES = TOP / "rulesets" / "reference" / "measured.json"
PAGE = TOP / "docs" / "accuracy.md"
NOTES = TOP / "docs" / "accuracy-notes.md"
STRESS = ("indirect", "ladders", "look-alikes", "quiet", "quiet-2")
"""Sets written to trick the tool: they show where it breaks, not how often a criterion is wrong on papers."""
HEADLINES = (
    "presence precision",
    "presence recall",
    "presence F1",
    "exact status",
    "contradiction F1",
    "pairs in the right order",
    "no-positive cases left clean",
    "principle presence F1",
    "principle committed F1",
)

ABOUT = """\
This page is made by `python benchmarks/accuracy.py`; do not edit it. Figures are shares from 0 to 1 with a 90%
interval over cases. Rules are written while looking at the `develop` half of a set; the `measure` half is not
looked at. A set called `blind` was written by people who saw neither rules nor cases; its figures here are those
after it was used for development, and the first figures are kept in the notes below. The sets `look-alikes` (written
to trick the tool, partly while watching what tricks it), `ladders` (one clause in several strengths, mostly in words
that no card uses), `quiet` and `quiet-2` (clauses that take away in other words than any that name it, each with its
look-alike) and `indirect` (promises said in the course of other business) are harder than papers are, and left out of
the figures by criterion."""


def main() -> None:
    """Measure every file of cases, then all of them together."""
    longest_first = sorted(CASES.glob("*.jsonl"), key=lambda path: -path.stat().st_size)
    with ProcessPoolExecutor() as workers:
        results = {
            path.stem: result for path, result in zip(longest_first, workers.map(_of_file, longest_first), strict=True)
        }
    predictions = {name: results[name][0] for name in sorted(results)}
    each = {name: results[name][1] for name in sorted(results)}
    papers = [one for name, found in predictions.items() if name not in STRESS for one in found]
    everything = measure([one for one in papers if one.case.half == "measure"])
    figures = {
        "sets": {name: as_data(one)["figures"] for name, one in each.items()},
        "criteria": as_data(everything)["criteria"],
    }
    FIGURES.parent.mkdir(exist_ok=True)
    FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    PAGE.write_text("\n".join((*page(each, everything), "")), encoding="utf-8")


def _of_file(path: Path) -> tuple[list[Prediction], Measured]:
    """What is predicted for the cases of a file, and how right that is."""
    rulesets = {ruleset.id: ruleset for ruleset in find(shipped_names())}
    found = predict(load_cases(path.read_text("utf-8"), path.name), rulesets, ["core"], recogniser())
    return found, measure(found)


def page(each: dict[str, Measured], everything: Measured) -> Iterator[str]:
    """The lines of docs/accuracy.md."""
    yield "# How often the tool is right"
    yield ""
    yield from ABOUT.splitlines()
    for name, measured in each.items():
        yield from _set(name, measured)
    yield from _criteria(everything)
    if NOTES.is_file():
        yield ""
        yield NOTES.read_text("utf-8").strip()


def _set(name: str, measured: Measured) -> Iterator[str]:
    columns = {"all": measured, **measured.halves}
    yield ""
    yield f"## {name} ({measured.cases} cases)"
    yield ""
    yield "| | " + " | ".join(f"{half} ({column.cases})" for half, column in columns.items()) + " |"
    yield "|---" * (len(columns) + 1) + "|"
    for headline in HEADLINES:
        yield f"| {headline} | " + " | ".join(_figure(column, headline) for column in columns.values()) + " |"
    yield (
        "| met where the label is weaker | " + " | ".join(str(one.counts.false_met) for one in columns.values()) + " |"
    )


def _figure(measured: Measured, headline: str) -> str:
    figure = measured.figures[headline]
    if figure.value is None:
        return "-"
    return (
        f"{figure.value:.2f} ({figure.low:.2f}-{figure.high:.2f})" if figure.low is not None else f"{figure.value:.2f}"
    )


def _criteria(everything: Measured) -> Iterator[str]:
    yield ""
    yield "## By criterion, over the measure halves of the other sets"
    yield ""
    yield "| criterion | found | false | missed | exact | precision | recall |"
    yield "|---|---|---|---|---|---|---|"
    for name, counts in everything.criteria.items():
        shares = " | ".join("-" if one is None else f"{one:.2f}" for one in (counts.precision, counts.recall))
        found = f"{counts.found} | {counts.false} | {counts.missed} | {counts.exact}/{counts.expected}"
        yield f"| {name} | {found} | {shares} |"


if __name__ == "__main__":
    main()
