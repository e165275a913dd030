"""Word: headings, run-ins, text in runs, fields, revisions, hidden text, notes, boxes."""

from __future__ import annotations

import pytest
from docx_builder import OOXML, b, blocks, docx, extract, level, numbering, p, part, r, tbl, texts

from crp_commission.document import BlockKind

H, P, I, C, F = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL, BlockKind.FOOTNOTE  # noqa: E741


def kinds(body: str, **inner: str) -> list[tuple[BlockKind, int, str]]:
    return [(block.kind, block.level, block.text) for block in blocks(body, **inner)]


def notes(body: str, **inner: str) -> list[str]:
    return [note.text for note in extract(docx(body, **inner)).notes]


# --- headings ---


def test_headings_by_style_and_title() -> None:
    body = p("Short breaks", style="Title") + p("Voice", style="Heading1") + p("Who", style="Heading2") + p("Text.")
    assert kinds(body) == [(H, 1, "Short breaks"), (H, 1, "Voice"), (H, 2, "Who"), (P, 0, "Text.")]


def test_heading_level_is_inherited_through_based_on_and_ids_in_another_language() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Haus"><w:name w:val="House"/><w:basedOn w:val="berschrift2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body"/><w:basedOn w:val="Own"/>'
        '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    body = p("A", style="berschrift2") + p("B", style="Haus") + p("C", style="Own") + p("Dd", style="Body")
    assert kinds(body, styles=styles) == [(H, 2, "A"), (H, 2, "B"), (H, 3, "C"), (P, 0, "Dd")]


def test_styles_based_on_each_other_end_somewhere() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert kinds(p("Text.", style="A"), styles=styles) == [(P, 0, "Text.")]


def test_outline_level_of_the_paragraph_goes_before_its_style() -> None:
    plain = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    body = p("Aims", marks='<w:outlineLvl w:val="1"/>') + p("Aims", style="Heading1", marks='<w:outlineLvl w:val="9"/>')
    assert kinds(body, styles=plain) == [(H, 2, "Aims"), (P, 0, "Aims")]


def test_without_a_styles_part_headings_are_known_by_their_ids() -> None:
    data = docx(p("Voice", style="Heading2"), parts={"word/_rels/document.xml.rels": "<Relationships/>"})
    assert [(x.kind, x.level) for x in extract(data).blocks] == [(H, 2)]


def test_a_clause_in_a_heading_style_is_text() -> None:
    clause = "The Provider shall consult every child who uses the service at least once in each quarter of the year."
    levels = numbering({0: level("decimal", "%1"), 1: level("decimal", "%1.%2")})
    mark = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    found = blocks(p(clause, style="Heading2", marks=mark) + p(clause, style="Heading2"), numbering=levels)
    assert [(x.kind, x.level, x.number) for x in found] == [(I, 2, "1.1"), (P, 0, "")]


def test_bold_paragraphs_are_headings_beneath_the_last_real_one() -> None:
    body = p(b("Scope")) + p("Aims", style="Heading2") + p(b("Voice")) + p(b("More")) + p(b("Done."))
    assert kinds(body) == [(H, 1, "Scope"), (H, 2, "Aims"), (H, 3, "Voice"), (H, 3, "More"), (P, 0, "Done.")]


@pytest.mark.parametrize(
    "text",
    [
        "The Provider shall consult children",
        "Staff must listen",
        "one two three four five six seven eight nine ten eleven twelve thirteen",
        "4.2",
        "children, young people,",
        "* * *",
    ],
)
def test_bold_text_that_binds_or_runs_on_is_no_heading(text: str) -> None:
    assert kinds(p(b(text))) == [(P, 0, text)]


def test_bold_question_is_a_heading_although_it_says_will() -> None:
    assert kinds(p(b("What the Provider will do")))[0][0] is H


def test_bold_through_the_paragraph_style_counts_and_toggles_cancel() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    strong = '<w:rStyle w:val="Strong"/>'
    body = p("Voice", style="Sub") + p(r("Voice", strong), style="Sub") + p(r("Aims", strong))
    assert [kind for kind, _, _ in kinds(body, styles=styles)] == [H, P, H]


# --- run-in headings ---


@pytest.mark.parametrize(
    ("runs", "heading", "rest"),
    [
        ((b("4.2 Voice."), r(" The provider shall listen.")), "4.2 Voice.", "The provider shall listen."),
        ((b("Voice"), r(": children speak.")), "Voice:", "children speak."),
        ((b("Voice"), "<w:r><w:tab/></w:r>", r("Children speak.")), "Voice", "Children speak."),
        ((b("Voice"), "<w:r><w:br/></w:r>", r("Children speak.")), "Voice", "Children speak."),
        ((r("4.2 "), b("Voice."), r(" Children speak.")), "4.2 Voice.", "Children speak."),
        ((b("Voi"), b("ce."), r(" Children "), b("must"), r(" be heard.")), "Voice.", "Children must be heard."),
    ],
)
def test_run_in_heading(runs: tuple[str, ...], heading: str, rest: str) -> None:
    found = blocks(p("Aims", style="Heading1") + p(*runs))
    assert [(x.kind, x.level, x.text, x.run_in) for x in found[1:]] == [(H, 2, heading, True), (P, 0, rest, False)]


@pytest.mark.parametrize(
    "runs",
    [
        (b("The Provider"), r(" shall listen.")),
        (b("The Provider shall listen."), r(" So it will.")),
        (b("4.2"), "<w:r><w:tab/></w:r>", r("Children speak.")),
        (b("Child"), "<w:r><w:tab/></w:r>", r("means a person under 18.")),
        (r("Before "), b("Voice."), r(" after it.")),
        (b("Voice:"),),
    ],
)
def test_no_run_in_heading(runs: tuple[str, ...]) -> None:
    assert all(not x.run_in for x in blocks(p(*runs)))


def test_run_in_takes_the_number_of_a_clause_but_bullets_stay_whole() -> None:
    mark = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    lists = numbering({0: level("decimal", "%1.")}) + (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = p(b("Voice."), " Children speak.", marks=mark.format(1)) + p(b("Voice:"), " heard.", marks=mark.format(2))
    found = [(x.kind, x.number, x.text) for x in blocks(body, numbering=lists)]
    assert found == [(H, "1.", "Voice."), (P, "", "Children speak."), (I, "", "Voice: heard.")]


def test_style_separator_makes_a_run_in_heading() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    found = blocks(p("Voice", style="Heading2", marks=mark) + p("The provider shall listen."))
    assert [(x.kind, x.run_in) for x in found] == [(H, True), (P, False)]


# --- what a run holds ---


def test_tabs_breaks_hyphens_and_symbols() -> None:
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e"
        '</w:t><w:softHyphen/><w:t>f</w:t><w:sym w:font="Wingdings" w:char="F0FC"/>'
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="ZZ"/>'
        '<w:sym w:font="Arial" w:char="00A9"/></w:r>'
    )
    assert texts(p(run)) == ["a b c d-ef✓≥©"]


def test_signs_of_picture_fonts() -> None:
    signs = [("Symbol", "F061"), ("Symbol", "B7"), ("Wingdings 2", "F052"), ("Wingdings", "F0A8"), ("Arial", "D800")]
    run = "".join(f'<w:sym w:font="{font}" w:char="{code}"/>' for font, code in signs)
    assert texts(p("x", f"<w:r>{run}</w:r>")) == ["xa•☐"]


def test_tab_stops_are_not_text() -> None:
    assert texts(p("Text.", marks='<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>')) == ["Text."]


def test_links_smart_tags_and_controls_are_read() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('four ')}</w:sdtContent></w:sdt>"
    body = f"<w:hyperlink>{r('two ')}</w:hyperlink><w:smartTag>{r('three ')}</w:smartTag>{control}"
    equation = "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>"
    assert texts(p("one ", body, equation)) == ["one two three four x+y"]
    assert texts(f"<w:sdt><w:sdtContent>{p('In a control.')}</w:sdtContent></w:sdt>") == ["In a control."]


def test_a_prompt_is_not_text() -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>"
    assert texts(p("Name: ", prompt)) == ["Name:"]
    assert "prompt" in notes(p("Name: ", prompt))[0]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def test_a_field_shows_its_result_only() -> None:
    inner = field("begin") + code("PAGE") + field("separate") + r("7") + field("end")
    outer = field("begin") + code("IF ") + inner + r("shown never") + field("separate") + r("yes") + field("end")
    assert texts(p("It says ", outer, ".")) == ["It says yes."]
    assert texts(p(f'<w:fldSimple w:instr="DATE">{r("1 May")}</w:fldSimple>')) == ["1 May"]


def test_an_instruction_over_two_paragraphs_is_not_text() -> None:
    body = p("A", field("begin"), code("IF")) + p("never", field("separate"), "B", field("end"))
    assert texts(body) == ["A", "B"]


def test_a_field_left_open_hides_nothing() -> None:
    assert texts(p("One ", field("begin"), "two") + p("The provider shall listen.")) == [
        "One two",
        "The provider shall listen.",
    ]


def test_contents_pages_are_left_out() -> None:
    toc = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    styles = f'{toc}<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/></w:style>'
    tab = "<w:r><w:tab/></w:r>"
    body = (
        p("Contents", style="TOCHeading")
        + p(field("begin"), code(' TOC \\o "1-3"'), field("separate"), "1 Voice", tab, "3", style="TOC1")
        + p("2 Redress", tab, "4")
        + p("3 Exit", tab, "5", style="TOC1")
        + p(field("end"), "After it.")
        + p("The provider shall write this in an odd style for some reason.", style="TOC1")
    )
    assert texts(body, styles=styles) == [
        "After it.",
        "The provider shall write this in an odd style for some reason.",
    ]


# --- revisions, comments, hidden text ---


def test_insertions_and_moves_are_read_deletions_are_not() -> None:
    body = p(
        "The provider shall ",
        f"<w:ins>{r('always ')}</w:ins>",
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>",
        f"<w:moveFrom>{r('gone ')}</w:moveFrom><w:moveTo>{r('listen.')}</w:moveTo>",
    )
    assert texts(body) == ["The provider shall always listen."]
    assert notes(body) == [
        "2 passages marked as deleted or moved away (tracked changes) were not read; insertions were read."
    ]


def test_a_paragraph_whose_end_was_deleted_joins_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts(p("The provider ", marks=gone) + p("shall listen.")) == ["The provider shall listen."]
    assert texts(p("One ", marks=gone) + p("two ", marks=gone) + p("three.")) == ["One two three."]
    assert texts(p("Before.", marks=gone) + tbl(["a", "b"]) + p("Last.", marks=gone)) == ["Before.", "a", "b", "Last."]


def test_former_formatting_is_not_the_present_one() -> None:
    run = "<w:r><w:rPr><w:rPrChange><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Plain words</w:t></w:r>"
    assert kinds(p(run, marks='<w:pPrChange><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>')) == [
        (P, 0, "Plain words")
    ]


def test_comments_are_counted() -> None:
    body = p("Text.", '<w:r><w:commentReference w:id="0"/></w:r>')
    assert texts(body) == ["Text."]
    assert notes(body) == ["A comment was not read."]


def test_hidden_text_is_not_read() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Mist"><w:name w:val="Mist"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = (
        p(
            "Seen ",
            r("unseen ", "<w:vanish/>"),
            r("too", '<w:rStyle w:val="Mist"/>'),
            r("again", '<w:vanish w:val="0"/>'),
        )
        + p("Nothing here", style="Ghost")
        + p(r("But this", '<w:vanish w:val="false"/>'), style="Ghost")
    )
    assert texts(body, styles=styles) == ["Seen again", "But this"]
    assert notes(body, styles=styles) == ["Hidden text in 2 places was not read."]


def test_white_text_is_read() -> None:
    assert texts(p(r("White words.", '<w:color w:val="FFFFFF"/>'))) == ["White words."]


# --- notes, boxes, pictures ---


def test_footnotes_follow_the_paragraph_that_refers_to_them() -> None:
    footnotes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("line")}</w:footnote>'
        f'<w:footnote w:id="1">{p("Each quarter.")}</w:footnote><w:footnote w:id="2">{p("Never used.")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="1">{p("At the end.")}</w:endnote>'
    body = (
        p("Text", '<w:r><w:footnoteReference w:id="1"/></w:r>', " goes on.")
        + p("More", '<w:r><w:endnoteReference w:id="1"/><w:footnoteReference w:id="9"/></w:r>')
        + p("Again", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    )
    found = extract(docx(body, footnotes=footnotes, endnotes=endnotes))
    assert [(x.kind, x.number, x.text) for x in found.blocks] == [
        (P, "", "Text goes on."),
        (F, "1", "Each quarter."),
        (P, "", "More"),
        (F, "i", "At the end."),
        (P, "", "Again"),
    ]
    assert [note.text for note in found.notes] == ["The text refers to a footnote that is not in the file."]


def shape(content: str, tag: str = "wps:txbx") -> str:
    return f"<{tag}><w:txbxContent>{content}</w:txbxContent></{tag}>"


def alternative(choice: str, fallback: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = alternative(shape(p("In the box.")), shape(p("In the box."), "v:textbox"))
    assert texts(p("Before ", box, "and after.")) == ["Before and after.", "In the box."]


def test_the_fallback_is_read_when_the_choice_has_no_text() -> None:
    box = alternative("<wps:wsp/>" + shape(p()), shape(p("Only here."), "v:textbox"))
    assert texts(p("Text ", box)) == ["Text", "Only here."]
    assert texts(p("Text ", f"<w:r><w:pict>{shape(p('Old box.'), 'v:textbox')}</w:pict></w:r>")) == ["Text", "Old box."]


def test_a_table_and_a_box_in_a_box() -> None:
    inner = f"<w:r><w:pict>{shape(p('Deep.'), 'v:textbox')}</w:pict></w:r>"
    box = f"<w:r><w:pict>{shape(p('Box.', inner) + tbl(['x', 'y']), 'v:textbox')}</w:pict></w:r>"
    assert texts(tbl([p_in_cell(box), "last"])) == ["Cell", "Box.", "Deep.", "x", "y", "last"]


def p_in_cell(box: str) -> str:
    return f"<w:tc>{p('Cell', box)}</w:tc>"


def test_hidden_shapes_are_not_read() -> None:
    hidden = f'<w:r><w:drawing><wp:inline><wp:docPr hidden="1"/>{shape(p("Unseen."))}</wp:inline></w:drawing></w:r>'
    assert texts(p("Seen. ", hidden)) == ["Seen."]
    assert notes(p("Seen. ", hidden)) == ["Hidden text in one place was not read."]


def test_a_form_that_asks_for_what_word_does_not_know_is_not_read() -> None:
    here = 'xmlns:zz="http://example.org/future" xmlns:canvas="http://schemas.microsoft.com/office/word/2010/'
    choices = (
        f'<w:r><mc:AlternateContent {here}wordprocessingCanvas"><mc:Choice Requires="wps zz">{shape(p("Never."))}'
        "</mc:Choice>{}</mc:AlternateContent></w:r>"
    )
    canvas = f'<mc:Choice Requires="canvas">{shape(p("Canvas."))}</mc:Choice>'
    fallback = f"<mc:Fallback>{shape(p('Fallback.'), 'v:textbox')}</mc:Fallback>"
    told = ["A passage in a form that Word does not show was not read."]
    for rest, shown in ((fallback, ["Fallback."]), (canvas + fallback, ["Canvas."]), ("", [])):
        body = p("Seen. ", choices.format(rest))
        assert (texts(body), notes(body)) == (["Seen.", *shown], told)


def test_forms_of_a_footnote_and_of_a_wide_part_are_chosen_alike() -> None:
    form = (
        '<w:r><mc:AlternateContent xmlns:zz="http://example.org/future"><mc:Choice Requires="zz"><w:t>new</w:t>'
        "</mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    footnotes = f'<w:footnote w:id="1">{p(form)}</w:footnote>'
    body = p("Text", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    assert texts(body, footnotes=footnotes) == ["Text", "old"]
    wide = part("document", f"<w:body>{p(form)}</w:body>").replace("UTF-8", "UTF-16").encode("utf-16")
    assert [block.text for block in extract(docx("", parts={"word/document.xml": wide})).blocks] == ["old"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<v:shape style="position:absolute; visibility: hidden">{}</v:shape>',
        '<v:group style="VISIBILITY:hidden;width:9pt"><v:rect style="width:9pt">{}</v:rect></v:group>',
    ],
)
def test_shapes_of_the_old_kind_may_be_hidden(hidden: str) -> None:
    seen = f'<v:shape style="visibility:visible">{shape(p("Seen too."), "v:textbox")}</v:shape>'
    lettering = '<v:textpath string="Unseen."/>'
    for content in (shape(p("Unseen."), "v:textbox"), lettering):
        body = p("Seen. ", f"<w:r><w:pict>{hidden.format(content)}{seen}</w:pict></w:r>")
        assert texts(body) == ["Seen.", "Seen too."]
        assert notes(body) == ["Hidden text in one place was not read."]


def test_a_hidden_shape_hides_its_other_forms_and_nothing_after_it() -> None:
    hidden = f'<w:drawing><wp:inline><wp:docPr hidden="1"/>{shape(p("Unseen."))}</wp:inline></w:drawing>'
    old = f"<w:pict><v:shape>{shape(p('Old.'), 'v:textbox')}</v:shape></w:pict>"
    assert texts(p("Seen. ", alternative(hidden, old))) == ["Seen."]
    assert texts(p("Seen. ", f"<w:r>{hidden}</w:r>", f"<w:r>{old}</w:r>")) == ["Seen.", "Old."]
    assert texts(p("Seen. ", alternative(hidden, old), f"<w:r>{old}</w:r>")) == ["Seen.", "Old."]


def test_pictures_charts_and_embedded_files_are_told() -> None:
    body = (
        p(
            "Text.",
            "<w:r><w:drawing><pic:pic/></w:drawing></w:r>",
            alternative("<pic:pic/>", "<w:pict><v:imagedata/></w:pict>"),
            '<w:r><w:drawing><c:chart r:id="c"/></w:drawing></w:r>',
            '<w:r><w:drawing><dgm:relIds r:dm="d"/></w:drawing></w:r>',
            '<w:r><w:object><v:imagedata/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
            '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>',
        )
        + '<w:altChunk r:id="x"/>'
    )
    told = {note.text.split(" ", 2)[1].rstrip(","): note.unread for note in extract(docx(body)).notes}
    assert told == {"pictures": 0, "chart": 0, "diagram": 0.02, "file": 0.1, "part": 0.1}


def test_many_embedded_files_are_half_the_text_at_most() -> None:
    one = '<w:r><w:object><o:OLEObject ProgID="Word.Document.12"/></w:object></w:r>'
    (note,) = extract(docx(p("Text.", *[one] * 9))).notes
    assert (note.unread, note.place, note.file) == (0.5, "from paragraph 1", "spec.docx")


def test_lettering_is_read() -> None:
    assert texts(p("Text ", '<w:r><w:pict><v:textpath string="Our promise"/></w:pict></w:r>')) == [
        "Text",
        "Our promise",
    ]


def test_headers_and_footers_are_not_read() -> None:
    body = p("Text.") + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>'
    found = extract(docx(body, parts={"word/header1.xml": part("hdr", p("Furniture"))}))
    assert [x.text for x in found.blocks] == ["Text."]
    assert found.notes == ()


@pytest.mark.parametrize(
    "furniture",
    ["Furniture", "Page 3 of 12", "A title that is on the cover", "Council specification for young carers, draft 3"],
)
def test_running_heads_are_not_told_of(furniture: str) -> None:
    found = extract(docx(p("A title that is on the cover") + p("Text."), header=p(furniture), footer=p(furniture)))
    assert found.notes == ()


def test_a_sentence_in_a_header_or_footer_is_told_of_once_and_loses_nothing() -> None:
    more = f'<Relationship Id="second" Type="{OOXML}/officeDocument/2006/relationships/footer" Target="second.xml"/>'
    sentence = p("The Council may ", "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>", "end this contract.")
    second = {"word/second.xml": part("ftr", sentence + p("1"))}
    found = extract(docx(p("Text."), relations=more, parts=second, footer=sentence, header=p("A running head")))
    assert [x.text for x in found.blocks] == ["Text."]
    assert [(note.text, note.unread) for note in found.notes] == [
        ("The words of the footer were not read; check them by eye: “The Council may end this contract.”", 0)
    ]


def test_a_header_of_many_words_is_told_of_and_cut_short() -> None:
    (note,) = extract(docx(p("Text."), header=p("child " * 60))).notes
    assert note.text.startswith("The words of the header were not read; check them by eye: “child child")
    assert len(note.text) < 260


def test_a_damaged_header_loses_no_document() -> None:
    found = extract(docx(p("Text."), header="", parts={"word/header.xml": "<w:hdr"}))
    assert [x.text for x in found.blocks] == ["Text."]


# --- places ---


def test_places_count_from_one_in_reading_order() -> None:
    found = blocks(p("One.") + p() + tbl(["a", "b"]) + p("Two."))
    assert [x.place.paragraph for x in found] == [1, 2, 3, 4]
    assert {x.place.file for x in found} == {"spec.docx"}


def test_pages_are_counted_by_the_breaks_of_the_last_printing() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    by_hand = '<w:r><w:br w:type="page"/></w:r>'
    found = blocks(p("One.", by_hand) + p(turn, "Two.") + p("Still two, ", turn, "then three.") + p("Three."))
    assert [x.place.page for x in found] == [1, 2, 2, 3]


def test_pages_by_hand_are_used_only_where_the_file_says_there_are_as_many() -> None:
    body = p("One.", '<w:r><w:br w:type="page"/></w:r>') + p("Two.") + p("Three.", marks="<w:pageBreakBefore/>")
    assert [x.place.page for x in blocks(body)] == [None] * 3
    assert [x.place.page for x in extract(docx(body, **statistics("3"))).blocks] == [1, 2, 3]
    found = extract(docx(body, **statistics("9")))
    assert ([x.place.page for x in found.blocks], found.pages) == ([None] * 3, 9)
    assert [x.place.page for x in blocks(p("One.") + p("Two."))] == [None, None]


def statistics(pages: str) -> dict[str, dict[str, str]]:
    from docx_builder import RELATION, relationships

    links = (
        f'<Relationship Id="m" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="p" Type="{RELATION}/extended-properties" Target="docProps/app.xml"/>'
    )
    properties = (
        f'<Properties xmlns="{OOXML}/officeDocument/2006/extended-properties"><Pages>{pages}</Pages></Properties>'
    )
    return {"parts": {"_rels/.rels": relationships(links), "docProps/app.xml": properties}}


@pytest.mark.parametrize(("said", "pages"), [("3", 3), ("0", None), ("-4", None), ("many", None), ("", None)])
def test_page_count_is_taken_if_sane(said: str, pages: int | None) -> None:
    assert extract(docx(p("Text."), **statistics(said))).pages == pages


def test_page_count_that_cannot_hold_the_text_is_not_believed() -> None:
    assert extract(docx(p("word " * 5000), **statistics("1"))).pages is None


def test_captions_and_quotes() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>'
    )
    caption, quote = blocks(p(b("Table 1"), style="Caption") + p("We were heard.", style="Quote"), styles=styles)
    assert caption.kind is BlockKind.CAPTION
    assert quote.quoted


def test_list_styles_without_a_list_make_items() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="LB2"><w:name w:val="List Bullet 2"/></w:style>'
    assert kinds(p("consult;", style="LB2"), styles=styles) == [(I, 2, "consult;")]


def test_numbers_typed_by_hand_stay_in_the_text() -> None:
    assert texts(p("4.2 The provider shall listen.") + p("(a) always;")) == [
        "4.2 The provider shall listen.",
        "(a) always;",
    ]
