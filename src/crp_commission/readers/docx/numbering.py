"""Automatic numbers worked out as Word shows them: list definitions, levels, restarts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from ...flow.numerals import WORD_FORMATS
from ...xmlfile import SKIP, Attributes, Events
from .styles import Style, Styles, is_on, whole

_LEVELS = 9
_LONGEST_LABEL = 100
_PLACEHOLDER = re.compile(r"%([1-9])")
_NO_LIST = "0"


@dataclass(slots=True)
class Level:
    """One level of a list: where it starts, how its number is spelled, what it restarts after."""

    start: int = 1
    form: str = "decimal"
    pad: int = 0
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""


@dataclass(slots=True)
class _Abstract:
    levels: dict[int, Level] = field(default_factory=dict)
    style_link: str = ""  # the numbering style whose definition this one stands for
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class _List:
    """A use of an abstract list (w:num), with what it changes."""

    abstract: str = ""
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Label(NamedTuple):
    """What a list gives a paragraph: its number as shown ("" for a bullet) and its depth from 0."""

    number: str
    depth: int


class Ladder:
    """The levels of one list and how far they have counted; lists of one definition share the ``counts``."""

    def __init__(self, levels: list[Level | None], starts: dict[int, int], counts: list[int | None]) -> None:
        self._levels = levels
        self._overridden = set(starts)  # the levels that this list starts anew when it first comes to them
        self._starts = [starts.get(at, level.start if level else 1) for at, level in enumerate(levels)]
        self._counts = counts
        self._restarted = [
            [at for at in range(depth + 1, _LEVELS) if _restarts(levels[at], depth)] for depth in range(_LEVELS)
        ]

    def label(self, depth: int, *, counts: bool) -> Label | None:
        """The label of the next paragraph at ``depth``, from 0; None where the list has no such level."""
        level = self._levels[depth]
        if level is None:
            return None
        if counts:
            self._count(depth)
        return Label("" if level.form == "bullet" else self._spell(level, depth), depth)

    def depth_of(self, style: Style) -> int:
        """The level tied to a paragraph's style or the nearest of its bases."""
        for name in style.names:
            for depth, level in enumerate(self._levels):
                if level is not None and level.style == name:
                    return depth
        return style.depth or 0

    def _count(self, depth: int) -> None:
        before = self._counts[depth]
        anew = before is None or depth in self._overridden
        self._counts[depth] = self._starts[depth] if before is None or anew else before + 1
        self._overridden.discard(depth)
        for deeper in self._restarted[depth]:
            self._counts[deeper] = None

    def _spell(self, level: Level, depth: int) -> str:
        def spelled(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            shown, count = self._levels[at] or level, self._counts[at]
            value = self._starts[at] if count is None else count
            if level.legal and shown.form != "none":
                return str(value)
            return WORD_FORMATS.get(shown.form, str)(value).zfill(shown.pad)

        return " ".join(_PLACEHOLDER.sub(spelled, level.text).split())


def _restarts(level: Level | None, after: int) -> bool:
    """Whether ``level`` starts again after a paragraph at depth ``after``, which is above it.

    It does after any, unless it says after which level (from 1) and those above it, or never (0).
    """
    return level is None or level.restart is None or after < level.restart


class Numbering:
    """The lists of a document and how far each has counted. ``events`` reads them from the numbering part."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, _Abstract] = {}
        self._lists: dict[str, _List] = {}
        self._ladders: dict[str, Ladder] = {}
        self._abstract = _Abstract()
        self._list: _List | None = None
        self._level = Level()
        self._override = 0

    @property
    def events(self) -> Events:
        """The handlers for the numbering part."""
        start: dict[str, Callable[[Attributes], bool | None]] = {
            "w:abstractNum": self._start_abstract,
            "w:num": self._start_list,
            "w:lvl": self._start_level,
            "w:abstractNumId": self._names_abstract,
            "w:startOverride": self._start_override,
            "w:lvlOverride": self._level_override,
            "w:numStyleLink": lambda at: setattr(self._abstract, "style_link", at.get("w:val", "")),
            "w:start": lambda at: setattr(self._level, "start", whole(at.get("w:val"), 1)),
            "w:numFmt": self._format,
            "w:lvlText": lambda at: setattr(self._level, "text", at.get("w:val", "")[:_LONGEST_LABEL]),
            "w:isLgl": lambda at: setattr(self._level, "legal", is_on(at)),
            "w:lvlRestart": lambda at: setattr(self._level, "restart", whole(at.get("w:val"))),
            "w:pStyle": lambda at: setattr(self._level, "style", at.get("w:val", "")),
            "w:rPr": lambda _: SKIP,
            "mc:Fallback": lambda _: SKIP,
        }
        return Events(start)

    def label(self, style: Style, number: str | None, depth: int | None, *, counts: bool = True) -> Label | None:
        """The label of the next paragraph, None when it is in no list.

        ``number`` and ``depth`` are what the paragraph itself says, None for nothing; then its style speaks. With
        ``counts`` off nothing is counted, as for a paragraph that was deleted.
        """
        number_id = style.number if number is None else number
        if number_id is None or number_id == _NO_LIST:
            return None
        ladder = self._ladders.get(number_id)
        if ladder is None:
            ladder = self._ladders[number_id] = self._ladder(number_id)
        if depth is None:
            depth = ladder.depth_of(style) if number is None else 0
        return ladder.label(min(max(depth, 0), _LEVELS - 1), counts=counts)

    def _ladder(self, number_id: str) -> Ladder:
        used = self._lists.get(number_id) or _List()
        abstract = self._abstracts.get(used.abstract) or _Abstract()
        for _ in range(_LEVELS):  # a link may lead to a link, in a damaged file in a circle
            if not abstract.style_link:
                break
            linked = self._lists.get(self._styles.numbering_of(abstract.style_link) or "")
            abstract = self._abstracts.get(linked.abstract, abstract) if linked else abstract
        levels = [used.levels.get(depth) or abstract.levels.get(depth) for depth in range(_LEVELS)]
        return Ladder(levels, used.starts, abstract.counts)

    def _start_abstract(self, attributes: Attributes) -> None:
        self._list = None
        self._abstract = _Abstract()
        self._abstracts.setdefault(attributes.get("w:abstractNumId", ""), self._abstract)

    def _start_list(self, attributes: Attributes) -> None:
        self._list = _List()
        self._lists.setdefault(attributes.get("w:numId", ""), self._list)

    def _names_abstract(self, attributes: Attributes) -> None:
        if self._list is not None:
            self._list.abstract = attributes.get("w:val", "")

    def _start_level(self, attributes: Attributes) -> None:
        self._level = Level()
        levels = self._abstract.levels if self._list is None else self._list.levels
        levels[whole(attributes.get("w:ilvl"))] = self._level

    def _level_override(self, attributes: Attributes) -> None:
        self._override = whole(attributes.get("w:ilvl"))

    def _start_override(self, attributes: Attributes) -> None:
        if self._list is not None:
            self._list.starts[self._override] = whole(attributes.get("w:val"), 1)

    def _format(self, attributes: Attributes) -> None:
        self._level.form = attributes.get("w:val", "decimal")
        if self._level.form == "custom":  # "001, 002, 003, ..."
            self._level.form = "decimal"
            self._level.pad = len(attributes.get("w:format", "")[:_LONGEST_LABEL].partition(",")[0].strip())
