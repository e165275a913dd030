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
    from ...specification.scaffold import scaffold
    from ...writing import Output, to_standard_output, write_all
    from .._console import say
    from .._scaffolding import free_yaml

    text = scaffold().encode()
    if file == "-":
        to_standard_output(text)
        return 0
    path = free_yaml(file, force=force, purpose="checked")
    write_all([Output(path, text)])
    say(f"Wrote {file}. Fill it in, then run: crp-commission check {file}")
    return 0
