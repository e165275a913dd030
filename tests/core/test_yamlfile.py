from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.errors import RulesetError, UsageError
from crp_commission.limits import DEFAULT_LIMITS, Limits
from crp_commission.yamlfile import Loaded, Mark, load


def loaded(text: str | bytes, limits: Limits = DEFAULT_LIMITS) -> Loaded:
    return load(text, "rules.yaml", limits)


def fault(text: str | bytes, limits: Limits = DEFAULT_LIMITS) -> UsageError:
    with pytest.raises(UsageError) as refused:
        loaded(text, limits)
    error = refused.value
    assert error.file == "rules.yaml"
    assert error.message.count("\n") == 0
    assert len(error.message) < 300
    return error


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"), ("y", "y"), ("No", "No"),
        ("true", True), ("True", True), ("FALSE", False), ("tRuE", "tRuE"),
        ("~", None), ("null", None), ("", None), ("'null'", "null"), ("none", "none"),
        ("7", 7), ("-7", -7), ("0", 0), ("'7'", "7"), ('"7"', "7"), ("07", "07"), ("0123", "0123"), ("0o17", "0o17"),
        ("0x1F", "0x1F"), ("1_000", "1_000"), ("1,000", "1,000"), ("12:30", "12:30"), ("12:30:45", "12:30:45"),
        ("2.5", 2.5), ("4.10", 4.1), ("1e3", 1000.0), (".5", ".5"), ("1.", "1."), ("1.2.3", "1.2.3"),
        ("2026-03-31", "2026-03-31"), ("2026-03-31T10:00:00Z", "2026-03-31T10:00:00Z"), ("31/03/2026", "31/03/2026"),
        ("12345678901234567890", "12345678901234567890"), ("nan", "nan"), ("inf", "inf"), ("=", "="), ("<", "<"),
        ("£5", "£5"), ("a # b", "a"), ("a#b", "a#b"), ("|\n  two\n  lines\n", "two\nlines\n"),
    ],
)  # fmt: skip
def test_values_are_read_as_yaml_1_2_does(written: str, value: Any) -> None:
    found = loaded(f"key: {written}").data["key"]
    assert found == value
    assert type(found) is type(value)


def test_every_key_and_value_keeps_its_place() -> None:
    found = loaded("id: core\nrules:\n  - id: A\n    where: [x, y]\n  - id: B\n")
    assert found.data == {"id": "core", "rules": [{"id": "A", "where": ["x", "y"]}, {"id": "B"}]}
    assert found.keys[("rules",)] == Mark(2, 1)
    assert found.keys[("rules", 0, "where")] == Mark(4, 5)
    assert found.values[("rules", 0, "where", 1)] == Mark(4, 16)
    assert found.values[("rules", 1)] == Mark(5, 5)


def test_a_place_that_is_not_there_is_that_of_what_holds_it() -> None:
    found = loaded("id: core\nrules:\n  - id: A\n")
    assert found.mark(("rules", 0, "parts", 3)) == Mark(3, 5)
    assert found.mark(("nowhere",)) == Mark(1, 1)
    assert Loaded(None).mark(("nowhere",)) == Mark(1, 1)


def test_what_was_written_is_kept_beside_what_was_read() -> None:
    assert loaded("number: 4.10\non: true\ntext: x\n").written == {("number",): "4.10", ("on",): "true"}


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\ufeff", "~"])
def test_an_empty_file_has_no_data(text: str) -> None:
    assert loaded(text).data is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3", 3, "“a” stands twice, first on line 1"),
        ("a:\n  b: 1\n  b: 2", 3, "“b” stands twice"),
        ("{a: 1, a: 2}", 1, "stands twice"),
        ("1: a", 1, "“1” is no text"),
        ("true: a", 1, "“true” is no text"),
        ("~: a", 1, "no text"),
        ("? [a, b]\n: c", 1, "a key is no text"),
        ("? {a: b}\n: c", 1, "a key is no text"),
        ("x: &k 1\n*k : c", 2, "a key is no text"),
        ("a: !!str 5", 1, "tag"),
        ("a: !important text", 1, "tag"),
        ("a: !!python/object/apply:os.system [ls]", 1, "tag"),
        ("a: !<x> y", 1, "tag"),
        ("a: &x {b: 1}\n<<: *x", 2, "merge keys"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("a: .nan", 1, ".nan"),
        ("a: -.INF", 1, "-.INF"),
        ("a: 1e999", 1, "too large"),
        ("a: *gone", 1, "refers to nothing"),
        ("a: &a [*a]", 1, "refers to nothing"),
        ("a: &a\n  b: *a", 2, "refers to nothing"),
        ("a: b\n c: d", 2, "colon"),
        ("a: 'open", 1, "never closed"),
        ("a: [1, 2", 1, "bracket"),
        ("a: [insert name] here", 1, "closing"),
        ("a: 'it's'", 1, "closing"),
        ("\ta: b", 1, "tab"),
        ("a: 1\n\tb: 2", 2, "tab"),
        ('a: "\\d"', 1, "backslash"),
        ("a: @b", 1, "sign"),
        ("a: `b`", 1, "sign"),
        ("a: %b", 1, "sign"),
        ("a: 1\nb\n", 2, "colon"),
        ("- a\nb: c", 2, "does not fit"),
        ("a: - b", 1, "list"),
        ("a: &", 1, "* or &"),
        ("a: |text\n", 1, "| or >"),
        ("a: \x07", 1, "U+0007"),
        ('a: "\\e[31m"', 1, "U+001B"),
        ('a: "\\ud800"', 1, ""),
        ("a: b\nc: d\x00", 2, "U+0000"),
        ("}", 1, "not written as YAML"),
    ],
)
def test_faults_say_where_they_are_and_what_to_do(text: str, line: int, words: str) -> None:
    error = fault(text)
    assert error.line == line
    assert error.message.startswith(f"rules.yaml:{line}:")
    assert words in error.message
    assert error.hint


def test_no_word_of_the_parser_gets_through() -> None:
    for text in ("a: 'open", "a: [1", "- a\nb: c", "a: @b", "a: b\n c: d"):
        for jargon in ("scalar", "mapping", "sequence", "token", "node", "stream", "while"):
            assert jargon not in fault(text).message


def test_the_caller_chooses_the_error() -> None:
    with pytest.raises(RulesetError):
        load("a: 1\na: 2", "rules.yaml", Limits(), RulesetError)


@pytest.mark.parametrize("data", [b"a: caf\xe9", b"a: b\nc: \xff\xff"])
def test_other_encodings_are_refused_with_the_line(data: bytes) -> None:
    error = fault(data)
    assert "UTF-8" in error.message
    assert error.line == data.count(b"\n") + 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_encodings_are_read(encoding: str) -> None:
    assert loaded("a: café".encode(encoding)).data == {"a": "café"}


def test_aliases_are_read() -> None:
    assert loaded("a: &x [1, 2]\nb: *x\nc: &y text\nd: *y").data == {"a": [1, 2], "b": [1, 2], "c": "text", "d": "text"}


def test_an_alias_bomb_is_refused_and_never_printed() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 11)
    )
    assert "100,000 values" in fault(bomb).message
    many = "a: &a x\nb: [" + ", ".join(["*a"] * 101) + "]"
    assert "100 aliases" in fault(many).message
    assert loaded("a: &a x\nb: [" + ", ".join(["*a"] * 100) + "]").data["b"] == ["x"] * 100
    long = f"a: &a {'x' * 900_000}\nb: [{', '.join(['*a'] * 50)}]"
    assert "limit" in fault(long).message
    deep = "a: &a " + "[" * 30 + "]" * 30 + "\nb: " + "[" * 30 + "*a" + "]" * 30
    assert "nested" in fault(deep).message


@pytest.mark.parametrize(
    ("text", "limits", "words", "setting"),
    [
        ("a: " + "x" * 200, replace(DEFAULT_LIMITS, yaml_bytes=100), "larger than 100 bytes", "yaml_bytes"),
        ("- a\n" * 30, replace(DEFAULT_LIMITS, yaml_nodes=20), "more than 20 values", "yaml_nodes"),
        ("[" * 200_000, DEFAULT_LIMITS, "more than 50 deep", "yaml_depth"),
        ("- " * 60 + "a", DEFAULT_LIMITS, "more than 50 deep", "yaml_depth"),
        ("".join(f"{' ' * n}k:\n" for n in range(60)), DEFAULT_LIMITS, "more than 50 deep", "yaml_depth"),
    ],
)
def test_limits_are_named_with_their_setting(text: str, limits: Limits, words: str, setting: str) -> None:
    error = fault(text, limits)
    assert words in error.message
    assert f"limits: {setting}" in error.hint


def test_what_is_just_within_the_limits_is_read() -> None:
    assert loaded("[" * 50 + "]" * 50).data
    assert len(loaded("- a\n" * 99_999).data) == 99_999


def test_both_loaders_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["a: {b: [1, no, 2026-01-01]}\nc: |\n  x\n", "a: 'open", "a: [1", "a: 1\n\tb: 2", "a: @b", "a: b\n c: d"]

    def outcome(text: str) -> object:
        try:
            return loaded(text)
        except UsageError as error:
            return error.message.partition(": ")[2]

    fast = [outcome(text) for text in texts]
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert [outcome(text) for text in texts] == fast


def test_every_ruleset_that_ships_is_read_without_the_c_library() -> None:
    for file in sorted((Path(__file__).parents[2] / "rulesets").rglob("*.yaml")):
        assert list(yaml.parse(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)), file


_KEYS = st.text(st.characters(whitelist_categories=["L"]), min_size=1, max_size=8).filter(
    lambda key: key.lower() not in ("true", "false", "null")
)
_LEAVES = st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\ufffe\uffff\u2028\u2029"), max_size=30
)  # fmt: skip
_TREES = st.recursive(_LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4))


@given(_TREES)
def test_json_is_read_as_json_reads_it(tree: Any) -> None:
    assert loaded(json.dumps(tree, ensure_ascii=False)).data == tree


@given(st.dictionaries(_KEYS, _TREES, min_size=1, max_size=5))
def test_every_value_stands_at_its_mark(tree: dict[str, Any]) -> None:
    text = json.dumps(tree, indent=1, ensure_ascii=False)
    lines = text.split("\n")
    found = loaded(text)
    for path, mark in found.keys.items():
        assert lines[mark.line - 1][mark.column - 1 :].startswith(json.dumps(path[-1], ensure_ascii=False))


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        loaded(text)
    except UsageError as error:
        assert error.message
