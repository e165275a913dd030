"""Binary formats at the command line: they need a file, and say so before anything is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Run


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_a_binary_format_without_a_file_is_refused(run: Run, pack: Path, name: str) -> None:
    ran = run("check", pack, "--format", name)
    assert ran.code == 2
    assert f"A {name} file needs a place to go." in ran.err
    assert f"--output report.{name}" in ran.err
    assert ran.out == ""


def test_the_check_and_the_saved_result_give_the_same_files(run: Run, pack: Path, tmp_path: Path) -> None:
    names = ["docx", "xlsx", "briefing", "child-summary", "impact-assessment"]
    asked = [word for name in names for word in ("--format", name, "--output", str(tmp_path / f"one.{name}"))]
    assert run("check", pack, *asked, "--format", "json", "--output", str(tmp_path / "r.json")).code == 0
    again = [word for name in names for word in ("--format", name, "--output", str(tmp_path / f"two.{name}"))]
    assert run("report", tmp_path / "r.json", *again).code == 0
    for name in names:
        assert (tmp_path / f"one.{name}").read_bytes() == (tmp_path / f"two.{name}").read_bytes()


def test_the_ending_of_a_file_tells_word_and_workbook(run: Run, pack: Path, tmp_path: Path) -> None:
    for name in ("report.docx", "actions.xlsx"):
        assert run("check", pack, "--output", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_bytes().startswith(b"PK")


def test_a_pipe_may_be_asked_for(pack: Path) -> None:
    program = [sys.executable, "-m", "crp_commission", "check", str(pack), "--no-config"]
    ran = subprocess.run([*program, "--format", "xlsx", "--output", "-"], capture_output=True)
    assert (ran.returncode, ran.stdout[:2]) == (0, b"PK")
