"""What a shell is told when a person presses Tab, and how it is set up."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run


def completed(run: Run, monkeypatch: pytest.MonkeyPatch, line: str) -> list[str]:
    words = line.split(" ")
    monkeypatch.setenv("_CRP_COMMISSION_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    ran = run()
    assert (ran.code, ran.err) == (0, "")
    return ran.out.split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("crp-commission co", ["compare", "config"]),
        ("crp-commission rules s", ["schema", "show", "stats"]),
        ("crp-commission check --fail", ["--fail-under", "--fail-on"]),
        ("crp-commission nothing such", []),
    ],
)
def test_commands_and_options_are_completed(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: str, words: list[str]
) -> None:
    assert completed(run, monkeypatch, line) == words


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """No looking for the shell that the tests run in, and a home of its own."""
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    monkeypatch.setenv("HOME", str(tmp_path))
    return monkeypatch


@pytest.mark.usefixtures("shell")
def test_the_completion_of_a_shell_is_shown_and_set_up(run: Run, tmp_path: Path) -> None:
    ran = run("--show-completion", "bash")
    assert ran.code == 0
    assert "_CRP_COMMISSION_COMPLETE=complete_bash" in ran.out
    assert not [*tmp_path.iterdir()]
    assert run("--install-completion", "bash").code == 0
    assert "crp-commission" in (tmp_path / ".bashrc").read_text()


@pytest.mark.usefixtures("shell")
@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_a_shell_that_is_not_known_is_wrong_usage(run: Run, option: str) -> None:
    assert run(option, "tcsh").code == 2
