"""A council starts a ruleset of its own, and each thing it changes there does what it says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import Ran, Run

from crp_commission.library import find, shipped_names

PAPER = """# Young Carers Service: service specification

## 4.2 Participation

The Provider shall report to the youth cabinet every six months and shall answer each question within ten working days.
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.md").write_text(PAPER, encoding="utf-8")
    return tmp_path


def started(run: Run, *arguments: str) -> Ran:
    ran = run("new", "ruleset", "brackenmere", *arguments)
    assert (ran.code, ran.out) == (0, "")
    return ran


def changed(file: str, old: str, new: str) -> None:
    text = Path(file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    Path(file).write_text(text.replace(old, new), encoding="utf-8")


def judged(run: Run, *arguments: str) -> dict[str, dict[str, object]]:
    """The criteria of a check of the paper, by id."""
    ran = run("check", "paper.md", "--ruleset", "brackenmere.yaml", "--format", "json", *arguments)
    assert ran.code == 0, ran.err
    return {criterion["id"]: criterion for criterion in json.loads(ran.out)["criteria"]}


@pytest.mark.parametrize("name", shipped_names())
def test_what_is_written_is_right_and_its_examples_pass_whatever_it_extends(run: Run, name: str) -> None:
    started(run, "--extends", name)
    (ruleset,) = find([name])
    lint = run("rules", "lint", "brackenmere.yaml")
    assert lint.code == 0
    to_fill_in, count = lint.out.splitlines()
    assert "is still to be filled in: [say why this is not asked" in to_fill_in
    assert count == f"brackenmere.yaml: {len(ruleset.rules)} criteria, nothing wrong."
    test = run("rules", "test", "brackenmere.yaml")
    assert (test.code, test.out.splitlines()[0]) == (0, "brackenmere: 8 of 8 examples are read as listed.")
    assert f"{len(ruleset.rules) - 1} criteria taken over were not tried; --all tries them too" in test.out


def test_several_rulesets_are_taken_over_together(run: Run) -> None:
    started(run, "--extends", "core", "--extends", "wales")
    core, wales = find(["core", "wales"])
    assert len(find(["brackenmere.yaml"])[0].rules) == len(core.rules) + len(wales.rules)


def test_its_first_line_names_the_schema_that_lies_beside_it(run: Run) -> None:
    started(run)
    first = Path("brackenmere.yaml").read_text(encoding="utf-8").splitlines()[0]
    schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert schema is not None
    assert json.loads(Path(schema[1]).read_text()) == json.loads(run("rules", "schema", "ruleset").out)


def test_the_schema_describes_every_key(run: Run) -> None:
    schema = json.loads(run("rules", "schema", "ruleset").out)
    records = [schema, *schema["definitions"].values()]
    keys = [about for record in records for about in record.get("properties", {}).values()]
    assert len(keys) > 50
    assert all(about.get("description") for about in keys)


def test_it_shows_each_kind_of_change(run: Run) -> None:
    started(run)
    core, ours = find(["core"], use_cache=False)[0], find(["brackenmere.yaml"])[0]
    shipped = {rule.id: rule for rule in core.rules}
    kept = {rule.id: rule for rule in ours.rules}
    kept = {name: replace(rule, own_words=()) for name, rule in kept.items()}
    differs = {name for name in shipped.keys() & kept.keys() if shipped[name] != kept[name]}
    assert any(shipped[name].advice != kept[name].advice for name in differs)
    assert any((shipped[name].severity, shipped[name].weight) != (kept[name].severity, 4) for name in differs)
    assert len(differs) == 2
    assert shipped.keys() - kept.keys() == ours.off.keys()
    assert all(ours.off.values())
    assert kept.keys() - shipped.keys() == {"OUR-1"}
    assert set(core.vocabulary["child_strict"]) < set(ours.vocabulary["child_strict"])


def test_what_a_council_changes_is_what_its_reports_say(run: Run) -> None:
    started(run)
    changed("brackenmere.yaml", "    severity: critical\n    weight: 4\n", "    severity: minor\n    weight: 7\n")
    changed("brackenmere.yaml", "Ask for our model clause, word for word.", "Ask for clause 7.")
    changed("brackenmere.yaml", "title: Our youth cabinet hears", "title: Bright Sparks hears")
    changed("brackenmere.yaml", '"[say why this is not asked', '"[Not bought here')
    found = judged(run)
    assert (found["ANA-DIG-1"]["severity"], found["ANA-DIG-1"]["weight"]) == ("minor", "7/1")
    advice = found["ANA-BST-1"]["advice"]
    assert isinstance(advice, dict)
    assert advice["minimum"] == "Ask for clause 7."
    assert (found["OUR-1"]["status"], found["OUR-1"]["ruleset"]) == ("met", "brackenmere")
    assert found["OUR-1"]["title"] == "Bright Sparks hears how the contract goes"
    off = run("rules", "show", "brackenmere.yaml").out.partition("Switched off\n")[2].strip()
    assert off.partition("  ")[0] not in found
    assert "[Not bought here" in off
    assert "[Not bought here" in run("check", "paper.md", "--ruleset", "brackenmere.yaml", "--verbose").out


def test_words_of_its_own_are_found_in_a_paper(run: Run) -> None:
    started(run)
    Path("paper.md").write_text(PAPER.replace("youth cabinet", "Bright Sparks group"), encoding="utf-8")
    assert judged(run)["OUR-1"]["status"] == "gap"
    changed("brackenmere.yaml", "our_forum: [youth cabinet,", "our_forum: [bright sparks, youth cabinet,")
    assert judged(run)["OUR-1"]["status"] == "met"


def test_words_added_to_a_list_that_ships_are_found_by_criteria_that_ship(run: Run) -> None:
    started(run)
    Path("paper.md").write_text(
        "No child may be called a bampot; each breach is logged the same day.", encoding="utf-8"
    )
    assert judged(run)["DO-DIG-1"]["status"] == "gap"
    changed("brackenmere.yaml", "  our_forum: [", "  dig_harm: [bampot]\n  our_forum: [")
    assert judged(run)["DO-DIG-1"]["status"] == "met"


def test_an_example_that_is_read_otherwise_is_told(run: Run) -> None:
    started(run)
    changed("brackenmere.yaml", "- The manager shall speak to the youth cabinet.", "- The manager likes jazz.")
    ran = run("rules", "test", "brackenmere.yaml")
    assert ran.code == 1
    assert "OUR-1: an example listed as partial (number 1) is read as gap." in ran.out


def test_a_report_by_it_proposes_commands_that_judge_by_it_too(run: Run) -> None:
    started(run)
    assert (
        "check paper.md --ruleset brackenmere.yaml --verbose"
        in run("check", "paper.md", "--ruleset", "brackenmere.yaml").out
    )
    Path("crp-commission.yaml").write_text("rulesets: [brackenmere.yaml]\n")
    assert "crp-commission check paper.md --verbose" in run("check", "paper.md").out


def test_it_says_what_to_do_next(run: Run) -> None:
    said = started(run).err
    for step in ("rules lint", "rules test", "check specification.docx --ruleset"):
        assert f"  crp-commission {step} brackenmere.yaml\n" in said
    said = run("new", "ruleset", "brackenmere", "--output", "our rules.yaml").err
    assert "crp-commission rules lint 'our rules.yaml'" in said
    assert "crp-commission rules lint 'our rules.yaml'" in Path("our rules.yaml").read_text(encoding="utf-8")


def test_an_odd_file_name_does_not_spoil_what_is_written(run: Run, desk: Path) -> None:
    assert run("new", "ruleset", "brackenmere", "--output", "a\nid: b.yaml").code == 0
    (written,) = desk.glob("*b.yaml")
    assert find([written.name])[0].id == "brackenmere"


def test_nothing_is_overwritten_unless_that_is_asked_for(run: Run) -> None:
    started(run)
    Path("brackenmere.yaml").write_text("ours")
    Path("ruleset.schema.json").write_text("ours")
    ran = run("new", "ruleset", "brackenmere")
    assert ran.code == 2
    assert "brackenmere.yaml exists already" in ran.err
    assert "--force" in ran.err
    assert Path("brackenmere.yaml").read_text() == "ours"
    run("new", "ruleset", "other")
    assert Path("ruleset.schema.json").read_text() == "ours"
    started(run, "--force")
    assert "id: brackenmere" in Path("brackenmere.yaml").read_text(encoding="utf-8")
    assert Path("ruleset.schema.json").read_text(encoding="utf-8").startswith("{")


def test_it_can_go_to_standard_output(run: Run, desk: Path) -> None:
    ran = run("new", "ruleset", "brackenmere", "--output", "-")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# yaml-language-server")
    assert sorted(path.name for path in desk.iterdir()) == ["paper.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["core"], "Call it by your council's name, such as our-core"),
        (["social-work"], "--extends social-work takes that ruleset over"),
        (["Our Council!"], "Call it our-council."),
        (["../ours"], "Call it ours."),
        (["ours.yaml"], "Call it ours-yaml."),
        (["con"], "Call it our-con."),
        (["é"], "such as brackenmere"),
        (["x" * 61], "60 at most"),
        ([""], "small letters"),
        (["ours", "--extends", "cor"], "Did you mean core?"),
        (["ours", "--extends", "zzz"], "There are: core, care-accommodation"),
        (["ours", "--output", "ours.txt"], "Write ours.yaml"),
        (["ours", "--output", "nowhere/ours.yaml"], "does not exist"),
    ],
)
def test_what_cannot_be_is_told(run: Run, desk: Path, arguments: list[str], said: str) -> None:
    ran = run("new", "ruleset", *arguments)
    assert ran.code in (2, 74)
    assert ran.out == ""
    assert said in ran.err
    assert sorted(path.name for path in desk.iterdir()) == ["paper.md"]
