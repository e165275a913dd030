"""From blocks to a document: sections, lead-ins, table rows and the place of every sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import blocks, doc, pack, source
from crp_commission.document import Block, BlockKind, Document, Extract, Note, Place, SectionKind, Sentence
from crp_commission.sectioning import section_kind
from crp_commission.structure import build

KINDS = [
    ("Contents", SectionKind.CONTENTS),
    ("Table of Contents", SectionKind.CONTENTS),
    ("Documents in this pack", SectionKind.CONTENTS),
    ("3 Legislation", SectionKind.LEGISLATION),
    ("2.1 Statutory framework and guidance", SectionKind.LEGISLATION),
    ("National policy context", SectionKind.LEGISLATION),
    ("Definitions", SectionKind.DEFINITIONS),
    ("Schedule 1: Definitions and interpretation", SectionKind.DEFINITIONS),
    ("Glossary of terms", SectionKind.DEFINITIONS),
    ("1. Introduction", SectionKind.BACKGROUND),
    ("1 Background and context", SectionKind.BACKGROUND),
    ("Part A – Background", SectionKind.BACKGROUND),
    ("Part B: Foreword", SectionKind.BACKGROUND),
    ("Our vision", SectionKind.BACKGROUND),
    ("VISION AND VALUES", SectionKind.BACKGROUND),
    ("About us", SectionKind.BACKGROUND),
    ("Executive summary:", SectionKind.BACKGROUND),
    ("Method statement questions", SectionKind.QUESTION),
    ("Instructions to Tenderers", SectionKind.QUESTION),
    ("Schedule 3 Key Performance Indicators", SectionKind.KPI),
    ("KPIs", SectionKind.KPI),
    ("Outcomes framework", SectionKind.KPI),
    ("4.2 Participation", SectionKind.OPERATIVE),
    ("Children's vision of the service", SectionKind.OPERATIVE),
    ("Values in recruitment", SectionKind.OPERATIVE),
    ("The introduction of new staff", SectionKind.OPERATIVE),
    ("Service requirements", SectionKind.OPERATIVE),
    ("4.2", SectionKind.OPERATIVE),
    ("A", SectionKind.OPERATIVE),
    ("", SectionKind.OPERATIVE),
]


@pytest.mark.parametrize(("title", "kind"), KINDS)
def test_a_heading_says_what_its_section_is_for(title: str, kind: SectionKind) -> None:
    assert section_kind(title, SectionKind.OPERATIVE, "service-specification") is kind


@pytest.mark.parametrize(
    ("parent", "kind"),
    [
        (SectionKind.LEGISLATION, SectionKind.LEGISLATION),
        (SectionKind.DEFINITIONS, SectionKind.DEFINITIONS),
        (SectionKind.QUESTION, SectionKind.QUESTION),
        (SectionKind.KPI, SectionKind.KPI),
        (SectionKind.BACKGROUND, SectionKind.OPERATIVE),
        (SectionKind.CONTENTS, SectionKind.OPERATIVE),
        (SectionKind.OPERATIVE, SectionKind.OPERATIVE),
    ],
)
def test_a_part_of_a_list_of_laws_is_one_too_but_a_promise_may_stand_under_an_introduction(
    parent: SectionKind, kind: SectionKind
) -> None:
    assert section_kind("4.2 Voice of the child", parent, "service-specification") is kind


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("itt-questions", SectionKind.QUESTION),
        ("kpi-schedule", SectionKind.KPI),
        ("service-specification", SectionKind.OPERATIVE),
        ("unknown", SectionKind.OPERATIVE),
    ],
)
def test_the_role_of_a_file_decides_where_no_heading_does(role: str, kind: SectionKind) -> None:
    document = doc("Children are asked.", "# Voice", "They are heard.", role=role)
    assert [section.kind for section in document.sections] == [kind, kind]


def body(document: Document) -> list[Sentence]:
    """The sentences that are no headings."""
    return [sentence for sentence in document.sentences if sentence.kind is not BlockKind.HEADING]


def test_sections_follow_the_outline() -> None:
    document = doc("First.", "# 4 Care", "Second.", "## 4.1 Voice", "Third.", "# 5 Money", "Fourth.")
    assert [(section.title, section.path) for section in document.sections] == [
        ("", ()),
        ("4 Care", ("4 Care",)),
        ("4.1 Voice", ("4 Care", "4.1 Voice")),
        ("5 Money", ("5 Money",)),
    ]
    assert [(one.text, one.section, one.place.section) for one in body(document)] == [
        ("First.", 0, ""),
        ("Second.", 1, "4 Care"),
        ("Third.", 2, "4.1 Voice"),
        ("Fourth.", 3, "5 Money"),
    ]


def test_an_automatic_number_is_part_of_the_section_s_title() -> None:
    heading = Block(BlockKind.HEADING, "Participation", Place("spec.md", 1), level=1, number="4.2")
    document = build("One", [(source("spec.md"), Extract((heading, *blocks("Children are asked."))))])
    assert body(document)[0].place.label.startswith("4.2 Participation, ")


def test_a_heading_skipped_in_the_outline_does_no_harm() -> None:
    document = doc("### Deep", "# Top", "### Deep again", "## Middle")
    assert [section.path for section in document.sections[1:]] == [
        ("Deep",),
        ("Top",),
        ("Top", "Deep again"),
        ("Top", "Middle"),
    ]


LEADS = [
    # the blocks, and the lead-in of each sentence after the first block
    (["The Provider shall:", "- ask children;", "- record it."], ["The Provider shall:"] * 2),
    (["The Provider shall", "- ask children;", "- record it."], ["The Provider shall"] * 2),
    (["We ask. The Provider shall:", "- ask children;"], ["The Provider shall:"]),
    (["Children are:", "(a) asked;", "(b) told."], ["Children are:"] * 2),
    (["Children are asked.", "- Twice a year."], [""]),
    (["The Provider shall:", "- ask children;", "Staff are kind.", "- Really."], ["The Provider shall:", "", ""]),
    (["The Provider shall:", "Staff are kind."], [""]),
    (
        ["The Provider shall:", "- ask children about:", "  - food;", "  - sleep;", "- record it."],
        ["The Provider shall:", *["The Provider shall: ask children about:"] * 2, "The Provider shall:"],
    ),
    (["The Provider shall:", "ask children;", "record it.", "Staff are kind."], [*["The Provider shall:"] * 2, ""]),
    (["4. The Provider shall:", "(a) ask;", "5. Staff are kind."], ["4. The Provider shall:", ""]),
    (["The Provider shall:", "1. ask;", "2. tell."], ["The Provider shall:"] * 2),
    (
        ["# The Provider must", "Staff are kind.", "Take care to:", "- ask."],
        ["The Provider must"] * 2 + ["The Provider must Take care to:"],
    ),
    (["# The Provider shall", "- ask children;", "- record it."], ["The Provider shall"] * 2),
    (["# What children must get", "They are asked."], ["What children must get"]),
    (["# Voice", "- Children are asked;"], [""]),
    (["The Provider shall:", "# Money", "- ask children."], ["", ""]),
    (["The Provider must meet:", "| Standard |", "| Ask children |"], ["The Provider must meet:"]),
    (["The Provider must meet:", "| Standard |", "| Ask children |", "Done."], ["The Provider must meet:", ""]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "leads"), LEADS, ids=lambda value: value[0] if value else "")
def test_items_stand_under_their_lead_in(lines: list[str], leads: list[str]) -> None:
    first, *rest = doc(*lines).sentences
    while rest and rest[0].place.paragraph == first.place.paragraph:
        rest.pop(0)
    assert [sentence.lead for sentence in rest] == leads


@pytest.mark.parametrize("kind", [BlockKind.CAPTION, BlockKind.FOOTNOTE])
def test_a_caption_or_footnote_stands_outside_the_flow(kind: BlockKind) -> None:
    lead, item = blocks("The Provider shall:", "- ask children.")
    aside = Block(kind, "Table 2", Place("spec.md", 3))
    document = build("One", [(source("spec.md"), Extract((lead, aside, item)))])
    assert [one.lead for one in document.sentences] == ["", "", "The Provider shall:"]


def word_items(*items: tuple[int, str, str]) -> Document:
    """List items as Word gives them: level, automatic number, text."""
    made = [
        Block(BlockKind.ITEM, text, Place("spec.docx", paragraph=number), level=level, number=label)
        for number, (level, label, text) in enumerate(items)
    ]
    return build("One", [(source("spec.docx"), Extract(tuple(made)))])


def test_bullets_of_a_list_of_their_own_stand_under_the_numbered_clause_before_them() -> None:
    document = word_items(
        (3, "7.2.2", "No child is too young to be asked. In every assessment the Provider shall:"),
        (1, "", "ask the child, in ways that suit, such as:"),
        (2, "", "drawing;"),
        (1, "(a)", "record the answer."),
        (3, "7.2.3", "The Council samples ten assessments."),
        (1, "", "a bullet under no lead-in"),
    )
    lead = "In every assessment the Provider shall:"
    under = f"{lead} ask the child, in ways that suit, such as:"
    assert [one.lead for one in document.sentences] == ["", "", lead, under, lead, "", ""]


def test_no_lead_in_reaches_into_another_file() -> None:
    document = pack({"a.md": ["The Provider shall:"], "b.md": ["- ask children."]})
    assert [sentence.lead for sentence in document.sentences] == ["", ""]


def test_a_table_row_knows_its_headers_and_its_neighbours() -> None:
    document = doc("| Standard | How often |", "| Children are asked | Each term |", "| Records are read | Monthly |")
    assert [(one.text, one.header, one.row) for one in document.sentences] == [
        ("Children are asked", "Standard", "Each term"),
        ("Each term", "How often / Children are asked", "Children are asked"),
        ("Records are read", "Standard", "Monthly"),
        ("Monthly", "How often / Records are read", "Records are read"),
    ]
    assert len({one.passage for one in document.sentences}) == 2


def test_tables_side_by_side_stay_apart() -> None:
    document = doc("| A |", "| one |", "Between.", "| B |", "| two |")
    assert [(one.text, one.header) for one in document.sentences] == [("one", "A"), ("Between.", ""), ("two", "B")]


@pytest.mark.parametrize(
    "line", ["4.2 Participation ........... 12", "Participation……… 7", "Children's views . . . . 9"]
)
def test_a_line_of_a_contents_page_is_left_out(line: str) -> None:
    assert doc(line).sentences == ()


def test_a_line_that_only_looks_like_one_of_a_contents_page_stays() -> None:
    assert [one.text for one in doc("Children are asked....... 12 of them answered").sentences] == [
        "Children are asked.......",
        "12 of them answered",
    ]


def test_items_and_paragraphs_are_passages_and_a_list_belongs_together() -> None:
    document = doc("Ask. Record.", "The Provider shall:", "- ask;", "- tell;", "Another.")
    assert [one.passage for one in document.sentences] == [1, 1, 2, 2, 2, 3]


def test_somebody_else_s_words_stay_marked() -> None:
    assert [one.quoted for one in doc("> Nobody asked us.", "Children are asked.").sentences] == [True, False]


def test_a_pack_keeps_files_sections_and_notes_in_order() -> None:
    note = Note("b.md", "page 7", "an image with no text was not read", 0.1)
    document = pack({"a.md": ["# One", "First."], "b.md": ["Second."], "c.md": []}, notes=(note,))
    assert [file.path for file in document.files] == ["a.md", "b.md", "c.md"]
    assert [(section.file, section.title) for section in document.sections] == [
        ("a.md", ""),
        ("a.md", "One"),
        ("b.md", ""),
        ("c.md", ""),
    ]
    assert document.notes == (note,)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["# 4 Voice", "## 4.1 Views", "- ask children;", "  - food:", "(a) asked", "> Nobody asked.", "Contents",
             "The Provider shall:", "Children are asked. They answer.", "| A | B |", "| one. Two | |", "Voice ..... 4"]
        ),
        st.text(alphabet="aB .:;()12\n", min_size=1).filter(str.strip),
    ),
    max_size=12,
)  # fmt: skip


CONTENTS_LINE = re.compile(r"(\.{4,}|\s\.\s\.\s)\s*\d+\s*$")


@given(LINES)
def test_every_sentence_is_verbatim_from_its_block_and_nothing_but_contents_lines_is_lost(lines: list[str]) -> None:
    given_blocks = blocks(*lines)
    document = build("One", [(source("spec.md"), Extract(given_blocks))])
    by_paragraph = {block.place.paragraph: block for block in given_blocks}
    said: dict[int, str] = {}
    for number, sentence in enumerate(document.sentences):
        assert sentence.number == number
        block = by_paragraph[sentence.place.paragraph]
        assert sentence.text in block.text
        assert sentence.place.section == document.sections[sentence.section].title
        said[sentence.place.paragraph] = said.get(sentence.place.paragraph, "") + sentence.text
    for block in given_blocks:
        if not block.is_header and not CONTENTS_LINE.search(block.text):
            assert "".join(said.get(block.place.paragraph, "").split()) == "".join(block.text.split())
    assert [section.number for section in document.sections] == list(range(len(document.sections)))
