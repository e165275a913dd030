"""A link to itself, a pipe or a device where a file is wanted: refused at once and told, whatever command meets it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Run

PROGRAM = [sys.executable, "-m", "crp_commission"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "ODD"],
        ["check", "PACK", "--ruleset", "ODD"],
        ["check", "PACK", "--config", "ODD"],
        ["check", "PACK", "--waivers", "ODD"],
        ["check", "PACK", "--answers", "ODD"],
        ["annotate", "ODD"],
        ["verify", "ODD", "PACK"],
        ["report", "ODD"],
        ["rules", "lint", "ODD"],
        ["rules", "test", "ODD"],
        ["rules", "stats", "--ruleset", "ODD"],
        ["rules", "evaluate", "ODD"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("name", ["round.yaml", "round.docx"])
def test_a_link_to_itself_is_no_fault_of_ours(
    run: Run, pack: Path, tmp_path: Path, arguments: list[str], name: str
) -> None:
    odd = tmp_path / name
    odd.symlink_to(name)
    ran = run(*({"ODD": str(odd), "PACK": str(pack)}.get(word, word) for word in arguments))
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err
    assert "too many levels of symbolic links" in ran.err.lower()


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "PACK", "--ruleset", "ODD"],
        ["check", "PACK", "--config", "ODD"],
        ["rules", "lint", "ODD"],
        ["rules", "evaluate", "ODD"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_pipe_and_a_device_are_refused_at_once(pack: Path, tmp_path: Path, arguments: list[str], kind: str) -> None:
    odd = tmp_path / "odd.yaml"
    if kind == "pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to("/dev/zero")
    words = [{"ODD": str(odd), "PACK": str(pack)}.get(word, word) for word in arguments]
    ran = subprocess.run([*PROGRAM, *words], capture_output=True, stdin=subprocess.DEVNULL, timeout=30)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"it is not an ordinary file" in ran.stderr


def test_a_pipe_that_stands_as_the_configuration_of_the_papers_is_told(run: Run, pack: Path) -> None:
    os.mkfifo(pack / "crp-commission.yaml")
    ran = run("check", pack)
    assert ran.code == 2
    assert "crp-commission.yaml cannot be opened: it is not an ordinary file" in ran.err
    assert run("check", pack, "--no-config").code == 0


def test_labelled_cases_beyond_the_limit_are_refused(run: Run, tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    with cases.open("wb") as file:
        file.truncate(50_000_001)
    ran = run("rules", "evaluate", cases)
    assert ran.code == 2
    assert "is larger than 50,000,000 bytes" in ran.err
