"""Words broken by a hyphen at the end of a line, made whole again."""

from __future__ import annotations

import re
from collections.abc import Container

# First parts of words that keep their hyphen: "self-" at a line's end goes on as "self-esteem".
_KEEP_HYPHEN = frozenset(
    "age all anti best child co community cross day decision e easy evidence ex face family first five follow four "
    "full half hard health high home in inter life long low mid multi needs non off on one out part peer person place "
    "post pre pro read rights school second self semi short six step street strength strengths sub ten third three "
    "trauma two up user value vice well whole work year young".split()
)
_LAST_WORD = re.compile(r"[\w'’-]+$")
_FIRST_WORD = re.compile(r"[\w'’-]+")


def mend(text: str, line: str, words: Container[str]) -> str:
    """Join ``line`` to ``text``, which lost its last hyphen: "partici" and "pation" or "well" and "being".

    ``words`` are those of the whole file in lower case: they tell how the word is spelt elsewhere. Where they do not,
    the hyphen goes, but stays after the usual first parts of compound words and before a capital or a digit.
    """
    before, after = _LAST_WORD.search(text), _FIRST_WORD.match(line)
    if before is None or after is None:
        return f"{text}-{line}"
    first, second = before.group().lower(), after.group().lower()
    if not line[0].islower() or f"{first}-{second}" in words:
        keep = True
    else:
        keep = first + second not in words and (first in _KEEP_HYPHEN or "-" in first)
    return f"{text}-{line}" if keep else text + line
