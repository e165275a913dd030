"""Reports written into the folder of the papers are no papers the next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import SPECIFICATION, Run

TWICE = [
    "sarif",
    "json",
    "junit",
    "csv",
    "gitlab",
    "markdown",
    "html",
    "briefing",
    "github-summary",
    "impact-assessment",
]


@pytest.mark.parametrize("format_name", TWICE)
def test_a_report_beside_the_papers_can_be_written_again(format_name: str, tmp_path: Path, run: Run) -> None:
    (tmp_path / "spec.md").write_text(SPECIFICATION)
    suffix = {"sarif": "sarif", "junit": "xml", "csv": "csv", "html": "html", "json": "json", "gitlab": "json"}
    report = tmp_path / f"report.{suffix.get(format_name, 'md')}"
    asked = ["check", str(tmp_path), "--strict", "--format", format_name, "--output", str(report)]
    first = run(*asked)
    before = report.read_bytes()
    again = run(*asked)
    assert (first.code, again.code) == (0, 0), again.err
    assert report.read_bytes() == before


def test_a_paper_of_a_person_is_never_overwritten(tmp_path: Path, run: Run) -> None:
    paper = tmp_path / "spec.md"
    paper.write_text(f"{SPECIFICATION}\nWe used crp-commission on an earlier draft.\n")
    ended = run("check", str(tmp_path), "--format", "markdown", "--output", str(paper))
    assert (ended.code, "would be overwritten" in ended.err) == (2, True)
    assert "earlier draft" in paper.read_text()
