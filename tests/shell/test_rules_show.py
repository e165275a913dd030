"""What 'rules show' shows: what rests on an article, a general comment, and where a ruleset's values come from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Ran, Run

from crp_commission.library import find, shipped_names

OURS = """\
id: ours
title: What our council asks
version: "1"
extends: [core]
vocabulary:
  child: [bairn]
  quiet: [quiet room]
adjust:
  DO-PAR-1:
    severity: major
    weight: 5
    advice:
      wording: The Provider shall ask every child each term.
  DO-PAR-2: {off: true, reason: It is in our other paper.}
  DO-DIG-1: {title: Our own title, severity: critical}
rules:
  - id: OUR-1
    title: A quiet room
    question: Is there a quiet room for each child who asks for one?
    stage: do
    principle: dignity
    severity: minor
    articles: [16, 31]
    sources: ["CRC GC17 (2013)"]
    parts:
      - asks: a quiet room is there
        essential: true
        find: [promises: {any: [$quiet]}]
"""


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ruleset that changes core, in the folder the command is run from."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours.yaml").write_text(OURS, encoding="utf-8")
    return tmp_path


def criteria(text: str) -> set[str]:
    """The ids at the start of indented lines."""
    return {line.split()[0] for line in text.splitlines() if line.startswith("  ") and line.split()[0].isupper()}


def line_of(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


@pytest.mark.parametrize("words", [["article", "12"], ["article 12"], ["Art.", "12"], ["UNCRC article 12"]])
def test_an_article_is_shown_with_what_rests_on_it(run: Run, words: list[str]) -> None:
    ran = run("rules", "show", *words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("UNCRC article 12: Being heard\n")
    assert "treats as general principles" in ran.out
    assert "Principles: Participation;" in ran.out
    assert "12 (2009)  The right to be heard" in ran.out
    resting = [rule for name in shipped_names() for rule in find([name])[0].rules if 12 in rule.articles]
    assert f"Criteria that rest on it: {len(resting)}\n" in ran.out
    lines = ran.out.splitlines()
    for rule in resting:
        row = next(line for line in lines if line.split()[:1] == [rule.id])
        assert row.split(None, 3)[1:] == [rule.severity, rule.stage, rule.title]
    assert ran.out.index("\ncore: ") < ran.out.index("\nscotland: ")


def test_an_article_is_looked_for_in_the_rulesets_that_are_named(run: Run, ours: Path) -> None:
    ran = run("rules", "show", "article", "3", "--ruleset", "scotland")
    (scotland,) = find(["scotland"])
    assert criteria(ran.out) == {rule.id for rule in scotland.rules if 3 in rule.articles}
    assert "OUR-1" in run("rules", "show", "article", "31", "--ruleset", "ours.yaml").out
    assert "OUR-1" not in run("rules", "show", "article", "31").out


def test_an_article_that_is_no_general_principle_does_not_say_so(run: Run) -> None:
    out = run("rules", "show", "article", "34").out
    assert "general principles" not in out
    assert "OPSC (2000)" in out
    assert "The UK has not joined it" in run("rules", "show", "article", "43").out


def test_an_article_on_which_nothing_rests_says_so(run: Run) -> None:
    ran = run("rules", "show", "article", "54", "--ruleset", "core", "--ruleset", "wales")
    assert ran.code == 0
    assert ran.out.endswith("No criteria rest on it in core, wales.\n")


def test_a_general_comment_is_shown_with_what_names_it(run: Run) -> None:
    out = run("rules", "show", "gc", "12").out
    assert out.startswith("General comment 12 (2009): The right to be heard\n")
    assert "article 12 Being heard" in out
    naming = {
        rule.id
        for name in shipped_names()
        for rule in find([name])[0].rules
        if any("GC12 " in f"{source} " for source in rule.sources)
    }
    assert {"DO-PAR-1", "SW-3"} < naming
    assert criteria(out) == naming


def test_a_range_of_general_comments_counts_for_each(run: Run) -> None:
    assert criteria(run("rules", "show", "gc", "22").out) == criteria(run("rules", "show", "gc", "23").out) == {"SW-14"}


def test_a_general_comment_that_was_replaced_says_so(run: Run) -> None:
    assert "General comment 24 has taken its place." in run("rules", "show", "general comment 10").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["article", "55"], "The Convention has no article 55."),
        (["article", "0"], "The Convention has no article 0."),
        (["article", "99999999999999999999"], "The Convention has no article 9999"),
        (["article", "twelve"], "“twelve” is no number"),
        (["article", "12", "13"], "“12 13” is no number"),
        (["article"], "Write its number"),
        (["gc", "27"], "There is no general comment 27."),
        (["gc", "27"], "General comments 1 to 26"),
        (["gc"], "rules show gc 12"),
        (["DO-PAR-1", "DO-PAR-2"], "one thing at a time"),
        ([], "NAME... is missing."),
        (["core", "--format", "xml"], "The formats are: text, json."),
    ],
)
def test_what_is_not_there_is_told_plainly(run: Run, words: list[str], said: str) -> None:
    ran = run("rules", "show", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_wrong_article_is_told_which_ones_carry_rights(run: Run) -> None:
    assert "Articles 1 to 41 carry the rights" in run("rules", "show", "article", "60").err


def test_a_criterion_names_the_titles_of_its_articles(run: Run) -> None:
    assert "UNCRC 12 Being heard\n      13 Freedom of expression\n" in run("rules", "show", "DO-PAR-1").out


def test_a_criterion_without_articles_says_so(run: Run, ours: Path) -> None:
    Path("ours.yaml").write_text(OURS.replace("    articles: [16, 31]\n", ""), encoding="utf-8")
    assert "no article named" in run("rules", "show", "OUR-1", "--ruleset", "ours.yaml").out


@pytest.mark.parametrize(
    ("words", "path", "expected"),
    [
        (["article", "12"], ("article", "title"), "Being heard"),
        (["gc", "12"], ("general_comment", "year"), 2009),
        (["do-par-1"], ("advice", "effort"), None),
        (["scotland"], ("criteria", 0, "id"), "SCO-2"),
    ],
)
def test_the_same_can_be_had_as_json(run: Run, words: list[str], path: tuple[str | int, ...], expected: Any) -> None:
    found = json.loads(run("rules", "show", *words, "--format", "json").out)
    for key in path:
        found = found[key]
    assert found == expected or (expected is None and found)


def resolved(run: Run, *words: str) -> dict[tuple[Any, ...], dict[str, Any]]:
    ran = run("rules", "show", "--resolved", *words, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    return {tuple(value["path"]): value for value in json.loads(ran.out)["values"]}


def written(text: str, part: str) -> dict[str, Any]:
    return {"file": "ours.yaml", "line": line_of(text, part)}


def place(value: dict[str, Any]) -> dict[str, Any]:
    return {"file": value["file"], "line": value["line"]}


def test_every_value_is_told_with_its_line(run: Run, ours: Path) -> None:
    values = resolved(run, "ours.yaml")
    assert place(values["title",]) == written(OURS, "title: What our")
    severity = values["rules", "DO-PAR-1", "severity"]
    assert (severity["value"], place(severity)) == ("major", written(OURS, "severity: major"))
    (before,) = severity["earlier"]
    assert before["value"] == "critical"
    assert before["file"] == "core/do-participation.yaml"
    assert values["rules", "DO-PAR-1", "weight"]["value"] == 5
    wording = values["rules", "DO-PAR-1", "advice", "wording"]
    assert (wording["value"], place(wording)) == (
        "The Provider shall ask every child each term.",
        written(OURS, "wording:"),
    )
    assert values["rules", "DO-PAR-1", "advice", "good"]["file"] == "core/do-participation.yaml"
    assert place(values["rules", "OUR-1", "parts", 0, "asks"]) == written(OURS, "asks:")
    assert place(values["vocabulary", "child", "bairn"]) == written(OURS, "bairn")
    assert not [path for path in values if path[:2] == ("rules", "DO-PAR-2")]


def test_the_lines_told_are_those_that_hold_the_values(run: Run) -> None:
    """Every single-line text of a shipped ruleset stands at the line that is told for it."""
    lines = (Path(__file__).parents[2] / "rulesets" / "scotland.yaml").read_text(encoding="utf-8").splitlines()
    told = [value for path, value in resolved(run, "scotland").items() if path[0] == "rules" and path[2] == "title"]
    assert len(told) == 7
    for value in told:
        assert (value["file"], value["value"] in lines[value["line"] - 1]) == ("scotland.yaml", True)


def test_a_weight_that_is_the_scale_s_comes_from_the_scale(run: Run, ours: Path) -> None:
    values = resolved(run, "ours.yaml")
    assert values["rules", "OUR-1", "weight"]["value"] == 1
    assert values["rules", "OUR-1", "weight"]["file"] == "core/ruleset.yaml"


def test_what_is_used_is_what_is_shown(run: Run, ours: Path) -> None:
    (used,) = find(["ours.yaml"])
    values = resolved(run, "ours.yaml")
    for rule in used.rules:
        assert values["rules", rule.id, "title"]["value"] == rule.title
        assert values["rules", rule.id, "severity"]["value"] == rule.severity
        assert values["rules", rule.id, "advice", "wording"]["value"] == rule.advice.wording
        own = rule.weight if rule.weight is not None else used.scale.weights[rule.severity]
        assert values["rules", rule.id, "weight"]["value"] == own
    words = {(path[1], path[2]) for path in values if path[0] == "vocabulary"}
    assert words == {(name, phrase) for name, phrases in used.vocabulary.items() for phrase in phrases}
    assert {path[1] for path in values if path[0] == "rules"} == {rule.id for rule in used.rules}


def block(ran: Ran, heading: str) -> list[str]:
    """The lines below a heading, up to the next empty one."""
    _, _, below = ran.out.partition(f"\n{heading}\n")
    return below.partition("\n\n")[0].splitlines()


def test_what_was_changed_is_told_first(run: Run, ours: Path) -> None:
    ran = run("rules", "show", "--resolved", "ours.yaml")
    assert ran.out.startswith("ours: What our council asks, version 1, 88 criteria as it is used\n  extends core, at")
    off = block(ran, "Switched off (1)")
    assert off[0].startswith(f"  ours.yaml:{line_of(OURS, 'DO-PAR-2')}  DO-PAR-2  ")
    assert "was written at core/do-participation.yaml:" in off[1]
    changed = [line.split(None, 2) for line in block(ran, "Changed (4)")]
    assert [f"ours.yaml:{line_of(OURS, 'severity: major')}", "severity", "major"] in changed
    assert ["default", "was", "the scale's"] in changed
    assert [f"ours.yaml:{line_of(OURS, 'Our own title')}", "title", "Our own title"] in changed
    added = block(ran, "Added criteria (1)")
    assert added == [f"  ours.yaml:{line_of(OURS, 'id: OUR-1')}  OUR-1  A quiet room"]
    assert block(ran, "Added words") == [
        f"  ours.yaml:{line_of(OURS, 'bairn')}  $child: bairn",
        f"  ours.yaml:{line_of(OURS, 'quiet:')}  $quiet: quiet room",
    ]


def test_what_was_written_again_as_it_was_is_no_change(run: Run, ours: Path) -> None:
    changed = block(run("rules", "show", "--resolved", "ours.yaml"), "Changed (4)")
    ours_of_it = changed[changed.index("  DO-DIG-1") + 1 : changed.index("  DO-PAR-1")]
    assert [line.split()[1] for line in ours_of_it] == ["title", "was"]
    severity = resolved(run, "ours.yaml")["rules", "DO-DIG-1", "severity"]
    assert (severity["file"], [step["value"] for step in severity["earlier"]]) == ("ours.yaml", ["critical"])


def test_one_criterion_is_shown_whole(run: Run, ours: Path) -> None:
    for words in (["ours.yaml", "do-par-1"], ["do-par-1", "--ruleset", "ours.yaml"]):
        ran = run("rules", "show", "--resolved", *words)
        assert ran.out.startswith("DO-PAR-1 in ours\n")
        assert "…" not in ran.out
        assert "The Provider shall ask every child each term." in ran.out
    assert run("rules", "show", "--resolved", "sco-1").out.startswith("SCO-1 in scotland\n")


def test_a_criterion_that_is_switched_off_says_by_which_line(run: Run, ours: Path) -> None:
    said = f"is switched off at ours.yaml:{line_of(OURS, 'DO-PAR-2')}."
    for words in (["ours.yaml", "DO-PAR-2"], ["DO-PAR-2", "--ruleset", "ours.yaml"]):
        ran = run("rules", "show", "--resolved", *words)
        assert (ran.code, ran.err) == (0, "")
        assert said in ran.out


def test_a_chain_of_rulesets_tells_each_step(run: Run, ours: Path) -> None:
    head = 'id: top\ntitle: On top\nversion: "1"\nextends: [ours.yaml]\n'
    Path("top.yaml").write_text(
        f"{head}adjust:\n  DO-PAR-1: {{severity: minor}}\n  OUR-1: {{off: true, reason: No rooms.}}\n", encoding="utf-8"
    )
    severity = resolved(run, "top.yaml")["rules", "DO-PAR-1", "severity"]
    assert (severity["value"], severity["file"], severity["line"]) == ("minor", "top.yaml", 6)
    assert [(step["value"], step["file"]) for step in severity["earlier"]] == [
        ("major", "ours.yaml"),
        ("critical", "core/do-participation.yaml"),
    ]
    ran = run("rules", "show", "--resolved", "top.yaml")
    assert [line.split()[:2] for line in block(ran, "Switched off (2)")[::2]] == [
        ["ours.yaml:14", "DO-PAR-2"],
        ["top.yaml:7", "OUR-1"],
    ]


def test_a_criterion_taken_up_again_under_its_id_is_a_new_one(run: Run, ours: Path) -> None:
    rules = OURS.partition("rules:\n")[2].replace("OUR-1", "DO-PAR-2").replace("A quiet room", "Ours instead")
    head = 'id: top\ntitle: On top\nversion: "1"\nextends: [ours.yaml]\nrules:\n'
    Path("top.yaml").write_text(head + rules, encoding="utf-8")
    title = resolved(run, "top.yaml")["rules", "DO-PAR-2", "title"]
    assert (title["value"], title["file"], title["earlier"]) == ("Ours instead", "top.yaml", [])
    assert "Switched off" not in run("rules", "show", "--resolved", "top.yaml").out


def test_the_scale_is_told_where_it_is_changed(run: Run, ours: Path) -> None:
    scale = (
        "scale:\n  credit: {mentioned: 0.1, intended: 0.2, committed: 0.5, measured: 1}\n"
        "  weights: {critical: 4, major: 2, minor: 1}\n  red_below: 40\n  amber_below: 75\n"
    )
    Path("ours.yaml").write_text(OURS + scale, encoding="utf-8")
    changed = [line.split(None, 2) for line in block(run("rules", "show", "--resolved", "ours.yaml"), "Changed (6)")]
    assert ["Scale"] in changed
    assert [f"ours.yaml:{line_of(OURS + scale, 'amber_below')}", "amber_below", "75"] in changed
    assert ["core/ruleset.yaml:23", "was", "70"] in changed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ours.yaml", "NOPE-1"], "no criterion called NOPE-1"),
        (["OUR-2", "--ruleset", "ours.yaml"], "Did you mean OUR-1?"),
        (["core", "DO-PAR-1", "DO-PAR-2"], "one ruleset, or one criterion"),
        (["core", "--ruleset", "scotland"], "Name it once"),
        (["theirs.yaml"], "theirs.yaml does not exist"),
        (["article 12"], "no criterion called article 12"),
    ],
)
def test_a_ruleset_that_cannot_be_resolved_is_told(run: Run, ours: Path, words: list[str], said: str) -> None:
    ran = run("rules", "show", "--resolved", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_core_is_resolved_when_nothing_is_named(run: Run) -> None:
    out = run("rules", "show", "--resolved").out
    assert out.startswith("core: ")
    for heading in ("Switched off", "Changed", "Added"):
        assert f"\n{heading}" not in out


def test_lint_finds_a_general_comment_with_a_wrong_year(run: Run, ours: Path) -> None:
    assert run("rules", "lint", "ours.yaml").code == 0
    Path("ours.yaml").write_text(OURS.replace("GC17 (2013)", "GC17 (2012)"), encoding="utf-8")
    ran = run("rules", "lint", "ours.yaml")
    assert ran.code == 2
    assert f"ours.yaml:{line_of(OURS, 'id: OUR-1')}: OUR-1" in ran.err
    assert "write CRC GC17 (2013)" in ran.err


def test_lint_tells_a_wrong_citation_and_what_will_not_do_what_was_hoped(run: Run, ours: Path) -> None:
    text = OURS.replace("GC17 (2013)", "GC17 (2012)").replace("  quiet:", "  quite: [still]\n  quiet:")
    Path("ours.yaml").write_text(text, encoding="utf-8")
    ran = run("rules", "lint", "ours.yaml")
    assert ran.code == 2
    assert "write CRC GC17 (2013)" in ran.err
    assert f"ours.yaml:{line_of(text, 'quite:')}:" in ran.out
    assert "did you mean 'quiet'?" in ran.out


def test_why_a_criterion_is_switched_off_is_told_with_the_line(run: Run, ours: Path) -> None:
    why = "hy: It is in our other paper."
    assert block(run("rules", "show", "--resolved", "ours.yaml"), "Switched off (1)")[1].endswith(why)
    assert why in run("rules", "show", "--resolved", "ours.yaml", "DO-PAR-2").out
    off = json.loads(run("rules", "show", "ours.yaml", "--format", "json").out)["off"]
    assert off == {"DO-PAR-2": "It is in our other paper."}


def test_a_reason_that_is_still_to_be_written_is_a_note_in_the_report(run: Run, ours: Path, pack: Path) -> None:
    def notes() -> list[str]:
        ran = run("check", pack, "--ruleset", "ours.yaml", "--format", "json")
        return [note["text"] for note in json.loads(ran.out)["notes"] if note["file"] == "ours"]

    assert notes() == []
    Path("ours.yaml").write_text(OURS.replace("It is in our other paper.", "'[say why]'"), encoding="utf-8")
    assert notes() == ["The reason why DO-PAR-2 is switched off is still to be filled in: [say why]"]


def test_a_criterion_names_the_lists_of_words_it_looks_for(run: Run, ours: Path) -> None:
    out = run("rules", "show", "OUR-1", "--ruleset", "ours.yaml").out
    assert "\nLists of words it looks for: quiet\n" in out
    found = json.loads(run("rules", "show", "OUR-1", "--ruleset", "ours.yaml", "--format", "json").out)
    assert found["word_lists"] == ["quiet"]


def test_a_criterion_has_its_examples_as_json_whether_or_not_its_ruleset_was_compiled_before(run: Run) -> None:
    first, second = (run("rules", "show", "DO-PAR-1", "--format", "json").out for _ in range(2))
    assert first == second
    assert json.loads(second)["examples"]["met"]
