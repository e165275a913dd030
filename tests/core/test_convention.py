"""The Convention as data, and that every shipped criterion cites it as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from crp_commission.convention import Citation, Convention, citations, wrong_citations
from crp_commission.errors import RulesetError
from crp_commission.library import convention, find, shipped_names
from crp_commission.library.convention_file import read_convention
from crp_commission.resources import shipped
from crp_commission.rules import Rule

TEXT = shipped("rulesets").joinpath("reference", "uncrc.yaml").read_text(encoding="utf-8")
# As the Committee's own list has them: the year in the title of each.
YEARS = [
    2001, 2002, 2003, 2003, 2003, 2005, 2005, 2006, 2006, 2007, 2009, 2009, 2011,
    2013, 2013, 2013, 2013, 2014, 2016, 2016, 2017, 2017, 2017, 2019, 2021, 2023,
]  # fmt: skip


def every_rule() -> Iterator[Rule]:
    for name in shipped_names():
        yield from find([name])[0].rules


def faults_of(known: Convention, rule: Rule) -> list[str]:
    """What a criterion says of the Convention that is not so."""
    missing = [f"no article {number}" for number in rule.articles if known.article(number) is None]
    return [*missing, *wrong_citations(known, rule.sources)]


def test_every_article_and_general_comment_is_there_once() -> None:
    known = convention()
    assert [article.number for article in known.articles] == list(range(1, 55))
    assert [(comment.number, comment.year) for comment in known.comments] == list(enumerate(YEARS, 1))
    assert [(protocol.code, protocol.year) for protocol in known.protocols] == [
        ("OPAC", 2000),
        ("OPSC", 2000),
        ("OPIC", 2011),
    ]
    assert [article.number for article in known.articles if article.is_general_principle] == [2, 3, 6, 12]


def test_titles_are_told_apart() -> None:
    known = convention()
    for things in (known.articles, known.comments, known.protocols):
        titles = [thing.title for thing in things]
        assert len(set(titles)) == len(titles)


def test_the_principles_are_those_of_core_and_agree_with_the_articles_it_gives_them() -> None:
    known = convention()
    (core,) = find(["core"])
    ids = {principle.id for principle in core.principles}
    assert ids >= {name for thing in (*known.articles, *known.comments) for name in thing.principles}
    for principle in core.principles:
        for number in principle.articles:
            article = known.article(number)
            assert article is not None
            assert principle.id in article.principles, (principle.id, number)


def test_what_carries_rights_serves_a_principle() -> None:
    assert [article.number for article in convention().articles if not article.principles] == list(range(46, 55))


def test_every_shipped_criterion_cites_the_convention_as_it_is() -> None:
    known = convention()
    rules = list(every_rule())
    assert sum(len(citations(rule.sources)) for rule in rules) > 150
    assert [(rule.id, faults_of(known, rule)) for rule in rules if faults_of(known, rule)] == []


def test_no_general_comment_in_a_source_is_overlooked() -> None:
    named = [source for rule in every_rule() for source in rule.sources if "GC" in source or "eneral comment" in source]
    assert [source for source in named if not citations([source])] == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"articles": (12, 55)}, "no article 55"),
        ({"sources": ("CRC GC12 (2008) para 134",)}, "is of 2009, not 2008"),
        ({"sources": ("UNCRC art 12", "CRC GC27 (2026)")}, "there is no general comment 27; they are numbered 1 to 26"),
        ({"sources": ("CRC GC14 paras 6, 97",)}, "without its year: write CRC GC14 (2013)"),
        ({"sources": ("CRC-CMW joint GC 22-23 (2018)",)}, "general comment 23 is of 2017, not 2018"),
    ],
)
def test_a_wrong_citation_is_found(change: dict[str, tuple[object, ...]], said: str) -> None:
    rule = next(every_rule())
    assert faults_of(convention(), rule) == []
    assert any(said in fault for fault in faults_of(convention(), replace(rule, **change)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "cited"),
    [
        ("CRC GC12 (2009) paras 9-13 and 132-134", [(12, 2009)]),
        ("CRC GC 5 (2003)", [(5, 2003)]),
        ("CRC general comment No. 16 (2013)", [(16, 2013)]),
        ("CRC-CMW joint GC 22-23 (2017)", [(22, 2017), (23, 2017)]),
        ("UNCRC arts 3, 12", []),
        ("CRC concluding observations on the UK 2016 para 19", []),
        ("CEDAW general recommendation 31", []),
        ("CRPD art 7", []),
    ],
)
def test_a_source_names_general_comments(source: str, cited: list[tuple[int, int]]) -> None:
    assert list(citations([source])) == [Citation(*one) for one in cited]


FAULTS = [
    ("- number: 12\n  title: Being", "- number: 11\n  title: Being", "article 11 is there 2 times"),
    ("- number: 12\n  title: Being", "- number: 55\n  title: Being", "these articles are missing: 12"),
    ("- number: 12\n  title: Being", "- number: 55\n  title: Being", "the Convention has no article 55"),
    ("title: Being heard", "title: ' '", "'title' is empty"),
    ("title: Being heard", "titel: Being heard", "title"),
    ("- number: 26\n  year: 2023", "- number: 25\n  year: 2023", "general comment 25 is there 2 times"),
    ("year: 2023", "year: 1923", "1923 cannot be right"),
    ("articles: [6, 24, 29]", "articles: [6, 124]", "the Convention has no article 124"),
    ("replaced_by: 24", "replaced_by: 99", "there is no general comment 99"),
    ("code: OPIC", "code: OPAC", "protocol OPAC is there 2 times"),
    ("uk_is_party: false", "uk_is_party: no", "true or false"),
]


@pytest.mark.parametrize(("old", "new", "said"), FAULTS, ids=[said for _, _, said in FAULTS])
def test_a_fault_in_the_file_is_told_with_its_line(old: str, new: str, said: str) -> None:
    assert TEXT.count(old) == 1
    with pytest.raises(RulesetError) as wrong:
        read_convention(TEXT.replace(old, new).encode(), "uncrc.yaml")
    lines = [line for line in wrong.value.message.splitlines() if said in line]
    assert lines
    assert all(line.startswith("uncrc.yaml:") and line.split(":")[1].isdecimal() for line in lines)


@pytest.mark.parametrize("text", ["", "- 1\n", "articles: []\n"])
def test_what_is_not_the_convention_is_refused(text: str) -> None:
    with pytest.raises(RulesetError, match=r"uncrc\.yaml"):
        read_convention(text.encode(), "uncrc.yaml")
