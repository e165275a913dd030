"""`config show`: each setting with its value and the place it was set in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Run

CONFIGURATION = "rulesets: [core, scotland]\nroles:\n  'Annex*': kpi-schedule\nlimits:\n  pages: 10\nfail-under: 40\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crp-commission.yaml").write_text(CONFIGURATION)
    return tmp_path


def settings(run: Run, *arguments: str) -> dict[str, dict[str, Any]]:
    ran = run("config", "show", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    return {one["name"]: one for one in json.loads(ran.out)["settings"]}


@pytest.mark.usefixtures("desk")
def test_each_value_says_where_it_came_from(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRP_FAIL_ON", "major")
    monkeypatch.setenv("CRP_FAIL_UNDER", "50")
    found = settings(run, "--fail-on", "critical")
    assert found["fail-on"] | {"name": ""} == {
        "name": "", "value": "critical", "source": "option", "origin": "--fail-on", "file": None, "line": None
    }  # fmt: skip
    assert (found["fail-under"]["value"], found["fail-under"]["source"]) == (50, "environment")
    assert found["fail-under"]["origin"] == "CRP_FAIL_UNDER"
    assert found["ruleset"]["value"] == ["core", "scotland"]
    assert (found["ruleset"]["source"], found["ruleset"]["file"]) == ("file", "crp-commission.yaml")
    assert (found["role"]["value"], found["role"]["line"]) == ({"Annex*": "kpi-schedule"}, 2)
    assert (found["limits: pages"]["value"], found["limits: pages"]["origin"]) == (10, "crp-commission.yaml:4")
    assert found["limits: xml_depth"]["source"] == "default"
    assert (found["profile"]["value"], found["profile"]["source"]) == ("full", "default")
    assert [*found] == sorted(found)


def test_as_text_a_line_holds_name_value_and_origin(run: Run, desk: Path) -> None:
    (desk / "pack").mkdir()
    ran = run("config", "show", "pack")
    assert ran.code == 0
    lines = {tuple(line.split()) for line in ran.out.splitlines()}
    assert ("Configuration", "file:", str(desk / "crp-commission.yaml")) in lines
    assert ("fail-under", "40", "crp-commission.yaml:6") in lines
    assert ("strict", "no", "default") in lines
    assert ("fail-on", "not", "set", "default") in lines


@pytest.mark.usefixtures("desk")
def test_without_a_configuration_all_is_default(run: Run) -> None:
    ran = run("config", "show", "--no-config")
    assert "none was found" in ran.out
    assert {one["source"] for one in settings(run, "--no-config").values()} == {"default"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "nowhere does not exist"),
        (["--format", "jsn"], "Did you mean json?"),
        (["--fail-on", "bad"], "--fail-on cannot be"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_wrong_usage_is_told(run: Run, arguments: list[str], words: str) -> None:
    ran = run("config", "show", *arguments)
    assert ran.code == 2
    assert words in ran.err


def test_a_mistake_in_the_configuration_is_told_as_check_tells_it(run: Run, desk: Path) -> None:
    (desk / "crp-commission.yaml").write_text("fail-unde: 70\n")
    ran = run("config", "show")
    assert ran.code == 2
    assert "crp-commission.yaml:1" in ran.err
