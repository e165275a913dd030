"""Which lines belong to a contents page, which lists what stands elsewhere and promises nothing."""

from __future__ import annotations

import re

from .records import Paragraph

_PAGE_NUMBER = re.compile(r"(?:\d+|[ivxlc]+)$", re.IGNORECASE)
_LONGEST_PAGE_NUMBER = 8
_MOST_WORDS = 12


def is_contents_line(paragraph: Paragraph, *, styled: bool, inside: bool) -> bool:
    """Whether to leave ``paragraph`` out.

    ``styled`` says that it has a style for contents pages, ``inside`` that it stands in a contents page that the
    program makes. One of the two is not enough: the line must look like one as well, short or with a page number at
    its end.
    """
    if styled and inside:
        return True
    if styled:
        text = paragraph.text
        return bool(_PAGE_NUMBER.search(text[-_LONGEST_PAGE_NUMBER:])) or (
            len(text.split()) <= _MOST_WORDS and not text.endswith(".")
        )
    _, tab, end = paragraph.raw.rstrip().rpartition("\t")
    return inside and bool(tab) and bool(_PAGE_NUMBER.fullmatch(end.strip()))
