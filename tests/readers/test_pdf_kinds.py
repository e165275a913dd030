"""PDF: headings and their levels, lists, clauses, contents pages, captions, footnotes."""

from __future__ import annotations

import pytest
from pdf_builder import PdfBuilder
from pdf_reading import PROSE, a_page, lines, prose

JOINED = " ".join(PROSE)


def test_headings_by_size_weight_and_number() -> None:
    builder = PdfBuilder()
    page = builder.page()
    page.text(72, 780, "Short breaks for disabled children", 24)
    page.text(72, 740, "4 What children say", 16, "bold")
    y = prose(page, 710)
    page.text(72, y - 20, "4.2 Participation", 13, "bold")
    y = prose(page, y - 40)
    page.text(72, y - 20, "How children are asked", 11, "bold")
    y = prose(page, y - 40)
    page.text(72, y - 20, "4.3 Advocacy", 11)
    prose(page, y - 40)
    assert lines(builder) == [
        "h1 Short breaks for disabled children",
        "h1 4 What children say",
        f"p {JOINED}",
        "h2 4.2 Participation",
        f"p {JOINED}",
        "h3 How children are asked",
        f"p {JOINED}",
        "h2 4.3 Advocacy",
        f"p {JOINED}",
    ]


def test_a_heading_of_two_lines_is_one_and_headings_that_follow_each_other_are_two() -> None:
    builder = PdfBuilder()
    page = builder.page()
    page.lines(72, 760, ["How children and young people take part", "in planning"], 16, "bold", 19)
    page.text(72, 700, "1.1 Voice", 13, "bold")
    prose(page, 680)
    assert lines(builder)[:2] == ["h1 How children and young people take part in planning", "h2 1.1 Voice"]


@pytest.mark.parametrize(
    "words",
    [
        "The provider shall consult children each quarter.",  # a promise, however bold
        "The provider must publish what children said",
        "and, for each child who asks for one, an advocate",
    ],
)
def test_bold_text_that_says_something_is_no_heading(words: str) -> None:
    builder = PdfBuilder()
    a_page(builder).text(72, 600, words, 11, "bold")
    assert lines(builder)[-1] == f"p {words}"


def test_plain_numbered_sentences_are_clauses_with_their_numbers() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.text(72, 640, "4.2.1 The provider shall ask each child.")
    page.text(72, 610, "4.2.2 The provider shall:")
    page.text(90, 590, "4.2.2.1 publish the answers; and")
    page.text(90, 570, "4.2.2.2 tell each child.")
    page.text(72, 540, "4.2.3 The council shall pay.")
    assert lines(builder)[1:] == [
        "p 4.2.1 The provider shall ask each child.",
        "p 4.2.2 The provider shall:",
        "li1 4.2.2.1 publish the answers; and",
        "li1 4.2.2.2 tell each child.",
        "p 4.2.3 The council shall pay.",
    ]


def test_bookmarks_name_headings_that_nothing_else_shows() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.text(72, 640, "Being heard")
    prose(page, 610)
    builder.bookmarks = [("Being heard", 1)]
    assert lines(builder)[1] == "h1 Being heard"
    builder = PdfBuilder()
    prose(a_page(builder).text(72, 640, "Being heard"), 610)
    assert lines(builder)[1] == "p Being heard"


def test_a_bold_opening_heads_its_paragraph() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.text(72, 600, "Voice of the child.", font="bold").text(181, 600, "The provider asks each child.")
    page.text(72, 570, "Child", font="bold").text(104, 570, "means a person under 18.")
    assert lines(builder)[1:] == [
        "run-in h1 Voice of the child.",
        "p The provider asks each child.",
        "p Child means a person under 18.",
    ]


def test_list_items_by_bullets_letters_and_numbers_with_levels_by_indent() -> None:
    builder = PdfBuilder()
    builder.mapped_font("symbol", {0xB7: 0xF0B7})
    page = a_page(builder)
    y = 620
    for x, marker, font, words in (
        (72, "•", "plain", "ask each child;"),
        (72, "•", "plain", "publish the answers and say what changed because of them, so that children see that"),
        (90, "–", "plain", "on the website;"),
        (90, "o", "plain", "in easy words;"),
        (72, "\xb7", "symbol", "tell parents."),
        (72, "(a)", "plain", "name an advocate;"),
        (90, "(i)", "plain", "who is independent;"),
        (72, "(b)", "plain", "pay the advocate."),
        (72, "1.", "plain", "First of all."),
    ):
        if font == "symbol":
            page.show(x, y, b"(\xb7) Tj", font="symbol")
        else:
            page.text(x, y, marker)
        page.text(x + 18, y, words)
        y -= 14
        if words.endswith("see that"):
            page.text(x + 18, y, "they are heard;")
            y -= 14
    assert lines(builder)[1:] == [
        "li1 ask each child;",
        "li1 publish the answers and say what changed because of them, so that children see that they are heard;",
        "li2 on the website;",
        "li2 in easy words;",
        "li1 tell parents.",
        "li1 (a) name an advocate;",
        "li2 (i) who is independent;",
        "li1 (b) pay the advocate.",
        "li1 1. First of all.",
    ]


def test_a_line_that_happens_to_start_with_a_number_starts_no_item() -> None:
    builder = PdfBuilder()
    builder.page().lines(
        72, 700, [PROSE[0] + " paragraph", "4.2 The rest of it, which no reader would take for", "a clause."]
    )
    assert len(lines(builder)) == 1


def test_a_contents_page_has_no_headings() -> None:
    builder = PdfBuilder()
    page = builder.page()
    page.text(72, 760, "Contents", 16, "bold")
    for row, (title, number) in enumerate((("1 Introduction", 2), ("1.1 Voice", 3), ("2 Price", 9), ("Annex A", 12))):
        page.text(72, 720 - 20 * row, f"{title} {'.' * 60} {number}", font="bold")
        page.text(72, 520 - 20 * row, title, 13, "bold").text(500, 520 - 20 * row, str(number), 13, "bold")
    a_page(builder)
    found = lines(builder)
    assert [line for line in found if line.startswith("h")] == ["h1 Contents"]
    assert "p 1.1 Voice 3" in found


def test_captions_and_footnotes() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.text(72, 600, "Table 2: Children in care by age")
    prose(page, 570)
    page.text(72, 90, "1", 5).text(76, 87, "Children Act 1989, section 22.", 8)
    next_page = builder.page()
    prose(next_page, 760)
    assert lines(builder) == [
        f"p {JOINED}",
        "caption Table 2: Children in care by age",
        f"p {JOINED}",
        "note 1 Children Act 1989, section 22.",
        f"p {JOINED}",
    ]


def test_a_paragraph_goes_on_past_a_footnote() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.lines(72, 160, PROSE[:2])
    page.text(72, 87, "1 Children Act 1989, section 22.", 8)
    builder.page().lines(72, 760, PROSE[2:])
    assert lines(builder) == [f"p {JOINED}", f"p {JOINED}", "note 1 Children Act 1989, section 22."]
