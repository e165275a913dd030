from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from builders import finding, passage, report, rule
from crp_commission.errors import UsageError
from crp_commission.renderers import RenderOptions, formats, render
from sample import sample_report

DRAWN = ["terminal", "markdown"]


def text_of(markdown: str) -> str:
    """What a reader of the rendered Markdown sees, and nothing that is markup."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").parse(markdown)
    shown = []
    for token in tokens:
        assert token.type != "html_block", token.content
        if token.type == "fence":
            shown.append(token.content)
        for child in token.children or ():
            assert child.type not in ("html_inline", "link_open", "image", "em_open", "s_open", "code_inline"), child
            shown.append("" if child.type in ("strong_open", "strong_close") else child.content)
    return "\n".join(shown)


@pytest.mark.parametrize(
    ("file", "options"),
    [
        ("terminal.txt", RenderOptions(arguments=("spec.docx",))),
        ("terminal-60.txt", RenderOptions(width=60)),
        ("terminal-80.txt", RenderOptions(width=80, arguments=("tender pack",))),
        ("terminal-color.txt", RenderOptions(color=True)),
        ("terminal-verbose.txt", RenderOptions(verbose=True)),
        ("markdown.md", RenderOptions()),
        ("json.json", RenderOptions()),
    ],
)
def test_golden(golden, file, options):
    name = file.partition(".")[0].partition("-")[0]
    golden(f"reports/{file}", render(sample_report(), name, options))


@pytest.mark.parametrize(
    ("file", "options"),
    [
        ("terminal-law.txt", RenderOptions(arguments=("spec.docx",))),
        ("terminal-law-verbose.txt", RenderOptions(verbose=True)),
        ("markdown-law.md", RenderOptions()),
        ("json-law.json", RenderOptions()),
    ],
)
def test_golden_with_findings_on_law_and_overlays_to_add(golden, file, options):
    golden(f"reports/{file}", render(sample_report(law=True), file.partition("-")[0], options))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_on_law_is_wider_than_the_terminal(width):
    text = str(render(sample_report(law=True), "terminal", RenderOptions(width=width, verbose=True)))
    assert all(len(line) <= width for line in text.splitlines())


def test_the_first_screen_shows_three_findings_on_law_and_says_how_many_more():
    text = str(render(sample_report(law=True), "terminal"))
    assert text.count("Instead: ") == 3
    assert "and 1 more" in text
    assert str(render(sample_report(law=True), "markdown")).count("- Instead: ") == 4


def test_a_pack_with_nothing_to_say_on_law_says_nothing_on_law():
    for name in DRAWN:
        text = str(render(sample_report(), name))
        assert "Law to look at" not in text
        assert "--ruleset" not in text


def test_formats_are_the_modules_and_the_templates():
    found = formats()
    assert found.items() >= {"json": ".json", "markdown": ".md", "terminal": ".txt"}.items()
    assert list(found) == sorted(found)


def test_an_unknown_format_is_refused_with_the_near_one():
    with pytest.raises(UsageError) as refused:
        render(sample_report(), "markdwon")
    assert "markdown" in refused.value.hint


def test_every_format_draws_an_empty_report():
    for name in formats():
        assert render(report(), name)


def test_every_format_is_the_same_twice():
    for name in formats():
        assert render(sample_report(), name) == render(sample_report(), name)


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("verbose", [False, True])
def test_every_report_says_what_it_is_not_and_never_that_all_is_well(name, verbose):
    text = " ".join(str(render(sample_report(), name, RenderOptions(verbose=verbose))).split())
    assert "scores the words of a document, not the service" in text
    assert "Not legal advice" in text
    assert "Not an impact assessment" in text
    assert "complian" not in text.replace("Restraint may be used to secure compliance.", "").casefold()


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100, 120])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_terminal(width, verbose):
    text = render(sample_report(), "terminal", RenderOptions(width=width, verbose=verbose))
    assert all(len(line) <= width for line in str(text).splitlines())


def test_the_first_screen_is_one_screen():
    assert len(str(render(sample_report(), "terminal", RenderOptions(width=100))).splitlines()) <= 46


def test_colour_adds_nothing_but_colour():
    plain = str(render(sample_report(), "terminal", RenderOptions()))
    colored = str(render(sample_report(), "terminal", RenderOptions(color=True)))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


@pytest.mark.parametrize("name", DRAWN)
def test_the_printed_points_add_up_to_the_printed_score(name):
    thirds = [
        finding(rule(f"DO-PAR-{n}", weight=Fraction(n, 3)), "met" if n % 2 else "needs-review") for n in range(1, 8)
    ]
    text = str(render(report(*thirds, finding(rule("DO-DIG-1"), "gap")), name, RenderOptions(verbose=True)))
    cells = [re.split(r"\s*\|\s*|\s{2,}", line.strip("| ")) for line in text.splitlines()]
    rows = [row for row in cells if len(row) >= 4 and re.match(r"DO-[A-Z]+-\d", row[0])]
    (total,) = [[cell.strip("*") for cell in row] for row in cells if row[0].strip("*") == "Sum"]
    assert len(rows) == 8
    for column in (-1, -2, -3):
        number = sum((sum(map(Fraction, row[column].split())) for row in rows), Fraction(0))
        assert number == sum(map(Fraction, total[column].split()))


HOSTILE = [
    "<img src=x onerror=alert(1)> &lt;b&gt; & &#60; <!-- x -->",
    "**bold** _em_ ~~gone~~ `code` ``` # heading | cell | $x$ [a](javascript:x) ![b](c) [d][e] <http://a.example>",
    "{{ 7*7 }} {% raw %} {# no #} ${x} <% y %>",
    "\x1b[31mred\x1b]0;title\x07 \x9b2J \x00 \r \u202eabc\u2069 \u2028 \x85 \ud800",
    "1. one - two + three > four === five",
    "[bold red]markup[/] [link=file:///x]y[/link]",
    "www.a.example http://b.example",
    "\\ \\\\ \\* C:\\new",
]


def seen(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("\\u2028", ""))


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("name", DRAWN)
def test_text_full_of_markup_stands_as_it_is_and_steers_nothing(name, hostile):
    criterion = rule("DO-PAR-1", title=hostile, wording=hostile)
    found = finding(
        criterion,
        "partial",
        passage(hostile, "intended", section=hostile, lead=hostile, header=hostile, because=hostile),
        missing=[hostile],
        why=hostile,
    )
    text = str(render(report(found, waivers={"DO-PAR-1": hostile}), name, RenderOptions(verbose=True)))
    text.encode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
    shown = text_of(text) if name == "markdown" else text
    if hostile.isprintable():
        assert seen(shown).count(seen(hostile)) >= 5
    else:
        assert "␛[31mred" in seen(shown)
    assert "49" not in shown.replace("4 9", "")


@given(st.text(min_size=1, max_size=60))
def test_any_printable_evidence_is_shown_in_markdown_as_it_is(quote):
    quote = " ".join(part for part in quote.split() if part.isprintable())
    text = str(render(report(finding(rule("DO-PAR-1"), "met", passage(quote))), "markdown"))
    assert seen(f"“{quote}”") in seen(text_of(text))
