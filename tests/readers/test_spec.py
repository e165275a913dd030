from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from shown import shown

from crp_commission.document import BlockKind, Extract
from crp_commission.errors import NotReadError
from crp_commission.limits import Limits
from crp_commission.readers import markdown, spec
from crp_commission.specification import Clause, Contact, Definition, Kpi, Section, Specification, json_schema
from crp_commission.specification.scaffold import scaffold
from crp_commission.structure import build


def read(text: str) -> Extract:
    return spec.read(text.encode(), "spec.yaml", Limits())


def refusal(text: str) -> NotReadError:
    with pytest.raises(NotReadError) as refused:
        read(text)
    return refused.value


VOICE = """\
title: Youth service specification
council: Anytown Council
sections:
  - number: "4.2"
    heading: Children have a say
    text: |
      Children shape the service.

      The Provider shall:
      (a) ask them each term;
      (b) tell them what changed.
    clauses:
      - number: 4.10
        must: ask every child
          for their views
        how_often: every quarter
        measure: children say they were heard
      - who: The Council
        must_not: pass on names
        detail: [As agreed with children., "Says who: all staff."]
kpis:
  - ref: K1
    measure: Replies sent in time
    target: 95%
legislation: [Children Act 2004]
"""


def test_a_specification_is_read_in_order() -> None:
    assert shown(read(VOICE)) == [
        "h1 Youth service specification",
        "p Anytown Council",
        "h3 4.2 Children have a say",
        "p Children shape the service.",
        "p The Provider shall:",
        "li1 (a) ask them each term;",
        "li1 (b) tell them what changed.",
        "cell 1.1 [The Provider must] ask every child for their views",
        "cell 1.4 [How often] every quarter",
        "cell 1.10 [Measure] children say they were heard",
        "cell 2.2 [The Council must not] pass on names",
        "cell 2.3 [Detail] As agreed with children.",
        "cell 2.3 [Detail] Says who: all staff.",
        "h2 Key performance indicators",
        "cell 1.1 [Ref] K1",
        "cell 1.2 [Measure/K1] Replies sent in time",
        "cell 1.3 [Target/K1] 95%",
        "h2 Legislation",
        "li1 Children Act 2004",
    ]


def test_every_quote_stands_on_its_line() -> None:
    lines = VOICE.split("\n")
    for block in read(VOICE).blocks:
        assert block.place.line is not None
        is_ours = block.kind is BlockKind.HEADING and block.text in ("Key performance indicators", "Legislation")
        assert is_ours or " ".join(block.text.split()[:2]) in lines[block.place.line - 1]


def test_a_clauses_number_is_the_blocks() -> None:
    numbered = [block for block in read(VOICE).blocks if block.number == "4.10"]
    assert [block.text for block in numbered] == ["ask every child for their views"]


@pytest.mark.parametrize(
    ("written", "blocks"),
    [
        ("one two", [("one two", 3)]),
        ("'one\n  two'", [("one two", 3)]),
        ("one\n  two\n\n  three", [("one two", 3), ("three", 6)]),
        ("|\n  one\n  two\n\n  three", [("one two", 4), ("three", 7)]),
        (">-\n\n  one\n  two\n\n  three", [("one two", 5), ("three", 8)]),
        ("|\n  one:\n  - two\n  - three", [("one:", 4), ("two", 5), ("three", 6)]),
        ("[one, two three]", [("one", 3), ("two three", 3)]),
        ("\n  - one\n  - >\n    two\n    three", [("one", 4), ("two three", 6)]),
        ("one # a remark", [("one", 3)]),
        ('"one \\"two\\""', [('one "two"', 3)]),
        ("4.10", [("4.10", 3)]),
        ("2026-03-31", [("2026-03-31", 3)]),
    ],
)
def test_text_keeps_its_lines_however_it_is_written(written: str, blocks: list[tuple[str, int]]) -> None:
    extract = read(f"title: T\n# remark\nsummary: {written}\nsections:\n- heading: H\n")
    found = [(block.text, block.place.line) for block in extract.blocks if block.kind is not BlockKind.HEADING]
    assert found == blocks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it has no keys"),
        ("- a", "it has no keys"),
        ("just text", "it has no keys"),
        ("title: x", "the key “sections” must be there"),
        ("sections: []", "the key “title” must be there"),
        ("ruleset: core", "the keys “title” and “sections” must be there"),
        ("title: x\nsections: []", "spec.yaml:1:1: the list “sections” is empty"),
        ("title: x\nsections:\n- text: y", "spec.yaml:3:3: the key “heading” is missing"),
        ("title: x\nsections:\n- heading: ''", "spec.yaml:3:3: “heading” must have 1 or more letters"),
        ("title: x\nsections:\n- heading: h\n  clauses:\n  - who: me", "spec.yaml:5:5: a clause needs the key “must”"),
        (
            "title: x\nsections:\n- heading: h\n  claus: []",
            "spec.yaml:4:3: the key “claus” is not known here; did you mean",
        ),
        ("title: x\nnation: UK\nsections:\n- heading: h", "spec.yaml:2:1: “nation” cannot be “UK”."),
        ("title: x\ntitle: y\nsections:\n- heading: h", "stands twice"),
        ("title: [x\nsections:\n", "spec.yaml:1:8: a bracket"),
    ],
)
def test_what_is_no_specification_is_refused_with_the_reason(text: str, words: str) -> None:
    error = refusal(text)
    assert words in error.message
    assert error.file == "spec.yaml"


def test_the_scaffold_can_be_read_as_it_is() -> None:
    extract = read(scaffold())
    slots = [block for block in extract.blocks if block.text.startswith("[")]
    assert len(slots) > 25
    lines = scaffold().split("\n")
    assert all(block.place.line and block.text[:20] in lines[block.place.line - 1] for block in slots)


def test_the_scaffold_shows_every_key() -> None:
    keys = {key for kind in (Clause, Section, Kpi, Contact, Definition, Specification) for key in _keys(kind)}
    written = set(_written_keys(yaml.safe_load(scaffold())))
    assert keys - written == {"format_version"}


def _keys(kind: Any) -> list[str]:
    assert is_dataclass(kind)
    return [field.name for field in fields(kind)]


def _written_keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _written_keys(inner)


def test_the_schema_describes_every_key() -> None:
    schema = json_schema()
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    json.dumps(schema)
    for kind in [schema, *schema["definitions"].values()]:
        assert kind["description"]
        assert kind["additionalProperties"] is False
        assert all(key["description"].endswith((".", "...")) for key in kind["properties"].values())


def test_a_clause_is_read_like_the_row_of_a_table() -> None:
    written = read(
        "title: T\nsections:\n- heading: Voice\n  clauses:\n  - must: ask every child\n    how_often: each term\n"
    )
    drawn = markdown.read(
        b"# T\n\n## Voice\n\n| The Provider must | How often |\n|---|---|\n| ask every child | each term |",
        "a.md",
        Limits(),
    )

    def rows(extract: Extract) -> list[tuple[str, str, str]]:
        sentences = build("T", [(_source(), extract)]).sentences
        return [(each.text, each.header.split(" / ")[0], each.row) for each in sentences if each.kind is BlockKind.CELL]

    assert rows(written) == rows(drawn) == [
        ("ask every child", "The Provider must", "each term"), ("each term", "How often", "ask every child"),
    ]  # fmt: skip


def _source() -> Any:
    from crp_commission.document import Source

    return Source("a", "", "spec", "service-specification", None, 0)


_WORDS = st.lists(st.text("abcdefghij’é", min_size=1, max_size=8), min_size=1, max_size=12).map(" ".join)
_PARAGRAPHS = st.lists(_WORDS, min_size=1, max_size=4)


@given(
    _WORDS,
    st.lists(st.tuples(_WORDS, _PARAGRAPHS, _WORDS), min_size=1, max_size=4),
    st.integers(20, 90),
    st.sampled_from(["|", '"', None]),
)
def test_any_text_comes_back(
    title: str, sections: list[tuple[str, list[str], str]], width: int, style: str | None
) -> None:
    data = {
        "title": f"T {title}",
        "sections": [
            {
                "heading": f"H {heading}",
                "text": "\n\n".join(f"p {text}" for text in paragraphs),
                "clauses": [{"must": f"m {duty}"}],
            }
            for heading, paragraphs, duty in sections
        ],
    }
    written = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=width, default_style=style)
    extract = read(written)
    expected = [f"T {title}"]
    for heading, paragraphs, duty in sections:
        expected += [f"H {heading}", *(f"p {text}" for text in paragraphs), f"m {duty}"]
    assert [block.text for block in extract.blocks] == expected
    lines = written.split("\n")
    if style != '"':  # in double quotes a paragraph's end may be written in the middle of a line
        assert all(
            block.place.line and block.text.split()[0] in lines[block.place.line - 1] for block in extract.blocks
        )


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read(text)
    except NotReadError as refused:
        assert refused.message
