"""What the comments say, what stays as it was, and where clauses go."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from annotating import LISTEN, about, after, annotated, lines_of, notes, of, ours, parts, texts
from docx_builder import (
    HEADER,
    OOXML,
    STRICT,
    W,
    docx,
    item,
    level,
    numbering,
    p,
    r,
    tbl,
    tc,
    tr,
)

from builders import finding, passage, report, rule, source
from crp_commission.annotation import Wanted, annotate
from crp_commission.document import Note
from crp_commission.errors import NotReadError
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.repacking import repacked
from crp_commission.rules import Advice

OTHER = b"\0\1 what no program of ours knows \xff"
BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
GAP = finding(rule("DO-BST-1", "critical"), "gap", missing=("best interests are weighed",))
SPEC = (
    p("1 Voice", style="Heading1") + p(LISTEN + " Be kind.") + p("2 Money", style="Heading1") + p("Invoices are paid.")
)


def test_parts_that_need_no_change_stay_byte_for_byte_and_in_order() -> None:
    extra = {"word/media/image1.png": OTHER, "customXml/item1.xml": "<a/>", "odd/näme.bin": OTHER, "empty": b""}
    data = docx(SPEC, parts=extra, footnotes="", numbering="")
    copy = annotated(data, about(data, LISTEN), clauses=True).data
    before, now = parts(data), parts(copy)
    changed = {name for name in now if now[name] != before.get(name)}
    assert changed == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}
    assert list(now) == [*before, "word/comments.xml"]


def test_the_main_part_is_the_same_but_for_what_was_put_in() -> None:
    body = (
        '<w:p  w:rsidR = "1"><w:pPr/><!-- kept --><w:r><w:t>One. Two.</w:t></w:r><x:y xmlns:x="urn:x" a=\'1\'/></w:p>'
    )
    data = docx(body)
    before, now = (
        parts(data)["word/document.xml"],
        parts(annotated(data, about(data, "Two.")).data)["word/document.xml"],
    )
    at = 0
    for byte in before:  # every byte is there, in order
        at = now.index(byte, at) + 1
    assert b'<w:p  w:rsidR = "1"><w:pPr/><!-- kept -->' in now
    assert b"<x:y xmlns:x=\"urn:x\" a='1'/></w:p>" in now


def test_existing_comments_stay_and_their_numbers_are_continued() -> None:
    old = '<w:comment w:id="4" w:author="Legal" w:date="2026-01-01T00:00:00Z"><w:p>{}</w:p></w:comment>'.format(
        r("Why?")
    )
    marks = '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    data = docx(p(marks.format(r("The Provider shall ")), "listen to children."), comments=old)
    copy = annotated(data, about(data, LISTEN)).data
    found = notes(copy)
    assert [(note.attributes["id"], note.attributes["author"]) for note in found] == [
        ("4", "Legal"), ("5", "crp-commission"), ("6", "crp-commission"),
    ]  # fmt: skip
    assert (found[0].lines, found[0].covers) == (("Why?",), "The Provider shall ")
    assert found[2].covers == LISTEN
    assert old.encode() in parts(copy)["word/comments.xml"]
    assert set(parts(copy)) == set(parts(data))


@pytest.mark.parametrize(
    "root", ["<w:comments {}/>", "<w:comments {}></w:comments>", "<w:comments {}> \n</w:comments >"]
)
def test_a_part_for_comments_that_is_empty_is_used(root: str) -> None:
    whole = HEADER + root.format(f'xmlns:w="{W}"')
    data = docx(SPEC, comments="", parts={"word/comments.xml": whole})
    assert len(notes(annotated(data, about(data, LISTEN)).data)) == 2


def test_comments_get_a_part_a_relationship_and_a_type_of_the_form_the_file_has() -> None:
    data = docx(SPEC)
    strict = {
        name: text.replace(W.encode(), f"{STRICT}/wordprocessingml/main".encode()) for name, text in parts(data).items()
    }
    now = parts(annotated(docx(SPEC, parts=strict), about(data, LISTEN)).data)
    assert f'Type="{STRICT}/officeDocument/relationships/comments"'.encode() in now["word/_rels/document.xml.rels"]
    assert f'<w:comments xmlns:w="{STRICT}/wordprocessingml/main">'.encode() in now["word/comments.xml"]
    assert b'PartName="/word/comments.xml"' in now["[Content_Types].xml"]


def test_a_file_without_relationships_and_with_a_part_of_that_name() -> None:
    plain = parts(docx(p(LISTEN)))
    del plain["word/_rels/document.xml.rels"]
    plain["word/comments.xml"] = b"<no-comments/>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in plain.items():
            archive.writestr(name, content)
    data = stream.getvalue()
    copy = annotated(data, about(data, LISTEN)).data
    assert parts(copy)["word/comments.xml"] == b"<no-comments/>"
    assert len(notes(copy, comments="word/comments1.xml")) == 2
    assert b"comments1.xml" in parts(copy)["word/_rels/document.xml.rels"]


def test_a_relationship_to_comments_that_are_missing_gets_them() -> None:
    link = f'<Relationship Id="c" Type="{OOXML}/officeDocument/2006/relationships/comments" Target="my/notes.xml"/>'
    data = docx(p(LISTEN), relations=link)
    assert len(notes(annotated(data, about(data, LISTEN)).data, comments="word/my/notes.xml")) == 2


def test_damaged_or_hostile_comments_are_refused() -> None:
    for whole in ("<w:comments", '<!DOCTYPE a [<!ENTITY b "c">]><a/>', "<other/>"):
        data = docx(p(LISTEN), comments="", parts={"word/comments.xml": whole})
        with pytest.raises(NotReadError, match=r"spec\.docx"):
            annotated(data, about(data, LISTEN))


def test_a_comment_says_what_is_wrong_what_is_missing_and_what_to_write() -> None:
    data = docx(SPEC)
    note = ours(annotated(data, about(data, LISTEN, status="contradicted")).data)[1]
    assert note.lines == (
        "Worked against: DO-PAR-1 Title of DO-PAR-1 (major, stage Do)",
        "It is contradicted.",
        "Why it matters: Children are heard.",
        "Missing: how often.",
        "Wording to paste instead (fill the square brackets): The Provider shall do what DO-PAR-1 asks each quarter.",
    )
    assert note.attributes == {"id": "1", "author": "crp-commission", "initials": "CRP"}


def test_several_criteria_on_one_passage_are_one_comment_with_what_works_against_first() -> None:
    data = docx(SPEC)
    said = (about(data, LISTEN), about(data, LISTEN, id="DO-DIG-1", status="contradicted", severity="minor"))
    note = ours(annotated(data, *said).data)[1]
    assert [line for line in note.lines if "Title of" in line] == [
        "Worked against: DO-DIG-1 Title of DO-DIG-1 (minor, stage Do)",
        "Partly met: DO-PAR-1 Title of DO-PAR-1 (major, stage Do)",
    ]


def test_a_criterion_is_told_in_full_once_and_at_three_passages_at_most() -> None:
    sentences = [f"The Provider shall ask children {word}." for word in ("first", "second", "third", "fourth")]
    data = docx("".join(map(p, sentences)))
    found = [passage(text, "intended", paragraph=number) for number, text in enumerate(sentences, 1)]
    mention = passage("The Provider shall ask children first.", "mentioned", paragraph=1)
    copy = annotated(data, finding(rule("DO-PAR-1"), "partial", *found, mention)).data
    told = ours(copy)[1:]
    assert [note.covers for note in told] == sentences[:3]
    assert ["Wording" in lines_of([note]) for note in told] == [True, False, False]
    assert "More is said at “The Provider shall ask children first.”" in lines_of(told[1:])


def test_what_is_met_or_accepted_is_told_only_when_asked_for() -> None:
    data = docx(SPEC)
    said = (about(data, LISTEN, status="met", strength="measured"), GAP)
    assert [note.covers for note in ours(annotated(data, *said).data)] == ["1 Voice", "1 Voice"]
    note = ours(annotated(data, *said, met=True).data)[2]
    assert (note.lines[0], note.covers) == ("Met: DO-PAR-1 Title of DO-PAR-1 (major, stage Do)", LISTEN)
    assert "paste" not in lines_of([note])


def test_gaps_stand_in_the_first_comment_by_stage_and_severity() -> None:
    data = docx(SPEC)
    gaps = [finding(rule(id, severity), "gap") for id, severity in (
        ("DO-PAR-1", "minor"), ("DO-BST-1", "critical"), ("PLN-DIG-1", "major"), ("DO-DIG-1", "major"),
    )]  # fmt: skip
    note, *_ = ours(annotated(data, *gaps).data)
    assert note.covers == "1 Voice"
    assert "Nothing was found for these (4):" in note.lines
    assert "Plan. Major: PLN-DIG-1 Title of PLN-DIG-1." in note.lines
    assert "Do. Critical: DO-BST-1 Title of DO-BST-1. Major: DO-DIG-1 Title of DO-DIG-1. Minor: DO-PAR-1." in note.lines
    assert (
        "This scores the words of a document, not the service. Not legal advice. Not an impact assessment."
        in note.lines
    )
    assert note.lines[-1].endswith(f"with core 1.0, profile standard, from spec.docx (SHA-256 {'5' * 64}).")


def test_each_gap_is_told_in_full_by_stage_at_the_start_the_gravest_first() -> None:
    data = docx(SPEC)
    gaps = [finding(rule(id, severity), "gap", missing=("how often",)) for id, severity in (
        ("DO-PAR-1", "minor"), ("DO-BST-1", "critical"), ("PLN-DIG-1", "major"),
    )]  # fmt: skip
    copy = annotated(data, *gaps)
    plan, do = ours(copy.data)[1:]
    assert (plan.covers, do.covers, copy.missing) == ("1 Voice", "1 Voice", 3)
    assert plan.lines == (
        "Missing: PLN-DIG-1 Title of PLN-DIG-1 (major, stage Plan)",
        "It is gap.",
        "Why it matters: Children are heard.",
        "Missing: how often.",
        "Wording to paste (fill the square brackets): The Provider shall do what PLN-DIG-1 asks each quarter.",
        "Where to put it: in a new section.",
    )
    assert [line for line in do.lines if "Title of" in line] == [
        "Missing: DO-BST-1 Title of DO-BST-1 (critical, stage Do)",
        "Missing: DO-PAR-1 Title of DO-PAR-1 (minor, stage Do)",
    ]


def test_a_gap_is_told_at_the_heading_it_fits_unless_its_clause_is_in_the_text() -> None:
    data = docx(SPEC + p("3 Complaints and comments", style="Heading1") + p("Write to us."))
    where = ("service-specification", "needs-assessment")
    gap = finding(rule("DO-BST-1", title="Complaints children can use", where=where), "gap")
    note = ours(annotated(data, gap).data)[1]
    assert (note.covers, note.lines[-1]) == ("3 Complaints and comments", "Where to put it: in this section.")
    proposed = annotated(data, gap, clauses=True)
    assert proposed.missing == 0
    assert [note.covers for note in ours(proposed.data)] == ["1 Voice", clause("DO-BST-1")]
    assert "Why it matters: Children are heard." in ours(proposed.data)[1].lines


@pytest.mark.parametrize(
    ("role", "where", "place", "told"),
    [
        ("service-specification", (), "", "in a new section"),
        ("service-specification", (), "Schedule 2.", "in a new section (usual place: Schedule 2)"),
        (
            "service-specification",
            ("needs-assessment", "service-specification", "business-case"),
            "",
            "in a new section, or in another paper, such as the needs assessment or business case",
        ),
        ("service-specification", ("business-case",), "", "not here but in another paper, such as the business case"),
        ("unknown", ("business-case",), "", "in a new section, or in another paper, such as the business case"),
    ],
)
def test_where_no_section_fits_the_kind_of_paper_tells_where_words_go(
    role: str, where: tuple[str, ...], place: str, told: str
) -> None:
    advice = Advice(wording="The Provider shall ask.", place=place)
    gap = finding(rule("DO-BST-1", where=where, advice=advice), "gap")
    note = ours(annotated(docx(SPEC), gap, role=role).data)[1]
    assert note.lines[-1] == f"Where to put it: {told}."


def test_what_was_left_out_is_told_in_the_first_comment() -> None:
    data = docx(SPEC)
    notes_of = (Note("spec.docx", "", "The words of the footer were not read: “It may end.”"),)
    lost = (Note("spec.docx", "", "A file embedded was not read", unread=0.1),)
    read = report(about(data, LISTEN), files=(source("spec.docx", "service-specification"),), notes=notes_of + lost)
    lines = ours(annotate(data, read, DEFAULT_LIMITS, Wanted()).data)[0].lines
    assert "Not read: A file embedded was not read." in lines
    assert "Also left out, or good to know: The words of the footer were not read: “It may end.”" in lines


def test_words_in_footnotes_and_text_boxes_are_told_of_in_the_first_comment() -> None:
    box = BOX.format(p("Children will not be asked."))
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = docx(p(r("Open. "), note, box), footnotes=f'<w:footnote w:id="2">{p(LISTEN)}</w:footnote>')
    copy = annotated(
        data, about(data, LISTEN), about(data, "Children will not be asked.", id="DO-DIG-1", status="contradicted")
    )
    assert (copy.passages, copy.unplaced) == (0, 2)
    (told,) = ours(copy.data)
    assert told.covers == "Open."
    for quote in (LISTEN, "Children will not be asked."):
        assert any(line.startswith("In a note, text box or drawing") and f"“{quote}”" in line for line in told.lines)
    assert "Wording to paste instead" in lines_of([told])


def test_a_document_that_is_all_text_box_gets_its_comment_at_the_box() -> None:
    box = BOX.format(p(LISTEN))
    data = docx(p(box))
    copy = annotated(data, about(data, LISTEN))
    assert (copy.unplaced, [note.covers for note in notes(copy.data)]) == (1, [LISTEN])


def test_text_from_documents_and_rulesets_is_text_and_nothing_else() -> None:
    evil = "</w:t><w:del> & {{ x }} ]]> \x02The Provider shall listen."
    data = docx(p(r(evil.replace("\x02", ""))))
    quote = texts(data)[0]
    said = finding(rule("DO-PAR-1", wording=evil), "partial", passage(quote, "intended", paragraph=1), why=evil)
    copy = annotated(data, said, clauses=True).data
    assert evil.replace("\x02", "") in lines_of(ours(copy))
    assert after(copy, accepted=True)[1] == evil.replace("\x02", "")


def test_there_is_no_date_unless_one_is_given() -> None:
    data = docx(SPEC)
    for date, shown in ((None, set()), ("2026-03-01", {"2026-03-01T00:00:00Z"})):
        copy = annotated(data, about(data, LISTEN), clauses=True, date=date).data
        assert {note.attributes[k] for note in ours(copy) for k in note.attributes if k == "date"} == shown
        assert (b"w:date" in parts(copy)["word/document.xml"]) == bool(date)
    assert annotated(data, about(data, LISTEN)).data == annotated(data, about(data, LISTEN)).data


def test_styles_for_comments_are_used_by_their_names() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Kom"><w:name w:val="annotation text"/></w:style>'
    data = docx(SPEC, styles=styles)
    now = parts(annotated(data, about(data, LISTEN)).data)
    assert b'<w:pStyle w:val="Kom"/>' in now["word/comments.xml"]
    assert b'w:val="CommentReference"' not in now["word/document.xml"]


# Clauses


def clause(id: str) -> str:
    return f"The Provider shall do what {id} asks each quarter."


def test_a_clause_follows_its_passage_as_a_tracked_change_in_the_style_beside_it() -> None:
    styled = p(r(LISTEN, '<w:b/><w:color w:val="112233"/>'), marks='<w:pageBreakBefore/><w:spacing w:after="9"/>')
    data = docx(p("1 Voice", style="Heading1") + styled + p("Last."))
    copy = annotated(data, about(data, LISTEN), clauses=True)
    assert after(copy.data, accepted=True) == ["1 Voice", LISTEN, clause("DO-PAR-1"), "Last."]
    assert after(copy.data, accepted=False) == ["1 Voice", LISTEN, "Last."]
    main = parts(copy.data)["word/document.xml"].decode()
    inserted = main[main.index(clause("DO-PAR-1")) - 400 : main.index(clause("DO-PAR-1"))]
    assert '<w:p><w:pPr><w:spacing w:after="9"/><w:rPr><w:ins w:id="' in inserted
    assert '<w:r><w:rPr><w:color w:val="112233"/></w:rPr><w:t xml:space="preserve">' in inserted
    assert "Wording is proposed in the text" in lines_of(ours(copy.data)[1:])
    assert copy.clauses == 1


def test_a_clause_for_a_list_comes_after_the_list() -> None:
    body = p("Children help. The Provider shall:") + item("ask children;") + item("tell them.") + p("Last.")
    data = docx(body, numbering=numbering({0: level("lowerLetter", "(%1)")}))
    said = about(data, "ask children;")
    copy = annotated(data, said, clauses=True).data
    assert after(copy, accepted=True)[2:5] == ["tell them.", clause("DO-PAR-1"), "Last."]
    assert parts(copy)["word/document.xml"].count(b"<w:numPr>") == 2


def test_a_numbered_clause_is_followed_by_one_of_its_list() -> None:
    body = item("The Provider shall ask children.") + item("The Provider shall pay.")
    data = docx(body, numbering=numbering({0: level("decimal", "4.%1")}))
    copy = annotated(data, about(data, "The Provider shall ask children."), clauses=True).data
    assert parts(copy)["word/document.xml"].count(b"<w:numPr>") == 3


@pytest.mark.parametrize("columns", [1, 2])
def test_a_clause_for_a_cell_comes_after_the_table_unless_that_is_a_box_around_text(columns: int) -> None:
    body = p("Intro.") + tbl(tr(*[tc(p(LISTEN))] * columns), tr(*[tc(p("Below."))] * columns)) + p("Last.")
    data = docx(body)
    copy = annotated(data, about(data, LISTEN), clauses=True).data
    shown = after(copy, accepted=True)
    assert shown[shown.index(clause("DO-PAR-1")) - 1] == (LISTEN if columns == 1 else "Below.")
    assert after(copy, accepted=False) == ["Intro.", *[LISTEN] * columns, *["Below."] * columns, "Last."]


@pytest.mark.parametrize(
    "marks",
    ["", '<w:jc w:val="left"/>', "<w:rPr><w:b/></w:rPr>", "<w:pPrChange w:id='9' w:author='A'><w:pPr/></w:pPrChange>"],
)
def test_where_nothing_follows_the_last_paragraph_lends_its_end(marks: str) -> None:
    for last in (p(LISTEN, marks=marks), f"<w:p>{r(LISTEN)}</w:p>"):
        data = docx(p("First.") + last)
        copy = annotated(data, about(data, LISTEN), about(data, LISTEN, id="DO-DIG-1"), clauses=True).data
        assert after(copy, accepted=False) == ["First.", LISTEN]
        assert set(after(copy, accepted=True)[2:]) == {clause("DO-PAR-1"), clause("DO-DIG-1")}


def test_what_is_missing_goes_to_the_section_that_is_about_it_else_to_the_end() -> None:
    heading = p("1 Complaints", style="Heading1") + p("Write to us.")
    body = (
        heading
        + p("2 Money", style="Heading1")
        + p("Invoices are paid.")
        + p("3 Law", style="Heading1")
        + item("An Act")
    )
    data = docx(body, numbering=numbering({0: level("bullet", "•")}))
    where = ("service-specification",)
    gaps = [
        finding(rule("DO-BST-1", title="Complaints children can use", where=where), "gap"),
        finding(rule("DO-DIG-1", "critical", title="Nothing like it", where=where), "gap"),
    ]
    copy = annotated(data, *gaps, clauses=True).data
    assert after(copy, accepted=True) == [
        "1 Complaints", "Write to us.", clause("DO-BST-1"), "2 Money", "Invoices are paid.", "3 Law", "An Act",
        "Proposed clauses that have no section yet", clause("DO-DIG-1"),
    ]  # fmt: skip
    covered = {note.covers: note.lines[0] for note in ours(copy)[1:]}
    assert covered[clause("DO-DIG-1")] == "Missing: DO-DIG-1 Title of DO-DIG-1 (critical, stage Do)".replace(
        "Title of DO-DIG-1", "Nothing like it"
    )
    assert "DO-DIG-1* Nothing like it" in lines_of(ours(copy)[:1])


def test_square_brackets_stay_and_lines_become_paragraphs() -> None:
    data = docx(SPEC)
    criterion = rule("DO-PAR-1", wording="By [date] the Provider shall ask.\n\n  It shall tell [role].\n")
    said = finding(criterion, "partial", passage(LISTEN, "intended", paragraph=2))
    shown = after(annotated(data, said, clauses=True).data, accepted=True)
    assert shown[2:4] == ["By [date] the Provider shall ask.", "It shall tell [role]."]


def test_a_paragraph_that_ends_a_page_layout_stays_its_last() -> None:
    data = docx(p("First.") + p(LISTEN, marks="<w:sectPr/>") + p("Next part."))
    copy = annotated(data, about(data, LISTEN), clauses=True).data
    assert after(copy, accepted=True) == ["First.", clause("DO-PAR-1"), LISTEN, "Next part."]


def test_proposals_without_a_heading_or_text_to_look_like() -> None:
    data = docx(tbl((LISTEN, "Two.")))
    copy = annotated(data, GAP, clauses=True).data
    assert after(copy, accepted=True) == [LISTEN, "Two.", clause("DO-BST-1")]


# The zip


def test_a_repacked_zip_keeps_members_as_they_lie() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo("first", (2024, 5, 6, 7, 8, 10)), b"stored")
        archive.writestr("second", random.Random(1).randbytes(5000) * 2, zipfile.ZIP_DEFLATED)
        archive.writestr("dir/", b"")
        archive.comment = b"kept"
    data = stream.getvalue()
    made = repacked(data, {"first": b"changed", "new": b"more"}, "x.zip")
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        assert new.testzip() is None
        assert new.namelist() == ["first", "second", "dir/", "new"]
        assert (new.read("first"), new.read("new"), new.read("second")) == (b"changed", b"more", old.read("second"))
        assert new.getinfo("first").date_time == (2024, 5, 6, 7, 8, 10)
        assert new.getinfo("second").compress_size == old.getinfo("second").compress_size
        assert new.comment == b"kept"


def test_a_zip_that_is_streamed_and_one_that_breaks_off() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.data += bytes(data)  # type: ignore[arg-type]
            return len(bytes(data))  # type: ignore[arg-type]

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # sizes stand behind the data
        archive.writestr("a", b"one" * 50)
        archive.writestr("b", b"two" * 50)
    made = repacked(bytes(pipe.data), {"b": b"new"}, "x.zip")
    assert parts(made) == {"a": b"one" * 50, "b": b"new"}
    with pytest.raises(NotReadError, match="damaged"):
        repacked(bytes(pipe.data)[:-30], {}, "x.zip")


def test_members_that_are_never_read_are_kept_too() -> None:
    stream = io.BytesIO(docx(p(LISTEN)))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../outside", b"x")
        archive.writestr("word/media/huge.bin", bytes(30_000_000))  # far past what may be unpacked
    data = stream.getvalue()
    copy = annotate(data, of(about(data, LISTEN)), DEFAULT_LIMITS, Wanted()).data
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert archive.getinfo("word/media/huge.bin").file_size == 30_000_000
        assert "../outside" in archive.namelist()
    assert len(copy) < len(data) + 10_000


def test_signed_files_are_told_of() -> None:
    data = docx(SPEC, parts={"_xmlsignatures/sig1.xml": "<a/>"})
    assert annotated(data, about(data, LISTEN)).is_signed
    assert not annotated(docx(SPEC), about(data, LISTEN)).is_signed
