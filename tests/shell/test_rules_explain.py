"""'rules explain' is the page of a criterion: the one in docs/rules, in a terminal, as Markdown or as data."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from command_line import Run

from crp_commission.library import measured, read, shipped_names
from crp_commission.rule_page import data, page_of
from crp_commission.rule_page.plain import lines
from sample import OURS

PAGES = Path(__file__).parents[2] / "docs" / "rules"


def test_it_says_all_that_a_person_needs(run: Run) -> None:
    ran = run("rules", "explain", "do-par-1")
    assert ran.code == 0, ran.err
    headings = re.findall(r"^(\S.*)\n  ", ran.out, re.MULTILINE)
    assert headings == [
        "What is looked for",
        "Why it matters to a child",
        "What is good",
        "The least to ask for",
        "Not acceptable",
        "How to measure it",
        "Effort",
        "Who decides",
        "Words to paste; fill what stands in square brackets",
        "Examples: ✓ Met, 18 in all",
        "Examples: ◐ Partly met, 16 in all",
        "Examples: ○ Missing, 19 in all",
        "Examples: ✗ Worked against, 15 in all",
        "How sure the tool is",
        "Lists of words it looks for; your own ruleset may add to them under vocabulary",
        "Sources",
    ]
    assert ran.out.startswith("DO-PAR-1: Each child heard and given due weight\ncritical · Do · Participation")
    assert "12 (Being heard)" in ran.out
    assert "Expected in: contract terms, service specification." in ran.out


@pytest.mark.parametrize("name", ["DO-PAR-1", "PLN-NDI-1", "SCO-1", "REV-BST-1"])
def test_markdown_is_the_page_in_the_documentation(run: Run, name: str) -> None:
    (file,) = PAGES.glob(f"*/{name}.md")
    page = file.read_text(encoding="utf-8")
    kept = "\n\n".join(piece for piece in page.split("\n\n") if not piece.startswith("<!--"))
    assert run("rules", "explain", name, "--format", "markdown").out == re.sub(r"\[([^]]+)\]\(\.\.[^)]*\)", r"\1", kept)


def test_two_examples_of_each_kind_are_shown_unless_all_are_asked_for(run: Run) -> None:
    def shown(*options: str) -> int:
        return run("rules", "explain", "DO-PAR-1", *options).out.count("\n  - ")

    assert (shown(), shown("--all-examples")) == (8, 18 + 16 + 19 + 15)


def test_json_has_every_example_and_figure(run: Run) -> None:
    found = json.loads(run("rules", "explain", "DO-PAR-1", "--format", "json").out)
    assert {status: len(texts) for status, texts in found["examples"].items()} == {
        "met": 18, "partial": 16, "gap": 19, "contradicted": 15,
    }  # fmt: skip
    assert found["measured"] == measured()["DO-PAR-1"]
    assert (found["severity"], found["points"], found["stage"]["title"]) == ("critical", "3", "Do")
    assert found["advice"]["wording"].startswith("Before any plan")


def test_a_criterion_of_ones_own_is_explained_and_has_no_figures(run: Run, tmp_path: Path) -> None:
    ours = tmp_path / "ours.yaml"
    ours.write_text(OURS.replace("OUR-1", "DO-PAR-1"), encoding="utf-8")
    ran = run("rules", "explain", "DO-PAR-1", "--ruleset", str(ours))
    assert "DO-PAR-1: A quiet room" in ran.out
    assert "It was not measured yet." in ran.out
    assert "UNCRC: no article named" in ran.out
    assert json.loads(run("rules", "explain", "DO-PAR-1", "--ruleset", str(ours), "--format", "json").out)[
        "measured"
    ] is None  # fmt: skip


def test_what_cannot_be_explained_is_told_with_what_to_do(run: Run) -> None:
    ruleset = run("rules", "explain", "core")
    assert (ruleset.code, ruleset.out) == (2, "")
    assert "'crp-commission rules show core' lists its criteria." in ruleset.err
    unknown = run("rules", "explain", "DO-PAX-1")
    assert unknown.code == 2
    assert "Did you mean DO-PAR-1?" in unknown.err
    assert "Did you mean markdown?" in run("rules", "explain", "DO-PAR-1", "--format", "markdwn").err


@pytest.mark.parametrize("width", [20, 60, 500])
def test_every_criterion_that_ships_fits_the_width(width: int) -> None:
    for ruleset in read(shipped_names()):
        for rule in ruleset.rules:
            page = page_of(rule, ruleset, None)
            shown = [line for text in lines(page, {}, width) for line in text.split("\n")]
            assert all(len(line) <= max(40, min(width, 100)) or " " not in line.strip() for line in shown), rule.id
            assert data(page)["id"] == rule.id
