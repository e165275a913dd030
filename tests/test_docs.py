"""The commands in the README and in the help of commands run as they are written."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crp_commission import cli
from crp_commission.renderers import formats
from crp_commission.renderers._comparison import FORMATS
from sample import OURS

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "young-carers"


def _in_readme() -> Iterator[str]:
    text = "".join(
        (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/gates.md", "docs/answers.md")
    )
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        yield from (line.partition("#")[0].strip() for line in block.splitlines() if line.startswith("crp-commission"))


def _in_help() -> Iterator[str]:
    names = [name for _, name, is_group in pkgutil.walk_packages(cli.__path__, f"{cli.__name__}.") if not is_group]
    for name in names:
        run = getattr(importlib.import_module(name), "run", None)
        yield from re.findall(r"^ +((?:cat .* \| )?crp-commission .+)$", (run and run.__doc__) or "", re.MULTILINE)


CASE = """\
{"id": "1", "format": "markdown", "text": "The Provider shall ask each child.", "expect": {"DO-PAR-1": "partial"}}
"""
COMMANDS = sorted({*_in_readme(), *_in_help()})


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the examples name."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(EXAMPLE, folder / "tender-pack")
    shutil.copytree(ROOT / "tests" / "cases", folder / "tests" / "cases")
    for name in ("specification.docx", "grant.docx"):
        shutil.copy(EXAMPLE / "specification.docx", folder / name)
    shutil.make_archive(str(folder / "pack"), "zip", EXAMPLE)
    (folder / "specification.md").write_text("# Voice\n\nThe Provider shall ask each child each quarter.\n")
    (folder / "ours.yaml").write_text(OURS)
    (folder / "cases.jsonl").write_text(CASE)
    shutil.copytree(ROOT / "examples" / "templates", folder / "our-templates")
    _run("crp-commission check specification.docx --format json --output result.json", folder)
    for name in ("before", "after", "bidder-a", "bidder-b", "bidder-c"):
        shutil.copy(folder / "result.json", folder / f"{name}.json")
    _run("crp-commission new answers result.json --output tender-pack/answers.yaml", folder)
    _run("crp-commission new spec young-carers.yaml", folder)
    (folder / "young-carers.yaml").rename(folder / "filled.yaml")
    _run("crp-commission new ruleset brackenmere", folder)
    _run("crp-commission new waivers", folder)
    _run("crp-commission new baseline result.json", folder)
    _run("crp-commission new gate result.json --output gate.yaml", folder)
    return folder


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = f"{shlex.quote(sys.executable)} -m crp_commission"
    return subprocess.run(
        command.replace("crp-commission ", f"{program} "), shell=True, cwd=folder, capture_output=True, text=True,
        env={name: value for name, value in os.environ.items() if not name.startswith("CRP_")},
    )  # fmt: skip


def _at_a_terminal(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a command that asks, and leave at its first question."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    os.write(ours, b"q\n" if "--by" in command else b"Jo Patel\nq\n")
    arguments = shlex.split(command)[1:]
    ran = subprocess.run(
        [sys.executable, "-m", "crp_commission", *arguments], cwd=folder, stdin=theirs, stderr=theirs, check=False
    )
    os.close(theirs)
    shown = os.read(ours, 100_000)
    os.close(ours)
    assert b"Question 1 of" in shown
    return subprocess.CompletedProcess(arguments, ran.returncode, b"", shown.decode())


def test_there_are_commands_to_try() -> None:
    assert len(COMMANDS) > 10


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_in_the_documentation_runs(command: str, desk: Path) -> None:
    for name in re.findall(r"--format (\S+)", command):
        if name not in {*formats(desk / "our-templates"), *FORMATS}:
            pytest.skip(f"the format {name} is not there yet")
    if "young-carers.yaml" in command and " check " in command:
        shutil.copy(desk / "filled.yaml", desk / "young-carers.yaml")
    elif " new spec" in command:
        for name in ("specification.yaml", "young-carers.yaml"):
            (desk / name).unlink(missing_ok=True)
    elif " new answers" in command:
        for name in ("answers.yaml", "our-answers.yaml"):
            (desk / name).unlink(missing_ok=True)
    elif " new ruleset" in command:
        (desk / f"{command.split()[3]}.yaml").unlink(missing_ok=True)
    elif " new waivers" in command or " new gate" in command or " new baseline" in command:
        command = f"{command} --force"
    elif " init" in command:
        (desk / "tender-pack" / "crp-commission.yaml").unlink(missing_ok=True)
    ran = _at_a_terminal(command, desk) if " assess " in command else _run(command, desk)
    (desk / "tender-pack" / "crp-commission.yaml").unlink(missing_ok=True)
    assert ran.returncode in (0, 1), ran.stderr
    assert "Traceback" not in ran.stderr
