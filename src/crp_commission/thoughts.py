"""Whether a sentence or clause goes on with the thought of another, so that its times and records check it too.

"The Provider shall consult children. This is done monthly." says how often children are consulted; "The insurer is told
of claims within a week." behind it says nothing of them. What goes on points back ("this", "the deadline"), takes up
a word as its subject ("Complaints are logged"), tells who looks at it, or speaks of children.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .document import Clause
from .language.meaning import Meaning
from .language.pointing import (
    ARTICLES,
    CHECKER_STEMS,
    CONDITIONS,
    COUNTED,
    DOCUMENTS,
    EACH,
    JOINERS,
    LOOKING_STEMS,
    OF_EACH,
    OF_THE_CHECK_STEMS,
    ONLY_IN_FRONT,
    PARTY_STEMS,
    PASSIVE,
    POINTING,
    RELATIVES,
    SOMEBODY,
    THING_STEMS,
)
from .language.words import Word

_OPENING = 4
_SUBJECT = 3
_NEAR = 2
_ALIKE = 6
"""Letters that two words share when one is made from the other ("consult", "consultation")."""
_SHORTEST = 4


def goes_on(words: Sequence[Word], about: Collection[str], before: Sequence[Word]) -> bool:
    """Whether ``words`` go on with the thought of the words ``before``; ``about`` is whom they speak of."""
    return points_back(words) or takes_on(words, about, before)


def takes_on(words: Sequence[Word], about: Collection[str], before: Sequence[Word]) -> bool:
    """Whether ``words`` that do not point back go on with the thought of those ``before`` by whom they speak of."""
    own = _without_front(words)
    return not _of_things(own, about) and ("child" in about or _takes_up(own, before))


def own_business(clause: Clause, acting: Clause, text: str, words: Sequence[Word], meaning: Meaning) -> bool:
    """Whether a clause of the sentence of the ``acting`` one says something else ("; invoices are paid monthly").

    ``words`` are those of the sentence's ``text``, ``meaning`` is what the clause's own words mean. What stands behind
    a colon explains what stands before it, and a list of things done ("references seen") is one thought.
    """
    if clause.role != "main" or not (clause.sign or clause.tense == "present"):
        return False
    own, about = words[clause.start : clause.end], meaning.about
    if clause.end <= acting.start or own[0].text in RELATIVES:
        return clause.end <= acting.start and own[0].text in RELATIVES and "child" not in about
    if ":" in text[words[acting.end - 1].end : own[0].start]:
        return False
    bare, before = _without_front(own), words[acting.start : acting.end]
    if bare and bare[0].text in (*clause.sign.split()[:1], "to"):  # no subject of its own
        return "child" not in about and _names_thing(bare)
    return not (_both_to_you(own, before) or goes_on(own, about, before))


def points_back(words: Sequence[Word]) -> bool:
    """Whether words point back to what was said before them ("this", "the deadline", "each such case")."""
    words = _without_front(words)
    texts = [word.text for word in words]
    first, second = (*texts[:2], "", "")[:2]
    if first in EACH:
        return second in OF_EACH or any(word.stem in OF_THE_CHECK_STEMS for word in words[1:2])
    if first == "what" or first in COUNTED or (first in CONDITIONS and second in SOMEBODY):
        return True
    return _is_of_the_check(words) or _is_checked(words) or any(_points(texts, place) for place in range(len(texts)))


def _without_front(words: Sequence[Word]) -> Sequence[Word]:
    """The words behind a clause's number, letter or joining word."""
    place = 0
    while place < len(words) and (not words[place].text[0].isalpha() or words[place].text in JOINERS):
        place += 1
    return words[place:]


def _is_of_the_check(words: Sequence[Word]) -> bool:
    """Whether the subject is what a promise is checked by ("The deadline is ...", "Records are ...")."""
    subject = next((word for word in words[:_NEAR] if word.text not in ARTICLES), None)
    return subject is not None and subject.stem in OF_THE_CHECK_STEMS


def _is_checked(words: Sequence[Word]) -> bool:
    """Whether somebody who checks looks at something ("The Council samples ten files"), or it "is looked at"."""
    looking = next((place for place, word in enumerate(words) if word.stem in LOOKING_STEMS), None)
    if looking is None or _names_thing(words):
        return False
    by_checker = any(word.stem in CHECKER_STEMS for word in words[:looking])
    return by_checker or any(word.text in PASSIVE for word in words[max(0, looking - _NEAR) : looking])


def _points(texts: Sequence[str], place: int) -> bool:
    if texts[place] not in POINTING or (place > 0 and texts[place] in ONLY_IN_FRONT):
        return False
    return place + 1 == len(texts) or texts[place + 1] not in DOCUMENTS


def _names_thing(words: Sequence[Word]) -> bool:
    return any(word.stem in THING_STEMS for word in words)


def _of_things(words: Sequence[Word], about: Collection[str]) -> bool:
    """Whether the words open with vans or invoices and do not speak of children."""
    return "child" not in about and _names_thing(words[:_OPENING])


def _both_to_you(words: Sequence[Word], before: Sequence[Word]) -> bool:
    """Whether both are said to the reader ("You are not in trouble ... and a guardian will be with you")."""
    return any(word.text == "you" for word in words) and any(word.text in ("you", "your") for word in before)


def _takes_up(words: Sequence[Word], before: Sequence[Word]) -> bool:
    """Whether the subject is a word that was said before, or one made from it."""
    subject = [word for word in words[:_SUBJECT] if word.stem not in PARTY_STEMS and word.text not in ARTICLES]
    return any(_alike(one, other) for one in subject for other in before if other.stem not in PARTY_STEMS)


def _alike(one: Word, other: Word) -> bool:
    if min(len(one.text), len(other.text)) < _SHORTEST:
        return False
    return one.stem == other.stem or (len(one.text) > _ALIKE and one.text[:_ALIKE] == other.text[:_ALIKE])
