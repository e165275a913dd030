"""The terms of an index in many texts at once, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .phrase_index import PhraseIndex
from .places import Places, positions_of
from .search import Hit
from .words import Word

BLOCK = 16_000
"""Words that are looked through at once: rows of bits of a whole long document would take much room."""

Text = Sequence[Word | None]


def last_words_in(index: PhraseIndex, texts: Sequence[Text]) -> list[dict[str, int]]:
    """For each text the terms it holds, each with the bits of the last words of its matches."""
    found: list[dict[str, int]] = [{} for _ in texts]
    for line, owners in _blocks(texts):
        for name, ends in index.ends(Places(line)).items():
            for end in positions_of(ends >> 1):
                number, start = owners[end]
                own = found[number]
                own[name] = own.get(name, 0) | 1 << (end - start)
    return found


def hits_in(index: PhraseIndex, texts: Sequence[Text]) -> list[dict[str, list[Hit]]]:
    """For each text the terms it holds, each with the longest match at each start, in order."""
    found: list[dict[str, list[Hit]]] = [{} for _ in texts]
    for line, owners in _blocks(texts):
        for name, hits in index.hits(Places(line)).items():
            for begin, end in hits:
                number, start = owners[begin]
                found[number].setdefault(name, []).append(Hit(begin - start, end - start))
    return found


def _blocks(texts: Sequence[Text]) -> Iterator[tuple[list[Word | None], list[tuple[int, int]]]]:
    """Texts laid end to end with a wall behind each, and for each place the number and start of its text."""
    line: list[Word | None] = []
    owners: list[tuple[int, int]] = []
    for number, text in enumerate(texts):
        owners.extend([(number, len(line))] * (len(text) + 1))
        line.extend((*text, None))
        if len(line) >= BLOCK:
            yield line, owners
            line, owners = [], []
    yield line, owners
