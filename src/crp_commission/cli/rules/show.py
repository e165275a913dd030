"""One ruleset, or one criterion, as it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .._options import Debug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...rules import Rule, Ruleset


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A ruleset, a ruleset's file, or a criterion's id.")],
    *,
    ruleset: Annotated[
        list[str] | None, typer.Option(metavar="NAME|FILE", help="Where to look for the criterion. [every shipped one]")
    ] = None,
    debug: Debug = False,
) -> int:
    """Show the criteria of a ruleset, or everything about one criterion.

    \b
    Examples:
      crp-commission rules show core
      crp-commission rules show DO-PAR-1
      crp-commission rules show OUR-1 --ruleset ours.yaml
    """
    from ...library import find, shipped_names
    from .._console import show

    if name in shipped_names() or name.endswith((".yaml", ".yml")):
        (found,) = find([name])
        show(*_overview(found))
    else:
        show(*_page(*_criterion(name, ruleset or list(shipped_names()))))
    return 0


def _criterion(name: str, references: list[str]) -> tuple[Rule, Ruleset]:
    """The criterion and the ruleset it stands in."""
    from difflib import get_close_matches

    from ...errors import UsageError
    from ...library import find

    rulesets = [find([reference])[0] for reference in references]
    known = {rule.id: (rule, ruleset) for ruleset in rulesets for rule in ruleset.rules}
    if name.upper() in known:
        return known[name.upper()]
    if name in known:
        return known[name]
    near = get_close_matches(name.upper(), known, n=1)
    hint = f"Did you mean {near[0]}?" if near else "'crp-commission rules list' lists the rulesets."
    raise UsageError(f"There is no ruleset and no criterion called {name}.", hint=hint)


def _overview(ruleset: Ruleset) -> Iterator[str]:
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
        yield f"  {name:{width}}  {reason or 'no reason is given'}"


def _page(rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    from ...library.lists import lists_of

    yield f"{rule.id}: {rule.title}"
    yield f"{rule.severity}, {rule.stage}, {rule.principle}, UNCRC {', '.join(map(str, rule.articles)) or 'none named'}"
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
        ("Lists of words it looks for", ", ".join(sorted(lists_of(rule, ruleset.vocabulary)))),
        ("Sources", "; ".join(rule.sources)),
    )
    for label, text in advice:
        if text:
            yield f"\n{label}: {text}"
