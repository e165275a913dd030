"""The page of one criterion, for the person who has to write or judge the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .._options import Debug

if TYPE_CHECKING:
    from ...rule_page import RulePage

_FORMATS = ("text", "json", "markdown")
_ALL = 1_000_000


def run(
    criterion: Annotated[str, typer.Argument(metavar="CRITERION", help="The id of a criterion, such as DO-PAR-1.")],
    *,
    ruleset: Annotated[
        list[str] | None, typer.Option(metavar="NAME|FILE", help="Where to look. [every shipped ruleset]")
    ] = None,
    all_examples: Annotated[
        bool, typer.Option("--all-examples", help="Show every example, not two of each kind.")
    ] = False,
    format: Annotated[str, typer.Option(metavar="NAME", help="How to show it: text, markdown or json.")] = "text",
    debug: Debug = False,
) -> int:
    """Explain one criterion to a person: why it matters, what is good enough and what is not, with examples.

    It is the page that docs/rules has of the criterion. 'rules show' prints how the criterion stands in its ruleset.

    \b
    Examples:
      crp-commission rules explain DO-PAR-1
      crp-commission rules explain DO-PAR-1 --all-examples --format markdown
      crp-commission rules explain OUR-1 --ruleset ours.yaml
    """
    from ...rule_page import MOST_EXAMPLES
    from .._console import printable, show, width
    from .._plain_formats import require_format
    from ._plain import as_json

    require_format(format, _FORMATS)
    page = _page(criterion, ruleset)
    if format == "json":
        from ...rule_page import data

        show(as_json(data(page)))
        return 0
    most = _ALL if all_examples else MOST_EXAMPLES
    if format == "markdown":
        from ...rule_page.markdown import markdown

        show(printable(markdown(page, most=most)).rstrip("\n"))
        return 0
    from ...library import convention
    from ...rule_page.plain import lines

    titles = {article.number: article.title for article in convention().articles}
    show(*map(printable, lines(page, titles, width(), most)))
    return 0


def _page(name: str, references: list[str] | None) -> RulePage:
    from ...errors import UsageError
    from ...library import measured
    from ...rule_page import page_of
    from ._criteria import found, is_ruleset

    if is_ruleset(name):
        hint = f"'crp-commission rules show {name}' lists its criteria."
        raise UsageError(f"{name} is a ruleset, and rules explain takes one criterion.", hint=hint)
    rule, holder = found(name, references)
    return page_of(rule, holder, measured().get(rule.id) if _is_as_shipped(rule.ruleset) else None)


def _is_as_shipped(ruleset: str) -> bool:
    from ...library import shipped_names

    return ruleset in shipped_names()
