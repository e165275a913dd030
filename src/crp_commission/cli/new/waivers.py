"""A file of waivers to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .._options import Debug

if TYPE_CHECKING:
    from ...report import Report


def run(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The file to write; - for standard output.")
    ] = "waivers.yaml",
    *,
    result: Annotated[
        str | None,
        typer.Option(metavar="RESULT.json", help="List, as comments, what is not met in a saved result."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the files if they exist.")] = False,
    debug: Debug = False,
) -> int:
    """Write a file of waivers: criteria that your council accepts as not met, each with a reason and a last day.

    \b
    Examples:
      crp-commission new waivers
      crp-commission new waivers tender-waivers.yaml --result result.json
      crp-commission check tender-pack/ --waivers waivers.yaml --date 2026-12-01
    """
    from ...waiver_file import json_schema, scaffold
    from .._console import say
    from .._results import read_result
    from .._scaffolding import write_with_schema

    todo = _todo(read_result(result)[0]) if result else []
    path = write_with_schema(
        file, scaffold(_SCHEMA, todo), _SCHEMA, json_schema, force=force, purpose="used with --waivers"
    )
    if path:
        say(
            f"Wrote {file}, and {_SCHEMA} beside it for editors that check YAML.",
            "Fill it in, then run, with the day of the check:",
            f"  crp-commission check PAPERS --waivers {file} --date YYYY-MM-DD",
        )
    return 0


_SCHEMA = "waivers.schema.json"


def _todo(report: Report) -> list[tuple[str, str]]:
    """What may be waived today, the gravest first, with what to say of it."""
    from ...answers import held_status
    from ...plain_words import STATUS_WORDS
    from ...waivers import may_be_waived

    open_ones = [one for one in report.criteria if may_be_waived(held_status(one), one.severity, one.no_waiver)]
    open_ones.sort(key=lambda one: (one.experimental, one.severity.rank))
    return [(one.id, f"{one.title} ({one.severity}, {STATUS_WORDS[held_status(one)]})") for one in open_ones]
