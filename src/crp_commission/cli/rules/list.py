"""The rulesets that ship with the tool."""

from __future__ import annotations


def run() -> int:
    """List the rulesets that can be asked for by name.

    \b
    Example:
      crp-commission rules list
    """
    from ...library import find, shipped_names
    from .._console import show

    names = shipped_names()
    width = max(map(len, names), default=0)
    for name in names:
        (ruleset,) = find([name])
        show(f"{name:{width}}  {ruleset.title} ({len(ruleset.rules)} criteria, version {ruleset.version})")
    return 0
