"""The order in which people expect numbered names."""

from __future__ import annotations

import re


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A sort key that puts "page 9" before "page 10"."""
    return tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in re.split(r"([0-9]+)", text))
