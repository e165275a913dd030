"""The overview of a ruleset and the page of a criterion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from ._plain import plain

if TYPE_CHECKING:
    from ...rules import Rule, Ruleset


def criterion(name: str, rulesets: Sequence[Ruleset]) -> tuple[Rule, Ruleset]:
    """The criterion of that id, in capitals or not, and the ruleset it is in. Raises UsageError where there is none."""
    known = {rule.id: (rule, ruleset) for ruleset in rulesets for rule in ruleset.rules}
    found = known.get(name.upper()) or known.get(name)
    return found or unknown(name, known)


def found(name: str, references: list[str] | None) -> tuple[Rule, Ruleset]:
    """The criterion and its ruleset, read anew: a compiled copy has no examples. Raises UsageError where none is."""
    from ...library import read

    references = references or _holders(name)
    rulesets = in_use(references)
    rule, holder = criterion(name, rulesets)
    return criterion(rule.id, read([references[rulesets.index(holder)]]))


def _holders(name: str) -> list[str]:
    """The shipped ruleset that holds a criterion, so that no other has to be read; all of them where none does."""
    from ...library import find, shipped_names

    for reference in shipped_names():
        if any(rule.id in (name, name.upper()) for rule in find([reference])[0].rules):
            return [reference]
    return list(shipped_names())


def in_use(references: list[str] | None) -> list[Ruleset]:
    """The rulesets of those names or files; every one that ships where none is named."""
    from ...library import find, shipped_names

    return [find([reference])[0] for reference in references or shipped_names()]


def is_ruleset(name: str) -> bool:
    """Whether a name is that of a ruleset that ships, or of a file or folder."""
    from pathlib import Path

    from ...library import shipped_names

    return name in shipped_names() or name.endswith((".yaml", ".yml")) or Path(name).is_dir()


def unknown(name: str, known: Sequence[str] | dict[str, Any]) -> NoReturn:
    """Raises UsageError for what is neither a ruleset nor one of the known criteria."""
    from difflib import get_close_matches

    from ...errors import UsageError

    near = get_close_matches(name.upper(), known, n=1)
    hint = f"Did you mean {near[0]}?" if near else "'crp-commission rules list' lists the rulesets."
    raise UsageError(f"There is no ruleset and no criterion called {name}.", hint=hint)


def overview(ruleset: Ruleset) -> Iterator[str]:
    """The criteria of a ruleset, a line each, by stage."""
    yield f"{ruleset.id}: {ruleset.title}, version {ruleset.version}, {len(ruleset.rules)} criteria"
    width = max((len(rule.id) for rule in ruleset.rules), default=0)
    for stage in ruleset.stages:
        rules = [rule for rule in ruleset.rules if rule.stage == stage.id]
        if rules:
            yield f"\n{stage.title}"
        for rule in rules:
            yield f"  {rule.id:{width}}  {rule.severity:8}  {rule.title}"
    if ruleset.off:
        yield "\nSwitched off"
    for name, reason in ruleset.off.items():
        yield f"  {name:{width}}  {reason}"


def overview_data(ruleset: Ruleset) -> dict[str, Any]:
    """The same as data."""
    kept = ("id", "severity", "stage", "principle", "articles", "title", "experimental")
    rows = [{name: getattr(rule, name) for name in kept} for rule in ruleset.rules]
    return {"id": ruleset.id, "title": ruleset.title, "version": ruleset.version, "criteria": rows, "off": ruleset.off}


def page(rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    """Everything about one criterion of a ruleset."""
    from ._convention import articles_of

    yield f"{rule.id}: {rule.title}"
    yield f"{rule.severity}, {rule.stage}, {rule.principle}"
    for turn, named in enumerate(articles_of(rule.articles)):
        yield f"{'     ' if turn else 'UNCRC'} {named}"
    if not rule.articles:
        yield "UNCRC: no article named"
    yield f"\n{rule.question}\n"
    for part in rule.parts:
        yield f"  {'must' if part.essential else 'also'}  {part.asks}"
    advice = (
        ("Good", rule.advice.good),
        ("The least", rule.advice.minimum),
        ("Not acceptable", rule.advice.reject),
        ("Words to use", rule.advice.wording),
        ("Indicator", rule.advice.indicator),
        ("Looked for in", ", ".join(rule.where) or "any paper"),
        ("Nobody may waive it", rule.no_waiver),
        ("Lists of words it looks for", ", ".join(_lists(rule, ruleset))),
        ("Sources", "; ".join(rule.sources)),
    )
    for label, text in advice:
        if text:
            yield f"\n{label}: {text}"


def page_data(rule: Rule, ruleset: Ruleset) -> dict[str, Any]:
    """The same as data, with all that stands in the ruleset about it."""
    return {**plain(rule), "word_lists": _lists(rule, ruleset)}


def _lists(rule: Rule, ruleset: Ruleset) -> list[str]:
    from ...library.lists import lists_of

    return sorted(lists_of(rule, ruleset.vocabulary))
