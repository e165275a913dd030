"""What is not wrong in a ruleset but will not do what its author hopes: told by ``rules lint``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from ..resources import shipped
from ..rules import Rule
from ..yamlfile import Path
from .blanks import blanks
from .draft import Draft, LoadedFile
from .lists import lists_of

_CLOSE = 0.75
_ONLY_RECOGNISED: tuple[Any, ...] = ({"recognised": {}}, [{"recognised": {}}])

Remark = tuple[LoadedFile, Path, str]


def remarks(draft: Draft) -> Iterator[Remark]:
    """Each with the file and the place in it; ``draft`` has no faults."""
    used = set[str]().union(*(lists_of(rule, draft.vocabulary) for rule in draft.rules.values()))
    learned = _learned()
    for file in draft.files:
        yield from _unused(file, used)
        yield from _unreasoned(file)
        for number, entry in enumerate(file.content.rules):
            for what in _of_rule(draft.rules.get(entry.id), learned):
                yield file, ("rules", number, "id"), what


def _unused(file: LoadedFile, used: set[str]) -> Iterator[Remark]:
    for name in file.content.vocabulary:
        if name not in used:
            close = get_close_matches(name, sorted(used), n=1, cutoff=_CLOSE)
            meant = f"; did you mean '{close[0]}'?" if close else ""
            yield file, ("vocabulary", name), f"no criterion looks for the words in the list '{name}'{meant}"


def _unreasoned(file: LoadedFile) -> Iterator[Remark]:
    """What is switched off for a reason that is still to be written: reports would print it as it is."""
    for name, change in file.content.adjust.items():
        if left := blanks(change.reason):
            what = f"the reason why {name} is switched off is still to be filled in: {left[0]}"
            yield file, ("adjust", name, "reason"), what


def _of_rule(rule: Rule | None, learned: Iterable[str]) -> Iterator[str]:
    if rule is None:
        return
    if rule.id not in learned and all(part.find in _ONLY_RECOGNISED for part in rule.parts):
        yield f"nothing finds {rule.id}: 'recognised' needs learned weights, so say in phrases what to look for"
    if not (rule.examples.met and rule.examples.gap):
        yield f"{rule.id} has no example that meets it and one that only looks so: 'rules test' cannot prove it"


def _learned() -> frozenset[str]:
    """The criteria that there are learned weights for."""
    place = shipped("rulesets").joinpath("reference", "recognition", "columns.json")
    return frozenset(json.loads(place.read_text(encoding="utf-8"))["columns"]) if place.is_file() else frozenset()
