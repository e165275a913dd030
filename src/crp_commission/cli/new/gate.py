"""A gate that a result just passes."""

from __future__ import annotations

from typing import Annotated

import typer

from .._options import Debug


def run(
    result: Annotated[str, typer.Argument(metavar="RESULT.json", help="A result saved by 'check --format json'.")],
    *,
    output: Annotated[
        str, typer.Option(metavar="FILE", help="The configuration file to write; - for standard output.")
    ] = "-",
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
    debug: Debug = False,
) -> int:
    """Write a gate for the configuration, with marks that a saved result just passes: what is reached stays reached.

    It holds marks for the whole, each stage and each principle, and how many criteria of each severity may have which
    verdict. Without --output it is printed, to be put into the crp-commission.yaml that you have.

    \b
    Examples:
      crp-commission new gate result.json
      crp-commission new gate result.json --output gate.yaml
      crp-commission check tender-pack/ --config gate.yaml
    """
    from ...todays_gate import gate_text
    from ...writing import Output, to_standard_output, write_all
    from .._console import printable, say
    from .._results import read_result
    from .._scaffolding import free_yaml

    report, _ = read_result(result)
    text = gate_text(report, printable(result)).encode("utf-8", "replace")
    if output == "-":
        to_standard_output(text)
        return 0
    write_all([Output(free_yaml(output, force=force, purpose="used with --config"), text)])
    say(f"Wrote {output}. Try it: crp-commission check PAPERS --config {output}")
    return 0
