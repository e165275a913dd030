"""Findings on law and overlays to add, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Run

EXAMPLE = Path(__file__).parents[2] / "examples" / "young-carers"
SCOTTISH = """# Specification

The home answers to the Care Inspectorate, and staff join the PVG scheme. GIRFEC is followed.

The Provider shall report allegations to the LADO within one day.
"""


@pytest.fixture
def scottish(tmp_path: Path) -> Path:
    file = tmp_path / "specification.md"
    file.write_text(SCOTTISH, encoding="utf-8")
    return file


def test_the_shipped_example_cites_a_repealed_duty_and_is_written_for_england(run: Run) -> None:
    saved = json.loads(run("check", EXAMPLE, "--format", "json").out)
    assert [(one["kind"], one["id"], one["quote"], one["file"], one["certainty"]) for one in saved["law"]] == [
        ("out-of-date", "child-poverty-act-2010", "Child Poverty Act 2010", "specification.docx", "likely")
    ]
    assert [one["ruleset"] for one in saved["suggestions"]] == ["england"]


def test_findings_on_law_are_told_and_fail_no_gate(run: Run, scottish: Path) -> None:
    ran = run("check", scottish, "--ruleset", "core", "--ruleset", "scotland", "--fail-under", "0")
    assert ran.code == 0
    assert "Law of another nation, in Specification, line 5" in ran.out
    assert "Consider" not in ran.out


def test_an_overlay_to_add_is_proposed_with_what_is_in_use(run: Run, scottish: Path) -> None:
    assert "Consider  --ruleset core --ruleset scotland" in run("check", scottish).out
    assert "**--ruleset scotland**" in run("check", scottish, "--format", "markdown").out


def test_what_was_read_from_the_cache_says_the_same(run: Run, scottish: Path) -> None:
    fresh = run("check", scottish, "--format", "json", "--no-cache").out
    assert run("check", scottish, "--format", "json").out == fresh
    assert run("check", scottish, "--format", "json").out == fresh


def test_an_overlay_is_asked_for_by_the_name_of_a_ruleset_that_ships() -> None:
    from crp_commission import library
    from crp_commission.lawbook import NATIONS
    from crp_commission.limits import DEFAULT_LIMITS

    book = library.lawbook(DEFAULT_LIMITS)
    assert book is not None
    named = {*(overlay.ruleset for overlay in book.overlays), *NATIONS}
    assert named == set(library.shipped_names()) - {"core"}
