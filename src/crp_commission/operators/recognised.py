"""``recognised``: no words of its own; the passages that the learned weights recognise are all the evidence there is.

For a criterion whose id the shipped weights know (see docs/decisions/0010); it takes no options: ``recognised: {}``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..evidence import Evidence
from ..reading import Reading


@dataclass(frozen=True, slots=True)
class Options:
    """None."""


def phrases(options: Options) -> Iterator[str]:
    """No phrase."""
    return iter(())


def find(options: Options, reading: Reading) -> Iterator[Evidence]:
    """Nothing: what is recognised is added for every criterion that has weights."""
    return iter(())
