"""A specification to fill in."""

from __future__ import annotations

from typing import Annotated

import typer

from .._options import Debug


def run(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The file to write; - for standard output.")
    ] = "specification.yaml",
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
    debug: Debug = False,
) -> int:
    """Write a service specification as YAML, with every key explained, to fill in and to check.

    \b
    Examples:
      crp-commission new spec
      crp-commission new spec young-carers.yaml
      crp-commission check young-carers.yaml
    """
    from ...specification import json_schema
    from ...specification.scaffold import SCHEMA_FILE, scaffold
    from .._console import say
    from .._scaffolding import write_with_schema

    if write_with_schema(file, scaffold(), SCHEMA_FILE, json_schema, force=force, purpose="checked"):
        say(
            f"Wrote {file}, and {SCHEMA_FILE} beside it for editors that check YAML.",
            f"Fill it in, then run: crp-commission check {file}",
        )
    return 0
