"""Lines put together again as running text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...language.hyphens import mend
from .layout import BROKEN, PageContent

_HYPHENS = (BROKEN, "-", "\u2010")
_WORD = re.compile(r"[\w'’-]+")


class Joiner:
    """Joins lines to text. It knows the words of the whole file, which tell how a broken word is spelt."""

    def __init__(self, pages: Iterable[PageContent]) -> None:
        texts = [segment.text for page in pages for segment in page.all_segments()]
        broken = any(text.endswith(_HYPHENS) for text in texts)
        self._words = {word for text in texts for word in _WORD.findall(text.lower())} if broken else set()

    def join(self, lines: Iterable[str]) -> str:
        """The lines as one text, not yet cleaned."""
        parts: list[str] = []
        for line in lines:
            last = parts[-1] if parts else ""
            if last.endswith(_HYPHENS) and (last[-1] == BROKEN or last[-2:-1].isalpha()):
                parts[-1] = mend(last[:-1], line, self._words)
            elif last[-1:] == "/" and last[-2:-1] != " ":
                parts[-1] = last + line
            else:
                parts.append(line)
        text = " ".join(parts)
        return text[:-1] + "-" if text.endswith(BROKEN) else text
