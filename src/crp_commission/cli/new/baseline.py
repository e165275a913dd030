"""A baseline: today's findings, so that a gate fails on new ones only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .._options import Debug

if TYPE_CHECKING:
    from ...baseline import Baseline
    from ...report import Report


def run(
    result: Annotated[str, typer.Argument(metavar="RESULT.json", help="A result saved by 'check --format json'.")],
    *,
    output: Annotated[
        str, typer.Option(metavar="FILE", help="The file to write; - for standard output.")
    ] = "baseline.yaml",
    prune: Annotated[
        bool, typer.Option("--prune", help="Take out of the file what the result does not find any more; add nothing.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the files if they exist.")] = False,
    debug: Debug = False,
) -> int:
    """Write a baseline from a saved result: with it, a gate fails only on findings that are new.

    A finding is known by its criterion, its file and its words, wherever they stand and however they are numbered; what
    is missing, by its criterion and the pack. Score and band stay as they are.

    \b
    Examples:
      crp-commission new baseline result.json
      crp-commission check tender-pack/ --baseline baseline.yaml --fail-on critical
      crp-commission new baseline result.json --prune
    """
    from ...baseline_file import baseline_text, json_schema
    from .._console import printable, say
    from .._results import read_result
    from .._scaffolding import write_with_schema

    report, _ = read_result(result)
    baseline, told = _pruned(report, output) if prune else _taken(report, output)
    text = baseline_text(baseline, _SCHEMA, _made_with(report))
    purpose = "used with --baseline"
    if write_with_schema(output, text, _SCHEMA, json_schema, force=force or prune, purpose=purpose):
        say(*map(printable, told))
    return 0


_SCHEMA = "baseline.schema.json"
_MOST_NAMED = 8


def _made_with(report: Report) -> str:
    rulesets = ", ".join(f"{one.id} {one.version}" for one in report.rulesets)
    return f"{report.tool.name} {report.tool.version} with {rulesets}"


def _taken(report: Report, output: str) -> tuple[Baseline, list[str]]:
    from ...answers import held_status
    from ...baseline import taken_of
    from ...plain_words import count_words, list_words
    from ...waivers import is_grave

    baseline = taken_of(report)
    number = len({held.criterion for held in baseline.findings})
    told = [f"Wrote {output}: {count_words(number, 'criterion', 'criteria')} of “{report.title}” not met today."]
    held = {one.criterion for one in baseline.findings}
    grave = [one.id for one in report.criteria if one.id in held and is_grave(held_status(one), one.severity)]
    if grave:
        named = list_words(grave, _MOST_NAMED)
        told.append(f"Among them are critical ones that the text works against, which every report will name: {named}.")
    return baseline, [*told, f"Use it: crp-commission check PAPERS --baseline {output} --fail-on critical"]


def _pruned(report: Report, output: str) -> tuple[Baseline, list[str]]:
    from pathlib import Path

    from ...accepting import read_source
    from ...baseline import gone, pruned, tidy
    from ...baseline_file import read_baseline
    from ...errors import UsageError
    from ...limits import DEFAULT_LIMITS
    from ...plain_words import count_words, list_words

    old = read_baseline(read_source(Path(output), "baseline", DEFAULT_LIMITS).data, output)
    if old.pack != tidy(report.title):
        raise UsageError(
            f"{output} is a baseline of “{old.pack}”, and the result is of “{report.title}”.",
            hint="Prune it with a result of the same pack, or correct `pack:` if that was renamed.",
            file=output,
        )
    new = pruned(old, report.criteria, report.title)
    out = gone(old, new)
    if not out:
        return new, [f"Wrote {output}: there was nothing to take out."]
    named = list_words(list(dict.fromkeys(held.criterion for held in out)), _MOST_NAMED)
    return new, [f"Wrote {output}: {count_words(len(out), 'entry', 'entries')} taken out or lowered ({named})."]
