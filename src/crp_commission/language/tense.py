"""When something happens: whether the first finite verb of a clause is past or present."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .terms import Hit
from .verbs import PASTS, can_be_noun, plain_forms, s_forms
from .words import Word

Found = Mapping[str, Sequence[Hit]]

_NOT_VERBS = frozenset({"need", "indeed", "hundred", "named", "based", "limited", "related", "united", "aged", "shed"})
_RELATIVES = frozenset({"who", "that", "which"})
_ALWAYS_VERBS = frozenset({"is", "are", "has", "have", "do", "does"})
_BEHIND_ORDERS = frozenset("the every each all any them children child young us what how".split())
"""Words behind an order ("ask every child"), where a noun would not have them."""
_BEHIND_VERBS = frozenset(
    "a an the its their his her our your each every all any both no some this these those them it him us you me one "
    "two three children child young people into up out only that which what how whether when whenever until "
    "unless".split()
)
"""Words behind a verb, where a noun that looks the same would not have them."""
_SUBJECTS = frozenset("we you they i it he she nobody everybody everyone somebody someone anybody anyone".split())
_MANY = frozenset("people children parents men women staff police most some many others few both".split())
"""Words that stand for more than one without ending in -s."""
_PRESENT_BY_ITSELF = frozenset(
    "never always it's that's there's here's he's she's what's we're you're they're i'm nobody's".split()
)
_BEFORE_INFINITIVES = frozenset("to would could might will shall must may can should not".split())
_BEFORE_NOUNS = frozenset(
    "as the a an their its our his her your each every any no this these those such own of in for on by at with from "
    "to would could might will shall must may can should not".split()
)


def tense_of(text: str, words: Sequence[Word], found: Found, start: int, end: int) -> str:
    """ "present" or "past" by the first finite verb, "" for a fragment.

    A verb behind "who" speaks of somebody else, and a past form behind a comma ("the plan, approved in May, sets ...")
    is a participle, where the clause has another verb.
    """
    verbs = [
        (hit.start, name)
        for name in ("past", "present")
        for hit in found.get(name, ())
        if start <= hit.start < end
        and (words[hit.start - 1].text != "as" if name == "past" else _is_verb(text, words, hit, start))
    ]
    main = [verb for verb in verbs if verb[0] == start or words[verb[0] - 1].text not in _RELATIVES]
    by_form = _by_form(text, words, found, start, end)
    if by_form is not None and (not verbs or (by_form[1] == "present" and by_form < min(main, default=(end, "")))):
        main.append(by_form)
    chosen = [one for one in main if one[1] == "present" or not _behind_comma(text, words, one[0], start)]
    return min(chosen or main or verbs, default=(0, ""))[1]


def _behind_comma(text: str, words: Sequence[Word], position: int, start: int) -> bool:
    return position > start and "," in text[words[position - 1].end : words[position].start]


def _is_verb(text: str, words: Sequence[Word], hit: Hit, start: int) -> bool:
    """Whether a word that could be a noun ("report", "needs") is the verb here."""
    word = words[hit.start].text
    if hit.start == start:
        after = words[hit.end].text if hit.end < len(words) else ""
        return word.endswith("s") or word in _ALWAYS_VERBS or after in _BEHIND_ORDERS
    before = words[hit.start - 1].text
    if word in _ALWAYS_VERBS:
        return before not in _BEFORE_INFINITIVES
    if (
        can_be_noun(word)
        and _in_a_list(text, words, hit.start)
        and not _stands_before_object(words, hit.end, len(words))
    ):
        return False
    return before not in _BEFORE_NOUNS and not _is_possessive(text, words[hit.start - 1])


def _is_possessive(text: str, word: Word) -> bool:
    return word.text.endswith("'s") or text[word.end : word.end + 1] in ("'", "’")


def _by_form(text: str, words: Sequence[Word], found: Found, start: int, end: int) -> tuple[int, str] | None:
    """Where the first verb that no list of the lexicon holds stands, by its form and the words about it; its tense."""
    subjects = {hit.end for name, hits in found.items() if name.startswith("actor ") for hit in hits}
    for position in range(start, end):
        word = words[position].text
        if word in _PRESENT_BY_ITSELF:
            return position, "present"
        before = words[position - 1].text if position > start else ""
        if before in _RELATIVES:
            continue  # it speaks of somebody else
        if position > start and _is_present(text, words, position, end, position in subjects):
            return position, "present"
        if before not in _BEFORE_NOUNS and (_ends_in_ed(word) or (word in PASTS and before)):
            return position, "past"
    return None


def _ends_in_ed(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS


def _is_present(text: str, words: Sequence[Word], position: int, end: int, acts: bool) -> bool:
    """Whether a word behind another one of its clause is a verb in the present; ``acts`` behind an actor."""
    word, before = words[position].text, words[position - 1]
    if before.text in _BEFORE_NOUNS or _is_possessive(text, before):
        return False
    if acts and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "us")):
        return True
    plural = before.text in _SUBJECTS or before.text in _MANY or _is_plural(before.text)
    if word not in s_forms() and not (plural and word in plain_forms()):
        return False
    if not can_be_noun(word) or before.text in _SUBJECTS:
        return position + 1 == end or words[position + 1].text != "of"
    return _stands_before_object(words, position + 1, end)


def _in_a_list(text: str, words: Sequence[Word], position: int) -> bool:
    """Whether a word follows a comma, "and" or "or", as things that are listed do."""
    before = words[position - 1]
    return before.text in ("and", "or") or "," in text[before.end : words[position].start]


def _stands_before_object(words: Sequence[Word], position: int, end: int) -> bool:
    """Whether the word at a position is one that a verb can have behind it and a noun has not."""
    after = words[position].text if position < end else ""
    return after in _BEHIND_VERBS or after[:1].isdigit() or after[:1] in ("£", "#")


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))
