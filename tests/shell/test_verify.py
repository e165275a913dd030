"""`verify`: a saved result held against its papers, and what differs in plain words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import SPECIFICATION, Run

from sample import OURS


@pytest.fixture
def result(run: Run, pack: Path, tmp_path: Path) -> Path:
    """A result of the pack with settings that are not the usual ones."""
    path = tmp_path / "result.json"
    ran = run(
        "check", pack, "--no-config", "--format", "json", "--output", path, "--profile", "standard", "--fail-under",
        "1.5", "--role", "terms.txt=kpi-schedule", "--date", "2026-03-31", "--ruleset", "core", "--ruleset", "wales",
    )  # fmt: skip
    assert ran.code in (0, 1), ran.err
    return path


def verified(run: Run, code: int, *arguments: str | Path) -> dict[str, Any]:
    ran = run("verify", *arguments, "--format", "json")
    assert ran.code == code, ran.out + ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def kinds(found: dict[str, Any]) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for one in found["differences"]:
        told.setdefault(one["kind"], []).append(one["about"])
    return told


def edit(result: Path, change: dict[str, Any]) -> None:
    result.write_text(json.dumps(json.loads(result.read_text()) | change))


def test_the_same_papers_give_the_same_result(run: Run, pack: Path, result: Path) -> None:
    found = verified(run, 0, result, pack)
    assert (found["same"], found["differences"], found["remarks"]) == (True, [], [])
    assert run("verify", result, pack).out == "The same: files, rulesets and result.\n"


def test_settings_of_today_do_not_count(run: Run, pack: Path, result: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRP_PROFILE", "light")
    (pack / "crp-commission.yaml").write_text("rulesets: [core]\nfail-on: minor\noutput: [terms.txt]\n")
    assert verified(run, 0, result, pack)["same"]


def test_a_file_that_changed_is_named_and_so_are_the_verdicts(run: Run, pack: Path, result: Path) -> None:
    (pack / "specification.md").write_text(SPECIFICATION.replace("not be told", "be told each term"))
    found = verified(run, 1, result, pack)
    assert kinds(found)["file-changed"] == ["specification.md"]
    assert kinds(found)["verdict"]
    assert (found["same_files"], found["same_rulesets"], found["same_result"]) == (False, True, False)
    out = run("verify", result, pack).out
    assert out.startswith("Not the same.\n")
    assert "specification.md has changed since" in out


def test_files_that_went_came_and_were_renamed(run: Run, pack: Path, result: Path) -> None:
    (pack / "terms.txt").rename(pack / "conditions.txt")
    (pack / "more.md").write_text("# More\n\nThe Provider shall listen to each child.\n")
    found = kinds(verified(run, 1, result, pack))
    assert (found["file-renamed"], found["file-new"]) == (["terms.txt"], ["more.md"])
    assert "file-missing" not in found
    (pack / "conditions.txt").unlink()
    assert kinds(verified(run, 1, result, pack))["file-missing"] == ["terms.txt"]


def test_a_report_saved_among_the_papers_is_no_difference_and_is_told(run: Run, pack: Path, result: Path) -> None:
    (pack / "result.json").write_bytes(result.read_bytes())
    found = verified(run, 0, result, pack)
    assert found["remarks"] == ["Left out as no papers in one of the two checks only: result.json."]


def test_a_ruleset_that_changed(run: Run, pack: Path, result: Path) -> None:
    rulesets = json.loads(result.read_text())["rulesets"]
    edit(result, {"rulesets": [rulesets[0] | {"version": "0.0.1"}, rulesets[1] | {"sha256": "0" * 64}]})
    found = verified(run, 1, result, pack)
    assert kinds(found) == {"ruleset-changed": ["core", "wales"]}
    assert (found["same_files"], found["same_rulesets"], found["same_result"]) == (True, False, True)


def test_another_version_of_the_program_is_told_and_is_no_difference(run: Run, pack: Path, result: Path) -> None:
    edit(result, {"tool": {"name": "crp-commission", "version": "0.0.1"}})
    found = verified(run, 0, result, pack)
    assert found["same"]
    assert "0.0.1" in found["remarks"][0]


def test_a_verdict_changed_by_hand_is_found(run: Run, pack: Path, result: Path) -> None:
    criteria = json.loads(result.read_text())["criteria"]
    first = next(one for one in criteria if one["status"] == "gap")
    edit(result, {"criteria": [one | {"status": "met"} if one is first else one for one in criteria]})
    found = verified(run, 1, result, pack)
    assert kinds(found) == {"verdict": [first["id"]]}
    assert f"{first['id']} was met; it is gap now" in found["differences"][0]["text"]


def test_a_note_changed_by_hand_is_found(run: Run, pack: Path, result: Path) -> None:
    edit(result, {"notes": [{"file": "terms.txt", "place": "", "text": "invented", "unread": 0.0}]})
    assert kinds(verified(run, 1, result, pack)) == {"other": [""]}


def test_two_files_of_one_name_keep_their_roles(run: Run, pack: Path, tmp_path: Path) -> None:
    (pack / "sub").mkdir()
    (pack / "sub" / "terms.txt").write_text("The Provider shall listen to each child.\n")
    saved = tmp_path / "saved.json"
    roles = ["--role", "sub/*=exit-plan", "--role", "terms.txt=kpi-schedule"]
    run("check", pack, "--no-config", "--format", "json", "--output", saved, *roles)
    files = json.loads(saved.read_text())["files"]
    assert [file["role"] for file in files] == ["service-specification", "exit-plan", "kpi-schedule"]
    assert verified(run, 0, saved, pack)["same"]


def test_a_ruleset_of_ones_own_is_found_where_it_is_said_to_be(run: Run, pack: Path, tmp_path: Path) -> None:
    ours, saved = tmp_path / "ours.yaml", tmp_path / "saved.json"
    ours.write_text(OURS)
    run("check", pack, "--no-config", "--ruleset", "core", "--ruleset", ours, "--format", "json", "--output", saved)
    ran = run("verify", saved, pack)
    assert ran.code == 2
    assert "--ruleset ours.yaml" in ran.err
    assert verified(run, 0, saved, pack, "--ruleset", ours)["same"]
    ours.write_text(OURS.replace("quiet room is", "silent room is"))
    assert kinds(verified(run, 1, saved, pack, "--ruleset", ours))["ruleset-changed"] == ["ours"]


def test_wrong_usage_and_nothing_to_read(run: Run, pack: Path, result: Path, tmp_path: Path) -> None:
    assert run("verify", result, tmp_path / "nowhere").code == 2
    assert run("verify", pack / "terms.txt", pack).code == 2
    assert run("verify", result, pack, "--format", "xml").code == 2
    (tmp_path / "empty.txt").write_text("")
    assert run("verify", result, tmp_path / "empty.txt").code == 3


def test_papers_that_lie_elsewhere_or_are_named_otherwise_are_the_same(
    run: Run, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check", "pack", "--no-config", "--format", "json", "--output", "result.json").code == 0
    assert json.loads(Path("result.json").read_text())["locations"]["terms.txt"] == "pack/terms.txt"
    pack.rename(tmp_path / "moved")
    assert verified(run, 0, "result.json", "moved")["same"] is True
