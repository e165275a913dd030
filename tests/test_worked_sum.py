"""The sum in docs/scores.md is the one that the tool works out, and the constants in the pages are those of core."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest

from crp_commission import cli
from crp_commission.evidence import Strength
from crp_commission.library import find
from crp_commission.plain_words import STATUS_SIGNS, STATUS_WORDS, STRENGTH_WORDS
from crp_commission.rules import Severity
from doc_pages import ROOT, blocks

SCORES = ROOT / "docs" / "scores.md"
READING = ROOT / "docs" / "reading-a-report.md"
(CORE,) = find(["core"])
WORDS = {"in full": Fraction(1), "half": Fraction(1, 2), "a fifth": Fraction(1, 5), "a tenth": Fraction(1, 10)}


def rows(page: Path, first: str) -> list[list[str]]:
    """The rows of the table whose first heading this is."""
    text = page.read_text(encoding="utf-8")
    body = re.search(rf"^\| {re.escape(first)} \|.*\n\| ---.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert body, first
    return [
        [cell.strip() for cell in re.split(r" \|(?= |$)", line.strip().strip("|"))] for line in body[1].splitlines()
    ]


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What the tool says of the paper in the page."""
    folder = tmp_path_factory.mktemp("sum")
    for block in blocks(SCORES):
        if block.file:
            (folder / block.file).write_text(block.text, encoding="utf-8")
    saved = folder / "result.json"
    arguments = ["check", str(folder / "club.md"), "--ruleset", str(folder / "three.yaml"), "--no-config", "--quiet"]
    assert cli.run([*arguments, "--format", "json", "--output", str(saved)]) == 0
    return dict(json.loads(saved.read_text(encoding="utf-8")))


def test_each_row_is_what_the_tool_says(result: dict) -> None:
    found = {one["id"]: one for one in result["criteria"]}
    *told, total = rows(SCORES, "Criterion")
    assert [row[0] for row in told] == sorted(found)
    for name, verdict, points, _, earned in told:
        one = found[name]
        assert STATUS_WORDS[one["status"]] == verdict
        assert Fraction(one["possible"]) == Fraction(points)
        assert Fraction(one["earned"]["low"]) == Fraction(one["earned"]["high"]) == Fraction(earned)
    assert Fraction(total[2]) == sum(Fraction(row[2]) for row in told) == Fraction(result["score"]["possible"])
    assert Fraction(total[4]) == sum(Fraction(row[4]) for row in told) == Fraction(result["score"]["earned"])


def test_the_words_beside_a_row_lead_to_its_points() -> None:
    told = {row[0]: row for row in rows(SCORES, "Criterion")}
    share = Fraction("0.8") * 1 + Fraction("0.2") * Fraction("0.2")
    assert "0.8 × 1" in told["SUM-1"][3] and "0.2 × 0.2" in told["SUM-1"][3]
    assert f"3 × {float(share)}" in told["SUM-1"][3]
    assert 3 * share == Fraction(told["SUM-1"][4])
    assert "2 × 0.2" in told["SUM-2"][3]
    assert 2 * Fraction("0.2") == Fraction(told["SUM-2"][4])


def test_the_percentage_and_the_band_follow(result: dict) -> None:
    text = SCORES.read_text(encoding="utf-8")
    earned, possible, percent = re.search(r"^([\d.]+) of (\d+) is ([\d.]+)%:", text, re.MULTILINE).groups()
    assert round(float(Fraction(earned) / Fraction(possible) * 100), 1) == float(percent) == result["score"]["low"]
    assert result["score"]["band"] == "amber"


def test_the_constants_are_those_of_core() -> None:
    text = " ".join(SCORES.read_text(encoding="utf-8").split())
    weights, credit = CORE.scale.weights, CORE.scale.credit
    critical, major, minor = (weights[one] for one in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR))
    assert f"**{critical} points if it is critical, {major} if major, {minor} if minor**" in text
    full, half, aim, word = (
        float(credit[one]) for one in (Strength.MEASURED, Strength.COMMITTED, Strength.INTENDED, Strength.MENTIONED)
    )
    assert (
        f"promised and checkable {full:g}, promised without a check {half:g}, aimed at {aim:g}, mentioned {word:g}"
        in text
    )
    assert f"carry {float(CORE.scale.essential_share):.0%}** of its points" in text


def test_the_tables_on_reading_a_report_are_right() -> None:
    red, amber, _ = rows(READING, "Band")
    assert f"under {CORE.scale.red_below}%" in red[2]
    assert f"under {CORE.scale.amber_below}%" in amber[2]
    assert {row[0]: row[1] for row in rows(READING, "Sign")} == {
        sign: STATUS_WORDS[status] for status, sign in STATUS_SIGNS.items()
    }
    told = {row[0]: row[2] for row in rows(READING, "Said as")}
    assert told.pop(STRENGTH_WORDS["contradicts"]) == "nothing"
    assert {name: WORDS[worth] for name, worth in told.items()} == {
        STRENGTH_WORDS[strength]: share for strength, share in CORE.scale.credit.items()
    }


def test_the_examples_of_strength_are_read_as_the_page_says(capfd: pytest.CaptureFixture[str]) -> None:
    for said_as, example, _ in rows(READING, "Said as"):
        capfd.readouterr()
        assert cli.run(["rules", "try", example.strip('"')]) == 0
        assert f": {said_as}, because" in capfd.readouterr().out
