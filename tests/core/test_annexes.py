"""Annexes of another kind of paper than their file: what is not asked because of it is told, and nothing else is."""

from __future__ import annotations

import pytest

from builders import doc, rule, ruleset
from crp_commission.annexes import unasked_of_annexes
from crp_commission.document import Document, Note

ONLY_QUESTIONS = rule("PLN-PAR-3", "major", where=("itt-questions",))
MINOR_QUESTIONS = rule("PLN-PAR-9", "minor", where=("itt-questions",))
ANYWHERE = rule("DO-PAR-1", "critical", where=("service-specification", "itt-questions"))
RULES = ruleset(ONLY_QUESTIONS, MINOR_QUESTIONS, ANYWHERE)


def paper(*headings: str, role: str = "service-specification") -> Document:
    return doc("# Short breaks", *(line for heading in headings for line in (heading, "Some words.")), role=role)


def notes(document: Document, profile: str = "full") -> tuple[Note, ...]:
    return unasked_of_annexes(document, [RULES], profile)


ANNEXES = ["## Schedule 4: Method statement questions", "## 12 Appendix B Tender questions", "## Annex - ITT questions"]


@pytest.mark.parametrize("heading", ANNEXES)
def test_what_only_an_annex_would_be_asked_is_told_with_its_place(heading: str) -> None:
    (note,) = notes(paper("## 1 Purpose", heading))
    assert note.place == heading.lstrip("# ")
    assert note.unasked == ("PLN-PAR-3", "PLN-PAR-9")
    assert note.unread == 0
    assert "2 criteria for such a paper were not asked (PLN-PAR-3 and PLN-PAR-9)" in note.text
    assert note.text.endswith(f"have everything asked: --role {note.file}=unknown.")


def test_the_way_out_names_the_file_as_role_takes_it() -> None:
    (note,) = notes(doc("# Short breaks", ANNEXES[0], "Some words.", file="lot [2] spec.md"))
    assert note.text.endswith("--role 'lot [[]2] spec.md=unknown'.")


NO_ANNEXES = [
    "## 4 Tender questions",  # a section of the paper itself
    "## Schedule 4: Fees",
    "## Schedule 4: Key performance indicators",  # nothing is asked of such papers alone
    "## Part of what we ask",
]


@pytest.mark.parametrize("heading", NO_ANNEXES)
def test_other_headings_tell_nothing(heading: str) -> None:
    assert notes(paper(heading)) == ()


@pytest.mark.parametrize("role", ["unknown", "itt-questions"])
def test_nothing_is_told_where_everything_was_asked(role: str) -> None:
    assert notes(paper(ANNEXES[0], role=role)) == ()


def test_annexes_of_one_kind_are_told_once_and_only_of_what_the_profile_asks() -> None:
    (note,) = notes(paper(*ANNEXES), "standard")
    assert note.unasked == ("PLN-PAR-3",)
    assert "1 criterion for such a paper was not asked" in note.text
    assert notes(paper(*ANNEXES), "light") == ()
