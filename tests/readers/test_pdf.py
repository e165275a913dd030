"""PDF: lines to paragraphs in reading order, broken words, columns, running heads, places."""

from __future__ import annotations

import pytest
from pdf_builder import PdfBuilder
from pdf_reading import PROSE, a_page, lines, prose, read
from shown import shown

from crp_commission.document import BlockKind
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.readers import pdf

JOINED = " ".join(PROSE)


def test_lines_become_paragraphs_with_page_and_running_number() -> None:
    builder = PdfBuilder()
    prose(builder.page(), prose(a_page(builder)) - 30)
    extract = read(builder)
    assert [(block.kind, block.text) for block in extract.blocks] == [(BlockKind.PARAGRAPH, JOINED)] * 2
    assert [(block.place.file, block.place.page, block.place.paragraph) for block in extract.blocks] == [
        ("spec.pdf", 1, 1),
        ("spec.pdf", 2, 2),
    ]
    assert extract.pages == 2
    assert extract.notes == ()


def test_a_short_last_line_ends_a_paragraph_where_no_space_does() -> None:
    builder = PdfBuilder()
    builder.page().lines(72, 700, [*PROSE, "The council answers each complaint in ten days.", *PROSE])
    assert lines(builder) == [f"p {JOINED}", "p The council answers each complaint in ten days.", f"p {JOINED}"]


def test_a_wider_step_after_a_full_stop_starts_a_paragraph() -> None:
    builder = PdfBuilder()
    page = builder.page()
    page.lines(72, page.lines(72, 700, [*PROSE[:1], PROSE[0] + "."]) - 4, PROSE)
    assert lines(builder) == [f"p {PROSE[0]} {PROSE[0]}.", f"p {JOINED}"]


def test_a_lead_in_on_a_line_of_its_own_is_a_paragraph() -> None:
    builder = PdfBuilder()
    builder.page().lines(72, 700, [PROSE[0] + ".", "The provider shall:"])
    assert lines(builder) == [f"p {PROSE[0]}.", "p The provider shall:"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Children take part in plan-", "ning.", "Children take part in planning."),
        ("Staff look after the well-", "being of children.", "Staff look after the well-being of children."),
        ("A non-", "judgemental service.", "A non-judgemental service."),
        ("Reports go to the North-", "West region.", "Reports go to the North-West region."),
        ("Parents and/", "or carers.", "Parents and/or carers."),
        ("Children -", "all of them.", "Children - all of them."),
        # the same word stands unbroken elsewhere on the page, and tells how it is spelt
        ("The re-", "commissioning starts. Re-commissioning is slow.", None),
        ("The re-", "commissioning starts. Recommissioning is slow.", None),
    ],
)
def test_words_broken_at_the_end_of_a_line(first: str, second: str, expected: str | None) -> None:
    builder = PdfBuilder()
    builder.page().lines(72, 700, [first, second])
    if expected is None:
        whole = second.split()[2]
        expected = f"The {whole[0].lower()}{whole[1:]} starts. {whole} is slow."
    assert lines(builder) == [f"p {expected}"]


def test_ligatures_and_signs_beyond_the_basic_plane_are_read() -> None:
    builder = PdfBuilder()
    builder.mapped_font("special", {0x41: 0xFB01, 0x42: 0x1F600})
    page = builder.page()
    page.text(72, 700, "The of")
    page.show(103, 700, b"(A) Tj", font="special")
    page.text(72, 686, "Fine")
    page.show(100, 686, b"(B) Tj", font="special")
    page.text(120, 686, "after it, all the letters stay where they are.")
    text = " ".join(block.text for block in read(builder).blocks)
    assert "offi" in text.replace(" ", "")
    assert "Fine 😀 after it, all the letters stay where they are." in text


def test_ligatures_that_ghostscript_wrote_the_wrong_way_round_are_put_right() -> None:
    builder = PdfBuilder()
    builder.mapped_font("swapped", {0x41: 0x6600, 0x42: 0x6900, 0x66: 0x66, 0x65: 0x65, 0x63: 0x63})
    builder.page().show(72, 700, b"(efABec) Tj", font="swapped")
    assert lines(builder)[0].endswith("effiec")


def test_a_paragraph_goes_on_over_the_page_and_stands_where_it_starts() -> None:
    builder = PdfBuilder()
    builder.page().lines(72, 128, PROSE[:2])
    builder.page().lines(72, 760, PROSE[2:])
    (block,) = read(builder).blocks
    assert (block.text, block.place.page) == (JOINED, 1)


def test_a_word_broken_at_the_end_of_a_page_is_made_whole() -> None:
    builder = PdfBuilder()
    builder.page().lines(72, 90, ["Every child has the right to take part in the plan-"])
    builder.page().lines(72, 760, ["ning of services."])
    assert lines(builder) == ["p Every child has the right to take part in the planning of services."]


def test_a_sentence_that_ends_with_its_page_does_not_go_on() -> None:
    builder = PdfBuilder()
    builder.page().lines(72, 90, [PROSE[0] + "."])
    builder.page().lines(72, 760, ["The council pays."])
    assert lines(builder) == [f"p {PROSE[0]}.", "p The council pays."]


COLUMN = (
    "Children who live away from home",
    "see an advocate each month, and",
    "the advocate tells them what was",
    "done about all that they asked.",
)
OTHER = (
    "Workers write down what a child",
    "said in the child's own words and",
    "read it out to the child before a",
    "meeting is held about the plan.",
)


@pytest.mark.parametrize("by_line", [False, True])
def test_two_columns_are_read_one_after_the_other(by_line: bool) -> None:
    builder = PdfBuilder()
    page = builder.page()
    page.text(72, 740, "A title that stands over both of the two columns of this page", 16, "bold")
    if by_line:
        for row, (left, right) in enumerate(zip(COLUMN, OTHER, strict=True)):
            page.text(72, 700 - 14 * row, left).text(310, 700 - 14 * row, right)
    else:
        page.lines(310, 700, OTHER)
        page.lines(72, 700, COLUMN)
    page.lines(72, 600, PROSE)
    assert lines(builder) == [
        "h1 A title that stands over both of the two columns of this page",
        f"p {' '.join(COLUMN)}",
        f"p {' '.join(OTHER)}",
        f"p {JOINED}",
    ]


def test_three_columns_and_lines_that_do_not_share_a_baseline() -> None:
    builder = PdfBuilder()
    page = builder.page(size=(842, 595))
    for column in range(3):
        page.lines(60 + 250 * column, 500 - 5 * column, [f"{column} {word}" for word in COLUMN])
    assert lines(builder) == [f"p {' '.join(f'{column} {word}' for word in COLUMN)}" for column in range(3)]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    builder = PdfBuilder()
    page = builder.page()
    page.lines(72, 700, [*COLUMN[:3], COLUMN[0].replace("Children", "children")])
    page.lines(310, 700, ["and this goes on in the second", *OTHER])
    text = lines(builder)[0]
    assert "live away from home and this goes on" in text


def test_words_set_far_apart_to_fill_a_narrow_column_stay_one_line() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    spread = b"[(Staff) -1000 (should) -1050 (ask) -1020 (every) -980 (child.)] TJ"
    page.show(72, 500, spread)
    assert lines(builder)[1] == "p Staff should ask every child."


def test_running_heads_footers_and_page_numbers_are_left_out() -> None:
    builder = PdfBuilder()
    for number in range(1, 6):
        page = a_page(builder)
        page.text(72, 805, "Westmarch County Council").text(400, 805, "Short breaks, version 2.1")
        page.text(280, 40, f"Page {number} of 5")
    assert lines(builder) == [f"p {JOINED}"] * 5


def test_a_page_number_of_its_own_goes_even_from_a_single_page() -> None:
    builder = PdfBuilder()
    a_page(builder).text(290, 40, "- 1 -")
    assert lines(builder) == [f"p {JOINED}"]


def test_text_that_comes_back_close_to_the_body_stays() -> None:
    builder = PdfBuilder()
    for word in ("who", "what", "when", "where", "why", "how"):
        page = builder.page()
        if "e" in word:
            page.text(72, 780, "No child is refused a place because of cost.").text(72, 110, "The provider shall:")
        page.lines(72, 766, [f"It says {word} {line}" for line in PROSE])
    text = lines(builder)
    assert sum("No child is refused a place because of cost." in line for line in text) == 2
    assert sum(line.endswith("The provider shall:") for line in text) == 2


def test_numbered_titles_at_the_top_of_each_page_are_no_running_heads() -> None:
    builder = PdfBuilder()
    for number in (3, 1, 4, 2):
        page = a_page(builder)
        page.text(72, 760, f"Schedule {number}", 16, "bold")
    assert [line for line in lines(builder) if line.startswith("h")] == [f"h1 Schedule {n}" for n in (3, 1, 4, 2)]


@pytest.mark.parametrize(
    ("matrix", "start", "step"),
    [("0 1 -1 0", (100, 60), (14, 0)), ("0 -1 1 0", (400, 700), (-14, 0)), ("-1 0 0 -1", (540, 100), (0, 14))],
)
def test_a_page_on_its_side_is_read_as_it_is_held(matrix: str, start: tuple[int, int], step: tuple[int, int]) -> None:
    builder = PdfBuilder()
    page = builder.page(rotate=90)
    for row, line in enumerate((*PROSE, "Voice - child: heard")):
        x, y = (at + row * by for at, by in zip(start, step, strict=True))
        page.content.append(f"BT /plain 11 Tf {matrix} {x} {y} Tm ({line.replace(chr(39), '')}) Tj ET".encode())
    page.rule(10, 10, 580, 10).box(10, 10, 20, 20)
    assert lines(builder) == [f"p {JOINED.replace(chr(39), '')}", "p Voice - child: heard"]


def test_type_scaled_by_the_page_counts_as_it_is_drawn() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.content.append(b"BT /plain 1 Tf 18 0 0 18 72 760 Tm (Voice of the child) Tj ET")
    page.content.append(b"q 0.5 0 0 0.5 0 0 cm BT /plain 22 Tf 1 0 0 1 144 1200 Tm (As large as the rest.) Tj ET Q")
    assert lines(builder) == ["h1 Voice of the child", f"p {JOINED}", "p As large as the rest."]


def test_a_page_whose_corner_is_elsewhere_is_read_from_its_own_corner() -> None:
    builder = PdfBuilder()
    for number in range(1, 4):
        a_page(builder).text(290, 40, f"Page {number}")
    data = builder.build().replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [-9 9 586 851]")
    assert shown(pdf.read(data, "spec.pdf", DEFAULT_LIMITS)) == [f"p {JOINED}"] * 3


def test_words_that_run_sideways_come_last_and_once() -> None:
    builder = PdfBuilder()
    for _ in range(2):
        a_page(builder).content.append(b"BT /plain 30 Tf 0 1 -1 0 560 300 Tm (DRAFT FOR COMMENT) Tj ET")
    page = a_page(builder)
    page.content.append(b"BT /plain 9 Tf 0 1 -1 0 560 300 Tm (Turned only here) Tj ET")
    assert lines(builder) == [f"p {JOINED}"] * 3 + ["p Turned only here"]


def test_raised_figures_that_refer_to_footnotes_are_no_part_of_the_text() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.text(72, 600, "Children are heard").text(163, 604, "12", 6).text(172, 600, "each quarter.").text(
        237, 604, "3", 6
    )
    page.text(72, 586, "A room of 20 m").text(144, 590, "2", 6).text(150, 586, "is enough for a child.")
    assert lines(builder)[1:] == ["p Children are heard each quarter.", "p A room of 20 m2 is enough for a child."]


def test_uneven_sizes_of_text_recognition_do_not_cut_paragraphs() -> None:
    builder = PdfBuilder()
    page = builder.page().image(0, 0, 595, 842)
    for row, (line, size) in enumerate(zip(PROSE, (10.1, 11.4, 10.6), strict=True)):
        page.text(72, 700 - 14 * row, line, size, mode=3)
    assert lines(builder) == [f"p {JOINED}"]
