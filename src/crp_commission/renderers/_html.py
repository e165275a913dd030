"""What a page in HTML needs beside text: names for links, hashes for its policy, and the measures of its pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ..plain_words import GRID_WORDS, STATUS_SIGNS, STRENGTH_WORDS, asked, cell_sign

_RUNGS = ("mentioned", "intended", "committed", "measured")
_STATUS_OF = {sign: status for status, sign in STATUS_SIGNS.items()}


def policy_hash(text: str) -> str:
    """The source expression by which a Content-Security-Policy allows an inline style or script of that text."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}"


def anchor(text: str) -> str:
    """A name that can stand in an ``id`` and after ``#`` as it is."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", text)


def number(fraction: str) -> str:
    """An exact fraction as a decimal that SVG reads: "40", "62.5"."""
    return f"{float(Fraction(fraction)):g}"


def cell_status(counts: Mapping[str, int]) -> str:
    """The status whose sign a cell of the grid has."""
    return _STATUS_OF[cell_sign(counts)]


def cell_words(counts: Mapping[str, int]) -> str:
    """What the sign of a cell says: "some or part"."""
    return GRID_WORDS[cell_sign(counts)]


def ladder(strength: str) -> list[dict[str, Any]]:
    """The four steps from a mention to a promise that can be checked, each with whether ``strength`` reaches it."""
    reached = _RUNGS.index(strength) + 1 if strength in _RUNGS else 0
    return [{"words": STRENGTH_WORDS[rung], "reached": step < reached} for step, rung in enumerate(_RUNGS)]


def shares(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """The criteria that apply as pieces of a bar, in percent of its length: status, number, start, width."""
    total, before, pieces = asked(counts), 0, []
    for status, count in counts.items():
        if count and status != "not-applicable":
            pieces.append(
                {"status": status, "number": count, "start": _share(before, total), "width": _share(count, total)}
            )
            before += count
    return pieces


def _share(part: int, whole: int) -> str:
    return f"{part * 100 / whole:.3f}"
