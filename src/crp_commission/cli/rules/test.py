"""The examples inside a ruleset."""

from __future__ import annotations

from typing import Annotated

import typer

from .._options import Debug


def run(
    rulesets: Annotated[
        list[str] | None, typer.Argument(metavar="NAME|FILE...", help="Rulesets whose examples to run. [core]")
    ] = None,
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="Also run the examples of criteria taken over from another ruleset.")
    ] = False,
    debug: Debug = False,
) -> int:
    """Run the examples that criteria carry: each must get the status it is listed under, or the exit code is 1.

    Run are those of criteria written in the ruleset itself, in seconds; --all takes half a minute.

    \b
    Example:
      crp-commission rules test ours.yaml
    """
    from dataclasses import replace

    from ...examples import run_examples
    from ...library import find, recogniser
    from .._console import printable, show

    failed = 0
    for found in find(rulesets or ["core"], use_cache=False):
        own = tuple(rule for rule in found.rules if everything or rule.ruleset == found.id)
        ruleset = replace(found, rules=own)
        results = run_examples(ruleset, recogniser())
        wrong = [result for result in results if not result.passed]
        failed += len(wrong)
        for result in wrong:
            show(
                f"{result.rule}: an example listed as {result.status} (number {result.number}) is read as {result.got}."
            )
            show(f"  {printable(' '.join(result.text.split()))}", f"  {printable(result.because)}")
        without = [rule.id for rule in ruleset.rules if not (rule.examples.met and rule.examples.gap)]
        if without:
            show(f"{ruleset.id}: without an example that meets it and one that only looks so: {', '.join(without)}.")
        show(f"{ruleset.id}: {len(results) - len(wrong)} of {len(results)} examples are read as listed.")
        if len(own) < len(found.rules):
            show(f"{found.id}: {len(found.rules) - len(own)} criteria taken over were not tried; --all tries them too.")
    return 1 if failed else 0
