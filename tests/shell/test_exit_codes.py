"""How a check ends does not hang on the format of its result: the same code for every one there is."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import Run

from crp_commission import renderers
from crp_commission.renderers import formats

FORMATS = sorted(formats())
PAPER = "# Voice\n\nThe Provider shall ask every child for their views.\n"

each_format = pytest.mark.parametrize("name", FORMATS)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "specification.md").write_text(PAPER, encoding="utf-8")
    return folder


def check(run: Run, name: str, *arguments: Any) -> int:
    ran = run("check", *arguments, "--no-config", "--format", name)
    print(ran.err)  # shown where a test fails
    return ran.code


@each_format
def test_a_gate_that_is_passed_is_0_and_one_that_failed_is_1(run: Run, paper: Path, tmp_path: Path, name: str) -> None:
    for mark, code in (("0", 0), ("100", 1)):
        place = tmp_path / f"result-{mark}"
        assert check(run, name, paper, "--fail-under", mark, "--output", place) == code
        assert place.stat().st_size > 0


@each_format
def test_wrong_usage_and_a_paper_that_is_not_there_are_2(run: Run, paper: Path, tmp_path: Path, name: str) -> None:
    place = tmp_path / "result"
    for arguments in ([paper / "nothing.md"], [paper, "--fail-under", "much"], [paper, "--ruleset", "croe"]):
        assert check(run, name, *arguments, "--output", place) == 2
    assert not place.exists()


@each_format
def test_papers_without_text_are_3_and_so_is_a_loss_where_all_must_be_read(
    run: Run, paper: Path, tmp_path: Path, name: str
) -> None:
    lost, place = paper / "scan.pdf", tmp_path / "result"
    lost.write_bytes(b"%PDF-1.4 nothing more")
    assert check(run, name, lost, "--output", place) == 3
    assert not place.exists()
    assert check(run, name, paper, "--strict", "--output", place) == 3
    assert place.stat().st_size > 0


@each_format
def test_a_fault_of_ours_is_70(
    run: Run, paper: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise RuntimeError("broken")

    monkeypatch.setenv("CRP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(renderers, "render", broken)
    place = tmp_path / "result"
    ran = run("check", paper, "--no-config", "--format", name, "--output", place)
    assert (ran.code, ran.out, place.exists()) == (70, "", False)
    assert "This is a fault in crp-commission" in ran.err


@each_format
def test_a_result_that_cannot_be_written_is_74_even_if_the_gate_failed(
    run: Run, paper: Path, tmp_path: Path, name: str
) -> None:
    failing = ("--fail-under", "100")
    assert check(run, name, paper, *failing, "--output", tmp_path / "no" / "folder") == 74
    assert check(run, name, paper, *failing, "--output", "/dev/full") == 74


@each_format
def test_a_full_standard_output_is_74(run: Run, paper: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/full", "wb") as full:
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(full))
        assert check(run, name, paper, "--output", "-") == 74
        monkeypatch.undo()
