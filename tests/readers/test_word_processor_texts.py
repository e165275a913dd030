"""Word and OpenDocument: what was written comes back, the same from each."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx as python_docx
import docx_builder
import odt_builder
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crp_commission.document import BlockKind
from crp_commission.errors import NotReadError
from crp_commission.language.text import clean

SHOWN = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
WORDS = st.lists(SHOWN, max_size=6)


@given(WORDS)
def test_any_text_comes_back_from_word(texts: list[str]) -> None:
    data = docx_builder.docx("".join(f"<w:p>{docx_builder.r(text)}</w:p>" for text in texts))
    assert [x.text for x in docx_builder.extract(data).blocks] == [clean(text) for text in texts if clean(text)]


@given(WORDS)
def test_any_text_comes_back_from_odt(texts: list[str]) -> None:
    data = odt_builder.odt(
        "".join(odt_builder.p("", f"<text:span>{odt_builder.escape(text)}</text:span>") for text in texts)
    )
    assert [x.text for x in odt_builder.extract(data).blocks] == [clean(text) for text in texts if clean(text)]


@given(st.lists(st.lists(SHOWN, min_size=1, max_size=4), min_size=1, max_size=4))
def test_any_table_comes_back_the_same_from_both(rows: list[list[str]]) -> None:
    word = docx_builder.tbl(*([docx_builder.tc(f"<w:p>{docx_builder.r(text)}</w:p>") for text in row] for row in rows))
    open_document = odt_builder.table(
        *([odt_builder.cell(f"<text:p>{odt_builder.escape(text)}</text:p>") for text in row] for row in rows)
    )
    one = docx_builder.blocks(word)
    other = odt_builder.blocks(open_document)
    assert [(x.text, x.header, x.row_header, x.is_header, x.place.cell) for x in one] == [
        (x.text, x.header, x.row_header, x.is_header, x.place.cell) for x in other
    ]
    assert [x.text for x in one] == [clean(text) for row in rows for text in row if clean(text)]


@given(st.lists(st.tuples(SHOWN, st.booleans()), max_size=6))
def test_runs_join_and_lose_nothing(runs: list[tuple[str, bool]]) -> None:
    body = "".join(docx_builder.r(text, "<w:b/>" if bold else "") for text, bold in runs)
    found = docx_builder.blocks(f"<w:p>{body}</w:p>")
    whole = clean("".join(text for text, _ in runs))
    assert clean(" ".join(x.text for x in found)).replace(" ", "") == whole.replace(" ", "")


def _damaged(good: bytes, read: Callable[[bytes], object], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(good) - 1))
    bad = good[:at] + data.draw(st.binary(max_size=8)) + good[at + data.draw(st.integers(0, 8)) :]
    try:
        read(bad)
    except NotReadError as error:
        assert error.file
        assert error.hint


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_container_raises_nothing_else(data: st.DataObject) -> None:
    _damaged(docx_builder.docx(docx_builder.p("Text.")), docx_builder.extract, data)
    _damaged(odt_builder.odt(odt_builder.p("Text.")), odt_builder.extract, data)


_W = [
    "p",
    "r",
    "t",
    "pPr",
    "rPr",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "trPr",
    "sdt",
    "sdtContent",
    "sdtPr",
    "del",
    "ins",
    "hyperlink",
]
_W += [
    "txbxContent",
    "fldChar",
    "instrText",
    "numPr",
    "b",
    "vanish",
    "gridSpan",
    "vMerge",
    "showingPlcHdr",
    "pStyle",
    "br",
]
_ODF = [
    "text:p",
    "text:h",
    "text:list",
    "text:list-item",
    "text:span",
    "text:note",
    "text:note-body",
    "text:note-citation",
]
_ODF += [
    "table:table",
    "table:table-row",
    "table:table-cell",
    "table:covered-table-cell",
    "draw:text-box",
    "text:number",
]
_MC = ["mc:AlternateContent", "mc:Choice", "mc:Fallback", "v:textpath", "pic:pic", "w:object"]


def trees(names: list[str], attributes: list[str]) -> st.SearchStrategy[str]:
    leaf = st.sampled_from(["word ", "4.2 ", "The provider shall listen. ", ""])

    def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(
            lambda name, more, parts: f"<{name}{more}>{''.join(parts)}</{name}>",
            st.sampled_from(names),
            st.sampled_from(attributes),
            st.lists(inner, max_size=5),
        )

    return st.recursive(leaf, element, max_leaves=25)


@settings(max_examples=200, deadline=None)
@given(
    trees(
        [f"w:{name}" for name in _W] + _MC,
        ["", ' w:val="1"', ' w:fldCharType="begin"', ' w:fldCharType="end"', ' w:type="x"'],
    )
)
def test_any_tree_of_word_elements_is_read_without_a_fault(body: str) -> None:
    found = docx_builder.extract(docx_builder.docx(body))
    assert [x.place.paragraph for x in found.blocks] == list(range(1, len(found.blocks) + 1))
    assert all(x.text == clean(x.text) != "" for x in found.blocks)


@settings(max_examples=200, deadline=None)
@given(trees(_ODF, ["", ' text:style-name="x"', ' table:number-columns-repeated="3"', ' text:outline-level="2"']))
def test_any_tree_of_odt_elements_is_read_without_a_fault(body: str) -> None:
    found = odt_builder.extract(odt_builder.odt(body))
    assert [x.place.paragraph for x in found.blocks] == list(range(1, len(found.blocks) + 1))
    assert all(x.text == clean(x.text) != "" for x in found.blocks)


def written(document: python_docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_file_from_another_writer() -> None:
    document = python_docx.Document()
    document.add_heading("Short breaks", 0)
    document.add_heading("Voice", 2)
    document.add_paragraph("The Provider shall:", style="List Number")
    document.add_paragraph("consult children;", style="List Bullet")
    document.add_paragraph("publish what changed.", style="List Number")
    table = document.add_table(2, 3, style="Light Grid Accent 1")
    for cell, text in zip(table._cells, ["Outcome", "Measure", "Target", "Heard", "Survey", "90%"], strict=True):
        cell.text = text
    document.add_paragraph("Text.").add_run().add_break(python_docx.enum.text.WD_BREAK.PAGE)
    document.add_paragraph("Next page.")
    document.sections[0].header.paragraphs[0].text = "Furniture"
    document.add_comment(document.paragraphs[-1].runs, "Really?")
    found = docx_builder.extract(written(document))
    assert [(x.kind.value, x.level, x.number, x.text) for x in found.blocks if x.kind is not BlockKind.CELL] == [
        ("heading", 1, "", "Short breaks"),
        ("heading", 2, "", "Voice"),
        ("item", 1, "1.", "The Provider shall:"),
        ("item", 1, "", "consult children;"),
        ("item", 1, "2.", "publish what changed."),
        ("paragraph", 0, "", "Text."),
        ("paragraph", 0, "", "Next page."),
    ]
    assert [(x.text, x.header, x.row_header) for x in found.blocks if x.kind is BlockKind.CELL][3:] == [
        ("Heard", "Outcome", ""),
        ("Survey", "Measure", "Heard"),
        ("90%", "Target", "Heard"),
    ]
    assert (found.blocks[-1].place.page, found.pages) == (None, 1)
    assert [note.text for note in found.notes] == ["A comment was not read."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  a \t\n\u00a0\u2003b\u2028c\x85d ", "a b c d"),
        ("co\u00adoperate", "cooperate"),
        ("\ufb01nal o\ufb03ce \ufb02ow sta\ufb00 \ufb06", "final office flow staff st"),
        ("a\u200bb\ufeffc\u2060d\u200e", "abcd"),
        ("a \u200b b", "a b"),
        ("a\x00\x07\x1bb\x9f", "ab"),
        ("“Children’s” – voice — 4‑5…", "“Children’s” – voice — 4‑5…"),
        ("\u200b", ""),
        ("", ""),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
