"""Words: how a text is cut into them and which forms count as the same word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_SAME_LENGTH = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " "}
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[£%&@]")
_VOWEL = re.compile(r"[aeiouy]")
# "nam(ed)" has lost an e, since "nam" would have doubled its m; what ends in w, x or y doubles nothing.
_LOST_E = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")
_DOUBLED = re.compile(r"..([bdgmnprt])\1$|....ll$")

_NOT = "n't"
_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall"}
# Forms that no ending explains. Only words that rules and the reading of clauses lean on.
_IRREGULAR = {
    form: stem
    for stem, forms in {
        "child": "children childrens kids kid",
        "person": "persons",
        "say": "said says",
        "hear": "heard",
        "tell": "told",
        "meet": "met",
        "hold": "held",
        "choose": "chose chosen",
        "give": "gave given",
        "write": "wrote written",
        "keep": "kept",
        "make": "made",
        "take": "took taken",
        "speak": "spoke spoken",
        "seek": "sought",
        "lead": "led",
        "understand": "understood",
        "find": "found",
        "pay": "paid",
        "show": "shown",
        "feel": "felt",
        "bring": "brought",
        "build": "built",
        "draw": "drew drawn",
        "see": "saw seen",
        "go": "went gone goes going",
        "know": "knew known",
        "run": "ran running runs",
        "sit": "sat",
        "send": "sent",
        "get": "got gotten",
        "do": "did does done doing",
        "be": "was were been being",
        "begin": "began begun",
        "break": "broke broken",
        "come": "came",
        "put": "puts putting",
        "leave": "leaving leaves",
        "life": "lives",
        "woman": "women",
        "man": "men",
        "withdraw": "withdrew withdrawn",
        "hide": "hid hidden hiding",
        "die": "died dying",
        "feed": "fed",
        "bus": "buses",
        "teach": "taught",
        "think": "thought",
        "buy": "bought",
        "lose": "lost",
        "spend": "spent",
        "bind": "bound",
        "become": "became",
        "use": "used using uses",
        "note": "notes noted noting",
        "care": "cares cared caring",
        "rate": "rates rated rating ratings",
        "age": "aged ages",
        "service": "services",
        "sibling": "siblings",
        "building": "buildings",
    }.items()
    for form in forms.split()
}
_UNCHANGED = frozenset(
    [
        "this",
        "his",
        "has",
        "was",
        "is",
        "as",
        "its",
        "us",
        "during",
        "being",
        "thing",
        "nothing",
        "something",
        "anything",
        "king",
        "ring",
        "need",
        "feed",
        "speed",
        "indeed",
        "proceed",
        "succeed",
        "exceed",
        "seed",
        "deed",
        "bed",
        "red",
        "led",
        "united",
        "hundred",
        "always",
        "perhaps",
        "less",
        "unless",
        "across",
        "process",
        "access",
        "address",
        "business",
        "express",
        "progress",
        "success",
        "loss",
        "class",
        "pass",
        "press",
        "stress",
        "illness",
        "basis",
        "analysis",
        "crisis",
        "bias",
        "status",
        "bus",
        "plus",
        "thus",
        "news",
        "series",
        "species",
        "previous",
        "various",
        "serious",
        "religious",
        "young",
        "bring",
        "string",
        "spring",
        "evening",
        "morning",
        "wellbeing",
        "sibling",
        "building",
    ]
)


class Word(NamedTuple):
    """A word of a text: its folded form, its stem, and where it stands (offsets into the text)."""

    text: str
    stem: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text in one spelling for comparing: lower case, plain quotes and dashes; same length as the text."""
    folded = text.translate(_SAME_LENGTH).lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := char.lower()) == 1 else char for char in text.translate(_SAME_LENGTH))


def words(text: str) -> list[Word]:
    """The words of a text in order, with offsets into it; possessive endings are dropped from the stem.

    "Can't" is two words, "can" and "not", so that plain English is read as the formal is.
    """
    found: list[Word] = []
    for match in _WORD.finditer(fold(text)):
        word, start, end = match.group(), match.start(), match.end()
        if word.endswith(_NOT) and len(word) > len(_NOT):
            middle = end - len(_NOT)
            verb = word[: -len(_NOT)]
            found.append(Word(*_forms(_SHORTENED.get(verb, verb)), start, middle))
            found.append(Word(*_forms("not"), middle, end))
        else:
            found.append(Word(*_forms(word), start, end))
    return found


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, str]:
    """A word and its stem: the same two strings wherever it stands."""
    return word, stem(word)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The form under which inflections of one word meet: ``consults``, ``consulted`` -> ``consult``.

    Deliberately light: it only has to bring a rule's word and a document's word together.
    """
    word = word.removesuffix("'s").replace("'", "")
    if word in _IRREGULAR:
        return _tidy(_IRREGULAR[word])
    if word[:1].isdigit():
        return word.removesuffix("s")  # the under-18s, the 1990s
    if len(word) < 4 or word in _UNCHANGED or not word.isalpha():
        return word
    return _tidy(_without_ending(word))


def _without_ending(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= 3 and _VOWEL.search(bare):
            return f"{bare}e" if _LOST_E.fullmatch(bare) else bare
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        one = word[:-1]
        return _without_ending(one) if one.endswith("ing") and one not in _UNCHANGED else one
    return word


def _tidy(word: str) -> str:
    """The stem as it is kept: no doubled consonant ("stopp") and, save in short words, no final e."""
    if _DOUBLED.search(word):
        word = word[:-1]
    if len(word) > 4 and word.endswith("e"):
        return word[:-1]
    return word
