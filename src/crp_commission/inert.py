"""Text in which a pipeline's log finds no command: what was read may say ``::error::``, and gives no orders."""

from __future__ import annotations

import re

_AT_START = re.compile(r"(?m)^([^\S\n]*)(?=::)")
_ANYWHERE = re.compile(r"##(?=\w*\[)")


def inert(text: str) -> str:
    """Lines of text with a · before a ``::`` that would begin one, and in every ``##[`` and ``##name[``."""
    return _ANYWHERE.sub("#·#", _AT_START.sub(r"\1·", text))
