"""Names for passages that survive renumbering and moving."""

from __future__ import annotations

import hashlib
import unicodedata


def fingerprint(criterion: str, quote: str) -> str:
    """Sixteen hexadecimal digits for these words under this criterion, wherever they stand.

    Case, white space and the shapes of quotation marks and dashes do not matter, so that a clause keeps its name
    when a colleague saves the document in another program.
    """
    return hashlib.sha256(f"{criterion}\n{normal(quote)}".encode("utf-8", "replace")).hexdigest()[:16]


def normal(quote: str) -> str:
    """The words of a passage without what differs from program to program."""
    return " ".join(unicodedata.normalize("NFKC", quote).translate(_SHAPES).casefold().split())


_SHAPES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00ad": ""})
