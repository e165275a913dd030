"""The pages in docs/rules: fresh, linked, and faithful to what stands in the rulesets."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from builders import part, rule, ruleset
from crp_commission.library import read, shipped_names
from crp_commission.rules import Advice, Examples

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from generate_rule_pages import FOLDER, PURPOSES, faults, pages, write
from rule_page import COMMAND, rule_page

MARKDOWN = MarkdownIt("commonmark").enable("table")
RULESETS = read(shipped_names())


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """Every page by its path."""
    return pages()


def test_the_pages_are_fresh(made: dict[str, str]) -> None:
    found = faults(FOLDER, made)
    shown = "\n".join(found[:20])
    assert not found, f"docs/rules is not what the rulesets say; run: {COMMAND}\n{shown}"


def test_a_page_that_is_missing_stale_or_left_over_is_told_and_put_right(tmp_path: Path) -> None:
    wanted = {"README.md": "index\n", "core.md": "core\n", "core/A-1.md": "a\n", "core/A-2.md": "b\n"}
    write(tmp_path, wanted)
    assert faults(tmp_path, wanted) == []
    (tmp_path / "core" / "A-1.md").unlink()
    (tmp_path / "core.md").write_text("other")
    (tmp_path / "gone").mkdir()
    (tmp_path / "gone" / "B-1.md").write_text("old")
    assert faults(tmp_path, wanted) == ["core.md is stale", "core/A-1.md is missing", "gone/B-1.md is left over"]
    write(tmp_path, wanted)
    assert faults(tmp_path, wanted) == []
    assert not (tmp_path / "gone").exists()


def test_they_are_the_same_each_time(made: dict[str, str]) -> None:
    program = "import json; from generate_rule_pages import pages; print(json.dumps(pages()))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == made


def test_each_ruleset_and_criterion_has_its_page_and_nothing_else(made: dict[str, str]) -> None:
    rules = {f"{one.id}/{criterion.id}.md" for one in RULESETS for criterion in one.rules}
    assert made.keys() == {"README.md", *(f"{one.id}.md" for one in RULESETS), *rules}
    assert PURPOSES.keys() == set(shipped_names())


def test_every_link_leads_to_a_page_and_every_page_is_linked(made: dict[str, str]) -> None:
    reached = {"README.md"}
    for name, text in made.items():
        for target in re.findall(r"\]\(([^)]+)\)", text):
            place = (FOLDER / name).parent.joinpath(target).resolve()
            assert place.is_file(), f"{name}: {target}"
            if place.is_relative_to(FOLDER):
                reached.add(place.relative_to(FOLDER).as_posix())
    assert reached == made.keys()


def _texts(tokens: list[Token], kind: str) -> list[str]:
    """The plain text of each paragraph within tokens of a kind."""
    depth, found = 0, []
    for token in tokens:
        depth += {f"{kind}_open": 1, f"{kind}_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            found.append("".join(child.content for child in token.children or ()))
    return found


def _flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", shipped_names())
def test_examples_are_shown_word_for_word_and_as_nothing_else(made: dict[str, str], name: str) -> None:
    (found,) = (one for one in RULESETS if one.id == name)
    for criterion in found.rules:
        tokens = MARKDOWN.parse(made[f"{name}/{criterion.id}.md"])
        own = criterion.examples
        shown = [text for texts in (own.met, own.partial, own.gap, own.contradicted) for text in texts[:2]]
        fences = [token.content for token in tokens if token.type == "fence"]
        single = [_flat(text) for text in shown if "\n" not in text.strip()]
        assert [_flat(text) for text in _texts(tokens, "blockquote")] == single
        assert all(text.strip("\n").rstrip() + "\n" in fences for text in shown if "\n" in text.strip())
        assert not [token for token in tokens if token.type == "ordered_list_open"]


def test_a_page_says_all_about_its_criterion() -> None:
    one = rule(
        "DO-PAR-1",
        "critical",
        title="Heard | *always*",
        question="Is each child heard?",
        articles=(12, 13),
        where=("kpi-schedule",),
        parts=(replace(part("ask & $child"), asks="children are asked"), replace(part("x"), essential=False)),
        advice=Advice(
            "Good it is.", "The least it is.", "Not this.", "They [shall].", "A share.", "It matters.", "A day."
        ),
        examples=Examples(
            met=("1. First", "- Second", "Third"), gap=("# No\n\n| a | b |\n| - | - |",), contradicted=("<b>Never</b>",)
        ),
        sources=("UNCRC art 12",),
        experimental=True,
    )
    figures = {"expected": 10, "found": 8, "missed": 2, "false": 2, "exact": 7, "precision": 0.8, "recall": 0.8}
    text = rule_page(one, ruleset(one, vocabulary={"child": ("child",), "other": ("word",)}), figures)
    tokens = MARKDOWN.parse(text)
    assert "critical, on trial | Do | Participation | 12, 13 |" in text
    assert _texts(tokens, "heading")[0] == "DO-PAR-1: Heard | *always*"
    items = _texts(tokens, "list_item")
    assert items[0] == "Essential: children are asked"
    for said in (
        "What is good: Good it is.",
        "The least to ask for: The least it is.",
        "Not acceptable: Not this.",
        "How to measure it: A share.",
        "Why it matters to a child: It matters.",
        "Effort: A day.",
        "UNCRC art 12",
    ):
        assert said in items
    assert "Expected in: KPI schedule." in text
    assert "```text\nThey [shall].\n```" in text
    assert _texts(tokens, "blockquote") == ["1. First", "- Second", "<b>Never</b>"]
    assert "10 labelled passages speak to it: 8 found; 7 got the very status" in text
    assert "Finds that were wrong: 2 of 10 (precision 0.80, recall 0.80)." in text
    assert "can fail no gate" in text
    assert "`child`" in text
    assert "`other`" not in text


def test_what_was_not_measured_is_said() -> None:
    one = rule("DO-PAR-1")
    assert "It was not measured yet." in rule_page(one, ruleset(one), None)
    figures = {"expected": 0, "found": 0, "missed": 0, "false": 3, "exact": 0, "precision": 0.0, "recall": None}
    text = rule_page(one, ruleset(one), figures)
    assert "No labelled passage speaks to it yet." in text
    assert "Finds that were wrong: 3 of 3 (precision 0.00)." in text
