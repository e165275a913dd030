"""How much of a pack is judged: so much that a check ends within minutes, whatever the papers hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile

from .document import Document, Note, Sentence

_LONG = 1_000
"""Characters: a sentence counts once more for each so many that it has."""


def judged_part(document: Document, most: int) -> Document:
    """The pack as far as its first ``most`` sentences, with a note on each paper of which some is left out.

    Steps are counted, not seconds, so that the answer is the same on every machine. What is left out counts as
    unread, so that nothing is called missing that may stand there.
    """
    spent = accumulate(1 + len(sentence.text) // _LONG for sentence in document.sentences)
    count = sum(1 for _ in takewhile(lambda steps: steps <= most, spent))
    rest = document.sentences[count:]
    if not rest:
        return document
    notes = tuple(_notes(document.sentences, rest, most))
    return replace(document, sentences=document.sentences[:count], notes=(*document.notes, *notes))


def _notes(sentences: Sequence[Sentence], rest: Sequence[Sentence], most: int) -> Iterator[Note]:
    whole = Counter(sentence.place.file for sentence in sentences)
    lost = Counter(sentence.place.file for sentence in rest)
    first = {sentence.place.file: sentence.place for sentence in reversed(rest)}
    for file in lost:
        share = max(round(lost[file] / whole[file], 4), 0.0001)
        text = (
            f"{lost[file]:,} of its {whole[file]:,} sentences were not judged: all papers together have more than "
            f"{most:,}, which is the limit. Give fewer papers at a time, or raise `limits: sentences` in "
            f"crp-commission.yaml."
        )
        page, paragraph = first[file].page, first[file].paragraph
        yield Note(file, f"from page {page}" if page else f"from paragraph {paragraph}", text, share)
