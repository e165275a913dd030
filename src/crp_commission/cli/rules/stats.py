"""How well each criterion was measured."""

from __future__ import annotations

from typing import Annotated

import typer

from .._plain_formats import TextOrJson


def run(
    *,
    ruleset: Annotated[
        list[str] | None, typer.Option("--ruleset", metavar="NAME|FILE", help="A ruleset; may be repeated. [core]")
    ] = None,
    format: TextOrJson = "text",
) -> int:
    """Print the measured figures that ship with each criterion.

    \b
    Example:
      crp-commission rules stats --ruleset core
    """
    import json

    from ...library import find, measured
    from .._console import show
    from .._plain_formats import is_json

    wants_json = is_json(format)
    figures = measured()
    rules = [rule for one in find(ruleset or ["core"]) for rule in one.rules]
    if wants_json:
        show(json.dumps({rule.id: figures.get(rule.id) for rule in rules}, indent=2))
        return 0
    show(f"{'criterion':12}{'found':>7}{'false':>7}{'missed':>8}{'exact':>8}{'precision':>11}{'recall':>8}")
    for rule in rules:
        show(_line(rule.id, figures.get(rule.id), rule.experimental))
    return 0


def _line(name: str, figures: dict[str, float | None] | None, experimental: bool) -> str:
    trial = "  experimental: can never fail a gate" if experimental else ""
    if not figures:
        return f"{name:12}  not measured yet{trial}"
    precision, recall = ("-" if (share := figures[key]) is None else f"{share:.2f}" for key in ("precision", "recall"))
    exact = f"{figures['exact']}/{figures['expected']}"
    counts = "".join(f"{figures[key]:>{width}}" for key, width in (("found", 7), ("false", 7), ("missed", 8)))
    return f"{name:12}{counts}{exact:>8}{precision:>11}{recall:>8}{trial}"
