from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal

import pytest

from crp_commission.errors import RulesetError, UsageError
from crp_commission.limits import Limits
from crp_commission.validation import validate
from crp_commission.yamlfile import load

_CLOSED = {"extra": "forbid"}


class Level(StrEnum):
    CRITICAL = "critical"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Part:
    __pydantic_config__ = _CLOSED

    asks: str
    weight: int = field(default=1, metadata={"gt": 0, "le": 100})


@dataclass(frozen=True, slots=True)
class Card:
    __pydantic_config__ = _CLOSED

    id: str
    level: Level = Level.MINOR
    nation: Literal["england", "wales"] = "england"
    share: Fraction | None = None
    ratio: float = 1.0
    on: bool = False
    since: date | None = None
    parts: tuple[Part, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str | tuple[str, ...] = ""
    either: str | Part | None = None
    many: Annotated[tuple[str, ...], "any"] = field(default=(), metadata={"max_length": 2})
    code: str = field(default="", metadata={"pattern": "^[A-Z]*$", "max_length": 5})

    def __post_init__(self) -> None:
        if self.id == "bad":
            raise ValueError("the id “bad” is taken")


def card(text: str) -> Card:
    return validate(Card, load(text, "a.yaml", Limits()), "a.yaml")


def faults(text: str) -> list[str]:
    with pytest.raises(UsageError) as refused:
        card(text)
    return [line.removeprefix("a.yaml:") for line in refused.value.message.split("\n")]


def test_data_becomes_the_record() -> None:
    made = card(
        "id: A\nlevel: critical\nshare: 1/3\nsince: 2026-03-31\nparts:\n  - asks: q\n    weight: 2\n"
        "words: {voice: [ask, hear]}\ntext: [a, b]\neither: {asks: r}\non: true\nratio: 2\n"
    )
    assert made == Card(
        id="A", level=Level.CRITICAL, share=Fraction(1, 3), since=date(2026, 3, 31), parts=(Part("q", 2),),
        words={"voice": ("ask", "hear")}, text=("a", "b"), either=Part("r"), on=True, ratio=2.0,
    )  # fmt: skip


def test_a_number_where_text_is_due_is_taken_as_written() -> None:
    made = card("id: 4.10\ntext: 7\nmany: [1.50, x]\nwords: {a: [2025]}\n")
    assert (made.id, made.text, made.many, made.words) == ("4.10", "7", ("1.50", "x"), {"a": ("2025",)})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("level: minor", "1:1: the key “id” is missing; add `id: ...`."),
        ("id: A\nlevl: minor", "2:1: the key “levl” is not known here; did you mean “level”?"),
        ("id: A\nparts:\n- asks: q\n  wieght: 1", "4:3: the key “wieght” is not known here; did you mean “weight”?"),
        ("id: A\nparts:\n- asks: q\n  zzz: 1", "4:3: the key “zzz” is not known here; the keys are asks, weight."),
        ("id: A\neither: {ask: q, asks: r}", "2:10: the key “ask” is not known here; did you mean “asks”?"),
        ("id: A\nparts:\n- weight: 1", "3:3: the key “asks” is missing; add `asks: ...`."),
        (
            "id: A\nlevel: critcal",
            "2:1: “level” cannot be “critcal”; did you mean “critical”? Write one of: critical, minor.",
        ),
        ("id: A\nnation: France", "2:1: “nation” cannot be “France”. Write one of: england, wales."),
        ("id: A\nlevel: ~", "2:1: “level” cannot be nothing. Write one of: critical, minor."),
        ("id: [a]", "1:1: “id” needs text, not a list."),
        ("id: true", "1:1: “id” needs text, not true. Put it in quotes."),
        ("id: ~", "1:1: “id” needs text, not nothing."),
        ("id: A\non: yes", "2:1: “on” needs true or false, not “yes”."),
        ("id: A\nratio: '2'", "2:1: “ratio” needs a number, not “2”."),
        ("id: A\nratio: true", "2:1: “ratio” needs a number, not true."),
        ("id: A\nshare: some", "2:1: “share” needs a number or a fraction such as 1/2, not “some”."),
        ("id: A\nsince: 31/03/2026", "2:1: “since” needs a date written like 2026-03-31, not “31/03/2026”."),
        ("id: A\nsince: 2026-02-30", "2:1: “since” needs a date written like 2026-03-31, not “2026-02-30”."),
        ("id: A\nsince: '1774915200'", "2:1: “since” needs a date written like 2026-03-31, not “1774915200”."),
        ("id: A\nsince: 1774915200", "2:1: “since” needs a date written like 2026-03-31, not the number 1774915200."),
        ("id: A\nparts: q", "2:1: “parts” needs a list, not “q”. Write `- q` on a line of its own."),
        ("id: A\nparts: {asks: q}", "2:1: “parts” needs a list, not keys with values."),
        (
            "id: A\nparts: [q]",
            "2:9: entry 1 of “parts” needs keys with values, not “q”. Write `key: value` on the lines below, indented.",
        ),
        ("id: A\nparts:\n- asks: q\n  weight: 0", "4:3: “weight” must be more than 0."),
        ("id: A\nparts:\n- asks: q\n  weight: 101", "4:3: “weight” must be 100 or less."),
        ("id: A\nparts:\n- asks: q\n  weight: 1.5", "4:3: “weight” needs a whole number, not the number 1.5."),
        ("id: A\nmany: [a, b, c]", "2:1: “many” may have 2 in its list at most."),
        ("id: A\ncode: ab", "2:1: “code” is not written as it must be (the pattern is ^[A-Z]*$)."),
        ("id: A\ncode: ABCDEF", "2:1: “code” may have 5 letters at most."),
        ("id: A\nwords: {voice: ask}", "2:9: “voice” needs a list, not “ask”. Write `- ask` on a line of its own."),
        ("id: A\nwords: {voice: [a, [b]]}", "2:20: entry 2 of “voice” needs text, not a list."),
        ("id: A\ntext: {a: b}", "2:1: “text” needs text or a list, not keys with values."),
        ("id: A\ntext: [a, {b: c}]", "2:11: entry 2 of “text” needs text, not keys with values."),
        ("id: A\neither: true", "2:1: “either” needs text or keys with values, not true. Put it in quotes."),
        ("id: bad", "1:1: the id “bad” is taken."),
        ("- a", "1:1: the file needs keys with values, not a list."),
        ("a", "1:1: the file needs keys with values, not “a”. Write `key: value` on the lines below, indented."),
    ],
)
def test_a_fault_says_where_it_is_and_what_to_write(text: str, told: str) -> None:
    assert faults(text) == [told]


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    told = faults("level: x\nid: [a]\nzzz: 1\non: no\n")
    assert [line.split(":")[0] for line in told] == ["1", "2", "3", "4"]


def test_many_faults_are_cut_short() -> None:
    told = faults("id: A\n" + "".join(f"zz{number}: 1\n" for number in range(15)))
    assert len(told) == 11
    assert told[-1] == "and 5 more"


def test_long_values_are_cut_short() -> None:
    assert len(faults(f"id: A\nnation: {'x' * 10_000}\n")[0]) < 200


def test_an_empty_file_is_told() -> None:
    with pytest.raises(UsageError, match=r"a\.yaml is empty"):
        card("# nothing\n")


def test_the_error_is_the_callers_and_has_the_first_line() -> None:
    with pytest.raises(RulesetError) as refused:
        validate(Card, load("id: A\nzz: 1", "b.yaml", Limits()), "b.yaml", RulesetError)
    assert (refused.value.file, refused.value.line) == ("b.yaml", 2)


@pytest.mark.parametrize("jargon", ["Input", "valid", "Field", "tuple", "dataclass", "str", "pydantic", "keyword"])
def test_no_word_of_the_library_gets_through(jargon: str) -> None:
    text = "level: x\nid: [a]\nzzz: 1\non: no\nparts: {a: b}\neither: [1]\nshare: z\nsince: z\nwords: 1\n"
    assert not any(jargon in line.replace("invalid", "") for line in faults(text))
