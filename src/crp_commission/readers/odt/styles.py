"""Styles of an OpenDocument text, and the list and outline definitions that stand among them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...xmlfile import SKIP, Attributes, Events

MOST_LEVELS = 10
_HEADING = re.compile(r"heading[ _]([1-9]|10)\b")
_CONTENTS = re.compile(r"contents (?:\d|heading)|(?:index|table index|illustration index|object index) (?:\d|heading)")
_CAPTIONS = frozenset({"caption", "illustration", "figure", "drawing"})
_LONGEST_CHAIN = 50
_LONGEST_LABEL = 100


@dataclass(slots=True)
class Level:
    """One level of a list.

    ``form`` is its number format ("1", "a", "I", "" for none), ``shown`` how many levels its label shows, ``pattern``
    the whole label with each level's number as "%1%", where the file gives it.
    """

    bullet: bool = False
    form: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    pattern: str = ""


@dataclass(slots=True)
class _Definition:
    """A style as the file defines it; None where it says nothing and its parent speaks."""

    name: str = ""
    parent: str = ""
    outline: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    breaks: bool = False
    list_style: str | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all it inherits; ``bold`` and ``hidden`` are None where neither it nor its parents set them."""

    heading: int = 0
    bold: bool | None = None
    hidden: bool | None = None
    breaks: bool = False
    list_style: str = ""
    contents: bool = False
    caption: bool = False
    quoted: bool = False


def whole(value: str | None, default: int, *, most: int) -> int:
    """A whole number from 0 to ``most`` out of an attribute; ``default`` where there is none."""
    if value is None or not value.isascii() or not value.isdigit():
        return default
    return min(int(value[:12]), most)


class Styles:
    """All styles of a document, by family and name; ``lists`` and ``outline`` hold the levels of lists and headings.

    ``events`` reads them, from the part with the styles and from the one with the text, in that order.
    """

    def __init__(self) -> None:
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        self._defined: dict[tuple[str, str], _Definition] = {}
        self._resolved: dict[tuple[str, str], Style] = {}
        self._now = _Definition()
        self._levels: dict[int, Level] = {}

    @property
    def events(self) -> Events:
        """The handlers for a part with styles; page furniture is passed over."""
        start: dict[str, Callable[[Attributes], bool | None]] = {
            "style:style": self._style,
            "style:default-style": self._default_style,
            "style:text-properties": self._text_properties,
            "style:paragraph-properties": self._paragraph_properties,
            "text:list-style": self._list_style,
            "text:outline-style": self._outline_style,
            "text:outline-level-style": self._number,
            "text:list-level-style-number": self._number,
            "text:list-level-style-bullet": self._bullet,
            "text:list-level-style-image": self._bullet,
            "office:master-styles": lambda _: SKIP,
        }
        return Events(start)

    def get(self, family: str, name: str) -> Style:
        """The style of that name in a family ("paragraph", "text"); one that sets nothing where it is unknown."""
        key = (family, name)
        found = self._resolved.get(key)
        if found is None:
            found = self._resolved[key] = self._resolve(family, name)
        return found

    def _resolve(self, family: str, name: str) -> Style:
        chain: list[_Definition] = []
        seen: set[str] = set()
        while name and name not in seen and len(chain) < _LONGEST_CHAIN:
            seen.add(name)
            chain.append(self._defined.get((family, name)) or _Definition(name=_shown(name)))
            name = chain[-1].parent
        if default := self._defined.get((family, "")):
            chain.append(default)
        names = [definition.name for definition in chain]
        return Style(
            heading=_heading(chain),
            bold=_first(chain, "bold"),
            hidden=_first(chain, "hidden"),
            breaks=bool(chain) and chain[0].breaks,
            list_style=_first(chain, "list_style") or "",
            contents=any(map(_CONTENTS.match, names)),
            caption=not _CAPTIONS.isdisjoint(names),
            quoted="quotations" in names,
        )

    def _style(self, attributes: Attributes) -> None:
        name = attributes.get("style:name", "")
        self._now = _Definition(
            name=attributes.get("style:display-name", "").lower() or _shown(name),
            parent=attributes.get("style:parent-style-name", ""),
            list_style=attributes.get("style:list-style-name"),
            breaks=bool(attributes.get("style:master-page-name")),
        )
        if "style:default-outline-level" in attributes:
            self._now.outline = whole(attributes["style:default-outline-level"], 0, most=MOST_LEVELS)
        self._defined[attributes.get("style:family", ""), name] = self._now

    def _default_style(self, attributes: Attributes) -> None:
        self._now = _Definition()
        self._defined[attributes.get("style:family", ""), ""] = self._now

    def _text_properties(self, attributes: Attributes) -> None:
        weight = attributes.get("fo:font-weight")
        if weight is not None:
            self._now.bold = weight == "bold" or (weight.isdigit() and int(weight[:4]) >= 600)
        if "text:display" in attributes:
            self._now.hidden = attributes["text:display"] == "none"

    def _paragraph_properties(self, attributes: Attributes) -> None:
        self._now.breaks |= attributes.get("fo:break-before") == "page"

    def _list_style(self, attributes: Attributes) -> None:
        self._levels = self.lists.setdefault(attributes.get("style:name", ""), {})
        self._now = _Definition()  # the look of numbers is nobody's

    def _outline_style(self, _attributes: Attributes) -> None:
        self._levels = self.outline
        self._now = _Definition()

    def _number(self, attributes: Attributes) -> None:
        level = self._at(attributes)
        level.form = attributes.get("style:num-format", "")
        level.prefix = attributes.get("style:num-prefix", "")[:_LONGEST_LABEL]
        level.suffix = attributes.get("style:num-suffix", "")[:_LONGEST_LABEL]
        level.start = whole(attributes.get("text:start-value"), 1, most=1_000_000)
        level.shown = whole(attributes.get("text:display-levels"), 1, most=MOST_LEVELS)
        pattern = attributes.get("style:num-list-format", attributes.get("loext:num-list-format", ""))
        level.pattern = pattern[:_LONGEST_LABEL]

    def _bullet(self, attributes: Attributes) -> None:
        self._at(attributes).bullet = True

    def _at(self, attributes: Attributes) -> Level:
        level = Level()
        self._levels[whole(attributes.get("text:level"), 1, most=MOST_LEVELS)] = level
        return level


def _heading(chain: list[_Definition]) -> int:
    for definition in chain:
        if definition.outline is not None:
            return definition.outline
        if definition.name == "title":
            return 1
        if named := _HEADING.match(definition.name):
            return int(named[1])
    return 0


def _first(chain: list[_Definition], trait: str) -> Any:
    return next((value for definition in chain if (value := getattr(definition, trait)) is not None), None)


def _shown(name: str) -> str:
    """The name as people see it: "Heading_20_1" is "heading 1"."""
    return name.replace("_20_", " ").lower()
