"""A ruleset as it is used, with the file and line that every value comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ._plain import number, plain

if TYPE_CHECKING:
    from ...library.origins import Resolved, Step, SwitchedOff, Value

_MOST_SHOWN = 90
_SECTIONS = {
    "stages": "Stages",
    "principles": "Principles",
    "scale": "Scale",
    "vocabulary": "Words",
    "rules": "Criteria",
}


def lines(found: Resolved) -> Iterator[str]:
    """The whole ruleset: what it changes in what it takes over, then everything in it."""
    ruleset = found.ruleset
    yield f"{ruleset.id}: {ruleset.title}, version {ruleset.version}, {len(ruleset.rules)} criteria as it is used"
    for name, key, place in found.taken:
        yield f"  {key} {name}, at {place}"
    yield from _off(found.off)
    yield from _changed(found)
    yield from _added(found)
    yield "\nEverything in it, each value after the file and line it comes from"
    yield "(long texts are cut; name a criterion after the ruleset to read its texts in full)"
    for section, values in groupby(found.values, key=lambda value: _whose(value)[0]):
        yield f"\n{_SECTIONS.get(section, 'The ruleset')}"
        yield from _section(found, section, list(values))


def criterion_lines(found: Resolved, name: str) -> Iterator[str]:
    """One criterion, every value whole; or where it was switched off."""
    for gone in found.off:
        if gone.id == name:
            yield f"{gone.id} ({gone.title}) is switched off at {gone.place}. It was written at {gone.written}."
            yield f"Why: {gone.reason}"
    values = _of(found, name)
    if values:
        yield f"{name} in {found.ruleset.id}"
        yield from _table(found, values, whole=True)


def data(found: Resolved, name: str | None) -> dict[str, Any]:
    """The whole ruleset, or one criterion of it, as plain data."""
    values = found.values if name is None else _of(found, name)
    return {
        "id": found.ruleset.id, "title": found.ruleset.title, "version": found.ruleset.version, "files": found.files,
        "taken": [one._asdict() for one in found.taken],
        "off": [gone._asdict() for gone in found.off if name in (None, gone.id)],
        "values": [
            {"path": value.path, **_step(value.holds), "earlier": [_step(step) for step in value.earlier]}
            for value in values
        ],
    }  # fmt: skip


def _step(step: Step) -> dict[str, Any]:
    return {"value": plain(step.value), "file": step.file or None, "line": step.line or None}


def _of(found: Resolved, name: str) -> list[Value]:
    return [value for value in found.values if value.path[:2] == ("rules", name)]


def _off(gone: Sequence[SwitchedOff]) -> Iterator[str]:
    if gone:
        yield f"\nSwitched off ({len(gone)})"
    for name, title, written, place, reason in gone:
        yield f"  {place}  {name}  {title}"
        yield f"    was written at {written}; why: {reason}"


def _changed(found: Resolved) -> Iterator[str]:
    """Values that differ from what was written for them before, whichever ruleset on the way changed them."""
    values = [value for value in found.values if any(step.value != value.holds.value for step in value.earlier)]
    if values:
        yield f"\nChanged ({len(values)})"
    for (section, name), group in groupby(values, key=_whose):
        yield f"  {name}" if section == "rules" else f"  {section.removesuffix('s').capitalize()} {name}".rstrip()
        yield from (f"  {line}" for line in _table(found, list(group), whole=False))


def _whose(value: Value) -> tuple[str, str]:
    """The section a value is in, and which criterion, stage or principle of it it belongs to."""
    section = str(value.path[0])
    if section not in _SECTIONS:
        return "ruleset", ""
    return section, "" if section == "scale" else str(value.path[1])


def _added(found: Resolved) -> Iterator[str]:
    """What the ruleset's own files add to what it takes over."""
    if not found.taken:
        return
    own = [rule for rule in found.ruleset.rules if rule.ruleset == found.ruleset.id]
    if own and len(own) < len(found.ruleset.rules):
        yield f"\nAdded criteria ({len(own)})"
        yield from (f"  {rule.origin}  {rule.id}  {rule.title}" for rule in own)
    for section, said in (
        ("stages", "Added stages"),
        ("principles", "Added principles"),
        ("vocabulary", "Added words"),
    ):
        values = [value for value in found.values if value.path[0] == section and _is_own(found, value)]
        if values:
            yield f"\n{said}"
            yield from _section(found, section, values)


def _is_own(found: Resolved, value: Value) -> bool:
    return value.steps[0].file in found.files


def _section(found: Resolved, section: str, values: Sequence[Value]) -> Iterator[str]:
    if section == "vocabulary":
        yield from _words(values)
        return
    for (_, name), group in groupby(values, key=_whose):
        if name:
            yield f"\n{name}" if section == "rules" else f"  {name}"
        yield from _table(found, list(group), whole=False)


def _words(values: Sequence[Value]) -> Iterator[str]:
    """The phrases of each list, those of one line together."""
    for (name, place), group in groupby(values, key=lambda value: (str(value.path[1]), value.holds.place)):
        yield f"  {place}  ${name}: {', '.join(str(value.holds.value) for value in group)}"


def _table(found: Resolved, values: Sequence[Value], *, whole: bool) -> Iterator[str]:
    """A value a line, after its place; what held before stands below it."""
    rows = [
        (step.place, "  was" if turn else _name(value), _shown(found, value, step))
        for value in values
        if value.holds.file or value.holds.value or len(value.steps) > 1
        for turn, step in enumerate((value.holds, *value.earlier))
    ]
    width = max((len(place) for place, _, _ in rows), default=0)
    along = max((len(name) for _, name, _ in rows), default=0)
    for place, name, text in rows:
        short = text if whole or len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1].rstrip()}…"
        yield f"  {place:{width}}  {name:{along}}  {short}"


def _name(value: Value) -> str:
    path = value.path
    if path[0] == "scale":
        return ".".join(map(str, path[1:]))
    if path[0] not in ("rules", "stages", "principles"):
        return "source" if path[0] == "sources" else str(path[0])
    if path[2] == "parts":
        return f"part {int(path[3]) + 1}: {path[4]}"
    return ".".join(map(str, path[2:]))


def _shown(found: Resolved, value: Value, step: Step) -> str:
    if value.path[0] == "rules" and value.path[2] == "weight":
        return _weight(found, value, step)
    if value.path[0] == "rules" and value.path[2] == "examples":
        return f"{len(step.value)} passage{'s' if len(step.value) != 1 else ''}"
    return _text(step.value)


def _weight(found: Resolved, value: Value, step: Step) -> str:
    if step.value is None:
        return "the scale's"
    own = next(rule for rule in found.ruleset.rules if rule.id == value.path[1])
    return _text(step.value) if own.weight is not None else f"{_text(step.value)}, the scale's for {own.severity}"


def _text(value: Any) -> str:
    """A value as it would be written in the file, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return str(number(value))
    if value is None or value in ("", ()):
        return "nothing"
    if isinstance(value, tuple):
        return "; ".join(value) if any(", " in str(inner) for inner in value) else ", ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else " ".join(str(value).split())
