"""What is not wrong in a ruleset but will not do what its author hopes: told by ``rules lint``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import Any

from ..limits import DEFAULT_LIMITS
from ..resources import shipped
from ..rules import Rule
from ..yamlfile import Path
from .draft import Draft, LoadedFile
from .lists import lists_of
from .sources import locate, shipped_names

_CLOSE = 0.75
_IN_BRACKETS = re.compile(r"\[[^][]*\]")
"""What a council is to write, as `new ruleset` leaves it, where it holds a letter: a year in brackets is no blank."""
_ONLY_RECOGNISED: tuple[Any, ...] = ({"recognised": {}}, [{"recognised": {}}])

Remark = tuple[LoadedFile, Path, str]


def remarks(draft: Draft) -> Iterator[Remark]:
    """Each with the file and the place in it; ``draft`` has no faults."""
    used = set[str]().union(*(lists_of(rule, draft.vocabulary) for rule in draft.rules.values()))
    learned = _learned()
    for file in draft.files:
        if file.content.id in shipped_names() and not _is_shipped(draft):
            yield file, ("id",), f"'{draft.id}' is the name of a ruleset that ships: reports cannot tell the two apart"
        yield from _unused(file, used)
        yield from _unreasoned(file)
        for number, entry in enumerate(file.content.rules):
            for what in _of_rule(draft.rules.get(entry.id), learned):
                yield file, ("rules", number, "id"), what


def _is_shipped(draft: Draft) -> bool:
    """Whether these are the very files that ship, named by their path."""
    return draft.hashes[-1] == locate(draft.id, FilePath(), DEFAULT_LIMITS).sha256


def _unused(file: LoadedFile, used: set[str]) -> Iterator[Remark]:
    for name in file.content.vocabulary:
        if name not in used:
            close = get_close_matches(name, sorted(used), n=1, cutoff=_CLOSE)
            meant = f"; did you mean '{close[0]}'?" if close else ""
            yield file, ("vocabulary", name), f"no criterion looks for the words in the list '{name}'{meant}"


def _unreasoned(file: LoadedFile) -> Iterator[Remark]:
    """What is switched off with no reason, or with one that is still to be written: reports would print it as it is."""
    for name, change in file.content.adjust.items():
        if not change.off:
            continue
        left = [blank for blank in _IN_BRACKETS.findall(change.reason) if any(map(str.isalpha, blank))]
        if not change.reason.strip():
            yield file, ("adjust", name), f"{name} is switched off without a 'reason': people will ask for one"
        elif left:
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
