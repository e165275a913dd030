"""Whether text is in force: what stands around a passage, or in it, and leaves it dead or without force.

"The Provider shall ask each child" promises nothing under "Out of scope", in a clause that "is deleted", or as what
"the former contract" said; and little where "the above is guidance only" or a table calls it desirable. Dead text is no
evidence of anything, good or bad.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from .document import BlockKind, Document, Sentence
from .language.frames import (
    ABOVE,
    ASKS_LEAVE,
    ASKS_WHETHER,
    AWAY,
    BACK,
    BOUND_THEN,
    CLAUSE,
    DEAD_NOW,
    DEAD_TITLE,
    EXCEPTS,
    FORMER,
    FORWARD,
    FREE_CELL,
    NO_CELL,
    NOT_ALL,
    NOT_ONLY,
    NOUGHT_CELL,
    NUMBERED,
    REFUSED_CELL,
    REFUSING_CELL,
    RISK,
    SLOT,
    SOFT_TITLE,
    VOID_CELL,
    WEIGHS,
    WHOLE,
    ZERO_CELL,
)
from .language.harm import names_harm
from .language.replies import denies_leave

_ASIDE = re.compile(r"\([^()]*\)")
_LONGEST_LABEL = 12
"""Words: a longer paragraph is no label of what follows."""
_OPENING = 2
"""So many words open a label that is put as a sentence ("Withdrawn. Do not use.")."""
_NOUGHTS = 2
"""So many cells of a row that say "none" leave nothing of it."""
_SHOWN = 80
"""Characters of a sentence that are shown as a reason."""
_ANSWER = 2
"""Sentences before an answer that can belong to it: its question, and "No."."""
_FAR = 60
"""Sentences of a paragraph to which a line on "the above" reaches, so that an endless one is read in linear time."""


class Left(StrEnum):
    """What is left of a passage's force: nothing, no binding force, or the contrary, since the answer is no."""

    DEAD = "dead"
    FREE = "free"
    REFUSED = "refused"


class Standing(NamedTuple):
    """What became of a passage's force, and the words that say so."""

    left: Left
    words: str


def standings(document: Document) -> dict[int, Standing]:
    """For the sentences that are not in force or bind nobody what became of them, by number; dead outweighs free."""
    found: dict[int, Standing] = {}
    for numbers, standing in _all(document):
        for number in numbers:
            if number not in found or standing.left is Left.DEAD:
                found[number] = standing
    return found


def _all(document: Document) -> Iterator[tuple[Sequence[int], Standing]]:
    for number, group in groupby(document.sentences, key=lambda sentence: sentence.section):
        sentences, section = list(group), document.sections[number]
        for title in dict.fromkeys((*section.path, section.title)):
            yield _of(title, sentences)
        yield from _of_section(sentences)


def _of_section(sentences: Sequence[Sentence]) -> Iterator[tuple[Sequence[int], Standing]]:
    """What the sentences of one section say of themselves and of each other."""
    passages = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.passage)]
    for place, passage in enumerate(passages):
        if passage[0].kind is BlockKind.CELL:
            yield from _row(passage)
            continue
        before, behind = passages[place - 1] if place else [], (passages[place + 1 : place + 2] or [[]])[0]
        if _is_label(passage):
            yield _of(passage[0].text, [*passage, *behind])
        for position, sentence in enumerate(passage):
            yield _of(sentence.lead, [sentence])
            if denies_leave(sentence.lead, sentence.text):
                near = [*before[-1:], *passage[max(0, position - _ANSWER) : position]][-_ANSWER:]
                asked = [one for one in near if _belongs(one, sentence)]
                yield _numbers([*asked, sentence]), Standing(Left.REFUSED, _shown(sentence.text))
            for said in _said(sentence.text):
                around = passage[max(0, position - _FAR) : position] or before[-_FAR:]
                ahead = passage[position + 1 : position + 1 + _FAR] or behind[:_FAR]
                reached = around if said.back and around else ahead if said.ahead else []
                yield _numbers([*reached, *([sentence] if said.itself else [])]), said.standing
    yield from _of_whole(sentences)
    yield from _cancelled(sentences)


def _belongs(before: Sentence, answer: Sentence) -> bool:
    """Whether a sentence is the question, or the bare "No.", that an answer was read with."""
    return before.text in answer.lead


def _numbers(sentences: Iterable[Sentence]) -> list[int]:
    return [sentence.number for sentence in sentences]


def _of(label: str, sentences: Iterable[Sentence]) -> tuple[Sequence[int], Standing]:
    """What a title, lead-in or head of a column makes of the sentences under it."""
    dead, free = DEAD_TITLE.search(label), SOFT_TITLE.search(label)
    if dead:
        return _numbers(sentences), Standing(Left.DEAD, dead[0].strip(" /"))
    if free and not NOT_ONLY.search(label):
        return _numbers(sentences), Standing(Left.FREE, free[0].strip(" /"))
    return (), Standing(Left.FREE, "")


def _is_label(passage: Sequence[Sentence]) -> bool:
    """Whether a paragraph only says what follows is: it is short and no sentence, or opens with the word for it."""
    text = " ".join(one.text for one in passage)
    if passage[0].kind is not BlockKind.PARAGRAPH or len(_ASIDE.sub(" ", text).split()) > _LONGEST_LABEL:
        return False
    opening = " ".join(text.split()[:_OPENING])
    return not text.endswith(".") or bool(DEAD_TITLE.search(opening) or SOFT_TITLE.search(opening))


class _Said(NamedTuple):
    """What a sentence says of itself, of what stands before it (or, if there is nothing, behind it)."""

    standing: Standing
    itself: bool
    back: bool
    ahead: bool


def _said(text: str) -> Iterator[_Said]:
    dead = DEAD_NOW.search(text) or (FORMER.search(text) if BOUND_THEN.search(text) else None)
    if dead:
        label = dead[0].endswith(")") and len(text.split()) <= _LONGEST_LABEL
        yield _Said(Standing(Left.DEAD, dead[0].strip()[-_SHOWN:]), True, bool(ABOVE.search(text)), label)
    slot = SLOT.search(text)
    if slot:
        yield _Said(Standing(Left.FREE, slot[0]), True, False, False)
    back = BACK.search(text) or AWAY.search(text) or NOT_ALL.search(text)
    ahead = FORWARD.search(text)
    if back or ahead:
        yield _Said(Standing(Left.FREE, _shown(text)), False, bool(back), bool(ahead))


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


def _of_whole(sentences: Sequence[Sentence]) -> Iterator[tuple[Sequence[int], Standing]]:
    """What the first sentence that speaks of the whole section or schedule makes of it."""
    for sentence in sentences:
        text = sentence.text
        if WHOLE.search(text) and (BACK.search(text) or AWAY.search(text) or FORWARD.search(text)):
            yield _numbers(sentences), Standing(Left.FREE, _shown(text))
            return


def _cancelled(sentences: Sequence[Sentence]) -> Iterator[tuple[Sequence[int], Standing]]:
    """The clauses of a section that others take the force from by naming their number."""
    named = [(match[1], one) for one in sentences if (match := NUMBERED.search(one.text))]
    numbered: dict[str, list[Sentence]] = {}
    for one in sentences if named else ():
        if opening := CLAUSE.match(one.text):
            numbered.setdefault(opening[1].rstrip("."), []).append(one)
    for number, sentence in named:
        yield _numbers(numbered.get(number, ())), Standing(Left.FREE, _shown(sentence.text))


def _on_harm(cells: Sequence[Sentence]) -> bool:
    """Whether a row is about a harm, of which "never" is the best that can be said."""
    return any(names_harm(f"{cell.header} {cell.text}") for cell in cells)


def _weakens(head: str, text: str) -> bool:
    """Whether a cell under the head of its column takes force from its row: no marks, or an exception."""
    if EXCEPTS.match(head):
        return NO_CELL.fullmatch(text) is None and any(map(str.isalnum, text))
    return WEIGHS.search(head) is not None and ZERO_CELL.fullmatch(text) is not None


def _void(cells: Sequence[Sentence]) -> Standing | None:
    """What is left of a row of which, beside its first cell, nothing is filled in ("-"), or one says "not counted"."""
    said = [cell.text.strip(" .!*") for cell in cells[1:] if not EXCEPTS.match(cell.header.split(" / ")[0])]
    void = [text for text in said if VOID_CELL.fullmatch(text)]
    nought = [text for text in said if NOUGHT_CELL.fullmatch(text)]
    empty = said and len(void) + len(nought) == len(said) and (void or len(nought) >= _NOUGHTS)
    refusals = [text for text in said if REFUSING_CELL.fullmatch(text)]
    if refusals and _on_harm(cells):
        return None
    if empty:
        dead = all(REFUSING_CELL.fullmatch(text) or NOUGHT_CELL.fullmatch(text) for text in said)
        return Standing(Left.DEAD if dead else Left.FREE, f"its row says no more than “{said[0]}”")
    return Standing(Left.FREE, f"its row says “{refusals[0]}”") if refusals and void else None


def refuses(cell: Sentence) -> bool:
    """Whether a cell says that what its row names may not be done: "Allowed? No"."""
    return ASKS_LEAVE.search(cell.header) is not None and REFUSED_CELL.fullmatch(cell.text.strip(" .!*")) is not None


def _row(cells: Sequence[Sentence]) -> Iterator[tuple[Sequence[int], Standing]]:
    """What the heads of a row and its own cells say of it: "Desirable", "Required? No"."""
    void = _void(cells)
    if void:
        yield _numbers(cells), void
    if slot := next(filter(None, (SLOT.search(cell.text) for cell in cells)), None):
        yield _numbers(cells), Standing(Left.FREE, slot[0])
    for cell in cells:
        head, text = cell.header.split(" / ")[0], cell.text.strip(" .!*")
        yield _of(head, [cell])
        yield _of(cell.lead, cells)
        if RISK.match(head):
            yield [cell.number], Standing(Left.DEAD, head)
        if NO_CELL.fullmatch(text) and ASKS_WHETHER.search(head):
            yield _numbers(cells), Standing(Left.DEAD, f"{head}: {text}")
        elif refuses(cell) and not _on_harm(cells):
            yield _numbers(cells), Standing(Left.REFUSED, f"{head}: {text}")
        elif FREE_CELL.fullmatch(text) or _weakens(head, text):
            yield _numbers(cells), Standing(Left.FREE, f"{head}: {text}")
