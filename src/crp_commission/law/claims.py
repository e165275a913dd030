"""Claims about children's rights that say more than is so: "fully UNCRC compliant"."""

from __future__ import annotations

from dataclasses import replace

from ..document import Clause, Force, SectionKind, Sentence
from ..lawbook import Certainty, Claim, Lawbook, LawFinding
from ..reading import Reading, Unit
from .mentions import Mentions, in_quotes
from .nations import Settled

_CERTAINTY: dict[str, Certainty] = {"yes": "sure", "partly": "likely", "no": "check"}


def overclaims(book: Lawbook, reading: Reading, mentions: Mentions, settled: Settled) -> list[LawFinding]:
    """One finding for each claim and file, at the place where it stands first."""
    found: dict[tuple[str, str], LawFinding] = {}
    for claim in book.claims:
        if claim.nations and not (settled.nations and settled.nations <= frozenset(claim.nations)):
            continue
        for number in reading.terms.numbers_with(f"claim {claim.id}"):
            sentence = _claimed(claim, reading, mentions, reading.units[number])
            if sentence is None:
                continue
            key = (claim.id, sentence.place.file)
            first = found.get(key)
            found[key] = replace(first, times=first.times + 1) if first else _finding(claim, sentence)
    return _once(list(found.values()))


def _claimed(claim: Claim, reading: Reading, mentions: Mentions, unit: Unit) -> Sentence | None:
    """The sentence of a unit that makes a claim for itself, and neither asks, quotes nor denies it."""
    if reading.section(unit).kind is SectionKind.CONTENTS or mentions.says(unit, "cue denial"):
        return None
    for hit in reading.terms.hits(unit.number, f"claim {claim.id}"):
        first, last = unit.words[hit.start], unit.words[hit.end - 1]
        if unit.owner[hit.start] < 0 or first is None or last is None:
            continue
        sentence = unit.sentences[unit.owner[hit.start]]
        clause = reading.clause_at(unit, hit.start)
        quoted = sentence.quoted or in_quotes(sentence.text, first.start, last.end)
        if not quoted and not sentence.text.rstrip().endswith("?") and _fits(claim, clause):
            return sentence
    return None


def _fits(claim: Claim, clause: Clause | None) -> bool:
    if clause is None:
        return claim.of == "any"
    if clause.negations or clause.force is Force.REQUEST:
        return False
    return claim.of == "any" or (clause.force is Force.STATEMENT and clause.role == "main")


def _finding(claim: Claim, sentence: Sentence) -> LawFinding:
    return LawFinding(
        kind="overclaim",
        id=claim.id,
        name="",
        sentence=sentence.number,
        quote=sentence.text,
        place=sentence.place,
        says=claim.says,
        instead=claim.instead,
        reference=claim.reference,
        checked=claim.checked,
        certainty=_CERTAINTY[claim.verified],
    )


def _once(found: list[LawFinding]) -> list[LawFinding]:
    """Of several claims in one sentence the first: they say the same thing in other words."""
    seen: dict[int, LawFinding] = {}
    for one in found:
        seen.setdefault(one.sentence, one)
    return list(seen.values())
