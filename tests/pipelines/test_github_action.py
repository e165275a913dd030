"""The steps of the GitHub Action, run as GitHub runs them: bash, a folder for it, files for summary and outputs."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from installing import ROOT, Ended, days_around, papers, program, run

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]


class Did(NamedTuple):
    """What a run of the action left behind."""

    ended: Ended
    summary: str
    outputs: dict[str, str]
    repository: Path


def step(which: dict[str, object], cwd: Path, temporary: Path, given: dict[str, str], **variables: str) -> Ended:
    """Run a step; the expressions of GitHub in its variables are worked out here, as they are there."""
    values = {f"inputs.{name}": str(about.get("default", "")) for name, about in ACTION["inputs"].items()}
    values |= {"github.action_path": str(ROOT), "runner.temp": str(temporary)}
    values |= {f"inputs.{name}": value for name, value in given.items()}
    environment = which["env"]
    assert isinstance(environment, dict)
    made = {
        name: re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: values[found[1]], text)
        for name, text in environment.items()
    }
    script = temporary / "script.sh"
    script.write_text(str(which["run"]), encoding="utf-8")
    command = [program("bash"), "--noprofile", "--norc", "-eo", "pipefail", script]
    return run(command, cwd, **made, **variables, CI="true", GITHUB_ACTIONS="true")


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory, pip_variables: dict[str, str]) -> Path:
    """The runner's folder, with the tool installed by the action's first step."""
    folder = tmp_path_factory.mktemp("runner temp")
    ended = step(INSTALL, folder, folder, {}, **pip_variables)
    assert ended.code == 0, ended.out + ended.err
    return folder


@pytest.fixture
def action(tmp_path: Path, temporary: Path):
    def acted(_environment: dict[str, str] | None = None, **given: str) -> Did:
        repository = tmp_path / "repository"
        if not repository.exists():
            papers(repository)
        summary, outputs = tmp_path / "summary", tmp_path / "outputs"
        summary.write_text("Said before.\n", encoding="utf-8")
        outputs.write_text("", encoding="utf-8")
        inputs = {name.replace("_", "-"): value for name, value in {"paths": "tender pack", **given}.items()}
        variables = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_OUTPUT": str(outputs), **(_environment or {})}
        ended = step(CHECK, repository, temporary, inputs, **variables)
        told = dict(line.split("=", 1) for line in outputs.read_text(encoding="utf-8").splitlines())
        return Did(ended, summary.read_text(encoding="utf-8"), told, repository)

    return acted


def commands(ended: Ended) -> list[str]:
    """Every line that a runner takes for a command, in either of its spellings."""
    lines = [*ended.out.splitlines(), *ended.err.splitlines()]
    return [line for line in lines if line.strip().startswith("::") or "##[" in line]


def test_a_gate_that_fails_fails_the_step_with_annotations_summary_and_reports(action) -> None:
    did = action(fail_on="critical", formats="html=report.html\n\n  markdown=made.md  ")
    assert did.ended.code == 1, did.ended.err
    assert did.ended.out.startswith("::error title=Gate%3A not passed")
    assert re.search(r"^::error file=tender pack/spec\.md,line=\d+,title=", did.ended.out, re.M)
    assert did.summary.startswith("Said before.\n## Children's rights in tender pack\n")
    assert did.outputs.keys() == set(ACTION["outputs"])
    assert (did.outputs["exit-code"], did.outputs["gate"], did.outputs["band"]) == ("1", "failed", "red")
    log = json.loads((did.repository / did.outputs["sarif"]).read_text(encoding="utf-8"))
    assert {one["location"]["uri"] for one in log["runs"][0]["artifacts"]} == {"tender%20pack/spec.md"}
    saved = json.loads((did.repository / did.outputs["result"]).read_text(encoding="utf-8"))
    assert str(saved["score"]["low"]) == did.outputs["score-low"]
    assert (did.repository / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (did.repository / "made.md").exists()


def test_without_a_gate_the_step_passes_and_says_that_there_was_none(action) -> None:
    did = action(ruleset="core\nwales", profile="light", result="out.json", sarif="out.sarif")
    assert (did.ended.code, did.outputs["gate"]) == (0, "none"), did.ended.err
    saved = json.loads((did.repository / "out.json").read_text(encoding="utf-8"))
    assert ([one["id"] for one in saved["rulesets"]], saved["profile"]) == (["core", "wales"], "light")
    assert did.outputs["sarif"] == "out.sarif"


def test_the_configuration_beside_the_papers_counts_where_an_input_is_empty(action, tmp_path: Path) -> None:
    papers(tmp_path / "repository")
    (tmp_path / "repository" / "crp-commission.yaml").write_text("fail-under: 100\n", encoding="utf-8")
    assert action().ended.code == 1


WAIVERS = """waivers:
  - criterion: ANA-BST-1
    reason: said-elsewhere
    note: The assessment is a paper of its own.
    owner: Commissioning manager
    approver: Director of children's services
    expires: 2027-03-31
"""


def saved(did: Did) -> dict[str, Any]:
    return dict(json.loads((did.repository / did.outputs["result"]).read_text(encoding="utf-8")))


def waived(did: Did) -> bool:
    return next(one for one in saved(did)["criteria"] if one["id"] == "ANA-BST-1")["state"] == "waived"


def test_the_day_of_the_run_is_the_day_of_the_check_unless_one_is_given(action) -> None:
    with days_around() as days:
        did = action()
    assert saved(did)["date"] in days
    assert saved(action({"CRP_DATE": "2026-05-01"}))["date"] == "2026-05-01"
    assert saved(action({"CRP_DATE": "2026-05-01"}, date="2026-04-01"))["date"] == "2026-04-01"


def test_a_waiver_holds_until_its_last_day_and_the_same_day_gives_the_same_bytes(action, tmp_path: Path) -> None:
    papers(tmp_path / "repository")
    (tmp_path / "repository" / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    (tmp_path / "repository" / "crp-commission.yaml").write_text("waivers: waivers.yaml\n", encoding="utf-8")
    made = []
    for _ in range(2):
        did = action(date="2027-03-31")
        assert waived(did), did.ended
        made.append((did.repository / did.outputs["result"]).read_bytes())
    assert made[0] == made[1]
    assert not waived(action(date="2027-04-01"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"paths": "none"}, "none does not exist"),
        ({"paths": ""}, "PATH"),
        ({"fail_on": "fatal"}, "fatal"),
        ({"date": "31/03/2027"}, "31/03/2027"),
        ({"formats": "html"}, "FORMAT=FILE"),
        ({"formats": "htm=x"}, "no format called htm"),
    ],
)
def test_wrong_use_ends_with_its_own_code_and_says_why(action, given: dict[str, str], said: str) -> None:
    did = action(**given)
    assert did.ended.code == 2
    assert said in did.ended.err + did.ended.out
    assert commands(did.ended)[-1].startswith("::error title=crp-commission::")
    assert did.summary == "Said before.\n"


HOSTILE = "$(touch pwned) `touch pwned` '; touch pwned; '\"; touch pwned; \" && touch pwned | touch pwned"


@pytest.mark.parametrize("name", sorted(ACTION["inputs"]))
def test_an_input_is_a_value_whatever_stands_in_it(action, tmp_path: Path, name: str) -> None:
    text = HOSTILE if name in ("result", "sarif", "strict") else f"{HOSTILE}\n; touch pwned\n$(touch pwned)"
    did = action(**{name: text})
    assert did.ended.code == (0 if name in ("result", "sarif", "strict") else 2), did.ended
    if name in ("result", "sarif"):
        assert did.outputs[name] == text and (did.repository / text).exists()
    assert not list(tmp_path.rglob("pwned"))


def test_a_path_that_looks_like_an_option_is_a_path(action) -> None:
    assert "--help does not exist" in action(paths="--help").ended.err


def test_no_name_of_a_file_is_a_command_to_the_runner(action, tmp_path: Path) -> None:
    folder = tmp_path / "repository" / "tender pack"
    folder.mkdir(parents=True)
    for name in ("::add-mask::secret.png", "##[add-mask]secret.png", "x\n::stop-commands::y.png"):
        (folder / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    did = action()
    assert did.ended.code == 3
    assert "secret.png" in did.ended.err
    assert [line for line in commands(did.ended) if not line.startswith("::error title=crp-commission::")] == []
    assert os.environ.get("GITHUB_OUTPUT") is None or did.outputs == {"exit-code": "3"}
