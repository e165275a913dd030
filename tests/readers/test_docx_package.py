"""Word: which part is which, and files that are damaged, hostile or something else."""

from __future__ import annotations

import dataclasses
import re

import pytest
from docx_builder import (
    HEADER,
    MAIN_TYPE,
    NAMESPACES,
    OOXML,
    RELATION,
    STRICT,
    docx,
    extract,
    p,
    part,
    relationships,
    tbl,
    zipped,
)

from crp_commission.errors import NotReadError
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.readers import docx as reader

GOOD = docx(p("The provider shall listen."))
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500)


def texts(data: bytes) -> list[str]:
    return [block.text for block in extract(data).blocks]


def refusal(data: bytes, **limits: int) -> NotReadError:
    with pytest.raises(NotReadError) as caught:
        extract(data, dataclasses.replace(DEFAULT_LIMITS, **limits))
    assert caught.value.file == "spec.docx"
    assert "spec.docx" in caught.value.message
    assert caught.value.hint
    return caught.value


def root(target: str, *more: str) -> dict[str, str]:
    links = (
        f'<Relationship Id="r{n}" Type="{RELATION}/officeDocument" Target="{t}"/>'
        for n, t in enumerate((target, *more))
    )
    return {"_rels/.rels": relationships("".join(links))}


def types(*parts: str, default: str = "application/xml") -> dict[str, str]:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{MAIN_TYPE}"/>' for name in parts)
    default = f'<Default Extension="xml" ContentType="{default}"/>'
    return {
        "[Content_Types].xml": f'{HEADER}<Types xmlns="{OOXML}/package/2006/content-types">{default}{overrides}</Types>'
    }


# --- which part is which ---


@pytest.mark.parametrize("main", ["word/document2.xml", "Word/Document.XML", "text/main.xml"])
def test_main_part_of_an_odd_name(main: str) -> None:
    assert texts(docx(p("Text."), main=main)) == ["Text."]


@pytest.mark.parametrize(
    "target", ["/word/document.xml", "word/document.xml", "./word/../word/document.xml", "word%2Fdocument.xml"]
)
def test_main_part_by_each_way_to_name_it(target: str) -> None:
    assert texts(docx(p("Text."), parts=root(target))) == ["Text."]


@pytest.mark.parametrize("target", ["NULL", "word/missing.xml", "", "../../../etc/passwd"])
def test_a_dangling_main_relationship_is_made_good(target: str) -> None:
    assert texts(docx(p("Text."), parts=root(target))) == ["Text."]


def test_main_part_known_by_type_of_all_xml_or_by_its_usual_place() -> None:
    assert texts(docx(p("Text."), main="text/main.xml", parts=types(default=MAIN_TYPE))) == ["Text."]
    assert texts(docx(p("Text."), parts={"_rels/.rels": relationships(""), **types()})) == ["Text."]


@pytest.mark.parametrize("target", ["NULL", "missing.xml", "../missing.xml", "http://example.invalid/styles.xml"])
def test_dangling_relationships_of_the_text_are_passed_over(target: str) -> None:
    links = "".join(
        f'<Relationship Id="d{n}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for n, kind in enumerate(("numbering", "footnotes", "image", "comments"))
    )
    assert texts(docx(p("Text."), relations=links)) == ["Text."]


def test_outside_targets_are_never_taken_for_parts() -> None:
    link = f'<Relationship Id="x" Type="{RELATION}/numbering" Target="styles.xml" TargetMode="External"/>'
    assert texts(docx(p("Text."), relations=link)) == ["Text."]


def test_two_candidates_for_the_text_are_refused() -> None:
    two = {"word/other.xml": part("document", p("Another text."))}
    for more in (root("word/document.xml", "word/other.xml"), types("word/document.xml", "word/other.xml")):
        error = refusal(docx(p("Text."), parts={**two, **more}))
        assert "two parts" in error.message
        assert "word/other.xml" in error.message


def test_two_parts_for_footnotes_are_refused() -> None:
    link = f'<Relationship Id="y" Type="{RELATION}/footnotes" Target="more.xml"/>'
    more = {"word/more.xml": part("footnotes", "")}
    assert "two parts" in refusal(docx(p("Text."), relations=link, parts=more, footnotes="")).message


def test_two_parts_of_one_name_are_refused() -> None:
    members = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>"), ("word/document.xml", "<b/>")]
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(members)
    assert "two parts with the same name (word/document.xml)" in refusal(data).message
    assert "capitals" in refusal(docx(p("x"), parts={"word/Document.xml": "<a/>"})).message


def test_parts_whose_names_point_outside_are_told() -> None:
    (note,) = extract(docx(p("Text."), parts={"../evil.sh": "x", "/abs": "y"})).notes
    assert note.text == "2 parts whose names point outside the file were not read."


def test_strict_form_is_read() -> None:
    def strict(text: str) -> str:
        text = text.replace(f"{OOXML}/wordprocessingml/2006/main", f"{STRICT}/wordprocessingml/main")
        return text.replace(RELATION, f"{STRICT}/officeDocument/relationships")

    body = p("Voice", style="Heading1") + tbl(["a", "b"])
    data = docx(
        body,
        parts={
            "word/document.xml": strict(part("document", f"<w:body>{body}</w:body>")),
            "_rels/.rels": strict(root("word/document.xml")["_rels/.rels"]),
        },
    )
    assert [(x.kind.value, x.text) for x in extract(data).blocks] == [
        ("heading", "Voice"),
        ("cell", "a"),
        ("cell", "b"),
    ]


@pytest.mark.parametrize("prefix", ["x", "a", "r"])
def test_prefixes_are_the_files_own_choice(prefix: str) -> None:
    declared = f'xmlns:{prefix}="{OOXML}/wordprocessingml/2006/main"'
    body = re.sub(r"(?<=[ </])w:", f"{prefix}:", p("Text.", style="Heading1"))
    xml = f"<{prefix}:document {declared}><{prefix}:body>{body}</{prefix}:body></{prefix}:document>"
    found = extract(docx("", parts={"word/document.xml": xml})).blocks
    assert [(x.kind.value, x.text) for x in found] == [("heading", "Text.")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_its_notes_and_pages(encoding: str) -> None:
    body = p("Café", '<w:r><w:footnoteReference w:id="1"/></w:r>') + p(
        "<w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r>"
    )
    xml = part("document", f"<w:body>{body}</w:body>").replace("UTF-8", "UTF-16")
    data = docx(
        "", parts={"word/document.xml": xml.encode(encoding)}, footnotes=f'<w:footnote w:id="1">{p("N")}</w:footnote>'
    )
    assert [(x.text, x.place.page) for x in extract(data).blocks] == [("Café", 1), ("N", None), ("Two", 2)]


# --- something else ---


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\0" * 40, "is empty"),
        (b"%PDF-1.7\n...", "but a PDF"),
        (b"<!DOCTYPE html><html><p>Hi</p></html>", "but a web page (HTML)"),
        (b"<html><body>", "but a web page (HTML)"),
        (b"{\\rtf1 hello}", "but a Rich Text (RTF) file"),
        (b"Dear all, please see below.", "but plain text"),
        (b"\x89PNG\r\n\x1a\n", "but a picture (PNG)"),
        (b"\x01\x02\x00\x03", "but a file of an unknown kind"),
        (OLE + "WordDocument".encode("utf-16-le"), "but a Word 97-2003 document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (OLE, "but an old Office file"),
        (zipped({"letter.txt": "Hi"}), "but a zip archive of other files"),
        (zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}), "but an Excel workbook"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "zip archive|OpenDocument",
        ),
        (zipped({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"}), "is damaged"),
    ],
)
def test_what_is_no_word_document_is_named(data: bytes, words: str) -> None:
    assert re.search(words if "|" in words else re.escape(words), refusal(data).message)


def test_a_workbook_with_all_its_relations_is_named() -> None:
    sheet = {
        "[Content_Types].xml": f'<Types xmlns="{OOXML}/package/2006/content-types"/>',
        "xl/workbook.xml": "<workbook/>",
        **root("xl/workbook.xml"),
    }
    assert "an Excel workbook" in refusal(zipped(sheet)).message


def test_old_and_locked_files_say_what_to_do() -> None:
    assert "save it as .docx" in refusal(OLE + "WordDocument".encode("utf-16-le")).hint
    assert "without a password" in refusal(OLE + "EncryptedPackage".encode("utf-16-le")).hint


# --- damaged and hostile ---


def test_every_truncation_is_refused_plainly() -> None:
    for end in range(4, len(GOOD), 97):
        assert "damaged" in refusal(GOOD[:end]).message


def test_a_changed_byte_in_the_text_is_refused() -> None:
    at = GOOD.index(b"word/document.xml") + 40
    assert "damaged" in refusal(GOOD[:at] + bytes([GOOD[at] ^ 0x55]) + GOOD[at + 1 :]).message


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "word/footnotes.xml", "[Content_Types].xml", "_rels/.rels"]
)
@pytest.mark.parametrize(
    "xml", ["", "<w:document", f"<w:document {NAMESPACES}><w:body>", "<a></b>", "<a>&nope;</a>", "no"]
)
def test_broken_xml_is_refused_plainly(name: str, xml: str) -> None:
    assert "damaged" in refusal(docx(p("x"), parts={name: xml}, footnotes="")).message


def test_broken_statistics_lose_nothing() -> None:
    properties = f'<Relationship Id="p" Type="{RELATION}/extended-properties" Target="docProps/app.xml"/>'
    links = root("word/document.xml")["_rels/.rels"].replace("</Relationships>", f"{properties}</Relationships>")
    data = docx(p("Text."), parts={"_rels/.rels": links, "docProps/app.xml": "<broken"})
    assert (texts(data), extract(data).pages) == (["Text."], None)


BOMB = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml"])
@pytest.mark.parametrize("declaration", [BOMB, OUTSIDE, "<!DOCTYPE d>"])
def test_any_doctype_is_refused(name: str, declaration: str) -> None:
    xml = f"{HEADER}{declaration}<w:document {NAMESPACES}/>"
    assert "DOCTYPE" in refusal(docx(p("x"), parts={name: xml})).message


def test_a_doctype_in_utf_16_is_refused() -> None:
    xml = f'<?xml version="1.0" encoding="UTF-16"?>{BOMB}<w:document {NAMESPACES}/>'
    assert "DOCTYPE" in refusal(docx("", parts={"word/document.xml": xml.encode("utf-16")})).message


def test_depth_is_bounded_and_the_limit_is_named() -> None:
    error = refusal(docx("<w:tbl><w:tr><w:tc>" * 1200 + "</w:tc></w:tr></w:tbl>" * 1200))
    assert "1,000 levels" in error.message
    assert "`limits: xml_depth`" in error.hint
    skipped = "<w:del>" + "<w:ins>" * 1200 + "</w:ins>" * 1200 + "</w:del>"
    assert "1,000 levels" in refusal(docx(p(skipped))).message


def test_a_bomb_is_refused_by_what_comes_out() -> None:
    error = refusal(docx(p("a" * 30_000_000)))
    assert "100 times its size" in error.message
    assert "`limits: unpacked_ratio`" in error.hint
    error = refusal(docx(p("The provider shall listen. " * 500)), unpacked_bytes=9_000)
    assert "9,000 bytes" in error.message
    assert "`limits: unpacked_bytes`" in error.hint


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"file_bytes": 100}, "larger than 100 bytes"),
        ({"archive_parts": 3}, "more than 3 parts"),
        ({"characters": 10}, "10 characters"),
    ],
)
def test_other_limits_are_named(limits: dict[str, int], words: str) -> None:
    error = refusal(GOOD, **limits)
    assert words in error.message
    assert f"`limits: {next(iter(limits))}`" in error.hint


def test_an_empty_document_has_no_blocks() -> None:
    assert extract(docx("")).blocks == ()
    assert extract(docx(p() + p("  "))).blocks == ()


def test_odd_nesting_is_read_without_a_fault() -> None:
    odd = (
        "<w:p><w:r><w:t>One</w:t></w:r><w:p><w:r><w:t>Two</w:t></w:r></w:p><w:r><w:t>lost</w:t></w:r></w:p>"
        "<w:r><w:t>outside</w:t></w:r><w:tc><w:p><w:r><w:t>Three</w:t></w:r></w:p></w:tc><w:tr><w:trPr/></w:tr>"
        '<w:fldChar w:fldCharType="end"/><mc:Choice/><w:showingPlcHdr/><w:gridSpan/><w:instrText>x</w:instrText>'
    )
    assert texts(docx(odd)) == ["One", "Two", "Three"]


def test_extensions() -> None:
    assert {".docx", ".docm", ".dotx"} <= set(reader.EXTENSIONS)
