from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import letters, notes, shown, stands_where_it_says

from crp_commission.document import Extract
from crp_commission.errors import NotReadError
from crp_commission.limits import DEFAULT_LIMITS, Limits
from crp_commission.readers import markdown


def read(text: str | bytes) -> Extract:
    return markdown.read(text.encode() if isinstance(text, str) else text, "spec.md", Limits())


CASES = {
    "headings": (
        "# 4 Voice\n\n### 4.1 Forum ###\n\nOne\n===\n\nTwo\n---",
        ["h1 4 Voice", "h3 4.1 Forum", "h1 One", "h2 Two"],
    ),
    "a line under running text makes no heading": (
        "The Provider must ask.\n---\n\nA:\n---",
        ["p The Provider must ask.", "p A:"],
    ),
    "a long heading is text": ("# " + "word " * 21, ["p " + ("word " * 21).strip()]),
    "wrapped lines are joined": ("The Provider\nmust ask\nchildren.", ["p The Provider must ask children."]),
    "marks go and words stay": (
        "**Bold** _it_ `code` [link](http://x.uk 't') <http://a.uk> &amp; \\* a&nbsp;b\\\nc",
        ["p Bold it code link http://a.uk & * a b c"],
    ),
    "an indented paragraph is text": ("    Children must be asked.", ["p Children must be asked."]),
    "fenced text is text": ("```yaml\nThe Provider must.\n\nNext.\n```", ["p The Provider must.", "p Next."]),
    "settings at the top are skipped": ("---\ntitle: x\ntags:\n  - y\n---\nText", ["p Text"]),
    "a rule at the top hides nothing": (
        "---\nThe Provider must ask children.\n\n---\nText",
        [
            "p The Provider must ask children.",
            "p Text",
        ],
    ),
    "bullets": ("- a\n- b\n  - c\n\n    more\n* d", ["li1 a", "li1 b", "li2 c", "li2 more", "li1 d"]),
    "numbered lists": ("3. a\n4. b\n   1) c", ["li1 3. a", "li1 4. b", "li2 1) c"]),
    "a bold numbered item is a heading": ("3. **Voice**\n4. text", ["h1 3. Voice", "li1 4. text"]),
    "a bold bullet is an item": (
        "- **Voice**\n- **No one is turned away**",
        ["li1 Voice", "li1 No one is turned away"],
    ),
    "quotes": ("> **Note.** Text\n> # Head\n> - item", [">p Note. Text", ">h1 Head", ">li1 item"]),
    "bold paragraphs": (
        "# T\n\n**5. Impact**\n\n**Conclusions.**\n\n*What will change*\n\n__2.3 Who the service is for__",
        ["h1 T", "h2 5. Impact", "h2 Conclusions.", "h2 What will change", "h2 2.3 Who the service is for"],
    ),
    "bold sentences": (
        "**The Provider must consult children.**\n\n**The Provider shall:**\n\n**Children are consulted**\n\n"
        "**A paragraph of more than twelve words is not a heading however bold it may be**",
        [
            "p The Provider must consult children.",
            "p The Provider shall:",
            "p Children are consulted",
            "p A paragraph of more than twelve words is not a heading however bold it may be",
        ],
    ),
    "a bold line over a paragraph": (
        "**7.5 Advocacy**\nThe Provider shall help.",
        ["h1 7.5 Advocacy", "p The Provider shall help."],
    ),
    "a bold caption": (
        "**Table 9. Who was reached, by group and by ward, in the year 2024/25, all ages**",
        [
            "caption Table 9. Who was reached, by group and by ward, in the year 2024/25, all ages",
        ],
    ),
    "run-in headings": (
        "**3.4 Getting in.** The Provider must reach.\n\n*Order of precedence.* If they conflict.\n\n"
        "1.4 **How we write.** This is about.\n\n**7.5 Advocacy** The Provider.\n\n**Voice**: Children say.\n\n"
        "**Voice** – Children say.\n\n**What changes?** Much.",
        [
            "run-in h1 3.4 Getting in.",
            "p The Provider must reach.",
            "run-in h1 Order of precedence.",
            "p If they conflict.",
            "run-in h1 1.4 How we write.",
            "p This is about.",
            "run-in h1 7.5 Advocacy",
            "p The Provider.",
            "run-in h1 Voice:",
            "p Children say.",
            "run-in h1 Voice",
            "p Children say.",
            "run-in h1 What changes?",
            "p Much.",
        ],
    ),
    "bold words in a sentence": (
        "**The Provider shall** hold forums.\n\n**The Provider shall ask.** It must answer.\n\n"
        "**Children** Act 1989.\n\n"
        "**3.1 The Provider** shall act.\n\n**Child** means a person.\n\n**No child is turned away.** Not one.\n\n"
        "The **Provider.** Must.",
        [
            "p The Provider shall hold forums.",
            "p The Provider shall ask. It must answer.",
            "p Children Act 1989.",
            "p 3.1 The Provider shall act.",
            "p Child means a person.",
            "p No child is turned away. Not one.",
            "p The Provider. Must.",
        ],
    ),
    "typed lists": (
        "The Provider shall:\n(a) ask;\n(b) tell\nthem; and\n  (i) one\n  (ii) two\n(c) act.",
        [
            "p The Provider shall:",
            "li1 (a) ask;",
            "li1 (b) tell them; and",
            "li2 (i) one",
            "li2 (ii) two",
            "li1 (c) act.",
        ],
    ),
    "typed markers a paragraph each": ("(a) one\n\n(i) in\n\n(b) two", ["li1 (a) one", "li2 (i) in", "li1 (b) two"]),
    "typed bullets": ("• one\n• two\nmore", ["li1 one", "li1 two more"]),
    "a wrapped line that starts with a letter": ("as set out in\n(b) above and", ["p as set out in (b) above and"]),
    "clause numbers": (
        "2.1 One\n2.2 Two\nmore\n2.3 Three\n\n4. ITT 01 One",
        ["p 2.1 One", "p 2.2 Two more", "p 2.3 Three", "li1 4. ITT 01 One"],
    ),
    "a wrapped line that starts with a number": (
        "a budget of\n2.5 million and\n3.1 more",
        ["p a budget of 2.5 million and 3.1 more"],
    ),
    "labelled lines": ("ITT 01 Form\nITT 02 Terms", ["p ITT 01 Form", "p ITT 02 Terms"]),
    "a table": (
        "| Ref | The Provider must: |\n|---|:-:|\n| K1 | ask **all** |\n| K2 | a \\| b | extra |\n| | |",
        [
            "head 1.1 Ref",
            "head 1.2 The Provider must:",
            "cell 2.1 [Ref] K1",
            "cell 2.2 [The Provider must:/K1] ask all",
            "cell 3.1 [Ref] K2",
            "cell 3.2 [The Provider must:/K2] a | b",
            "cell 3.3 [K2] extra",
        ],
    ),
    "rows without a line under the header": (
        "| a | b |\n| c | d |",
        ["cell 1.1 a", "cell 1.2 [a] b", "cell 2.1 c", "cell 2.2 [c] d"],
    ),
    "footnotes": (
        "Asked[^1] and told[^b].\n\n[^1]: Each term.\n[^b]: In\n  words.\n\nKept[^9].",
        ["p Asked and told.", "note 1 Each term.", "note b In words.", "p Kept[^9]."],
    ),
    "a line that looks like a link's target": ("[Note]: children", ["p [Note]: children"]),
    "a slot in angle brackets is text": (
        "The <name of Provider> and <Provider> must.",
        ["p The <name of Provider> and <Provider> must."],
    ),
    "html": (
        "<p>One <b>two</b></p>\n\nA<br>b\n\n<table><tr><td>x</td></tr></table>",
        ["p One two", "p A b", "cell 1.1 x"],
    ),
    "html breaks part paragraphs": ("A  \nb<br><br>c", ["p A b", "p c"]),
    "carriage returns": ("# A\r\rb\r\n\r\nc", ["h1 A", "p b", "p c"]),
    "nothing": ("", []),
    "only marks": ("***\n\n- \n\n>\n\n#", []),
}


@pytest.mark.parametrize(("text", "blocks"), CASES.values(), ids=CASES.keys())
def test_markdown_is_read_as_it_shows(text: str, blocks: list[str]) -> None:
    assert shown(read(text)) == blocks


@pytest.mark.parametrize("text", [text for text, _ in CASES.values()], ids=CASES.keys())
def test_every_block_stands_on_its_line(text: str) -> None:
    if "&amp;" not in text and "\r" not in text:
        assert stands_where_it_says(read(text), text)


def test_lines_and_paragraph_numbers_count_from_one() -> None:
    extract = read("# A\n\nb\nc\n\n- d\n\n| e |\n|---|\n| f |\n")
    assert [(block.place.line, block.place.paragraph) for block in extract.blocks] == [
        (1, 1), (3, 2), (6, 3), (8, 4), (10, 5),
    ]  # fmt: skip
    assert {block.place.file for block in extract.blocks} == {"spec.md"}


@pytest.mark.parametrize(
    ("text", "left", "note"),
    [
        ("They ~~must not~~ must.", ["p They must."], "line 1: struck-out text was left out: “must not”"),
        (
            "a\n\nb ~~c~~\n\n~~5~~ e",
            ["p a", "p b", "p e"],
            "line 3: 2 passages of struck-out text were left out (lines 3, 5): “c”",
        ),
        ("A ![a child reading](x.png) b", ["p A b"], "line 1: a picture was not read: “a child reading”"),
        ("x <!-- Ask for more --> y", ["p x y"], "line 1: a comment that does not show was left out: “Ask for more”"),
        ("<!--\nAsk for more\n-->", [], "line 1: a comment that does not show was left out: “Ask for more”"),
        (
            '<div style="display:none">\n\nhidden promise\n\n</div>\n\nseen',
            ["p seen"],
            "line 1: hidden text was left out: “hidden promise”",
        ),
        ("a <span hidden>hidden promise</span> b", ["p a b"], "line 1: hidden text was left out: “hidden promise”"),
        ("[x]: # (Ask for more)", [], "line 1: a comment that does not show was left out: “Ask for more”"),
        ("---\na: b\n---\nc", ["p c"], "line 1: the settings at the top of the file were not read"),
    ],
)
def test_what_does_not_show_is_left_out_and_told(text: str, left: list[str], note: str) -> None:
    extract = read(text)
    assert shown(extract) == left
    assert notes(extract) == [note]


@pytest.mark.parametrize("text", ["<script>\nalert('x')\n</script>", "<style>\np {}\n</style>", "<!-- x -->"])
def test_code_is_left_out_in_silence(text: str) -> None:
    assert read(text) == Extract(())


@pytest.mark.parametrize(
    "text",
    [
        ">" * 10_000 + " Children must be asked.",
        "- " * 10_000 + "Children must be asked.",
        "1. " * 5_000 + "Children must be asked.",
        "> - " * 5_000 + "Children must be asked.",
        "\n".join("  " * depth + "- a" for depth in range(300)) + "\n" + "  " * 300 + "- Children must be asked.",
        "[" * 20_000 + "Children must be asked.",
        "![" * 10_000 + "Children must be asked.",
        "[a](" * 5_000 + "Children must be asked.",
        "*" * 20_000 + "Children must be asked.",
        "*a **b " * 5_000 + "Children must be asked.",
        "<a " * 10_000 + "Children must be asked.",
        "<div>" * 5_000 + "Children must be asked.",
        "`" * 9_999 + "Children must be asked.",
        "|" * 10_000 + "\nChildren must be asked.",
    ],
)
def test_nothing_is_lost_in_deep_or_tangled_text(text: str) -> None:
    assert any("Children must be asked." in block.text for block in read(text).blocks)


def test_flattened_nesting_is_told() -> None:
    assert "nested too deep" in notes(read(">" * 10_000 + " deep words"))[0]
    assert "nested too deep" in notes(read("- " * 10_000 + "deep words"))[0]
    assert "full of brackets" in notes(read("[" * 20_000 + "words"))[0]


def test_items_nested_too_deep_stay_apart() -> None:
    extract = read("\n".join("  " * depth + f"- item {depth}" for depth in range(60)))
    assert [block.text for block in extract.blocks] == [f"item {depth}" for depth in range(60)]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotReadError):
        read(b"# A\0")
    with pytest.raises(NotReadError, match="more than 10 characters"):
        markdown.read(b"# A long text", "a.md", replace(DEFAULT_LIMITS, characters=10))


def test_how_the_bytes_were_read_is_told() -> None:
    extract = read("# Café".encode("cp1252"))
    assert shown(extract) == ["h1 Café"]
    assert "Windows" in notes(extract)[0]


_SIGNS = st.characters(blacklist_categories=["Cs", "Cc"])
_ESCAPED = {ord(sign): f"\\{sign}" for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
_WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9), min_size=1, max_size=40)


@given(st.lists(st.text(_SIGNS, max_size=80), max_size=6))
def test_any_text_comes_back(paragraphs: list[str]) -> None:
    written = "\n\n".join(" ".join(paragraph.split()).translate(_ESCAPED) for paragraph in paragraphs)
    extract = read(written)
    found = "".join(letters(block.number + block.text) for block in extract.blocks)
    assert found == letters(" ".join(" ".join(paragraph.split()) for paragraph in paragraphs))


@given(st.lists(_WORDS, max_size=6), st.integers(20, 90))
def test_paragraphs_come_back_each_on_its_line(paragraphs: list[list[str]], width: int) -> None:
    texts = [" ".join(words) for words in paragraphs]
    written = "\n\n".join(textwrap.fill(text, width) for text in texts)
    extract = read(written)
    assert [block.text for block in extract.blocks] == texts
    assert stands_where_it_says(extract, written)


@given(st.text(max_size=300))
def test_any_bytes_are_read_or_refused(text: str) -> None:
    try:
        extract = read(text.encode("utf-8", "replace"))
    except NotReadError:
        return
    assert all(block.text and block.place.line for block in extract.blocks)
