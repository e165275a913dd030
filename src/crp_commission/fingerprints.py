"""Names for passages that survive renumbering and moving."""

from __future__ import annotations

import hashlib
import unicodedata


def fingerprint(criterion: str, quote: str) -> str:
    """Sixteen hexadecimal digits for these words under this criterion, wherever they stand.

    Case, white space and the shapes of quotation marks and dashes do not matter, so that a clause keeps its name
    when a colleague saves the document in another program.
    """
    words = unicodedata.normalize("NFKC", quote).translate(_SHAPES).casefold().split()
    return hashlib.sha256(f"{criterion}\n{' '.join(words)}".encode("utf-8", "replace")).hexdigest()[:16]


_SHAPES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00ad": ""})
