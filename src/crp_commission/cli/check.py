"""The main job: judge documents and show the result."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ._options import (
    Answers,
    Baseline,
    Color,
    Config,
    Date,
    Debug,
    FailOn,
    FailUnder,
    Format,
    NoCache,
    NoConfig,
    NoProgress,
    NoWaivers,
    Output,
    Profile,
    Quiet,
    Role,
    Ruleset,
    Strict,
    Templates,
    Verbose,
    Waivers,
    Workers,
)


def run(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders or a .zip, judged together; - for standard input."),
    ],
    *,
    ruleset: Ruleset = None,
    format: Format = None,
    output: Output = None,
    templates: Templates = None,
    fail_under: FailUnder = None,
    fail_on: FailOn = None,
    waivers: Waivers = None,
    no_waivers: NoWaivers = False,
    baseline: Baseline = None,
    profile: Profile = None,
    role: Role = None,
    answers: Answers = None,
    date: Date = None,
    config: Config = None,
    no_config: NoConfig = False,
    strict: Strict = False,
    workers: Workers = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    color: Color = None,
    no_progress: NoProgress = False,
    debug: Debug = False,
) -> int:
    """Judge documents against rulesets and say what they promise, what is missing, and where.

    \b
    Examples:
      crp-commission check specification.docx
      crp-commission check tender-pack/ --ruleset core --fail-on critical
      crp-commission check tender-pack/ --waivers waivers.yaml --date 2026-12-01 --fail-on critical
      crp-commission check tender-pack/ --baseline baseline.yaml --fail-on critical
      crp-commission check pack.zip --format markdown --output report.md --format json --output result.json
      cat specification.md | crp-commission check - --format markdown

    \b
    Exit codes: 0 the gate passed or none was set, 1 the gate failed, 2 wrong usage,
    3 no text could be read, 74 a result could not be written.
    """
    options = {name: value for name, value in locals().items() if name not in _NOT_SETTINGS}
    return _check(paths, options, config, no_config=no_config, debug=debug)


_NOT_SETTINGS = ("paths", "config", "no_config", "debug")


def _check(paths: list[str], options: dict[str, Any], config: str | None, *, no_config: bool, debug: bool) -> int:
    import os
    from pathlib import Path

    from ..settings import resolve
    from ..workflow import check
    from ._console import ProgressLine, say
    from ._delivery import deliver, report_formats, targets
    from ._verdict import exit_code, tell

    first = next((path for path in paths if path != "-"), ".")
    settings = resolve(options, os.environ, Path(first.replace("\0", "")), config, no_config=no_config)
    wanted = targets(settings.format, settings.output, report_formats(settings.templates))
    progress = ProgressLine(wanted=not (settings.quiet or settings.no_progress))
    try:
        report = check(paths, settings, progress=progress, particulars=say if debug else None)
    finally:
        progress.clear()
    deliver(report, wanted, settings, paths)
    if not settings.quiet:
        tell(report, is_shown=any(target.path is None and target.format == "terminal" for target in wanted))
    return exit_code(report, settings)
