"""Rulesets: found, put together, checked, kept and read back."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import SCALE, part, rule, ruleset
from crp_commission import cache
from crp_commission.errors import RulesetError
from crp_commission.library import find, lint, shipped_names, sources
from crp_commission.library.packing import pack, unpack
from crp_commission.limits import Limits
from crp_commission.rules import Examples, Rule, Ruleset, Severity

BASE = """\
id: base
title: A base
version: 0.10
stages:
  - {id: do, title: Do}
principles:
  - {id: participation, title: Participation, articles: [12]}
scale:
  credit: {mentioned: 0.1, intended: 0.2, committed: 0.5, measured: 1}
  weights: {critical: 3, major: 2, minor: 1}
  red_below: 40
  amber_below: 70
vocabulary:
  child: [child, "young (person|people)"]
rules:
  - id: BASE-1
    title: Asked
    question: >-
      Are children
      asked?
    stage: do
    principle: participation
    severity: major
    articles: [12]
    where: [service-specification]
    weight: 1.1
    parts:
      - asks: children are asked
        essential: true
        find: {promises: ["ask & ^$child"]}
        against: {says: ["ignore $child"]}
    examples:
      met: [Staff shall ask children each week.]
"""


def write(folder: Path, name: str, text: str) -> Path:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return place


def load(folder: Path, name: str = "base.yaml") -> Ruleset:
    (found,) = find([name], base=folder)
    return found


def refused(folder: Path, name: str = "base.yaml") -> RulesetError:
    with pytest.raises(RulesetError) as wrong:
        find([name], base=folder)
    return wrong.value


def test_a_ruleset_is_read_as_written(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", BASE)
    found = load(tmp_path)
    (criterion,) = found.rules
    assert (found.id, found.title, found.version) == ("base", "A base", "0.10")
    assert found.vocabulary == {"child": ("child", "young (person|people)")}
    assert found.scale.credit["mentioned"] == Fraction(1, 10)
    assert (found.scale.essential_share, found.scale.unread_limit) == (Fraction(4, 5), Fraction(1, 5))
    assert criterion.question == "Are children asked?"
    assert criterion.weight == Fraction(11, 10)
    assert criterion.severity is Severity.MAJOR
    assert criterion.ruleset == "base"
    assert criterion.origin == "base.yaml:16"
    assert criterion.examples.met == ("Staff shall ask children each week.",)
    assert len(found.sha256) == 64


def test_a_folder_is_one_ruleset_and_the_split_into_files_changes_nothing(tmp_path: Path) -> None:
    head, rules = BASE.split("rules:\n")
    write(tmp_path, "whole.yaml", BASE)
    write(tmp_path, "split/ruleset.yaml", head)
    write(tmp_path, "split/a.yml", f"rules:\n{rules}")
    write(tmp_path, "split/notes.txt", "not: [yaml")
    whole, split = load(tmp_path, "whole.yaml"), load(tmp_path, "split")
    assert replace(split, sha256="", rules=()) == replace(whole, sha256="", rules=())
    assert replace(split.rules[0], origin="") == replace(whole.rules[0], origin="")
    assert split.rules[0].origin == "split/a.yml:2"


FAULTS = [
    # what is changed in the base, the line told, and what is said
    ("stage: do", "stage: doo", 21, "no stage called 'doo'; did you mean 'do'"),
    ("principle: participation", "principle: dignity", 22, "no principle called 'dignity'; there are participation"),
    ("severity: major", "severity: huge", 23, "critical"),
    ("    articles: [12]\n    where", "    articles: [0]\n    where", 24, "no article 0"),
    ("    articles: [12]\n    where", "    articles: [55]\n    where", 24, "no article 55"),
    ("service-specification", "specification", 25, "no kind of document called 'specification'; did you mean"),
    ("weight: 1.1", "weight: 0", 26, "above 0"),
    ("weight: 1.1", "weight: -1", 26, "above 0"),
    ("weight: 1.1", "weight: 101", 26, "at most 100"),
    ("weight: 1.1", "weight: .nan", 26, "no number"),
    ("weight: 1.1", "weight: .inf", 26, "no number"),
    ("weight: 1.1", "weight: yes", 26, "number"),
    ("weight: 1.1", "weight: true", 26, "number"),
    ("weight: 1.1", 'weight: "1"', 26, "number"),
    ("weight: 1.1", "wieght: 1", 26, "weight"),
    ("essential: true", "essential: false", 27, "at least one part with 'essential: true'"),
    ("essential: true", "essential: sometimes", 29, "true or false"),
    ("promises:", "promise:", 30, "did you mean 'promises'"),
    ("ask & ^$child", "ask & ^$kid", 30, "no vocabulary list called $kid"),
    ("ask & ^$child", "(ask & ^$child", 30, "never closed"),
    ("ask & ^$child", "^$child", 30, "must stand in the sentence itself"),
    ("ignore $child", "ignore* $child", 31, "cannot stand in a phrase"),
    ('"young (person|people)"', '"young (person"', 14, "never closed"),
    ('"young (person|people)"', "$child", 14, "holds itself"),
    ("articles: [12]}", "articles: [99]}", 7, "no article 99"),
    ("red_below: 40", "red_below: 80", 11, "red_below comes before amber_below"),
    ("amber_below: 70", "amber_below: 170", 11, "between 0 and 100"),
    ("amber_below: 70", "amber_below: 70\n  unread_limit: 0", 13, "above 0 and at most 1"),
    ("measured: 1}", "measured: 2}", 9, "out of range"),
    (", measured: 1}", "}", 9, "a number for each of mentioned, intended, committed, measured"),
    ("mentioned: 0.1", "mentioned: 0.9", 9, "a stronger passage earns no less"),
    ("minor: 1}", "minor: 1, tiny: 1}", 10, "tiny"),
    ("id: BASE-1", 'id: ""', 16, "id"),
    ("id: BASE-1", 'id: "BASE 1\\n::error::"', 16, "id"),
    ("title: Asked", 'title: " "', 17, "title"),
    ("asks: children are asked", 'asks: ""', 28, "asks"),
    ("title: A base", "titel: A base", 2, "title"),
    ("id: base\n", "", 1, "'id' is missing"),
    ("version: 0.10\n", "", 1, "'version' is missing"),
    ("title: Asked\n", "title: Asked\n    title: Again\n", 18, "twice"),
    ("severity: major", "severity: major\n    colour: red", 24, "colour"),
]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"), FAULTS, ids=lambda value: str(value).strip().replace("\n", " ")
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert BASE.count(old) == 1
    write(tmp_path, "base.yaml", BASE.replace(old, new))
    wrong = refused(tmp_path)
    assert f"base.yaml:{line}:" in wrong.message
    assert said in f"{wrong.message} {wrong.hint}"
    assert (wrong.file, wrong.line) == ("base.yaml", line)


def test_all_faults_are_told_at_once_ten_at_most(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", BASE.replace("stage: do\n", "stage: doo\n").replace("weight: 1.1", "weight: 0"))
    assert refused(tmp_path).message.count("\n") == 1
    write(
        tmp_path,
        "base.yaml",
        BASE.replace("    articles: [12]\n    where", "    articles: [0" + ", 0" * 20 + "]\n    where"),
    )
    told = refused(tmp_path).message.split("\n")
    assert len(told) == 11
    assert told[-1] == "and 11 more"


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a list\n", "text", "\0", "a: [", "\ufeff"])
def test_what_is_no_ruleset_is_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path, "base.yaml", text)
    assert "base.yaml" in refused(tmp_path).message


MORE_WORDS = "vocabulary: {child: [bairn]}\n"
OVER = """\
id: over
title: Over it
version: "1"
extends: [base.yaml]
"""


def over(folder: Path, more: str = "", base: str = BASE) -> Ruleset:
    write(folder, "base.yaml", base)
    write(folder, "over.yaml", OVER + more)
    return load(folder, "over.yaml")


def test_a_ruleset_takes_over_what_it_extends(tmp_path: Path) -> None:
    found = over(tmp_path)
    assert found.id == "over"
    assert found.rules == load(tmp_path).rules
    assert found.sha256 != load(tmp_path).sha256


def test_uses_takes_over_all_but_the_rules(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", BASE)
    write(tmp_path, "over.yaml", OVER.replace("extends", "uses"))
    found = load(tmp_path, "over.yaml")
    assert found.rules == ()
    assert found.vocabulary == load(tmp_path).vocabulary
    assert found.scale == load(tmp_path).scale


def test_words_are_added_to_a_list_of_the_same_name(tmp_path: Path) -> None:
    assert over(tmp_path, "vocabulary: {child: [bairn, child]}").vocabulary["child"] == (
        "child",
        "young (person|people)",
        "bairn",
    )


def test_the_words_a_council_adds_are_kept_with_the_criteria_that_look_for_them(tmp_path: Path) -> None:
    base = BASE.replace("child: [", "pupil: [pupil]\n  other: [other]\n  child: [$pupil, ")
    (added,) = over(tmp_path, "vocabulary: {pupil: [bairn], other: [stranger], fresh: [word]}", base).rules
    assert added.own_words == ("bairn",)
    assert load(tmp_path).rules[0].own_words == ()
    write(tmp_path, "third.yaml", OVER.replace("base.yaml", "over.yaml").replace("over\n", "third\n"))
    assert load(tmp_path, "third.yaml").rules[0].own_words == ("bairn",)


def test_words_that_ship_are_nobody_s_own(shipped: Path, tmp_path: Path) -> None:
    write(shipped, "overlay/ruleset.yaml", OVER.replace("over", "overlay").replace("base.yaml", "core") + MORE_WORDS)
    assert [one.own_words for one in find(["overlay"])[0].rules] == [()]


ADJUSTED = [
    ("{severity: critical}", {"severity": Severity.CRITICAL}),
    ("{weight: 0.1}", {"weight": Fraction(1, 10)}),
    ("{title: New, question: Why?}", {"title": "New", "question": "Why?"}),
    ("{where: []}", {"where": ()}),
    ("{experimental: true}", {"experimental": True}),
    ("{}", {}),
]


@pytest.mark.parametrize(("change", "expected"), ADJUSTED)
def test_an_adjusted_criterion_keeps_the_rest(tmp_path: Path, change: str, expected: dict[str, Any]) -> None:
    (changed,) = over(tmp_path, f"adjust: {{BASE-1: {change}}}").rules
    assert changed == replace(load(tmp_path).rules[0], **expected)


def test_advice_is_adjusted_sentence_by_sentence(tmp_path: Path) -> None:
    base = BASE.replace("    examples:", "    advice: {good: As it was., minimum: The least.}\n    examples:")
    (changed,) = over(tmp_path, "adjust: {BASE-1: {advice: {good: Better.}}}", base).rules
    assert (changed.advice.good, changed.advice.minimum) == ("Better.", "The least.")


def test_what_is_adjusted_over_several_lines_is_read_as_one(tmp_path: Path) -> None:
    (changed,) = over(tmp_path, "adjust:\n  BASE-1:\n    question: |\n      Is it\n      so?\n").rules
    assert changed.question == "Is it so?"
    (changed,) = over(
        tmp_path, "adjust:\n  BASE-1:\n    advice:\n      wording: |\n        They\n        shall.\n"
    ).rules
    assert changed.advice.wording == "They shall."


def test_a_criterion_can_be_turned_off(tmp_path: Path) -> None:
    found = over(tmp_path, "adjust: {BASE-1: {off: true, reason: Not bought here.}}")
    assert (found.rules, found.off) == ((), {"BASE-1": "Not bought here."})


def test_why_a_criterion_is_turned_off_is_kept_through_what_extends_it(tmp_path: Path) -> None:
    over(tmp_path, "adjust: {BASE-1: {off: true, reason: Not bought here.}}")
    write(tmp_path, "third.yaml", OVER.replace("base.yaml", "over.yaml").replace("over\n", "third\n"))
    assert load(tmp_path, "third.yaml").off == {"BASE-1": "Not bought here."}
    write(tmp_path, "both.yaml", OVER.replace("[base.yaml]", "[over.yaml, base.yaml]").replace("over\n", "both\n"))
    both = load(tmp_path, "both.yaml")
    assert ([one.id for one in both.rules], both.off) == (["BASE-1"], {})


EXTENDING_FAULTS = [
    ("adjust: {BASE-2: {off: true}}", 5, "no criterion called 'BASE-2'; did you mean 'BASE-1'"),
    ("adjust: {BASE-1: {weight: 0}}", 5, "above 0"),
    ("adjust: {BASE-1: {where: [nowhere]}}", 5, "no kind of document"),
    ("adjust: {BASE-1: {colour: red}}", 5, "colour"),
    ("adjust: {BASE-1: {wording: They shall.}}", 5, "stands under “advice”"),
    ("adjust: {BASE-1: {title: ''}}", 5, "'title' is empty"),
    ("adjust: {BASE-1: {question: ' '}}", 5, "'question' is empty"),
    ("adjust: {BASE-1: {off: true, weight: 2}}", 5, "keep one of them"),
    ("adjust: {BASE-1: {off: true}}", 5, "BASE-1 is switched off without a 'reason'"),
    ("adjust: {BASE-1: {off: true, reason: ''}}", 5, "BASE-1 is switched off without a 'reason'"),
    ("adjust: {BASE-1: {off: true, reason: ' '}}", 5, "BASE-1 is switched off without a 'reason'"),
    ("adjust: {BASE-1: {weight: }}", 5, "'weight' has no value: write one, or leave the line out"),
    ("adjust: {BASE-1: {title: 5}}", 5, "'title' has no word in it"),
    ("adjust: {BASE-1: {reason: Not bought.}}", 5, "add 'off: true'"),
    ("adjust: {SW-1: {off: true}}", 5, "SW-1 is a criterion of 'social-work': add that to 'extends'"),
    ("vocabulary: {words: [$chidl]}", 5, "no vocabulary list called $chidl; did you mean $child?"),
    ("rules:" + BASE.split("rules:")[1], 6, "'BASE-1' is already at base.yaml:16"),
]


@pytest.mark.parametrize(("more", "line", "said"), EXTENDING_FAULTS)
def test_a_fault_in_what_is_changed_is_told_with_its_line(tmp_path: Path, more: str, line: int, said: str) -> None:
    write(tmp_path, "base.yaml", BASE)
    write(tmp_path, "over.yaml", OVER + more)
    message = refused(tmp_path, "over.yaml").message
    assert f"over.yaml:{line}:" in message
    assert said in message


def test_changing_what_is_switched_off_further_down_is_told(tmp_path: Path) -> None:
    over(tmp_path, "adjust: {BASE-1: {off: true, reason: Not bought.}}")
    third = OVER.replace("base.yaml", "over.yaml") + "adjust: {BASE-1: {weight: 2}}"
    write(tmp_path, "third.yaml", third)
    assert (
        "third.yaml:5:10: BASE-1 is switched off in what this ruleset extends"
        in refused(tmp_path, "third.yaml").message
    )


def test_what_cannot_be_taken_over_is_told_once_and_not_for_all_that_is_missed(tmp_path: Path) -> None:
    write(tmp_path, "over.yaml", OVER.replace("base.yaml", "cor") + "adjust: {BASE-1: {weight: 2}}")
    assert refused(tmp_path, "over.yaml").message.splitlines() == [
        "over.yaml:4:11: There is no ruleset called 'cor'. Did you mean 'core'?"
    ]


def test_a_ruleset_that_takes_nothing_over_is_told_how_to(tmp_path: Path) -> None:
    head, _, tail = BASE.partition("stages:")
    write(tmp_path, "base.yaml", head + "scale:" + tail.partition("scale:")[2])
    assert "there is no stage called 'do'; there is none yet: take a ruleset over with 'extends: [core]'" in (
        refused(tmp_path).message
    )


def test_a_fault_in_a_phrase_shows_the_phrase(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", BASE.replace("ask & ^$child", "ask & ^(child"))
    assert "a '(' is never closed (in \"(child\")" in refused(tmp_path).message
    write(tmp_path, "base.yaml", BASE.replace("ask & ^$child", f"ask & ^(child {'word ' * 90}"))
    assert "wor…" in refused(tmp_path).message


NOTHING_TO_REMARK = BASE.replace("    examples:", "    examples:\n      gap: [The child plays.]")
REMARKS = [
    ("child: [child,", "grown: [adult]\n  child: [child,", 14, "no criterion looks for the words in the list 'grown'"),
    ("child: [child,", "childs: [kid]\n  child: [child,", 14, "did you mean 'child'?"),
    ("      gap: [The child plays.]\n", "", 16, "BASE-1 has no example"),
    ('find: {promises: ["ask & ^$child"]}', "find: {recognised: {}}", 16, "nothing finds BASE-1"),
    ('find: {promises: ["ask & ^$child"]}', "find: [recognised: {}]", 16, "nothing finds BASE-1"),
]


@pytest.mark.parametrize(("old", "new", "line", "said"), REMARKS)
def test_what_will_not_do_what_was_hoped_is_remarked(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    place = write(tmp_path, "base.yaml", NOTHING_TO_REMARK)
    assert lint(str(place))[1] == ()
    place.write_text(NOTHING_TO_REMARK.replace(old, new), encoding="utf-8")
    (remark,) = lint(str(place))[1]
    assert remark.startswith(f"{place}:{line}:")
    assert said in remark


def test_a_list_that_is_used_by_a_list_that_is_used_is_not_remarked(tmp_path: Path) -> None:
    more = NOTHING_TO_REMARK.replace("child: [child,", "kid: [kid]\n  child: [$kid,")
    assert lint(str(write(tmp_path, "base.yaml", more)))[1] == ()


def test_words_added_to_a_list_that_is_taken_over_are_not_remarked(tmp_path: Path) -> None:
    over(tmp_path, "vocabulary: {child: [bairn]}", NOTHING_TO_REMARK)
    assert lint(str(tmp_path / "over.yaml"))[1] == ()


def test_a_criterion_switched_off_with_a_reason_is_not_remarked(tmp_path: Path) -> None:
    over(tmp_path, "adjust: {BASE-1: {off: true, reason: Not bought.}}")
    assert lint(str(tmp_path / "over.yaml"))[1] == ()


def test_the_name_of_a_ruleset_that_ships_is_not_free(tmp_path: Path) -> None:
    place = write(tmp_path, "base.yaml", BASE.replace("id: base", "id: core"))
    message = refused(tmp_path).message
    assert "base.yaml:1:1: 'core' is the name of a ruleset that ships" in message
    place.write_text(BASE, encoding="utf-8")
    assert load(tmp_path, "base.yaml").id == "base"


def test_what_ships_may_be_named_by_its_path() -> None:
    (found,) = find([str(sources.shipped("rulesets").joinpath("core"))])
    assert found.id == "core"


@pytest.mark.parametrize(
    "reason", ["[say why, and until when]", "Asked elsewhere; agreed by [board] until March 2028."]
)
def test_a_reason_that_is_still_to_be_filled_in_is_remarked(tmp_path: Path, reason: str) -> None:
    over(tmp_path, f'adjust: {{BASE-1: {{off: true, reason: "{reason}"}}}}')
    (remark,) = lint(str(tmp_path / "over.yaml"))[1]
    assert "over.yaml:5:" in remark
    assert "the reason why BASE-1 is switched off is still to be filled in: [" in remark


def test_a_number_in_brackets_in_a_reason_is_not_remarked(tmp_path: Path) -> None:
    over(tmp_path, 'adjust: {BASE-1: {off: true, reason: "As decided in [2026] 4."}}')
    assert lint(str(tmp_path / "over.yaml"))[1] == ()


@pytest.mark.parametrize("name", [name for name in shipped_names() if name != "core"])
def test_what_ships_is_not_remarked_on(name: str) -> None:
    assert lint(name)[1] == ()


OUTSIDE = ["../base.yaml", "/etc/passwd", "https://example.org/base.yaml", "sub/../../base.yaml", "..", "link.yaml"]


@pytest.mark.parametrize("reference", OUTSIDE)
def test_nothing_outside_the_ruleset_s_folder_is_taken_in(tmp_path: Path, reference: str) -> None:
    outside = write(tmp_path, "base.yaml", BASE)
    inside = tmp_path / "ours"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(outside)
    write(inside, "over.yaml", OVER.replace("base.yaml", reference))
    assert "outside the ruleset's own folder" in refused(inside, "over.yaml").message


def test_a_folder_s_files_lie_in_it(tmp_path: Path) -> None:
    outside = write(tmp_path, "private.yaml", BASE)
    inside = write(tmp_path, "ours/base.yaml", BASE).parent
    (inside / "more.yaml").symlink_to(outside)
    message = refused(tmp_path, "ours").message
    assert message.endswith("ours/more.yaml is a link that leads outside its folder.")
    (inside / "more.yaml").unlink()
    assert load(tmp_path, "ours").id == "base"


def test_a_ruleset_in_a_folder_below_may_be_taken_in(tmp_path: Path) -> None:
    write(tmp_path, "parts/base.yaml", BASE)
    write(tmp_path, "over.yaml", OVER.replace("base.yaml", "parts/base.yaml"))
    assert [one.id for one in load(tmp_path, "over.yaml").rules] == ["BASE-1"]


@pytest.mark.parametrize("names", [["a"], ["a", "b"], ["a", "b", "c", "d"]])
def test_rulesets_that_extend_each_other_in_a_circle_are_refused(tmp_path: Path, names: list[str]) -> None:
    for name, following in zip(names, [*names[1:], names[0]], strict=True):
        write(tmp_path, f"{name}.yaml", OVER.replace("over", name).replace("base.yaml", f"{following}.yaml"))
    assert "extends this ruleset" in refused(tmp_path, "a.yaml").message


def test_a_tangle_of_rulesets_is_refused_before_long(tmp_path: Path) -> None:
    names = [f"r{number}" for number in range(11)]
    for name in names:
        others = ", ".join(f"{other}.yaml" for other in names if other != name)
        write(tmp_path, f"{name}.yaml", OVER.replace("over", name).replace("base.yaml", others))
    assert "extends this ruleset" in refused(tmp_path, "r0.yaml").message


def test_a_chain_that_is_too_long_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "r0.yaml", BASE)
    for number in range(1, 13):
        text = OVER.replace("over", f"r{number}").replace("base.yaml", f"r{number - 1}.yaml")
        write(tmp_path, f"r{number}.yaml", text)
    assert len(load(tmp_path, "r10.yaml").rules) == 1
    assert "more than 10 deep" in refused(tmp_path, "r12.yaml").message


def test_extending_in_two_steps_is_extending_in_one(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", BASE)
    more = "vocabulary: {child: [bairn]}\nadjust: {BASE-1: {severity: minor}}\n"
    last = "vocabulary: {adult: [adult]}\nadjust: {BASE-1: {weight: 5}}\n"
    both = "vocabulary: {child: [bairn], adult: [adult]}\nadjust: {BASE-1: {severity: minor, weight: 5}}\n"
    write(tmp_path, "middle.yaml", OVER.replace("over", "middle") + more)
    write(tmp_path, "two.yaml", OVER.replace("base.yaml", "middle.yaml") + last)
    write(tmp_path, "one.yaml", OVER + both)
    two, one = load(tmp_path, "two.yaml"), load(tmp_path, "one.yaml")
    assert replace(two, sha256="") == replace(one, sha256="")


def test_two_extended_rulesets_add_their_words_and_must_not_differ_on_a_criterion(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", BASE)
    write(tmp_path, "a.yaml", OVER.replace("over", "a") + "vocabulary: {child: [bairn]}\n")
    write(tmp_path, "b.yaml", OVER.replace("over", "b") + "vocabulary: {child: [wean]}\n")
    write(tmp_path, "c.yaml", OVER.replace("over", "c") + "adjust: {BASE-1: {severity: minor}}\n")
    write(tmp_path, "ab.yaml", OVER.replace("base.yaml", "a.yaml, b.yaml"))
    write(tmp_path, "ac.yaml", OVER.replace("base.yaml", "a.yaml, c.yaml"))
    assert {"bairn", "wean"} < set(load(tmp_path, "ab.yaml").vocabulary["child"])
    message = refused(tmp_path, "ac.yaml").message
    assert "ac.yaml:4:" in message
    assert "BASE-1" in message


def test_one_criterion_in_two_rulesets_in_use_is_refused(tmp_path: Path) -> None:
    over(tmp_path)
    with pytest.raises(RulesetError, match="BASE-1 is in both"):
        find(["base.yaml", "over.yaml"], base=tmp_path)
    assert len(find(["base.yaml", "base.yaml"], base=tmp_path)) == 1


UNKNOWN = [
    ("cor", "Did you mean 'core'?"),
    ("zzz", "There are: core"),
    ("missing.yaml", "does not exist"),
    ("missing/ruleset.yml", "does not exist"),
    ("empty", "holds no YAML file"),
]


@pytest.mark.parametrize(("reference", "said"), UNKNOWN)
def test_a_ruleset_that_is_not_there_is_told(tmp_path: Path, reference: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    wrong = refused(tmp_path, reference)
    assert said in f"{wrong.message} {wrong.hint}"


def test_a_ruleset_without_a_scale_is_told_what_to_write(tmp_path: Path) -> None:
    head, _, tail = BASE.partition("scale:")
    write(tmp_path, "base.yaml", head + "vocabulary:" + tail.split("vocabulary:")[1])
    assert "uses: [core]" in refused(tmp_path).hint


def test_a_file_larger_than_the_limit_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", BASE)
    with pytest.raises(RulesetError, match="yaml_bytes"):
        find(["base.yaml"], base=tmp_path, limits=Limits(yaml_bytes=100))


def test_core_ships_and_comes_first() -> None:
    assert shipped_names()[0] == "core"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of rulesets that ship, holding a small core and an overlay of it."""
    folder = tmp_path / "shipped"
    write(folder, "core.yaml", BASE.replace("id: base", "id: core"))
    write(folder, "overlay/ruleset.yaml", OVER.replace("over", "overlay").replace("base.yaml", "core"))
    monkeypatch.setattr(sources, "shipped", {"rulesets": folder}.get)
    return folder


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a cache of its own."""
    monkeypatch.setenv("CRP_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def without_examples(one: Ruleset) -> Ruleset:
    return replace(one, rules=tuple(replace(rule, examples=Examples()) for rule in one.rules))


@pytest.mark.parametrize("name", ["core", "overlay"])
def test_a_kept_ruleset_is_the_same_as_a_fresh_one_but_for_examples(shipped: Path, kept: Path, name: str) -> None:
    (fresh,) = find([name], use_cache=False)
    assert not kept.exists()
    find([name])
    assert len(list(kept.iterdir())) == 1
    (again,) = find([name])
    assert again == without_examples(fresh)
    assert again.table == json.loads(json.dumps(fresh.table))


@pytest.mark.parametrize("name", ["core", "overlay"])
def test_a_kept_ruleset_is_made_anew_when_what_it_is_made_of_changes(shipped: Path, kept: Path, name: str) -> None:
    find([name])
    write(shipped, "core.yaml", BASE.replace("id: base", "id: core").replace("severity: major", "severity: minor"))
    assert find([name])[0].rules[0].severity is Severity.MINOR


def test_a_council_may_extend_what_ships(shipped: Path, tmp_path: Path) -> None:
    write(tmp_path, "ours/ours.yaml", OVER.replace("over", "ours").replace("base.yaml", "overlay"))
    (ours,) = find(["ours.yaml"], base=tmp_path / "ours")
    assert [one.ruleset for one in ours.rules] == ["core"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"format": 1}', '{"format": 2, "ruleset": {"id": "core"}}'])
def test_a_spoilt_cache_costs_time_and_nothing_else(shipped: Path, kept: Path, text: str) -> None:
    (fresh,) = find(["core"])
    (place,) = kept.iterdir()
    cache.put(place.stem, text)
    assert without_examples(find(["core"])[0]) == without_examples(fresh)
    assert unpack(cache.get(place.stem) or "") is not None


def test_a_kept_ruleset_that_was_changed_is_made_anew(shipped: Path, kept: Path) -> None:
    (fresh,) = find(["core"])
    (place,) = kept.iterdir()
    whole = place.read_text(encoding="utf-8")
    changed = whole.replace('"severity":"major"', '"severity":"minor"')
    assert changed != whole
    place.write_text(changed, encoding="utf-8")
    assert find(["core"])[0].rules[0].severity is fresh.rules[0].severity is Severity.MAJOR
    assert place.read_text(encoding="utf-8") == whole


def test_a_council_s_own_ruleset_is_not_kept(kept: Path, tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", BASE)
    load(tmp_path)
    assert not kept.exists()


TEXTS = st.text(alphabet="aé–\"'\\\n{$}", max_size=5)
RULES = st.builds(
    lambda title, severity, weight, where, signals, against: rule(
        "DO-PAR-1", severity, title=title, weight=weight, where=where, parts=(part(*signals, against=against),)
    ),
    TEXTS,
    st.sampled_from(["critical", "major", "minor"]),
    st.none() | st.fractions(min_value=Fraction(1, 1000), max_value=100),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.lists(TEXTS, min_size=1, max_size=3),
    st.none() | st.dictionaries(TEXTS, st.lists(st.booleans() | st.integers() | TEXTS), max_size=2),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(RULES, max_size=3), st.dictionaries(TEXTS, st.lists(TEXTS).map(tuple), max_size=2))
def test_a_packed_ruleset_comes_back_the_same(rules: list[Rule], vocabulary: dict[str, tuple[str, ...]]) -> None:
    scale = replace(SCALE, essential_share=Fraction(1, 3))
    given_one = replace(ruleset(*rules, vocabulary=vocabulary, scale=scale), off={"DO-DIG-1": "Not bought."})
    assert unpack(pack(given_one)) == given_one


@given(st.recursive(st.none() | st.integers() | TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)))
def test_nothing_but_a_packed_ruleset_is_unpacked(data: Any) -> None:
    assert unpack(json.dumps(data)) is None
    assert unpack(json.dumps({"format": 2, "ruleset": data})) is None
    assert unpack(str(data)) is None


@pytest.mark.parametrize("number", ["1/0", "x", ""])
def test_a_number_that_is_none_spoils_what_was_packed(number: str) -> None:
    packed = pack(ruleset(rule("DO-PAR-1", weight=Fraction(7, 3))))
    assert '"weight":"7/3"' in packed
    assert unpack(packed.replace('"7/3"', f'"{number}"')) is None


def test_what_is_nested_without_end_is_not_unpacked() -> None:
    assert unpack('{"ruleset":' + "[" * 100_000) is None
