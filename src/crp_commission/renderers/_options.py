"""How a report is to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..limits import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What a format may be told; each takes what it has a use for.

    ``width`` is the terminal's in characters, ``color`` whether it may be coloured, ``verbose`` asks for everything.
    ``templates`` is a folder of the person's own templates, which are drawn within ``limits``. ``arguments`` are the
    paths and ``rulesets`` the rulesets as typed, to be repeated in the command that is proposed next.
    """

    width: int = 100
    color: bool = False
    verbose: bool = False
    templates: Path | None = None
    limits: Limits = DEFAULT_LIMITS
    arguments: tuple[str, ...] = ()
    rulesets: tuple[str, ...] = ()
