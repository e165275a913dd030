"""A comment covers exactly the words it is about, whatever they are made of, and the text stays the same."""

from __future__ import annotations

import re

import pytest
from annotating import LISTEN, about, annotated, marked, notes, parts, texts
from docx_builder import HEADER, NAMESPACES, STRICT, W, b, docx, item, p, r, tbl, tc, tr
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.language.text import clean

BEFORE, AFTER = "First things first. ", " More follows."
LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
INSERTED = '<w:ins w:id="7" w:author="A">{}</w:ins>'
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
TAG = '<w:smartTag w:element="x">{}</w:smartTag>'
FIELD = '<w:fldSimple w:instr="REF x">{}</w:fldSimple>'
COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF who</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
MOVED = '<w:moveTo w:id="8" w:author="A">{}</w:moveTo>'


@pytest.mark.parametrize("around", ["{}", LINK, INSERTED, CONTROL, TAG, FIELD, COMPLEX, MOVED, LINK.format(CONTROL)])
@pytest.mark.parametrize(
    "runs",
    [
        [r(BEFORE + LISTEN + AFTER)],
        [r(BEFORE), r("The Provider "), b("shall"), r(" listen to children."), r(AFTER)],
        [r(BEFORE + "The Prov"), b("ider shall listen to chil"), r("dren." + AFTER)],
        [r(LISTEN)],
    ],
)
def test_words_inside_all_kinds_of_things(around: str, runs: list[str]) -> None:
    assert marked(p(around.format("".join(runs))), LISTEN) == [LISTEN]


@pytest.mark.parametrize("around", [LINK, INSERTED, CONTROL, TAG, FIELD, COMPLEX])
def test_words_that_begin_outside_and_end_inside(around: str) -> None:
    assert marked(
        p(r(BEFORE + "The Provider "), around.format(r("shall listen")), " to children." + AFTER), LISTEN
    ) == [LISTEN]


@pytest.mark.parametrize(
    "body",
    [
        item(BEFORE + LISTEN + AFTER),
        tbl((BEFORE, BEFORE + LISTEN + AFTER)),
        tbl(tr(tc(p("Label")), tc(p("x"), tbl(("inner", LISTEN))))),
        tbl(tr(tc(p("Label")), tc(CONTROL.format(p(BEFORE, LISTEN))))),
        CONTROL.format(p(BEFORE + LISTEN + AFTER)),
        p(b("4.2 Voice. "), r(BEFORE + LISTEN + AFTER)),
        p("Contents", style="Heading1") + p(LISTEN),
    ],
)
def test_words_in_lists_tables_and_headed_paragraphs(body: str) -> None:
    assert marked(body, LISTEN) == [LISTEN]


def test_a_heading_and_the_text_that_runs_on_from_it_are_told_apart() -> None:
    body = p(b("Voice of children. "), r("Voice of children. The Provider shall listen."))
    assert marked(body, "The Provider shall listen.") == ["The Provider shall listen."]
    data = docx(body)
    covered = [note.covers for note in notes(annotated(data, about(data, "Voice of children.")).data)[1:]]
    assert covered == ["Voice of children."]


@pytest.mark.parametrize(
    ("inner", "quote", "covered"),
    [
        ("<w:t>Meals &amp; play &#8212; all days. Rest.</w:t>", "Meals & play — all days.", ""),
        ("<w:t>One. \U0001f600 Café &lt;here&gt;. Two.</w:t>", "\U0001f600 Café <here>.", ""),
        ("<w:t>Be.  Child\u00adren \ufb01nd help.  End.</w:t>", "Children find help.", "Child\u00adren \ufb01nd help."),
        ("<w:t>A.</w:t><w:tab/><w:t>Ask\r\nchil</w:t><w:br/><w:t>dren.</w:t>", "Ask chil dren.", "Ask\nchil\ndren."),
        ("<w:t>Do it.</w:t><w:tab/><w:t>Every day</w:t><w:noBreakHyphen/><w:t>long.</w:t>", "Every day-long.", ""),
        ("<w:t>So. </w:t><w:t>Ask chil</w:t><w:t>dren. Now.</w:t>", "Ask children.", ""),
    ],
)  # fmt: skip
def test_characters_that_are_written_in_other_ways(inner: str, quote: str, covered: str) -> None:
    assert marked(f"<w:p><w:r><w:rPr><w:i/></w:rPr>{inner}</w:r></w:p>", quote) == [covered or quote]


def test_a_run_that_is_parted_keeps_its_look_and_its_spaces() -> None:
    data = docx('<w:p><w:r w:rsidR="00AA"><w:rPr><w:i/></w:rPr><w:t>One here. Two there. Three.</w:t></w:r></w:p>')
    main = parts(annotated(data, about(data, "Two there.")).data)["word/document.xml"].decode()
    runs = re.findall(r'<w:r w:rsidR="00AA"><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">([^<]*)</w:t></w:r>', main)
    assert runs == ["One here. ", "Two there.", " Three."]


def test_several_and_overlapping_quotes_of_one_paragraph() -> None:
    body = p("Ask each child. Tell each child. Act on it. Ask each child. Done.")
    assert marked(body, "Tell each child.", "Act on it.", "Done.") == ["Tell each child.", "Act on it.", "Done."]
    assert marked(body, "each child. Tell each", "Tell each child. Act") == [
        "each child. Tell each",
        "Tell each child. Act",
    ]


def test_a_sentence_is_found_where_it_is_one_and_not_where_its_words_come_first() -> None:
    data = docx(p("Do not ask children. ask children. Ask staff."))
    assert marked(p("We ask children. Now. Ask children. End."), "Ask children.") == ["Ask children."]
    main = parts(annotated(data, about(data, "Ask staff.")).data)["word/document.xml"].decode()
    assert main.index('commentRangeStart w:id="1"') > main.index("ask children.")


def test_paragraphs_joined_by_a_deletion_of_their_end() -> None:
    cut = '<w:rPr><w:del w:id="3" w:author="A"/></w:rPr>'
    assert marked(p("First. The Provider shall ", marks=cut) + p("listen. Last."), "The Provider shall listen.") == [
        "The Provider shall listen."
    ]


def test_deleted_and_hidden_words_inside_do_not_matter() -> None:
    deleted = '<w:del w:id="4" w:author="A"><w:r><w:delText>not </w:delText></w:r></w:del>'
    assert marked(p(r("One. The Provider shall "), deleted, r("listen. Two.")), "The Provider shall listen.") == [
        "The Provider shall listen."
    ]


def test_what_cannot_be_parted_is_covered_whole() -> None:
    equation = "<m:oMath><m:r><m:t>a+b holds. Then c.</m:t></m:r></m:oMath>"
    assert marked(p(r("So "), equation, r(" End.")), "Then c.") == ["a+b holds. Then c."]
    assert marked("<w:p><w:r><w:t>One. <![CDATA[Two. Three.]]></w:t></w:r></w:p>", "Two.") == ["One. Two. Three."]
    bound = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    assert marked(p("One. ", bound.format(r("Two. Three."))), "Two.") == ["Two. Three."]


@pytest.mark.parametrize("prefix", ["w", "ns0", ""])
@pytest.mark.parametrize("uri", [W, f"{STRICT}/wordprocessingml/main"])
def test_files_that_call_their_elements_something_else(prefix: str, uri: str) -> None:
    body = p("One. ", r("Two. Three."), '<w:hyperlink w:anchor="x"><w:r><w:t>Four.</w:t></w:r></w:hyperlink>')
    tag = f"{prefix}:" if prefix else ""
    body = re.sub(r"<(/?)w:", rf"<\1{tag}", body)
    body = re.sub(r" w:(?=\w+=)", f" {prefix or 'a'}:", body)
    names = f'xmlns="{uri}" xmlns:a="{uri}"' if not prefix else f'xmlns:{prefix}="{uri}"'
    main = f"{HEADER}<{tag}document {names}><{tag}body>{body}</{tag}body></{tag}document>"
    data = docx("", parts={"word/document.xml": main})
    copy = annotated(data, about(data, "Two."), about(data, "Three.", id="DO-PAR-2", status="gap"), clauses=True).data
    assert notes(copy)[1].covers == "Two."
    assert "DO-PAR-2 asks" in " ".join(texts(copy))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "iso-8859-1", "utf-8-sig"])
def test_a_main_part_in_another_encoding(encoding: str) -> None:
    declared = {"utf-8-sig": "UTF-8"}.get(encoding, encoding)
    main = f'<?xml version="1.0" encoding="{declared}"?><w:document {NAMESPACES}><w:body>{p("One. Café é. Two.")}'
    data = docx("", parts={"word/document.xml": f"{main}</w:body></w:document>".encode(encoding)})
    copy = annotated(data, about(data, "Café é.")).data
    assert [note.covers for note in notes(copy)[1:]] == ["Café é."]


WORDS = st.sampled_from(
    ["Ask", "each", "child", "and", "act", "café", "a&b", "<x>", "\U0001f9d2", "\u00adsoft", "fi\ufb01"]
)
SPACES = st.sampled_from([" ", "  ", "\n", " \u200b "])
KINDS = st.sampled_from(["{}", "{}", LINK, INSERTED, CONTROL, FIELD, TAG])


@given(st.lists(st.tuples(WORDS, SPACES), min_size=3, max_size=12), st.data())
def test_however_the_runs_are_cut_comments_cover_exactly_the_quotes(
    words: list[tuple[str, str]], draw: st.DataObject
) -> None:
    raw = "".join(word + space for word, space in words)
    cuts = sorted(draw.draw(st.sets(st.integers(1, len(raw) - 1), max_size=6)))
    ends = [*cuts, len(raw)]
    runs = [
        draw.draw(KINDS).format(r(raw[start:end], "<w:i/>" * (at % 2)))
        for at, (start, end) in enumerate(zip([0, *cuts], ends, strict=True))
    ]
    data = docx(p(*runs))
    (text,) = texts(data)
    pieces = text.split(" ")
    quotes = set()
    for _ in range(draw.draw(st.integers(1, 3))):
        first = draw.draw(st.integers(0, len(pieces) - 1))
        last = draw.draw(st.integers(first, len(pieces) - 1))
        quote = " ".join(pieces[first : last + 1])
        if text.count(quote) == 1:
            quotes.add(quote)
    findings = [about(data, quote, id=f"DO-PAR-{number}") for number, quote in enumerate(sorted(quotes), 1)]
    copy = annotated(data, *findings).data
    assert texts(copy) == [text]
    covered = [note.covers for note in notes(copy)[1:]]
    assert {clean(words) for words in covered} == quotes
    assert all(words.strip(" \n\u200b") == words for words in covered)
