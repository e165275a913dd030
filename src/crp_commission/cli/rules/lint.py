"""Whether a ruleset file is right."""

from __future__ import annotations

from typing import Annotated

import typer

from .._options import Debug


def run(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Ruleset files, or folders of them.")],
    *,
    debug: Debug = False,
) -> int:
    """Check ruleset files, and tell every mistake with its line and what to write instead.

    What is no mistake but will not do what was hoped, such as words that no criterion looks for, is told too.

    \b
    Example:
      crp-commission rules lint ours.yaml
    """
    from ...convention import wrong_citations
    from ...errors import RulesetError
    from ...library import convention, lint
    from .._console import printable, show

    faults: list[RulesetError] = []
    for file in files:
        try:
            ruleset, remarks = lint(file)
            show(*map(printable, remarks))
            wrong = [
                f"{rule.origin}: {rule.id}: in its sources, {what}"
                for rule in ruleset.rules
                for what in wrong_citations(convention(), rule.sources)
            ]
            if wrong:
                raise RulesetError("\n".join(wrong), file=file)
            show(f"{file}: {len(ruleset.rules)} criteria, nothing wrong.")
        except RulesetError as error:
            faults.append(error)
    if faults:
        first = faults[0]
        message = "\n".join(fault.message for fault in faults)
        raise RulesetError(message, hint=first.hint, file=first.file, line=first.line)
    return 0
