"""Every YAML file that is written to be gone on with names the schema that lies beside it, and keeps it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from command_line import Run
from jsonschema import Draft7Validator

from crp_commission.settings import resolve
from crp_commission.settings.schema import json_schema
from crp_commission.settings.values import ALIASES, READERS

DOCS = Path(__file__).parents[2] / "docs"
WRITTEN = {
    "crp-commission.yaml": ("config", ["init", "."]),
    "gate.yaml": ("config", ["new", "gate", "result.json", "--output", "gate.yaml"]),
    "specification.yaml": ("spec", ["new", "spec"]),
    "answers.yaml": ("answers", ["new", "answers", "result.json"]),
    "waivers.yaml": ("waivers", ["new", "waivers", "--result", "result.json"]),
    "baseline.yaml": ("baseline", ["new", "baseline", "result.json"]),
    "ours.yaml": ("ruleset", ["new", "ruleset", "ours"]),
}


class _AsEditors(yaml.SafeLoader):
    """As editors of YAML read a file: a day is text, and so are on, off, yes and no."""


_AsEditors.yaml_implicit_resolvers = {
    letter: [
        one
        for one in resolvers
        if one[0] != "tag:yaml.org,2002:timestamp" and (one[0] != "tag:yaml.org,2002:bool" or letter in "tTfF")
    ]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(schema: dict[str, Any], text: str) -> list[str]:
    Draft7Validator.check_schema(schema)
    data = yaml.load(text, _AsEditors)
    return [f"{fault.json_path}: {fault.message}" for fault in Draft7Validator(schema).iter_errors(data)]


@pytest.fixture
def desk(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of papers to work in, with a result saved outside the papers' eyes."""
    monkeypatch.chdir(pack)
    assert run("check", ".", "--format", "json", "--output", "result.json").code == 0
    return pack


@pytest.mark.parametrize("name", WRITTEN)
def test_its_first_line_names_the_schema_beside_it_which_it_keeps(run: Run, desk: Path, name: str) -> None:
    kind, arguments = WRITTEN[name]
    ran = run(*arguments)
    assert ran.code == 0, ran.err
    text = (desk / name).read_text(encoding="utf-8")
    line = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", text.partition("\n")[0])
    assert line is not None
    schema = json.loads((desk / line[1]).read_text(encoding="utf-8"))
    assert schema == json.loads(run("rules", "schema", kind).out)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert faults(schema, text) == []


def test_no_schema_among_the_papers_is_taken_for_one(run: Run, desk: Path) -> None:
    before = json.loads(run("check", ".", "--format", "json", "--no-config").out)
    for _, arguments in WRITTEN.values():
        if arguments[:2] != ["new", "spec"]:
            assert run(*arguments).code == 0
    after = json.loads(run("check", ".", "--format", "json", "--no-config", "--strict").out)
    assert len([*desk.glob("*.schema.json")]) == 5
    assert (after["files"], after["score"]) == (before["files"], before["score"])


def test_a_schema_that_is_there_stays_unless_all_is_replaced(run: Run, desk: Path) -> None:
    place = desk / "crp-commission.schema.json"
    place.write_text("ours")
    assert run("init", ".").code == 0
    assert place.read_text() == "ours"
    assert run("init", ".", "--force").code == 0
    assert json.loads(place.read_text(encoding="utf-8")) == json_schema()


def test_a_gate_on_standard_output_is_a_block_without_a_schema_of_its_own(run: Run, desk: Path) -> None:
    assert "yaml-language-server" not in run("new", "gate", "result.json").out


def test_the_schema_of_a_configuration_knows_every_setting_in_every_spelling() -> None:
    known = json_schema()["properties"]
    wanted = {*READERS, *ALIASES}
    assert known.keys() == wanted | {name.replace("_", "-") for name in wanted}
    assert all(about["description"].endswith(".") for about in known.values())


def test_the_configurations_in_the_documentation_keep_it() -> None:
    texts = [
        text
        for name in ("reference/configuration.md", "gates.md", "in-ci.md")
        for text in re.findall(r"```yaml\n(.*?)```", (DOCS / name).read_text(encoding="utf-8"), re.DOTALL)
    ]
    configurations = [text for text in texts if re.search(r"^(?:rulesets|gate|profile):", text, re.MULTILINE)]
    assert len(configurations) >= 3
    for text in configurations:
        assert faults(json_schema(), text) == [], text


@pytest.mark.parametrize(
    "text",
    [
        "fail-undr: 40",
        "fail-under: 101",
        "fail-under: much",
        "fail-on: grave",
        "profile: ful",
        "roles: {spec.docx: specification}",
        "limits: {pages: 0}",
        "limits: {page: 10}",
        "gate: {stages: {do: 400}}",
        "gate: {allow: {gaps: {critical: 1}}}",
        "gate: {allow: {gap: {crtical: 1}}}",
        "date: 1/2/2026",
        "strict: maybe",
    ],
)
def test_what_the_program_refuses_the_schema_refuses(text: str, tmp_path: Path) -> None:
    from crp_commission.errors import UsageError

    assert faults(json_schema(), text) != []
    (tmp_path / "crp-commission.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError):
        resolve({}, {}, tmp_path, None, no_config=False)
