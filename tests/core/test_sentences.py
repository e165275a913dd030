"""Where sentences start and end inside one block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.language.sentences import LONGEST, split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


# A stroke marks where one sentence ends and the next starts.
MARKED = [
    "Children are asked. | Their views are recorded.",
    "Are children asked? | Yes! | They are.",
    "The Provider shall consult children (see Annex A). | It shall report quarterly.",
    "“Nobody asked us.” | That is what children said.",
    "He said 'no.' | She agreed.",
    "Ask children, e.g. at the forum, what they want. | Record it.",
    "Ask children, i.e. all of them. | Record it.",
    "Staff, parents, etc. may attend. | Children decide.",
    "See para. 4.2 for details. | Children are asked.",
    "See paras. 4 and 5. | Children are asked.",
    "Under s. 17 of the Act. | Children in need are helped.",
    "Art. 12 applies. | So does art. 3.",
    "No. 4 on the list is voice. | No. 5 is privacy.",
    "The answer is no. | Children must be told.",
    "4.2 The Provider shall ask children. | 4.3 It shall record what they say.",
    "10. Notices shall be in writing. | Children get a copy.",
    "4. The Provider shall ask children.",
    "Mr. Patel and Dr. Okoro lead the service. | They meet monthly.",
    "4.2. The Provider shall ask children. | 4.3. It shall record what they say.",
    "a. The Provider shall ask children. | It shall record what they say.",
    "iv. The Provider shall ask children.",
    "(b). The Provider shall ask children.",
    "See Annex A. | The Provider shall ask children.",
    "Lots A and B. | The Provider shall ask children.",
    "Professor L. Lundy's model is used. | Staff are trained in it.",
    "Staff, carers, etc. | Children decide.",
    "The home is run by Sunrise Ltd. | It has six beds.",
    "Each session lasts 20 min. | Children choose it.",
    "Groups hold max. 12 children. | They choose.",
    "They use an app. | Children wrote it.",
    "By 8. | Children sleep.",
    "J. Smith chairs the panel. | It meets monthly.",
    "Sunrise Ltd. runs the home. | It has six beds.",
    "The fee is £4.50 an hour. | It is paid monthly.",
    "By 1.4.2026 the Provider shall report. | The report is public.",
    "Visit www.example.org.uk for more. | Children wrote it.",
    "It runs to 30 June. | 12 children take part.",
    "Costs are met. | £400 is set aside.",
    "Children are asked... | They answer.",
    "Children are asked;\nThey answer.",
    "children are asked. they answer.",
    "Children are asked.They answer.",
    "the plan:\n(a) asks children; (b) records what they say",
    "v. important. | Read it.",
    "It is open 9 a.m. to 5 p.m. each day.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_sentences_end_where_a_reader_sees_them_end(marked: str) -> None:
    assert sentences(marked.replace("| ", "")) == [one.strip() for one in marked.split("|")]


def test_a_text_without_a_full_stop_is_cut_between_words() -> None:
    text = " ".join(["word"] * (2 * LONGEST + 5))
    assert [len(one.split()) for one in sentences(text)] == [LONGEST, LONGEST, 5]


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_nothing_is_no_sentence(text: str) -> None:
    assert split(text) == []


ALPHABET = st.sampled_from([*"aAb1.!?\"')( \n£", "e.g. ", "No. ", "4.2 ", "\u00a0", "…", ". The "])


@given(st.one_of(st.text(), st.lists(ALPHABET).map("".join)))
def test_spans_cover_all_but_white_space_in_order(text: str) -> None:
    covered, end = "", 0
    for start, stop in split(text):
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip()
        covered, end = covered + text[start:stop], stop
    assert not text[end:].strip()
    assert "".join(covered.split()) == "".join(text.split())


@given(st.lists(st.sampled_from(["word", "Word.", "4.", "e.g."]), max_size=900).map(" ".join))
def test_no_sentence_is_longer_than_the_longest(text: str) -> None:
    assert all(len(one.split()) <= LONGEST for one in sentences(text))


@given(st.lists(st.sampled_from(["Children are asked.", "Is it recorded?", "They see art. 12 (b) first."]), min_size=1))
def test_each_plain_sentence_comes_back_whole(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts
