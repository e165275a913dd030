"""Clauses: who is bound to do what, how strongly, and what denies or limits it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..document import Clause, Force
from .insertions import joined, with_insertions
from .lexicon import ACTORS
from .tense import tense_of
from .terms import Hit
from .words import Word

Found = Mapping[str, Sequence[Hit]]

_STARTS_CLAUSE = frozenset(
    {"but", "although", "though", "while", "whereas", "which", "who", "where", "when", "if", "so"}
)
_OPENS = frozenset({"unless", "except", "until", "because"})
_AFTER_DENIAL = frozenset({"before", "without"})
"""Behind a denial these open a condition: "no decision before the child is heard"."""
_CONDITIONS = frozenset("from subject once if when where provided providing should depending until as assuming".split())
_JOINS = frozenset({"and", "or", "nor"})
_ALSO_DENIES = frozenset({"and", "or", "nor", "but"})
_PLAIN_DENIALS = frozenset("no not nobody nothing never none cannot neither nor".split())
_DENIAL_REACH = 4
"""Words behind "and" within which a denial is one of its own: "no child is asked and a parent is not told"."""
_WOULD = frozenset({"would", "could", "might"})
_ASKING = frozenset({"what", "how", "whether", "who", "why", "which"})
_LOOK_BACK = 6
_RELATIVE_REACH = 4
_RELATIVES = frozenset({"that", "which", "who", "whom"})
_MODALS = frozenset({"may", "can", "could", "might", "would", "should"})
_PERMISSIONS = frozenset({"may", "can", "could"})
_ONLY_REACH = 4
_SOFTENERS = 3
"""Words after "shall" within which "seek to" or "be encouraged to" takes the duty away again."""


def read_clauses(text: str, words: Sequence[Word], found: Found) -> tuple[Clause, ...]:
    """The clauses of one sentence in order. ``found`` holds the terms of the lexicon found in ``words``."""
    found = _without_lookalikes(words, found)
    spans, resumed = with_insertions(text, words, found, _spans(text, words, found))
    clauses: list[Clause] = []
    for number, (start, end) in enumerate(spans):
        if number in resumed:
            rest = _clause(text, words, found, start, end, None)
            clauses[-2], rest = joined(clauses[-2], rest)
            clauses.append(rest)
        else:
            clauses.append(_clause(text, words, found, start, end, clauses[-1] if clauses else None))
    return tuple(_under_condition(words, clauses))


def _under_condition(words: Sequence[Word], clauses: list[Clause]) -> list[Clause]:
    """The clauses; a hedge in a condition in front ("Once funds are found, ...") holds for what follows."""
    if len(clauses) < 2 or not clauses[0].hedge or clauses[1].hedge or words[0].text not in _CONDITIONS:
        return clauses
    return [clauses[0], replace(clauses[1], hedge=clauses[0].hedge), *clauses[2:]]


def _without_lookalikes(words: Sequence[Word], found: Found) -> Found:
    """The terms found, less aims that are none: "may" as a month, "would" in what somebody asked or weighed."""
    months = {position for hit in found.get("not aim", ()) for position in range(hit.start, hit.end)}
    aims = found.get("aim", ())
    kept = [hit for hit in aims if hit.start not in months and not _is_asked_about(words, hit)]
    return found if len(kept) == len(aims) else {**found, "aim": kept}


def _is_asked_about(words: Sequence[Word], hit: Hit) -> bool:
    """Whether a modal stands in a question that is reported ("what it would mean") or in a relative clause."""
    modal = words[hit.start].text
    before = [word.text for word in words[max(0, hit.start - _LOOK_BACK) : hit.start]]
    if modal in _WOULD and any(word in _ASKING for word in before):
        return True
    near = before[-_RELATIVE_REACH:]
    return modal in _MODALS and hit.start > _LOOK_BACK and any(word in _RELATIVES for word in near)


def inherit(clause: Clause, lead: Clause | None) -> Clause:
    """A list item's or cell's clause under its lead-in: without a force of its own it takes the lead-in's."""
    if lead is None or clause.sign or lead.force not in (Force.DUTY, Force.AIM):
        return clause
    negations = clause.negations or ((-1,) if lead.negations else ())
    return replace(_carried_on(clause, lead), negations=negations)


def _spans(text: str, words: Sequence[Word], found: Found) -> list[tuple[int, int]]:
    if not words:
        return []
    signs = {hit.start for name in ("duty", "aim") for hit in found.get(name, ())}
    hedges = {hit.start for hit in found.get("hedge", ())}
    breaks = [0]
    for position in range(1, len(words)):
        behind = words[position].text in _AFTER_DENIAL or _denies_too(words, position)
        denied = behind and _negations(words, found, breaks[-1], position)
        if position not in hedges and (denied or _breaks_here(text, words, signs, breaks[-1], position)):
            breaks.append(position)
    return list(zip(breaks, [*breaks[1:], len(words)], strict=True))


def _denies_too(words: Sequence[Word], position: int) -> bool:
    """Whether a second denial begins, beside the first and not within it: two in one clause would affirm."""
    opening = words[position].text
    if opening not in _ALSO_DENIES or (opening == "nor" and any(word.text == "neither" for word in words[:position])):
        return False
    near = [word.text for word in words[position : position + 1 + _DENIAL_REACH]]
    return any(word in _PLAIN_DENIALS for word in near)


def _breaks_here(text: str, words: Sequence[Word], signs: set[int], start: int, position: int) -> bool:
    between = text[words[position - 1].end : words[position].start]
    word = words[position].text
    if start == 0 and "," in between and words[0].text in ("save", "except"):
        return True  # an exception that opens the sentence ends at its comma
    if ";" in between or ":" in between or word in _OPENS or (word == "save" and "," in between):
        return True
    if "," in between and word in _STARTS_CLAUSE:
        return True
    if word == "that" and words[position - 1].text in ("note", "remember", "aware"):
        return True
    # A second modal verb after "and" or a comma has a subject of its own; a first one those before it.
    second = any(start <= sign < position for sign in signs) and any(position < sign <= position + 6 for sign in signs)
    return second and (word in _JOINS or "," in between)


def _clause(text: str, words: Sequence[Word], found: Found, start: int, end: int, before: Clause | None) -> Clause:
    force, sign = _force(found, start, end)
    tense = tense_of(text, words, found, start, end)
    if sign is None and not tense:
        force, sign = _can(words, start, end)
    clause = Clause(
        start,
        end,
        Force.STATEMENT,
        tense=tense,
        negations=_negations(words, found, start, end),
        hedge=_words(words, _first(found, "hedge", start, end)),
        role=_role(words, start, before),
    )
    if (
        sign is not None
        and clause.tense == "past"
        and not any(start <= hit.start < sign.start for hit in found.get("past", ()))
    ):
        clause = replace(clause, tense="present")  # "will be asked": the participle is no past
    if clause.role == "reason":
        return clause
    if sign is None and before is not None and clause.role == "condition":
        return _carried_on(clause, before)
    if sign is None and before is not None and not clause.tense:
        if before.sign:
            return _carried_on(clause, before)
        if words[start].text in _ALSO_DENIES and before.tense:
            return replace(clause, actor=before.actor, tense=before.tense)  # "... no say and no vote"
    if force is Force.AIM and sign is not None and words[sign.start].text in _PERMISSIONS:
        limited = any(word.text == "only" for word in words[sign.end : sign.end + _ONLY_REACH])
        if clause.negations or limited:
            force = Force.DUTY  # "no child may be ..." forbids, "may be used only if ..." limits
    actor = _actor(found, start, sign.start if sign else end)
    return replace(clause, force=force, actor=actor, sign=_words(words, sign))


def _carried_on(clause: Clause, before: Clause) -> Clause:
    """A clause without a verb of its own goes on with the force of the one before, as the items of a list do."""
    return replace(
        clause,
        force=before.force,
        actor=before.actor,
        sign=before.sign,
        tense="present",
        hedge=clause.hedge or ("" if clause.role == "condition" else before.hedge),
    )


def _role(words: Sequence[Word], start: int, before: Clause | None) -> str:
    opening = words[start].text
    if opening in ("unless", "until", "before", "without"):
        if opening in ("before", "without") and not (before is not None and before.negations):
            return "main"
        return "condition" if before is not None and before.negations else "exception"
    if opening == "because":
        return "reason"
    return "exception" if opening in ("except", "save") else "main"


def _force(found: Found, start: int, end: int) -> tuple[Force, Hit | None]:
    duty, aim = _first(found, "duty", start, end), _first(found, "aim", start, end)
    if duty is None and aim is None:
        return Force.STATEMENT, None
    if duty is None or (aim is not None and (aim.start < duty.start or aim.start <= duty.end + _SOFTENERS - 1)):
        return Force.AIM, aim
    return Force.DUTY, duty


def _can(words: Sequence[Word], start: int, end: int) -> tuple[Force, Hit | None]:
    """The "can" that carries a clause without another verb: a right if children can, else no duty."""
    for position in range(start + 1, end):
        if words[position].text == "can" and words[position - 1].text not in _RELATIVES:
            return Force.AIM, Hit(position, position + 1)
    return Force.STATEMENT, None


def _negations(words: Sequence[Word], found: Found, start: int, end: int) -> tuple[int, ...]:
    harmless = {position for hit in found.get("not negation", ()) for position in range(hit.start, hit.end)}
    denials = [hit.start for hit in found.get("negation", ()) if start <= hit.start < end and hit.start not in harmless]
    neither = any(words[position].text == "neither" for position in denials)
    return tuple(position for position in denials if not (neither and words[position].text == "nor"))


def _actor(found: Found, start: int, end: int) -> str:
    best, actor = (-1, 0), ""
    for name in ACTORS:
        for hit in found.get(f"actor {name}", ()):
            reach = (hit.end, hit.end - hit.start)
            if start <= hit.start < end and reach > best:
                best, actor = reach, name
    return actor


def _first(found: Found, name: str, start: int, end: int) -> Hit | None:
    return next((hit for hit in found.get(name, ()) if start <= hit.start < end), None)


def _words(words: Sequence[Word], hit: Hit | None) -> str:
    return "" if hit is None else " ".join(word.text for word in words[hit.start : hit.end])
