"""Every setting and where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .._options import (
    Answers,
    Baseline,
    Color,
    Config,
    Date,
    Debug,
    FailOn,
    FailUnder,
    NoCache,
    NoConfig,
    NoProgress,
    NoWaivers,
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
from .._plain_formats import TextOrJson

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...settings import Settings
    from ...settings.listing import Listed


def run(
    path: Annotated[
        str, typer.Argument(metavar="[PATH]", help="The document or folder that would be checked.", show_default=False)
    ] = ".",
    *,
    format: TextOrJson = "text",
    ruleset: Ruleset = None,
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
    """Show every setting with its value and where it came from: option, environment, file and line, or default.

    The configuration file is looked for as 'check' does: beside PATH, then upwards. Options of 'check' may be given
    to see what they change.

    \b
    Examples:
      crp-commission config show
      crp-commission config show tender-pack/ --format json
      crp-commission config show tender-pack/ --fail-on critical
    """
    options = {name: value for name, value in locals().items() if name not in _NOT_SETTINGS}
    return _show(path, format, options, config, no_config=no_config)


_NOT_SETTINGS = ("path", "format", "config", "no_config", "debug")


def _show(path: str, format: str, options: dict[str, Any], config: str | None, *, no_config: bool) -> int:
    import os
    from pathlib import Path

    from ...errors import UsageError
    from ...settings import resolve
    from ...settings.listing import listed
    from .._console import printable, show
    from .._plain_formats import is_json

    wants_json = is_json(format)
    if "\0" in path or not os.path.exists(path):
        raise UsageError(f"{path} does not exist.", hint="Check the spelling, and the folder you are in.", file=path)
    settings = resolve(options, os.environ, Path(path), config, no_config=no_config)
    found = listed(settings)
    lines = _as_json(settings, found) if wants_json else _as_text(settings, found)
    show(*map(printable, lines))
    return 0


def _as_json(settings: Settings, found: Sequence[Listed]) -> list[str]:
    import json

    configuration = str(settings.configuration) if settings.configuration else None
    data = {
        "format": "crp-commission/settings",
        "format_version": 1,
        "configuration": configuration,
        "settings": [one._asdict() for one in found],
    }
    return json.dumps(data, indent=2).split("\n")


def _as_text(settings: Settings, found: Sequence[Listed]) -> list[str]:
    """A line for each setting: name, value, origin; a list goes on in the lines below."""
    rows = []
    for one in found:
        first, *more = _words(one.value)
        rows += [(one.name, first, one.origin), *(("", text, "") for text in more)]
    name_width, value_width = (max(len(row[column]) for row in rows) for column in (0, 1))
    table = [f"{name:{name_width}}  {value:{value_width}}  {origin}".rstrip() for name, value, origin in rows]
    return [f"Configuration file: {settings.configuration or 'none was found'}", "", *table]


def _words(value: Any) -> list[str]:
    if value is None or value in ([], {}):
        return ["not set"]
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, dict):
        return [f"{file}={role}" for file, role in value.items()]
    return value if isinstance(value, list) else [str(value)]
