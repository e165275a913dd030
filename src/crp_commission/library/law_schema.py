"""What the files on law and overlays may hold, as records that YAML is checked against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..described import CLOSED

Nation = Literal["england", "wales", "scotland", "northern-ireland"]
Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndedEntry:
    """Where a thing is so no longer, since when (year and month), and what to tell a person."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    nations: tuple[Nation, ...]
    since: str
    says: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class LawEntry:
    """An Act, guidance, body or term."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    id: str
    name: str
    kind: Literal["law", "guidance", "body", "term"]
    names: Phrases
    nations: tuple[Nation, ...]
    reference: str
    verified: Literal["yes", "partly", "no"]
    checked: str
    of: str = ""
    family: str = ""
    ended: tuple[EndedEntry, ...] = ()
    instead: Mapping[Nation, str] = field(default_factory=dict)
    note: str = ""
    common: bool = False
    title: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """Something said of children's rights that is more than is so."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    id: str
    of: Literal["statement", "any"]
    phrases: Phrases
    says: str
    instead: str
    reference: str
    verified: Literal["yes", "partly", "no"]
    checked: str
    nations: tuple[Nation, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectEntry:
    """An article of the UNCRC and how papers name its subject."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    number: int
    phrases: Phrases


@dataclass(frozen=True, slots=True)
class LawFile:
    """The whole of law.yaml."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    vocabulary: Mapping[str, Phrases]
    spoken: Mapping[Nation, Phrases]
    signs: Mapping[Nation, Phrases]
    councils: Mapping[Nation, Phrases]
    articles: tuple[SubjectEntry, ...]
    cues: Mapping[Literal["compare", "past", "denial"], Phrases]
    families: Mapping[str, Mapping[str, str | bool]]
    entries: tuple[LawEntry, ...]
    claims: tuple[ClaimEntry, ...]


@dataclass(frozen=True, slots=True)
class OverlayEntry:
    """An overlay ruleset and what shows that it applies."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    ruleset: str
    about: str
    phrases: Phrases
    roles: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverlaysFile:
    """The whole of overlays.yaml."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    overlays: tuple[OverlayEntry, ...]
