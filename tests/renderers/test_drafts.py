"""The briefing for members and the two drafts: short where they must be, honest about what is not known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_office_formats import hostile_report, report_with_law
from test_report_formats import HOSTILE, seen, text_of

from builders import finding, passage, report, rule, source
from crp_commission.library import find
from crp_commission.renderers import RenderOptions, render
from crp_commission.report import Report
from sample import sample_report

DRAFTS = ["briefing", "child-summary", "impact-assessment"]
TEMPLATES = Path(__file__).parents[2] / "templates" / "reports"


def drawn(name: str, shown: Report) -> str:
    text = render(shown, name, RenderOptions())
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("name", DRAFTS)
def test_golden(golden, name):
    golden(f"reports/{name}.md", drawn(name, sample_report()))


@pytest.mark.parametrize("name", DRAFTS)
def test_every_draft_says_what_it_is_not_and_what_made_it(name):
    text = drawn(name, sample_report())
    for words in (*sample_report().limits, "crp-commission 1.2.3", "2026-07-01", "standard"):
        assert words in text
    assert "complian" not in text.replace("Restraint may be used to secure compliance.", "").casefold()


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("name", DRAFTS)
def test_hostile_text_stands_as_it_is(name, hostile):
    text = drawn(name, hostile_report(hostile))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
    shown = seen(text_of(text))
    if hostile.isprintable():
        assert seen(" ".join(hostile.split()[: 8 if name == "briefing" else None])) in shown
    else:
        assert "␛[31mred" in shown
    assert "49" not in shown


def wordy_report() -> Report:
    """A pack in which every text that a briefing shows is as long as it can be, and longer."""
    many = " ".join(["word"] * 40)
    files = tuple(source(f"a b c d e {n}.docx", role=f"kind {n} of paper that is long") for n in range(9))
    found = [
        finding(rule(f"DO-{name}-1", "critical", title=many, question=many), "met", passage(many, section=many))
        for name in ("DIG", "BST", "NDI")
    ]
    found += [
        finding(rule(f"PLN-{name}-1", "critical", title=many), "needs-review", why=many) for name in ("PAR", "LSD")
    ]
    found += [
        finding(rule("PLN-TRA-1", "critical", title=many), "contradicted", passage(many, "contradicts", section=many))
    ]
    return report(*found, files=files, date="2026-07-01")


@pytest.mark.parametrize("shown", [sample_report(), wordy_report(), report_with_law(), report()])
def test_a_briefing_is_one_page_of_at_most_350_words(shown):
    assert 60 < len(drawn("briefing", shown).split()) <= 350


def test_a_briefing_names_three_strengths_of_different_principles_and_the_first_three_fixes():
    found = [
        finding(rule("DO-DIG-1", title="Respect one"), "met", passage("a")),
        finding(rule("DO-DIG-2", title="Respect two"), "met", passage("b")),
        finding(rule("DO-BST-1", title="Interests"), "met", passage("c")),
        finding(rule("DO-NDI-1", "minor", title="Fairness"), "met", passage("d")),
        *(finding(rule(f"PLN-PAR-{n}", title=f"Wanting {n}"), "gap") for n in range(1, 5)),
    ]
    text = drawn("briefing", report(*found))
    assert [one in text for one in ("Respect one", "Respect two", "Interests", "Fairness")] == [True, False, True, True]
    assert [f"Wanting {n}" in text for n in range(1, 5)] == [True, True, True, False]


def words_for_children() -> dict[str, str]:
    text = (TEMPLATES / "_child_words.md.j2").read_text(encoding="utf-8")
    return dict(re.findall(r'^  "([^"]+)": "(.+)",$', text, re.MULTILINE))


def test_every_criterion_of_core_has_words_for_children():
    core = {one.id for ruleset in find(["core"]) for one in ruleset.rules}
    ids = {name for name in words_for_children() if re.match(r"[A-Z]+-[A-Z]+-\d", name)}
    assert ids == core


JARGON = (
    "commission|provider|stakeholder|participat|criteri|indicator|specification|procure|tender|outcome|safeguard|"
    "advoca|framework|assessment|compl[iy]an|deliver|implement|appropriate|ensure|engage|monitor"
)


def _syllables(word: str) -> int:
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e\b|(?<=[^td])ed\b", "", word.lower()))))


def _grade(sentences: list[str]) -> float:
    """The grade of school by sentences and syllables (Flesch and Kincaid); 5 is about ten years of age."""
    words = [word for sentence in sentences for word in re.findall(r"[A-Za-z'’]+", sentence)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def test_the_words_for_children_are_short_and_plain():
    lines = list(words_for_children().values())
    assert all(len(line.split()) <= 18 for line in lines)
    assert not [line for line in lines if re.search(JARGON, line, re.IGNORECASE)]
    assert _grade(lines) < 5


def test_what_the_summary_itself_says_to_children_is_short_and_plain():
    text = drawn("child-summary", sample_report()).partition("## For the adult")[0]
    for_adults = re.compile(r" ?\[[^\]]*\]")
    paragraphs = [for_adults.sub("", line) for line in text.splitlines() if line and line[0] not in "#>["]
    sentences = [one for line in paragraphs for one in re.split(r"(?<=[.?!:]) ", line.removeprefix("- ")) if one]
    assert max(len(one.split()) for one in sentences) <= 20
    assert _grade(sentences) < 5
    assert not re.search(JARGON, " ".join(paragraphs), re.IGNORECASE)


def test_only_what_is_met_and_not_on_trial_is_told_to_children_as_a_promise():
    criteria = [
        finding(rule("DO-PAR-1"), "met", passage("a")),
        finding(rule("DO-PAR-2", experimental=True), "met", passage("b")),
        finding(rule("DO-TRA-1"), "partial", passage("c", "intended")),
        finding(rule("DO-TRA-3"), "contradicted", passage("d", "contradicts")),
        finding(rule("DO-INT-1"), "gap"),
        finding(rule("DO-INT-2"), "not-applicable"),
        finding(rule("PLN-BST-1"), "needs-review"),
    ]
    words = words_for_children()
    promised, _, rest = drawn("child-summary", report(*criteria)).partition("## What it does not say yet")
    missing = rest.partition("## What you can ask")[0]
    told = {one.rule.id: (words[one.rule.id] in promised, words[one.rule.id] in missing) for one in criteria}
    assert told == {
        "DO-PAR-1": (True, False),
        "DO-PAR-2": (False, False),
        "DO-TRA-1": (False, True),
        "DO-TRA-3": (False, True),
        "DO-INT-1": (False, True),
        "DO-INT-2": (False, False),
        "PLN-BST-1": (False, True),
    }


def test_a_criterion_without_words_for_children_is_a_blank_to_fill():
    shown = report(finding(rule("DO-PAR-99", title="A quiet room"), "met", passage("a")))
    assert "\\[put in words" not in drawn("child-summary", shown)
    assert "- [put in words for children: A quiet room]" in drawn("child-summary", shown)


def test_the_draft_for_an_impact_assessment_says_that_it_is_none_and_has_every_section():
    text = drawn("impact-assessment", sample_report())
    assert "**This is not an impact assessment.**" in text
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
        "1. The proposal",
        "2. Which children are affected",
        "3. The evidence",
        "4. What children say",
        "5. The impact, right by right",
        "6. Making it better",
        "7. The decision",
        "8. Publication",
        "9. Review",
        "What this draft rests on",
    ]


def test_evidence_is_filled_in_with_its_place_and_what_is_not_said_is_a_blank():
    found = [
        finding(rule("ANA-PAR-1", title="Views"), "met", passage("We asked 40 children.", section="5 Views")),
        finding(rule("ANA-NDI-1", title="Groups"), "gap", missing=("need by group",)),
    ]
    text = drawn("impact-assessment", report(*found))
    views = text.partition("## 4.")[2].partition("## 5.")[0]
    assert "“We asked 40 children.” (spec.docx, 5 Views, paragraph 1; promised and checkable)" in views
    affected = text.partition("## 2.")[2].partition("## 3.")[0]
    assert "[The papers do not say: need by group. Write it here, or say why not.]" in affected
    assert "Nothing was asked of the papers on this." in text.partition("## 7.")[2].partition("## 8.")[0]


def test_articles_are_named_by_their_titles():
    shown = report(finding(rule("DO-PAR-1", articles=(12, 31)), "gap"))
    assert "Articles of the UNCRC: 12 (Being heard); 31 (Rest" in drawn("impact-assessment", shown)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("briefing", ["Beside the score: 2 points of law to check; rulesets to add: scotland."]),
        ("child-summary", ["Beside the score, the full report names law to look at (2) and rulesets to add (1)."]),
        (
            "impact-assessment",
            [
                "“The Old Act 1900 applies.” The Old Act is of another nation. Instead: the New Act.",
                "“All rights are kept.” The Old Act is of another nation. Instead: the New Act.",
                "The papers also call for questions that were not asked: scotland (Scottish law is cited).",
            ],
        ),
    ],
)
def test_law_and_rulesets_to_add_are_named_where_there_are_any(name, lines):
    shown = drawn(name, report_with_law()).splitlines()
    for line in lines:
        assert [one for one in shown if one.endswith(line)], line
    assert not [one for one in drawn(name, sample_report()).splitlines() if any(one.endswith(line) for line in lines)]
