from __future__ import annotations

import dataclasses
import re
from base64 import b64encode
from fractions import Fraction
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from builders import finding, passage, report, rule
from crp_commission.document import Note
from crp_commission.renderers import render
from crp_commission.report import Report
from crp_commission.rules import Advice
from sample import sample_report

EMPTY = {"meta", "rect", "use", "path", "circle", "input", "br"}


class Page(HTMLParser):
    """The tags of a page with their attributes, the text between them, and every ``id``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inside: list[str] = []
        self.text, self.raw = "", {"style": "", "script": ""}
        self.feed(html)
        self.close()
        assert not self.inside

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] in self.raw:
            self.raw[self.inside[-1]] += data
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def test_the_page_says_what_would_change_the_answer_and_leads_to_it() -> None:
    text = " ".join(page(sample_report()).text.split())
    assert re.search(r"The band: RED → AMBER|The band: nothing here lifts it from", text)
    assert "the weakest principle: " in text and "#what-if" in page(sample_report()).values("href")
    met = page(report(finding(rule("DO-PAR-1"), "met", passage("a", "measured"))))
    assert "Nothing: no criterion that is not met would lift" in " ".join(met.text.split())


def test_the_page_says_who_decides_with_a_fix_and_with_its_criterion() -> None:
    advice = Advice(wording="The Provider shall ask.", who_decides="The lead member.")
    assert page(report(finding(rule("DO-PAR-1", advice=advice), "gap"))).text.count("The lead member.") == 2


def page(report: Report) -> Page:
    return Page(str(render(report, "html")))


def seen(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_policy_allows_the_one_style_and_the_one_script_and_nothing_else():
    drawn = page(sample_report())
    (policy,) = [values["content"] for _, values in drawn.tags if "http-equiv" in values]
    hashes = {tag: f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for tag, text in drawn.raw.items()}
    assert policy == (
        f"default-src 'none'; style-src {hashes['style']}; script-src {hashes['script']}; "
        "base-uri 'none'; form-action 'none'"
    )
    assert [tag for tag, _ in drawn.tags if tag in drawn.raw] == ["style", "script"]
    assert not [name for _, values in drawn.tags for name in values if name == "style" or name.startswith("on")]


def test_nothing_is_fetched_and_every_link_leads_to_something_on_the_page():
    html = str(render(sample_report(), "html"))
    drawn = Page(html)
    names = drawn.values("id")
    assert len(names) == len(set(names))
    assert {link.removeprefix("#") for link in drawn.values("href")} <= set(names)
    assert not drawn.values("src")
    assert not re.search(r"url\((?!#)|@import|://", html.replace("http-equiv", ""))
    for name in ("aria-labelledby", "for", "data-copy"):
        assert {one for value in drawn.values(name) for one in value.split()} <= set(names)


HOSTILE = [
    "<img src=x onerror=alert(1)> &lt;b&gt; & &#60; <!-- x --> </pre></style></script></title>",
    "\" onclick=alert(1) x='y' `z` </details>",
    "**bold** [a](javascript:x) # heading | cell",
    "{{ 7*7 }} {% raw %} {# no #} ${x} <% y %>",
    "=HYPERLINK(1) @SUM(1) +1 -1",
]


@pytest.mark.parametrize("hostile", [*HOSTILE, "\x1b[31mred\x1b]0;t\x07 \x9b2J \x00 \r \u202eabc\u2069 \u2028 \ud800"])
def test_text_full_of_markup_appears_literally_and_changes_nothing_of_the_page(hostile):
    def filled(text: str) -> Report:
        found = finding(
            rule("DO-PAR-1", title=text, question=text, wording=text),
            "partial",
            passage(text, "intended", section=text, lead=text, header=text, because=text),
            missing=[text],
            why=text,
        )
        made = report(found, waivers={"DO-PAR-1": text}, notes=(Note("spec.docx", text, text, 0.1),))
        return dataclasses.replace(made, title=text, files=(dataclasses.replace(made.files[0], path=text),))

    html = str(render(filled(hostile), "html"))
    drawn, harmless = Page(html), page(filled("words"))
    html.encode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", html)
    assert [(tag, list(values)) for tag, values in drawn.tags] == [(tag, list(values)) for tag, values in harmless.tags]
    assert seen(drawn.text).count(seen(hostile if hostile in HOSTILE else "␛[31mred␛]0;t␇")) >= 10


def test_the_lines_of_a_wording_are_kept():
    criterion = rule("DO-PAR-1", wording="The Provider shall:\n  (a) ask;\n  (b) answer.\n")
    html = str(render(report(finding(criterion, "gap")), "html"))
    assert html.count(">The Provider shall:\n  (a) ask;\n  (b) answer.</pre>") == 2


def test_the_points_of_cells_rows_criteria_and_the_whole_add_up():
    thirds = [
        finding(rule(f"DO-PAR-{n}", weight=Fraction(n, 3)), "met" if n % 2 else "needs-review") for n in range(1, 8)
    ]
    html = str(render(report(*thirds, finding(rule("ANA-DIG-1"), "gap"), finding(rule("PLN-TRA-1"), "met")), "html"))

    def total(pattern: str) -> tuple[int, list[Fraction]]:
        figures = [[sum(map(Fraction, text.split())) for text in found] for found in re.findall(pattern, html)]
        return len(figures), [sum(column, Fraction(0)) for column in zip(*figures, strict=True)]

    points = r"([\d ./]+)(?: to [\d ./]+)? of ([\d ./]+) points"
    cells = total(rf'met</span> <span class="small">{points}</span></a>')
    rows = total(rf"</strong> <span class=\"small\">{points}</span> <span class=\"small\">\d+ of")
    criteria = total(rf"</span> <span>{points}</span></span></summary>")
    listed = total(
        r'</a> [a-z ]+</th><td class="num">([\d ./]+)</td><td class="num">[\d ./]+</td><td class="num">([\d ./]+)</td>'
    )
    whole = total(r"</strong> <span>([\d ./]+) to [\d ./]+ of <a href=\"#points\">([\d ./]+) points</a>")
    assert (cells[0], rows[0], criteria[0], listed[0], whole[0]) == (3, 3, 9, 9, 1)
    assert cells[1] == rows[1] == criteria[1] == listed[1] == whole[1]


def test_every_cell_leads_to_as_many_criteria_as_it_counts():
    made = sample_report()
    drawn = page(made)
    for cell in made.grid:
        name = f"#g-{cell.stage}-{cell.principle}"
        behind = [c for c in made.criteria if (c.stage, c.principle) == (cell.stage, cell.principle)]
        assert drawn.values("href").count(name) == bool(behind)
    assert len(drawn.values("data-severity")) == len(made.criteria)


def test_all_that_is_known_of_a_criterion_is_there():
    text = page(sample_report()).text
    for criterion in sample_report().criteria:
        assert criterion.id in text
        assert criterion.why in text
        assert criterion.advice.why_it_matters in text
        if criterion.status != "not-applicable":
            assert criterion.advice.wording in text
            assert all(one.quote in text and one.because in text and one.place in text for one in criterion.evidence)
            assert all(part.asks in text for part in criterion.parts)
            assert all(one in text for one in criterion.missing)


def test_the_page_says_what_it_is_made_from_and_what_it_is_not():
    made = sample_report()
    text = page(made).text
    for said in (*made.limits, *(file.sha256 for file in made.files), *(note.text for note in made.notes)):
        assert said in text
    assert f"{made.tool.name} {made.tool.version}, profile {made.profile}" in text
    assert f"({made.rulesets[0].id} {made.rulesets[0].version})" in text
    assert "On 3 of 4 files only." in text
    assert "complian" not in text.replace("Restraint may be used to secure compliance.", "").casefold()


def test_law_and_suggestions_are_shown_where_a_result_has_them():
    assert "Law to look at" not in page(sample_report()).text
    report_with_law = sample_report(law=True)
    assert report_with_law.law
    assert report_with_law.suggestions
    text = page(report_with_law).text
    for one in report_with_law.law:
        assert one.quote in text
        assert one.says in text
    for more in report_with_law.suggestions:
        assert f"--ruleset {more.ruleset}" in text
