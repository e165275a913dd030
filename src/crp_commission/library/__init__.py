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
from .blanks import unreasoned
from .law import lawbook
from .packing import pack, unpack
from .sources import RulesetSource, locate, shipped_names

if TYPE_CHECKING:
    from ..convention import Convention
    from ..recogniser import Recogniser
    from .draft import Draft
    from .origins import Resolved
    from .resolving import Resolver

__all__ = [
    "convention",
    "find",
    "lawbook",
    "lint",
    "measured",
    "read",
    "recogniser",
    "resolved",
    "shipped_names",
    "unreasoned",
]


def find(
    references: Sequence[str], *, base: Path | None = None, limits: Limits = DEFAULT_LIMITS, use_cache: bool = True
) -> tuple[Ruleset, ...]:
    """The rulesets of those names or paths (relative to ``base``), in that order, ready to use.

    Raises RulesetError for one that does not exist or is wrong, and for two that hold the same criterion.
    """
    folder = base or Path()
    compiler = _Compiler(limits)
    sources = [locate(reference, folder, limits) for reference in dict.fromkeys(references)]
    found = tuple(_one(source, compiler, use_cache) for source in sources)
    _no_criterion_twice(found)
    return found


def read(references: Sequence[str], *, limits: Limits = DEFAULT_LIMITS) -> tuple[Ruleset, ...]:
    """The rulesets of those names or paths to look at, with their examples; phrases are compiled when first used.

    Raises RulesetError for one that does not exist or is wrong.
    """
    compiler = _Compiler(limits)
    return tuple(compiler.read(locate(reference, Path(), limits)) for reference in dict.fromkeys(references))


def lint(reference: str, limits: Limits = DEFAULT_LIMITS) -> tuple[Ruleset, tuple[str, ...]]:
    """A ruleset read anew, and what is not wrong in it but will not do what its author hopes, as ``file:line``.

    Raises RulesetError with every fault.
    """
    from .faults import place
    from .remarks import remarks

    compiler = _Compiler(limits)
    source = locate(reference, Path(), limits)
    ruleset = compiler.read(source)
    return ruleset, tuple(place(*remark) for remark in remarks(compiler.draft(source)))


def _one(source: RulesetSource, compiler: _Compiler, use_cache: bool) -> Ruleset:
    """A shipped ruleset is compiled once; a council's own is compiled each time."""
    if not use_cache or source.folder is not None:
        return compiler.compile(source)
    key = _key(source, compiler.limits)
    packed = cache.get(key)
    ready = unpack(packed) if packed is not None else None
    if ready is None:
        ready = compiler.compile(source)
        cache.put(key, pack(ready))
    return ready


def _key(source: RulesetSource, limits: Limits) -> str:
    """What a compiled copy is kept under: core stands alone, any other shipped ruleset may take in its neighbours."""
    neighbours = () if source.reference == "core" else shipped_names()
    hashes = "".join([source.sha256, *(locate(name, Path(), limits).sha256 for name in neighbours)])
    return f"ruleset-{__version__}-{hashlib.sha256(hashes.encode()).hexdigest()}"


class _Compiler:
    """Reads and checks rulesets; what several of them take over is read and checked once."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._resolver: Resolver | None = None

    def compile(self, source: RulesetSource) -> Ruleset:
        """The ruleset with its phrases compiled. Raises RulesetError with its faults."""
        ruleset = self.read(source)
        return replace(ruleset, table=compile_table(ruleset).plain())

    def read(self, source: RulesetSource) -> Ruleset:
        """The ruleset, its phrases not compiled. Raises RulesetError with its faults."""
        from .resolving import finished

        return finished(self.draft(source))

    def draft(self, source: RulesetSource) -> Draft:
        """The ruleset as it stands in its files. Raises RulesetError with its faults."""
        from .faults import Faults
        from .resolving import Resolver

        self._resolver = self._resolver or Resolver(self.limits, Faults())
        draft = self._resolver.resolve(source)
        self._resolver.faults.check()
        return draft


def resolved(reference: str, *, base: Path | None = None, limits: Limits = DEFAULT_LIMITS) -> Resolved:
    """The ruleset of that name or path, with where every value comes from. Raises RulesetError as ``find`` does."""
    from .origins import resolved as with_origins
    from .resolving import finished

    draft = _Compiler(limits).draft(locate(reference, base or Path(), limits))
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
