"""Saved results held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ._options import Color, Debug, Output, Quiet, Verbose

if TYPE_CHECKING:
    from ..report import Report


def run(
    results: Annotated[
        list[str],
        typer.Argument(metavar="OLD.json NEW.json [MORE.json ...]", help="Results saved by 'check --format json'."),
    ],
    *,
    format: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="terminal, markdown, json or csv; may be repeated. [terminal]"),
    ] = None,
    output: Output = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Compare what all were asked, though they were not judged alike.")
    ] = False,
    fail_on_worse: Annotated[
        bool, typer.Option("--fail-on-worse", help="Exit 1 if a criterion that is not on trial got worse.")
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    color: Color = None,
    debug: Debug = False,
) -> int:
    """Compare saved results: what got better, worse, new and gone; three or more side by side, as of several bidders.

    Words that only moved, or were numbered anew, are no change.

    \b
    Examples:
      crp-commission compare before.json after.json
      crp-commission compare before.json after.json --format markdown --output changes.md --fail-on-worse
      crp-commission compare bidder-a.json bidder-b.json bidder-c.json --format csv --output bidders.csv

    \b
    Exit codes: 0 whatever changed, 1 with --fail-on-worse if something got worse, 2 wrong usage, or results that
    were not judged alike.
    """
    given = {"format": format, "output": output, "quiet": quiet, "verbose": verbose, "color": color}
    return _compare(results, given, anyway=anyway, fail_on_worse=fail_on_worse)


def _compare(results: list[str], given: dict[str, Any], *, anyway: bool, fail_on_worse: bool) -> int:
    import os
    from pathlib import Path

    from ..comparing import compare, worsened
    from ..errors import ExitCode
    from ..renderers._comparison import FORMATS, render_comparison
    from ..settings import resolve
    from ..writing import check_targets
    from ._console import say
    from ._delivery import options, send, targets
    from ._results import read_result

    settings = resolve(given, os.environ, Path(), None, no_config=True)
    wanted = targets(settings.format, settings.output, lambda: FORMATS)
    _require_number(results, fail_on_worse)
    read = [read_result(path) for path in results]
    check_targets([target.path for target in wanted if target.path], {identity for _, identity in read})
    reports = [report for report, _ in read]
    _require_alike(reports, results, anyway)
    comparison = compare(reports, results)
    send([(one, render_comparison(comparison, one.format, options(one, settings, []))) for one in wanted], settings)
    worse = worsened(comparison) if fail_on_worse else ()
    if worse and not settings.quiet:
        say(f"Worse: {', '.join(worse)}.")
    return ExitCode.GATE_FAILED if worse else ExitCode.PASSED


def _require_number(results: list[str], fail_on_worse: bool) -> None:
    from ..errors import UsageError

    if len(results) < 2:
        raise UsageError("There is only one result.", hint="Give the result before and the result after.")
    if fail_on_worse and len(results) > 2:
        raise UsageError("--fail-on-worse is for two results: before and after.", hint="Compare them two by two.")


def _require_alike(reports: list[Report], results: list[str], anyway: bool) -> None:
    from ..comparing import differences
    from ..errors import UsageError

    found = differences(reports, results)
    if found and not anyway:
        raise UsageError(
            "\n".join(["The results were not judged alike, so their scores may not mean the same.", *found]),
            hint="Check the papers again with the same rulesets and profile, or compare what all were asked: --anyway.",
        )
