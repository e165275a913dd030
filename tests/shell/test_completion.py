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
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


OWN = {
    "bash": "complete -o default -F _crp_commission_completion crp-commission",
    "zsh": "#compdef crp-commission",
    "fish": "complete --command crp-commission",
    "powershell": "Register-ArgumentCompleter -Native -CommandName crp-commission",
    "pwsh": "Register-ArgumentCompleter -Native -CommandName crp-commission",
}


@pytest.mark.parametrize("shell", OWN)
@pytest.mark.parametrize("joined", [" ", "="])
def test_each_shell_is_shown_its_own_script_whatever_shell_it_is_asked_in(
    run: Run, home: Path, shell: str, joined: str
) -> None:
    ran = run(*f"--show-completion{joined}{shell}".split(" "))
    assert (ran.code, ran.err) == (0, "")
    assert [name for name, words in OWN.items() if words in ran.out] == [
        name for name, words in OWN.items() if words == OWN[shell]
    ]
    assert f"_CRP_COMMISSION_COMPLETE={'complete_' if shell in ('bash', 'zsh', 'fish') else ''}" in ran.out.replace(
        " = ", "="
    )
    assert not [*home.iterdir()]


@pytest.mark.parametrize(("shell", "file"), [("bash", ".bashrc"), ("zsh", ".zshrc"), ("fish", ".config")])
def test_completion_is_set_up_for_the_shell_that_is_named(run: Run, home: Path, shell: str, file: str) -> None:
    ran = run("--install-completion", shell)
    assert (ran.code, ran.out) == (0, "")
    assert f"Completion for {shell} is set up in {home}" in ran.err
    assert (home / file).exists()
    written = [path.read_text() for path in home.rglob("*") if path.is_file()]
    assert any(OWN[shell] in text for text in written)


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_a_shell_that_is_not_known_is_wrong_usage(run: Run, home: Path, option: str) -> None:
    ran = run(option, "tcsh")
    assert (ran.code, ran.out) == (2, "")
    assert "Name one of: bash, zsh, fish, powershell, pwsh." in ran.err
    assert not [*home.iterdir()]


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_a_shell_that_cannot_be_told_is_wrong_usage(
    run: Run, home: Path, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from typer import _completion_shared, completion

    monkeypatch.setattr(completion, "_get_shell_name", lambda: None)
    monkeypatch.setattr(_completion_shared, "_get_shell_name", lambda: None)
    ran = run(option)
    assert ran.code == 2
    assert "There is no completion for the shell that this runs in." in ran.err
