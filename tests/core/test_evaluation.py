"""Measuring rulesets on labelled cases: cases read, verdicts taken, figures worked out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import part, rule, ruleset
from crp_commission.errors import UsageError
from crp_commission.evaluation import Case, Prediction, load_cases, measure, predict
from crp_commission.evaluation.counting import Counts, by_criterion, count, pairs_in_order, scope
from crp_commission.evaluation.telling import as_data, as_lines

VOCABULARY = {"child": ("child",)}
ASK = rule("DO-PAR-1", parts=(part("ask & ^$child", against={"says": ["ignore $child"]}),))
SAFE = rule("DO-LSD-1", where=("contract-terms",), parts=(part("protect & ^$child"),))
CORE = ruleset(ASK, SAFE, vocabulary=VOCABULARY)


def line(**fields: Any) -> str:
    return json.dumps({"id": "A", "text": "Staff ask children.", **fields})


def case(**fields: Any) -> Case:
    return load_cases(line(**fields), "cases.jsonl")[0]


def verdict(
    case_fields: dict[str, Any], statuses: dict[str, str], principles: dict[str, str] | None = None
) -> Prediction:
    """A prediction made by hand."""
    return Prediction(case(**case_fields), statuses, {}, principles or {})


def test_a_case_is_read_with_what_it_leaves_out() -> None:
    one = case(colour="ignored", expect={"DO-PAR-1": "met"}, also=["DO-DIG-1"], half="develop")
    assert (one.id, one.format, one.doc_type, one.rulesets, one.trap, one.pair) == (
        "A",
        "markdown",
        "unknown",
        None,
        None,
        None,
    )
    assert (one.expect, one.also, one.torn, one.half) == ({"DO-PAR-1": "met"}, {"DO-DIG-1"}, frozenset(), "develop")
    assert case().expect is None
    assert case(expect={}).expect == {}
    assert case(rulesets=["core", "scotland"]).rulesets == ("core", "scotland")


def test_empty_lines_and_line_separators_in_a_text_do_no_harm() -> None:
    text = f"\n{line()}\r\n\n{line(id='B', text='one' + chr(0x2028) + 'two')}\n"
    assert [one.id for one in load_cases(text, "cases.jsonl")] == ["A", "B"]


WRONG = [
    ("not json", "no JSON object"),
    ("[" * 100_000, "no JSON object"),
    ("[]", "no JSON object"),
    (line(id=None), "'id' is missing"),
    (line(id=4), "'id' is missing"),
    (line(text=" "), "'text' is missing"),
    (line(format="word"), "'format' is one of markdown, text, not 'word'"),
    (line(expect=["DO-PAR-1"]), "'expect' is a table"),
    (
        line(expect={"DO-PAR-1": "perhaps"}),
        "DO-PAR-1: a status is one of met, partial, contradicted, gap, not 'perhaps'",
    ),
    (line(principles="all"), "'principles' is a table"),
    (line(also="DO-PAR-1"), "'also' is a list"),
    (line(also=[1]), "'also' is a list"),
    (line(torn={"a": 1}), "'torn' is a list"),
    (line(rulesets="core"), "'rulesets' is a list"),
    (line(pair=3), "'pair' is text"),
    (line(half=["develop"]), "'half' is text"),
]


@pytest.mark.parametrize(("text", "said"), WRONG, ids=lambda value: value[:40])
def test_a_wrong_case_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(UsageError) as wrong:
        load_cases(f"{line(id='first')}\n{text}\n", "cases.jsonl")
    assert said in wrong.value.message
    assert (wrong.value.file, wrong.value.line) == ("cases.jsonl", 2)


def test_an_id_that_stands_twice_is_told() -> None:
    with pytest.raises(UsageError, match=r"line 3: the id 'A' stands on line 1 already"):
        load_cases(f"{line()}\n\n{line()}", "cases.jsonl")


def test_a_file_without_cases_is_told() -> None:
    with pytest.raises(UsageError, match="holds no case"):
        load_cases("\n \n", "cases.jsonl")


def predicted(*rulesets_in_use: str, **fields: Any) -> Prediction:
    overlay = ruleset(rule("PLN-PAR-1", parts=(part("plan & ^$child"),)), vocabulary=VOCABULARY)
    (one,) = predict([case(**fields)], {"core": CORE, "overlay": overlay}, rulesets_in_use or ("core",))
    return one


def test_a_verdict_on_each_criterion_in_scope() -> None:
    one = predicted(text="Staff shall ask children each week.", doc_type="service-specification")
    assert one.statuses == {"DO-PAR-1": "met", "DO-LSD-1": "not-applicable"}
    assert one.quotes == {"DO-PAR-1": "Staff shall ask children each week."}
    assert one.principles["participation"] == "committed"
    assert one.plain() == {
        "id": "A",
        "criteria": {"DO-PAR-1": {"status": "met", "quote": "Staff shall ask children each week."}},
        "principles": {"participation": "committed"},
    }


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Staff shall ask children each week.", "committed"),
        ("Staff shall ask children.", "committed"),
        ("Staff should ask children.", "mentioned"),
        ("Asking children", "mentioned"),
        ("Staff ignore children.", "contradicted"),
        ("The fee is paid.", "none"),
    ],
)
def test_the_strength_of_a_principle_is_told_in_the_words_of_the_labels(text: str, strength: str) -> None:
    assert predicted(text=text).principles["participation"] == strength


def test_an_unknown_kind_of_paper_leaves_every_criterion_in_scope() -> None:
    for doc_type in (None, "unknown", "tender-notice"):
        assert predicted(doc_type=doc_type).statuses["DO-LSD-1"] == "gap"


def test_rulesets_named_by_a_case_take_the_place_of_the_command_s() -> None:
    assert set(predicted(rulesets=["core", "overlay"]).statuses) == {"DO-PAR-1", "DO-LSD-1", "PLN-PAR-1"}
    assert set(predicted("core", rulesets=["overlay"]).statuses) == {"PLN-PAR-1"}


def test_rulesets_that_do_not_exist_are_out_of_scope_and_listed() -> None:
    some = predicted(rulesets=["core", "scotland"], expect={"SCO-1": "met"})
    assert set(some.statuses) == {"DO-PAR-1", "DO-LSD-1"}
    none = predicted(rulesets=["scotland"], expect={}, principles={"participation": "committed"})
    assert (none.statuses, none.unknown) == ({}, ("scotland",))
    measured = measure([some, none], intervals=False)
    assert measured.out_of_scope == ("SCO-1", "ruleset scotland")
    assert measured.counts.principle_missed == 0


def test_text_is_read_as_text_and_markdown_as_markdown() -> None:
    quoted = "> Staff shall ask children each week."
    assert predicted(text=quoted).statuses["DO-PAR-1"] == "partial"
    assert predicted(text=quoted, format="text").statuses["DO-PAR-1"] == "met"


COUNTED = [
    # expected, got, what is counted
    ("met", "met", {"found": 1, "expected": 1, "exact": 1}),
    ("met", "partial", {"found": 1, "expected": 1}),
    ("partial", "met", {"found": 1, "expected": 1, "false_met": 1}),
    ("partial", "gap", {"missed": 1, "expected": 1}),
    ("met", "needs-review", {"missed": 1, "expected": 1, "reviews": 1}),
    ("met", "not-applicable", {"missed": 1, "expected": 1}),
    ("gap", "gap", {}),
    ("gap", "needs-review", {"reviews": 1}),
    ("gap", "partial", {"false": 1}),
    ("gap", "met", {"false": 1, "false_met": 1}),
    ("contradicted", "contradicted", {"found": 1, "expected": 1, "exact": 1, "contradictions_found": 1}),
]


@pytest.mark.parametrize(("expected", "got", "counted"), COUNTED)
def test_what_one_verdict_counts_for(expected: str, got: str, counted: dict[str, int]) -> None:
    expect = {} if expected == "gap" else {"DO-PAR-1": expected}
    counts = by_criterion(verdict({"expect": expect}, {"DO-PAR-1": got}))["DO-PAR-1"]
    assert counts == Counts(asked=1, **counted)


@pytest.mark.parametrize("got", ["gap", "partial", "met", "contradicted"])
def test_contradictions_are_counted_apart(got: str) -> None:
    said = int(got == "contradicted")
    wrongly = count(verdict({"expect": {}}, {"DO-PAR-1": got}))
    rightly = count(verdict({"expect": {"DO-PAR-1": "contradicted"}}, {"DO-PAR-1": got}))
    assert (wrongly.contradictions_false, wrongly.contradictions_found) == (said, 0)
    assert (rightly.contradictions_found, rightly.contradictions_missed) == (said, 1 - said)


SCOPES = [
    # fields of the case, statuses, what is in scope
    ({"expect": {}}, {"A": "gap", "B": "met"}, {"A", "B"}),
    ({"expect": {}, "also": ["B"]}, {"A": "gap", "B": "met"}, {"A"}),
    ({"expect": {}}, {"A": "gap", "B": "not-applicable"}, {"A"}),
    ({"expect": {"B": "met"}}, {"A": "gap", "B": "not-applicable"}, {"A", "B"}),
    ({"expect": {"C": "met"}}, {"A": "gap"}, {"A"}),
    ({}, {"A": "gap"}, set()),
]


@pytest.mark.parametrize(("fields", "statuses", "expected"), SCOPES)
def test_scope(fields: dict[str, Any], statuses: dict[str, str], expected: set[str]) -> None:
    assert scope(verdict(fields, statuses)) == expected


CLEAN = [
    ({"expect": {}}, {"A": "gap", "B": "needs-review", "C": "not-applicable"}, (1, 1)),
    ({"expect": {}}, {"A": "partial"}, (1, 0)),
    ({"expect": {}}, {"A": "contradicted"}, (1, 0)),
    ({"expect": {}, "also": ["A"]}, {"A": "met"}, (1, 1)),
    ({"expect": {"A": "met"}}, {"A": "gap"}, (0, 0)),
    ({}, {"A": "met"}, (0, 0)),
]


@pytest.mark.parametrize(("fields", "statuses", "expected"), CLEAN)
def test_cases_in_which_nothing_is_to_be_found(
    fields: dict[str, Any], statuses: dict[str, str], expected: tuple[int, int]
) -> None:
    counts = count(verdict(fields, statuses))
    assert (counts.empty, counts.clean) == expected


PRINCIPLES = [
    # label, found, present (found, false, missed), committed (found, false, missed)
    ("committed", "committed", (1, 0, 0), (1, 0, 0)),
    ("committed", "mentioned", (1, 0, 0), (0, 0, 1)),
    ("mentioned", "committed", (1, 0, 0), (0, 1, 0)),
    ("none", "committed", (0, 1, 0), (0, 1, 0)),
    ("none", "mentioned", (0, 1, 0), (0, 0, 0)),
    ("mentioned", "none", (0, 0, 1), (0, 0, 0)),
    ("none", "none", (0, 0, 0), (0, 0, 0)),
    ("contradicted", "contradicted", (1, 0, 0), (0, 0, 0)),
]


@pytest.mark.parametrize(("label", "got", "present", "committed"), PRINCIPLES)
def test_what_one_principle_counts_for(
    label: str, got: str, present: tuple[int, ...], committed: tuple[int, ...]
) -> None:
    counts = count(verdict({"principles": {"dignity": label}}, {}, {"dignity": got}))
    assert (counts.principle_found, counts.principle_false, counts.principle_missed) == present
    assert (counts.committed_found, counts.committed_false, counts.committed_missed) == committed


def test_a_principle_on_which_readers_differ_counts_neither_way() -> None:
    torn = verdict({"principles": {"dignity": "committed"}, "torn": ["dignity"]}, {}, {"dignity": "none"})
    assert count(torn) == Counts()


def rungs(*pairs: tuple[str, str]) -> list[Prediction]:
    """Rungs of one pair: what is expected of a criterion, and what was found."""
    return [
        verdict({"id": str(place), "pair": "P", "expect": {} if expected == "gap" else {"A": expected}}, {"A": got})
        for place, (expected, got) in enumerate(pairs)
    ]


ORDERED = [
    ([("met", "met"), ("partial", "partial"), ("gap", "gap")], 1.0),
    ([("met", "partial"), ("partial", "gap")], 1.0),
    ([("met", "partial"), ("partial", "partial")], 0.0),
    ([("met", "gap"), ("gap", "met")], 0.0),
    ([("gap", "gap"), ("contradicted", "contradicted")], 1.0),
    ([("gap", "needs-review"), ("contradicted", "contradicted")], 1.0),
    ([("met", "met"), ("partial", "met"), ("gap", "gap")], 2 / 3),
    ([("met", "met"), ("met", "gap")], None),
    ([("met", "met")], None),
]


@pytest.mark.parametrize(("pairs", "share"), ORDERED)
def test_pairs_in_the_right_order(pairs: list[tuple[str, str]], share: float | None) -> None:
    assert pairs_in_order(rungs(*pairs)) == share


def test_rungs_of_different_pairs_are_not_compared() -> None:
    one = verdict({"id": "1", "pair": "P", "expect": {"A": "met"}}, {"A": "gap"})
    other = verdict({"id": "2", "pair": "Q", "expect": {}}, {"A": "met"})
    assert pairs_in_order([one, other]) is None


STATUSES = st.sampled_from(["met", "partial", "gap", "contradicted", "needs-review"])
ROWS = st.tuples(
    st.dictionaries(st.sampled_from("ABC"), st.sampled_from(["met", "partial", "contradicted"])),
    st.fixed_dictionaries(dict.fromkeys("ABC", STATUSES)),
    st.sampled_from([None, "hedge", "slogan"]),
    st.sampled_from([None, "P", "Q"]),
    st.sampled_from(["develop", "measure"]),
)
PREDICTIONS = st.lists(ROWS, max_size=8).map(
    lambda rows: [
        verdict({"id": str(place), "expect": expect, "trap": trap, "pair": pair, "half": half}, statuses)
        for place, (expect, statuses, trap, pair, half) in enumerate(rows)
    ]
)


@given(PREDICTIONS)
def test_figures_are_shares_and_tables_add_up(predictions: list[Prediction]) -> None:
    measured = measure(predictions, intervals=False)
    assert all(figure.value is None or 0 <= figure.value <= 1 for figure in measured.figures.values())
    by_criterion = sum(measured.criteria.values(), Counts())
    by_trap = sum(measured.traps.values(), Counts())
    assert (by_criterion.found, by_criterion.false, by_criterion.missed) == (
        measured.counts.found,
        measured.counts.false,
        measured.counts.missed,
    )
    assert by_trap == measured.counts
    assert sum((half.counts for half in measured.halves.values()), Counts()) == measured.counts


@given(PREDICTIONS)
def test_perfect_verdicts_get_perfect_figures(predictions: list[Prediction]) -> None:
    right = [
        Prediction(one.case, {name: (one.case.expect or {}).get(name, "gap") for name in one.statuses}, {}, {})
        for one in predictions
    ]
    figures = measure(right, intervals=False).figures
    assert all(figure.value in (None, 1.0) for name, figure in figures.items() if name != "needs-review rate")


def test_intervals_hold_the_value_and_are_the_same_each_time() -> None:
    predictions = [
        verdict({"id": str(number), "expect": {"A": "met"}}, {"A": "met" if number % 3 else "gap"})
        for number in range(30)
    ]
    recall = measure(predictions).figures["presence recall"]
    assert recall.value == pytest.approx(2 / 3)
    assert recall.low is not None
    assert recall.high is not None
    assert 0.4 < recall.low < 2 / 3 < recall.high < 0.9
    assert measure(predictions).figures["presence recall"] == recall


def test_cases_of_one_pair_are_drawn_together() -> None:
    together = rungs(("met", "met"), ("gap", "gap"))
    figure = measure(together).figures["pairs in the right order"]
    assert (figure.value, figure.low, figure.high) == (1.0, 1.0, 1.0)


def test_f_measures() -> None:
    counts = Counts(found=6, false=2, missed=4)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f(1) == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert counts.f(2) == pytest.approx(5 * 0.75 * 0.6 / (4 * 0.75 + 0.6))
    assert Counts().f(1) is None
    assert Counts().precision is None


def test_figures_can_be_saved_and_shown() -> None:
    predictions = [predicted(expect={"DO-PAR-1": "met"}, half="develop", trap="hedge", rulesets=["core", "wales"])]
    measured = measure(predictions)
    data = json.loads(json.dumps(as_data(measured)))
    assert data["cases"] == 1
    assert data["criteria"]["DO-PAR-1"]["found"] == 1
    shown = "\n".join(as_lines(measured))
    for wanted in ("1 cases", "presence F1", "DO-PAR-1", "hedge", "develop", "ruleset wales"):
        assert wanted in shown
