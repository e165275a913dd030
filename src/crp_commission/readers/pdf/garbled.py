"""Pages whose fonts do not say which letters they draw."""

from __future__ import annotations

import re

# Signs that stand for no letter anyone could name; shares of a page's characters that make it unreadable.
_NO_LETTER = "[\ue000-\uf8ff\ufffd\uffff]"
_FEW, _MANY_STRANGE = 20, 0.3
_ENOUGH_TEXT = 2_000
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_COMMON, _RARE, _ENOUGH_LETTERS = "eaoinrst", 0.33, 100


def is_garbled(text: str) -> bool:
    """Whether the letters of a page cannot be told from its text.

    Fonts without a table of their letters give signs for private use, or letters that are all shifted by some steps:
    then the commonest letters of English and Welsh are rare.
    """
    text = text[len(text) // 4 : len(text) // 4 + _ENOUGH_TEXT]
    size = len(text) - text.count(" ")
    strange = len(text) - len(text.encode("ascii", "ignore"))
    if size >= _FEW and strange > _MANY_STRANGE * size and len(re.findall(_NO_LETTER, text)) > _MANY_STRANGE * size:
        return True
    lower = text.lower()
    common = sum(map(lower.count, _COMMON))
    if common >= _RARE * size:
        return False
    letters = sum(map(lower.count, _ALPHABET))
    return letters >= _ENOUGH_LETTERS and common < _RARE * letters
