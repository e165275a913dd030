"""What stands in a ruleset file made into the records that criteria are judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from fractions import Fraction

from ..rules import Advice, Examples, Part, Rule, Scale
from .schema import Adjustment, AdviceEntry, PartEntry, RuleEntry, ScaleEntry


def changed(rule: Rule, change: Adjustment) -> Rule:
    """The criterion with what an adjustment says; the rest stays as it was."""
    plain = {
        name: value
        for name in ("title", "question", "severity", "where", "experimental", "no_waiver")
        if (value := getattr(change, name)) is not None
    }
    if change.question is not None:
        plain["question"] = _line(change.question)
    if change.weight is not None:
        plain["weight"] = Fraction(str(change.weight))
    if change.advice is not None:
        said = {name: text for name, text in asdict(_advice(change.advice)).items() if text}
        plain["advice"] = replace(rule.advice, **said)
    return replace(rule, **plain)


def rule_of(entry: RuleEntry, origin: str) -> Rule:
    """The criterion an entry stands for; ``origin`` is the file and line it was written at."""
    return Rule(
        id=entry.id, title=entry.title, question=_line(entry.question), stage=entry.stage, principle=entry.principle,
        severity=entry.severity, parts=_parts(entry.parts), articles=entry.articles, where=entry.where,
        weight=None if entry.weight is None else Fraction(str(entry.weight)), advice=_advice(entry.advice),
        examples=Examples(entry.examples.met, entry.examples.partial, entry.examples.gap, entry.examples.contradicted),
        sources=entry.sources, duty_is_enough=entry.duty_is_enough, experimental=entry.experimental,
        no_waiver=_line(entry.no_waiver), origin=origin,
    )  # fmt: skip


def _parts(entries: Sequence[PartEntry]) -> tuple[Part, ...]:
    return tuple(Part(entry.asks, entry.find, entry.essential, entry.against) for entry in entries)


def _advice(entry: AdviceEntry) -> Advice:
    return Advice(**{part.name: _line(getattr(entry, part.name)) for part in fields(AdviceEntry)})


def _line(text: str) -> str:
    return " ".join(text.split())


def scale_of(entry: ScaleEntry) -> Scale:
    """The scale an entry stands for, its numbers as they were written rather than as binary fractions."""

    def exact(number: float) -> Fraction:
        return Fraction(str(number))

    return Scale(
        {name: exact(value) for name, value in entry.credit.items()},
        {severity.value: exact(value) for severity, value in entry.weights.items()},
        exact(entry.red_below), exact(entry.amber_below), exact(entry.essential_share), exact(entry.unread_limit),
    )  # fmt: skip
