"""OpenDocument texts."""

from __future__ import annotations

import dataclasses
import io
import zipfile

import pytest
from odt_builder import (
    HEADER,
    MEDIUM,
    NAMESPACES,
    blocks,
    cell,
    extract,
    h,
    list_style,
    lst,
    notes,
    odt,
    p,
    paragraph_style,
    row,
    span,
    table,
    text_style,
    texts,
)

from crp_commission.document import BlockKind
from crp_commission.errors import NotReadError
from crp_commission.limits import DEFAULT_LIMITS

H, P, I, C, F = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL, BlockKind.FOOTNOTE  # noqa: E741
BOLD = text_style("B", 'fo:font-weight="bold"')
DIGIT = 'style:num-format="1" style:num-suffix="."'
LETTER = 'style:num-format="a" style:num-prefix="(" style:num-suffix=")"'
LISTS = list_style(DIGIT, LETTER)


def kinds(body: str, **options: str) -> list[tuple[BlockKind, int, str]]:
    return [(x.kind, x.level, x.text) for x in blocks(body, **options)]


def numbers(body: str, **options: str) -> list[str]:
    return [x.number for x in blocks(body, automatic=LISTS, **options)]


# --- headings and text ---


def test_headings_by_level_style_and_title() -> None:
    styles = (
        paragraph_style("Heading_20_3", more='style:display-name="Heading 3"')
        + paragraph_style("Title")
        + paragraph_style("P1", more='style:parent-style-name="Title"')
        + paragraph_style("Own", more='style:default-outline-level="2"')
    )
    body = p("Spec", style="P1") + h("Voice", 2) + p("Who", style="Heading_20_3") + p("Aims", style="Own") + p("Text.")
    assert kinds(body, styles=styles) == [
        (H, 1, "Spec"),
        (H, 2, "Voice"),
        (H, 3, "Who"),
        (H, 2, "Aims"),
        (P, 0, "Text."),
    ]


def test_bold_headings_and_run_ins_follow_the_same_rules_as_in_word() -> None:
    body = h("Aims") + p(span("Voice", "B")) + p(span("4.2 Voice.", "B"), " The provider shall listen.")
    found = blocks(body, automatic=BOLD)
    assert [(x.kind, x.level, x.text, x.run_in) for x in found] == [
        (H, 1, "Aims", False),
        (H, 2, "Voice", False),
        (H, 2, "4.2 Voice.", True),
        (P, 0, "The provider shall listen.", False),
    ]


def test_bold_comes_from_parents_weights_and_defaults() -> None:
    styles = (
        paragraph_style("Strong", 'fo:font-weight="700"')
        + paragraph_style("Kid", more='style:parent-style-name="Strong"')
        + paragraph_style("Light", 'fo:font-weight="normal"', more='style:parent-style-name="Strong"')
        + paragraph_style("Loop", more='style:parent-style-name="Loop"')
    )
    body = p("Voice", style="Kid") + p("Voice", style="Light") + p("Voice", style="Loop")
    assert [kind for kind, _, _ in kinds(body, styles=styles)] == [H, P, P]


def test_white_space_links_and_spans() -> None:
    body = p("a", '<text:s text:c="9"/>', "<text:a>b</text:a>", "<text:tab/>", "c", "<text:line-break/>", "d  e\n f")
    assert texts(body) == ["a b c d e f"]


def test_sections_are_read_and_hidden_ones_are_not() -> None:
    body = (
        f"<text:section>{p('Seen.')}</text:section><text:section text:display='none'>{p('Unseen.')}</text:section>"
        f"<text:section text:display='condition' text:is-hidden='true'>{p('Unseen.')}</text:section>"
    )
    assert texts(body) == ["Seen."]
    assert notes(body) == ["Hidden text in 2 places was not read."]


def test_hidden_text_paragraphs_and_rows_are_not_read() -> None:
    automatic = text_style("G", 'text:display="none"') + paragraph_style("PG", 'text:display="none"')
    body = (
        p("Seen ", span("unseen", "G"))
        + p("Unseen", style="PG")
        + p("Unseen", '<text:hidden-paragraph text:is-hidden="true"/>')
        + p("Also ", '<text:hidden-text text:is-hidden="true">unseen</text:hidden-text>')
        + table(row("Unseen", more='table:visibility="collapse"'), ["Seen"])
    )
    assert texts(body, automatic=automatic) == ["Seen", "Also", "Seen"]
    assert notes(body, automatic=automatic) == ["Hidden text in 5 places was not read."]


def test_deleted_text_is_not_read_and_insertions_are() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info/>"
        f"{p('The provider may refuse.')}</text:deletion></text:changed-region><text:changed-region><text:insertion>"
        f"<office:change-info>{p('A remark.')}</office:change-info></text:insertion></text:changed-region>"
        "</text:tracked-changes>"
    )
    body = changes + p("The provider ", "<text:change-start/>", "shall ", "<text:change-end/><text:change/>", "listen.")
    assert texts(body) == ["The provider shall listen."]
    assert notes(body) == [
        "A passage marked as deleted or moved away (tracked changes) was not read; insertions were read."
    ]


def test_annotations_prompts_pictures_and_objects_are_told() -> None:
    kind = "application/vnd.oasis.opendocument"
    manifest = "".join(
        f'<manifest:file-entry manifest:full-path="{name}/" manifest:media-type="{kind}.{what}"/>'
        for name, what in (("Object 1", "chart"), ("Object 2", "formula"), ("Object 3", "spreadsheet"))
    )
    body = p(
        "Text.",
        f"<office:annotation>{p('Really?')}</office:annotation><text:placeholder>Type here</text:placeholder>",
        "<draw:frame><draw:image/><svg:title>t</svg:title></draw:frame>",
        *(f'<draw:frame><draw:object xlink:href="./Object {n}"/></draw:frame>' for n in (1, 2, 3)),
    )
    parts = {"META-INF/manifest.xml": f"<manifest:manifest {NAMESPACES}>{manifest}</manifest:manifest>"}
    found = extract(odt(body, parts=parts))
    assert [x.text for x in found.blocks] == ["Text."]
    assert [(note.text.split()[1], note.unread) for note in found.notes] == [
        ("comment", 0),
        ("form", 0),
        ("picture", 0),
        ("chart", 0),
        ("file", 0.1),
    ]


def test_notes_follow_their_paragraph() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('Each quarter.')}{p('Or sooner.')}</text:note-body></text:note>"
    )
    found = blocks(p("Children ", note, "speak.") + table([cell(p("In a cell", note))]))
    assert [(x.kind, x.number, x.text) for x in found] == [
        (P, "", "Children speak."),
        (F, "1", "Each quarter."),
        (F, "", "Or sooner."),
        (C, "", "In a cell"),
        (F, "1", "Each quarter."),
        (F, "", "Or sooner."),
    ]


def test_text_boxes_and_shapes_follow_their_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('In the box.')}{table(['x'])}{lst('one')}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{p('In the shape.')}</draw:custom-shape>"
    assert texts(p("Before ", box, shape, "after.")) == ["Before after.", "In the box.", "x", "one", "In the shape."]
    assert texts(f"<draw:frame><draw:text-box>{p('Loose.')}</draw:text-box></draw:frame>" + p("Text.")) == [
        "Loose.",
        "Text.",
    ]


def test_contents_pages_are_left_out() -> None:
    line = "1 Voice<text:tab/>3"
    styles = paragraph_style("Contents_20_1") + paragraph_style("Contents_20_Heading")
    body = (
        f"<text:table-of-content><text:table-of-content-source>{p('template')}</text:table-of-content-source>"
        f"<text:index-body>{p('Contents', style='Contents_20_Heading')}<text:p>{line}</text:p>"
        f"{p('The provider shall listen.')}</text:index-body></text:table-of-content>" + p("Text.")
    )
    assert texts(body, styles=styles) == ["The provider shall listen.", "Text."]


def test_captions_and_quotations() -> None:
    styles = paragraph_style("Illustration", more='style:parent-style-name="Caption"') + paragraph_style("Quotations")
    caption, quote = blocks(p("Figure 1", style="Illustration") + p("Heard.", style="Quotations"), styles=styles)
    assert caption.kind is BlockKind.CAPTION
    assert quote.quoted


# --- numbers ---


def test_lists_count_nest_and_start_anew() -> None:
    body = lst("a", p("b") + lst("c", "d", style=""), "e") + p("Text.") + lst("f")
    assert numbers(body) == ["1.", "2.", "(a)", "(b)", "3.", "", "1."]
    assert [(x.kind, x.level) for x in blocks(body)][:4] == [(I, 1), (I, 1), (I, 2), (I, 2)]


def test_lists_go_on_when_told_to() -> None:
    first = lst("a", "b", more='xml:id="one"')
    deep = lst(lst("c"), more='text:continue-list="one"')
    assert numbers(first + deep + lst("d", more='text:continue-list="one"')) == ["1.", "2.", "(a)", "3."]
    assert numbers(lst("a") + p("x") + lst("b", more='text:continue-numbering="true"')) == ["1.", "", "2."]


def test_only_the_first_paragraph_of_an_item_is_numbered() -> None:
    assert numbers(lst(p("a") + p("goes on"), "b")) == ["1.", "", "2."]
    assert {x.kind for x in blocks(lst(p("a") + p("goes on")))} == {I}


def test_start_values_headers_and_bullets() -> None:
    body = (
        '<text:list text:style-name="L1"><text:list-header><text:p>Head</text:p></text:list-header>'
        '<text:list-item text:start-value="7"><text:p>a</text:p></text:list-item>'
        "<text:list-item><text:p>b</text:p></text:list-item></text:list>"
    )
    assert numbers(body) == ["", "7.", "8."]
    bullets = '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    (found,) = blocks(lst("consult;", style="B"), automatic=bullets)
    assert (found.kind, found.level, found.number) == (I, 1, "")


def test_levels_shown_together_and_patterns() -> None:
    shown = list_style(DIGIT, 'style:num-format="1" text:display-levels="2"')
    assert [x.number for x in blocks(lst(p("a") + lst("b", "c", style="")), automatic=shown)] == ["1.", "1.1", "1.2"]
    pattern = list_style('style:num-format="I" loext:num-list-format="Part %1%:"')
    assert [x.number for x in blocks(lst("a", "b"), automatic=pattern)] == ["Part I:", "Part II:"]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = list_style(
        'style:num-format="1"',
        'style:num-format="1" text:display-levels="2"',
        root="text:outline-style",
        kind="outline",
    )
    body = h("a") + h("b", 2) + h("c", 2) + h("no", 2, 'text:is-list-header="true"') + h("d") + h("e", 2)
    body += h("f", 1, 'text:restart-numbering="true" text:start-value="9"') + h("g", 3)
    assert [x.number for x in blocks(body, styles=outline)] == ["1", "1.1", "1.2", "", "2", "2.1", "9", ""]


def test_a_number_spelled_out_is_taken_as_it_is() -> None:
    (found,) = blocks("<text:h text:outline-level='1'><text:number>4.2</text:number>Voice</text:h>")
    assert (found.number, found.text) == ("4.2", "Voice")


# --- tables ---


def test_header_rows_and_first_column() -> None:
    body = table(["Heard", "Survey"], header=row("Outcome", "Measure"))
    found = blocks(body)
    assert [(x.text, x.is_header, x.header, x.row_header) for x in found] == [
        ("Outcome", True, "", ""),
        ("Measure", True, "", ""),
        ("Heard", False, "Outcome", ""),
        ("Survey", False, "Measure", "Heard"),
    ]
    assert found[-1].place.cell == (1, 2, 2)


def test_merged_cells() -> None:
    body = table(
        row(cell("Voice", more='table:number-rows-spanned="2"'), "Consult", "Monthly"),
        row(
            "<table:covered-table-cell/>",
            cell("All of it", more='table:number-columns-spanned="2"'),
            "<table:covered-table-cell/>",
        ),
        header=row("Area", "Duty", "When"),
    )
    found = {x.text: (x.header, x.row_header) for x in blocks(body)}
    assert found["Monthly"] == ("When", "Voice")
    assert found["All of it"] == ("Duty / When", "Voice")


@pytest.mark.parametrize("times", ["3", "1000000000", "99999999999999999999"])
def test_repeats_are_clamped_and_read_once(times: str) -> None:
    repeated = cell("x", more=f'table:number-columns-repeated="{times}"')
    body = table(row(repeated, "y", more=f'table:number-rows-repeated="{times}"'), ["last", "z"]) * 3
    found = extract(odt(body)).blocks
    assert [x.text for x in found] == ["x", "y", "last", "z"] * 3
    assert found[2].place.cell is not None
    assert found[2].place.cell.row == (4 if times == "3" else 1001)


def test_covered_cells_are_clamped() -> None:
    covered = '<table:covered-table-cell table:number-columns-repeated="1000000000"/>'
    assert texts(table(row("a", covered), ["b"])) == ["a", "b"]


def test_tables_in_tables() -> None:
    deep = "<table:table><table:table-row><table:table-cell>" * 200 + p("Deep.")
    (found,) = blocks(deep + "</table:table-cell></table:table-row></table:table>" * 200)
    assert found.place.cell == (200, 1, 1)


# --- places ---


def test_pages_are_counted_by_stored_breaks() -> None:
    styles = paragraph_style("New", inner='<style:paragraph-properties fo:break-before="page"/>')
    body = (
        p("One.", style="New")
        + "<text:soft-page-break/>"
        + p("Two, ", "<text:soft-page-break/>", "three.")
        + p("Four.", style="New")
    )
    assert [x.place.page for x in blocks(body, styles=styles)] == [1, 2, 4]
    assert [x.place.page for x in blocks(p("One.") + p("Two.", style="New"), styles=styles)] == [None, None]


@pytest.mark.parametrize(("said", "pages", "page"), [("1", 1, 1), ("8", 8, None), ("0", None, 1), ("x", None, 1)])
def test_page_count_checks_the_breaks(said: str, pages: int | None, page: int | None) -> None:
    meta = (
        f'<office:document-meta {NAMESPACES}><meta:document-statistic meta:page-count="{said}"/></office:document-meta>'
    )
    found = extract(odt('<text:p text:use="soft-page-break">Text.</text:p>', parts={"meta.xml": meta}))
    assert (found.pages, found.blocks[0].place.page) == (pages, page)
    assert extract(odt(p("x"), parts={"meta.xml": "<broken"})).pages is None


# --- files that are damaged, hostile or something else ---


def refusal(data: bytes, **limits: int) -> NotReadError:
    with pytest.raises(NotReadError) as caught:
        extract(data, dataclasses.replace(DEFAULT_LIMITS, **limits))
    assert "spec.odt" in caught.value.message
    assert caught.value.hint
    return caught.value


def test_locked_files_are_refused() -> None:
    entry = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    manifest = f"<manifest:manifest {NAMESPACES}>{entry}</manifest:manifest>"
    error = refusal(odt(p("x"), parts={"META-INF/manifest.xml": manifest}))
    assert "locked with a password" in error.message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.4", "but a PDF"),
        (b"plain words", "but plain text"),
        (odt("", parts={"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "spreadsheet"),
        (odt("", parts={"content.xml": "", "mimetype": MEDIUM}), "damaged"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, words: str) -> None:
    assert words in refusal(data).message


def test_a_text_without_its_parts() -> None:
    with zipfile.ZipFile(io.BytesIO(odt(p("Text.")))) as good:
        members = {name: good.read(name) for name in good.namelist()}
    del members["styles.xml"]
    assert [x.text for x in extract(zipped(members)).blocks] == ["Text."]
    del members["content.xml"]
    assert "damaged" in refusal(zipped(members)).message
    assert "a zip archive of other files" in refusal(zipped({"letter.txt": b"x"})).message


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_default_styles_speak_last() -> None:
    bold = '<style:text-properties fo:font-weight="bold"/>'
    default = f'<style:default-style style:family="paragraph">{bold}</style:default-style>'
    assert kinds(p("Voice") + p("Light", style="L"), styles=default + paragraph_style("L", 'fo:font-weight="400"')) == [
        (H, 1, "Voice"),
        (P, 0, "Light"),
    ]


def test_a_doctype_depth_and_a_bomb_are_refused() -> None:
    doctype = f"{HEADER}<!DOCTYPE x><office:document-content {NAMESPACES}/>"
    assert "DOCTYPE" in refusal(odt("", parts={"content.xml": doctype})).message
    assert "DOCTYPE" in refusal(odt("", parts={"styles.xml": doctype})).message
    deep = "<text:section>" * 1200 + "</text:section>" * 1200
    assert "`limits: xml_depth`" in refusal(odt(deep)).hint
    assert "`limits: unpacked_ratio`" in refusal(odt(p("a" * 20_000_000))).hint


def test_every_truncation_is_refused() -> None:
    good = odt(p("The provider shall listen."))
    for end in range(4, len(good), 53):
        assert "damaged" in refusal(good[:end]).message


def test_odd_nesting_is_read_without_a_fault() -> None:
    odd = (
        "<table:table-row/><table:table-cell/><text:list-item/><text:note-citation/><text:note-body><text:p>One</text:p>"
        "</text:note-body><text:span>loose</text:span><text:number>7</text:number>"
        "<text:p>Two<text:p>Three</text:p> end</text:p>"
        "<table:table><table:table-row><table:table-cell>loose</table:table-cell></table:table-row></table:table>"
    )
    assert texts(odd) == ["One", "Two end", "Three"]
