"""Word: tables, their headers and merged cells."""

from __future__ import annotations

import pytest
from docx_builder import STYLES, b, blocks, docx, extract, item, level, numbering, p, r, tbl, tc, texts, tr

from crp_commission.document import Block, BlockKind

HEADER = "<w:tblHeader/>"
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
GREY = '<w:shd w:val="clear" w:fill="D9D9D9"/>'


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def heads(body: str, **inner: str) -> dict[str, tuple[str, str]]:
    """Each cell's text with its column's and row's header; header cells are left out."""
    return {x.text: (x.header, x.row_header) for x in blocks(body, **inner) if not x.is_header}


def headers(found: tuple[Block, ...]) -> list[str]:
    return [x.text for x in found if x.is_header]


def test_marked_header_row_and_first_column() -> None:
    table = tbl(tr("Outcome", "Measure", "Target", marks=HEADER), ["Heard", "Survey", "90%"])
    found = blocks(p("Before.") + table)
    assert headers(found) == ["Outcome", "Measure", "Target"]
    assert heads(table) == {
        "Heard": ("Outcome", ""),
        "Survey": ("Measure", "Heard"),
        "90%": ("Target", "Heard"),
    }
    assert found[-1].place.cell == (1, 2, 3)
    assert {x.kind for x in found[1:]} == {BlockKind.CELL}


def test_header_rows_of_several_lines_are_joined() -> None:
    table = tbl(
        tr(tc("Outcome", marks=DOWN), tc("Target", marks=wide(2)), marks=HEADER),
        tr(tc(marks=ON), "Year 1", "Year 2", marks=HEADER),
        ["Heard", "80%", "90%"],
    )
    assert heads(table) == {
        "Heard": ("Outcome", ""),
        "80%": ("Target / Year 1", "Heard"),
        "90%": ("Target / Year 2", "Heard"),
    }


def test_header_goes_on_beneath_merged_cells_that_are_not_marked() -> None:
    table = tbl(
        tr(tc(p(b("Outcome")), marks=DOWN), tc(p(b("Target")), marks=wide(2))),
        tr(tc(marks=ON), tc("First year"), tc("Second year")),
        ["Heard", "80%", "90%"],
    )
    assert heads(table)["90%"] == ("Target / Second year", "Heard")


def test_title_over_the_whole_table_heads_it_too() -> None:
    table = tbl(
        tr(tc("Key performance indicators", marks=wide(3))),
        ["Outcome", "Measure", "Target"],
        ["Heard", "Survey", "90%"],
    )
    assert heads(table)["90%"] == ("Key performance indicators / Target", "Heard")


@pytest.mark.parametrize(
    "first",
    [
        [tc(p(b("Things"))), tc(p(b("How soon")))],
        [tc("Things", marks=GREY), tc("How soon", marks=GREY)],
        ["Outcome", "Measure"],
    ],
)
def test_first_row_that_stands_out_is_a_header(first: list[str]) -> None:
    assert len(headers(blocks(tbl(first, ["Children are heard", "each quarter"])))) == 2


@pytest.mark.parametrize(
    "rows",
    [
        (["Service", "Short breaks in the north"], ["Aims", "The provider shall listen to every child."]),
        ([tc(p(b("Contract"))), "Short breaks"], [tc(p(b("Starts"))), "1 April"]),
        ([tc(p(b("Contract"))), tc(p(b("Short breaks")))], [tc(p(b("Starts"))), tc(p(b("1 April")))]),
        ([tc("Contract", marks=GREY), "Short breaks"], [tc("Starts", marks=GREY), "1 April"]),
    ],
)
def test_label_and_text_have_row_headers_only(rows: tuple[list[str], ...]) -> None:
    found = blocks(tbl(*rows))
    assert headers(found) == []
    assert [x.header for x in found] == [""] * 4
    assert [x.row_header for x in found] == ["", found[0].text, "", found[2].text]


def test_a_question_that_the_cells_below_answer_heads_two_columns() -> None:
    answered = tbl(["Practice", "Allowed?"], ["Locking a door", "No"], ["A private call", "Yes, at any time"])
    assert heads(answered)["No"] == ("Allowed?", "Locking a door")
    questions = tbl(["Can I call home?", "Can I complain?"], ["Yes", "Tell any of us"], ["Ask staff", "No"])
    assert not headers(blocks(questions))


def test_look_of_the_first_row_counts_only_where_the_style_draws_it() -> None:
    drawn = (
        '<w:style w:type="table" w:styleId="Grand"><w:name w:val="Grand"/>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )
    rows = (["Contract", "Short breaks"], ["Starts", "1 April"])
    asked = '<w:tblStyle w:val="Grand"/><w:tblLook w:val="04A0"/>'
    plain = '<w:tblStyle w:val="Plain"/><w:tblLook w:firstRow="1"/>'
    not_asked = '<w:tblStyle w:val="Grand"/><w:tblLook w:firstRow="0"/>'
    assert len(headers(blocks(tbl(*rows, marks=asked), styles=STYLES + drawn))) == 2
    assert headers(blocks(tbl(*rows, marks=plain), styles=STYLES + drawn)) == []
    assert headers(blocks(tbl(*rows, marks=not_asked), styles=STYLES + drawn)) == []


@pytest.mark.parametrize(
    "first",
    [
        ["The provider shall listen", "always", "everywhere"],
        ["Listening", "90%", "each quarter"],
        ["Children are heard.", "They say so.", "Each quarter."],
    ],
)
def test_a_row_that_says_something_is_no_header(first: list[str]) -> None:
    assert headers(blocks(tbl(first, ["Children speak", "80%", "each month and whenever they ask"]))) == []


def test_a_sentence_over_the_whole_table_is_no_title_and_a_short_title_may_stand_alone() -> None:
    rows = (["Service", "Short breaks"], ["Aims", "The provider shall listen to every child."])
    for sentence in ("Fill in this table each quarter.", "The provider shall fill in this table"):
        assert headers(blocks(tbl(tr(tc(sentence, marks=wide(2))), *rows))) == []
    assert headers(blocks(tbl(tr(tc("Key facts", marks=wide(2))), *rows))) == ["Key facts"]


def test_one_row_and_rows_all_marked_have_no_header_beyond_reason() -> None:
    assert headers(blocks(tbl(tr("Outcome", "Measure", marks=HEADER)))) == []
    assert headers(blocks(tbl(*[tr("The provider shall listen.", "x", marks=HEADER)] * 2))) == []


def test_merged_cells_are_read_once_and_head_all_they_cover() -> None:
    table = tbl(
        tr("Area", "Duty", "When", marks=HEADER),
        tr(tc("Voice", marks=DOWN), "Consult", "Monthly"),
        tr(tc("hidden words", marks=ON), "Publish", "Yearly"),
        tr("Redress", tc("Explain how to complain", marks=wide(2))),
    )
    assert heads(table) == {
        "Voice": ("Area", ""),
        "Consult": ("Duty", "Voice"),
        "Monthly": ("When", "Voice"),
        "Publish": ("Duty", "Voice"),
        "Yearly": ("When", "Voice"),
        "Redress": ("Area", ""),
        "Explain how to complain": ("Duty / When", "Redress"),
    }


def test_a_band_heads_the_rows_below_it() -> None:
    table = tbl(
        tr("Ref", "Measure", "Target", marks=HEADER),
        tr(tc(p(b("Voice")), marks=wide(3))),
        ["1", "Children heard", "90%"],
        tr(tc("Redress", marks=wide(3))),
        ["2", "Complaints answered", "95%"],
        tr(tc("The provider shall report each quarter.", marks=wide(3))),
    )
    assert headers(blocks(table)) == ["Ref", "Measure", "Target", "Voice"]
    assert heads(table) == {
        "1": ("Ref", "Voice"),
        "Children heard": ("Measure", "Voice / 1"),
        "90%": ("Target", "Voice / 1"),
        "Redress": ("", ""),
        "2": ("Ref", "Redress"),
        "Complaints answered": ("Measure", "Redress / 2"),
        "95%": ("Target", "Redress / 2"),
        "The provider shall report each quarter.": ("", "Redress"),
    }


def test_a_cell_that_continues_nothing_is_read() -> None:
    assert [x.text for x in blocks(tbl(tr(tc("One", marks=ON), "Two")))] == ["One", "Two"]


def test_cells_merged_the_old_way_and_rows_that_start_late() -> None:
    table = tbl(
        tr("Area", "Duty", "When", marks=HEADER),
        tr("Voice", tc("Consult", marks='<w:hMerge w:val="restart"/>'), tc("lost", marks="<w:hMerge/>")),
        tr("Monthly", marks='<w:gridBefore w:val="2"/>'),
    )
    assert heads(table) == {
        "Voice": ("Area", ""),
        "Consult": ("Duty / When", "Voice"),
        "Monthly": ("When", ""),
    }


def test_each_paragraph_of_a_cell_is_a_block_and_lists_stay_cells() -> None:
    bullets = numbering({0: level("decimal", "(%1)")})
    found = blocks(tbl(["Duties", tc(p("The provider shall:"), item("consult;"), item("publish."))]), numbering=bullets)
    assert [(x.kind, x.number, x.text, x.place.cell) for x in found] == [
        (BlockKind.CELL, "", "Duties", (1, 1, 1)),
        (BlockKind.CELL, "", "The provider shall:", (1, 1, 2)),
        (BlockKind.CELL, "(1)", "consult;", (1, 1, 2)),
        (BlockKind.CELL, "(2)", "publish.", (1, 1, 2)),
    ]
    assert [x.place.paragraph for x in found] == [1, 2, 3, 4]


def test_a_long_first_cell_is_no_label() -> None:
    assert heads(tbl(["word " * 30, "Text."]))["Text."] == ("", "")


def test_nested_tables_fall_back_on_the_headers_around_them() -> None:
    inner = tbl([tc(p("Deep"))])
    table = tbl(tr("Area", "Duty", marks=HEADER), tr("Voice", tc(p("Before"), inner, p("After"))))
    found = {x.text: x for x in blocks(table)}
    assert (found["Deep"].header, found["Deep"].row_header) == ("Duty", "Voice")
    assert (found["Deep"].place.cell, found["After"].place.cell) == ((2, 1, 1), (1, 2, 2))
    assert [x.place.paragraph for x in found.values()] == list(range(1, 7))


def test_headings_in_a_box_of_one_column_stay_headings() -> None:
    found = blocks(tbl([tc(p("Voice", style="Heading2"), p("Children speak."))]))
    assert [(x.kind, x.level) for x in found] == [(BlockKind.HEADING, 2), (BlockKind.CELL, 0)]
    in_two = blocks(tbl([tc(p("Voice", style="Heading2")), "Children speak."]))
    assert [x.kind for x in in_two] == [BlockKind.CELL] * 2


def test_deleted_and_hidden_rows_and_deleted_cells_are_not_read() -> None:
    table = tbl(
        ["Kept", "one"],
        tr("Deleted", "two", marks="<w:del/>"),
        tr("Hidden", "three", marks="<w:hidden/>"),
        tr(tc("Gone", marks="<w:cellDel/>"), "four"),
    )
    found = extract(docx(table))
    assert [x.text for x in found.blocks] == ["Kept", "one", "four"]
    assert [note.text for note in found.notes] == [
        "2 passages marked as deleted or moved away (tracked changes) were not read; insertions were read.",
        "Hidden text in one place was not read.",
    ]


def test_the_style_of_a_table_may_hide_its_text() -> None:
    styles = (
        '<w:style w:type="table" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="Heir"><w:name w:val="Heir"/><w:basedOn w:val="Ghost"/></w:style>'
    )
    hidden = tbl(["Unseen."], marks='<w:tblStyle w:val="Heir"/>')
    seen_inside = tbl([tc(p(r("Shown again.", '<w:vanish w:val="0"/>')))], marks='<w:tblStyle w:val="Ghost"/>')
    around = tbl([tc(p("Around."), hidden, p("After."))])
    found = extract(docx(hidden + p("Text.") + seen_inside + around + p("End."), styles=styles))
    assert [block.text for block in found.blocks] == ["Text.", "Shown again.", "Around.", "After.", "End."]
    assert [note.text for note in found.notes] == ["Hidden text in 2 places was not read."]


def test_a_table_that_names_no_style_has_the_default_one() -> None:
    style = '<w:style w:type="table" w:default="1" w:styleId="T"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert texts(p("Text.") + tbl(["Unseen."]), styles=style) == ["Text."]


def test_a_table_style_does_not_take_on_the_documents_defaults() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="table" w:styleId="Plain"><w:name w:val="Plain"/></w:style>'
    )
    body = p(r("Text.", '<w:vanish w:val="0"/>')) + tbl(["Unseen."], marks='<w:tblStyle w:val="Plain"/>')
    assert texts(body, styles=styles) == ["Text."]


def test_rows_and_cells_in_controls_are_read() -> None:
    row = f"<w:sdt><w:sdtContent>{tr('a', '<w:tc><w:p/></w:tc>')}</w:sdtContent></w:sdt>"
    assert [x.text for x in blocks(tbl(row, ["b", "c"]))] == ["a", "b", "c"]


@pytest.mark.parametrize("depth", [2, 84, 300])
def test_deep_tables_are_read(depth: int) -> None:
    body = "<w:tbl><w:tr><w:tc>" * depth + p("Deep.") + "</w:tc></w:tr></w:tbl>" * depth
    (found,) = blocks(body)
    assert (found.text, found.place.cell) == ("Deep.", (depth, 1, 1))


def test_absurd_spans_are_clamped() -> None:
    table = tbl(
        tr(tc("a", marks='<w:gridSpan w:val="2000000000"/>'), "b"), tr("c", marks='<w:gridBefore w:val="99999999"/>')
    )
    assert [x.text for x in blocks(table)] == ["a", "b", "c"]


@pytest.mark.parametrize("head", ["The Provider must", "The Provider must not", "Bidders should explain how they will"])
def test_words_that_the_cells_below_go_on_from_are_a_header(head: str) -> None:
    rows = [tr("Ref", head, "How often"), tr("1", "ask each child", "each month"), tr("2", "shut a child in", "ever")]
    assert headers(blocks(tbl(*rows))) == ["Ref", head, "How often"]
    assert headers(
        blocks(tbl(*(f"{tr(*cells)}" for cells in [(head, "How often"), ("ask each child", "each month")])))
    ) == [
        head,
        "How often",
    ]


def test_a_duty_said_in_full_is_no_header() -> None:
    rows = [tr("1", "The Provider must ask each child", "each month"), tr("2", "It must answer", "each week")]
    assert headers(blocks(tbl(*rows))) == []
