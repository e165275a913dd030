"""Recognition: weights over words and concepts say which passages speak to a criterion, and how it is then judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import doc, part, rule, ruleset
from crp_commission.assessment import Finding
from crp_commission.engine import Judge
from crp_commission.language.terms import TermTable
from crp_commission.language.words import words
from crp_commission.reading import Reading
from crp_commission.recogniser import HIGHEST, LOWEST, UNIT, Hidden, Judges, Recogniser, Weights
from crp_commission.recognition import NEAR, Recognition, paragraph, word_features

NOTHING = TermTable({})
VOCABULARY = {"child": ("child",)}
ASK = rule("DO-PAR-1", "critical", parts=(part("ask & ^$child", asks="children are asked"),))


def recogniser(**judging: dict[str, int]) -> Recogniser:
    """Knows one criterion by the word "forum" and the concept of gathering; its network says nothing.

    ``judging`` gives for a kind of judgement what each word says, in thousandths, and what it starts from at "".
    """
    return Recogniser(
        columns={"DO-PAR-1": 0},
        bias=[-1000],
        weights=Weights.of(1, {"forum": {0: 6000}, "$gathering": {0: 3000}, "lorry": {0: -16000}}),
        hidden=Hidden([], Weights.of(1, {}), [0]),
        judges=judges(1, {"full": {"": 500}, "against": {"": -2000}, "committed": {"": 0}, **judging}),
        concepts=TermTable({"$gathering": ["(come|get) together"]}).index,
    )


def judges(columns: int, judging: Mapping[str, Mapping[str, int]]) -> Judges:
    """One hidden unit for each kind of judgement, on as far as the words say."""
    kinds = {kind: number for number, kind in enumerate(judging)}
    rows: dict[str, dict[int, int]] = {}
    bias = [0] * (len(kinds) * (columns + 1))
    for kind, number in kinds.items():
        bias[number * (columns + 1)] = judging[kind][""] * UNIT // 1000
        for word in judging[kind].keys() - {""}:
            rows.setdefault(word, {})[number] = judging[kind][word] * UNIT // 1000
    outputs = Weights.of(len(bias), {kind: {number * (columns + 1): UNIT} for kind, number in kinds.items()})
    return Judges(kinds, columns, Weights.of(len(kinds), rows), Hidden([0] * len(kinds), outputs, bias))


def recognition(*lines: str) -> Recognition:
    return Recognition(recogniser(), Reading(doc(*lines), NOTHING))


def judged(*lines: str, **judging: dict[str, int]) -> Finding:
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=recogniser(**judging))
    (finding,) = judge.assess(doc(*lines)).findings
    return finding


def test_features_are_stems_without_figures_and_the_commonest_words() -> None:
    assert word_features(words("The 12 children will be asked by the staff")) == {"child", "ask", "staff"}


def test_words_and_concepts_raise_the_score_and_others_lower_it() -> None:
    plain, word, both, other = (
        recognition(line).alone("DO-PAR-1", 0)
        for line in ("Children eat.", "Children forum.", "Children come together and forum.", "A lorry and a forum.")
    )
    assert other < plain < word < both


def test_a_passage_may_be_a_sentence_with_the_one_behind_it() -> None:
    seen = recognition("Children forum. They come together.")
    assert seen.beginning("DO-PAR-1", 0) > seen.alone("DO-PAR-1", 0)
    assert seen.around("DO-PAR-1", 1) == seen.beginning("DO-PAR-1", 0)


def test_a_heading_is_no_passage() -> None:
    seen = recognition("# Children forum", "Meals are served.")
    assert seen.passages("DO-PAR-1", 0.0) == []


def test_a_recognised_duty_with_a_check_is_met_and_shows_its_words() -> None:
    finding = judged("The Provider shall hold a forum with children each week.")
    assert finding.status == "met"
    assert "“forum”" in finding.why


def test_a_recognised_aim_is_partly_met() -> None:
    assert judged("The Provider should hold a forum with children each week.").status == "partial"


def test_what_reads_like_a_thin_promise_is_not_met() -> None:
    finding = judged("The Provider shall hold a forum with children each week.", full={"": -500})
    assert finding.status == "partial"


def test_what_reads_like_taking_it_away_contradicts() -> None:
    finding = judged("A forum of children needs the chair's word.", against={"": 0, "chair": 9000})
    assert finding.status == "contradicted"


def test_nothing_is_recognised_where_children_are_not_spoken_of() -> None:
    assert judged("The Provider shall hold a forum with suppliers each week.").status == "gap"


def test_words_found_in_a_passage_that_cannot_be_about_it_do_not_count() -> None:
    line = "Staff shall ask children about the lorry each week."
    assert judged(line).status == "gap"
    (alone,) = Judge([ruleset(ASK, vocabulary=VOCABULARY)]).assess(doc(line)).findings
    assert alone.status == "met"


def test_a_council_vouches_for_what_the_words_it_added_find() -> None:
    words_of_ours = {"child": ("child", "wean")}
    own = replace(ASK, own_words=("wean",))
    for criterion, line, status in (
        (own, "Staff shall ask weans about the lorry each week.", "met"),
        (own, "Staff shall ask children about the lorry each week.", "gap"),
        (ASK, "Staff shall ask weans about the lorry each week.", "gap"),
    ):
        judge = Judge([ruleset(criterion, vocabulary=words_of_ours)], recogniser=recogniser())
        (finding,) = judge.assess(doc(line)).findings
        assert finding.status == status


def test_a_criterion_without_weights_is_judged_by_its_words_alone() -> None:
    own = replace(ASK, id="DO-PAR-9")
    (finding,) = (
        Judge([ruleset(own, vocabulary=VOCABULARY)], recogniser=recogniser())
        .assess(doc("Staff shall ask children weekly."))
        .findings
    )
    assert finding.status == "met"


def test_an_empty_paper_is_recognised_as_nothing() -> None:
    assert recognition().passages("DO-PAR-1", -99.0) == []
    assert judged("").status == "gap"


FEATURES = st.sampled_from(["ask", "child", "$heard", "forum", "lorry"])
ROWS = st.dictionaries(FEATURES, st.dictionaries(st.integers(0, 4), st.integers(LOWEST, HIGHEST), max_size=5))


@given(ROWS, st.sets(st.one_of(FEATURES, st.just("unknown"))))
def test_rows_add_up_to_the_sums_of_their_weights(rows: dict[str, dict[int, int]], features: set[str]) -> None:
    weights = Weights.of(5, rows)
    known = features & rows.keys()
    plain = [sum(rows[feature].get(column, 0) for feature in known) for column in range(5)]
    count, sums = weights.sums(features)
    assert (count, list(sums)) == (len(known), plain)
    assert [sum(weights.of_features(features, column)) for column in range(5)] == plain


@given(
    st.lists(st.tuples(st.integers(-4000, 4000), st.integers(-3000, 3000)), min_size=1, max_size=6),
    st.lists(st.integers(-2000, 2000), min_size=12, max_size=12),
    st.floats(0.05, 0.25),
)
def test_hidden_units_that_are_on_speak_for_the_columns(
    units: list[tuple[int, int]], out: list[int], share: float
) -> None:
    outputs = Weights.of(2, {str(n): {0: out[2 * n], 1: out[2 * n + 1]} for n in range(len(units))})
    hidden = Hidden([bias for _, bias in units], outputs, [250, -500])
    on = [max(0.0, (total * share + bias) / UNIT) for total, bias in units]
    (found,) = hidden.scores([[total for total, _ in units]], [share])
    for column, bias in ((0, 0.5), (1, -1.0)):
        exact = bias + sum(one * out[2 * n + column] / UNIT for n, one in enumerate(on))
        assert found[column] == pytest.approx(exact, abs=0.4)


def test_weights_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="2 features in 3 columns"):
        Weights(3, ["ask", "child"], b"\0" * 10)


def with_columns(**biases: int) -> Recogniser:
    """The recogniser with columns of their own for "any" and a principle; the network starts them from ``biases``."""
    plain = recogniser()
    names = {"any": "any", "participation": "principle:participation"}
    committed = biases.pop("committed", 0)
    columns = {**plain.columns, **{names[name]: number for number, name in enumerate(biases, start=1)}}
    size = len(columns)
    told = {0: 3000, **{columns[names[name]]: 3000 for name in biases}, size: 8 * UNIT}
    rows = {"forum": {0: 6000}, "$gathering": told}
    outputs = Weights.of(size, {"0": {columns[names[name]]: UNIT for name in biases}})
    return replace(
        plain,
        columns=columns,
        bias=[*plain.bias, *biases.values()],
        weights=Weights.of(size + 1, rows),
        hidden=Hidden([0], outputs, [0, *biases.values()]),
        judges=judges(size, {"full": {"": 500}, "against": {"": -2000}, "committed": {"": committed}}),
    )


@pytest.mark.parametrize(("bias", "status"), [(500, "met"), (-2000, "gap")])
def test_a_passage_that_speaks_to_no_criterion_supports_no_find(bias: int, status: str) -> None:
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=with_columns(any=bias))
    (found,) = judge.assess(doc("Staff shall ask each child each week.")).findings
    assert found.status == status


@pytest.mark.parametrize(("bias", "strength"), [(1000, "committed"), (-1000, "mentioned")])
def test_whether_a_principle_is_committed_to_is_judged_apart(bias: int, strength: str) -> None:
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=with_columns(participation=2000, committed=bias))
    (passage,) = judge.assess(doc("Children come together in the hall.")).spoken["participation"]
    assert passage.strength == strength


def with_hidden(column: str, says: int) -> Recogniser:
    """The recogniser with one hidden unit, on for "forum", that says so much (in parts) for a column."""
    plain = recogniser()
    columns = {**plain.columns, "principle:participation": len(plain.columns)}
    size = len(columns)
    rows = {"forum": {0: 6000, size: 4 * UNIT}, "$gathering": {0: 3000}}
    outputs = Weights.of(size, {"0": {columns[column]: says}})
    return replace(
        plain,
        columns=columns,
        bias=[*plain.bias, -9 * UNIT],
        weights=Weights.of(size + 1, rows),
        hidden=Hidden([0], outputs, [0] * size),
        judges=judges(size, {"full": {"": 0}, "against": {"": 0}, "committed": {"": 0}}),
    )


def test_words_and_network_have_half_the_say_on_a_criterion_and_the_network_all_of_it_on_a_principle() -> None:
    reading = Reading(doc("The forum meets."), NOTHING)
    words_alone = Recognition(recogniser(), reading).alone("DO-PAR-1", 0)
    both = Recognition(with_hidden("DO-PAR-1", 2 * UNIT), reading).alone("DO-PAR-1", 0)
    assert both == pytest.approx(words_alone + 2 * 4 / 4 / 2)
    network = Recognition(with_hidden("principle:participation", 2 * UNIT), reading)
    assert network.alone("principle:participation", 0) == pytest.approx(2 * 4 / 4)


def test_sentences_that_cannot_be_about_a_principle_are_not_heard_for_it() -> None:
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=with_columns(participation=-1000))
    heard = judge.assess(doc("Children come together.", "# A heading apart", "Fees are paid.")).heard["participation"]
    assert heard == {0}


def test_of_an_endless_paragraph_only_what_is_near_is_looked_at() -> None:
    reading = Reading(doc(" ".join(f"Staff shall ask child {number}." for number in range(100))), NOTHING)
    near = paragraph(reading.units[50], reading)
    assert [unit.number for unit in near] == list(range(50 - NEAR, 50 + NEAR + 1))
