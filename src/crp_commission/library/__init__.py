"""Find, extend and check rulesets; every fault is told as file:line and what to write instead."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__, cache
from ..engine import compile_table
from ..errors import RulesetError
from ..limits import DEFAULT_LIMITS, Limits
from ..rules import Ruleset
from .law import lawbook
from .packing import pack, unpack
from .sources import RulesetSource, locate, shipped_names

if TYPE_CHECKING:
    from ..convention import Convention
    from ..recogniser import Recogniser
    from .draft import Draft
    from .origins import Resolved

__all__ = ["convention", "find", "lawbook", "measured", "recogniser", "resolved", "shipped_names"]


def find(
    references: Sequence[str], *, base: Path | None = None, limits: Limits = DEFAULT_LIMITS, use_cache: bool = True
) -> tuple[Ruleset, ...]:
    """The rulesets of those names or paths (relative to ``base``), in that order, ready to use.

    Raises RulesetError for one that does not exist or is wrong, and for two that hold the same criterion.
    """
    folder = base or Path()
    found = tuple(_one(locate(reference, folder, limits), limits, use_cache) for reference in dict.fromkeys(references))
    _no_criterion_twice(found)
    return found


def _one(source: RulesetSource, limits: Limits, use_cache: bool) -> Ruleset:
    """A shipped ruleset is compiled once; a council's own is compiled each time."""
    if not use_cache or source.folder is not None:
        return _compile(source, limits)
    key = _key(source, limits)
    packed = cache.get(key)
    ready = unpack(packed) if packed is not None else None
    if ready is None:
        ready = _compile(source, limits)
        cache.put(key, pack(ready))
    return ready


def _key(source: RulesetSource, limits: Limits) -> str:
    """What a compiled copy is kept under: core stands alone, any other shipped ruleset may take in its neighbours."""
    neighbours = () if source.reference == "core" else shipped_names()
    hashes = "".join([source.sha256, *(locate(name, Path(), limits).sha256 for name in neighbours)])
    return f"ruleset-{__version__}-{hashlib.sha256(hashes.encode()).hexdigest()}"


def _compile(source: RulesetSource, limits: Limits) -> Ruleset:
    from .resolving import finished

    ruleset = finished(_draft(source, limits))
    return replace(ruleset, table=compile_table(ruleset).plain())


def _draft(source: RulesetSource, limits: Limits) -> Draft:
    """The ruleset put together from its files, and found right."""
    from .faults import Faults
    from .resolving import resolve

    faults = Faults()
    draft = resolve(source, limits, faults)
    faults.check()
    return draft


def resolved(reference: str, *, base: Path | None = None, limits: Limits = DEFAULT_LIMITS) -> Resolved:
    """The ruleset of that name or path, with where every value comes from. Raises RulesetError as ``find`` does."""
    from .origins import resolved as with_origins
    from .resolving import finished

    draft = _draft(locate(reference, base or Path(), limits), limits)
    return with_origins(finished(draft), draft.trace)


def _no_criterion_twice(rulesets: Sequence[Ruleset]) -> None:
    owner: dict[str, str] = {}
    for ruleset in rulesets:
        for rule in ruleset.rules:
            if rule.id in owner:
                raise RulesetError(
                    f"The criterion {rule.id} is in both '{owner[rule.id]}' and '{ruleset.id}'.",
                    hint="Use only the ruleset that extends the other.",
                )
            owner[rule.id] = ruleset.id


def convention() -> Convention:
    """The UN Convention on the Rights of the Child, as it ships. Raises RulesetError where it is missing or wrong."""
    from .convention_file import convention as shipped_convention

    return shipped_convention()


def measured() -> dict[str, dict[str, float | None]]:
    """The figures that ship, by criterion: found, false, missed, exact, expected, precision and recall."""
    import json

    from ..resources import shipped

    place = shipped("rulesets").joinpath("reference", "measured.json")
    if not place.is_file():
        return {}
    figures: dict[str, dict[str, float | None]] = json.loads(place.read_text(encoding="utf-8"))["criteria"]
    return figures


def recogniser() -> Recogniser | None:
    """The recogniser that ships, or None where it is missing."""
    from ..resources import shipped
    from .weights import load

    folder = shipped("rulesets").joinpath("reference", "recognition")
    return load(folder) if folder.is_dir() else None
