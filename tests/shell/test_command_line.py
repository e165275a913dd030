"""The command line as a process: help, versions, signals, closed pipes, faults of our own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from command_line import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crp_commission import __version__, workflow

PROGRAM = [sys.executable, "-m", "crp_commission"]
CODES = {0, 1, 2, 3, 70, 74, 130}


def process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    known = {**os.environ, **environment}
    return subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, env=known, stdin=subprocess.DEVNULL)


def test_the_version_is_told() -> None:
    ran = process("--version")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"crp-commission {__version__}\n".encode(), b"")


def test_the_version_is_told_beside_other_options(run: Run) -> None:
    assert run("--version", "check").out == f"crp-commission {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [[], ["check"], ["report"], ["compare"], ["rules"], ["rules", "show"], ["rules", "schema"]]
)
def test_help_starts_with_what_it_does_and_examples(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: crp-commission")
    if arguments != ["rules"]:
        assert ran.out.index("Example") < ran.out.index("Options:")


def test_help_lists_every_command(run: Run) -> None:
    text = run("-h").out
    for command in ("check", "compare", "report", "new", "rules"):
        assert f"\n  {command} " in text


def test_help_is_plain_in_a_pipeline() -> None:
    for environment in ({"GITHUB_ACTIONS": "true"}, {"FORCE_COLOR": "1"}, {"PY_COLORS": "1"}):
        for arguments in (["--help"], ["check", "--help"], ["check", "--nothing"]):
            ran = process(*arguments, **environment)
            assert b"\x1b" not in ran.stdout + ran.stderr


def test_no_command_shows_the_help(run: Run) -> None:
    ran = run()
    assert ran.code == 2
    assert "Examples:" in ran.err


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["chek", "x"], "Did you mean 'crp-commission check'?"),
        (["rules", "lst"], "Did you mean 'crp-commission rules list'?"),
        (["frobnicate"], "The commands are: annotate, assess, check"),
        (["--verison"], "Did you mean --version?"),
        (["batch", "x"], "The commands are:"),
    ],
)
def test_a_mistyped_command_is_told(run: Run, arguments: list[str], hint: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err


def test_a_fault_of_ours_is_one_line_and_a_log(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr(workflow, "check", broken)
    ran = run("check", pack)
    assert (ran.code, ran.out) == (70, "")
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) == 2
    log = Path(ran.err.split(": ")[-1].strip())
    assert "ZeroDivisionError: of ours" in log.read_text()
    log.unlink()
    ran = run("check", pack, "--debug")
    assert "ZeroDivisionError: of ours" in ran.err
    Path(next(line for line in ran.err.splitlines() if line.endswith(".log")).split(": ")[-1]).unlink()


def test_debug_shows_where_a_mistake_was_found(run: Run) -> None:
    assert "Traceback" not in run("check", "nothing.md").err
    assert "Traceback" in run("check", "nothing.md", "--debug").err


@pytest.mark.parametrize("request_to_end", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_is_130_and_quiet(request_to_end: signal.Signals) -> None:
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # what is started in the background ignores it
    with subprocess.Popen(
        [*PROGRAM, "check", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heard
    ) as started:
        assert started.stdin is not None and started.stderr is not None
        started.stdin.write(b"more than a pipe holds\n" * 10_000)  # goes through once it reads
        time.sleep(1)  # then it waits for more
        started.send_signal(request_to_end)
        assert started.wait(10) == 130
        assert b"Traceback" not in started.stderr.read()


def test_a_closed_pipe_is_quiet(pack: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run([*PROGRAM, "check", pack, "--format", "json"], stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_full_disk_is_told(pack: Path) -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run([*PROGRAM, "check", pack], stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 74
    assert b"standard output could not be written: no space left" in ran.stderr


@pytest.mark.parametrize("arguments", ["--version", "--help", "check --help", "rules --help"])
@pytest.mark.parametrize(("place", "cause"), [(">/dev/full", b"no space left"), (">&-", b"it is closed")])
def test_help_and_version_that_cannot_be_written_are_told(arguments: str, place: str, cause: bytes) -> None:
    ran = subprocess.run(["sh", "-c", f"{sys.executable} -m crp_commission {arguments} {place}"], capture_output=True)
    assert ran.returncode == 74
    assert ran.stderr.startswith(b"standard output could not be written: " + cause)


def test_the_version_in_a_closed_pipe_is_quiet() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run([*PROGRAM, "--version"], stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_closed_streams_are_no_fault(pack: Path) -> None:
    for closing, code in (("0<&-", 0), ("2>&-", 0), (">&-", 74)):
        ran = subprocess.run(
            ["sh", "-c", f"{sys.executable} -m crp_commission check {pack} {closing}"], capture_output=True
        )
        assert ran.returncode == code
        assert b"Traceback" not in ran.stderr


def test_colour_is_as_asked(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in run("check", pack, "--color", "always").out
    assert "\x1b[" not in run("check", pack, "--color", "never").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("check", pack).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", pack).out


def test_rulesets_can_be_looked_at(run: Run) -> None:
    assert "core  " in run("rules", "list").out
    assert "DO-PAR-1" in run("rules", "show", "core").out
    assert "must" in run("rules", "show", "do-par-1").out
    assert "Did you mean DO-PAR-" in run("rules", "show", "DO-PAR-X").err


def test_a_new_specification_can_be_checked(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "ours.yaml"
    assert run("new", "spec", target).code == 0
    assert run("check", target, "--format", "json").code == 0
    target.write_text("mine")
    assert run("new", "spec", target).code == 2
    assert target.read_text() == "mine"
    assert run("new", "spec", target, "--force").code == 0
    assert run("new", "spec", tmp_path / "ours.docx").code == 2
    assert run("new", "spec", "-").out == target.read_text()
    assert run("check", "-", "--format", "json", stdin=target.read_bytes()).code == 0


def test_schemas_are_printed(run: Run) -> None:
    for name in ("result", "ruleset", "spec"):
        assert '"$schema"' in run("rules", "schema", name).out
    assert "Did you mean ruleset?" in run("rules", "schema", "rulset").err


def test_a_ruleset_file_is_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("id: ours\ntitel: Ours\n")
    ran = run("rules", "lint", tmp_path / "ours.yaml")
    assert ran.code == 2
    assert "ours.yaml:2" in ran.err
    assert "title" in ran.err


_words = st.sampled_from(
    "check compare report rules list show lint schema new spec core - -- -q -x --format json --output --fail-under "
    "--fail-on --role --config --strict --help --version /dev/null 3".split()
)


@given(st.lists(_words | st.text(max_size=8).filter(lambda text: "\0" not in text and "/" not in text), max_size=5))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_arguments_end_in_a_documented_code(
    run: Run, tmp_path_factory: pytest.TempPathFactory, arguments: list[str]
) -> None:
    before = Path.cwd()
    os.chdir(tmp_path_factory.mktemp("empty"))
    try:
        ran = run(*arguments)
    finally:
        os.chdir(before)
    assert ran.code in CODES - {70}
    assert "Traceback" not in ran.err
