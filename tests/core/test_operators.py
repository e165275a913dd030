"""The ways a rule may ask, each with sentences and what they count for."""

from __future__ import annotations

from typing import Any

import pytest

from builders import doc
from crp_commission import operators
from crp_commission.document import BlockKind
from crp_commission.evidence import Evidence
from crp_commission.language.terms import TermTable
from crp_commission.query import compile_query
from crp_commission.reading import Reading

VOCABULARY = {"child": ("child", "young (person|people)", "pupil")}


def found(tree: Any, *lines: str, role: str = "service-specification") -> list[Evidence]:
    """What a query finds in a document written as for ``builders.blocks``."""
    query = compile_query(tree)
    table = TermTable({phrase: (phrase,) for phrase in query.phrases}, VOCABULARY)
    return list(query.find(Reading(doc(*lines, role=role), table)))


def strengths(tree: Any, *lines: str, **settings: Any) -> list[str]:
    return [one.strength.value for one in found(tree, *lines, **settings)]


ASKED = {"promises": ["(ask|consult) & ^$child"]}

PROMISED = {
    "measured": [
        ["The Provider shall ask each child each quarter."],
        ["The Provider must consult children and publish what changed."],
        ["Staff ask children every week."],
        ["The Provider shall consult children. It shall record what they say."],
        ["The Provider shall consult children.", "The results are published."],
        ["The Provider shall each quarter:", "- consult children;", "- record it."],
        ["| Requirement | By when |", "| Consult children | 30 June |"],
        ["| Standard | How often |", "| Pupils are asked | Each term |"],
        ["The registered manager asks every child at each review."],
        ["The home will not close until children have been asked, each one in writing."],
    ],
    "committed": [
        ["The Provider shall consult children."],
        ["The Provider shall:", "- consult children;"],
        ["Children are consulted."],
        ["The Provider, which was set up in 2019, shall consult children."],
        ["Staff ask children."],
        ["A child can ask for another key worker."],
        ["# What the Provider must do", "- consult children"],
        ["The Provider shall consult children.", "# Money", "The results are published."],
        ["The Provider shall consult children.", "Staff are trained each year."],
    ],
    "intended": [
        ["The Provider should consult children each quarter."],
        ["The Provider shall consult children where possible."],
        ["The Provider aims to consult children every month."],
        ["Bidders must consult children each quarter."],
        ["The Provider should:", "- consult children each quarter;"],
        ["The Provider shall consult children each quarter. This clause is guidance only."],
        ["## Optional extras", "The Provider shall consult children each quarter."],
        ["| Duty | Mandatory or desirable | How often |", "| Children are consulted | Desirable | Weekly |"],
        ["It is proposed that the Provider shall consult children each quarter."],
        ["Officers recommended that children will be consulted each quarter."],
        ["The option under consideration is that children are consulted each quarter."],
        ["It is unclear whether children will be consulted each quarter."],
        ["Ideally children are consulted each quarter."],
        ["Staff may, if they wish, consult children each quarter."],
        ["Funding permitting, children are consulted each quarter."],
        ["Provided that the budget permits, children will be consulted each quarter."],
        ["Children will be consulted each quarter, if the Provider so chooses."],
        ["Children will be consulted each quarter, but only if the manager thinks it necessary."],
        ["Children will be consulted each quarter, unless the manager decides otherwise."],
        ["Children will, as a rule, be consulted each quarter."],
        ["Each child shall be consulted each quarter, except children under 12."],
        ["Subject to the written consent of a parent, children shall be consulted each quarter."],
        ["Children are only consulted if parents agree."],
    ],
    "mentioned": [
        ["Consulting children"],
        ["How will you consult children each quarter?"],
        ["How must children be consulted each quarter?"],
        ["Officers consulted children in May 2025."],
        ["# Background", "The Provider shall consult children each quarter."],
        ["> The Provider shall consult children each quarter."],
    ],
}


@pytest.mark.parametrize(("strength", "lines"), [(name, case) for name, cases in PROMISED.items() for case in cases])
def test_a_promise_is_worth_what_it_binds_to(strength: str, lines: list[str]) -> None:
    assert set(strengths(ASKED, *lines)) == {strength}


NOTHING = [
    ["# The Provider shall consult children each quarter"],
    ["# Contents", "The Provider shall consult children each quarter."],
    ["# Legislation", "The Provider shall consult children each quarter."],
    ["# Definitions", "The Provider shall consult children each quarter."],
    ["Consult; children; views; voice; rights; participation; co-production; respect"],
    ["The Provider shall consult [insert number] children each quarter."],
    ["The Provider shall not consult children."],
    ["Nobody will consult children."],
    ["The Provider shall keep records unless children are consulted."],
    ["The Provider shall consult parents each quarter."],
    ["The Provider shall consult employees about pensions each quarter."],
    ["# Staff consultation", "The Provider shall consult each quarter."],
    ["Older people in the care home are consulted each quarter.", "Adults with dementia shall be asked each month."],
    ["The data of children is held on a server, and the software shall consult it daily."],
    ["The Council shall pay the Provider each quarter."],
    ["Children must ask to be consulted each quarter."],
    ["Young people shall report to staff whom they consult each quarter."],
    ["Children shall not consult each other."],
    ["# Out of scope", "Children are consulted each quarter."],
    ["Under the former contract the Provider had to consult children each quarter."],
    ["The Provider is under no duty to:", "- consult children each quarter."],
    ["| Task | Required? |", "| Consult children each quarter | No |"],
    ['The minister said: "The Provider shall consult children each quarter, without fail."'],
    ['"Review" means a meeting at which children are consulted each quarter.'],
]


@pytest.mark.parametrize("lines", NOTHING, ids=lambda lines: lines[-1])
def test_what_is_no_promise_to_children_is_no_evidence(lines: list[str]) -> None:
    assert strengths(ASKED, *lines) == []


READ_RIGHT = [
    # what is promised, what it counts for
    ("The Provider shall without fail consult children each month.", "measured"),
    ("Save in an emergency, the Provider shall consult children.", "committed"),
    ("Providers are asked to consult children each quarter.", "intended"),
    ("The aim is that children are consulted each month.", "intended"),
    ("As agreed with the Council children are consulted every month.", "measured"),
    ("The Provider shall consult children aged 8 to 12.", "committed"),
    ("The Provider shall consult children as a target group.", "committed"),
    ("The Provider shall consult children in line with the Council's annual plan.", "committed"),
    ("The Provider shall consult children. Vehicles are serviced each year.", "committed"),
]


@pytest.mark.parametrize(("sentence", "strength"), READ_RIGHT)
def test_promises_that_were_once_read_wrongly(sentence: str, strength: str) -> None:
    assert strengths({"promises": {"any": ["consult & ^$child"], "denial": "contradicts"}}, sentence) == [strength]


WRONG_TODAY = [
    # what is promised, what it should count for
    ("Please describe how children are consulted each quarter.", "mentioned"),
    ("Tell us how you will consult children.", "mentioned"),
    ("No plan is signed unless the child has been consulted.", "committed"),
    ("The Provider shall consult children under section 17 of the Children Act 1989.", "committed"),
]


@pytest.mark.xfail(reason="read wrongly today", strict=True)
@pytest.mark.parametrize(("sentence", "strength"), WRONG_TODAY)
def test_promises_that_are_read_wrongly_today(sentence: str, strength: str) -> None:
    assert strengths({"promises": {"any": ["consult & ^$child"], "denial": "contradicts"}}, sentence) == [strength]


REFERRED = [
    # where the duty refers to, the other section, what stands there, the strength
    ("as set out in Schedule 2", "Schedule 2 Participation", "Children are consulted each quarter.", "measured"),
    ("in line with clause 7", "7 Participation", "Children are consulted each quarter.", "measured"),
    ("as set out in Schedule 3", "Schedule 2 Participation", "Children are consulted each quarter.", "committed"),
    ("as set out in Schedule 2", "Schedule 2 Payment", "The fee is paid each quarter.", "committed"),
]


@pytest.mark.parametrize(("reference", "title", "text", "strength"), REFERRED)
def test_what_a_duty_refers_to_inside_the_pack_can_make_it_checkable(
    reference: str, title: str, text: str, strength: str
) -> None:
    lines = ["# 4 Voice", f"The Provider shall consult children {reference}.", f"# {title}", text]
    assert {one.strength.value for one in found(ASKED, *lines) if one.place.section == "4 Voice"} == {strength}


def test_the_bidders_questions_ask_and_do_not_promise() -> None:
    assert strengths(ASKED, "The Provider shall consult children each quarter.", role="itt-questions") == ["mentioned"]


def test_evidence_says_where_it_stands_and_why() -> None:
    (one,) = found(ASKED, "# 4 Voice", "The Provider shall each term:", "- consult children;")
    assert one.quote == "consult children;"
    assert one.lead == "The Provider shall each term:"
    assert one.place.section == "4 Voice"
    assert one.details == ("each term",)
    assert "the provider is bound to do it" in one.because
    assert 'how often: "each term"' in one.because


@pytest.mark.parametrize("most", ["mentioned", "intended", "committed"])
def test_a_thin_form_counts_for_no_more_than_the_rule_says(most: str) -> None:
    tree = {"promises": {"any": ["consult"], "at_most": most}}
    assert strengths(tree, "The Provider shall consult children each quarter.") == [most]
    assert strengths(tree, "Consulting children") == ["mentioned"]


DENIALS = [
    ("The Provider will not consult children.", ["contradicts"]),
    ("Children will not be consulted.", ["contradicts"]),
    ("Children are never consulted.", ["contradicts"]),
    ("The Provider is not required to consult children.", ["contradicts"]),
    ("Children were not consulted.", []),
    ("The Provider should not consult children.", []),
    ("Children shall be consulted no later than 31 May.", ["measured"]),
]


@pytest.mark.parametrize(("sentence", "expected"), DENIALS)
def test_a_denial_contradicts_where_the_rule_says_so(sentence: str, expected: list[str]) -> None:
    assert strengths({"promises": {"any": ["consult"], "denial": "contradicts"}}, sentence) == expected
    assert "contradicts" not in strengths({"promises": {"any": ["consult"]}}, sentence)


def test_a_power_of_the_council_counts_where_the_rule_says_so() -> None:
    sentence = "The Council may replace a manager who does not listen to children."
    assert strengths({"promises": {"any": ["replace"], "powers": True}}, sentence) == ["committed"]
    assert strengths({"promises": ["replace"]}, sentence) == ["intended"]


def test_anyone_may_hold_the_promise_where_the_rule_says_so() -> None:
    sentence = "The Provider shall consult employees each quarter."
    assert strengths({"promises": {"any": ["consult"], "holder": "anyone"}}, sentence) == ["measured"]
    assert strengths({"promises": ["consult"]}, sentence) == []


BANNED = [
    ("No child shall be isolated.", ["committed"]),
    ("Staff must never isolate a child, and the manager reads the log each week.", ["measured"]),
    ("Isolating a child is forbidden.", ["committed"]),
    ("Staff must not:", ["committed"]),
    ("A child may be isolated.", ["contradicts"]),
    ("Staff shall isolate a child who misbehaves.", ["contradicts"]),
    ("Isolating a child", []),
]


@pytest.mark.parametrize(("sentence", "expected"), BANNED)
def test_forbids(sentence: str, expected: list[str]) -> None:
    lines = [sentence, "- isolate a child;"] if sentence.endswith(":") else [sentence]
    assert strengths({"forbids": ["isolate"]}, *lines) == expected


def test_what_allows_the_act_can_be_left_to_others() -> None:
    tree = {"forbids": {"any": ["isolate"], "allowed": "ignore"}}
    assert strengths(tree, "A child may be isolated.") == []
    assert strengths(tree, "No child shall be isolated.") == ["committed"]


REPORTED = [
    ("We asked 40 children in May 2025.", ["measured"]),
    ("Children were asked each quarter by their key worker.", ["measured"]),
    ("Children were asked.", ["mentioned"]),
    ("> We asked 40 children in May 2025.", ["mentioned"]),
    ("Children are asked each quarter.", []),
    ("The Provider shall ask 40 children.", []),
    ("By May 2026, 40 children will be asked.", []),
    ("Children were not asked in May 2025.", []),
    ("Parents were asked in May 2025.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), REPORTED)
def test_reports(sentence: str, expected: list[str]) -> None:
    assert strengths({"reports": ["ask"]}, sentence) == expected


SAID = [
    ("Children's views need not be sought.", ["contradicts"]),
    ("Feedback from parents replaces the views of children.", []),
    ("Views of children are replaced by those of parents.", ["contradicts"]),
    ("Views of children are never replaced.", []),
    ("> Views of children are replaced.", []),
    ("Are the views of children replaced?", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_says(sentence: str, expected: list[str]) -> None:
    assert strengths({"says": ["views ~3 replaced", "views ~1 need not"]}, sentence) == expected


OWN_DENIAL = [
    ("Parents are asked instead of children.", ["contradicts"]),
    ("Parents are asked rather than children.", ["contradicts"]),
    ("Parents are not asked instead of children.", []),
    ("Parents are never asked rather than children.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), OWN_DENIAL)
def test_a_denial_in_the_signal_s_own_words_turns_nothing_round(sentence: str, expected: list[str]) -> None:
    assert strengths({"says": ["asked (instead of|rather than) $child"]}, sentence) == expected


def test_says_may_count_for_less_and_give_its_reason() -> None:
    (one,) = found({"says": {"any": ["views"], "strength": "mentioned", "because": "it is named"}}, "Children's views.")
    assert (one.strength.value, one.because) == ("mentioned", "it is named")


GROUPS = {"counts": {"of": ["girl", "(disability|disabled)", "(asylum|refugee)"], "least": 2}}
COUNTED = [
    (["Of the children seen, 43 were girls and 12 were disabled."], ["measured"]),
    (["Last year 43 girls came.", "In all, 12 disabled children came."], ["measured"]),
    (["| Group | Children |", "| Girls | 43 |", "| Disabled children | 12 |"], ["measured"]),
    (["43 girls came, and 12 disabled children."], ["measured"]),
    (["Last year 43 girls came."], ["mentioned"]),
    (["# Girls", "Last year 43 girls came.", "# Disability", "Of all, 12 disabled children came."], ["mentioned"] * 2),
    (["Girls and disabled children came."], []),
    (["Girls aged 8 and disabled children aged 9 came."], []),
    (["Within 5 days disabled girls are seen."], []),
    (["The Provider shall see 43 girls and 12 disabled children."], []),
    (["Of the staff, 43 employees are disabled and on 12 pension scales."], []),
    (["# Girls 43, disabled children 12"], []),
]


@pytest.mark.parametrize(("lines", "expected"), COUNTED, ids=lambda value: str(value[-1:]))
def test_counts(lines: list[str], expected: list[str]) -> None:
    assert strengths(GROUPS, *lines) == expected


def test_any_of_a_list_of_trees_may_be_found_and_each_passage_counts_once() -> None:
    tree = [{"promises": ["consult"]}, {"promises": {"any": ["children"], "at_most": "mentioned"}}]
    lines = ["The Provider shall consult children each quarter.", "Children are welcome."]
    assert strengths(tree, *lines) == ["measured", "mentioned"]


def test_all_of_a_list_of_trees_are_no_stronger_than_the_weakest() -> None:
    tree = {"all": [{"promises": ["consult"]}, {"promises": ["tell"]}]}
    assert strengths(tree, "Staff shall consult children monthly.") == []
    both = strengths(tree, "Staff shall consult children monthly.", "Staff should tell children.")
    assert both[0] == "intended"


def test_the_strongest_passage_comes_first() -> None:
    lines = ["Staff should ask children.", "Staff shall ask children.", "Staff shall ask children each week."]
    assert strengths(ASKED, *lines) == ["measured", "committed", "intended"]


WRONG = [
    ({"promise": ["ask"]}, "did you mean 'promises'"),
    ({"zzz": ["ask"]}, "there are counts, forbids, promises, recognised, reports, says"),
    ({"promises": ["ask"], "says": ["ask"]}, "one operator"),
    ("ask", "one operator"),
    (None, "one operator"),
    ({}, "one operator"),
    ({"promises": "ask"}, "takes a list of signals or a mapping"),
    ({"promises": []}, "at least one signal"),
    ({"promises": [4]}, "list of texts"),
    ({"promises": ["^ask"]}, "must stand in the sentence itself"),
    ({"promises": {"at_most": "intended"}}, "needs 'any'"),
    ({"promises": {"any": ["ask"], "atmost": "intended"}}, "did you mean 'at_most'"),
    ({"promises": {"any": ["ask"], "colour": "red"}}, "does not know 'colour'"),
    ({"promises": {"any": ["ask"], "at_most": "measured"}}, "at_most is one of"),
    ({"promises": {"any": ["ask"], "holder": "dog"}}, "holder is one of"),
    ({"promises": {"any": ["ask"], "denial": "yes"}}, "denial is"),
    ({"forbids": {"any": ["ask"], "allowed": "no"}}, "allowed is"),
    ({"says": {"any": ["ask"], "strength": "loud"}}, "loud"),
    ({"counts": {"of": ["girl"], "least": 2}}, "'least' at most the number of kinds"),
    ({"all": []}, "'all' takes a list of operators"),
    ({"all": {"promises": ["ask"]}}, "'all' takes a list of operators"),
    ({"promises": {"any": "ask"}}, "'any' is a list of texts"),
    ({"promises": {"any": ["ask"], "powers": "yes"}}, "'powers' is true or false"),
    ({"counts": {"of": ["girl"], "least": "1"}}, "'least' is"),
]


@pytest.mark.parametrize(("tree", "said"), WRONG)
def test_a_badly_written_tree_is_told_in_words(tree: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        compile_query(tree)


@pytest.mark.parametrize("name", operators.names())
def test_every_operator_says_what_it_is_for(name: str) -> None:
    module = __import__(f"crp_commission.operators.{name}", fromlist=["find"])
    assert module.__doc__
    assert module.Options.__doc__
    assert callable(module.phrases)
    assert callable(module.find)


def test_no_operator_takes_evidence_from_a_heading() -> None:
    for tree in (
        ASKED,
        {"forbids": ["ask"]},
        {"reports": ["ask"]},
        {"says": ["ask"]},
        {"counts": ["ask", "child", "4"]},
    ):
        kinds = {BlockKind.HEADING}
        document = doc("# Staff never asked 4 children in May 2025")
        assert {sentence.kind for sentence in document.sentences} == kinds
        assert strengths(tree, "# Staff never asked 4 children in May 2025") == []
