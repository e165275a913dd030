"""From ruleset files to one Ruleset: files put together, extended rulesets taken in, changes made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from fractions import Fraction
from pathlib import Path

from ..errors import RulesetError
from ..limits import Limits
from ..rules import Advice, Examples, Part, Principle, Rule, Ruleset, Scale, Stage
from ..validation import validate
from ..yamlfile import load
from .checking import check
from .draft import Draft, LoadedFile
from .faults import Faults
from .schema import Adjustment, AdviceEntry, PartEntry, RuleEntry, RulesetFile, ScaleEntry
from .sources import RulesetSource, locate

_DEEPEST = 10


def resolve(source: RulesetSource, limits: Limits, faults: Faults, seen: tuple[str, ...] = ()) -> Draft:
    """The ruleset behind ``source`` with all it extends. Faults that let the work go on are added to ``faults``."""
    if len(seen) > _DEEPEST:
        raise RulesetError(
            f"Rulesets extend each other more than {_DEEPEST} deep: {' -> '.join(seen)}.", file=source.reference
        )
    files = [_load(name, data, limits) for name, data in source.files]
    draft = Draft()
    for file in files:
        _take_over(draft, file, source, limits, faults, seen)
    draft.hashes.append(source.sha256)
    for file in files:
        _identify(draft, file, faults)
        _words(draft, file)
    for file in files:
        _rules(draft, file, faults)
    for file in files:
        _adjust(draft, file, faults)
    _complete(draft, files[0], faults)
    check(draft, files, faults)
    return draft


def finished(draft: Draft) -> Ruleset:
    """The Ruleset a complete draft stands for."""
    import hashlib

    if draft.scale is None:
        raise RulesetError(
            f"The ruleset '{draft.id}' has no scale.",
            hint="Write 'extends: [core]' or 'uses: [core]', or a scale of its own.",
        )
    sha256 = draft.hashes[0] if len(draft.hashes) == 1 else hashlib.sha256("".join(draft.hashes).encode()).hexdigest()
    order = {name: place for place, name in enumerate(draft.stages)}
    along = {name: place for place, name in enumerate(draft.principles)}
    rules = sorted(
        draft.rules.values(), key=lambda rule: (order.get(rule.stage, 99), along.get(rule.principle, 99), rule.id)
    )
    return Ruleset(
        id=draft.id,
        title=draft.title,
        version=draft.version,
        stages=tuple(draft.stages.values()),
        principles=tuple(draft.principles.values()),
        vocabulary=dict(sorted(draft.vocabulary.items())),
        scale=draft.scale,
        rules=tuple(replace(rule, ruleset=rule.ruleset or draft.id) for rule in rules),
        sha256=sha256,
        sources=draft.sources,
    )


def _load(name: str, data: bytes, limits: Limits) -> LoadedFile:
    loaded = load(data, name, limits, RulesetError)
    return LoadedFile(name, loaded, validate(RulesetFile, loaded, name, RulesetError))


def _take_over(
    draft: Draft, file: LoadedFile, source: RulesetSource, limits: Limits, faults: Faults, seen: tuple[str, ...]
) -> None:
    for key, references in (("extends", file.content.extends), ("uses", file.content.uses)):
        for number, reference in enumerate(references):
            if reference in (*seen, source.reference):
                faults.add(
                    file,
                    (key, number),
                    f"'{reference}' extends this ruleset, so neither can come first: take one of them out",
                )
                continue
            folder = source.folder or Path()
            try:
                found = locate(reference, folder, limits, bound=folder)
            except RulesetError as wrong:
                faults.add(file, (key, number), f"{wrong.message} {wrong.hint}".strip())
                continue
            _merge(draft, resolve(found, limits, faults, (*seen, source.reference)), with_rules=key == "extends")


def _merge(draft: Draft, other: Draft, *, with_rules: bool) -> None:
    draft.stages.update(other.stages)
    draft.principles.update(other.principles)
    draft.vocabulary.update(other.vocabulary)
    draft.scale = other.scale or draft.scale
    draft.hashes.extend(other.hashes)
    if with_rules:
        draft.rules.update({key: replace(rule, ruleset=rule.ruleset or other.id) for key, rule in other.rules.items()})
        draft.sources += other.sources


def _identify(draft: Draft, file: LoadedFile, faults: Faults) -> None:
    content = file.content
    for name in ("id", "title", "version"):
        value = getattr(content, name)
        if value is not None:
            if name == "id" and draft.id:
                faults.add(file, ("id",), f"the ruleset already has the id '{draft.id}': keep one")
            setattr(draft, name, value)
    draft.stages.update({entry.id: Stage(entry.id, entry.title, entry.question) for entry in content.stages})
    draft.principles.update(
        {entry.id: Principle(entry.id, entry.title, entry.question, entry.articles) for entry in content.principles}
    )
    draft.sources += content.sources
    if content.scale is not None:
        draft.scale = _scale(content.scale)


def _words(draft: Draft, file: LoadedFile) -> None:
    """A list of the same name is added to, so that a council's own words stand beside the shared ones."""
    for name, phrases in file.content.vocabulary.items():
        draft.vocabulary[name] = tuple(dict.fromkeys((*draft.vocabulary.get(name, ()), *phrases)))


def _rules(draft: Draft, file: LoadedFile, faults: Faults) -> None:
    for number, entry in enumerate(file.content.rules):
        if entry.id in draft.rules:
            faults.add(
                file,
                ("rules", number, "id"),
                f"'{entry.id}' is already at {draft.rules[entry.id].origin}: give it another id, or use 'adjust'",
            )
            continue
        line = file.loaded.mark(("rules", number, "id"))[0]
        draft.rules[entry.id] = _rule(entry, f"{file.name}:{line}")


def _adjust(draft: Draft, file: LoadedFile, faults: Faults) -> None:
    for name, change in file.content.adjust.items():
        if name not in draft.rules:
            faults.unknown(file, ("adjust", name), name, draft.rules, "criterion")
        elif change.off:
            del draft.rules[name]
        else:
            draft.rules[name] = _changed(draft.rules[name], change)


def _changed(rule: Rule, change: Adjustment) -> Rule:
    plain = {
        name: value
        for name in ("title", "question", "severity", "where", "experimental")
        if (value := getattr(change, name)) is not None
    }
    if change.weight is not None:
        plain["weight"] = Fraction(str(change.weight))
    if change.advice is not None:
        said = {entry.name: text for entry in fields(AdviceEntry) if (text := getattr(change.advice, entry.name))}
        plain["advice"] = replace(rule.advice, **said)
    return replace(rule, **plain)


def _complete(draft: Draft, first: LoadedFile, faults: Faults) -> None:
    for name in ("id", "title", "version"):
        if not getattr(draft, name):
            faults.add(first, (), f"'{name}' is missing: every ruleset has one")


def _rule(entry: RuleEntry, origin: str) -> Rule:
    return Rule(
        id=entry.id, title=entry.title, question=_line(entry.question), stage=entry.stage, principle=entry.principle,
        severity=entry.severity, parts=_parts(entry.parts), articles=entry.articles, where=entry.where,
        weight=None if entry.weight is None else Fraction(str(entry.weight)), advice=_advice(entry.advice),
        examples=Examples(entry.examples.met, entry.examples.partial, entry.examples.gap, entry.examples.contradicted),
        sources=entry.sources, duty_is_enough=entry.duty_is_enough, experimental=entry.experimental, origin=origin,
    )  # fmt: skip


def _parts(entries: Sequence[PartEntry]) -> tuple[Part, ...]:
    return tuple(Part(entry.asks, entry.find, entry.essential, entry.against) for entry in entries)


def _advice(entry: AdviceEntry) -> Advice:
    return Advice(**{part.name: _line(getattr(entry, part.name)) for part in fields(AdviceEntry)})


def _line(text: str) -> str:
    return " ".join(text.split())


def _scale(entry: ScaleEntry) -> Scale:
    def exact(number: float) -> Fraction:
        return Fraction(str(number))

    return Scale(
        {name: exact(value) for name, value in entry.credit.items()},
        {severity.value: exact(value) for severity, value in entry.weights.items()},
        exact(entry.red_below), exact(entry.amber_below), exact(entry.essential_share), exact(entry.unread_limit),
    )  # fmt: skip
