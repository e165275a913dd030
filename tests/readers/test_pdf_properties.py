"""PDF: what must hold whatever stands on the pages."""

from __future__ import annotations

import random
from itertools import groupby

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pdf_builder import A4, Page, PdfBuilder
from pdf_reading import WIDE, a_page, prose, read

from crp_commission.document import BlockKind, Extract
from crp_commission.errors import NotReadError
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.readers import pdf

RUNS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Words, not letters at random: a page whose letters are spread like no language's is taken for unreadable.
WORDS = st.sampled_from(
    "a child children's provider council asks answers views record each quarter year £400 5% Welsh plan advocate "
    "review (where needed) and/or café trusted participation worker 2024 co-produced the with of no never".split()
)
SENTENCES = st.lists(WORDS, min_size=2, max_size=40).map(lambda words: " ".join(words).capitalize() + ".")
PIECES = st.lists(
    st.one_of(
        SENTENCES.map(lambda text: ("plain", text)),
        st.lists(WORDS, min_size=1, max_size=4)
        .filter(lambda words: words != ["a"])  # letters one under another are taken for one word written downwards
        .map(lambda words: ("bold", " ".join(words).capitalize())),
        SENTENCES.map(lambda text: ("bullet", text)),
        st.lists(WORDS, min_size=3, max_size=9).map(lambda words: ("row", " ".join(words))),
    ),
    min_size=1,
    max_size=25,
)


def wrapped(text: str, wide: int = WIDE, size: float = 11) -> list[str]:
    """The lines of a text, by a rough measure of its letters."""
    found = [""]
    for word in text.split():
        if (len(found[-1]) + len(word) + 1) * 0.56 * size > wide and found[-1]:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return found


def laid_out(pieces: list[tuple[str, str]]) -> tuple[PdfBuilder, list[list[str]]]:
    """Pages that hold the pieces one under the other, and the words on each page."""
    builder = PdfBuilder()
    page, y = builder.page(), 700.0
    words: list[list[str]] = [[]]
    for kind, text in pieces:
        if y < 220:
            page, y = builder.page(), 700.0
            words.append([])
        words[-1] += text.split()
        y = written(page, y, kind, text) - 10
    return builder, words


def written(page: Page, y: float, kind: str, text: str) -> float:
    if kind == "row":
        cells = text.split()
        half = (len(cells) + 1) // 2
        page.grid([72, 272, 472], [y, y - 40])
        page.text(77, y - 14, " ".join(cells[:half])[:30], 8).text(277, y - 14, " ".join(cells[half:])[:30], 8)
        return y - 50
    if kind == "bullet":
        page.text(72, y, "•")
        return page.lines(90, y, wrapped(text, WIDE - 18))
    return page.lines(72, y, wrapped(text), font="bold" if kind == "bold" else "plain")


def said(extract: Extract, page: int) -> list[str]:
    return [word for block in extract.blocks if block.place.page == page for word in block.text.split()]


@RUNS
@given(st.lists(SENTENCES, min_size=1, max_size=12))
def test_words_come_back_in_order_and_on_their_page(texts: list[str]) -> None:
    builder, words = laid_out([("plain", text) for text in texts])
    extract = read(builder)
    assert [said(extract, number) for number in range(1, len(words) + 1)] == words


@RUNS
@given(PIECES)
def test_nothing_is_lost_or_made_up(pieces: list[tuple[str, str]]) -> None:
    pieces = [(kind, text[:50] if kind == "row" else text) for kind, text in pieces]
    builder, words = laid_out([piece for piece in pieces if piece[0] != "row"] or [("plain", "Nothing here.")])
    extract = read(builder)
    assert [sorted(said(extract, number)) for number in range(1, len(words) + 1)] == [sorted(page) for page in words]


@RUNS
@given(PIECES)
def test_places_are_numbered_in_reading_order_and_pages_never_go_back(pieces: list[tuple[str, str]]) -> None:
    builder, words = laid_out(pieces)
    extract = read(builder)
    assert [block.place.paragraph for block in extract.blocks] == list(range(1, len(extract.blocks) + 1))
    pages = [block.place.page or 0 for block in extract.blocks]
    assert pages == sorted(pages)
    assert extract.pages == len(words)
    for block in extract.blocks:
        assert block.text == " ".join(block.text.split())
        assert block.text
        assert (block.kind is BlockKind.CELL) == (block.place.cell is not None)
        assert (block.level > 0) == (block.kind in (BlockKind.HEADING, BlockKind.ITEM))


@RUNS
@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=2, max_size=8), st.data())
def test_every_cell_of_a_drawn_table_stands_in_its_row_and_column(rows: list[list[str]], data: st.DataObject) -> None:
    columns = data.draw(st.integers(2, 4))
    rows = [(row * columns)[:columns] for row in rows]
    builder = PdfBuilder()
    page = a_page(builder)
    xs = [72.0 + 100 * column for column in range(columns + 1)]
    ys = [600.0 - 20 * row for row in range(len(rows) + 1)]
    page.grid(xs, ys)
    for y, row in zip(ys, rows, strict=False):
        for x, word in zip(xs, row, strict=False):
            page.text(x + 5, y - 14, word)
    prose(page, ys[-1] - 30)
    cells = [block for block in read(builder).blocks if block.place.cell]
    assert [[cell.text for cell in row] for _, row in groupby(cells, lambda cell: cell.place.cell[1])] == rows  # type: ignore[index]
    assert [cell.place.cell for cell in cells] == [
        (1, row, column) for row in range(1, len(rows) + 1) for column in range(1, columns + 1)
    ]


@RUNS
@given(
    st.lists(
        st.tuples(st.integers(-50, 700), st.integers(-50, 900), st.text("ab(i).1-• ", max_size=12), st.floats(0.1, 90)),
        max_size=40,
    ),
    st.lists(st.tuples(*[st.integers(-20, 900)] * 4), max_size=40),
)
@example([], [])
def test_words_and_lines_anywhere_are_read_or_refused(
    words: list[tuple[int, int, str, float]], rules: list[tuple[int, int, int, int]]
) -> None:
    builder = PdfBuilder()
    page = builder.page()
    for x, y, text, size in words:
        page.text(x, y, text, round(size, 2))
    for x0, y0, x1, y1 in rules:
        page.rule(x0, y0, x1, y1).rule(x0, y0, x1, y0).rule(x0, y0, x0, y1)
        page.box(x0, y0, abs(x1 - x0), abs(y1 - y0), 0.8)
    read_or_refused(builder.build())


def read_or_refused(data: bytes) -> None:
    try:
        extract = pdf.read(data, "spec.pdf", DEFAULT_LIMITS)
    except NotReadError as error:
        assert error.message
        assert error.hint
    else:
        assert extract.blocks


def a_bit_of_everything() -> bytes:
    builder = PdfBuilder()
    builder.mapped_font("symbol", {0xB7: 0xF0B7})
    for number in range(2):
        page = a_page(builder)
        page.text(72, 760, f"{number} Voice of the child", 16, "bold").image(400, 500, 100, 100)
        page.show(72, 620, b"(\xb7) Tj", font="symbol").text(90, 620, "ask each child;")
        page.grid([72, 172, 272], [600, 580, 560]).box(72, 580, 200, 20, 0.8)
        page.text(77, 586, "Measure", font="bold").text(177, 566, "Quarterly")
        page.field(72, 400, 100, 20, "name", "Westmarch").comment("Check.")
    builder.bookmarks = [("Voice of the child", 1), ("Voice of the child", 2)]
    builder.attachments = {"a.txt": b"x"}
    return builder.build()


@pytest.mark.parametrize("seed", range(120))
def test_damaged_bytes_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(a_bit_of_everything())
    for _ in range(chance.choice((1, 3, 10, 60))):
        start = chance.randrange(len(data))
        if chance.random() < 0.3:
            del data[start : start + chance.choice((1, 5, 200))]
        elif chance.random() < 0.5:
            data[start : start + 1] = bytes([chance.randrange(256)])
        else:
            other = chance.randrange(len(data))
            data[start:start] = data[other : other + chance.choice((1, 20, 300))]
    read_or_refused(bytes(data))


@pytest.mark.parametrize("length", range(0, 6000, 250))
def test_a_file_cut_anywhere_is_read_or_refused(length: int) -> None:
    read_or_refused(a_bit_of_everything()[:length])


def test_reading_twice_gives_the_same() -> None:
    data = a_bit_of_everything()
    assert pdf.read(data, "s.pdf", DEFAULT_LIMITS) == pdf.read(data, "s.pdf", DEFAULT_LIMITS)
    assert pdf.read(data, "s.pdf", DEFAULT_LIMITS).pages == 2
    assert A4 == (595, 842)


def test_nothing_is_written_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    data = a_bit_of_everything()
    for length in (100, 1500, len(data)):
        read_or_refused(data[:length])
    assert capfd.readouterr() == ("", "")
