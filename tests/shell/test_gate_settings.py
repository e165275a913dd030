"""The gate as a block of the configuration: read whole, and a mistake in it is told with its line."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
from command_line import Run

from crp_commission.errors import UsageError
from crp_commission.settings import GateMarks, Settings, resolve
from crp_commission.waiver_file import read_waivers
from crp_commission.waivers import REASONS


def settle(folder: Path, text: str, environment: dict[str, str] | None = None, **options: str) -> Settings:
    (folder / "crp-commission.yaml").write_text(text, encoding="utf-8")
    return resolve(options, environment or {}, folder, None, no_config=False)


BLOCK = """\
gate:
  fail-under: 45.2
  fail_on: major
  stages: {do: 40}
  principles:
    participation: 30.5
  allow:
    gap: {critical: 0, minor: 7}
"""


def test_the_block_is_read_with_pass_mark_and_severity_as_settings_of_their_own(tmp_path: Path) -> None:
    settings = settle(tmp_path, BLOCK)
    assert (settings.fail_under, settings.fail_on) == (Fraction("45.2"), "major")
    assert settings.gate == GateMarks(
        {"do": Fraction(40)}, {"participation": Fraction("30.5")}, {"gap": {"critical": 0, "minor": 7}}
    )
    assert settings.origin("fail_under").endswith("crp-commission.yaml:2")
    over = settle(tmp_path, BLOCK, {"CRP_FAIL_UNDER": "50"}, fail_on="critical")
    assert (over.fail_under, over.fail_on, over.gate.stages) == (50, "critical", {"do": Fraction(40)})


def test_a_table_in_pyproject_is_read_alike(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.crp-commission.gate]\nfail-on = 'minor'\nstages = {do = 40}\n")
    settings = resolve({}, {}, tmp_path, None, no_config=False)
    assert (settings.fail_on, settings.gate.stages) == ("minor", {"do": Fraction(40)})


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("gate: 70\n", 1, "is a block of a configuration file"),
        ("gate:\n  stage: {do: 4}\n", 2, "“stages”"),
        ("gate:\n  stages: [do]\n", 2, "do: 40"),
        ("gate:\n  stages: {}\n", 2, "has nothing to hold"),
        ("gate:\n  stages:\n    do: 101\n", 3, "“do” needs a number from 0 to 100"),
        ("gate:\n  fail-under: 101\n", 2, "“fail-under” needs a number from 0 to 100"),
        ("gate:\n  allow:\n    gaps: {critical: 1}\n", 3, "Did you mean gap?"),
        ("gate:\n  allow:\n    gap: {crtical: 1}\n", 3, "Did you mean critical?"),
        ("gate:\n  allow:\n    gap: {critical: -1}\n", 3, "a whole number from 0"),
        ("gate:\n  allow:\n    gap: {critical: true}\n", 3, "a whole number from 0"),
        ("gate:\n  allow:\n    gap: 3\n", 3, "{critical: 0, major: 5}"),
        ("fail-on: minor\ngate:\n  fail-on: major\n", 3, "stands twice"),
        ("gate:\n  fail-on: major\nfail-on: minor\n", 3, "stands twice"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(UsageError) as refused:
        settle(tmp_path, text)
    assert words in f"{refused.value.message} {refused.value.hint}"
    assert refused.value.line == line


@pytest.mark.parametrize(("block", "meant"), [("stages: {doo: 4}", "do"), ("principles: {dignty: 4}", "dignity")])
def test_a_mark_for_what_no_ruleset_has_is_refused(run: Run, pack: Path, block: str, meant: str) -> None:
    (pack / "crp-commission.yaml").write_text(f"gate:\n  {block}\n", encoding="utf-8")
    ran = run("check", pack)
    assert ran.code == 2
    assert f"Did you mean {meant}?" in ran.err


def test_a_gate_in_a_variable_is_refused_kindly(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="CRP_GATE is a block of a configuration file"):
        resolve({}, {"CRP_GATE": "70"}, tmp_path, None, no_config=False)


def test_every_variable_in_the_documentation_can_be_set(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "configuration.md").read_text(encoding="utf-8")
    settings_only = page.partition("## Settings")[2].partition("## Limits")[0]
    variables = re.findall(r"`CRP_(\w+)`", settings_only)
    fit = {"FAIL_UNDER": "40", "FAIL_ON": "major", "PROFILE": "light", "ROLE": "a.md=exit-plan", "COLOR": "never"}
    fit |= {"DATE": "2026-03-31", "WORKERS": "2"}
    assert len(variables) > 15
    for name in variables:
        made = resolve({}, {f"CRP_{name}": fit.get(name, "1")}, tmp_path, None, no_config=True)
        assert made.origin(name.lower()) == f"CRP_{name}"


def test_the_examples_in_the_documentation_are_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "gates.md").read_text(encoding="utf-8")
    gate, waivers = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert settle(tmp_path, gate).gate.allow["contradicted"] == {"critical": 0, "major": 2}
    assert [one.criterion for one in read_waivers(waivers.encode(), "waivers.yaml").waivers] == ["ANA-BST-1"]
    assert all(f"| `{reason}` |" in page for reason in REASONS)
