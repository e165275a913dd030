"""Word: automatic numbers worked out."""

from __future__ import annotations

import pytest
from docx_builder import STYLES, blocks, docx, extract, item, level, numbering, numbers, p

from crp_commission.document import BlockKind
from crp_commission.flow.numerals import counted_letter, ordinal, repeated_letter, roman

LEGAL = numbering(
    {
        0: level("decimal", "%1."),
        1: level("decimal", "%1.%2"),
        2: level("lowerLetter", "(%3)"),
        3: level("lowerRoman", "(%4)"),
    }
)


def using(lists: str, *items: str) -> list[str]:
    return numbers("".join(items), numbering=lists)


def test_levels_count_and_restart_beneath() -> None:
    body = item("a") + item("b", depth=1) + item("c", depth=1) + item("d", depth=2) + item("e", depth=2)
    body += item("f", depth=3) + item("g", depth=1) + item("h", depth=2) + item("i") + item("j", depth=1)
    assert using(LEGAL, body) == ["1.", "1.1", "1.2", "(a)", "(b)", "(i)", "1.3", "(a)", "2.", "2.1"]


def test_numbered_paragraphs_are_items_of_their_depth() -> None:
    found = blocks(item("The Provider shall:") + item("consult;", depth=2), numbering=LEGAL)
    assert [(x.kind, x.level) for x in found] == [(BlockKind.ITEM, 1), (BlockKind.ITEM, 3)]


def test_a_level_without_its_parent_shows_where_that_would_start() -> None:
    assert using(LEGAL, item("a", depth=1), item("b")) == ["1.1", "1."]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", ["1", "2"]),
        ("decimalZero", ["01", "02"]),
        ("lowerLetter", ["a", "b"]),
        ("upperLetter", ["A", "B"]),
        ("lowerRoman", ["i", "ii"]),
        ("upperRoman", ["I", "II"]),
        ("ordinal", ["1st", "2nd"]),
        ("none", ["", ""]),
        ("chicago", ["1", "2"]),
    ],
)
def test_formats(form: str, shown: list[str]) -> None:
    assert using(numbering({0: level(form, "%1")}), item("a"), item("b")) == shown


def test_bullets_have_no_number_but_are_items() -> None:
    found = blocks(item("consult;"), numbering=numbering({0: level("bullet", "\uf0b7")}))
    assert [(x.kind, x.number, x.text) for x in found] == [(BlockKind.ITEM, "", "consult;")]


def test_a_format_of_ones_own_pads_with_noughts() -> None:
    custom = (
        '<w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="R%1"/>'
    )
    assert using(numbering({0: custom}), item("a")) == ["R007"]


def test_legal_levels_show_digits_throughout() -> None:
    levels = {0: level("upperRoman", "%1"), 1: level("decimal", "%1.%2", "<w:isLgl/>")}
    assert using(numbering(levels), item("a"), item("b", depth=1)) == ["I", "1.1"]


def test_words_around_a_number_are_shown() -> None:
    assert using(numbering({0: level("decimal", "Schedule  %1:", start=4)}), item("a")) == ["Schedule 4:"]


def test_lists_of_one_definition_go_on_unless_told_to_start() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = item("a") + item("b", 2) + item("c", 3) + item("d", 3) + item("e", 1)
    assert using(LEGAL + more, body) == ["1.", "2.", "5.", "6.", "7."]


def test_a_list_may_replace_a_level() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f'<w:lvl w:ilvl="0">{level("upperLetter", "%1)")}</w:lvl></w:lvlOverride></w:num>'
    )
    assert using(LEGAL + more, item("a", 2), item("b", 2)) == ["A)", "B)"]


def test_level_that_never_restarts_and_one_that_restarts_after_the_first() -> None:
    never = {0: level("decimal", "%1"), 1: level("decimal", "%2", '<w:lvlRestart w:val="0"/>')}
    assert using(numbering(never), item("a"), item("b", depth=1), item("c"), item("d", depth=1)) == ["1", "1", "2", "2"]
    after_first = {n: level("decimal", f"%{n + 1}", '<w:lvlRestart w:val="1"/>' if n == 2 else "") for n in range(3)}
    body = [item("a"), item("b", depth=1), item("c", depth=2), item("d", depth=1), item("e", depth=2)]
    body += [item("f"), item("g", depth=2)]
    assert using(numbering(after_first), *body) == ["1", "1", "1", "2", "2", "2", "1"]


def test_numbers_through_the_style_take_the_level_tied_to_it() -> None:
    lists = numbering(
        {
            0: level("decimal", "%1", '<w:pStyle w:val="Heading1"/>'),
            1: level("decimal", "%1.%2", '<w:pStyle w:val="Clause"/>'),
        }
    )
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>{numbered}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>{numbered}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Clause"/></w:style>'
    )
    body = p("Voice", style="Heading1") + p("x", style="Clause") + p("y", style="Mine") + p("Exit", style="Heading1")
    body += p("z", style="Clause") + p("no", style="Clause", marks='<w:numPr><w:numId w:val="0"/></w:numPr>')
    found = blocks(body, styles=styles, numbering=lists)
    assert [(x.kind.value, x.level, x.number) for x in found] == [
        ("heading", 1, "1"),
        ("item", 2, "1.1"),
        ("item", 2, "1.2"),
        ("heading", 1, "2"),
        ("item", 2, "2.1"),
        ("paragraph", 0, ""),
    ]


def test_numbering_styles_link_lists() -> None:
    styles = STYLES + (
        '<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = (
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="House"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="9"/></w:num>'
    )
    found = blocks(item("a") + item("b", 2), styles=styles, numbering=LEGAL + linked)
    assert [x.number for x in found] == ["1.", "2."]


def test_links_in_a_circle_end() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="House"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    circle = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="House"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert blocks(item("a"), styles=styles, numbering=circle)[0].text == "a"


def test_empty_paragraphs_count_and_deleted_ones_do_not() -> None:
    mark = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = p("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", marks=f"{mark}<w:rPr><w:del/></w:rPr>")
    hidden = p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", marks=f"{mark}<w:rPr><w:vanish/></w:rPr>")
    assert using(LEGAL, item("a"), item(""), gone, hidden, item("b")) == ["1.", "3."]


def test_numbers_run_on_through_tables() -> None:
    assert using(LEGAL, item("a"), f"<w:tbl><w:tr><w:tc>{item('b')}</w:tc></w:tr></w:tbl>", item("c")) == [
        "1.",
        "2.",
        "3.",
    ]


@pytest.mark.parametrize("mark", ['<w:numId w:val="77"/>', '<w:ilvl w:val="x"/><w:numId w:val="77"/>', "<w:numId/>"])
def test_lists_that_are_not_there_are_no_lists(mark: str) -> None:
    found = extract(docx(p("Text.", marks=f"<w:numPr>{mark}</w:numPr>"), numbering=LEGAL)).blocks
    assert [(x.kind, x.number) for x in found] == [(BlockKind.PARAGRAPH, "")]


def test_numerals() -> None:
    assert [roman(n) for n in (4, 9, 14, 40, 1994, 0, 40_000)] == ["iv", "ix", "xiv", "xl", "mcmxciv", "0", "40000"]
    assert [repeated_letter(n) for n in (1, 26, 27, 53, 0, 99_999)] == ["a", "z", "aa", "aaa", "0", "99999"]
    assert [counted_letter(n) for n in (1, 26, 27, 53, 703, 0)] == ["a", "z", "aa", "ba", "aaa", "0"]
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "112th",
    ]
