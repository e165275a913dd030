from __future__ import annotations

import html as escapes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import letters, notes, shown, stands_where_it_says

from crp_commission.document import Extract
from crp_commission.errors import NotReadError
from crp_commission.limits import Limits
from crp_commission.readers import html


def read(page: str | bytes, name: str = "page.html") -> Extract:
    return html.read(page.encode() if isinstance(page, str) else page, name, Limits())


CASES = {
    "headings": ("<h1>4 Voice</h1><h3>Fo<br>rum</h3>", ["h1 4 Voice", "h3 Fo rum"]),
    "white space is folded": ("<p>\n  The\tProvider&nbsp;must\n\n ask </p>", ["p The Provider must ask"]),
    "unclosed tags": ("<p>one<p>two<ul><li>a<li>b</ul>three", ["p one", "p two", "li1 a", "li1 b", "p three"]),
    "crossed tags": ("<p>so <b>one <i>two</b> three</i> four</p>", ["p so one two three four"]),
    "a bold left open": ("<p><b>One</p><p>two is text.</p>", ["h1 One", "p two is text."]),
    "stray tags": ("</p></div></table>a<td>b<li>c</ul>", ["p a", "p b", "li1 c"]),
    "text with no tags": ("The Provider must ask.", ["p The Provider must ask."]),
    "character references": ("<p>&lt;b&gt; &amp; &#163;5 &#x2019; &eacute; &nosuch;</p>", ["p <b> & £5 ’ é &nosuch;"]),
    "less than is a sign": ("<p>a < b and 1<2</p>", ["p a < b and 1<2"]),
    "line breaks": ("<p>one<br>two<br/><br>three</p>", ["p one two", "p three"]),
    "a rule": ("one<hr>two", ["p one", "p two"]),
    "nested lists": (
        "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>", ["li1 a", "li2 b", "li1 c", "li1 d"],
    ),
    "numbered lists": (
        "<ol start=3><li>a<li value=7>b<li>c</ol><ol type=a><li>d<ol type=i><li>e</ol></ol>"
        "<ol reversed start=2><li>f<li>g",
        ["li1 3. a", "li1 7. b", "li1 8. c", "li1 a. d", "li2 i. e", "li1 2. f", "li1 1. g"],
    ),
    "a bold numbered item": ("<ol><li><b>Voice</b><p>Text.</p></ol>", ["h1 1. Voice", "li1 Text."]),
    "a marker typed in an item": ("<ul><li>(a) one</ul>", ["li1 (a) one"]),
    "bold paragraphs": (
        "<h2>T</h2><p><strong>5. Impact</strong></p><p><b>The Provider must ask.</b></p>"
        "<p style='font-weight: 700'>Aims</p>",
        ["h2 T", "h3 5. Impact", "p The Provider must ask.", "h3 Aims"],
    ),
    "run-in headings": (
        "<p><b>3.4 Getting in.</b>\nThe Provider must.</p><p>1.4 <em>Words.</em> This is.</p>"
        "<p><b>The Provider shall</b> act.</p>",
        [
            "run-in h1 3.4 Getting in.", "p The Provider must.", "run-in h1 1.4 Words.", "p This is.",
            "p The Provider shall act.",
        ],
    ),
    "typed lists": ("<p>It shall:<br>(a) ask;<br>(b) act.</p>", ["p It shall:", "li1 (a) ask;", "li1 (b) act."]),
    "word's bullets": ("<p class=MsoList>·<span>&nbsp;&nbsp; </span>views</p>", ["li1 views"]),
    "quotes": ("<blockquote>one<p>two</p><b>Three</b></blockquote><p>four", [">p one", ">p two", ">p Three", "p four"]),
    "terms": (
        "<dl><dt>Child<dd>anyone under 18<dt>The Provider must ask<dd>x</dl>",
        ["run-in h1 Child", "p anyone under 18", "p The Provider must ask", "p x"],
    ),
    "captions": (
        "<figure><img alt=''><figcaption>Figure 1</figcaption></figure><table><caption>T 1</caption><tr><td>x</table>",
        ["caption Figure 1", "caption T 1", "cell 1.1 x"],
    ),
    "details": ("<details><summary>More</summary>The Provider must.</details>", ["p More", "p The Provider must."]),
    "inserted text is read": ("<p>They <ins>must</ins> ask.</p>", ["p They must ask."]),
    "footnote marks": (
        "<p>children<sup>1</sup> and views.<sup>[12]</sup> 5m<sup>2</sup></p>", ["p children and views. 5m2"],
    ),
    "preformatted text": ("<pre>(a) one\n(b) two\n\nthree\nfour</pre>", ["li1 (a) one", "li1 (b) two", "p three four"]),
    "a header inside the text": ("<main><header><h1>T</h1></header><p>x</main>", ["h1 T", "p x"]),
    "head and code": (
        "<head><title>T</title><script>if (a<b) '<p>x'</script><style>p{}</style></head><p>a<noscript>n</noscript>"
        "<template><p>t</template><script>1</script>b",
        ["p ab"],
    ),
    "a head left open": ("<html><head><title>T</title><p>a", ["p a"]),
    "forms": ("<p>Name <select><option>A<option>B</select><textarea>t</textarea><button>Go</button> x", ["p Name x"]),
    "a tag that never ends": ("a <b the end", ["p a <b the end"]),
    "an attribute that never ends": ('<p title="x>a</p>b', ["p a", "p b"]),
    "declarations": ("<!DOCTYPE html [<!ENTITY a 'b'>]><?x y?><![if !x]>a &a;<![endif]>", ["p ]>a &a;"]),
}  # fmt: skip
TABLES = {
    "header cells": (
        "<table><tr><th>Ref<th>The Provider must<tr><td>K1<td>ask</table>",
        ["head 1.1 Ref", "head 1.2 The Provider must", "cell 2.1 [Ref] K1", "cell 2.2 [The Provider must/K1] ask"],
    ),
    "a head of plain cells": (
        "<table><thead><tr><td>A<td>B</thead><tbody><tr><td>c<td>d</tbody></table>",
        ["head 1.1 A", "head 1.2 B", "cell 2.1 [A] c", "cell 2.2 [B/c] d"],
    ),
    "a bold first row": (
        "<table><tr><td><b>A</b><td><b>B</b><tr><td>c<td>d</table>",
        ["head 1.1 A", "head 1.2 B", "cell 2.1 [A] c", "cell 2.2 [B/c] d"],
    ),
    "row headers are read": (
        "<table><tr><th>A<th>B<tr><th>c<td>d</table>",
        ["head 1.1 A", "head 1.2 B", "cell 2.1 [A] c", "cell 2.2 [B/c] d"],
    ),
    "merged cells": (
        "<table><tr><th>A<th colspan=2>B<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>",
        [
            "head 1.1 A", "head 1.2 B", "cell 2.1 [A] c", "cell 2.2 [B/c] d", "cell 2.3 [B/c] e", "cell 3.2 [B/c] f",
            "cell 3.3 [B/c] g",
        ],
    ),
    "absurd spans": ("<table><tr><td rowspan=999999 colspan=-4>a<td colspan=x>b", ["cell 1.1 a", "cell 1.2 [a] b"]),
    "paragraphs and lists in a cell": (
        "<table><tr><td><p>a</p><ul><li>b</ul>c<br>d<td>• e<br>• f</table>",
        ["cell 1.1 a", "cell 1.1 b", "cell 1.1 c d", "cell 1.2 [a b c d] e", "cell 1.2 [a b c d] f"],
    ),
    "a table in a cell": (
        "<table><tr><td>a<table><tr><td>in<td>side</table>b<td>c</table>",
        ["cell 1.1 a", "cell 1.1 in", "cell 1.2 [in] side", "cell 1.1 b", "cell 1.2 [a b] c"],
    ),
    "text astray in a table": ("<table>x<tr>y<td>z</table>", ["p x", "p y", "cell 1.1 z"]),
    "cells without a row": ("<table><td>a<td>b</table>", ["cell 1.1 a", "cell 1.2 [a] b"]),
    "headings in a box": ("<table><tr><td><h2>Voice</h2><p>Ask.</table>", ["h2 Voice", "cell 1.1 Ask."]),
}  # fmt: skip


@pytest.mark.parametrize(("page", "blocks"), CASES.values(), ids=CASES.keys())
def test_a_page_is_read_as_it_shows(page: str, blocks: list[str]) -> None:
    assert shown(read(page)) == blocks


@pytest.mark.parametrize(("page", "blocks"), TABLES.values(), ids=TABLES.keys())
def test_tables_keep_their_headers(page: str, blocks: list[str]) -> None:
    assert shown(read(page)) == blocks


def test_tables_are_numbered_in_the_order_they_are_read() -> None:
    extract = read("<table><tr><td>a<table><tr><td>b</table><tr><td>c</table><table><tr><td>d</table>")
    assert [(block.text, block.place.cell and block.place.cell.table) for block in extract.blocks] == [
        ("a", 1), ("b", 2), ("c", 1), ("d", 3),
    ]  # fmt: skip


def test_lines_count_from_one() -> None:
    page = "<html>\n<p>\n\n  The\n  Provider\n<p>two<table>\n<tr>\n<td>\nthree\n</table><p><b>A b.</b>\nText"
    extract = read(page)
    assert [(block.text, block.place.line) for block in extract.blocks] == [
        ("The Provider", 4), ("two", 6), ("three", 9), ("A b.", 10), ("Text", 11),
    ]  # fmt: skip
    assert stands_where_it_says(extract, page)


HIDDEN = [
    "<p hidden>x y</p>",
    "<p aria-hidden=TRUE>x y</p>",
    "<p style='display:none'>x y</p>",
    "<p style='color:red; DISPLAY : none !important'>x y</p>",
    "<p style='display:/* */none'>x y</p>",
    "<p style='visibility: hidden'>x y</p>",
    "<p style='font-size:0'>x y</p>",
    "<p style='font-size: 0.0px;'>x y</p>",
    "<p style='opacity:0'>x y</p>",
    "<p style='mso-hide:all'>x y</p>",
    "<style>.a, b.c {display:none}</style><p class='b a'>x y</p>",
    "<style>#i{visibility:hidden}</style><p id=i>x y</p>",
    "<style>/* } */ p.b.c { color:red; display:none }</style><p class='c b'>x y</p>",
    "<style>div .h, p.k{display:none}</style><div><section><p class=h>x y</p></section></div>",
    "<style>DIV>p.h{display:none}</style><div><p class=h>x y</p></div>",
    "<style>#i .a > .b.c{display:none}</style><div id=i><b><p><i class=a><b class='c b'>x y</b></i></p></b></div>",
    "<style>.k *{display:none}</style><div class=k><p>x y</p></div>",
    "<style>@media screen, print {@layer base{.h{display:none}}}</style><p class=h>x y</p>",
    "<dialog>x y</dialog>",
    "<div hidden><p>x</p> <table><tr><td>y</table></div>",
]


@pytest.mark.parametrize("page", HIDDEN)
def test_hidden_text_is_left_out_and_told(page: str) -> None:
    extract = read(page + "<p>seen</p>")
    assert shown(extract) == ["p seen"]
    (note,) = notes(extract)
    assert note.startswith("line 1: hidden text was left out: “x")


@pytest.mark.parametrize(
    "page",
    [
        "<style>p:first-child{display:none}</style><p>seen</p>",
        "<style>h1 + .h{display:none}</style><p class=h>seen</p>",
        "<style>div p:not(.a, .b){display:none}</style><div><p>seen</p></div>",
        "<style>p[lang='a, b']{display:none}</style><p lang='a, b'>seen</p>",
        "<style>@media (min-width: 1px) {.h{display:none}}</style><p class=h>seen</p>",
        "<style>.h { & b {display:none} }</style><p class=h>seen</p>",
        "<p class=h>seen</p><style>p.h {display:none}</style>",
    ],
)
def test_what_a_style_sheet_may_hide_is_read_and_told(page: str) -> None:
    extract = read(page)
    assert shown(extract) == ["p seen"]
    assert notes(extract) == ["line 1: text that a style sheet may hide was read"]


def test_a_style_sheet_of_many_nested_selectors_is_followed_in_time_that_grows_with_the_page() -> None:
    sheet = "".join(f"p p p p .h{number}{{display:none}}" for number in range(2_000)) + "q q q .h{display:none}"
    page = f"<style>{sheet}</style>" + "<div>" * 500 + "<q><q><q>" + "<b class=h>x</b><q>y</q>" * 5_000
    assert shown(read(page)) == ["p " + "y" * 5_000]


@pytest.mark.parametrize(
    "page",
    [
        "<p style='font-size:0.8em;opacity:0.5'>seen</p>",
        "<p style='display:block'>seen</p>",
        "<style>@media print {p {display:none}} .x{display:none} div p{display:none}</style><p>seen</p>",
        "<style>p:hover{display:none} p{color:red}</style><p>seen</p>",
        "<style>.a{display:none}</style><p class=ab>seen</p>",
        "<style>div > .h, b .h, #i.h{display:none}</style><div><section><p class=h>seen</p></section></div>",
        "<style>[hidden], p::before, p:focus-within, audio:not([controls]) {display:none}</style><p>seen</p>",
        "<style>p.h {display:none}</style><p>seen</p><style>p.k {display:none}</style>",
        "<dialog open>seen</dialog>",
        "<p aria-hidden=false>seen</p>",
    ],
)
def test_what_shows_is_read(page: str) -> None:
    assert shown(read(page)) == ["p seen"]


@pytest.mark.parametrize(
    ("page", "left", "note"),
    [
        ("They <del>must not</del> must.", ["p They must."], "line 1: struck-out text was left out: “must not”"),
        ("a<s>b</s><span style='text-decoration: line-through'>c</span>d", ["p ad"], "2 passages of struck-out"),
        ("a<img src=x alt='Lee, 9'>b<img src=y alt=''>", ["p ab"], "line 1: a picture was not read: “Lee, 9”"),
        ("a\n<img>\n<img>b", ["p a b"], "line 2: 2 pictures were not read (lines 2, 3)"),
        ("<nav>Home</nav><header>Top</header>a<footer>End</footer>", ["p a"], "3 menus, headers or footers"),
        ("a<!-- pay children well --><!--[if mso]><p>one two three</p><![endif]-->", ["p a"], "“pay children well”"),
        ("a<iframe src=x></iframe><svg><text>t</text></svg>", ["p a"], "something embedded was not read"),
        ("a<object>b</object>", ["p a"], "something embedded was not read: “b”"),
        ("a<script>the rest", ["p a"], "a script that is never closed hides the rest of the page"),
        ("a<!-- the rest", ["p a"], "a comment that is never closed hides the rest of the page"),
    ],
)
def test_what_is_left_out_is_told(page: str, left: list[str], note: str) -> None:
    extract = read(page)
    assert shown(extract) == left
    assert note in notes(extract)[0]


def test_a_lost_rest_counts_as_unread() -> None:
    (note,) = read("<p>" + "a" * 96 + "<!--" + " b" * 50).notes
    assert note.unread == pytest.approx(0.52, abs=0.02)


def test_hidden_text_is_told_once_for_all_that_is_in_it() -> None:
    extract = read("<div hidden><p>one</p><del>two</del><img alt=x></div>")
    assert notes(extract) == ["line 1: hidden text was left out: “one two”"]


def test_the_encoding_a_page_names_is_used() -> None:
    page = "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>child’s café"
    assert shown(read(page.encode("cp1252"))) == ["p child’s café"]
    assert notes(read(page.encode("cp1252"))) == []
    assert "unknown encoding" in notes(read(b"<meta charset=klingon>caf\xe9"))[0]


def test_xhtml_tags_may_close_themselves() -> None:
    page = "<?xml version='1.0'?><html><head><script src='a'/><title/></head><p/><p>a <![CDATA[b < c]]></p></html>"
    assert shown(read(page, "a.xhtml")) == ["p a b < c"]


PIECES = [
    "<", "<a ", "</", "<!--", "<!", "<?", "<![CDATA[", '<a b="', "<a b='", "<a =", "&", "&#", "&#99999999999;",
    "<script>", "<div>", "<b>", "<p>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<td rowspan=1000 colspan=1000>",
    "</div>", "<p hidden>", "<tr>", "<dl><dt>", "<select>", "<h1>", "<pre>\n", "<style>.a{display:none}",
    "<sup>1", "<svg>",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_tangle_of_tags_is_read_to_its_end(piece: str) -> None:
    read(piece * 5_000 + "Children")


@pytest.mark.parametrize("piece", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<span>"])
def test_deep_text_is_read_flat_and_told(piece: str) -> None:
    extract = read(piece * 3_000 + "Children must be asked." + "<p hidden>not this")
    assert [block.text for block in extract.blocks] == ["Children must be asked."]
    assert any("nested too deep" in note for note in notes(extract))


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotReadError):
        read(b"<p>\0</p>")


_SIGNS = st.characters(blacklist_categories=["Cs", "Cc"])
_TAGS = "p h1 h4 li blockquote td div dd".split()


@given(st.lists(st.tuples(st.sampled_from(_TAGS), st.text(_SIGNS, max_size=80)), max_size=6))
def test_any_text_comes_back(parts: list[tuple[str, str]]) -> None:
    page = "\n".join(f"<{tag}>{escapes.escape(text)}</{tag}>" for tag, text in parts)
    extract = read(page)
    assert "".join(letters(block.number + block.text) for block in extract.blocks) == letters(
        " ".join(text for _, text in parts)
    )


@given(
    st.lists(st.sampled_from([*PIECES, "</p>", "</b>", "</table>", "</td>", "</ul>", "<br>", "text", " ", "\n", ">"]))
)
def test_any_tags_are_read(pieces: list[str]) -> None:
    extract = read("".join(pieces))
    assert all(block.text and block.place.line for block in extract.blocks)


@given(st.text(max_size=200), st.sampled_from(["a.html", "a.xhtml"]))
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    try:
        read(text.encode("utf-8", "replace"), name)
    except NotReadError as refused:
        assert refused.message
