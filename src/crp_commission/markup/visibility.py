"""What a person who looks at the page does not see."""

from __future__ import annotations

import re

from ..extraction import Skipped
from . import elements
from .style_sheets import COMMENT, HIDES, Attributes, Match

_STRIKES = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)


def unseen(tag: str, attributes: Attributes, match: Match) -> Skipped | None:
    """Why the text of this element is left out, None when it is read or is of no interest (``elements.SILENT``)."""
    style = attributes.get("style", "")
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or (tag == "dialog" and "open" not in attributes)
        or (style and HIDES.search(COMMENT.sub("", style)))
        or match.hides
    ):
        return Skipped.HIDDEN
    if tag in elements.STRUCK or (style and _STRIKES.search(style)):
        return Skipped.STRUCK
    if tag == "nav" or attributes.get("role", "").lower() == "navigation":
        return Skipped.FURNITURE
    if tag in elements.EMBEDDED:
        return Skipped.EMBEDDED
    return Skipped.DRAWING if tag in elements.DRAWINGS else None


def emphasises(tag: str, attributes: Attributes) -> bool:
    """Whether the text of this element is bold, italic or underlined."""
    return tag in elements.EMPHASIS or bool(_BOLD.search(attributes.get("style", "")))
