"""Assess: a document against rulesets, criterion by criterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from . import recognised, spoken_principles
from .assessment import Assessment, Finding, PartFinding, Status
from .document import Document
from .evidence import Evidence, Strength
from .holders import hears_bodies_alone
from .lacking import is_weak, missing
from .language.terms import TermTable
from .law import read_law
from .lawbook import Lawbook
from .plain_words import list_words, role_words
from .query import Query, best_first, compile_query
from .reading import Reading
from .recogniser import Recogniser
from .recognition import Recognition
from .rules import ROLES, Part, Rule, Ruleset, Scale, Severity
from .scoring import decide, defeated, tally

PROFILES = ("light", "standard", "full")
_DESCRIBES = frozenset(ROLES) - {
    "service-specification",
    "contract-terms",
    "kpi-schedule",
    "itt-questions",
    "exit-plan",
}
_OF_CHILDREN_THEMSELVES = "participation"
"""The principle that nobody but children can be the ones to take part in."""
_LIGHT = frozenset({Severity.CRITICAL})
_STANDARD = frozenset({Severity.CRITICAL, Severity.MAJOR})


class Judge:
    """Rulesets made ready to judge any number of documents."""

    def __init__(
        self,
        rulesets: Sequence[Ruleset],
        profile: str = "full",
        recogniser: Recogniser | None = None,
        lawbook: Lawbook | None = None,
    ) -> None:
        """``profile`` is one of PROFILES; the first ruleset's scale holds for all. Raises ValueError for a bad rule.

        With a ``recogniser`` the criteria it has weights for are also found by it, and rules' finds have its support.
        With a ``lawbook`` the law that a document cites is looked at too.
        """
        self._rulesets = tuple(rulesets)
        self._ready = [_Ready(ruleset, profile) for ruleset in rulesets]
        self._recogniser = recogniser
        self._lawbook = lawbook
        self._used = {ruleset.id for ruleset in rulesets} | {rule.ruleset for one in rulesets for rule in one.rules}

    def assess(self, document: Document) -> Assessment:
        """Judge ``document`` by every criterion asked."""
        scale = self._rulesets[0].scale
        reading = Reading(document, TermTable({}))
        recognition = Recognition(self._recogniser, reading) if self._recogniser is not None else None
        findings = tuple(one for ready in self._ready for one in ready.judge(reading, recognition, scale))
        spoken, heard = _of_principles(findings, recognition, reading) if recognition else ({}, {})
        law, suggestions = read_law(self._lawbook, reading, self._used) if self._lawbook else ((), ())
        return Assessment(document, self._rulesets, findings, spoken, heard, law, suggestions)


def _of_principles(
    findings: Sequence[Finding], recognition: Recognition, reading: Reading
) -> tuple[dict[str, tuple[Evidence, ...]], dict[str, frozenset[int]]]:
    """For each principle the passages that speak to it, and the sentences that can be about it at all."""
    names = dict.fromkeys(finding.rule.principle for finding in findings)
    return (
        {name: spoken_principles.spoken(recognition, name, reading) for name in names},
        {name: spoken_principles.speaking(recognition, name, reading) for name in names},
    )


def assess(
    document: Document,
    rulesets: Sequence[Ruleset],
    profile: str = "full",
    recogniser: Recogniser | None = None,
    lawbook: Lawbook | None = None,
) -> Assessment:
    """Judge ``document`` by every criterion of ``rulesets`` that ``profile`` asks; the first ruleset's scale holds."""
    return Judge(rulesets, profile, recogniser, lawbook).assess(document)


def asked(rule: Rule, profile: str) -> bool:
    """Whether a profile asks a criterion: light the critical ones, standard the major ones too, full all."""
    return profile == "full" or rule.severity in (_LIGHT if profile == "light" else _STANDARD)


def applies(rule: Rule, document: Document) -> bool:
    """A criterion does not apply when every file's role is known and none is where one expects it."""
    roles = {role for _, role in document.papers}
    return not rule.where or "unknown" in roles or not roles or bool(roles & set(rule.where))


def compile_table(ruleset: Ruleset) -> TermTable:
    """The table of all phrases that a ruleset's criteria look for. Raises ValueError for a bad rule."""
    queries = (query for rule in ruleset.rules for part in rule.parts for query in _compile(part))
    phrases = {phrase: (phrase,) for query in queries for phrase in query.phrases}
    phrases |= {phrase: (phrase,) for rule in ruleset.rules for phrase in rule.own_words}
    return TermTable(phrases, ruleset.vocabulary)


class _Ready:
    """One ruleset compiled: the queries of the criteria asked, and the table of all its phrases."""

    def __init__(self, ruleset: Ruleset, profile: str) -> None:
        self._rules = [
            (rule, [_compile(part) for part in rule.parts]) for rule in ruleset.rules if asked(rule, profile)
        ]
        self._table = compile_table(ruleset) if ruleset.table is None else TermTable.restore(ruleset.table)

    def judge(self, reading: Reading, recognition: Recognition | None, scale: Scale) -> list[Finding]:
        """The findings of its criteria."""
        asked = reading.of(self._table)
        return [_finding(rule, queries, asked, scale, recognition) for rule, queries in self._rules]


def _compile(part: Part) -> tuple[Query, ...]:
    return (compile_query(part.find), *([compile_query(part.against)] if part.against else []))


def _finding(
    rule: Rule, queries: list[tuple[Query, ...]], reading: Reading, scale: Scale, recognition: Recognition | None
) -> Finding:
    document = reading.document
    if not applies(rule, document):
        status, parts = Status.NOT_APPLICABLE, tuple(PartFinding(part) for part in rule.parts)
    else:
        parts = tuple(
            PartFinding(part, tuple(_found(rule, part, pair, reading, recognition)))
            for part, pair in zip(rule.parts, queries, strict=True)
        )
        status = decide(rule, parts, reading.ranks)
        if status in (Status.GAP, Status.PARTIAL) and unread(rule, document) > scale.unread_limit:
            status = Status.NEEDS_REVIEW
    why = _why(rule, status, parts, reading)
    return Finding(rule, status, why, parts, tally(rule, status, parts, scale), missing(rule, status, parts, document))


def _found(
    rule: Rule, part: Part, pair: tuple[Query, ...], reading: Reading, recognition: Recognition | None
) -> list[Evidence]:
    roles = {source.path: source.role for source in reading.document.files}
    found = [one for query in pair for one in query.find(reading)]
    if recognition is not None and recognition.knows(rule.id):
        found = recognised.joined(found, recognition, rule, part, reading)
    if rule.principle == _OF_CHILDREN_THEMSELVES:
        found = [one for one in found if not hears_bodies_alone(reading.unit_of(one.sentence))]
    return best_first(kept for one in found if (kept := _in_its_paper(rule, one, roles.get(one.place.file, ""))))


def _in_its_paper(rule: Rule, one: Evidence, role: str) -> Evidence | None:
    """The evidence as it counts in the paper it stands in.

    A paper that only describes binds nobody: where a criterion is not expected in it, it can neither defeat the
    criterion nor promise more than an intention.
    """
    if role not in _DESCRIBES or not rule.where or role in rule.where:
        return one
    if one.strength is Strength.CONTRADICTS:
        return None
    if one.strength.rung <= Strength.INTENDED.rung:
        return one
    because = f"it stands in a paper that binds nobody ({role_words(role)})"
    return replace(one, strength=Strength.INTENDED, because=because)


def unread(rule: Rule, document: Document) -> Fraction:
    """The share (0 to 1) of the files that should hold a criterion, by role, that could not be read."""
    expected = [path for path, role in document.papers if role in (*rule.where, "unknown")]
    expected = expected or [path for path, _ in document.papers]
    if not expected:
        return Fraction(0)
    lost = Fraction(0)
    for path in expected:
        share = sum(Fraction(str(note.unread)) for note in document.notes if note.file == path)
        lost += min(share, Fraction(1))
    return lost / len(expected)


def _why(rule: Rule, status: Status, parts: Sequence[PartFinding], reading: Reading) -> str:
    if status is Status.NOT_APPLICABLE:
        expected = list_words([role_words(role) for role in rule.where], 5)
        return f"None of the papers is one in which this is expected ({expected})."
    if status is Status.GAP:
        lesser = any(found.evidence for found in parts)
        return "Only lesser parts of this are spoken of." if lesser else "Nothing in the text speaks to this."
    if status is Status.NEEDS_REVIEW:
        share = _percent(unread(rule, reading.document))
        return f"{share} of the papers that should hold this could not be read: look there before you decide."
    if status is Status.CONTRADICTED:
        against = next(found for found in parts if found.part.essential and defeated(found, reading.ranks))
        winner = _first(against, contradicting=True)
        return f"Text in force works against this: {winner.because}.{_outranked(winner, against, reading)}"
    strongest = max((one for found in parts for one in found.evidence), key=lambda one: one.strength.rung)
    if status is Status.MET:
        return f"It is promised: {strongest.because}."
    unmet = [found.part.asks for found in parts if found.part.essential and is_weak(found)]
    tail = f" Not promised: {'; '.join(unmet)}." if unmet else ""
    return f"Something is there, but not enough: {strongest.because}.{tail}"


def _first(found: PartFinding, *, contradicting: bool) -> Evidence:
    return next(one for one in found.evidence if (one.strength is Strength.CONTRADICTS) == contradicting)


def _percent(share: Fraction) -> str:
    return f"{round(share * 100)}%"


def _outranked(winner: Evidence, found: PartFinding, reading: Reading) -> str:
    """What is said of a promise in a paper that ranks lower than the one that takes it away."""
    ranks = reading.ranks
    promises = [
        one
        for one in found.evidence
        if one.strength.rung >= Strength.COMMITTED.rung
        and ranks.get(one.place.file, 0) < ranks.get(winner.place.file, 0)
    ]
    if not promises:
        return ""
    stated = reading.precedence.sentence
    order = f"“{stated.text}”" if stated is not None else "the pack states no order, so the usual one is taken"
    return f" It is promised in {promises[0].place.file}, over which {winner.place.file} wins ({order})."
