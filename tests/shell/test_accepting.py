"""Waivers, a baseline and a gate in the configuration, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import TERMS, Run

from crp_commission.renderers import formats

LATER = "2026-12-01"
REFUSAL = (
    "The Provider may refuse a referral, or withdraw a place, at its discretion on any of these grounds: the child "
    "needs an interpreter; the child uses a wheelchair (clause 3)."
)
CRITICAL = ("--fail-on", "critical")


def waiver(criterion: str, expires: str = "2027-03-31") -> str:
    return (
        f"  - criterion: {criterion}\n    reason: service-differs\n    note: It is a small service.\n"
        f"    owner: Contracts\n    approver: Director\n    expires: {expires}\n"
    )


def save(run: Run, pack: Path, *options: str | Path) -> dict[str, Any]:
    result = (pack if pack.is_dir() else pack.parent).parent / "result.json"
    assert run("check", pack, "--format", "json", "--output", result, "--quiet", *options).code in (0, 1)
    saved: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return saved


def failing(saved: dict[str, Any], severity: str = "critical") -> list[str]:
    return [
        one["id"]
        for one in saved["criteria"]
        if one["severity"] == severity and one["status"] in ("gap", "contradicted", "needs-review")
        if not one["experimental"]
    ]


@pytest.fixture
def waivable(run: Run, pack: Path) -> list[str]:
    """The critical criteria that fail and may be waived."""
    saved = save(run, pack)
    by_id = {one["id"]: one for one in saved["criteria"]}
    found = [name for name in failing(saved) if by_id[name]["status"] == "gap" and not by_id[name]["no_waiver"]]
    assert found
    return found


@pytest.fixture
def waivers(pack: Path, waivable: list[str]) -> Path:
    file = pack / "waivers.yaml"  # beside the papers, where people keep it
    file.write_text("waivers:\n" + "".join(map(waiver, waivable)), encoding="utf-8")
    return file


def test_waivers_take_their_criteria_out_of_the_gate_and_nothing_else(
    run: Run, pack: Path, waivers: Path, waivable: list[str]
) -> None:
    plain = save(run, pack, *CRITICAL)
    waived = save(run, pack, *CRITICAL, "--waivers", waivers, "--date", LATER)
    left = [name for name in failing(plain) if name not in waivable]
    assert sorted(reason.split()[0] for reason in waived["gate"]["reasons"]) == sorted(left)
    assert waived["score"] == plain["score"]
    assert {one["id"] for one in waived["criteria"] if one["state"] == "waived"} == set(waivable)
    assert waived["files"] == plain["files"]  # the file of waivers is no paper
    assert waived["accepted"]["waivers_file"] == "waivers.yaml"


def test_without_a_date_no_waiver_holds_and_it_is_said(run: Run, pack: Path, waivers: Path) -> None:
    ran = run("check", pack, *CRITICAL, "--waivers", waivers)
    assert ran.code == 1
    assert "no date was given" in ran.out


def test_waivers_that_have_ended_are_back_and_said_in_every_format(
    run: Run, pack: Path, waivers: Path, waivable: list[str]
) -> None:
    options = (pack, *CRITICAL, "--waivers", waivers, "--date", "2027-04-01")
    ran = run("check", *options, "--format", "json")
    assert ran.code == 1
    assert f"The waiver of {waivable[0]} ended on 2027-03-31" in ran.err
    assert not any(one["waiver"] for one in json.loads(ran.out)["criteria"])


def test_no_waivers_shows_what_is_hidden(run: Run, pack: Path, waivers: Path, waivable: list[str]) -> None:
    ran = run("check", pack, *CRITICAL, "--waivers", waivers, "--no-waivers", "--date", LATER)
    assert ran.code == 1
    assert f"{waivable[0]} (critical, missing) would be hidden until 2027-03-31" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("criterion", "message"),
    [
        ("DO-PAR-22", "waivers.yaml:2:5: there is no criterion “DO-PAR-22”; did you mean “DO-PAR-2”?"),
        ("DO-DIG-1", "waivers.yaml:2:5: nobody may waive DO-DIG-1."),
    ],
)
def test_a_wrong_waiver_is_wrong_usage_before_anything_is_written(
    run: Run, pack: Path, criterion: str, message: str
) -> None:
    (pack.parent / "waivers.yaml").write_text("waivers:\n" + waiver(criterion), encoding="utf-8")
    output = pack.parent / "report.md"
    ran = run("check", pack, "--waivers", pack.parent / "waivers.yaml", "--format", "markdown", "--output", output)
    assert ran.code == 2
    assert message in ran.err
    assert not output.exists()


def test_a_waiver_of_a_ruleset_that_is_not_in_use_is_kept_for_later(run: Run, pack: Path) -> None:
    (pack / "waivers.yaml").write_text("waivers:\n" + waiver("SCO-1"), encoding="utf-8")
    ran = run("check", pack, "--waivers", pack / "waivers.yaml", "--date", LATER)
    assert ran.code == 0
    assert "SCO-1 was not asked in this run" in ran.out


@pytest.mark.parametrize("option", ["--waivers", "--baseline"])
@pytest.mark.parametrize("problem", ["missing", "folder"])
def test_a_file_that_cannot_be_opened_is_named(run: Run, pack: Path, option: str, problem: str) -> None:
    place = pack if problem == "folder" else pack / "none.yaml"
    ran = run("check", pack, option, place)
    assert ran.code == 2
    assert str(place) in ran.err


def test_a_result_is_never_written_over_waivers_or_baseline(run: Run, pack: Path, waivers: Path) -> None:
    before = waivers.read_bytes()
    ran = run("check", pack, "--waivers", waivers, "--format", "json", "--output", waivers)
    assert (ran.code, waivers.read_bytes()) == (2, before)


def test_a_baseline_lets_pass_what_is_there_and_fails_on_what_is_new(run: Run, pack: Path, tmp_path: Path) -> None:
    with (pack / "specification.md").open("a", encoding="utf-8") as file:
        file.write(f"\n4.4 {REFUSAL}\n")
    assert "PLN-NDI-1" in failing(save(run, pack))
    baseline = pack / "baseline.yaml"
    made = run("new", "baseline", tmp_path / "result.json", "--output", baseline)
    assert (made.code, made.out) == (0, "")
    assert (pack / "baseline.schema.json").exists()
    options = ("check", pack, "--fail-on", "minor", "--baseline", baseline)
    assert run(*options).code == 0
    specification = pack / "specification.md"
    text = specification.read_text(encoding="utf-8").replace("4.4", "7.1").replace("clause 3", "clause 9")
    specification.write_text(text.replace("on any", "on\nany"), encoding="utf-8")
    assert run(*options).code == 0
    (pack / "terms.txt").write_text(f"{TERMS}\n3. {REFUSAL}\n", encoding="utf-8")  # the same fault in another file
    ran = run(*options)
    assert (ran.code, "DO-NDI-1 (critical) is worked against" in ran.out) == (1, True)
    assert {"PLN-NDI-1", "DO-NDI-1"} <= set(failing(save(run, pack)))
    works_against = 3  # criteria: access, eligibility, and adjustments and communication support
    assert f"{works_against} new since the baseline" in ran.out


def test_the_exit_code_is_the_same_in_every_format(run: Run, pack: Path, waivers: Path, tmp_path: Path) -> None:
    save(run, pack)
    baseline = tmp_path / "baseline.yaml"
    run("new", "baseline", tmp_path / "result.json", "--output", baseline)
    for options, code in (
        (("--fail-on", "minor", "--baseline", baseline), 0),
        (("--fail-on", "minor", "--waivers", waivers, "--date", LATER), 1),
    ):
        pairs = [part for name in formats() for part in ("--format", name, "--output", tmp_path / f"out-{name}")]
        assert run("check", pack, *options, *pairs).code == code
        for name in ("json", "sarif", "github", "csv"):
            assert run("check", pack, *options, "--format", name).code == code


def test_pruning_takes_out_what_is_put_right_and_never_adds(run: Run, pack: Path, tmp_path: Path) -> None:
    save(run, pack)
    baseline, result = tmp_path / "baseline.yaml", tmp_path / "result.json"
    run("new", "baseline", result, "--output", baseline)
    text = (pack / "specification.md").read_text().replace("Children will not be told how to complain.", "")
    (pack / "specification.md").write_text(text, encoding="utf-8")
    saved = save(run, pack, "--baseline", baseline)
    assert saved["accepted"]["baseline"]["gone"] >= 1
    pruned = run("new", "baseline", result, "--output", baseline, "--prune")
    assert pruned.code == 0
    assert "taken out or lowered" in pruned.err
    assert save(run, pack, "--baseline", baseline)["accepted"]["baseline"]["gone"] == 0
    assert run("new", "baseline", result, "--output", baseline, "--prune").err.endswith("nothing to take out.\n")


def test_pruning_by_a_result_of_another_pack_is_refused(run: Run, pack: Path, tmp_path: Path) -> None:
    save(run, pack)
    baseline, result = tmp_path / "baseline.yaml", tmp_path / "result.json"
    run("new", "baseline", result, "--output", baseline)
    before = baseline.read_bytes()
    save(run, pack / "terms.txt")
    ran = run("new", "baseline", result, "--output", baseline, "--prune")
    assert (ran.code, baseline.read_bytes()) == (2, before)
    assert "is a baseline of “pack”, and the result is of “terms.txt”" in ran.err


def test_no_scaffold_is_written_over_a_file_without_force(run: Run, pack: Path, tmp_path: Path) -> None:
    save(run, pack)
    result, file = tmp_path / "result.json", tmp_path / "mine.yaml"
    for command in (
        ("new", "baseline", result, "--output", file),
        ("new", "gate", result, "--output", file),
        ("new", "waivers", file),
    ):
        file.write_text("mine", encoding="utf-8")
        ran = run(*command)
        assert (ran.code, file.read_text()) == (2, "mine")
        assert run(*command, "--force").code == 0
        assert file.read_text() != "mine"


def test_a_gate_of_today_is_just_passed_and_fails_once_a_mark_is_raised(run: Run, pack: Path, tmp_path: Path) -> None:
    saved = save(run, pack)
    gate = tmp_path / "gate.yaml"
    assert run("new", "gate", tmp_path / "result.json", "--output", gate).code == 0
    ran = run("check", pack, "--config", gate, "--format", "json")
    assert (ran.code, ran.err.splitlines()[0]) == (0, "The gate passed.")
    held = json.loads(ran.out)["gate"]
    assert set(held["stages"]) == {stage["id"] for stage in saved["stages"] if stage["low"] is not None}
    assert held["allow"]["gap"]["critical"] == len(failing(saved)) - sum(
        one["status"] == "needs-review" for one in saved["criteria"] if one["id"] in failing(saved)
    )
    for tighter in (_with_mark(gate, "stages", "do"), _with_mark(gate, "principles", "participation")):
        gate.write_text(tighter, encoding="utf-8")
        assert run("check", pack, "--config", gate).code == 1


def _with_mark(gate: Path, block: str, name: str) -> str:
    head, _, tail = gate.read_text(encoding="utf-8").partition(f"{block}:\n")
    lines = [f"    {name}: 100" if line.startswith(f"    {name}:") else line for line in tail.splitlines()]
    return f"{head}{block}:\n" + "\n".join(lines) + "\n"


def test_the_settings_name_the_files_from_where_the_configuration_lies(
    run: Run, pack: Path, waivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pack / "crp-commission.yaml").write_text(
        f"waivers: waivers.yaml\ndate: {LATER}\ngate:\n  fail-on: critical\n  stages: {{do: 0}}\n", encoding="utf-8"
    )
    saved = json.loads(run("check", pack, "--format", "json").out)
    assert saved["accepted"]["counts"]["waived"] > 0
    assert (saved["gate"]["fail_on"], saved["gate"]["stages"]) == ("critical", {"do": 0.0})
    shown = run("config", "show", pack).out
    assert "gate: stages: do" in shown and "crp-commission.yaml:4" in shown
    monkeypatch.setenv("CRP_NO_WAIVERS", "yes")
    saved = json.loads(run("check", pack, "--format", "json").out)
    assert saved["accepted"]["waivers_set_aside"] is True


def test_verify_holds_a_result_against_the_same_waivers_baseline_and_gate(
    run: Run, pack: Path, waivers: Path, tmp_path: Path
) -> None:
    result, baseline = tmp_path / "result.json", tmp_path / "baseline.yaml"
    save(run, pack)
    run("new", "baseline", result, "--output", baseline)
    run("new", "gate", result, "--output", tmp_path / "gate.yaml")
    save(run, pack, "--waivers", waivers, "--baseline", baseline, "--date", LATER, "--config", tmp_path / "gate.yaml")
    unsaid = run("verify", result, pack)
    assert (unsaid.code, "Say where it is: --waivers waivers.yaml" in unsaid.err) == (2, True)
    same = ("verify", result, pack, "--waivers", waivers, "--baseline", baseline)
    assert run(*same).out == "The same: files, rulesets and result.\n"
    waivers.write_text(waivers.read_text().replace("2027-03-31", "2026-11-30"), encoding="utf-8")
    changed = run(*same)
    assert changed.code == 1
    assert "waivers and baseline" in changed.out


def test_new_waivers_lists_what_may_be_waived_today(run: Run, pack: Path, tmp_path: Path, waivable: list[str]) -> None:
    file = tmp_path / "waivers.yaml"
    assert run("new", "waivers", file, "--result", tmp_path / "result.json").code == 0
    text = file.read_text(encoding="utf-8")
    assert all(f"#   {name}" in text for name in waivable)
    assert "DO-DIG-1" not in text  # nobody may waive it
    assert run("check", pack, "--waivers", file).code == 0


@pytest.mark.parametrize("name", ["waivers", "baseline"])
def test_the_schema_that_editors_use_is_the_one_that_is_printed(
    run: Run, tmp_path: Path, pack: Path, name: str
) -> None:
    save(run, pack)
    given = (
        (tmp_path / "result.json", "--output", tmp_path / "x.yaml") if name == "baseline" else (tmp_path / "x.yaml",)
    )
    assert run("new", name, *given).code == 0
    assert (tmp_path / f"{name}.schema.json").read_text() == run("rules", "schema", name).out
