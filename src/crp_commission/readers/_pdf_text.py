"""Lines put together again as running text, with words that were broken at a line's end made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..language.text import clean
from ._pdf_types import BROKEN, PageContent

# First parts of words that keep their hyphen: "self-" at a line's end goes on as "self-esteem".
_KEEP_HYPHEN = frozenset(
    "age all anti best child co community cross day decision e easy evidence ex face family first five follow four full "
    "half hard health high home in inter life long low mid multi needs non off on one out part peer person place post "
    "pre pro read rights school second self semi short six step street strength strengths sub ten third three trauma "
    "two up user value vice well whole work year young".split()
)
_HYPHENS = (BROKEN, "-", "\u2010")
_WORD = re.compile(r"[\w'’-]+")
_LAST_WORD = re.compile(r"[\w'’-]+$")


class Joiner:
    """Joins lines to text. It knows the words of the whole file, which tell how a broken word is spelt."""

    def __init__(self, pages: Iterable[PageContent]) -> None:
        texts = [segment.text for page in pages for segment in page.all_segments()]
        broken = any(text.endswith(_HYPHENS) for text in texts)
        self.words = {word for text in texts for word in _WORD.findall(text.lower())} if broken else set()

    def join(self, lines: Iterable[str]) -> str:
        """The lines as one text, cleaned."""
        text = ""
        for line in lines:
            if not text:
                text = line
            elif text.endswith(_HYPHENS) and (text[-1] == BROKEN or text[-2:-1].isalpha()):
                text = self._mend(text[:-1], line)
            elif text[-1] == "/" and text[-2:-1] != " ":
                text += line
            else:
                text = f"{text} {line}"
        return clean(text[:-1] + "-" if text.endswith(BROKEN) else text)

    def _mend(self, text: str, line: str) -> str:
        """Join a word that was broken: without its hyphen, unless it is spelt with one."""
        before, after = _LAST_WORD.search(text), _WORD.match(line)
        if before is None or after is None:
            return f"{text}-{line}"
        first, second = before.group().lower(), after.group().lower()
        if not line[0].islower() or f"{first}-{second}" in self.words:
            keep = True
        else:
            keep = first + second not in self.words and (first in _KEEP_HYPHEN or "-" in first)
        return f"{text}-{line}" if keep else text + line
