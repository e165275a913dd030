"""Where each value of a ruleset was written, noted while its files are put together.

A value is known by its path: ``("rules", "DO-PAR-1", "advice", "wording")``, ``("vocabulary", "child", "bairn")``,
``("scale", "weights", "critical")``. Its steps are what was written for it, the oldest first: the last one holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, NamedTuple

from ..rules import Rule, Ruleset, Scale
from ..yamlfile import Path
from .faults import HasLines

_NOT_WRITTEN = frozenset({"id", "own_words", "ruleset", "origin"})  # a rule's name, and what is worked out


class Step(NamedTuple):
    """A value and the place it was written at; without a file it was written nowhere, so that the default holds."""

    value: Any
    file: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """The place as ``file:line``; "default" where it was written nowhere."""
        return f"{self.file}:{self.line}" if self.file else "default"


class Taken(NamedTuple):
    """A ruleset taken over: its name, by which key (``extends`` or ``uses``), and where that is written."""

    name: str
    key: str
    place: str


class SwitchedOff(NamedTuple):
    """A criterion that was taken over and switched off; ``place`` is where, ``reason`` says why."""

    id: str
    title: str
    written: str
    place: str
    reason: str


class Value(NamedTuple):
    """A value of a ruleset as it is used, with all that was written for it, the oldest first."""

    path: Path
    steps: tuple[Step, ...]

    @property
    def holds(self) -> Step:
        """What holds."""
        return self.steps[-1]

    @property
    def earlier(self) -> tuple[Step, ...]:
        """What held before, the newest first."""
        return self.steps[-2::-1]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A ruleset as it is used, with where everything in it comes from.

    ``files`` are the ruleset's own files, ``values`` are sorted as the ruleset has them: its head, stages, principles,
    scale, words and criteria.
    """

    ruleset: Ruleset
    files: tuple[str, ...]
    taken: tuple[Taken, ...]
    values: tuple[Value, ...]
    off: tuple[SwitchedOff, ...]


@dataclass(slots=True)
class Trace:
    """What was written where, while a ruleset is put together."""

    files: list[str] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    steps: dict[Path, tuple[Step, ...]] = field(default_factory=dict)
    off: dict[str, SwitchedOff] = field(default_factory=dict)

    def write(self, path: Path, value: Any, file: HasLines, at: Path) -> None:
        """Note that ``value`` holds for ``path`` from here on, as written at ``at`` in ``file``."""
        self.steps[path] = (*self.steps.get(path, ()), _step(value, file, at))

    def record(self, path: Path, record: Any, file: HasLines, at: Path) -> None:
        """Note every value of a stage, a principle or a scale."""
        for inner, value in _values_of(record):
            self.write((*path, *inner), value, file, (*at, *inner))

    def word(self, name: str, phrase: str, file: HasLines, place: int) -> None:
        """Note a phrase of a list; where it is in the list already, it stays where it was."""
        path = ("vocabulary", name, phrase)
        self.steps.setdefault(path, (_step(phrase, file, ("vocabulary", name, place)),))

    def rule(self, rule: Rule, file: HasLines, at: Path) -> None:
        """Note a criterion that is new; where one of its id was switched off, nothing of that one is left."""
        if self.off.pop(rule.id, None):
            self.steps = {path: steps for path, steps in self.steps.items() if path[:2] != ("rules", rule.id)}
        self.record(("rules", rule.id), rule, file, at)

    def adjusted(self, rule: Rule, file: HasLines) -> None:
        """Note what ``file`` changes in a criterion, which is given as it is after that."""
        at: Path = ("adjust", rule.id)
        for inner, value in _values_of(rule):
            if _is_written(file, (*at, *inner)):
                self.write(("rules", rule.id, *inner), value, file, (*at, *inner))

    def switched_off(self, rule: Rule, reason: str, file: HasLines) -> None:
        """Note that ``file`` switches a criterion off, and why."""
        place = _step(True, file, ("adjust", rule.id, "off")).place
        self.off[rule.id] = SwitchedOff(rule.id, rule.title, rule.origin, place, reason)

    def take(self, other: Trace, *, with_rules: bool) -> None:
        """Take over what was noted of another ruleset."""
        for path, steps in other.steps.items():
            if path[0] == "vocabulary":
                self.steps.setdefault(path, steps)
            elif path[0] in ("stages", "principles", "scale") or (with_rules and path[0] in ("rules", "sources")):
                self.steps[path] = steps
        if with_rules:
            self.off |= other.off


def resolved(ruleset: Ruleset, trace: Trace) -> Resolved:
    """The ruleset with what was noted of it, in its own order."""
    rules = {rule.id: rule for rule in ruleset.rules}
    off = sorted((gone for gone in trace.off.values() if gone.id not in rules), key=lambda gone: gone.id)
    order = {section: place for place, section in enumerate(_SECTIONS)}
    along = {rule.id: place for place, rule in enumerate(ruleset.rules)}
    kept = (path for path in trace.steps if path[0] != "rules" or path[1] in rules)
    paths = sorted(kept, key=lambda path: (order[str(path[0])], along.get(str(path[-1 if len(path) < 2 else 1]), 0)))
    values = (Value(path, _weighed(path, rules, trace)) for path in paths)
    return Resolved(ruleset, tuple(trace.files), tuple(trace.taken), tuple(values), tuple(off))


_SECTIONS = ("id", "title", "version", "sources", "stages", "principles", "scale", "vocabulary", "rules")


def _weighed(path: Path, rules: dict[str, Rule], trace: Trace) -> tuple[Step, ...]:
    """The steps of a value; a criterion without a weight of its own has that of its severity, from the scale."""
    steps = trace.steps[path]
    if path[0] == "rules" and path[2:] == ("weight",) and steps[-1].value is None:
        return trace.steps["scale", "weights", rules[str(path[1])].severity.value][-1:]
    return steps


def _step(value: Any, file: HasLines, at: Path) -> Step:
    return Step(value, file.name, file.loaded.mark(at).line) if _is_written(file, at) else Step(value)


def _is_written(file: HasLines, at: Path) -> bool:
    return at in file.loaded.keys or at in file.loaded.values


def _values_of(record: Any) -> Iterator[tuple[Path, Any]]:
    """The values of a record with their paths, which are those of the YAML too: records in it are opened up."""
    for part in fields(record):
        value = getattr(record, part.name)
        if isinstance(record, Rule) and part.name in _NOT_WRITTEN:
            continue
        if part.name == "parts":
            for place, inner in enumerate(value):
                yield from _below(("parts", place), _values_of(inner))
        elif is_dataclass(value):
            yield from _below((part.name,), _values_of(value))
        elif isinstance(record, Scale) and isinstance(value, dict):
            yield from _below((part.name,), (((name,), number) for name, number in value.items()))
        elif part.name != "id":
            yield (part.name,), value


def _below(path: Path, values: Iterable[tuple[Path, Any]]) -> Iterator[tuple[Path, Any]]:
    for inner, value in values:
        yield (*path, *inner), value
