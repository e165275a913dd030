"""The Word report and the action tracker: what is in them, and that they are the same bytes each time."""

from __future__ import annotations

import dataclasses
import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import docx_outline, part, xlsx_cells, xlsx_outline
from test_report_formats import HOSTILE, seen

from builders import finding, passage, report, rule
from crp_commission.cli._options import format_names
from crp_commission.renderers import RenderOptions, formats, is_binary, render
from crp_commission.report import Report
from crp_commission.rules import Advice
from crp_commission.serialising import load_report, report_json
from office import converted
from sample import sample_report

OFFICE = ["docx", "xlsx"]
FORMULAS = ["=HYPERLINK(A1)", "+1+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=cmd|' /C calc'!A0", "_x003D_1+1"]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def drawn(name: str, shown: Report, **options: bool) -> bytes:
    data = render(shown, name, RenderOptions(**options))
    assert isinstance(data, bytes)
    return data


def hostile_report(text: str, **waivers: str) -> Report:
    """One finding in which every text is the same, and what it is accepted for."""
    found = finding(
        rule("DO-PAR-1", title=text, wording=text, question=text),
        "partial",
        passage(text, "intended", section=text, lead=text, header=text, because=text),
        missing=[text],
        why=text,
    )
    return report(found, waivers=waivers)


def test_golden_word(golden):
    golden("reports/docx.txt", docx_outline(drawn("docx", sample_report())))


def test_golden_workbook(golden):
    golden("reports/xlsx.txt", xlsx_outline(drawn("xlsx", sample_report())))


@pytest.mark.parametrize("name", OFFICE)
def test_the_bytes_are_the_same_each_time_and_hold_no_moment(name):
    shown = sample_report()
    data = drawn(name, shown)
    assert data == drawn(name, shown) == drawn(name, load_report(report_json(shown), "result.json"))
    archive = ZipFile(BytesIO(data))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"dcterms:" not in re.sub(rb'xmlns:dcterms="[^"]*"', b"", archive.read("docProps/core.xml"))


@pytest.mark.parametrize("name", OFFICE)
def test_a_date_is_shown_only_if_one_was_given(name):
    outline = docx_outline if name == "docx" else xlsx_outline
    assert "2026-07-01" in outline(drawn(name, sample_report()))
    assert "2026-07-01" not in outline(drawn(name, dataclasses.replace(sample_report(), date=None)))


@pytest.mark.parametrize("name", OFFICE)
def test_an_office_file_says_what_it_is_not_and_what_it_rests_on(name):
    shown = sample_report()
    text = (docx_outline if name == "docx" else xlsx_outline)(drawn(name, shown))
    for words in (*shown.limits, "crp-commission 1.2.3", "profile standard", "5" * 64, "c" * 64, "scan.pdf"):
        assert words in text
    assert "complian" not in text.replace("Restraint may be used to secure compliance.", "").casefold()


def test_word_has_a_title_a_language_and_pages_with_numbers():
    data = drawn("docx", sample_report())
    document = Document(BytesIO(data))
    assert document.core_properties.title == "Children's rights in The pack"
    languages = {found.get(f"{W}val") for found in part(data, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"en-GB"}
    footer = part(data, "word/footer1.xml")
    assert [code.text for code in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


def test_headings_go_down_one_step_at_a_time_and_all_tables_repeat_their_first_row():
    document = Document(BytesIO(drawn("docx", report_with_law())))
    levels = [int(one.style.name[-1]) for one in document.paragraphs if one.style.name.startswith("Heading ")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert set(levels) == {1, 2, 3}
    for table in document.tables:
        repeated = [row._tr.trPr.find(f"{W}tblHeader") is not None for row in table.rows]
        assert repeated == [True] + [False] * (len(repeated) - 1)


def test_the_contents_are_filled_in_and_each_entry_leads_to_its_heading():
    data = drawn("docx", sample_report())
    document = Document(BytesIO(data))
    entries = [(one.style.name[-1], one.text) for one in document.paragraphs if one.style.name.startswith("toc ")]
    headings = [one for one in document.paragraphs if one.style.name in ("Heading 1", "Heading 2")]
    assert entries == [(one.style.name[-1], one.text) for one in headings]
    body = part(data, "word/document.xml")
    marks = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")] == marks
    kinds = [mark.get(f"{W}fldCharType") for mark in body.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]


def blocks(data: bytes, number: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """A picture's rows: the label of each, and the colour and words of its blocks."""
    chart = part(data, f"word/charts/chart{number}.xml")
    columns = list(chart.iter(f"{C}ser"))
    labels = [value.text or "" for value in columns[0].findall(f"{C}cat//{C}v")]
    rows: list[list[tuple[str, str]]] = [[] for _ in labels]
    for column in columns:
        fills = [one.find(f"{C}spPr/{A}solidFill/{A}srgbClr") for one in column.findall(f"{C}dPt")]
        words = {int(one.find(f"{C}idx").get("val")): "".join(one.itertext()) for one in column.iter(f"{C}dLbl")}
        for at, fill in enumerate(fills):
            rows[at].append(("" if fill is None else fill.get("val"), words.get(at, "")))
    return list(zip(labels, rows, strict=True))


def test_the_grid_is_a_picture_whose_cells_say_without_colour_how_they_stand():
    shown = sample_report()
    (_, head), *body = blocks(drawn("docx", shown), 1)
    assert [words for _, words in head] == [stage.title for stage in shown.stages]
    assert [label for label, _ in body] == [principle.title for principle in shown.principles]
    cells = {words[:1]: color for _, row in body for color, words in row}
    assert set(cells) == {"◐", "○", "✗", "?", "–"}
    assert len(set(cells.values())) == len(cells)
    asked = [words for _, row in body for _, words in row if words[:1] != "–"]
    assert all(re.fullmatch(r". \d+ of \d+", words) for words in asked)


@pytest.mark.parametrize("number", [1, 2])
def test_every_row_of_a_picture_is_named(number):
    axis = part(drawn("docx", sample_report()), f"word/charts/chart{number}.xml").find(f".//{C}catAx")
    children = [one.tag.removeprefix(C) for one in axis]
    assert axis.find(f"{C}tickLblSkip").get("val") == "1"
    assert children.index("crossAx") < children.index("tickLblSkip")  # the order that Word asks for


def test_the_words_beside_the_blocks_have_more_room_the_longer_they_are():
    def room(shown) -> float:
        chart = part(drawn("docx", shown), "word/charts/chart2.xml")
        *steps, words = [float(one.find(f"{C}val//{C}v").text) for one in chart.iter(f"{C}ser")]
        return words / (sum(steps) + words)

    shown = sample_report()
    principles = tuple(dataclasses.replace(one, low=10.0, high=100.0) for one in shown.principles)
    longer = dataclasses.replace(shown, principles=principles)
    assert 0.4 < room(shown) < room(longer) < 0.8


def test_the_strength_of_each_principle_is_a_row_of_its_criteria_the_strongest_first():
    shown = report(
        finding(rule("DO-PAR-1"), "gap"),
        finding(rule("DO-PAR-2"), "contradicted", passage("c", "contradicts")),
        finding(rule("DO-PAR-3"), "partial", passage("b", "intended")),
        finding(rule("DO-PAR-4"), "met", passage("a", "measured")),
        finding(rule("DO-BST-1"), "met", passage("a", "measured")),
        finding(rule("DO-DIG-1"), "not-applicable"),
    )
    rows = dict(blocks(drawn("docx", shown), 2))
    titles = {one.id: one.title for one in shown.principles}
    *participation, told = rows[titles["participation"]]
    assert [words for _, words in participation] == ["●", "◑", "○", "✗"]
    assert len({color for color, _ in participation}) == 4
    assert told[1].startswith("1 of 4 promised, ")
    assert rows[titles["best-interests"]] == [participation[0], *[("", "")] * 3, ("", "1 of 1 promised, 100%")]
    assert rows[titles["dignity"]] == [*[("", "")] * 4, ("", "not asked")]


def test_word_says_what_would_change_the_answer():
    shown = report(
        finding(rule("DO-PAR-1"), "gap"), finding(rule("DO-BST-1", "critical"), "contradicted", passage("c"))
    )
    tables = [[cell.text for cell in row.cells] for table in read_docx(shown).tables for row in table.rows]
    wanted = ["DO-BST-1 Title of DO-BST-1", "worked against → met", "+3", "100%, 60.0%"]
    assert [row[:4] for row in tables if "Take out or replace" in row[-1]] == [wanted] * 2  # for principle and band
    met = read_docx(report(finding(rule("DO-PAR-1"), "met", passage("a", "measured"))))
    assert any(one.text.startswith("Nothing: no criterion that is not met would lift") for one in met.paragraphs)


def test_word_says_who_decides_where_a_criterion_is_not_met():
    advice = Advice(wording="The Provider shall ask.", who_decides="The lead member.", effort="An hour.")
    lines = [one.text for one in read_docx(report(finding(rule("DO-PAR-1", advice=advice), "gap"))).paragraphs]
    assert lines.count("Who decides: The lead member.") == 2  # among the fixes and with the criterion
    assert "How much work it is: An hour." in lines
    met = finding(rule("DO-PAR-1", advice=advice), "met", passage("a", "measured"))
    assert not any("The lead member." in one.text for one in read_docx(report(met)).paragraphs)


def read_docx(shown: Report):
    """The Word report as another library reads it."""
    return Document(BytesIO(drawn("docx", shown)))


def test_a_picture_has_words_for_those_who_do_not_see_it_and_hostile_titles_stay_text():
    hostile = '"><a:blip r:embed="x"/>&amp; {{ 1 }} \x1b[31m'
    shown = sample_report()
    first = dataclasses.replace(shown.principles[0], title=hostile)
    data = drawn("docx", dataclasses.replace(shown, principles=(first, *shown.principles[1:])))
    words = [one.get("descr") for one in part(data, "word/document.xml").iter(f"{P}docPr")]
    assert len(words) == 2
    for one in words:
        assert one.startswith('"><a:blip r:embed="x"/>&amp; {{ 1 }} ␛[31m: ')
        assert all(principle.title in one for principle in shown.principles[1:])
    assert ": Analyse, not asked; Plan, not asked; Do, 0 of 1 met, worked against; Review, not asked." in words[0]
    assert blocks(data, 2)[0][0] == '"><a:blip r:embed="x"/>&amp; {{ 1 }} ␛[31m'


def test_word_shows_the_most_telling_passages_and_all_of_them_if_asked():
    quotes = [f"The Provider shall ask each child, way {number}." for number in range(5)]
    shown = report(finding(rule("DO-PAR-1"), "met", *(passage(quote) for quote in quotes)))
    brief, whole = docx_outline(drawn("docx", shown)), docx_outline(drawn("docx", shown, verbose=True))
    assert [quote in brief for quote in quotes] == [True, True, True, False, False]
    assert "And 2 more passages" in brief
    assert all(quote in whole for quote in quotes)
    assert "more passage" not in whole


def test_the_tracker_has_a_row_for_each_finding_that_is_not_met_the_gravest_first():
    shown = sample_report()
    rows = {place: text for place, _, text in xlsx_cells(drawn("xlsx", shown), 1)}
    ids = [text for place, text in rows.items() if re.fullmatch(r"F([4-9]|\d\d)", place)]
    open_ones = {one.id for one in shown.criteria if one.status not in ("met", "not-applicable")}
    assert len(ids) == len(set(ids)) and set(ids) == open_ones
    severities = [rows[f"C{4 + number}"] for number in range(len(ids))]
    assert severities == ["critical"] * 4 + ["major"] * 3 + ["minor"]
    assert ids[-1] == "DO-NDI-2"  # what is on trial comes last
    waived = 4 + ids.index("REV-NDI-1")
    assert rows[f"O{waived}"] == "Accepted as it is"
    assert "too small to publish" in rows[f"P{waived}"]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_stays_text(text):
    data = drawn("xlsx", hostile_report(text, **{"DO-PAR-1": text}))
    for name in ZipFile(BytesIO(data)).namelist():
        if name.startswith("xl/worksheets/"):
            sheet = ZipFile(BytesIO(data)).read(name).decode()
            assert "<f>" not in sheet
            assert "<hyperlink" not in sheet
    cells = [(kind, shown) for _, kind, shown in xlsx_cells(data, 1) if shown == text.strip()]
    assert len(cells) >= 4
    assert {kind for kind, _ in cells} == {"t" if text.strip()[0] in "=+-@" else "s"}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stands_in_word_as_it_is_and_adds_no_field_or_link(hostile):
    data = drawn("docx", hostile_report(hostile, **{"DO-PAR-1": hostile}))
    body = part(data, "word/document.xml")
    codes = [code.text for code in body.iter(f"{W}instrText")]
    assert codes == ['TOC \\o "1-2" \\h \\z \\n']
    assert all(link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink"))
    text = docx_outline(data)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert seen(text).count(seen(hostile)) >= 5 if hostile.isprintable() else "␛[31mred" in seen(text)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stands_in_the_workbook_as_it_is(hostile):
    text = xlsx_outline(drawn("xlsx", hostile_report(hostile, **{"DO-PAR-1": hostile})))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert seen(text).count(seen(hostile)) >= 5 if hostile.isprintable() else "␛[31mred" in seen(text)


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_printable_words_come_back_from_both(quote):
    quote = " ".join(part for part in quote.split() if part.isprintable()) or "x"
    shown = report(finding(rule("DO-PAR-1"), "partial", passage(quote, "intended")))
    assert f"“{quote}”" in docx_outline(drawn("docx", shown))
    assert quote in [text for _, _, text in xlsx_cells(drawn("xlsx", shown), 1)]


def test_text_that_no_xml_may_hold_is_shown_as_its_number():
    shown = report(finding(rule("DO-PAR-1"), "partial", passage("a\ufffeb\uffffc", "intended")))
    for text in (docx_outline(drawn("docx", shown)), xlsx_outline(drawn("xlsx", shown))):
        assert "a‹U+FFFE›b‹U+FFFF›c" in text


def test_more_than_a_cell_can_hold_is_cut_and_marked():
    shown = report(finding(rule("DO-PAR-1", wording="word " * 20_000), "gap"))
    longest = max((text for _, _, text in xlsx_cells(drawn("xlsx", shown), 1)), key=len)
    assert 31_000 < len(longest) < 32_767
    assert longest.endswith("word…")


@dataclasses.dataclass(frozen=True)
class WithLaw(Report):
    """A report as a version writes it that looks at law too."""

    law: tuple[SimpleNamespace, ...] = ()
    suggestions: tuple[SimpleNamespace, ...] = ()


def report_with_law() -> Report:
    law = SimpleNamespace(
        kind="wrong-nation", quote="The Old Act 1900 applies.", file="spec.docx", place="9 Law, paragraph 80",
        times=2, says="The Old Act is of another nation.", instead="the New Act", reference="New Act s1",
        checked="2026-07", certainty="likely",
    )  # fmt: skip
    more = SimpleNamespace(
        ruleset="scotland", because="Scottish law is cited", quote="Under the Old Act", file="spec.docx", place="9 Law"
    )
    fields = {one.name: getattr(sample_report(), one.name) for one in dataclasses.fields(Report)}
    other = SimpleNamespace(**{**vars(law), "quote": "All rights are kept.", "kind": "overclaim", "times": 1})
    return WithLaw(**{**fields, "law": (law, other), "suggestions": (more,)})


@pytest.mark.parametrize("name", OFFICE)
def test_law_and_rulesets_to_add_are_shown_where_there_are_any(name):
    outline = docx_outline if name == "docx" else xlsx_outline
    words = ["The Old Act 1900 applies.", "The Old Act is of another nation.", "the New Act", "Scottish law is cited"]
    text = outline(drawn(name, report_with_law()))
    assert all(said in text for said in words)
    assert "Law to look at" not in outline(drawn(name, sample_report()))


def test_the_help_names_every_format_and_the_binary_ones_are_known():
    assert format_names() == list(formats())
    assert [name for name in formats() if is_binary(name)] == OFFICE


@pytest.mark.parametrize("name", OFFICE)
def test_libreoffice_opens_it(name, tmp_path: Path):
    file = tmp_path / f"report.{name}"
    file.write_bytes(drawn(name, sample_report()))
    pages = pypdfium2.PdfDocument(converted(file, "pdf"))
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "No degrading treatment; respect is enforceable" in " ".join(text.split())
    if name == "docx":  # the words of its pictures, as the page shows them
        assert "1 of 2 promised, 68.0%" in text
        words = " ".join(text.split())
        grid, strength = re.findall(r"and how it stands: .*?How strong|Each sign is a criterion .*?What to fix", words)
        for told in (grid, strength):  # each principle by a row of the table and by one of the picture
            assert min(told.count(one.title) for one in sample_report().principles) >= 2
    assert f"of {len(pages)}" in text
