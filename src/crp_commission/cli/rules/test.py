"""The examples inside a ruleset."""

from __future__ import annotations

from typing import Annotated

import typer


def run(
    rulesets: Annotated[
        list[str] | None, typer.Argument(metavar="NAME|FILE...", help="Rulesets whose examples to run. [core]")
    ] = None,
) -> int:
    """Run the examples that criteria carry: each must get the status it is listed under, or the exit code is 1.

    \b
    Example:
      crp-commission rules test ours.yaml
    """
    from ...examples import run_examples
    from ...library import find, recogniser
    from .._console import printable, show

    failed = 0
    for ruleset in find(rulesets or ["core"], use_cache=False):
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
    return 1 if failed else 0
