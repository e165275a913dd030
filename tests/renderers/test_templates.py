from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from test_report_formats import HOSTILE, seen

from builders import finding, passage, report, rule
from crp_commission import isolation
from crp_commission.errors import UsageError
from crp_commission.limits import Limits
from crp_commission.renderers import RenderOptions, formats, render
from crp_commission.renderers._template_check import check_template
from crp_commission.resources import shipped
from sample import sample_report


@pytest.fixture
def draw(tmp_path):
    """Draw the sample with templates given as text by file name; the first one is the format asked for."""

    def drawn(**templates: str) -> str | bytes:
        for file, text in templates.items():
            (tmp_path / re.sub("(?<=.)_", ".", file)).write_text(text, encoding="utf-8")
        name = next(iter(templates)).partition("_")[0]
        return render(sample_report(), name, RenderOptions(templates=tmp_path))

    return drawn


def test_a_template_in_a_persons_folder_is_a_format(draw, tmp_path):
    assert draw(letter_txt_j2="{{ report.score.low }} {{ titles[report.weakest] }}\n") == "22.3 Dignity\n"
    assert formats(tmp_path)["letter"] == ".txt"


def test_a_template_may_include_its_neighbours_and_extend_the_shipped_ones(draw):
    assert draw(letter_txt_j2='{% include "foot.txt.j2" %}', foot_txt_j2="Yours") == "Yours"
    assert "Children's rights" in str(draw(memo_md_j2='{% include "markdown.md.j2" %}'))


def test_values_are_made_safe_for_the_format_of_the_template(draw):
    assert draw(page_html_j2="{{ '<b>' }}") == "&lt;b&gt;"
    assert draw(page_md_j2="{{ '<b>*' }}") == "&lt;b&gt;\\*"
    assert draw(page_txt_j2="{{ '\\x1b[1m' }}{{ none }}") == "␛[1m"


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("a\nb\n{{ report.scroe }}", "scroe", 3),
        ("a\n{% for x in %}", "letter.txt.j2", 2),
        ("{{ ''.__class__.__mro__ }}", "a template may not reach", 1),
        ("{{ cycler.__init__.__globals__.os.popen('id') }}", "a template may not reach", 1),
        ("\n{{ 1 / 0 }}", "division", 2),
        ('{% include "../../secret.txt" %}', "secret", 1),
        ("{{ report.weakest|nonsense }}", "nonsense", 1),
    ],
)
def test_a_wrong_template_is_named_with_its_line(draw, text, said, line):
    with pytest.raises(UsageError) as refused:
        draw(letter_txt_j2=text)
    assert said in refused.value.message
    assert "letter.txt.j2" in refused.value.message
    assert (refused.value.file, refused.value.line) == ("letter.txt.j2", line)


def test_a_template_that_writes_without_end_is_stopped(draw):
    with pytest.raises(UsageError, match="more than 10,000,000 characters"):
        draw(
            letter_txt_j2="{% for a in range(9999) %}{% for b in range(9999) %}{{ 'x' * 999 }}{% endfor %}{% endfor %}"
        )


def test_a_template_cannot_take_the_name_of_a_built_in_format(draw, tmp_path):
    (tmp_path / "json.json.j2").write_text("{}")
    with pytest.raises(UsageError, match="called json"):
        formats(tmp_path)


def test_a_folder_that_does_not_exist_is_said(tmp_path):
    with pytest.raises(UsageError, match="does not exist"):
        formats(tmp_path / "nowhere")


def test_other_files_in_the_folder_are_no_formats(tmp_path):
    for name in ("_part.txt.j2", "notes.txt", "bare.j2", ".hidden.j2"):
        (tmp_path / name).write_text("x")
    assert formats(tmp_path) == formats()


def test_the_last_ending_decides_how_values_are_made_safe(draw):
    assert draw(ours_council_html_j2="{{ '<b>' }}") == "&lt;b&gt;"
    assert draw(loud_HTML_j2="{{ '<b>' }}") == "&lt;b&gt;"
    assert draw(old_htm_j2="{{ '<b>' }}") == "&lt;b&gt;"
    assert draw(sign_svg_j2="<text>{{ '<b>' }}</text>") == "<text>&lt;b&gt;</text>"
    assert draw(sheet_csv_j2="{{ '=1+1' }},{{ 'a \"b\", c' }},{{ 3 }}\n") == '\'=1+1,"a ""b"", c",3\n'


@pytest.mark.parametrize(
    "text",
    [
        "{% autoescape false %}{{ report.title }}{% endautoescape %}",
        "{{ report.title|fenced }}",
        "{% set x %}{{ report.title }}{% endset %}{{ x }}",
        "{% macro m(t) %}{{ t }}{% endmacro %}{{ m(report.title) }}",
        "{{ report.title ~ report.title }}",
        "{{ [report.title]|join }}",
        "{{ '%s'|format(report.title) }}",
        "{{ report.title|string }}",
        "{% autoescape false %}{{ report.title|fenced }}{% endautoescape %}",
    ],
)
def test_no_way_of_showing_a_text_makes_it_markup(tmp_path, text):
    (tmp_path / "page.html.j2").write_text(text)
    title = "<script>alert(1)</script>{{ 7*7 }}{% include 'x' %}"
    drawn = str(render(replace(sample_report(), title=title), "page", RenderOptions(templates=tmp_path)))
    assert "<script" not in drawn
    assert "{{ 7*7 }}" in drawn
    assert "49" not in drawn


@pytest.mark.parametrize("text", ["{{ report.title|safe }}", "{{ report.title|safe|upper }}"])
def test_nothing_can_be_declared_safe(draw, text):
    with pytest.raises(UsageError, match="safe"):
        draw(page_html_j2=text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{% include "nope.j2" %}', "it includes “nope.j2”, and no template of that name is in its folder."),
        ('{% include "letter.txt.j2" %}', "it includes or calls itself without end, or is nested too deeply."),
        ("{{ 10 ** 5000 }}", "a number in it has more than 4300 digits."),
        ("{% for a in range(999999) %}{% endfor %}", "a range in it is longer than 100000."),
        ("{{ report.__class__ }}", "a template may not reach “__class__”: it shows what is in the result."),
        ("{% do 1 %}", "there is no tag “do”."),
        ("{{ 1|nofilter }}", "there is no filter “nofilter”."),
        ("{% if 1 %}", "what “if” begins is never closed."),
        ("{{ 1", "it ends in the middle of a statement."),
        ("{{ 1 // 0 }}", "it has a division by nought."),
    ],
)
def test_what_is_wrong_with_a_template_is_said_in_plain_words_and_where_it_lies(draw, tmp_path, text, said):
    with pytest.raises(UsageError) as refused:
        draw(letter_txt_j2=text)
    assert refused.value.message.endswith(f": {said}")
    assert f"--check-template {tmp_path / 'letter.txt.j2'}'" in refused.value.hint


def test_a_template_that_is_a_link_out_of_its_folder_is_refused(tmp_path):
    folder = tmp_path / "ours"
    folder.mkdir()
    (tmp_path / "secret").write_text("a secret")
    (folder / "letter.txt.j2").symlink_to(tmp_path / "secret")
    options = RenderOptions(templates=folder)
    with pytest.raises(UsageError, match="is a link to a file outside its folder"):
        render(sample_report(), "letter", options)
    (folder / "letter.txt.j2").unlink()
    (folder / "foot.txt.j2").write_text("Yours")
    (folder / "letter.txt.j2").symlink_to("foot.txt.j2")
    assert render(sample_report(), "letter", options) == "Yours"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ 9 ** (9 ** 9) }}", "took longer than 1 s"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "took longer than 1 s"),
        ("{{ ('x' * 4000000000)|length }}", "more memory"),
        ("{{ '(' * 2 }}{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}", "cannot be drawn"),
    ],
)
def test_a_template_that_takes_too_much_is_stopped_and_named(tmp_path, text, said):
    (tmp_path / "letter.txt.j2").write_text(text)
    options = RenderOptions(templates=tmp_path, limits=Limits(template_seconds=1, memory_bytes=300_000_000))
    with pytest.raises(UsageError) as refused:
        render(sample_report(), "letter", options)
    assert said in refused.value.message
    assert refused.value.message.startswith("The template letter.txt.j2 ")
    assert refused.value.hint


@pytest.mark.parametrize("fork", [True, False])
def test_each_kind_of_worker_draws_the_same_and_tells_a_fault_the_same(monkeypatch, tmp_path, fork):
    monkeypatch.setattr(isolation, "_can_fork", lambda: fork)
    options = RenderOptions(templates=tmp_path, limits=Limits(template_seconds=60))
    (tmp_path / "letter.txt.j2").write_text("{{ report.title }} – {{ rows|length }}")
    assert render(sample_report(), "letter", options) == "The pack – 7"
    (tmp_path / "letter.txt.j2").write_text("\n{{ report.titel }}")
    with pytest.raises(UsageError, match="at line 2: there is no “titel” here") as refused:
        render(sample_report(), "letter", options)
    assert (refused.value.file, refused.value.line) == ("letter.txt.j2", 2)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xff\xfe", "is not text in UTF-8"), (b"x" * 1_000_001, "is larger than 1,000,000 bytes")],
)
def test_a_file_that_is_no_template_is_told(tmp_path, data, said):
    (tmp_path / "letter.txt.j2").write_bytes(data)
    with pytest.raises(UsageError, match=said):
        render(sample_report(), "letter", RenderOptions(templates=tmp_path))


def test_a_field_that_does_not_exist_is_told_with_the_near_one(draw):
    for text, near in (("{{ report.scroe }}", "score"), ("{{ reprot.title }}", "report")):
        with pytest.raises(UsageError) as refused:
            draw(letter_txt_j2=text)
        assert f"“{near}” is near it" in refused.value.message
        assert "at line 1" in refused.value.message


def test_a_fault_in_an_included_template_is_told_there(draw):
    with pytest.raises(UsageError) as refused:
        draw(letter_txt_j2='{% include "_foot.txt.j2" %}', _foot_txt_j2="\n\n{{ nothing }}")
    assert (refused.value.file, refused.value.line) == ("_foot.txt.j2", 3)


def checked(tmp_path, text, **others):
    for name, content in others.items():
        (tmp_path / name.replace("_j2", ".j2").replace("_txt", ".txt")).write_text(content)
    (tmp_path / "letter.txt.j2").write_text(text)
    return check_template(str(tmp_path / "letter.txt.j2"), sample_report(), Limits())


MISSING = [
    ("{{ report.titel }}", "report.titel; did you mean report.title?"),
    ("{{ reprot.title }}", "there is no reprot; did you mean report?"),
    (
        "{% for c in report.criteria %}{{ c.statu }}{% endfor %}",
        "report.criteria[].statu; did you mean report.criteria[].status?",
    ),
    ("{% for s in stages %}{% for g in s.groups %}{{ g.name }}{% endfor %}{% endfor %}", "stages[].groups[].name"),
    ("{{ report.criteria|map(attribute='idd')|join }}", "report.criteria[].idd; did you mean report.criteria[].id?"),
    ("{{ (report.criteria|first).advice.wordin }}", "advice.wordin; did you mean"),
    ("{{ report['titel'] }}", "report.titel"),
    ("{{ report.score.counts.mett }}", "report.score.counts.mett; did you mean report.score.counts.met?"),
    ("{% for k, v in report.score.counts.items() %}{{ v.x }}{% endfor %}", "there is no x"),
    ("{% set s = report.score %}{{ s.lo }}", "report.score.lo; did you mean report.score.low?"),
    ("{% with p = report.principles[0] %}{{ p.titel }}{% endwith %}", "report.principles[].titel"),
    ("{% if false %}{{ report.titel }}{% endif %}", "report.titel"),
    ("{{ report.fixes.critrion }}", "report.fixes.critrion"),
    ("{{ report.title.x }}", "report.title.x"),
]


@pytest.mark.parametrize(("text", "said"), MISSING)
def test_checking_a_template_names_what_does_not_exist(tmp_path, text, said):
    found = checked(tmp_path, f"first line\n{text}")
    assert not found.is_good
    (fault,) = [line for line in found.lines if "there is no" in line and line.startswith("  letter.txt.j2:")]
    assert fault.startswith("  letter.txt.j2:2: there is no ")
    assert said in fault


@pytest.mark.parametrize(
    "text",
    [
        "{{ report.later|default('x') }}{% if report.later is defined %}{% endif %}",
        "{% macro m(a) %}{{ a.title }}{% endmacro %}{{ m(report) }}",
        "{% for c in report.criteria|selectattr('status', 'equalto', 'gap')|sort(attribute='id') %}{{ loop.index }}"
        "{{ c.evidence|length }}{{ c.title.upper() }}{% endfor %}",
        "{% for key, group in report.criteria|groupby('stage') %}{{ titles[key] }}{{ group|length }}{% endfor %}",
        "{% set x = [1, 2] %}{{ x[0] + report.open_criteria }}{{ report.score.counts['met'] }}",
        "{% for row in rows %}{% for cell in row.cells %}{{ cell.counts|cell_sign }}{% endfor %}{% endfor %}",
        "{{ what_would_change.band.additions[0].wording }}",
    ],
)
def test_a_template_that_is_right_is_found_so(tmp_path, text):
    found = checked(tmp_path, text)
    assert found.is_good, found.lines
    assert found.lines[-1].startswith("It draws this result: ")


def test_checking_says_what_is_used_here_and_in_included_files(tmp_path):
    found = checked(
        tmp_path, "{{ report.title }}{% include '_foot.txt.j2' %}", _foot_txt_j2="{{ report.score.low }}\n{{ nowhere }}"
    )
    assert found.lines[1:5] == (
        "It uses, of report model 1:",
        "  report.score.low",
        "  report.title",
        "It also draws: _foot.txt.j2",
    )
    assert "  _foot.txt.j2:2: there is no nowhere" in found.lines
    assert found.lines[-2] == "It does not draw this result:"


def test_the_shipped_template_uses_nothing_that_does_not_exist(tmp_path):
    path = str(shipped("templates") / "reports" / "markdown.md.j2")
    assert check_template(path, sample_report(), Limits()).is_good


def test_a_template_too_deep_to_walk_is_told(tmp_path):
    with pytest.raises(UsageError, match="nested too deeply"):
        checked(tmp_path, "{{ " + " + ".join(["1"] * 20_000) + " }}")


@pytest.mark.parametrize("name", ["letter.txt", "letter.j2", "nowhere.txt.j2", ".j2"])
def test_what_is_no_template_cannot_be_checked(tmp_path, name):
    (tmp_path / "letter.txt").write_text("x")
    (tmp_path / "letter.j2").write_text("x")
    with pytest.raises(UsageError, match=re.escape(name)):
        check_template(str(tmp_path / name), sample_report(), Limits())


EXAMPLE = Path(__file__).parents[2] / "examples" / "templates"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_the_example_of_a_consultants_template_shows_hostile_text_as_it_is(hostile):
    criterion = rule("DO-PAR-1", title=hostile, wording=hostile)
    found = finding(criterion, "partial", passage(hostile, "intended", section=hostile), missing=[hostile], why=hostile)
    text = str(render(report(found), "consultant", RenderOptions(templates=EXAMPLE)))
    page = Page()
    page.feed(text)
    page.close()
    assert page.tags <= {
        "html", "head", "meta", "title", "style", "body", "header", "svg", "circle", "path", "div", "h1", "h2", "h3",
        "p", "main", "span", "table", "thead", "tbody", "tr", "th", "td", "ol", "li", "ul", "br", "strong",
    }  # fmt: skip
    assert not {name for name in page.attributes if name.startswith("on")}
    assert "49" not in text.replace("4 9", "").replace("#1f4d4a", "")
    if hostile.isprintable():
        assert seen("".join(page.text)).count(seen(hostile)) >= 4


def test_the_example_of_a_consultants_template_says_all_that_a_report_must_say(golden):
    text = str(render(sample_report(), "consultant", RenderOptions(templates=EXAMPLE)))
    golden("reports/consultant.html", text)
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in text
    for said in ("scores the words of a document, not the service", "Not legal advice", "Not an impact assessment"):
        assert said in text
    for said in ("scan.pdf", "1.2.3", "profile standard", "core 1.0", "c" * 64, "5" * 64):
        assert said in text
    assert check_template(str(EXAMPLE / "consultant.html.j2"), sample_report(), Limits()).is_good


def test_the_example_draws_an_empty_report():
    assert "</html>" in str(render(report(), "consultant", RenderOptions(templates=EXAMPLE)))


class Page(HTMLParser):
    """What a browser makes of a page: its tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text.append(data)
