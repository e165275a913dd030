"""`init`: settings to start from, which a check of the same papers accepts and passes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import SPECIFICATION, Run

from builders import finding, passage, report, rule
from crp_commission.assessment import Finding
from crp_commission.library import shipped_names
from crp_commission.rules import Severity
from crp_commission.starting import NATIONS, SERVICES, FirstGate, configuration_text, first_gate
from crp_commission.todays_gate import gate_text

WELSH = "\n\n## Law\n\n" + "".join(
    f"The Provider shall act under {law}.\n\n"
    for law in (
        "the Social Services and Well-being (Wales) Act 2014",
        "the Rights of Children and Young Persons (Wales) Measure 2011",
        "the Well-being of Future Generations (Wales) Act 2015",
    )
)


def settings(run: Run, folder: Path) -> dict[str, Any]:
    """What is in force in a folder and does not come by default."""
    ran = run("config", "show", folder, "--format", "json")
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)["settings"]
    return {one["name"]: one["value"] for one in found if one["source"] != "default"}


def test_every_overlay_can_be_chosen() -> None:
    assert {"core", *NATIONS, *SERVICES} == set(shipped_names())


def test_what_is_written_is_in_force_and_todays_papers_pass_it(run: Run, pack: Path) -> None:
    forum = "\nThe Provider shall hold a forum of young people every month and publish its replies within 20 days.\n"
    (pack / "specification.md").write_text(SPECIFICATION + WELSH + forum)
    (pack / "letter.txt").write_text("Dear all, thank you for the tea.\n")
    ran = run("init", pack)
    assert (ran.code, ran.out) == (0, ""), ran.err
    assert "3 papers found" in ran.err
    assert f"crp-commission check {pack}" in ran.err
    found = settings(run, pack)
    assert found["ruleset"] == ["core", "wales"]
    assert found["role"] == {"specification.md": "service-specification", "terms.txt": "contract-terms"}
    assert found["fail-under"] >= 1
    text = (pack / "crp-commission.yaml").read_text()
    assert '#   "letter.txt": [kind of paper]' in text
    assert "fail-on" not in found
    assert "# fail-on: critical" in text
    assert run("check", pack).code == 0
    assert run("check", pack, "--fail-under", str(found["fail-under"] + 1)).code == 1
    assert run("check", pack, "--fail-on", "critical").code == 1


def test_answers_as_options(run: Run, pack: Path) -> None:
    (pack / "specification.md").write_text(SPECIFICATION + WELSH)
    arguments = ["--nation", "scotland", "--service", "universal", "--service", "child-poverty"]
    assert run("init", pack, *arguments).code == 0
    assert settings(run, pack)["ruleset"] == ["core", "scotland", "universal", "child-poverty"]
    assert run("init", pack, "--force", "--nation", "none", "--service", "none").code == 0
    assert settings(run, pack)["ruleset"] == ["core"]


def test_a_file_that_is_there_is_left_alone(run: Run, pack: Path) -> None:
    there = pack / "crp-commission.yaml"
    there.write_text("profile: light\n")
    ran = run("init", pack)
    assert ran.code == 2
    assert "--force" in ran.err
    assert there.read_text() == "profile: light\n"
    assert run("init", pack, "--force").code == 0
    assert "rulesets:" in there.read_text()


def test_the_same_papers_give_the_same_file(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("init", pack)
    first = (pack / "crp-commission.yaml").read_bytes()
    monkeypatch.setenv("CRP_PROFILE", "light")
    run("init", pack, "--force")
    assert (pack / "crp-commission.yaml").read_bytes() == first


def test_names_that_are_patterns_or_stand_twice_keep_their_roles(run: Run, pack: Path) -> None:
    strange = 'KPI [v2] "final" # é.txt'
    (pack / strange).write_text("The Provider shall report each month.\n")
    (pack / "sub").mkdir()
    (pack / "sub" / "terms.txt").write_text("# Exit plan\n\nThe Provider shall hand over.\n")
    (pack / "terms.txt").rename(pack / "a.txt")
    assert run("init", pack).code == 0
    assert run("check", pack).code == 0
    roles = {}
    for path in ([pack, "--no-config"], [pack]):
        files = json.loads(run("check", *path, "--format", "json").out)["files"]
        roles[len(path)] = {file["path"]: file["role"] for file in files}
    assert roles[1] == roles[2]
    assert roles[1][strange] == "kpi-schedule"


def test_a_folder_without_papers_gets_settings_all_the_same(run: Run, tmp_path: Path) -> None:
    ran = run("init", tmp_path)
    assert ran.code == 0
    assert "No paper" in ran.err
    assert settings(run, tmp_path) == {"ruleset": ["core"]}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "does not exist"),
        (["pack/terms.txt"], "is a file"),
        (["pack", "--nation", "walse"], "Did you mean wales?"),
        (["pack", "--service", "cooking"], "It is one of"),
    ],
)
def test_wrong_usage_writes_nothing(
    run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(pack.parent)
    ran = run("init", *arguments)
    assert ran.code == 2
    assert words in ran.err
    assert not (pack / "crp-commission.yaml").exists()


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
@pytest.mark.parametrize(
    ("typed", "options", "rulesets"),
    [
        (b"walse\nwales\nuniversal, social-work\n", [], ["core", "wales", "universal", "social-work"]),
        (b"\n\n", [], ["core"]),
        (b"child-poverty\n", ["--nation", "england"], ["core", "england", "child-poverty"]),
        (b"", ["--yes"], ["core"]),
    ],
)
def test_on_a_terminal_it_asks(run: Run, pack: Path, typed: bytes, options: list[str], rulesets: list[str]) -> None:
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, typed)
    command = [sys.executable, "-m", "crp_commission", "init", str(pack), *options]
    ran = subprocess.run(command, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, timeout=60, check=False)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    os.close(theirs)
    assert ran.returncode == 0, shown
    assert settings(run, pack)["ruleset"] == rulesets
    assert ("Which nation" in shown) == (not options)
    assert ("Did you mean wales?" in shown) == (b"walse" in typed)


def test_where_no_gate_would_be_passed_the_file_and_the_screen_say_that_none_is_set(run: Run, tmp_path: Path) -> None:
    (tmp_path / "specification.md").write_text("# Service specification\n\nWords.\n", encoding="utf-8")
    ran = run("init", tmp_path)
    assert ran.code == 0
    assert "No gate is set: the papers would pass none today." in ran.err
    assert "None is set yet." in (tmp_path / "crp-commission.yaml").read_text(encoding="utf-8")


def first(*findings: Finding) -> FirstGate:
    return first_gate(report(*findings))


def test_a_severity_that_holds_no_criterion_is_told_with_what_holds_instead() -> None:
    trial = finding(rule("DO-DIG-1", "critical", experimental=True), "gap")
    beside = finding(rule("DO-DIG-2", "critical"), "not-applicable")
    major = finding(rule("DO-PAR-1"), "gap")
    empty = first(trial, beside, major)
    assert (empty.fail_on, empty.fail_under, empty.held) == (Severity.CRITICAL, None, 0)
    assert empty.caution == (
        "“fail-on: critical” holds nothing yet: what it would hold is on trial or does not apply. "
        "There is no score to hold either, so that an empty paper would pass."
    )
    assert f"# {empty.caution}" in configuration_text(["core"], (), empty, "x.json")
    found = finding(rule("DO-PAR-2"), "partial", passage("Children are asked.", "committed"))
    assert first(trial, major, found).caution.endswith("What holds is the score, at 25% or more.")
    held = first(trial, finding(rule("DO-DIG-2", "critical"), "met", passage("a")), major)
    assert (held.held, held.caution) == (1, "")
    assert "holds nothing" not in configuration_text(["core"], (), held, "x.json")


def test_a_gate_from_a_result_says_where_its_severity_holds_nothing() -> None:
    trial = finding(rule("DO-DIG-1", "critical", experimental=True), "gap")
    text = gate_text(report(trial, finding(rule("DO-PAR-1"), "gap")), "result.json")
    assert (
        "  # fail-on holds nothing yet: what it would hold is on trial or does not apply\n  fail-on: critical" in text
    )
