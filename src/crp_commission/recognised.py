"""Recognised passages as evidence: which speak to a criterion, and what they are worth by the usual reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .checks import anchor
from .denials import frees, protects, spares
from .document import Clause
from .evidence import Evidence, Strength
from .grading import Grade, at_most, ban, denied, done, evidence, promise, thinly
from .holders import burdens_child, leaves_children_out
from .reading import Reading, Unit
from .recognition import Recognition
from .rules import Part, Rule
from .signals import Match
from .telling import refused_match, states, telling_match, telling_words
from .thresholds import THRESHOLDS, Thresholds

_DONE_STAGES = ("analyse", "plan", "review")


ANY = "any"
"""The column of passages that speak to any criterion at all."""


def joined(found: list[Evidence], recognition: Recognition, rule: Rule, part: Part, reading: Reading) -> list[Evidence]:
    """What a rule's words found where a passage can be about its criterion; if that is nothing, what is recognised.

    Beside what words found as promised, a passage that surely takes it away counts too.
    No weights were learned for the words that a council added to a list, so where one stands no support is asked for.
    Only an essential part can rest on what is recognised.
    """
    vouched = {number for phrase in rule.own_words for number in reading.terms.numbers_with(phrase)}
    least = THRESHOLDS.support if part.essential else THRESHOLDS.lesser_support
    supported = [
        one
        for one in found
        if reading.unit_of(one.sentence).number in vouched or _supported(one, recognition, rule, reading, least)
    ]
    if part.essential and not any(one.strength is Strength.CONTRADICTS for one in supported):
        told = list(passages(recognition, rule, reading, THRESHOLDS))
        taken = {reading.unit_of(one.sentence).number for one in told if one.strength is Strength.CONTRADICTS}
        supported = [one for one in supported if not _taken_away(one, taken, recognition, rule, reading)]
        promised = max((one.strength.rung for one in supported), default=0)
        supported += [
            one for one in told if not supported or _defeats(one, recognition, rule, reading, promised=promised)
        ]
    if part.essential:
        supported = [_full_or_thin(one, recognition, rule, reading) for one in supported]
    return [
        replace(one, bearing=recognition.around(rule.id, reading.unit_of(one.sentence).number)) for one in supported
    ]


def _full_or_thin(one: Evidence, recognition: Recognition, rule: Rule, reading: Reading) -> Evidence:
    """The evidence as a full promise if its paragraph surely is one, and as a thin one if it can be none.

    What its own sentence leaves unsaid can stand around it; but an aim, a hedge or a mere permission is said, not left
    unsaid, and stays what it is, and so does what binds nobody or frees somebody. A check that stands close by may be
    one on something else.
    """
    unit = reading.unit_of(one.sentence)
    if one.strength is Strength.MEASURED:
        thin = recognition.judged("full", rule.id, unit.number) < THRESHOLDS.full_support
        return replace(one, strength=Strength.COMMITTED, because=thinly(one.because)) if thin else one
    if (
        one.strength not in (Strength.MENTIONED, Strength.COMMITTED)
        or recognition.around(rule.id, unit.number) < THRESHOLDS.find
        or one.sentence in reading.standings
        or frees(reading, reading.document.sentences[one.sentence])
    ):
        return one
    asked = THRESHOLDS.bound_full if one.strength is Strength.COMMITTED else THRESHOLDS.surely_full
    if recognition.judged("full", rule.id, unit.number) < asked:
        return one
    told = telling_words(recognition, rule, unit)
    because = f"it speaks of this ({told}) and, with what stands around it, promises it in full"
    return replace(one, strength=Strength.MEASURED, because=because)


def _taken_away(one: Evidence, taken: set[int], recognition: Recognition, rule: Rule, reading: Reading) -> bool:
    """Whether what a rule's words took for a promise is the very passage that surely takes it away.

    ``taken`` are the numbers of the passages that are recognised to take something away.
    """
    number = reading.unit_of(one.sentence).number
    return number in taken and recognition.judged("against", rule.id, number) >= THRESHOLDS.against_thin


def _defeats(one: Evidence, recognition: Recognition, rule: Rule, reading: Reading, *, promised: int) -> bool:
    """Whether a passage takes away what a rule's words found: what can be checked, beyond much doubt; less beyond less.

    ``promised`` is the rung of the strongest promise found.
    """
    if one.strength is not Strength.CONTRADICTS:
        return False
    asked = THRESHOLDS.against_thin
    if promised >= Strength.COMMITTED.rung:
        firm = promised >= Strength.MEASURED.rung
        caution = THRESHOLDS.against_caution if firm else THRESHOLDS.beside_caution
        asked = THRESHOLDS.against_beside + caution * _doublings(reading)
    return recognition.judged("against", rule.id, reading.unit_of(one.sentence).number) >= asked


def _supported(one: Evidence, recognition: Recognition, rule: Rule, reading: Reading, least: float) -> bool:
    number = reading.unit_of(one.sentence).number
    if recognition.around(rule.id, number) < least or not _speaks(recognition, number):
        return False
    against = one.strength is Strength.CONTRADICTS
    if not against:
        return True
    asked = THRESHOLDS.against_support + THRESHOLDS.against_caution * _doublings(reading)
    protected = protects(reading, reading.document.sentences[one.sentence])
    return not protected and recognition.judged("against", rule.id, number) >= asked


def _speaks(recognition: Recognition, number: int) -> bool:
    """Whether a passage can speak to any criterion, as boilerplate and papers about others do not."""
    return not recognition.knows(ANY) or recognition.around(ANY, number) >= THRESHOLDS.speaks


def passages(recognition: Recognition, rule: Rule, reading: Reading, thresholds: Thresholds) -> Iterator[Evidence]:
    """Evidence from the passages that speak to a criterion, in reading order."""
    if reading.adult:
        return
    least = thresholds.find_alone if _wordless(rule) else thresholds.find
    against = thresholds.find_against + thresholds.takes_caution * _doublings(reading)
    asked = {Strength.CONTRADICTS: min(least, against), Strength.MENTIONED: max(least, thresholds.mentioned)}
    for number in recognition.passages(rule.id, min(least, against)):
        unit = _heart(recognition, rule, reading, number)
        if not _speaks(recognition, unit.number):
            continue
        found = _judged(recognition, rule, reading, unit, thresholds)
        if found is not None and recognition.beginning(rule.id, number) >= asked.get(found.strength, least):
            yield found


def _doublings(reading: Reading) -> int:
    """How often a paper's length has to be halved to be that of an excerpt."""
    return max(len(reading.units), THRESHOLDS.short).bit_length() - THRESHOLDS.short.bit_length()


def _wordless(rule: Rule) -> bool:
    """Whether what a criterion rests on has no words. Its weights have to know by themselves who is spoken of."""
    return all(part.is_wordless for part in rule.parts if part.essential)


def _heart(recognition: Recognition, rule: Rule, reading: Reading, number: int) -> Unit:
    """Of a passage's two units the one that speaks more to the criterion."""
    units = reading.units
    if recognition.alone(rule.id, number) >= recognition.beginning(rule.id, number) or number + 1 >= len(units):
        return units[number]
    return units[max((number, number + 1), key=lambda one: recognition.alone(rule.id, one))]


def _judged(
    recognition: Recognition, rule: Rule, reading: Reading, unit: Unit, thresholds: Thresholds
) -> Evidence | None:
    score = recognition.around(rule.id, unit.number)
    refused = refused_match(recognition, rule.id, reading, unit)
    if refused is not None:
        words = telling_words(recognition, rule, unit)
        return evidence(refused, Grade(Strength.CONTRADICTS, f"it speaks of this ({words}), and the answer is no"))
    against = recognition.judged("against", rule.id, unit.number)
    sure = score >= thresholds.unsaid or against >= thresholds.surely_against
    plain = _wordless(rule) or (sure and reading.names_children()) or score >= thresholds.unnamed
    match = telling_match(recognition, rule.id, reading, unit, of_children=not plain)
    if match is None:
        return None
    sentence, position = anchor(match)
    clause = reading.clause_at(unit, position)
    if clause is None:
        return None
    if not (sure or states(clause) or sentence.lead or sentence.header):
        return None  # a fragment says little
    words = telling_words(recognition, rule, unit)
    reason = clause.role == "reason" and clause.start > 0  # for the clause before it
    stated = states(clause) and not reason and not spares(sentence.text)
    least = thresholds.against_ban if denied(match, clause) else thresholds.against
    least -= thresholds.left_out if leaves_children_out(sentence) else 0
    takes_away = stated and against >= least and not protects(reading, sentence)
    if takes_away and against >= least + thresholds.takes_caution * _doublings(reading):
        return evidence(match, Grade(Strength.CONTRADICTS, f"it speaks of this ({words}) and takes it away"))
    if takes_away or burdens_child(unit, clause):
        return None  # what may take it away, if not beyond doubt in so long a paper, does not promise it
    grade = _grade(rule, reading, match, clause)
    if recognition.judged("full", rule.id, unit.number) < thresholds.full:
        grade = at_most(grade, Strength.COMMITTED)
    return evidence(match, Grade(grade.strength, f"it speaks of this ({words}): {grade.because}", grade.details))


def _grade(rule: Rule, reading: Reading, match: Match, clause: Clause) -> Grade:
    if denied(match, clause):
        return ban(reading, match, clause)
    if clause.tense == "past" and rule.stage in _DONE_STAGES:
        return done(reading, match)
    return promise(reading, match) or Grade(Strength.MENTIONED, "it is spoken of, as an exception or a reason")
