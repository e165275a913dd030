"""The words that tell most of what a recognised passage speaks to: by them it is quoted and shown."""

from __future__ import annotations

from .checks import anchor
from .document import Clause
from .in_force import Left
from .language.terms import Hit
from .reading import Reading, Unit
from .recognition import Recognition
from .rules import Rule
from .signals import Match, Signal
from .standing import for_children, silent

_NO_SIGNAL = Signal("", (), (), ())
_SHOWN = 3
_SAYS_LITTLE = frozenset(
    "a about after all also an and any are as at be been before being both but by can do does each for from "
    "had has have he her his how if in into is it its may more must no nor not of off on one only or other our "
    "out over own per shall she should so some such than that the their them then there these they this those "
    "to under until up upon was we were what when where which while who whose will with within without would "
    "you your".split()
)
"""Words that tell a program something and a reader nothing."""
_WORD = 3
"""Letters of a cell's word that a reader could weigh; "£1.1m" is none."""


def telling_words(recognition: Recognition, rule: Rule, unit: Unit) -> str:
    """The words of a unit that tell most, quoted."""
    told = [word.text for place in recognition.telling(rule.id, unit) if (word := unit.words[place]) is not None]
    weighty = [text for text in told if text.casefold() not in _SAYS_LITTLE and not text.isdigit()]
    shown: dict[str, str] = {}
    for text in weighty or told:
        shown.setdefault(text.casefold(), text)
    return ", ".join(f"“{text}”" for text in list(shown.values())[:_SHOWN])


def telling_match(
    recognition: Recognition, column: str, reading: Reading, unit: Unit, *, of_children: bool = True
) -> Match | None:
    """A match on the word that tells most, in a place that can hold evidence (on children); None elsewhere.

    Of the words that are shown, one in a clause that states something comes before one in a fragment or a reason.
    """
    match = _most_telling(recognition, column, reading, unit)
    if match is None or silent(reading, unit, anchor(match)[0]):
        return None
    about = not of_children or (for_children(reading, unit, anchor(match)[0]) and reading.about_children(unit))
    return match if about else None


def refused_match(recognition: Recognition, column: str, reading: Reading, unit: Unit) -> Match | None:
    """A match on the word that tells most of what is refused to children in a unit; None where nothing is."""
    refused = any(
        standing.left is Left.REFUSED
        for sentence in unit.sentences
        if (standing := reading.standings.get(sentence.number)) is not None
    )
    return _most_telling(recognition, column, reading, unit) if refused else None


def _most_telling(recognition: Recognition, column: str, reading: Reading, unit: Unit) -> Match | None:
    positions = recognition.telling(column, unit)
    if not positions:
        return None
    if unit.is_row:
        positions = [one for one in positions if _is_word(unit, one)] or positions
    clauses = {one: reading.clause_at(unit, one) for one in positions[:_SHOWN]}
    stating = [one for one in positions[:_SHOWN] if states(clauses[one])]
    main = [one for one in stating if (clause := clauses[one]) is not None and clause.role == "main"]
    place = [*main, *stating, positions[0]][0]
    return Match(unit, _NO_SIGNAL, (Hit(place, place + 1),))


def states(clause: Clause | None) -> bool:
    """Whether a clause says something of somebody, as a fragment does not."""
    return clause is not None and bool(clause.sign or clause.tense)


def _is_word(unit: Unit, place: int) -> bool:
    word = unit.words[place]
    return word is not None and sum(map(str.isalpha, word.text)) >= _WORD
