"""Whose words a text gives: those of one who is no party to it promise nothing, whatever they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import doc, pack
from crp_commission.language.quotations import mostly_in, quotations, told_by_others
from crp_commission.language.terms import TermTable
from crp_commission.reading import Reading
from crp_commission.standing import silent

OUTSIDE = [
    'The minister said: "Every child will be asked for their views before each review."',
    "A neighbouring council puts it so: “The Provider shall hold a forum with children each month.”",
    "“The Provider shall hold a forum with children each month.” So ran the previous contract.",
    "One mother wrote to us: 'They must listen to my son at every review and write it down.'",
    'The charity\'s website says that "every child is told about advocacy in the first week".',
    'The order of 2019 said: "Every child on the list has a page of their own by May."',
    '"The Provider shall ask each child before each review" (shown for information only).',
]
OFFICIAL = [
    'Ofsted found that "children are asked for their views before each review here".',
    'Article 12 says that "children who can form views have the right to give them freely".',
]
OURS = [
    'Clause 4 says: "The Provider shall ask each child before each review and write it down."',
    'Children told us "we want the bus to come at night and to be asked about it".',
    'A girl of 14 said: "They never told me what had been decided about my own school."',
    'Staff ask each child: "What would help you to feel safe here this week, and with whom?"',
    'Outcome 1: "I have someone I can talk to whenever I feel sad" (80% agree).',
    'Parents are told in writing: "your child can have an advocate at any time and for free".',
    'A parent said children told her "you will be asked about the new home by June".',
    "The minister said that the 'Staying Close' offer goes on.",
    "The provider's staff and the children's friends meet in the council's hall.",
]


@pytest.mark.parametrize("text", OUTSIDE)
def test_words_of_one_who_is_no_party_are_told_apart(text: str) -> None:
    (said,) = quotations(text).outside
    assert text[said.start] in "“\"'"
    assert text[said.end - 1] in "”\"'"


@pytest.mark.parametrize("text", OFFICIAL)
def test_an_authority_s_words_are_a_class_of_their_own(text: str) -> None:
    found = quotations(text)
    assert len(found.official) == 1
    assert not found.outside


@pytest.mark.parametrize("text", OURS)
def test_children_s_words_and_the_paper_s_own_are_no_outsider_s(text: str) -> None:
    assert quotations(text)[:2] == ((), ())


WISHES = [
    'Children told us "we want the bus to come at night and to be asked about it".',
    'A girl of 14 said: "They must tell me what was decided about my own school."',
    "“Staff must knock and wait before they open my door,” said a boy who has lived here for a year.",
    "“They should write down what I say and read it back to me” (girl, 13).",
    "“Somebody must come round at night and see that we are well,” the boys told us.",
    "When we asked, pupils were clear what they wanted: “Each of us must be asked. It must be every term.”",
]
TOLD_TO_CHILDREN = [
    'The leaflet for children says: "You can see your file whenever you ask and staff will help you."',
    'Each child is told on the first day: "You can ring your advocate from any phone here."',
    'Staff tell every child: "We will write down what you say and read it back to you."',
    'The charter reads: "Every young person will be asked before each review and told what came of it."',
]


@pytest.mark.parametrize("text", WISHES)
def test_what_children_ask_for_is_told_apart(text: str) -> None:
    assert len(quotations(text).children) == 1


@pytest.mark.parametrize("text", TOLD_TO_CHILDREN)
def test_what_children_are_told_is_not_what_they_ask_for(text: str) -> None:
    assert quotations(text).children == ()


def test_what_children_ask_for_promises_nothing_by_itself() -> None:
    wish = doc("Children were clear what they wanted:", "“Staff must ask each child every month. It must be kept.”")
    assert [sentence.wished for sentence in wish.sentences] == [False, True, True]
    assert not any(sentence.quoted for sentence in wish.sentences)


def test_who_speaks_can_stand_in_the_paragraph_before() -> None:
    document = doc(
        "The contract that ended in 2021 ran:", '"The Provider shall ask each child. It shall reply in May."'
    )
    assert [sentence.outside for sentence in document.sentences] == [False, True, True]


def test_no_speaker_is_taken_over_from_another_file() -> None:
    said = '"The Provider shall ask each child, and shall reply to each in May."'
    document = pack({"one.md": ["The old contract said:"], "two.md": [said]})
    assert not any(sentence.outside for sentence in document.sentences)


def test_an_outsider_s_words_are_no_evidence_and_an_authority_s_are_quoted() -> None:
    document = doc(OUTSIDE[0], OFFICIAL[0], OURS[0])
    reading = Reading(document, TermTable({}))
    assert [silent(reading, unit, unit.sentences[0]) for unit in reading.units] == [True, False, False]
    assert [sentence.quoted for sentence in document.sentences] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("One parent said that children choose their worker.", True),
        ("The charity's website states that every child has an advocate.", True),
        ("Children said that they choose their worker.", False),
        ("The specification states that every child has an advocate.", False),
    ],
)
def test_what_is_only_said_to_be_so(text: str, others: bool) -> None:
    assert told_by_others(text) is others


@given(st.text("“”\"' abc.:saidminister", max_size=300), st.text("ab :", max_size=20))
def test_quotations_lie_in_the_text_in_order(text: str, announced: str) -> None:
    for stretches in quotations(text, announced):
        ends = [place for one in stretches for place in one]
        assert ends == sorted(ends)
        assert not ends or (ends[0] >= 0 and ends[-1] <= len(text))
        assert mostly_in(0, len(text), list(stretches)) in (True, False)
