"""The files that other programs read are what those programs want, as their own linters say."""

from __future__ import annotations

import pytest
import yaml

from installing import ROOT, program, run

COMMANDS = {
    "hooks": ["pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"],
    "action, schema": ["check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"],
    "workflow, schema": [
        "check-jsonschema", "--builtin-schema", "vendor.github-workflows", "ci/github/example-workflow.yml",
    ],
    "GitLab, schema": [
        "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "ci/gitlab/crp-commission.gitlab-ci.yml",
    ],
    "action and workflow, security": [
        "zizmor", "--offline", "--no-progress", "action.yml", "ci/github/example-workflow.yml",
    ],
    "Dockerfile": ["hadolint", "--failure-threshold", "info", "Dockerfile"],
    "scripts": ["shellcheck", "ci/github/install.sh", "ci/github/check.sh"],
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_its_own_linter_finds_nothing(command: list[str]) -> None:
    ended = run([program(command[0]), *command[1:]], ROOT)
    assert ended.code == 0, ended.out + ended.err


def test_no_input_of_the_action_is_read_as_a_word_of_a_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = action["runs"]["steps"]
    assert [step["name"] for step in steps if "${{" in step["run"]] == []
    given = {value for step in steps for value in step["env"].values() if value.startswith("${{ inputs.")}
    assert given == {f"${{{{ inputs.{name} }}}}" for name in action["inputs"]}


def test_the_example_workflow_uses_inputs_and_outputs_that_the_action_has() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    text = (ROOT / "ci" / "github" / "example-workflow.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["rights"]["steps"]
    (ours,) = [step for step in steps if "crp-commission@" in step["uses"]]
    assert set(ours["with"]) <= set(action["inputs"])
    used = {word.partition(" ")[0] for word in text.split("steps.rights.outputs.")[1:]}
    assert used <= set(action["outputs"]) and used
