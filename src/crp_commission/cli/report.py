"""Draw a saved result again, without the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ._options import Color, Debug, Format, Output, Quiet, Templates, Verbose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..report import Report
    from ..settings import Settings
    from ._delivery import Target


def run(
    result: Annotated[str, typer.Argument(metavar="RESULT.json", help="A result saved by 'check --format json'.")],
    *,
    format: Format = None,
    output: Output = None,
    templates: Templates = None,
    what_if: Annotated[
        bool,
        typer.Option("--what-if", help="Only what would change the answer, as terminal, markdown or json."),
    ] = False,
    check_template: Annotated[
        str | None,
        typer.Option(metavar="FILE.j2", help="Say what a template uses, what of it does not exist, and if it draws."),
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    color: Color = None,
    debug: Debug = False,
) -> int:
    """Draw a saved result again in any format, your own templates included.

    \b
    Examples:
      crp-commission report result.json
      crp-commission report result.json --format markdown --output report.md
      crp-commission report result.json --what-if
      crp-commission report result.json --templates our-templates --format consultant --output report.html
      crp-commission report result.json --check-template our-templates/consultant.html.j2
    """
    import os
    from pathlib import Path

    from ..settings import resolve
    from ..writing import check_targets
    from ._delivery import report_formats, targets
    from ._results import read_result

    given = {"format": format, "output": output, "quiet": quiet, "verbose": verbose, "color": color}
    settings = resolve({**given, "templates": templates}, os.environ, Path(), None, no_config=True)
    if check_template is not None:
        _require_alone(format, output, what_if)
        return _check_template(check_template, read_result(result)[0], settings)
    known = _what_if_formats if what_if else report_formats(settings.templates)
    wanted = targets(settings.format, settings.output, known)
    report, identity = read_result(result)
    check_targets([target.path for target in wanted if target.path], {identity})
    _draw(report, wanted, settings, what_if=what_if)
    return 0


def _require_alone(format: list[str] | None, output: list[str] | None, what_if: bool) -> None:
    from ..errors import UsageError

    if format or output or what_if:
        hint = "Draw the report in a run of its own."
        raise UsageError("--check-template goes with no --format, --output or --what-if.", hint=hint)


def _what_if_formats() -> Mapping[str, str]:
    from ..renderers._what_if import WHAT_IF_FORMATS

    return WHAT_IF_FORMATS


def _draw(report: Report, wanted: list[Target], settings: Settings, *, what_if: bool) -> None:
    from ._delivery import deliver, options, send

    if not what_if:
        deliver(report, wanted, settings, [])
        return
    from ..renderers._what_if import render_what_if
    from ..what_if import what_would_change

    found = what_would_change(report)
    send([(one, render_what_if(found, one.format, options(one, settings, []))) for one in wanted], settings)


def _check_template(path: str, report: Report, settings: Settings) -> int:
    from ..errors import ExitCode
    from ..renderers._template_check import check_template
    from ._console import printable, show

    checked = check_template(path, report, settings.limits)
    show(*map(printable, checked.lines))
    return ExitCode.PASSED if checked.is_good else ExitCode.USAGE
