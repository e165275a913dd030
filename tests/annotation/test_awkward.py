"""A file with fields, lists, nested tables, comments, tracked changes and pictures, and how LibreOffice sees it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from annotating import about, after, annotated, notes, ours, parts, texts
from awkward import QUOTES, UNPLACED, awkward
from docx_builder import docx, p

from builders import finding, rule
from crp_commission.assessment import Finding
from office import converted

EXAMPLE = Path(__file__).parents[2] / "examples" / "young-carers" / "specification.docx"


def said(data: bytes) -> list[Finding]:
    """A finding for each passage, and one for what is not there."""
    known = (*QUOTES.values(), *UNPLACED.values())
    found = [about(data, quote, id=f"DO-PAR-{number}") for number, quote in enumerate(known, 1)]
    return [*found, finding(rule("DO-BST-1", "critical"), "gap")]


def test_each_passage_has_its_comment_and_nothing_else_is_changed() -> None:
    data = awkward()
    copy = annotated(data, *said(data))
    assert texts(copy.data) == texts(data)
    assert [note.covers for note in ours(copy.data)[2:]] == list(QUOTES.values())
    assert (copy.passages, copy.unplaced, copy.missing) == (len(QUOTES), len(UNPLACED), 1)
    before, now = parts(data), parts(copy.data)
    assert {name for name in now if now[name] != before[name]} == {"word/document.xml", "word/comments.xml"}
    assert list(now) == list(before)
    legal = notes(copy.data)[0]
    assert legal.attributes["author"] == "Legal"
    assert (legal.lines, legal.covers) == (("Is that so?",), "Parents speak for their ")


def test_what_others_inserted_and_deleted_is_still_theirs() -> None:
    data = awkward()
    main = parts(annotated(data, *said(data), clauses=True).data)["word/document.xml"].decode()
    assert re.findall(r'<w:(ins|del) w:id="(9\d)" w:author="Legal"', main) == [("del", "91"), ("ins", "90")]
    numbers = re.findall(r'<w:(?:ins|del)\b[^>]* w:id="(\d+)"', main)
    assert len(numbers) == len(set(numbers)) > 20


def test_rejecting_the_clauses_gives_the_document_back() -> None:
    data = awkward()
    copy = annotated(data, *said(data), clauses=True)
    plain = annotated(data, finding(rule("DO-PAR-1"), "not-applicable")).data
    assert after(copy.data, accepted=False) == after(plain, accepted=False)
    assert copy.clauses == len(QUOTES) + len(UNPLACED) + 1
    added = set(after(copy.data, accepted=True)) - set(after(plain, accepted=True))
    assert len([text for text in added if text.startswith("The Provider shall do what DO-")]) == copy.clauses


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


def shown_as(data: bytes, kind: str, folder: Path) -> bytes:
    """What LibreOffice makes of a file."""
    (folder / "copy.docx").write_bytes(data)
    return converted(folder / "copy.docx", kind)


@pytest.mark.parametrize("clauses", [False, True])
def test_libreoffice_shows_the_comments_at_the_same_words(folder: Path, clauses: bool) -> None:
    data = awkward()
    copy = annotated(data, *said(data), clauses=clauses).data
    shown = _shown(shown_as(copy, "fodt", folder))
    wanted = {"".join(note.covers.split()) for note in ours(copy)}
    assert wanted == {words for author, words in shown if author == "crp-commission"}
    assert ("Legal", "Parentsspeakfortheir") in shown
    assert len(shown) == len(notes(copy))


def test_libreoffice_opens_the_example_and_its_pages_hold_the_same_text(folder: Path) -> None:
    from pypdfium2 import PdfDocument

    data = EXAMPLE.read_bytes()
    copy = annotated(data, about(data, "There is no appeal against the decision.", status="contradicted")).data
    pages = [
        [page.get_textpage().get_text_bounded() for page in PdfDocument(shown_as(file, "pdf", folder))]
        for file in (data, copy)
    ]
    assert len(pages[0]) > 5
    assert pages[0] == pages[1]


def test_libreoffice_shows_all_words_of_a_content_control_that_holds_paragraphs(folder: Path) -> None:
    from pypdfium2 import PdfDocument

    ban = "A child may be refused help."
    held = "".join([p("First line."), p(f"It is so. {ban} That is all.", marks="<w:keepNext/>"), p(ban)])
    control = f'<w:sdt><w:sdtPr><w:id w:val="9"/></w:sdtPr><w:sdtContent>{held}</w:sdtContent></w:sdt>'
    data = docx("".join((p("Who."), control, p("Last line."))))
    copy = annotated(data, about(data, ban, status="contradicted")).data
    assert texts(copy) == texts(data)
    assert ban in [note.covers for note in ours(copy)]
    shown = " ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(shown_as(copy, "pdf", folder)))
    told = re.sub(r"\s+", " ", shown)
    assert all(line in told for line in ("First line.", f"It is so. {ban} That is all.", "Last line."))


def _shown(flat: bytes) -> list[tuple[str, str]]:
    """Author and covered words of every comment of a flat OpenDocument file, without spaces, which it writes apart.

    It leaves what was deleted where it stood.
    """
    found: dict[str, tuple[str, list[str]]] = {}
    running: set[str] = set()

    def walk(element: ElementTree.Element) -> None:
        name = element.tag.rpartition("}")[2]
        if name in ("annotation", "tracked-changes"):
            if name == "annotation":
                key = next((v for k, v in element.attrib.items() if k.endswith("}name")), str(len(found)))
                author = next((e.text or "" for e in element if e.tag.endswith("}creator")), "")
                found[key] = (author, [])
                running.add(key)
            return
        if name == "annotation-end":
            running.discard(next(v for k, v in element.attrib.items() if k.endswith("}name")))
        _take(element.text)
        for child in element:
            walk(child)
            _take(child.tail)

    def _take(text: str | None) -> None:
        for key in running:
            found[key][1].append(text or "")

    body = next(e for e in ElementTree.fromstring(flat).iter() if e.tag.endswith("}body"))
    walk(body)
    return [(author, "".join("".join(words).split()).replace("must", "")) for author, words in found.values()]
