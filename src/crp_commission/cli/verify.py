"""A saved result held against its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ._options import Answers, Baseline, Config, Debug, NoConfig, NoProgress, Quiet, Verbose, Waivers, Workers
from ._plain_formats import TextOrJson

if TYPE_CHECKING:
    from ..report import Report
    from ..settings import Settings
    from ..verifying import Verification


def run(
    result: Annotated[str, typer.Argument(metavar="RESULT.json", help="A result saved by 'check --format json'.")],
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="The papers, given as they were to 'check'.")],
    *,
    ruleset: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="Where a ruleset of your own is that the result rests on; may be repeated."),
    ] = None,
    answers: Answers = None,
    waivers: Waivers = None,
    baseline: Baseline = None,
    format: TextOrJson = "text",
    config: Config = None,
    no_config: NoConfig = False,
    workers: Workers = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_progress: NoProgress = False,
    debug: Debug = False,
) -> int:
    """Say whether a saved result still holds: same files, same rulesets, same result; and if not, what differs.

    The papers are checked again with the rulesets, profile, kinds of paper, date and gate that the result holds.
    Another version of this program is told, and is no difference as long as the result is the same.

    \b
    Examples:
      crp-commission verify result.json specification.docx
      crp-commission verify result.json tender-pack/ --format json

    \b
    Exit codes: 0 all is the same, 1 something differs, 2 wrong usage, 3 no text could be read.
    """
    import os
    from pathlib import Path

    from ..settings import resolve
    from ..verifying import verify
    from ._again import as_recorded
    from ._plain_formats import is_json
    from ._results import read_result

    wants_json = is_json(format)
    options: dict[str, Any] = {"ruleset": ruleset, "answers": answers, "workers": workers}
    options |= {"quiet": quiet, "verbose": verbose, "no_progress": no_progress}
    options |= {"waivers": waivers, "baseline": baseline}
    first = next((path for path in paths if path != "-"), ".")
    settings = resolve(options, os.environ, Path(first.replace("\0", "")), config, no_config=no_config)
    saved, _ = read_result(result)
    return _tell(verify(saved, _check_again(paths, as_recorded(saved, settings))), settings, wants_json=wants_json)


def _tell(found: Verification, settings: Settings, *, wants_json: bool) -> int:
    from ..errors import ExitCode
    from ..serialising import record_json
    from ._console import printable, show

    if wants_json:
        show(record_json(found).rstrip("\n"))
    else:
        show(*map(printable, _as_text(found, verbose=settings.verbose)))
    return ExitCode.PASSED if found.same else ExitCode.GATE_FAILED


def _check_again(paths: list[str], settings: Settings) -> Report:
    """The result of checking again, as it would be read from its file."""
    from ..serialising import load_report, report_json
    from ..workflow import check
    from ._console import ProgressLine

    progress = ProgressLine(wanted=not (settings.quiet or settings.no_progress))
    try:
        report = check(paths, settings, progress=progress)
    finally:
        progress.clear()
    return load_report(report_json(report), "the new result")


_MOST_TOLD = 20


def _as_text(found: Verification, *, verbose: bool) -> list[str]:
    lines = ["The same: files, rulesets and result." if found.same else "Not the same."]
    told = found.differences if verbose else found.differences[:_MOST_TOLD]
    if not found.same:
        parts = {"Files": found.same_files, "Rulesets": found.same_rulesets, "Result": found.same_result}
        lines += [
            f"  {name + ':':10}{'the same' if same else 'differ' + 's' * (name == 'Result')}"
            for name, same in parts.items()
        ]
        lines += ["", *(f"- {one.text}" for one in told)]
    if len(told) < len(found.differences):
        lines.append(f"and {len(found.differences) - len(told)} more; --verbose lists them all.")
    return [*lines, *([""] if found.remarks else []), *found.remarks]
