"""A ruleset, a criterion, or the criteria that rest on an article, as they are used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .._options import Debug
from .._plain_formats import TextOrJson

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...library.origins import Resolved


def run(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME...",
            help="A ruleset, a ruleset's file, a criterion's id, 'article 12' or 'gc 12' (a general comment).",
        ),
    ] = None,
    *,
    resolved: Annotated[
        bool, typer.Option("--resolved", help="Show which file and line every value comes from. [of core]")
    ] = False,
    ruleset: Annotated[
        list[str] | None, typer.Option(metavar="NAME|FILE", help="Where to look. [every shipped ruleset]")
    ] = None,
    format: TextOrJson = "text",
    debug: Debug = False,
) -> int:
    """Show the criteria of a ruleset, everything about one criterion, or what rests on an article of the UNCRC.

    A criterion is shown as it stands in its ruleset; 'rules explain' has the page about it for a person. With
    --resolved, show what a ruleset that extends another is made of: what was changed, added or switched
    off, and the file and line of every value.

    \b
    Examples:
      crp-commission rules show core
      crp-commission rules show DO-PAR-1
      crp-commission rules show article 12
      crp-commission rules show gc 12 --ruleset scotland
      crp-commission rules show OUR-1 --ruleset ours.yaml
      crp-commission rules show --resolved ours.yaml OUR-1
    """
    from .._console import printable, show
    from .._plain_formats import is_json
    from ._plain import as_json

    wants_json = is_json(format)
    given = names or []
    lines, data = _resolved(given, ruleset) if resolved else _page(" ".join(given), ruleset)
    show(*([as_json(data)] if wants_json else map(printable, lines)))
    return 0


def _page(name: str, references: list[str] | None) -> tuple[Iterable[str], object]:
    from ...errors import UsageError
    from ...library import find
    from . import _convention, _criteria

    if not name:
        raise UsageError("NAME... is missing.", hint="'crp-commission rules show --help' explains what can be shown.")
    if _criteria.is_ruleset(name):
        (found,) = find([name])
        return _criteria.overview(found), _criteria.overview_data(found)
    asked = _convention.asked(name)
    if asked:
        return _convention.page(asked, _criteria.in_use(references))
    if " " in name:
        raise UsageError(f"There is nothing called “{name}”.", hint="Name one thing at a time.")
    rule, holder = _criteria.found(name, references)
    return _criteria.page(rule, holder), _criteria.page_data(rule, holder)


def _resolved(given: list[str], references: list[str] | None) -> tuple[Iterable[str], object]:
    from ...errors import UsageError
    from ...library import resolved
    from . import _resolved as pages
    from ._criteria import is_ruleset

    names_ruleset = len(given) == 2 or (len(given) == 1 and is_ruleset(given[0]))
    if len(given) > 2 or (names_ruleset and references) or (not given and len(references or ()) > 1):
        raise UsageError("--resolved shows one ruleset, or one criterion of it.", hint="Name it once.")
    if not given or (names_ruleset and len(given) == 1):
        (reference,) = given or references or ["core"]
        found = resolved(reference)
        return pages.lines(found), pages.data(found, None)
    found, name = _holder(given[-1], given[:1] if names_ruleset else references)
    return pages.criterion_lines(found, name), pages.data(found, name)


def _holder(name: str, references: list[str] | None) -> tuple[Resolved, str]:
    """The ruleset that has a criterion, else the one that switches it off, and the criterion's id as it is written."""
    from ...library import resolved, shipped_names
    from ._criteria import in_use, unknown

    known: dict[str, str] = {}
    for reference in references or shipped_names():
        for rule in in_use([reference])[0].rules:
            known.setdefault(rule.id, reference)
    for wanted in (name.upper(), name):
        if wanted in known:
            return resolved(known[wanted]), wanted
    for reference in references or ():
        found = resolved(reference)
        for gone in found.off:
            if gone.id in (name.upper(), name):
                return found, gone.id
    unknown(name, known)
