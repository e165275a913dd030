"""Questions for a yes or a no: an answer is read with its question, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import doc
from crp_commission.document import Sentence
from crp_commission.language.replies import asks, with_questions
from crp_commission.language.sentences import split


def leads(*lines: str) -> list[tuple[str, str]]:
    """Each sentence that is led in by something, with that."""
    sentences: tuple[Sentence, ...] = doc(*lines).sentences
    return [(one.text, one.lead) for one in sentences if one.lead]


ANSWERED = [
    (["Can I see my file? No. It is for staff."], [("It is for staff.", "Can I see my file? No.")]),
    (["Can I see my file?", "No, it is for staff."], [("No, it is for staff.", "Can I see my file?")]),
    (
        ["## Can I see my file?", "Yes. Ask your key worker. She is kind."],
        [("Ask your key worker.", "Can I see my file? Yes.")],
    ),
    (["Can I see it? No. Do I pay? Yes."], [("No.", "Can I see it?"), ("Yes.", "Do I pay?")]),
    (
        ["Will you ask us? Of course. We meet weekly. Can I leave? Never."],
        [("We meet weekly.", "Will you ask us? Of course."), ("Never.", "Can I leave?")],
    ),
    (["## Will I be told?", "Not always. Staff choose."], [("Staff choose.", "Will I be told? Not always.")]),
]


@pytest.mark.parametrize(("lines", "led"), ANSWERED)
def test_an_answer_is_led_in_by_its_question(lines: list[str], led: list[tuple[str, str]]) -> None:
    assert leads(*lines) == led


OTHERS = [
    ["How will you ask children?", "Bidders describe their methods."],
    ["Can you run the service?", "Bidders describe their methods."],
    ["Can I see my file? Staff will say."],
    ["Can I see my file?", "Staff will say.", "No. It is for staff."],
    ["No child is refused. Yes."],
    ["Can I see my file?", "| What | When |", "| A file | June |", "No. It is for staff."],
]


@pytest.mark.parametrize("lines", OTHERS)
def test_what_answers_no_such_question_has_no_lead(lines: list[str]) -> None:
    assert leads(*lines) == []


QUESTIONS = [
    ("Can I complain?", True),
    ("And will it cost me anything?", True),
    ("Who can complain?", False),
    ("I can.", False),
]


@pytest.mark.parametrize(("text", "expected"), QUESTIONS)
def test_a_question_for_a_yes_or_a_no(text: str, expected: bool) -> None:
    assert asks(text) is expected


@given(
    st.lists(
        st.sampled_from(["Can I see it?", "No.", "Yes.", "It is for staff.", "Who?", "Not now.", "Never!"]), max_size=9
    )
)
def test_every_sentence_stays_where_it_was(sentences: list[str]) -> None:
    text = " ".join(sentences)
    spans = split(text)
    assert [(piece.start, piece.end) for piece in with_questions(text, spans, "Do I pay?")] == list(spans)
