"""Recognition: weights over words and concepts say which passages speak to a criterion, and how it is then judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import doc, part, rule, ruleset
from crp_commission.assessment import Finding
from crp_commission.document import Document
from crp_commission.engine import Judge
from crp_commission.language.terms import TermTable
from crp_commission.language.words import words
from crp_commission.reading import Reading
from crp_commission.recogniser import FINE, MOST, UNIT, Hidden, Judges, Recogniser, Weights, whole_parts, whole_steps
from crp_commission.recognition import NEAR, Recognition, pair_features, paragraph, word_features

NOTHING = TermTable({})
VOCABULARY = {"child": ("child",)}
ASK = rule("DO-PAR-1", "critical", parts=(part("ask & ^$child", asks="children are asked"),))


FORUM = "The Provider shall hold a forum with children."
KNOWN = {"forum": {"DO-PAR-1": 10.0}, "$gathering": {"DO-PAR-1": 3.0}, "lorry": {"DO-PAR-1": -16.0}}


def recogniser(
    known: Mapping[str, Mapping[str, float]] = KNOWN, bias: Mapping[str, float] | None = None, **judging: dict[str, int]
) -> Recogniser:
    """Knows a criterion by the word "forum" and the concept of gathering, by a hidden unit for each word and column.

    ``known`` gives what each word says of a column, ``bias`` what the columns start from. ``judging`` gives for a kind
    of judgement what each word says, in thousandths, and what it starts from at "".
    """
    starts = {"DO-PAR-1": -1.0, **(bias or {})}
    columns = {name: number for number, name in enumerate(starts)}
    said = [(word, column, amount) for word, told in known.items() for column, amount in told.items()]
    into = [[8.0 * (word == other) for other, _, _ in said] for word in known]
    out = [[amount / 8 * (column == name) for name in columns] for _, column, amount in said]
    rows, steps = whole_steps(into)
    column_bias = [int(amount * UNIT) for amount in starts.values()]
    return Recogniser(
        columns=columns,
        weights=Weights(len(said), list(known), rows),
        hidden=Hidden([0] * len(said), steps, whole_parts(out), column_bias),
        judges=judges(len(columns), {"full": {"": 500}, "against": {"": -2000}, "committed": {"": 0}, **judging}),
        concepts=TermTable({"$gathering": ["(come|get) together"]}).index,
    )


def judges(columns: int, judging: Mapping[str, Mapping[str, int]]) -> Judges:
    """One hidden unit for each kind of judgement, on as far as the words say."""
    kinds = {kind: number for number, kind in enumerate(judging)}
    features = sorted({word for told in judging.values() for word in told.keys() - {""}})
    into = [[told.get(word, 0) / 1000 for told in judging.values()] for word in features]
    out = [[0.0] * (len(kinds) * (columns + 1)) for _ in kinds]
    bias = [0] * (len(kinds) * (columns + 1))
    for kind, number in kinds.items():
        out[number][number * (columns + 1)] = 1.0
        bias[number * (columns + 1)] = judging[kind][""] * UNIT // 1000
    rows, steps = whole_steps(into) if features else (b"", [1] * len(kinds))
    hidden = Hidden([0] * len(kinds), steps, whole_parts(out), bias)
    return Judges(kinds, columns, Weights(len(kinds), features, rows), hidden)


def recognition(*lines: str) -> Recognition:
    return Recognition(recogniser(), Reading(doc(*lines), NOTHING))


def judged(*lines: str, **judging: dict[str, int]) -> Finding:
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=recogniser(**judging))
    (finding,) = judge.assess(doc(*lines)).findings
    return finding


def test_features_are_stems_without_figures_and_the_commonest_words() -> None:
    assert word_features(words("The 12 children will be asked by the staff")) == {"child", "ask", "staff"}


def test_pairs_are_words_that_stand_side_by_side_but_for_the_commonest() -> None:
    assert pair_features(words("The 12 parents speak for the children")) == {"parent speak", "speak child"}
    assert pair_features(words("A book about children")) == {"book about"}  # "about child" is a feature of its own


def test_what_stands_next_to_what_is_recognised() -> None:
    known = recogniser({"parent speak": {"DO-PAR-1": -8.0}, "child speak": {"DO-PAR-1": 8.0}})
    lines = ("The parents speak for the children.", "The children speak for the parents.")
    against, with_it = (Recognition(known, Reading(doc(line), NOTHING)).alone("DO-PAR-1", 0) for line in lines)
    assert against < -1 < with_it


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


@pytest.mark.parametrize(
    ("weight", "status", "elsewhere"), [(30.0, "met", "met"), (16.0, "met", "gap"), (8.0, "gap", "gap")]
)
def test_what_names_no_child_counts_the_sooner_in_a_paper_on_children(
    weight: float, status: str, elsewhere: str
) -> None:
    lines = (
        "Children live here.",
        "Children play.",
        *["Meals are served."] * 3,
        "A forum is held with residents each week.",
    )
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=recogniser({"forum": {"DO-PAR-1": weight}}))
    statuses = [judge.assess(paper).findings[0].status for paper in (doc(*lines), doc(*lines[2:]))]
    assert statuses == [status, elsewhere]


def test_nothing_is_recognised_in_a_paper_on_adults() -> None:
    lines = ("Adults aged 65 and over live here.", "Older people are served meals.") * 3
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=recogniser({"forum": {"DO-PAR-1": 30.0}}))
    (finding,) = judge.assess(doc(*lines, "A forum is held with residents each week.")).findings
    assert finding.status == "gap"


SPARED = [
    ("Children leave the forum at sixteen.", "contradicted"),
    ("Nothing in this clause prevents children from going to the forum.", "partial"),
    ("Do children have to leave the forum at sixteen?", "partial"),
]


@pytest.mark.parametrize(("line", "status"), SPARED)
def test_a_question_or_a_clause_that_spares_something_takes_nothing_away(line: str, status: str) -> None:
    known = recogniser({"forum": {"DO-PAR-1": 24.0}}, against={"": 9000})
    (finding,) = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=known).assess(doc(line)).findings
    assert finding.status == status


@pytest.mark.parametrize(("weight", "status"), [(12.0, "gap"), (24.0, "partial")])
def test_what_only_mentions_it_counts_if_there_is_no_doubt_that_it_does(weight: float, status: str) -> None:
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=recogniser({"forum": {"DO-PAR-1": weight}}))
    mention, duty = ("Do children go to the forum?", "The Provider shall hold a forum with children each week.")
    (finding,) = judge.assess(doc(mention)).findings
    (promise,) = judge.assess(doc(duty)).findings
    assert (finding.status, promise.status) == (status, "met")


def test_a_clause_that_states_something_comes_before_a_fragment() -> None:
    assert "nobody is said" not in judged("No forum: children meet in a forum each week.").why


def test_a_passage_that_takes_away_counts_beside_a_promise_found_by_words() -> None:
    promise = "Staff shall ask children about the forum each week."
    against = {"against": {"": 0, "chair": 9000, "~chair": -9000}}
    assert judged(promise, "Meals are served.", **against).status == "met"
    assert judged(promise, "A forum of children needs the chair's word.", **against).status == "contradicted"


def test_a_passage_that_takes_away_what_words_found_in_it_counts() -> None:
    line = "Staff shall ask children about the forum each week where the chair agrees."
    assert judged(line, against={"": 0, "chair": 9000}).status == "contradicted"
    assert judged(line, against={"": 0, "lorry": 9000}).status != "contradicted"


@pytest.mark.parametrize(("weight", "against", "status"), [(7.0, 9000, "contradicted"), (7.0, -9000, "gap")])
def test_what_takes_away_is_found_sooner_than_a_promise(weight: float, against: int, status: str) -> None:
    known = recogniser({"forum": {"DO-PAR-1": weight}}, against={"": against})
    assert 0.4 <= Recognition(known, Reading(doc(FORUM), NOTHING)).alone("DO-PAR-1", 0) < 1.2
    (finding,) = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=known).assess(doc(FORUM)).findings
    assert finding.status == status


def test_what_is_surely_a_full_promise_is_met_whatever_its_sentence_leaves_unsaid() -> None:
    for line in (FORUM, "Staff shall ask children about the forum."):
        assert judged(line).status == "partial"
        finding = judged(line, full={"": 9000})
        assert finding.status == "met"
        assert "“forum”" in finding.why


@pytest.mark.parametrize(
    "line", ["The Provider may hold a forum with children.", "Staff should ask children about the forum."]
)
def test_what_is_only_permitted_or_aimed_at_is_no_full_promise_however_sure_its_judge(line: str) -> None:
    assert judged(line, full={"": 9000}).status == "partial"


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


FEATURES = ["ask", "child", "$heard", "forum", "lorry"]
WEIGHTS = st.lists(
    st.lists(st.floats(-4, 4, width=32), min_size=3, max_size=3), min_size=len(FEATURES), max_size=len(FEATURES)
)


@given(WEIGHTS, st.sets(st.sampled_from([*FEATURES, "unknown"])))
def test_rows_add_up_to_the_sums_of_their_weights(weights: list[list[float]], features: set[str]) -> None:
    rows, steps = whole_steps(weights)
    count, sums = Weights(3, FEATURES, rows).sums(features)
    own = [row for feature, row in zip(FEATURES, weights, strict=True) if feature in features]
    assert count == len(own)
    for unit, step in enumerate(steps):
        assert sums[unit] * step / FINE == pytest.approx(sum(row[unit] for row in own), abs=len(own) * step / FINE)


@given(WEIGHTS)
def test_no_weight_is_off_by_more_than_half_a_step_and_steps_are_no_wider_than_they_must_be(
    weights: list[list[float]],
) -> None:
    rows, steps = whole_steps(weights)
    for unit, step in enumerate(steps):
        assert step <= max(abs(row[unit]) for row in weights) / MOST * FINE + 1
        for place, row in enumerate(weights):
            whole = int.from_bytes(rows[place * 3 + unit : place * 3 + unit + 1], "little", signed=True)
            assert abs(whole * step / FINE - row[unit]) <= step / FINE / 2 + 1e-9


@given(
    st.lists(st.tuples(st.integers(-100, 100), st.integers(-3000, 3000)), min_size=1, max_size=6),
    st.lists(st.integers(-2000, 2000), min_size=12, max_size=12),
    st.floats(0.05, 0.25),
)
def test_hidden_units_that_are_on_speak_for_the_columns(
    units: list[tuple[int, int]], out: list[int], share: float
) -> None:
    outputs = whole_parts([[out[2 * n] / UNIT, out[2 * n + 1] / UNIT] for n in range(len(units))])
    hidden = Hidden([bias for _, bias in units], [FINE // 4] * len(units), outputs, [250, -500])
    on = [max(0.0, total / 4 * share + bias / UNIT) for total, bias in units]
    (found,) = hidden.scores([[total for total, _ in units]], [share])
    ways = hidden.ways([total for total, _ in units], share, 1)
    for column, bias in ((0, 0.5), (1, -1.0)):
        exact = bias + sum(one * out[2 * n + column] / UNIT for n, one in enumerate(on))
        assert found[column] == pytest.approx(exact, abs=0.4)
    assert list(ways) == [FINE // 4 * out[2 * n + 1] if one else 0 for n, one in enumerate(on)]


def test_a_feature_is_worth_what_it_adds_by_units_that_are_on() -> None:
    rows, steps = whole_steps([[2.0, 1.0], [0.0, 1.0]])
    weights = Weights(2, ["ask", "child"], rows)
    hidden = Hidden([0, -9 * UNIT], steps, whole_parts([[1.0], [50.0]]), [0])
    _, sums = weights.sums(["ask", "child"])
    ask, child, unknown = weights.worth(weights.numbers(["ask", "child", "lorry"]), hidden.ways(sums, 1.0, 0))
    assert ask > 0 == child == unknown  # the second unit is off, so what it would lead to counts for nothing


def test_rows_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="2 features in 3 units"):
        Weights(3, ["ask", "child"], b"\0" * 5)
    with pytest.raises(ValueError, match="2 units to 1 columns"):
        Hidden([0, 0], [1, 1], b"\0" * 2, [0])


def with_columns(**biases: int) -> Recogniser:
    """The recogniser with columns of their own for "any" and a principle, which start from ``biases``, in parts.

    Where children come together, each of them is spoken of.
    """
    committed = {"": biases.pop("committed", 0)}
    names = {"any": "any", "participation": "principle:participation"}
    starts = {names[name]: bias / UNIT for name, bias in biases.items()}
    known = {"forum": {"DO-PAR-1": 6.0}, "$gathering": {"DO-PAR-1": 3.0, **dict.fromkeys(starts, 6.0)}}
    return recogniser(known, starts, committed=committed)


@pytest.mark.parametrize(("bias", "status"), [(1.5, "met"), (0.5, "gap"), (-2.0, "gap")])
def test_a_passage_that_speaks_to_no_criterion_is_not_found(bias: float, status: str) -> None:
    known = recogniser({"forum": {"DO-PAR-1": 12.0}, "child": {"DO-PAR-1": 4.0}}, {"any": bias})
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=known)
    for line in ("Staff shall ask each child each week.", "A forum is held with children each week."):
        assert judge.assess(doc(line)).findings[0].status == status


def test_what_is_refused_works_against_its_criterion() -> None:
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=recogniser())
    refused = doc("Can children hold a forum here with children? No. Rooms are for staff.")
    granted = doc("Can children hold a forum here with children? Yes. Rooms are for children.")
    assert judge.assess(refused).findings[0].status == "contradicted"
    assert judge.assess(granted).findings[0].status != "contradicted"


def test_clauses_in_one_long_list_are_paragraphs_of_their_own() -> None:
    clause = " ".join(["Staff shall ask each child what they want and write it down in the book."] * 3).replace(
        ".", ","
    )
    listed = Reading(doc(*[f"- {clause} and so on in clause {number}." for number in range(4)]), NOTHING)
    assert [len(paragraph(unit, listed)) for unit in listed.units] == [1, 1, 1, 1]
    short = Reading(doc("Staff shall:", "- ask each child;", "- tell each child;", "- help each child."), NOTHING)
    assert len(paragraph(short.units[-1], short)) > 1


@pytest.mark.parametrize(("bias", "strength"), [(1000, "committed"), (-1000, "mentioned")])
def test_whether_a_principle_is_committed_to_is_judged_apart(bias: int, strength: str) -> None:
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=with_columns(participation=2000, committed=bias))
    (passage,) = judge.assess(doc("Children come together in the hall.")).spoken["participation"]
    assert passage.strength == strength


def strength_of(document: Document, committed: int) -> str:
    """How strongly participation is spoken of, where ``committed`` parts say that somebody is bound."""
    judge = Judge(
        [ruleset(ASK, vocabulary=VOCABULARY)], recogniser=with_columns(participation=2000, committed=committed)
    )
    return judge.assess(document).spoken["participation"][-1].strength


@pytest.mark.parametrize(
    ("lines", "strength"),
    [
        (["Children come together in the hall."], "committed"),
        (["Children coming together in the hall."], "mentioned"),  # nothing is said of them
        (["Children were clear what they wanted:", "“We must all come together in the hall.”"], "mentioned"),
        (["Nothing in this section is binding.", "Children come together in the hall."], "mentioned"),
    ],
)
def test_only_what_the_paper_says_in_force_is_lifted_to_a_commitment(lines: list[str], strength: str) -> None:
    assert strength_of(doc(*lines), committed=1000) == strength


@pytest.mark.parametrize(
    ("line", "role", "strength"),
    [
        ("Staff should see that children come together.", "unknown", "committed"),
        ("Staff should see that children come together.", "service-specification", "mentioned"),
        ("Staff should, where appropriate, see that children come together.", "unknown", "mentioned"),
        ("Children should come together.", "unknown", "mentioned"),
        ("Staff could see that children come together.", "unknown", "mentioned"),
    ],
)
def test_guidance_lays_down_duties_by_should(line: str, role: str, strength: str) -> None:
    assert strength_of(doc(line, role=role), committed=-1000) == strength


def test_sentences_that_cannot_be_about_a_principle_are_not_heard_for_it() -> None:
    judge = Judge([ruleset(ASK, vocabulary=VOCABULARY)], recogniser=with_columns(participation=-200))
    heard = judge.assess(doc("Children come together.", "# A heading apart", "Fees are paid.")).heard["participation"]
    assert heard == {0}


def test_of_an_endless_paragraph_only_what_is_near_is_looked_at() -> None:
    reading = Reading(doc(" ".join(f"Staff shall ask child {number}." for number in range(100))), NOTHING)
    near = paragraph(reading.units[50], reading)
    assert [unit.number for unit in near] == list(range(50 - NEAR, 50 + NEAR + 1))
