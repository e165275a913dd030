"""The phrase language: what a rule may write, and how a badly written phrase is told."""

from __future__ import annotations

import pytest

from crp_commission.language.phrases import PhraseError, parse_phrase
from crp_commission.language.terms import TermTable
from crp_commission.language.words import words

VOCABULARY = {
    "child": ("child", "young (person|people)", "$resident"),
    "resident": ("resident", "care leaver"),
    "asking": ("ask", "ask a child"),
}


def found(phrase: str, text: str) -> list[str]:
    """The stretches of the text that the phrase matches."""
    seen = words(text)
    hits = TermTable({"it": (phrase,)}, VOCABULARY).find(seen).get("it", [])
    return [text[seen[hit.start].start : seen[hit.end - 1].end] for hit in hits]


MATCHES = [
    # phrase, text, what is matched
    ("consult children", "They consulted the child. Consulting children helps.", ["Consulting children"]),
    ("consult children", "Consult\nCHILDREN", ["Consult\nCHILDREN"]),
    ("=will", "It will. Wills are kept. Willing staff.", ["will"]),
    ("will", "It will. Wills are kept. Willing staff.", ["will", "Wills", "Willing"]),
    ("=children's views", "the children’s views; a child’s views", ["children’s views"]),
    ("children views", "the children’s views; a child’s views", ["children’s views", "child’s views"]),
    ("child-friendly", "a child-friendly, child friendly copy", ["child-friendly", "child friendly"]),
    ("(ask|consult) children", "ask children, consult children, tell children", ["ask children", "consult children"]),
    (
        "(sit down|ask|meet up) children",
        "sit down children; meet up children",
        ["sit down children", "meet up children"],
    ),
    ("ask (all|every)? child", "ask child, ask every child, ask some child", ["ask child", "ask every child"]),
    ("ask the? child", "ask child, ask the child", ["ask child", "ask the child"]),
    ("(at|(no|zero)) cost", "at cost, no cost, zero cost, cost", ["at cost", "no cost", "zero cost"]),
    ("ask ~2 child", "ask child; ask a child; ask one two child", ["ask child", "ask a child", "ask one two child"]),
    ("ask ~2 child", "ask one two three child", []),
    ("ask ~0 child", "ask child; ask each child", ["ask child"]),
    ("ask ~ child", "ask one two three four five child", ["ask one two three four five child"]),
    ("# child", "12 children, 4 children, many children", ["12 children", "4 children"]),
    ("within # day", "within 10 days; within ten days", ["within 10 days"]),
    ("$child view", "young people’s views; care leavers’ views", ["young people’s views", "care leavers’ views"]),
    ("ask ~1 $child now", "ask every young person now", ["ask every young person now"]),
    ("($asking|ask ~2) now", "ask now; ask a child now; ask one now", ["ask now", "ask a child now", "ask one now"]),
    ("£ #", "£400 and £ 12", ["£400", "£ 12"]),
    ("# %", "80% of staff", ["80%"]),
    ("not-for-profit", "a not-for-profit body", ["not-for-profit"]),
    ("under-18", "under-18s and under 18", ["under-18s", "under 18"]),
    ("ask ask", "ask ask ask", ["ask ask", "ask ask"]),
]


@pytest.mark.parametrize(("phrase", "text", "expected"), MATCHES)
def test_a_phrase_matches(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


def test_the_longest_match_is_taken_at_each_start() -> None:
    assert found("ask ~4 child", "ask a child and a child") == ["ask a child and a child"]


def test_each_choice_leads_on_to_the_rest_of_the_phrase() -> None:
    assert found("(ask|tell) (child|parent) first", "tell parents first; ask first") == ["tell parents first"]


WRONG = [
    ("", "an empty phrase matches nothing"),
    ("   ", "an empty phrase matches nothing"),
    ("(ask|tell", "a '(' is never closed"),
    ("ask) child", "there is a ')' too many"),
    ("(ask||tell)", "a choice has an empty branch"),
    ("(|ask)", "a choice has an empty branch"),
    ("()", "a choice has an empty branch"),
    ("ask?", "would match no words at all"),
    ("(ask|tell)?", "would match no words at all"),
    ("ask? ~3", "would match no words at all"),
    ("~3", "would match no words at all"),
    ("ask ~51 child", '"~51" is no gap: write how many words may stand between, 50 at most'),
    ("ask ~9999999999 child", "is no gap"),
    ("ask ~-1 child", '"~-1" is no gap'),
    ("ask ~3x child", '"~3x" is no gap'),
    ("ask $children", "there is no vocabulary list called $children"),
    ("ask * child", '"*" cannot stand in a phrase'),
    ("ask [child]", '"[" cannot stand in a phrase'),
    ("ask: child", '":" cannot stand in a phrase'),
    ("-", "holds no word"),
    ("=", "cannot stand in a phrase"),
    ("a " * 400, "longer than 500 characters"),
]


@pytest.mark.parametrize(("phrase", "said"), WRONG)
def test_a_badly_written_phrase_is_told_in_words(phrase: str, said: str) -> None:
    with pytest.raises(PhraseError) as wrong:
        parse_phrase(phrase, VOCABULARY)
    assert said in str(wrong.value)


def test_a_list_that_holds_itself_is_told() -> None:
    with pytest.raises(PhraseError, match=r"holds itself"):
        TermTable({}, {"loop": ("$pool",), "pool": ("ask", "$loop")})
