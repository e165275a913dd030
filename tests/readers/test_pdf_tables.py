"""PDF: tables with lines, with bands, without either, over the page."""

from __future__ import annotations

from itertools import pairwise

from pdf_builder import Page, PdfBuilder
from pdf_reading import PROSE, a_page, lines, prose, read

HEADS = ("Measure", "Target", "Source")
ROWS = (
    ("Children who say they were heard", "95%", "Survey"),
    ("Complaints answered in ten days", "100%", "Complaints log"),
    ("Plans written with the child", "90%", "File audit"),
)
XS = [72.0, 262.0, 332.0, 462.0]
JOINED = " ".join(PROSE)
CELLS = [
    "head 1.1 Measure",
    "head 1.2 Target",
    "head 1.3 Source",
    *(
        line
        for row, (measure, target, source) in enumerate(ROWS, 2)
        for line in (
            f"cell {row}.1 [Measure] {measure}",
            f"cell {row}.2 [Target/{measure}] {target}",
            f"cell {row}.3 [Source/{measure}] {source}",
        )
    ),
]


def fill(
    page: Page, rows: tuple[tuple[str, ...], ...] = (HEADS, *ROWS), top: float = 600, bold: int = 1
) -> list[float]:
    """Write the words of a table, twenty points a row; gives back the heights of the lines between."""
    for number, row in enumerate(rows):
        for x, words in zip(XS, row, strict=False):
            page.text(x + 5, top - 14 - 20 * number, words, font="bold" if number < bold else "plain")
    return [top - 20 * number for number in range(len(rows) + 1)]


def test_cells_with_lines_around_them() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.grid(XS, fill(page))
    prose(page, 480)
    assert lines(builder) == [f"p {JOINED}", *CELLS, f"p {JOINED}"]


def test_cells_drawn_as_frames_or_as_one_path() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    ys = fill(page)
    for high, low in pairwise(ys):
        for left, right in pairwise(XS):
            page.box(left, low, right - left, high - low)
    assert lines(builder)[1:] == CELLS
    builder = PdfBuilder()
    page = a_page(builder)
    ys = fill(page)
    strokes = [f"{XS[0]} {y} m {XS[-1]} {y} l" for y in ys] + [f"{x} {ys[0]} m {x} {ys[-1]} l" for x in XS]
    page.content.append(f"0.5 w {' '.join(strokes)} S".encode())
    assert lines(builder)[1:] == CELLS


def test_open_sides_lines_between_rows_only_and_shaded_rows() -> None:
    for draw in (_open_sides, _rules_across, _bands, _shaded_cells):
        builder = PdfBuilder()
        page = a_page(builder)
        draw(page)
        prose(page, 480)
        assert lines(builder) == [f"p {JOINED}", *CELLS, f"p {JOINED}"], draw.__name__


def _open_sides(page: Page) -> None:
    ys = fill(page)
    for y in ys:
        page.rule(XS[0], y, XS[-1], y)
    for x in XS[1:-1]:
        page.rule(x, ys[0], x, ys[-1])


def _rules_across(page: Page) -> None:
    for y in fill(page):
        page.rule(XS[0], y, XS[-1], y)


def _bands(page: Page) -> None:
    page.box(XS[0], 580, XS[-1] - XS[0], 20, 0.6)
    page.box(XS[0], 540, XS[-1] - XS[0], 20, 0.9)
    ys = fill(page)
    page.rule(XS[0], ys[-1], XS[-1], ys[-1])


def _shaded_cells(page: Page) -> None:
    for y in (580, 540):
        for left, right in pairwise(XS):
            page.box(left, y, right - left - 0.1, 20, 0.9)
    fill(page)


def test_words_that_keep_to_columns_without_any_line() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    fill(page, bold=1)
    assert lines(builder)[1:] == CELLS


def test_two_columns_of_prose_in_rows_are_a_table_only_where_lines_say_so() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.lines(77, 586, ["Children are asked for their", "views before each meeting."])
    page.lines(300, 586, ["A form filled in by the child and", "kept on file by the worker."])
    page.grid([72, 290, 500], [600, 560, 540, 520])
    page.text(77, 546, "Answers are given.").text(300, 546, "The log of complaints.")
    page.text(77, 526, "Plans are shared.").text(300, 526, "The audit of files.")
    assert lines(builder)[1:3] == [
        "cell 1.1 Children are asked for their views before each meeting.",
        "cell 1.2 [Children are asked for their views before each meeting.] "
        "A form filled in by the child and kept on file by the worker.",
    ]


def test_a_list_in_a_cell_is_one_block_an_item() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.grid([72, 172, 400], [600, 580, 520])
    page.text(77, 586, "Outcome", font="bold").text(177, 586, "The provider shall", font="bold")
    page.text(77, 566, "Heard")
    page.lines(177, 566, ["• ask each child;", "• publish the answers and what", "  changed;", "• tell parents."])
    cells = [block for block in read(builder).blocks if block.place.cell and block.place.cell[1:] == (2, 2)]
    assert [block.text for block in cells] == [
        "ask each child;",
        "publish the answers and what changed;",
        "tell parents.",
    ]


def test_cells_that_cover_several_columns_or_rows() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    for y in (600, 560, 540, 520):
        page.rule(72, y, 462, y)
    page.rule(172, 580, 462, 580).rule(172, 600, 172, 520).rule(317, 580, 317, 520)
    page.rule(72, 600, 72, 520).rule(462, 600, 462, 520)
    page.text(77, 585, "Ref", font="bold").text(177, 585, "Reporting to the council", font="bold")
    page.text(177, 566, "How often", font="bold").text(322, 566, "To whom", font="bold")
    page.text(77, 546, "P1").text(177, 546, "Quarterly").text(322, 546, "The commissioner")
    page.text(77, 526, "P2").text(177, 526, "Yearly").text(322, 526, "The committee")
    assert lines(builder)[1:] == [
        "head 1.1 Ref",
        "head 1.2 Reporting to the council",
        "head 2.2 How often",
        "head 2.3 To whom",
        "cell 3.1 [Ref] P1",
        "cell 3.2 [Reporting to the council / How often/P1] Quarterly",
        "cell 3.3 [Reporting to the council / To whom/P1] The commissioner",
        "cell 4.1 [Ref] P2",
        "cell 4.2 [Reporting to the council / How often/P2] Yearly",
        "cell 4.3 [Reporting to the council / To whom/P2] The committee",
    ]


def test_a_table_that_goes_on_over_the_page_is_one_and_its_header_is_read_once() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.grid(XS, fill(page, top=160))
    page = builder.page()
    more = (HEADS, ("Children offered an advocate", "100%", "Referrals"))
    page.grid(XS, fill(page, more, top=780))
    prose(page, 700)
    extract = read(builder)
    assert lines(builder)[1:] == [
        *CELLS,
        "cell 5.1 [Measure] Children offered an advocate",
        "cell 5.2 [Target/Children offered an advocate] 100%",
        "cell 5.3 [Source/Children offered an advocate] Referrals",
        f"p {JOINED}",
    ]
    last = extract.blocks[-2].place
    assert (last.page, last.cell) == (2, (1, 5, 3))


def test_a_row_cut_by_the_page_break_is_one_row() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.grid(XS, fill(page, (HEADS, ("Children who say they", "95%", "Survey made")), top=120))
    page = builder.page()
    page.grid(XS, fill(page, (HEADS, ("", "", "with children"), *ROWS[1:]), top=780))
    assert "cell 2.3 [Source/Children who say they] Survey made with children" in lines(builder)


def test_another_table_on_the_next_page_with_its_own_header_is_another() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.grid(XS, fill(page, top=160))
    page = builder.page()
    page.grid(XS, fill(page, (("Risk", "Owner", "Step"), ("Cost", "Board", "Review")), top=780))
    tables = {block.place.cell.table for block in read(builder).blocks if block.place.cell}
    assert tables == {1, 2}


def test_underlined_words_a_frame_and_page_rules_make_no_table() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.rule(72, 800, 523, 800).rule(72, 50, 523, 50).rule(72, 698.5, 180, 698.5)
    page.box(60, 560, 470, 60)
    page.lines(72, 600, PROSE)
    assert lines(builder) == [f"p {JOINED}", f"p {JOINED}"]


def test_a_line_between_two_columns_of_text_makes_no_table() -> None:
    builder = PdfBuilder()
    page = builder.page()
    left = [f"Left line {number} of a column" for number in range(30)]
    right = [f"Right line {number} of a column" for number in range(30)]
    page.lines(77, 700, left)
    page.lines(307, 700, right)
    page.rule(72, 720, 520, 720).rule(72, 280, 520, 280).rule(296, 720, 296, 280).rule(72, 720, 72, 280)
    words = " ".join(block.text for block in read(builder).blocks)
    assert words == " ".join([*left, *right])


def test_a_long_cell_is_read_paragraph_by_paragraph() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.grid([72, 172, 523], [600, 460])
    page.text(77, 586, "Outcome 1")
    page.lines(177, 586, [line[:60] for line in PROSE] + ["It ends."], leading=13)
    page.lines(177, 528, [line[:60] for line in PROSE] + ["It ends again."], leading=13)
    page.lines(177, 470, ["The last one."])
    cells = [block.text for block in read(builder).blocks if block.place.cell and block.place.cell.column == 2]
    assert len(cells) == 3
    assert cells[0].endswith("It ends.")
    assert cells[2] == "The last one."


def test_a_table_in_a_form_placed_on_the_page() -> None:
    builder = PdfBuilder()
    page = builder.page()
    page.grid(XS, fill(page))
    page.drawn_apart("0.9 0 0 0.9 20 30")
    assert lines(builder) == CELLS


def test_programs_that_write_a_whole_row_as_one_piece_of_text() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    for number, (measure, target, source) in enumerate((HEADS, *ROWS)):
        gaps = [int(1000 * (wide - 0.52 * 11 * len(words)) / 11) for words, wide in ((measure, 258), (target, 90))]
        shown = f"[({measure}) {-gaps[0]} ({target}) {-gaps[1]} ({source})] TJ"
        page.show(77, 586 - 20 * number, shown.encode(), font="plain")
    page.grid([72, 300, 400, 523], [600 - 20 * number for number in range(5)])
    cells = [block.text for block in read(builder).blocks if block.place.cell]
    assert cells == [*HEADS, *(words for row in ROWS for words in row)]


def test_rows_without_lines_at_the_top_of_a_page_go_on_with_the_table_before() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.grid(XS, fill(page, top=140))
    page = builder.page()
    for x, words in zip(XS, ("Children offered an advocate", "100%", "Referrals"), strict=False):
        page.text(x + 5, 770, words)
    prose(page, 700)
    assert lines(builder)[-4:] == [
        "cell 5.1 [Measure] Children offered an advocate",
        "cell 5.2 [Target/Children offered an advocate] 100%",
        "cell 5.3 [Source/Children offered an advocate] Referrals",
        f"p {JOINED}",
    ]


def test_prose_side_by_side_whose_gaps_agree_is_read_row_by_row() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    y = 640.0
    for number in range(4):
        for line in ("What the provider does for each", "child who comes to the service", f"in the year {number}."):
            page.text(72, y, line).text(300, y, line.replace("provider does", "council says"))
            y -= 14
        y -= 12
    words = [block.text for block in read(builder).blocks[1:]]
    firsts = [min(at for at, text in enumerate(words) if f"in the year {number}." in text) for number in range(4)]
    assert firsts == sorted(firsts)
    assert "in the year 3." not in words[0]


def test_another_header_in_bold_and_too_many_lines_make_no_longer_table() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    for number in range(700):
        page.rule(72, number, 80 + number % 200, number).rule(72 + number / 2, 10, 72 + number / 2, 20 + number % 300)
    assert all(not line.startswith(("cell", "head")) for line in lines(builder))
