"""Insertions: clauses set between commas inside another, which goes on behind them.

"The Provider shall, unless the child objects, tell the school": the duty is to tell, and only the middle is an
exception. "A worker, who is not employed by the council, meets each child": it is the worker who meets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..document import Clause
from .terms import Hit
from .verbs import PASTS, plain_forms, s_forms
from .words import Word

Found = Mapping[str, Sequence[Hit]]
Span = tuple[int, int]

_OPENERS = frozenset(
    {"which", "who", "whose", "where", "when", "if", "unless", "because", "although", "though", "while", "whereas"}
)
_ALSO = frozenset({"also", "always", "then", "therefore", "not", "never", "only", "still", "at"})
"""Words that may stand between a modal and the comma behind it, or between the comma and the verb."""
_LISTING = frozenset({"and", "or", "nor", "but", "not"})
_MOST_INSERTED = 25
"""Words: what is longer is hardly an insertion."""
_VERBAL = ("duty", "aim", "present", "past")


def with_insertions(
    text: str, words: Sequence[Word], found: Found, spans: Sequence[Span]
) -> tuple[list[Span], set[int]]:
    """The spans, cut where an insertion ends, and which of the new ones go on with the span before the insertion.

    Those are named by their place in the list that is returned.
    """
    cut: list[Span] = []
    resumed: set[int] = set()
    for start, end in spans:
        before = cut[-1] if cut else None
        place = _end_of_insertion(text, words, found, before, (start, end))
        if place is None:
            place = _end_of_reason(text, words, (start, end))
            cut += [(start, end)] if place is None else [(start, place), (place, end)]
        else:
            resumed.add(len(cut) + 1)
            cut += [(start, place), (place, end)]
    return cut, resumed


def joined(first: Clause, rest: Clause) -> tuple[Clause, Clause]:
    """The two parts of a clause around an insertion, each with what the other says of the whole."""
    if first.sign:
        rest = replace(rest, force=first.force, sign=first.sign, tense="present")
    elif not rest.tense:
        rest = replace(rest, tense="present")
    actor = first.actor or rest.actor
    negations = tuple(sorted({*first.negations, *rest.negations}))
    hedge = first.hedge or rest.hedge
    rest = replace(rest, actor=actor, negations=negations, hedge=hedge)
    first = replace(
        first, force=rest.force, sign=rest.sign, tense=rest.tense, actor=actor, negations=negations, hedge=hedge
    )
    return first, rest


def _end_of_insertion(text: str, words: Sequence[Word], found: Found, before: Span | None, span: Span) -> int | None:
    """Where what was begun in the span before goes on behind the insertion that opens this one; None if it does not."""
    start, end = span
    if before is None or before[1] != start or words[start].text not in _OPENERS or not _comma(text, words, start):
        return None
    verbal = {hit.start: hit.end for name in _VERBAL for hit in found.get(name, ())}
    modal = _ends_in_modal(words, found, before)
    if not modal and any(before[0] < place < start for place in verbal):
        return None  # it had its verb already
    for place in range(start + 2, min(end, start + _MOST_INSERTED)):
        if _comma(text, words, place) and words[place].text not in _LISTING:
            at = place + (words[place].text in _ALSO)
            if modal or (at < end and (at in verbal or _is_finite(words[at].text))):
                return place
    return None


def _ends_in_modal(words: Sequence[Word], found: Found, span: Span) -> bool:
    """Whether a span ends in "shall" or "may also", so that its verb is still to come."""
    last = span[1]
    while last > span[0] and words[last - 1].text in _ALSO:
        last -= 1
    return any(hit.end == last and hit.start >= span[0] for name in ("duty", "aim") for hit in found.get(name, ()))


def _end_of_reason(text: str, words: Sequence[Word], span: Span) -> int | None:
    """Where the clause begins for which a reason is given first: "because the law asks for it, staff ask"."""
    start, end = span
    opens = start == 0 or any(sign in text[words[start - 1].end : words[start].start] for sign in ".:;")
    if words[start].text != "because" or not opens:
        return None
    commas = (place for place in range(start + 2, end - 1) if _comma(text, words, place))
    return next((place for place in commas if words[place].text not in _LISTING), None)


def _comma(text: str, words: Sequence[Word], place: int) -> bool:
    return "," in text[words[place - 1].end : words[place].start]


def _is_finite(word: str) -> bool:
    return word in s_forms() or word in plain_forms() or word in PASTS
