"""PDF: what cannot be read or is left out on purpose, and how a person is told."""

from __future__ import annotations

import re

import pytest
from docx_builder import docx, p
from pdf_builder import A4, PdfBuilder
from pdf_reading import PROSE, a_page, lines, notes, read

from crp_commission.errors import NotReadError
from crp_commission.limits import DEFAULT_LIMITS, Limits
from crp_commission.readers import pdf

JOINED = " ".join(PROSE)


def refusal(data: bytes, limits: Limits = DEFAULT_LIMITS) -> NotReadError:
    with pytest.raises(NotReadError) as caught:
        pdf.read(data, "pack/spec.pdf", limits)
    assert caught.value.file == "pack/spec.pdf"
    assert caught.value.hint
    assert caught.value.message.startswith("pack/spec.pdf ")
    return caught.value


# --- files that are not read at all ---


def test_a_file_locked_with_a_password_is_refused_one_with_an_owner_only_is_read() -> None:
    builder = PdfBuilder()
    a_page(builder)
    locked, open_to_all = builder.build(user="secret"), PdfBuilder(builder.pages).build(user="")
    error = refusal(locked)
    assert error.message == "pack/spec.pdf is locked with a password."
    assert "without" in error.hint
    assert [block.text for block in pdf.read(open_to_all, "spec.pdf", DEFAULT_LIMITS).blocks] == [JOINED]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog", "damaged"),
        (docx(p("The provider shall ask.")), "is not a PDF: it is a Word document"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "is not a PDF: it is a web page"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "is not a PDF: it is a picture"),
        (b"The provider shall ask each child.", "is not a PDF: it is plain text"),
    ],
)
def test_what_is_no_pdf_is_named(data: bytes, words: str) -> None:
    assert words in refusal(data).message


def test_bytes_before_the_header_do_no_harm() -> None:
    builder = PdfBuilder()
    a_page(builder)
    assert pdf.read(b"\r\n\r\n" + builder.build(), "spec.pdf", DEFAULT_LIMITS).blocks[0].text == JOINED


def test_a_cut_file_is_read_as_far_as_it_goes_and_said_to_be_damaged() -> None:
    builder = PdfBuilder()
    a_page(builder)
    data = builder.build()
    whole = pdf.read(data[: data.rindex(b"trailer") + 200], "spec.pdf", DEFAULT_LIMITS)
    assert whole.blocks[0].text == JOINED
    cut = data[: data.rindex(b"startxref")]
    extract = pdf.read(cut, "spec.pdf", DEFAULT_LIMITS)
    assert [block.text for block in extract.blocks] == [JOINED]
    assert "damaged at its end" in extract.notes[0].text
    assert "damaged" in refusal(data[:300]).message


def test_a_damaged_page_among_good_ones_is_noted() -> None:
    builder = PdfBuilder()
    a_page(builder)
    a_page(builder)
    data = builder.build()
    kids = re.search(rb"/Kids \[(\d+) 0 R (\d+) 0 R\]", data)
    assert kids
    data = data.replace(b"%s 0 obj\n<<" % kids[2], b"%s 0 obj\n[ " % kids[2], 1)
    extract = pdf.read(data, "spec.pdf", DEFAULT_LIMITS)
    assert [(note.text, note.unread) for note in extract.notes] == [("page 2 is damaged and was not read", 0.5)]
    assert [block.text for block in extract.blocks] == [JOINED]
    assert extract.pages == 2


def test_limits_on_pages_and_characters_are_named() -> None:
    builder = PdfBuilder()
    for _ in range(3):
        a_page(builder)
    pages = refusal(builder.build(), Limits(pages=2))
    assert "3 pages, more than 2" in pages.message
    assert "`limits: pages`" in pages.hint
    builder = PdfBuilder()
    a_page(builder)
    characters = refusal(builder.build(), Limits(characters=100))
    assert "more than 100 characters" in characters.message
    assert "`limits: characters`" in characters.hint


def test_a_blank_file_holds_no_text() -> None:
    builder = PdfBuilder()
    builder.page()
    assert "no text" in refusal(builder.build()).message


# --- pages that hold no text ---


def test_a_scan_is_refused_and_what_to_do_is_said() -> None:
    builder = PdfBuilder()
    for _ in range(3):
        builder.page().image(0, 0, *A4)
    error = refusal(builder.build())
    assert error.message == "pack/spec.pdf is a scan: its pages are pictures and hold no text."
    assert "text recognition" in error.hint
    assert "Word file" in error.hint


def test_scanned_pages_among_others_are_noted_by_run_with_their_share() -> None:
    builder = PdfBuilder()
    for number in range(1, 11):
        page = a_page(builder) if number not in (3, 4, 5, 9) else builder.page().image(0, 0, *A4)
        if number in (3, 9):
            page.text(300, 30, "Stamped 0042")
    extract = read(builder)
    assert [(note.place, note.text, note.unread) for note in extract.notes] == [
        ("pages 3 to 5", "pages 3 to 5 hold pictures of text and were not read", 0.3),
        ("page 9", "page 9 holds a picture of text and was not read", 0.1),
    ]
    assert extract.pages == 10


def test_text_recognition_over_a_scan_is_read_without_a_note() -> None:
    builder = PdfBuilder()
    page = builder.page().image(0, 0, *A4)
    for row, line in enumerate(PROSE):
        page.text(72, 700 - 14 * row, line, mode=3)
    extract = read(builder)
    assert [block.text for block in extract.blocks] == [JOINED]
    assert extract.notes == ()


def test_a_large_picture_on_a_page_of_text_is_told() -> None:
    builder = PdfBuilder()
    a_page(builder).image(72, 72, 450, 400)
    assert notes(builder) == ["large pictures on page 1 were not read; look whether there are words in them"]


def test_words_drawn_as_shapes_are_told() -> None:
    builder = PdfBuilder()
    page = builder.page()
    for number in range(60):
        page.content.append(f"{72 + 5 * number} 700 m {75 + 5 * number} 712 l {77 + 5 * number} 700 l f".encode())
    a_page(builder)
    assert notes(builder) == ["page 1 holds words drawn as shapes and was not read"]


@pytest.mark.parametrize("codes", ["private", "shifted"])
def test_letters_that_cannot_be_told_are_not_passed_off_as_text(codes: str) -> None:
    builder = PdfBuilder()
    alphabet = range(0x20, 0x7F)
    shift = 0xF000 if codes == "private" else -29
    builder.mapped_font("odd", {code: max(code + shift, 0x21) for code in alphabet})
    page = builder.page()
    for row, line in enumerate(PROSE):
        page.show(72, 700 - 14 * row, f"({line}) Tj".encode(), font="odd")
    assert "does not say which letters" in refusal(builder.build()).message
    a_page(builder)
    builder.objects.clear()
    builder.mapped_font("odd", {code: max(code + shift, 0x21) for code in alphabet})
    extract = read(builder)
    assert [block.text for block in extract.blocks] == [JOINED]
    assert [(note.place, note.unread) for note in extract.notes] == [("page 1", 0.5)]


# --- text that is left out, and what stands beside the text ---


def test_text_nobody_can_see_is_left_out_and_told() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.text(72, 600, "Children are heard, white.", grey=1)
    page.text(72, 580, "Children are heard, unpainted.", mode=3)
    page.text(72, -50, "Children are heard, off the page.")
    page.text(72, 560, "Children are heard, tiny.", 0.4)
    page.box(60, 490, 300, 40, 0.2).text(72, 500, "White on a dark ground is seen.", grey=1)
    page.content.append(
        b"0 0.3 0.5 rg 60 410 m 360 410 l 370 420 370 440 360 450 c 60 450 l 50 440 50 420 60 410 c f 0 g"
    )
    page.text(72, 425, "White in a box with round corners is seen.", grey=1)
    assert lines(builder)[1:] == ["p White on a dark ground is seen.", "p White in a box with round corners is seen."]
    assert notes(builder) == [
        "18 words of text on page 1 left out: nobody can see it (white, unpainted or off the page)"
    ]


def layered(*layers: tuple[str, bytes]) -> PdfBuilder:
    """A page of text, with content on layers that are ``on`` or ``off``."""
    builder = PdfBuilder()
    page = a_page(builder)
    numbers = {state: builder._add(b"<< /Type /OCG /Name (Layer) >>") for state in ("on", "off")}
    references = {state: f"{number} 0 R" for state, number in numbers.items()}
    builder.catalog_entries = (
        f"/OCProperties << /OCGs [{references['on']} {references['off']}] /D << /OFF [{references['off']}] >> >>"
    )
    page.properties = f"/on {references['on']} /off {references['off']}"
    for state, content in layers:
        page.content.append(f"/OC /{state} BDC ".encode() + content + b" EMC")
    return builder


def written(text: str, y: int, mode: int = 0) -> bytes:
    return f"BT /plain 10 Tf {mode} Tr 72 {y} Td ({text}) Tj ET".encode()


def test_text_on_a_layer_that_is_off_is_left_out_and_told() -> None:
    builder = layered(("on", written("This layer is shown.", 500)), ("off", written("This layer is off.", 400)))
    assert lines(builder)[1:] == ["p This layer is shown."]
    assert notes(builder) == ["text on a layer on page 1 left out: it is not shown when the file is opened"]


def test_a_hidden_layer_beside_what_is_shown_on_its_line_is_left_out() -> None:
    builder = layered(
        ("on", written("This is shown", 500)), ("off", b"1 0 0 1 80 0 cm " + written("and never this.", 500))
    )
    assert lines(builder)[1:] == ["p This is shown"]


def test_layers_that_are_on_are_read_white_on_dark_and_as_recognised_text() -> None:
    white = b"0.2 g 60 490 300 40 re f 1 g " + written("White on dark.", 500) + b" 0 g"
    builder = layered(("on", white))
    builder.pages[0].image(60, 380, 400, 40)
    builder.pages[0].content.append(b"/OC /on BDC " + written("Recognised in a picture.", 400, mode=3) + b" EMC")
    assert lines(builder)[1:] == ["p White on dark.", "p Recognised in a picture."]
    assert not [note for note in notes(builder) if "layer" in note]


def test_a_page_of_very_many_layers_is_read_and_told() -> None:
    builder = layered(*[("on", written("x", 600 - number)) for number in range(101)])
    assert notes(builder) == ["text on a layer on page 1 read: look whether it is all shown when the file is opened"]


def test_crossed_out_words_are_left_out_and_told() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.text(72, 600, "The provider shall consult children yearly.")
    page.rule(72, 603.5, 274, 603.5)
    page.text(72, 570, "The provider shall consult children monthly.")
    page.rule(241, 573.5, 281, 573.5)
    page.text(72, 540, "The provider shall publish this.").rule(72, 538.5, 220, 538.5)
    assert lines(builder)[1:] == ["p The provider shall consult children .", "p The provider shall publish this."]
    assert notes(builder) == ["7 words of text on page 1 left out: it is crossed out"]


def test_filled_fields_of_a_form_are_read_where_they_stand() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.text(72, 600, "Name of provider:").field(170, 594, 200, 18, "provider", "Westmarch Youth Trust")
    page.text(72, 570, "Start date:").field(170, 564, 200, 18, "start", "")
    assert lines(builder)[1:] == ["p Name of provider: Westmarch Youth Trust", "p Start date:"]


def test_comments_and_attached_files_are_told() -> None:
    builder = PdfBuilder()
    a_page(builder).comment("Is this legal?").comment("Check.")
    a_page(builder).comment("Why?")
    builder.attachments = {"prices.xlsx": b"PK", "terms.docx": b"PK"}
    assert notes(builder) == [
        "3 comments on pages 1 and 2 not read",
        "2 attached files not read: prices.xlsx, terms.docx; save them from the PDF and give them too",
    ]


def test_ticked_boxes_are_told_apart() -> None:
    builder = PdfBuilder()
    page = a_page(builder)
    page.tick(72, 600, "yes", True).text(90, 602, "Children were asked")
    page.tick(72, 570, "no", False).text(90, 572, "Children were not asked")
    assert lines(builder)[1:] == ["p [x] Children were asked", "p [ ] Children were not asked"]


def test_a_form_that_only_adobe_can_show_is_refused() -> None:
    builder = PdfBuilder()
    a_page(builder)
    builder.form_entries, builder.catalog_entries = "/XFA (x)", "/NeedsRendering true"
    error = refusal(builder.build())
    assert "Adobe" in error.message
    assert "print it to a new PDF" in error.hint


def test_many_runs_of_pages_are_cut_short() -> None:
    builder = PdfBuilder()
    for _ in range(12):
        a_page(builder).comment("Why?")
        a_page(builder)
    assert notes(builder) == ["12 comments on pages 1, 3, 5, 7, 9, 11, 13, 15 and others not read"]
