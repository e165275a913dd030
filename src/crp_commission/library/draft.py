"""A ruleset while it is put together from its files."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..rules import Principle, Rule, Scale, Stage
from ..yamlfile import Loaded
from .origins import Trace
from .schema import RulesetFile


@dataclass(slots=True)
class Draft:
    """A ruleset while it is put together; ``files`` are its own, ``off`` the criteria switched off and why.

    ``added`` are the phrases that a council's own ruleset adds to lists it takes over, by list.
    """

    id: str = ""
    title: str = ""
    version: str = ""
    stages: dict[str, Stage] = field(default_factory=dict)
    principles: dict[str, Principle] = field(default_factory=dict)
    vocabulary: dict[str, tuple[str, ...]] = field(default_factory=dict)
    scale: Scale | None = None
    rules: dict[str, Rule] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    hashes: list[str] = field(default_factory=list)
    off: dict[str, str] = field(default_factory=dict)
    files: tuple[LoadedFile, ...] = ()
    added: dict[str, tuple[str, ...]] = field(default_factory=dict)
    trace: Trace = field(default_factory=Trace)


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """One file of a ruleset with the lines of everything in it."""

    name: str
    loaded: Loaded
    content: RulesetFile
