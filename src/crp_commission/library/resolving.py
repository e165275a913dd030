"""From ruleset files to one Ruleset: files put together, extended rulesets taken in, changes made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import RulesetError
from ..limits import Limits
from ..rules import Principle, Rule, Ruleset, Stage
from ..validation import validate
from ..yamlfile import Path as Keys
from ..yamlfile import load
from .checking import check, check_name
from .draft import Draft, LoadedFile
from .faults import Faults
from .lists import lists_of
from .origins import Taken
from .records import changed, rule_of, scale_of
from .schema import Adjustment, RulesetFile
from .sources import RulesetSource, defines, locate, shipped_names

_DEEPEST = 10


@dataclass(slots=True)
class Resolver:
    """Puts rulesets together, each one once, however many others extend it."""

    limits: Limits
    faults: Faults
    known: dict[tuple[str, Path | None], Draft] = field(default_factory=dict)

    def resolve(self, source: RulesetSource, seen: tuple[str, ...] = ()) -> Draft:
        """The draft of ``source`` with all it extends; ``seen`` are the rulesets on the way to it.

        Faults that let the work go on are added to ``faults``.
        """
        key = source.reference, source.folder
        if key not in self.known:
            self.known[key] = self._fresh(source, seen)
        return self.known[key]

    def _fresh(self, source: RulesetSource, seen: tuple[str, ...]) -> Draft:
        if len(seen) > _DEEPEST:
            raise RulesetError(
                f"Rulesets extend each other more than {_DEEPEST} deep: {' -> '.join(seen)}.", file=source.reference
            )
        files = [_load(name, data, self.limits) for name, data in source.files]
        draft = Draft()
        draft.files = tuple(files)
        for file in files:
            self._take_over(draft, file, source, seen)
        self.faults.check()  # what could not be taken over would be missed everywhere
        draft.hashes.append(source.sha256)
        draft.trace.files.extend(file.name for file in files)
        taken = frozenset(draft.vocabulary) if source.folder is not None else frozenset()
        for file in files:
            _identify(draft, file, self.faults)
            _add_words(draft, file, taken)
        for file in files:
            _rules(draft, file, self.faults)
        for file in files:
            _adjust(draft, file, self.faults)
        _complete(draft, files[0], self.faults)
        check(draft, files, self.faults)
        check_name(draft, source, self.faults)
        return draft

    def _take_over(self, draft: Draft, file: LoadedFile, source: RulesetSource, seen: tuple[str, ...]) -> None:
        folder = source.folder or Path()
        for key, references in (("extends", file.content.extends), ("uses", file.content.uses)):
            for number, reference in enumerate(references):
                if reference in (*seen, source.reference):
                    what = f"'{reference}' extends this ruleset, so neither can come first: take one of them out"
                    self.faults.add(file, (key, number), what)
                    continue
                try:
                    found = locate(reference, folder, self.limits, bound=folder)
                except RulesetError as wrong:
                    self.faults.add(file, (key, number), f"{wrong.message} {wrong.hint}".strip())
                    continue
                other = self.resolve(found, (*seen, source.reference))
                for name in _merge(draft, other, with_rules=key == "extends"):
                    what = f"'{reference}' changes {name}, which comes from elsewhere too: extend only one of them"
                    self.faults.add(file, (key, number), what)
                line = file.loaded.mark((key, number)).line
                draft.trace.taken.append(Taken(reference, key, f"{file.name}:{line}"))


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
        rules=tuple(
            replace(rule, ruleset=rule.ruleset or draft.id, own_words=_own_words(draft, rule)) for rule in rules
        ),
        sha256=sha256,
        sources=draft.sources,
        off={name: reason for name, reason in sorted(draft.off.items()) if name not in draft.rules},
    )


def _load(name: str, data: bytes, limits: Limits) -> LoadedFile:
    loaded = load(data, name, limits, RulesetError)
    return LoadedFile(name, loaded, validate(RulesetFile, loaded, name, RulesetError))


def _merge(draft: Draft, other: Draft, *, with_rules: bool) -> list[str]:
    """Take ``other`` over; the ids of criteria that two rulesets taken over do not agree on."""
    draft.stages.update(other.stages)
    draft.principles.update(other.principles)
    _words(draft.vocabulary, other.vocabulary)
    _words(draft.added, other.added)
    draft.scale = other.scale or draft.scale
    draft.hashes.extend(other.hashes)
    draft.trace.take(other.trace, with_rules=with_rules)
    if not with_rules:
        return []
    draft.off.update(other.off)
    rules = {key: replace(rule, ruleset=rule.ruleset or other.id) for key, rule in other.rules.items()}
    differing = [key for key, rule in rules.items() if draft.rules.get(key, rule) != rule]
    draft.rules.update(rules)
    draft.sources = tuple(dict.fromkeys((*draft.sources, *other.sources)))
    return differing


def _identify(draft: Draft, file: LoadedFile, faults: Faults) -> None:
    content = file.content
    for name in ("id", "title", "version"):
        value = getattr(content, name)
        if value is not None:
            if name == "id" and draft.id:
                faults.add(file, ("id",), f"the ruleset already has the id '{draft.id}': keep one")
            setattr(draft, name, value)
            draft.trace.write((name,), value, file, (name,))
    for number, stage in enumerate(content.stages):
        draft.stages[stage.id] = Stage(stage.id, stage.title, stage.question)
        draft.trace.record(("stages", stage.id), draft.stages[stage.id], file, ("stages", number))
    for number, entry in enumerate(content.principles):
        draft.principles[entry.id] = Principle(entry.id, entry.title, entry.question, entry.articles)
        draft.trace.record(("principles", entry.id), draft.principles[entry.id], file, ("principles", number))
    draft.sources += content.sources
    for number, text in enumerate(content.sources):
        draft.trace.write(("sources", text), text, file, ("sources", number))
    if content.scale is not None:
        draft.scale = scale_of(content.scale)
        draft.trace.record(("scale",), draft.scale, file, ("scale",))


def _add_words(draft: Draft, file: LoadedFile, taken: frozenset[str]) -> None:
    """``taken`` are the lists to which a council's own ruleset adds."""
    vocabulary = file.content.vocabulary
    _words(draft.vocabulary, vocabulary)
    _words(draft.added, {name: words for name, words in vocabulary.items() if name in taken})
    for name, phrases in vocabulary.items():
        for number, phrase in enumerate(phrases):
            draft.trace.word(name, phrase, file, number)


def _words(lists: dict[str, tuple[str, ...]], more: Mapping[str, tuple[str, ...]]) -> None:
    """A list of the same name is added to, so that a council's own words stand beside the shared ones."""
    for name, phrases in more.items():
        lists[name] = tuple(dict.fromkeys((*lists.get(name, ()), *phrases)))


def _own_words(draft: Draft, rule: Rule) -> tuple[str, ...]:
    """The phrases that a council added to the lists a criterion looks for."""
    looked_for = lists_of(rule, draft.vocabulary) if draft.added else set()
    return tuple(phrase for name in sorted(looked_for & draft.added.keys()) for phrase in draft.added[name])


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
        draft.rules[entry.id] = rule_of(entry, f"{file.name}:{line}")
        draft.trace.rule(draft.rules[entry.id], file, ("rules", number))


def _adjust(draft: Draft, file: LoadedFile, faults: Faults) -> None:
    for name, change in file.content.adjust.items():
        at: Keys = ("adjust", name)
        if name not in draft.rules:
            _not_taken_over(draft, file, name, faults)
            continue
        if change.off and change != Adjustment(off=True, reason=change.reason):
            faults.add(file, at, f"{name} is switched off, so nothing else about it can be changed: keep one of them")
        if change.off and not change.reason.strip():
            faults.add(file, at, f"{name} is switched off without a 'reason': write one, for every report prints it")
        if change.reason and not change.off:
            faults.add(file, (*at, "reason"), "a 'reason' is given for what is switched off: add 'off: true'")
        if change.off:
            draft.off[name] = " ".join(change.reason.split())
            draft.trace.switched_off(draft.rules.pop(name), draft.off[name], file)
        else:
            draft.rules[name] = changed(draft.rules[name], change)
            draft.trace.adjusted(draft.rules[name], file)


def _not_taken_over(draft: Draft, file: LoadedFile, name: str, faults: Faults) -> None:
    if name in draft.off:
        faults.add(file, ("adjust", name), f"{name} is switched off in what this ruleset extends: take it out here")
        return
    owner = next((shipped for shipped in shipped_names() if defines(shipped, name)), None)
    if owner is None:
        faults.unknown(file, ("adjust", name), name, draft.rules, "criterion")
    else:
        faults.add(file, ("adjust", name), f"{name} is a criterion of '{owner}': add that to 'extends' to change it")


def _complete(draft: Draft, first: LoadedFile, faults: Faults) -> None:
    for name in ("id", "title", "version"):
        if not getattr(draft, name):
            faults.add(first, (), f"'{name}' is missing: every ruleset has one")
