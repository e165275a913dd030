"""The pages of an article and of a general comment, with the criteria that rest on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ...convention import Convention
    from ...rules import Rule, Ruleset


class Asked(NamedTuple):
    """What is looked at: an article or a general comment (``kind``), by the number as it was typed."""

    kind: str
    number: str


class Page(NamedTuple):
    """A page in lines to read and as data."""

    lines: tuple[str, ...]
    data: dict[str, Any]


def asked(text: str) -> Asked | None:
    """The article or general comment that somebody asks for, None where the text means something else."""
    import re

    found = re.fullmatch(r"(?:uncrc +)?(?:(articles?|art\.?)|gc|general +comment(?: +no\.?)?)(?: +(.*))?", text, re.I)
    return found and Asked("article" if found[1] else "general comment", found[2] or "")


def page(wanted: Asked, rulesets: Sequence[Ruleset]) -> Page:
    """The page of an article or a general comment. Raises UsageError where there is none of that number."""
    from ...convention import PARTS
    from ...errors import UsageError
    from ...library import convention

    known = convention()
    number = int(wanted.number) if wanted.number.isdecimal() and len(wanted.number) < 4 else 0
    if wanted.kind == "article":
        if known.article(number) is None:
            what = _not_there("article", wanted.number, "The Convention has no article")
            raise UsageError(what, hint=f"{', '.join(said for _, said in PARTS)}.")
        return _article(known, number, rulesets)
    if known.comment(number) is None:
        what = _not_there("gc", wanted.number, "There is no general comment")
        last = known.comments[-1]
        raise UsageError(what, hint=f"General comments 1 to {last.number} are known here, the last one of {last.year}.")
    return _comment(known, number, rulesets)


def articles_of(numbers: Iterable[int]) -> Iterator[str]:
    """Articles with their titles, each as "12 Being heard"."""
    from ...library import convention

    known = {article.number: article.title for article in convention().articles}
    return (f"{number} {known[number]}" for number in numbers)


def _not_there(word: str, number: str, what: str) -> str:
    if not number:
        return f"Which one? Write its number, as in 'crp-commission rules show {word} 12'."
    return f"{what} {number}." if number.isdecimal() else f"“{number}” is no number: write one, as in '{word} 12'."


def _article(known: Convention, number: int, rulesets: Sequence[Ruleset]) -> Page:
    article = known.article(number)
    assert article is not None
    comments, protocols = known.comments_on(number), known.protocols_on(number)
    found = _criteria(rulesets, lambda rule: number in rule.articles)
    lines = [f"UNCRC article {number}: {article.title}", f"\n{article.paraphrase}"]
    if article.is_general_principle:
        lines.append("\nIt is one of the four articles that the Committee treats as general principles.")
    lines += _principles(article.principles, rulesets)
    if comments:
        lines.append("\nGeneral comments that are mainly about it")
        lines += [f"  {entry.number:>2} ({entry.year})  {entry.title}. {entry.paraphrase}" for entry in comments]
    if protocols:
        lines.append("\nOptional protocols about it")
        for entry in protocols:
            party = "" if entry.uk_is_party else " The UK has not joined it."
            lines.append(f"  {entry.code} ({entry.year})  {entry.title}. {entry.paraphrase}{party}")
    lines += _criterion_lines(found, "rest on it", rulesets)
    data = {"article": article, "general_comments": comments, "protocols": protocols, "criteria": _rows(found)}
    return Page(tuple(lines), data)


def _comment(known: Convention, number: int, rulesets: Sequence[Ruleset]) -> Page:
    from ...convention import citations

    comment = known.comment(number)
    assert comment is not None
    found = _criteria(rulesets, lambda rule: any(cited.number == number for cited in citations(rule.sources)))
    lines = [f"General comment {number} ({comment.year}): {comment.title}", f"\n{comment.paraphrase}"]
    if comment.replaced_by:
        lines.append(f"\nGeneral comment {comment.replaced_by} has taken its place.")
    lines.append("\nIt is mainly about")
    lines += [f"  article {named}" for named in articles_of(comment.articles)]
    lines += _principles(comment.principles, rulesets)
    lines += _criterion_lines(found, "name it in their sources", rulesets)
    return Page(tuple(lines), {"general_comment": comment, "criteria": _rows(found)})


def _principles(ids: Sequence[str], rulesets: Sequence[Ruleset]) -> list[str]:
    titles = {principle.id: principle.title for ruleset in rulesets for principle in ruleset.principles}
    return [f"\nPrinciples: {'; '.join(titles.get(name, name) for name in ids)}"] if ids else []


_Found = Sequence[tuple["Ruleset", Sequence["Rule"]]]


def _criteria(rulesets: Sequence[Ruleset], rests: Callable[[Rule], bool]) -> _Found:
    found = ((ruleset, tuple(rule for rule in ruleset.rules if rests(rule))) for ruleset in rulesets)
    return tuple((ruleset, rules) for ruleset, rules in found if rules)


def _criterion_lines(found: _Found, how: str, rulesets: Sequence[Ruleset]) -> Iterator[str]:
    if not found:
        yield f"\nNo criteria {how} in {', '.join(ruleset.id for ruleset in rulesets)}."
        return
    total = sum(len(rules) for _, rules in found)
    yield f"\nCriteria that {how}: {total}"
    width = max(len(rule.id) for _, rules in found for rule in rules)
    for ruleset, rules in found:
        yield f"\n{ruleset.id}: {ruleset.title} ({len(rules)} of {len(ruleset.rules)})"
        for rule in rules:
            yield f"  {rule.id:{width}}  {rule.severity:8}  {rule.stage:7}  {rule.title}"


def _rows(found: _Found) -> list[dict[str, Any]]:
    return [
        {"ruleset": ruleset.id, "id": rule.id, "severity": rule.severity, "stage": rule.stage, "title": rule.title,
         "articles": rule.articles, "sources": rule.sources}
        for ruleset, rules in found
        for rule in rules
    ]  # fmt: skip
