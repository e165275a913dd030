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
    from ...settings.schema import SCHEMA_FILE, json_schema
    from ...todays_gate import asked_as, gate_text
    from ...writing import to_standard_output
    from .._console import printable, say
    from .._results import read_result
    from .._scaffolding import write_with_schema

    report, _ = read_result(result)
    text = gate_text(report, printable(result))
    if output == "-":
        to_standard_output(text.encode("utf-8", "replace"))  # a block to be put into a file that may have its schema
        return 0
    whole = f"# yaml-language-server: $schema={SCHEMA_FILE}\n{asked_as(report)}{text}"
    write_with_schema(output, whole, SCHEMA_FILE, json_schema, force=force, purpose="used with --config")
    say(
        f"Wrote {output}, and {SCHEMA_FILE} beside it for editors that check YAML.",
        f"Try it: crp-commission check PAPERS --config {output}",
    )
    return 0
