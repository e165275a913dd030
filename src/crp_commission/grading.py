"""How much a passage is worth: from what a unit says and where it stands to a strength, with the reason in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .checks import anchor, checkable, checkable_elsewhere, same_thought
from .document import Clause, Detail, Force, SectionKind, Sentence
from .evidence import Evidence, Strength
from .holders import burdens_child, leaves_children_out
from .language.harm import LIFTED
from .language.quotations import told_by_others
from .reading import Reading, Unit
from .signals import Match

_DONE_CHECKS = frozenset(
    {"by when", "how many", "published or fed back", "who answers for it", "how often", "what ages"}
)
_CARRY = frozenset("shall will must are is be was were do does can may should".split())
PERMISSIONS = frozenset({"may", "can", "could", "may not", "cannot"})
_ASKING = re.compile(
    r"\W*(did|do|does|is|are|was|were|has|have|had|can|could|would|will|who|what|when|where|why|how|which)\b", re.I
)
"""What opens a question; one that only ends in a question tells of what was done first."""
_ACTION_HEADERS = re.compile(
    r"\b(by when|how often|frequency|owner|responsib\w+|how shown|target|deadline|timescale|weight(ing)?"
    r"|places|proof|control|threshold|who asks|checked|reported|bound by|how soon|who pays"
    r"|if missed|consequence|kpi|indicator|measure|evidence|lead|who by|due"
    r"|what will be done|what follows|standard|requirement)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Grade:
    """A strength with its reason and the checkable details that raised it."""

    strength: Strength
    because: str
    details: tuple[Detail, ...] = ()


_ASKED = Grade(Strength.MENTIONED, "it is a question, not a duty")


def evidence(match: Match, grade: Grade) -> Evidence:
    """Evidence made of a match and its grade."""
    sentence = _quoted(match)
    return Evidence(
        sentence=sentence.number,
        quote=sentence.text,
        place=sentence.place,
        strength=grade.strength,
        because=grade.because,
        lead=sentence.lead,
        header=sentence.header,
        details=tuple(detail.text for detail in grade.details),
    )


def _quoted(match: Match) -> Sentence:
    """The sentence to quote; of a row of a table matched at a mere number, such as its reference, the fullest cell."""
    sentence, _ = anchor(match)
    if not match.unit.is_row or any(map(str.isalpha, sentence.text)):
        return sentence
    return max(match.unit.sentences, key=lambda one: sum(map(str.isalpha, one.text)))


def denied(match: Match, clause: Clause | None) -> bool:
    """Whether the act is denied in its own clause by words that are not part of the signal."""
    if clause is None or clause.role == "condition":
        return False
    unit = match.unit
    _, position = anchor(match)
    base = unit.own_words(unit.owner[position])[0]
    spans = [(hit.start - base, hit.end - base) for hit in match.spans if unit.owner[hit.start] == unit.owner[position]]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    denials = [one for one in clause.negations if not any(start <= one < end for start, end in spans)]
    if len(denials) < len(clause.negations):
        # The signal's own words deny; only a denial right before them turns that round ("is not asked instead of").
        return any(first - 2 <= one < first for one in denials)
    reach = any(one < last or _behind_verb(unit, base + one) or _forbids(unit, base + one) for one in denials)
    return len(denials) % 2 == 1 and reach


def _behind_verb(unit: Unit, position: int) -> bool:
    """Whether a denial stands right behind the verb that carries the clause ("shall not"), and so denies all of it."""
    before = unit.words[position - 1] if position > 0 else None
    return before is not None and before.text in _CARRY


def _forbids(unit: Unit, position: int) -> bool:
    """Whether a denial is the verb of all that stands before it ("... is forbidden", "... is a breach")."""
    word = unit.words[position]
    return word is not None and word.text in ("is", "are", "be")


def promise(reading: Reading, match: Match, *, powers: bool = False) -> Grade | None:
    """The grade of a match as a promise; None where it promises nothing (or denies it: see ``denied``).

    With ``powers`` what the council may do counts as a commitment, since it is there to be used.
    """
    sentence, position = anchor(match)
    unit = match.unit
    clause = reading.clause_at(unit, position)
    if clause is None or clause.role in ("exception", "reason") or denied(match, clause):
        return None
    if burdens_child(unit, clause) or leaves_children_out(sentence):
        return None
    if powers and clause.actor in ("council", "child") and clause.sign in PERMISSIONS:
        grade = Grade(Strength.COMMITTED, f'it is a power that can be used ("{clause.sign}")')
    else:
        grade = _by_force(reading, unit, sentence, clause)
    return checked(reading, match, _capped(reading, unit, sentence, clause, grade))


def done(reading: Reading, match: Match) -> Grade:
    """The grade of what a text says was done: measured where it says when, how many or by whom, else a mention."""
    sentence, _ = anchor(match)
    if _asks(sentence) and _ASKING.match(sentence.text):
        return _ASKED
    details = tuple(detail for detail in checkable(reading, match.unit, match) if detail.kind in _DONE_CHECKS)
    if sentence.quoted or not details:
        return Grade(Strength.MENTIONED, "it does not say when, how many or by whom")
    said = "; ".join(f'{detail.kind}: "{detail.text}"' for detail in details[:3])
    grade = Grade(Strength.MEASURED, f"it was done and can be checked ({said})", details)
    return as_in_force(reading, sentence, grade)


def ban(reading: Reading, match: Match, clause: Clause) -> Grade:
    """The grade of a text that rules something out: as strong as the words that do, wherever it stands."""
    sentence, _ = anchor(match)
    grade = _by_force(reading, match.unit, sentence, clause)
    if clause.actor not in ("child", "") and LIFTED.search(sentence.text):
        return Grade(Strength.MENTIONED, "those who would do it do not have to")
    if grade.strength is Strength.COMMITTED:
        grade = Grade(Strength.COMMITTED, "it is ruled out")
    return checked(reading, match, _capped(reading, match.unit, sentence, clause, grade))


def _by_force(reading: Reading, unit: Unit, sentence: Sentence, clause: Clause) -> Grade:
    if _asks(sentence):
        return _ASKED
    if clause.force is Force.DUTY:
        return Grade(Strength.COMMITTED, f'{_who(clause)} bound to do it ("{clause.sign}")')
    if clause.force is Force.AIM:
        if clause.actor == "child" and clause.sign in PERMISSIONS:
            return Grade(Strength.COMMITTED, f'children are given a right to it ("{clause.sign}")')
        return Grade(Strength.INTENDED, f'it is an aim, not a duty ("{clause.sign}")')
    if unit.is_row and _action_table(unit):
        return Grade(Strength.COMMITTED, "it stands in a table of requirements or measures")
    if clause.tense == "present":
        return Grade(Strength.COMMITTED, "it is stated as what is done")
    if clause.tense == "past":
        return Grade(Strength.MENTIONED, "it says what was done, not what must be done")
    return Grade(Strength.MENTIONED, "nobody is said to do it")


def _asks(sentence: Sentence) -> bool:
    return sentence.text.rstrip().endswith("?")


def _who(clause: Clause) -> str:
    who = {
        "provider": "the provider is",
        "staff": "staff are",
        "council": "the council is",
        "child": "somebody is",
        "parents": "parents are",
        "bidder": "the bidder is",
    }
    return who.get(clause.actor, "somebody is")


def _action_table(unit: Unit) -> bool:
    headers = {header for sentence in unit.sentences for header in sentence.header.split(" / ")[:1] if header}
    return sum(bool(_ACTION_HEADERS.search(header)) for header in headers) >= 2


def _capped(reading: Reading, unit: Unit, sentence: Sentence, clause: Clause, grade: Grade) -> Grade:
    """The grade, held down by a hedge, by who is bound, or by where it stands."""
    kind = reading.section(unit).kind
    if sentence.quoted or told_by_others(sentence.text):
        return _at_most(grade, Strength.MENTIONED, "it is quoted from somebody else")
    if sentence.wished:
        return _at_most(grade, Strength.MENTIONED, "it is what children said, which nobody here takes up")
    if kind is SectionKind.BACKGROUND:
        return _at_most(grade, Strength.MENTIONED, "it stands in the background, not in a clause that binds")
    if kind is SectionKind.QUESTION:
        return _at_most(grade, Strength.MENTIONED, "it is asked of bidders, not promised")
    grade = as_in_force(reading, sentence, grade)
    if clause.actor in ("bidder", "parents") and clause.sign and clause.actor != "child":
        return _at_most(
            grade, Strength.INTENDED, f"the duty lies on {'bidders' if clause.actor == 'bidder' else 'parents'}"
        )
    if clause.hedge and not _bounded(reading, unit):
        return _at_most(grade, Strength.INTENDED, f'it is hedged ("{clause.hedge}")')
    return grade


def as_in_force(reading: Reading, sentence: Sentence, grade: Grade) -> Grade:
    """The grade, held down where what stands around it leaves it binding nobody."""
    free = reading.standings.get(sentence.number)
    return grade if free is None else _at_most(grade, Strength.INTENDED, f'it binds nobody ("{free.words}")')


def _bounded(reading: Reading, unit: Unit) -> bool:
    """A hedge with a test, a decider and a record does not weaken a duty; these often stand in the next sentence."""
    return any(meaning.bounded for meaning in same_thought(reading, unit))


def _at_most(grade: Grade, most: Strength, because: str) -> Grade:
    return Grade(most, because, grade.details) if grade.strength.rung > most.rung else grade


def at_most(grade: Grade, most: Strength | None) -> Grade:
    """The grade held to ``most``, because the rule says that this form is a thin one."""
    return grade if most is None else _at_most(grade, most, thinly(grade.because))


def thinly(because: str) -> str:
    """The reason for a grade, followed by why it counts for less."""
    return f"{because}, but this is a thin form of what is asked"


def checked(reading: Reading, match: Match, grade: Grade) -> Grade:
    """A commitment with something checkable in the same thought is measured."""
    if grade.strength is not Strength.COMMITTED:
        return grade
    details = checkable(reading, match.unit, match) or checkable_elsewhere(reading, match)
    if not details:
        return Grade(grade.strength, f"{grade.because}, with nothing to check it by")
    said = "; ".join(f'{detail.kind}: "{detail.text}"' for detail in details[:3])
    return Grade(Strength.MEASURED, f"{grade.because} and it can be checked ({said})", details)
