"""The words of a document's sentences, and the terms of the English lexicon in them, found for all at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .address import as_child, written_to_children
from .document import Sentence
from .language.many import hits_in
from .language.meaning import english
from .language.search import Hit
from .language.words import Word, words

_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NUMBER = re.compile(rf"\s*\d{{1,3}}(?:(?:\.\d{{1,3}})+\.?\s+|\.?\s+(?=[A-Z][a-z])(?!{_MONTHS}\b))")
"""A clause's number in front of its sentence: "5.1 Children were asked" is no count of children."""
_SIGN = "§"


def spoken(sentences: Sequence[Sentence]) -> dict[int, tuple[Sequence[Word], Mapping[str, list[Hit]]]]:
    """The words of each sentence, by its number, and the terms of the lexicon in them."""
    by_file: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        by_file.setdefault(sentence.place.file, []).append(sentence)
    to_children = {file for file, own in by_file.items() if written_to_children(own)}
    texts = [
        as_child(_words(sentence.text)) if sentence.place.file in to_children else _words(sentence.text)
        for sentence in sentences
    ]
    hits = hits_in(english().index, texts)
    return {one.number: found for one, found in zip(sentences, zip(texts, hits, strict=True), strict=True)}


def _words(text: str) -> list[Word]:
    """The words of a sentence; those that are its number stand for no figure."""
    found, number = words(text), _NUMBER.match(text)
    if number is None:
        return found
    return [Word(_SIGN, _SIGN, one.start, one.end) if one.end <= number.end() else one for one in found]
