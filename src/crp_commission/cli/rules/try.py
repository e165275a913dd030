"""What one passage counts for, step by step."""

from __future__ import annotations

from typing import Annotated

import typer

from ...document import Source


def run(
    passage: Annotated[str, typer.Argument(metavar='"SENTENCE"', help="A sentence or passage; Markdown is read.")],
    *,
    ruleset: Annotated[
        list[str] | None, typer.Option("--ruleset", metavar="NAME|FILE", help="A ruleset; may be repeated. [core]")
    ] = None,
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help="The kind of paper it stands in.")] = "unknown",
) -> int:
    """Explain what a passage counts for, and why not for more.

    \b
    Example:
      crp-commission rules try "The provider shall ask children each term and publish what changed."
    """
    from ...engine import assess
    from ...errors import NothingReadError, UsageError
    from ...explaining import explain
    from ...library import find, recogniser
    from ...limits import DEFAULT_LIMITS
    from ...readers import markdown
    from ...settings.values import KINDS
    from ...structure import build
    from .._console import printable, show

    if role not in KINDS:
        raise UsageError(f"There is no kind of paper called {role}.", hint=f"There are: {', '.join(KINDS)}.")
    if not passage.strip():
        raise NothingReadError("There is no text to try.", hint='Write a sentence in quotes behind "rules try".')
    extract = markdown.read(passage.encode("utf-8", "replace"), "passage", DEFAULT_LIMITS)
    document = build("passage", [(_source(passage, role), extract)])
    show(
        *(
            printable(line)
            for line in explain(document, assess(document, find(ruleset or ["core"]), recogniser=recogniser()))
        )
    )
    return 0


def _source(passage: str, role: str) -> Source:
    return Source("passage", "", "markdown", role, None, len(passage.split()))
