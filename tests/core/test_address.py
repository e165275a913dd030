"""In a paper written to children "you" is the child; in any other it is not."""

from __future__ import annotations

import pytest

from builders import doc
from crp_commission.address import written_to_children
from crp_commission.language.terms import TermTable
from crp_commission.reading import Reading

TO_CHILDREN = [
    ('"You" are anyone aged 11 to 18.', "The club opens at six.", "Staff lock the doors.", "Coats are kept safe."),
    ("Before we change your plan we ask you what you think.", "Your social worker writes it down."),
    ("This guide is for young people in care.", "You can see your file.", "You choose who comes with you."),
]
TO_OTHERS = [
    ("Please describe how you will hear children.", "Your organisation must hold insurance."),
    ("You can ask for help for your child at any time.", "Children are seen within a week."),
    (
        "The Provider shall ask children each week.",
        "Thank you for reading.",
        "Children choose.",
        "Staff listen.",
        "End.",
    ),
    ("You must wear a helmet.", "Your keys open the gate."),
    ("Please describe how you will hear young people.", "How will you involve children in your plans?"),
    ("How will you ensure that children are heard?", "You may write 500 words.", "This is for young people in care."),
    (
        "You tell the social worker at once.",
        "You keep a diary of what each child says.",
        "Foster carers are paid weekly.",
    ),
]


@pytest.mark.parametrize("lines", TO_CHILDREN)
def test_a_paper_written_to_children(lines: tuple[str, ...]) -> None:
    assert written_to_children(doc(*lines).sentences)


@pytest.mark.parametrize("lines", TO_OTHERS)
def test_any_other_paper(lines: tuple[str, ...]) -> None:
    assert not written_to_children(doc(*lines).sentences)


def test_you_is_about_a_child_only_where_it_is_written_to_children() -> None:
    for lines, told in ((TO_CHILDREN[1], True), (TO_OTHERS[3], False)):
        reading = Reading(doc(*lines), TermTable({}))
        assert ("child" in reading.meaning(reading.document.sentences[0]).about) is told


ADULTS = [
    ("Adults with dementia live here.", "Older people are served meals.", "Children may visit."),
    ("Supported living for adults.", "A forum is held.", "Rent is paid.", "Tea is at four.", "Children may visit."),
    ("Home care for older people.", "Each is asked what they want.", "An employee with children may work from home."),
]
NO_ADULTS = [
    ("Children live here.", "Adults with dementia visit."),
    ("Children and adults with a disability come.", "A forum is held.", "Rent is paid.", "Tea is at four."),
    ("Supported living for adults.", "Children live here.", "Children eat here.", "Tea is at four."),
    ("A forum is held.",),
]


@pytest.mark.parametrize(("lines", "adult"), [*((one, True) for one in ADULTS), *((one, False) for one in NO_ADULTS)])
def test_a_paper_on_adults_may_name_children_who_visit(lines: tuple[str, ...], adult: bool) -> None:
    assert Reading(doc(*lines), TermTable({})).adult is adult
