"""A ruleset of a council's own."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from .._options import Debug

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")  # names that Windows keeps for itself


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called in reports, such as brackenmere.")],
    *,
    extends: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A ruleset that ships, to take over; may be repeated. [core]"),
    ] = None,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="The file to write; - for standard output. [NAME.yaml]")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the files if they exist.")] = False,
    debug: Debug = False,
) -> int:
    """Write a ruleset of your own as YAML: it takes over one that ships, and shows how to change it and add to it.

    \b
    Examples:
      crp-commission new ruleset brackenmere
      crp-commission new ruleset brackenmere-care --extends core --extends care-accommodation
      crp-commission rules lint brackenmere.yaml
      crp-commission check specification.docx --ruleset brackenmere.yaml
    """
    from ...library import find
    from ...library.scaffold import SCHEMA_NAME, scaffold
    from ...writing import Output, to_standard_output, write_all
    from .._scaffolding import free_yaml

    _check_name(name)
    taken = find(_known(extends or ["core"]))
    file = output or f"{name}.yaml"
    if file == "-":
        to_standard_output(scaffold(name, taken, f"{name}.yaml").encode())
        return 0
    path = free_yaml(file, force=force, purpose="used")
    outputs = [Output(path, scaffold(name, taken, file).encode())]
    schema = path.parent / SCHEMA_NAME
    if force or not schema.exists():
        outputs.append(Output(schema, _schema()))
    write_all(outputs)
    _tell(file, f", and {SCHEMA_NAME} beside it for editors that check YAML" if len(outputs) > 1 else "")
    return 0


def _tell(file: str, beside: str) -> None:
    """What was written and what to do next."""
    import shlex

    from .._console import printable, say

    shown = printable(shlex.quote(file))
    say(
        f"Wrote {printable(file)}{beside}.",
        "Change it to what your council asks, then run:",
        f"  crp-commission rules lint {shown}",
        f"  crp-commission rules test {shown}",
        f"  crp-commission check specification.docx --ruleset {shown}",
    )


def _check_name(name: str) -> None:
    from ...errors import UsageError
    from ...library import shipped_names

    if not _NAME.fullmatch(name) or _DEVICE.fullmatch(name):
        better = re.sub(r"[^a-z0-9_]+", "-", name.lower()).strip("-_")[:60]
        better = f"our-{better}" if _DEVICE.fullmatch(better) else better
        raise UsageError(
            f"A ruleset cannot be called “{name[:80]}”: a name is small letters, digits and hyphens, 60 at most.",
            hint=f"Call it {better}." if better else "Call it by your council's name, such as brackenmere.",
        )
    if name in shipped_names():
        raise UsageError(
            f"A ruleset called {name} ships with the tool, so reports could not tell yours apart.",
            hint=f"Call it by your council's name, such as our-{name}; --extends {name} takes that ruleset over.",
        )


def _known(names: list[str]) -> list[str]:
    from difflib import get_close_matches

    from ...errors import UsageError
    from ...library import shipped_names

    for name in names:
        if name not in shipped_names():
            near = get_close_matches(name, shipped_names(), n=1)
            hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(shipped_names())}."
            raise UsageError(f"There is no ruleset called {name} among those that ship.", hint=hint)
    return names


def _schema() -> bytes:
    import json

    from ...library.schema import json_schema

    return (json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n").encode()
