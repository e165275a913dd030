"""Clauses and the lists of a file: none is parted, none lends a bullet or a number, and what moves is told."""

from __future__ import annotations

import pytest
from annotating import about, after, annotated, lines_of, notes, parts, texts
from docx_builder import docx, item, level, p

from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.readers.docx import read

NEW = "The Provider shall do what DO-PAR-1 asks each quarter."
# How an entry is marked below: the list it is of, and how deep.
MARKS = {"-": (1, 0), ">": (1, 1), "1": (2, 0), "a": (3, 0), "4": (4, 0), "=": (4, 1)}
FORMS = {
    1: (("bullet", "•"), ("bullet", "–")),
    2: (("decimal", "%1."),),
    3: (("lowerLetter", "(%1)"),),
    4: (("decimal", "4.%1"), ("decimal", "4.%1.%2")),
}


def listed(*entries: str) -> bytes:
    """A file of one section with entries of lists, each after its mark; what has none is a paragraph."""
    numbering = ""
    for number, forms in FORMS.items():
        levels = "".join(f'<w:lvl w:ilvl="{depth}">{level(*form)}</w:lvl>' for depth, form in enumerate(forms))
        numbering += f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
    numbering += "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in FORMS)
    body = [item(one[2:], *MARKS[one[0]]) if one[1] == " " else p(one) for one in entries]
    return docx(p("Voice", style="Heading1") + "".join(body) + p("Last."), numbering=numbering)


def numbered(data: bytes) -> list[tuple[str, str]]:
    """What a file holds, each with its automatic number, as it reads once all insertions are accepted."""
    return [(block.number, block.text) for block in read(data, "spec.docx", DEFAULT_LIMITS).blocks]


@pytest.mark.parametrize(
    ("entries", "before"),
    [
        (("- Ask.", "- Tell.", "1 Pay.", "1 Report."), "Tell."),
        (("- Ask.", "> Them all.", "- Tell.", "1 Pay."), "Tell."),
        (("1 Ask.", "1 Tell.", "1 Pay."), "Pay."),
        (("1 Ask.", "- Them all.", "1 Tell."), "Tell."),
        (("1 Pay.", "- Ask.", "- Them all.", "1 Tell."), "Tell."),
        (("- Ask.", "1 Pay.", "- Tell."), "Tell."),
        (("1 Ask.", "That is all.", "1 Tell."), "Tell."),
        (("- Ask.", "a Pay.", "- Tell.", "That is all."), "Tell."),
        (("The Provider is to do this. Ask. It is to:", "- tell;", "- pay."), "pay."),
        (("4 Ask.", "- Tell.", "- Pay.", "4 Report."), "Pay."),
        (("4 Ask.", "= Tell.", "= Pay.", "4 Report."), "Pay."),
        (("4 Listen.", "a Ask.", "a Tell.", "4 Report."), "Tell."),
        (("Ask.", "- Tell."), "Ask."),
    ],
)
def test_a_clause_never_parts_a_list(entries: tuple[str, ...], before: str) -> None:
    data = listed(*entries)
    copy = annotated(data, about(data, "Ask."), clauses=True).data
    now = after(copy, accepted=True)
    assert now[now.index(NEW) - 1].endswith(before)
    assert after(copy, accepted=False) == texts(data)


def test_a_clause_takes_neither_bullet_nor_number_of_a_list_and_the_numbers_there_stay() -> None:
    for entries in (("- Ask.", "- Tell.", "1 Pay.", "1 Report."), ("1 Ask.", "1 Pay.", "1 Report.")):
        data = listed(*entries)
        copy = annotated(data, about(data, "Ask."), clauses=True).data
        assert ("", NEW) in numbered(copy)
        assert [one for one in numbered(copy) if one[1] != NEW] == numbered(data)
        assert parts(copy)["word/document.xml"].count(b"<w:numPr>") == len(entries)
        assert "cross-references" not in lines_of(notes(copy)[:1])


def test_where_later_clauses_get_other_numbers_the_first_comment_warns_of_it() -> None:
    data = listed("4 Ask.", "4 Tell.", "4 Pay.")
    copy = annotated(data, about(data, "Ask."), clauses=True).data
    assert numbered(copy)[1:4] == [("4.1", "Ask."), ("4.2", NEW), ("4.3", "Tell.")]
    warning = "the numbers of the clauses behind them move, and cross-references to those have to be put right"
    assert warning in lines_of(notes(copy)[:1])
    at_the_end = annotated(data, about(data, "Pay."), clauses=True).data
    assert numbered(at_the_end)[4] == ("4.4", NEW)
    assert warning not in lines_of(notes(at_the_end)[:1])
    assert warning not in lines_of(notes(annotated(data, about(data, "Ask.")).data)[:1])
