"""pre-commit itself installs the hooks from a repository and runs them at a commit."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from installing import ROOT, papers, program, run

CONFIGURATION = """repos:
  - repo: {url}
    rev: {revision}
    hooks:
      - id: crp-commission-check
        args: [--fail-on, critical]
      - id: crp-commission-rules-lint
"""
RULESET = """id: ours
title: Ours
version: "1"
extends: [core]
"""
PERSON = ("-c", "user.name=A person", "-c", "user.email=person@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str) -> str:
    ended = run([program("git"), "-c", "init.defaultBranch=main", *PERSON, *words], folder)
    assert ended.code == 0, ended.err
    return ended.out.strip()


def committed(folder: Path) -> str:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All of it")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, pip_variables: dict[str, str]) -> tuple[Path, dict[str, str]]:
    """A council's repository with the hooks of this one, and the variables to run pre-commit with."""
    place = tmp_path_factory.mktemp("pre-commit")
    tool = place / "tool"
    for name in ("src", "rulesets", "templates"):
        shutil.copytree(ROOT / name, tool / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, tool / name)
    ours = papers(place / "ours")
    text = CONFIGURATION.format(url=tool.as_uri(), revision=committed(tool))
    (ours / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    (ours / "README.md").write_text("Restraint may be used on children.\n", encoding="utf-8")
    (ours / "rulesets").mkdir()
    (ours / "rulesets" / "ours.yaml").write_text(RULESET, encoding="utf-8")
    git(ours, "init", "--quiet")
    git(ours, "add", "--all")
    return ours, {**pip_variables, "PRE_COMMIT_HOME": str(place / "home"), "PRE_COMMIT_COLOR": "never"}


def test_the_hooks_install_and_judge_the_papers_alone(repository: tuple[Path, dict[str, str]]) -> None:
    ours, variables = repository
    ended = run([program("pre-commit"), "run", "--all-files"], ours, **variables)
    assert ended.code == 1, ended.out + ended.err
    assert "crp-commission-check" in ended.out and "exit code: 1" in ended.out
    assert "spec.md" in ended.out and "README.md" not in ended.out
    assert "rulesets of crp-commission" in ended.out and "Passed" in ended.out


def test_the_configuration_in_the_documentation_judges_the_whole_pack(
    repository: tuple[Path, dict[str, str]],
) -> None:
    ours, variables = repository
    shutil.copytree(ours / "tender pack", ours / "tender-pack", dirs_exist_ok=True)
    (ours / "tender-pack" / "terms.md").write_text("Children may complain to the council.\n", encoding="utf-8")
    block = re.search(r"```yaml\n(repos:.*?)```", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block
    shown, used = (yaml.safe_load(text) for text in (block[1], (ours / ".pre-commit-config.yaml").read_text()))
    used["repos"][0]["hooks"] = shown["repos"][0]["hooks"]
    (ours / "documented.yaml").write_text(yaml.safe_dump(used), encoding="utf-8")
    hook = [program("pre-commit"), "run", "--config", "documented.yaml", "--files"]
    ended = run([*hook, "tender-pack/spec.md"], ours, **variables)
    assert (ended.code, "exit code: 1" in ended.out) == (1, True), ended.out + ended.err
    assert "spec.md ·" in ended.out and "terms.md ·" in ended.out
    assert "Skipped" in run([*hook, "README.md"], ours, **variables).out


@pytest.mark.parametrize(
    ("path", "is_paper"),
    [
        ("tender-pack/Specification v2.DOCX", True),
        ("Security requirements.docx", True),
        ("pack/spec.yaml", True),
        ("README.md", False),
        ("pack/readme.md", False),
        (".github/workflows/ci.yml", False),
        ("crp-commission.yaml", False),
        ("waivers.yaml", False),
        ("tender/young-carers-waivers.yml", False),
        ("tender/answers.yaml", False),
        ("tender/baseline.2027.yaml", True),
        ("tender/baseline.yaml", False),
        ("gate.yaml", False),
        ("rulesets/ours.yaml", False),
        ("tender/investigate.yaml", True),
        ("logo.png", False),
    ],
)
def test_what_the_hook_takes_for_a_paper(path: str, is_paper: bool) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (hook,) = [hook for hook in hooks if hook["id"] == "crp-commission-check"]
    assert bool(re.search(hook["files"], path) and not re.search(hook["exclude"], path)) is is_paper


def test_a_ruleset_with_a_mistake_stops_a_commit(repository: tuple[Path, dict[str, str]]) -> None:
    ours, variables = repository
    file = ours / "rulesets" / "ours.yaml"
    file.write_text(RULESET.replace("title", "tittle"), encoding="utf-8")
    hook = [program("pre-commit"), "run", "crp-commission-rules-lint", "--files", "rulesets/ours.yaml"]
    ended = run(hook, ours, **variables)
    file.write_text(RULESET, encoding="utf-8")
    assert ended.code == 1
    assert "exit code: 2" in ended.out and "tittle" in ended.out
    assert run(hook, ours, **variables).code == 0
