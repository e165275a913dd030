"""When something happens: whether the first finite verb of a clause is past or present."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .terms import Hit
from .words import Word

Found = Mapping[str, Sequence[Hit]]

_NOT_VERBS = frozenset({"need", "indeed", "hundred", "named", "based", "limited", "related", "united", "aged", "shed"})
_RELATIVES = frozenset({"who", "that", "which"})
_ALWAYS_VERBS = frozenset({"is", "are", "has", "have", "do", "does"})
_BEHIND_ORDERS = frozenset("the every each all any them children child young us what how".split())
"""Words behind an order ("ask every child"), where a noun would not have them."""
_BEFORE_NOUNS = frozenset(
    "as the a an their its our his her your each every any no this these those such own of in for on by at with from "
    "to would could might will shall must may can should not".split()
)


def tense_of(text: str, words: Sequence[Word], found: Found, start: int, end: int) -> str:
    """ "present" or "past" by the first finite verb, "" for a fragment; a verb behind "who" speaks of somebody else."""
    verbs = [
        (hit.start, name)
        for name in ("past", "present")
        for hit in found.get(name, ())
        if start <= hit.start < end
        and (words[hit.start - 1].text != "as" if name == "past" else _is_verb(text, words, hit, start))
    ]
    main = [verb for verb in verbs if verb[0] == start or words[verb[0] - 1].text not in _RELATIVES]
    if verbs:
        return min(main or verbs)[1]
    return _tense_by_ending(text, words, found, start, end)


def _is_verb(text: str, words: Sequence[Word], hit: Hit, start: int) -> bool:
    """Whether a word that could be a noun ("report", "needs") is the verb here."""
    word = words[hit.start].text
    if hit.start == start:
        after = words[hit.end].text if hit.end < len(words) else ""
        return word.endswith("s") or word in _ALWAYS_VERBS or after in _BEHIND_ORDERS
    return words[hit.start - 1].text not in _BEFORE_NOUNS and not _is_possessive(text, words[hit.start - 1])


def _is_possessive(text: str, word: Word) -> bool:
    return word.text.endswith("'s") or text[word.end : word.end + 1] in ("'", "’")


def _tense_by_ending(text: str, words: Sequence[Word], found: Found, start: int, end: int) -> str:
    """The tense of a verb that no list holds: a word in -s right behind who acts, or any word in -ed."""
    subjects = {hit.end for name, hits in found.items() if name.startswith("actor ") for hit in hits}
    for position in range(start, end):
        word = words[position].text
        if word in ("never", "always"):
            return "present"
        is_s_form = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "us"))
        if position in subjects and is_s_form and not _is_possessive(text, words[position - 1]):
            return "present"
        before = words[position - 1].text if position > start else ""
        if len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS and before not in _BEFORE_NOUNS:
            return "past"
    return ""
