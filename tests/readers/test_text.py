from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import notes, shown, stands_where_it_says

from crp_commission.document import Extract
from crp_commission.errors import NotReadError
from crp_commission.limits import Limits
from crp_commission.readers import text as plain


def read(text: str | bytes) -> Extract:
    return plain.read(text.encode() if isinstance(text, str) else text, "spec.txt", Limits())


LONG = "The Provider must ask every child in the service for their views on how it is run each quarter."

CASES = {
    "paragraphs": ("One is\nshort text.\n\n\nTwo.", ["p One is short text.", "p Two."]),
    "wrapped lines": (textwrap.fill(f"{LONG} {LONG}", 60), [f"p {LONG} {LONG}"]),
    "paragraphs with no line between": (
        "The Provider must ask every child in the service for their views on\nhow it is run.\n"
        "The Council will visit twice in each year and will tell children what it\nfound.",
        [
            "p The Provider must ask every child in the service for their views on how it is run.",
            "p The Council will visit twice in each year and will tell children what it found.",
        ],
    ),
    "a paragraph a line": (
        f"{LONG * 3}\nThe Council visits.\nIt reports.",
        [f"p {LONG * 3}", "p The Council visits.", "p It reports."],
    ),
    "words cut by a hyphen": (
        "The Provider shall support the partici-\npation of children, their well-\nbeing and co-\n"
        "operation with a multi-\n"
        "agency team. A well-being fund.",
        [
            "p The Provider shall support the participation of children, their well-being and co-operation with a "
            "multi-agency team. A well-being fund."
        ],
    ),
    "a soft hyphen at the end of a line": ("They support partici\u00ad\npation.", ["p They support participation."]),
    "numbered headings": (
        f"4 Voice\n\n4.2 Participation\n{LONG}\n\n4.2.1 The Provider shall act.\n4.2.2 Next one.",
        ["h1 4 Voice", "h2 4.2 Participation", f"p {LONG}", "p 4.2.1 The Provider shall act.", "p 4.2.2 Next one."],
    ),
    "headings in capitals": (
        f"CHILDREN’S VOICE\n{LONG}\n\nNN1 1ED\n{LONG}",
        [
            "h1 CHILDREN’S VOICE",
            f"p {LONG}",
            "p NN1 1ED",
            f"p {LONG}",
        ],
    ),
    "named headings": (
        f"Schedule 2: Performance\n\n{LONG}\n\nPart C Award criteria\n{LONG}",
        [
            "h1 Schedule 2: Performance",
            f"p {LONG}",
            "h1 Part C Award criteria",
            f"p {LONG}",
        ],
    ),
    "titles": (
        f"Taking part\n{LONG}\n\nWho is this for?\n{LONG}",
        ["h2 Taking part", f"p {LONG}", "h2 Who is this for?", f"p {LONG}"],
    ),
    "headings marked as in markdown": (f"## Taking part\n\n{LONG}", ["h2 Taking part", f"p {LONG}"]),
    "what is no title": (
        f"Children are asked\n\n{LONG}\n\nTaking part.\n\n{LONG}\n\ntaking part\n\n{LONG}\n\nDate: 1 "
        f"May\n\n{LONG}\n\nThe end",
        [
            "p Children are asked",
            f"p {LONG}",
            "p Taking part.",
            f"p {LONG}",
            "p taking part",
            f"p {LONG}",
            "p Date: 1 May",
            f"p {LONG}",
            "p The end",
        ],
    ),
    "bullets": (
        "The Provider must:\n• ask children;\n  and listen;\n- act\n* tell\n\uf0b7 write\no sing\n– "
        "rest\n● ● dots\n-Be kind",
        [
            "p The Provider must:",
            "li1 ask children; and listen;",
            "li2 act",
            "li3 tell",
            "li4 write",
            "li5 sing",
            "li6 rest",
            "li7 ● dots",
            "li2 Be kind",
        ],
    ),
    "bullets within bullets": ("• one\n  o two\n  o three\n• four", ["li1 one", "li2 two", "li2 three", "li1 four"]),
    "lettered items": (
        "It shall:\n(a) ask;\n(b) tell:\n    (i) one;\n    (ii) two\n        more;\n(c) act.\n\n1) x\n"
        "2) y\n\na. p\nb. q",
        [
            "p It shall:",
            "li1 (a) ask;",
            "li1 (b) tell:",
            "li2 (i) one;",
            "li2 (ii) two more;",
            "li1 (c) act.",
            "li1 1) x",
            "li1 2) y",
            "li2 a. p",
            "li2 b. q",
        ],
    ),
    "an act's subsections": (
        "(1) The authority must—\n(a) ask;\n(b) act.\n(2) It may—\n(a) wait.",
        ["li1 (1) The authority must—", "li2 (a) ask;", "li2 (b) act.", "li1 (2) It may—", "li2 (a) wait."],
    ),
    "items by their stops": (
        "The Provider shall:\nask children each term;\ntell them what changed; and\nact on it.\n\nText.",
        [
            "p The Provider shall:",
            "li1 ask children each term;",
            "li1 tell them what changed; and",
            "li1 act on it.",
            "p Text.",
        ],
    ),
    "numbered items and paragraphs": (
        "The steps are:\n1. Ask.\n2. Act.\n\n71. Partners should ask children.\n72. They should act.",
        [
            "p The steps are:",
            "li1 1. Ask.",
            "li1 2. Act.",
            "p 71. Partners should ask children.",
            "p 72. They should act.",
        ],
    ),
    "markers on lines of their own": (
        "•\n\nviews;\n\n•\n\nwishes.\n\n(a)\n(b)\n\nto help; and\nto hear\nchildren.\n\n1.4\n\nWe ask "
        "children.\n\n71.\nPartners act.",
        [
            "li1 views;",
            "li1 wishes.",
            "li1 (a) to help; and",
            "li1 (b) to hear children.",
            "p 1.4 We ask children.",
            "p 71. Partners act.",
        ],
    ),
    "wrapped lines that start like something else": (
        "They spend a budget of at least £40,000 each year and no less than\n2.5 per cent of it goes to "
        "what is set out in "
        "paragraph\n(d) of that schedule.",
        [
            "p They spend a budget of at least £40,000 each year and no less than 2.5 per cent of it goes "
            "to what is set out "
            "in paragraph (d) of that schedule."
        ],
    ),
    "rows with tabs": (
        "Ref\tMeasure\tTarget\nK1\tChildren are heard\t80%\nK2\tReplies are sent\t95%\n\nText.",
        [
            "head 1.1 Ref",
            "head 1.2 Measure",
            "head 1.3 Target",
            "cell 2.1 [Ref] K1",
            "cell 2.2 [Measure/K1] Children are heard",
            "cell 2.3 [Target/K1] 80%",
            "cell 3.1 [Ref] K2",
            "cell 3.2 [Measure/K2] Replies are sent",
            "cell 3.3 [Target/K2] 95%",
            "p Text.",
        ],
    ),
    "rows with bars": (
        "+----+-----+\n| a | b |\n|----|----|\n| c | d |\n+----+-----+",
        ["cell 1.1 a", "cell 1.2 [a] b", "cell 2.1 c", "cell 2.2 [c] d"],
    ),
    "a number and a tab": (
        "4.2\tThe Provider must ask.\n4.3\tIt must act.",
        ["p 4.2 The Provider must ask.", "p 4.3 It must act."],
    ),
    "a lone row is text": ("Ref\tMeasure", ["p Ref Measure"]),
    "page numbers": (
        "The Provider must ask children what\n\nPage 3 of 12\n\nthey think of the service.\n\n- 4 -\n\n"
        "5 | Page\n\nThe end.",
        ["p The Provider must ask children what they think of the service.", "p The end."],
    ),
    "a number between paragraphs": (f"{LONG}\n\n25\n\n{LONG}", [f"p {LONG}", f"p {LONG}"]),
    "numbers of a table": (
        "Price\n\n40\n\nQuality\n\n60\n\nIn all",
        ["p Price", "p 40", "p Quality", "p 60", "p In all"],
    ),
    "nothing": ("\n \t\n\f\n", []),
    "only rules": ("-----\n+----+\n|----|\n", ["p -----"]),
}


@pytest.mark.parametrize(("text", "blocks"), CASES.values(), ids=CASES.keys())
def test_plain_text_is_read(text: str, blocks: list[str]) -> None:
    assert shown(read(text)) == blocks


@pytest.mark.parametrize("text", [text for text, _ in CASES.values()], ids=CASES.keys())
def test_every_block_stands_on_its_line(text: str) -> None:
    if "partici" not in text:
        extract = read(text)
        markers_apart = "(a)\n(b)" in text
        assert markers_apart or stands_where_it_says(extract, text)


def page(number: int, body: str) -> str:
    return f"Youth Service Specification v2\n\n{body}\n\nCouncil of Anytown    Page {number}\n"


def test_running_heads_are_read_once_and_told() -> None:
    bodies = [
        f"Text of page {name} that says the Provider must ask children {name}." for name in ("one", "two", "three")
    ]
    extract = read("\f".join(page(number, body) for number, body in enumerate(bodies, start=1)))
    texts = [block.text for block in extract.blocks]
    assert [text for text in texts if text.startswith("Text")] == bodies
    assert texts.count("Youth Service Specification v2") == 1
    assert extract.pages == 3
    assert [block.place.page for block in extract.blocks if block.text in bodies] == [1, 2, 3]
    assert "4 lines repeated on every page were read once" in notes(extract)[0]


def test_a_sentence_over_a_page_end_is_one() -> None:
    first = "The Provider must ask every child in the service what they think of the way in"
    extract = read("\f".join([page(1, first), page(2, "which it is run."), page(3, "Next.")]))
    assert f"{first} which it is run." not in [block.text for block in extract.blocks]  # the first foot is kept once
    bodies = [page(1, "One."), page(2, first), page(3, "which it is run."), page(4, "Next.")]
    assert f"{first} which it is run." in [block.text for block in read("\f".join(bodies)).blocks]


def test_lines_that_repeat_alone_are_read_once() -> None:
    parts = [f"Statutory guidance for officers\n\n{number}\n\n{LONG} {number}." for number in range(31, 36)]
    extract = read("\n\n".join(parts))
    texts = [block.text for block in extract.blocks]
    assert texts.count("Statutory guidance for officers") == 1
    assert sum(text.startswith(LONG) for text in texts) == 5


@pytest.mark.parametrize("repeated", ["The Provider must ask children.", "• ask children", "Yes"])
def test_repeated_text_is_no_furniture(repeated: str) -> None:
    extract = read("\n\n".join([repeated, LONG] * 4))
    assert len(extract.blocks) == 8
    assert notes(extract) == []


def test_lines_and_pages_count_from_one() -> None:
    extract = read("One.\n\n\n  Two\n  more.\n\fThree.\n")
    assert [(block.text, block.place.line, block.place.page) for block in extract.blocks] == [
        ("One.", 1, 1), ("Two more.", 4, 1), ("Three.", 6, 2),
    ]  # fmt: skip
    assert read("One.").blocks[0].place.page is None


@pytest.mark.parametrize(
    "text",
    [
        "word " * 50_000,
        "a\n" * 20_000,
        "a-\n" * 20_000,
        "(a)\n" * 5_000,
        "•\n" * 5_000,
        "1\n\n" * 5_000,
        "a\tb\n" * 5_000,
        "|\n" * 20_000,
        "a\f" * 5_000,
        "Head line\n\n" * 5_000,
        "- " * 20_000,
        "+--+\n" * 5_000,
        "2.1\n" * 5_000,
        "x" * 200_000,
    ],
)
def test_monotonous_text_is_read_to_its_end(text: str) -> None:
    read(text)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotReadError):
        read(b"a\0b")


def test_how_the_bytes_were_read_is_told() -> None:
    assert "Windows" in notes(read("child’s".encode("cp1252")))[0]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("page", True),
        ("Page", True),
        ("P a g e", False),
        ("3 | P a g e", False),
        ("Page | 3", False),
        ("page 3", False),
    ],
)
def test_only_a_page_number_goes_not_the_word_page(line: str, kept: bool) -> None:
    extract = read(f"The Provider must ask children what they think.\n\n{line}\n\nIt must tell them what changed.")
    assert (line in [block.text for block in extract.blocks]) is kept


_WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12), min_size=1, max_size=60)


@given(st.lists(_WORDS, max_size=6, unique_by=tuple), st.integers(20, 100), st.sampled_from(["", "."]))
def test_wrapped_paragraphs_come_back_each_on_its_line(paragraphs: list[list[str]], width: int, stop: str) -> None:
    texts = [" ".join(words) + stop for words in paragraphs]
    written = "\n\n".join(textwrap.fill(text, width, break_on_hyphens=False) for text in texts)
    extract = read(written)
    assert [block.text for block in extract.blocks] == texts
    assert stands_where_it_says(extract, written)


@given(
    st.lists(
        st.sampled_from(
            ["a", "A b", "(a)", "(b) x", "•", "• y", "1.", "2.1 Z", "7", "p\tq", "|r|s|", "-", ":", ".", "\f", ""]
        )
    )
)
def test_any_lines_are_read(lines: list[str]) -> None:
    extract = read("\n".join(lines))
    assert all(block.text and block.place.line for block in extract.blocks)
    words = {"x", "y", "Z", "q", "r", "s"} & set(" ".join(lines).replace("|", " ").split())
    assert words <= set(" ".join(block.text for block in extract.blocks).replace("|", " ").split())


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read(text.encode("utf-8", "replace"))
    except NotReadError as refused:
        assert refused.message
