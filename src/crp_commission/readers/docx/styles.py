"""What a paragraph or run takes from its style: heading level, list, bold, hidden."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...xmlfile import SKIP, Attributes, Events

BODY_LEVEL = 9  # the outline level that means "not a heading"; 0 to 8 are headings
_HEADING = re.compile(r"heading ?([1-9])(?!\d)")
_LIST = re.compile(r"list (?:bullet|number)(?: ([2-9]))?")
_CONTENTS = re.compile(r"toc ?\d|toc ?heading|contents ?(?:\d|heading)|table of (?:figures|authorities)|index ?\d")
_TABLE_PART = re.compile(rb'<w:tblStylePr w:type="(?!firstRow")\w+">.*?</w:tblStylePr>', re.DOTALL)
_LONGEST_CHAIN = 50


@dataclass(slots=True)
class _Definition:
    """A style as the file defines it; None where it says nothing and its base style speaks."""

    name: str = ""
    kind: str = "paragraph"
    base: str = ""
    outline: int | None = None
    number: str | None = None
    depth: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    first_row: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all it inherits.

    ``heading`` is a level from 1 (0: none); ``item`` a list level from 1 told by the style's name alone;
    ``number`` and ``depth`` are the list definition and its level from 0, None where the style names none;
    ``bold`` and ``hidden`` are what it makes of its text; ``names`` are the ids from itself to its last base.
    """

    heading: int = 0
    item: int = 0
    number: str | None = None
    depth: int | None = None
    bold: bool = False
    hidden: bool = False
    contents: bool = False
    caption: bool = False
    quoted: bool = False
    first_row: bool = False
    names: tuple[str, ...] = ()


def is_on(attributes: Attributes) -> bool:
    """Whether an on/off property is on; it is when it says nothing."""
    return attributes.get("w:val", "true") not in ("0", "false", "off", "none")


def whole(value: str | None, default: int = 0) -> int:
    """A whole number out of an attribute; ``default`` where there is none."""
    try:
        return int(value) if value is not None and len(value) < 12 else default
    except ValueError:
        return default


def slimmed(part: bytes) -> bytes:
    """A styles part without what tables look like in their corners and bands, which is most of it and not needed.

    Where nothing but tags can follow a "<" (no comments, no CDATA), such an element is exactly what its tags enclose.
    """
    if b"<!" in part:
        return part
    return _TABLE_PART.sub(b"", part)


class Styles:
    """All styles of a document, by id. ``events`` reads them from the styles part."""

    def __init__(self) -> None:
        self._defined: dict[str, _Definition] = {}
        self._resolved: dict[str, Style] = {}
        self._now = self._document = _Definition()  # the document's defaults stand before its styles
        self._default = self._default_table = ""

    @property
    def events(self) -> Events:
        """The handlers for the styles part; ``slimmed`` makes it a fast read."""
        start: dict[str, Callable[[Attributes], bool | None]] = {
            "w:style": self._style,
            "w:name": lambda attributes: setattr(self._now, "name", attributes.get("w:val", "").strip().lower()),
            "w:basedOn": lambda attributes: setattr(self._now, "base", attributes.get("w:val", "")),
            "w:outlineLvl": lambda attributes: setattr(self._now, "outline", whole(attributes.get("w:val"), 9)),
            "w:numId": lambda attributes: setattr(self._now, "number", attributes.get("w:val", "0")),
            "w:ilvl": lambda attributes: setattr(self._now, "depth", whole(attributes.get("w:val"))),
            "w:b": lambda attributes: setattr(self._now, "bold", is_on(attributes)),
            "w:vanish": lambda attributes: setattr(self._now, "hidden", is_on(attributes)),
            "w:tblStylePr": self._table_part,
            "w:latentStyles": lambda _: SKIP,
            "w:rPrChange": lambda _: SKIP,
            "w:pPrChange": lambda _: SKIP,
        }
        return Events(start)

    def paragraph(self, style: str) -> Style:
        """The style of a paragraph; the document's default where it names an unknown one.

        A file without its styles part still names headings and lists by the ids that Word gives them.
        """
        return self._get(style if style in self._defined or not self._defined else self._default)

    @property
    def default(self) -> Style:
        """The style of a paragraph that names none."""
        return self._get(self._default)

    def other(self, style: str) -> Style:
        """The style of a run or a table; one that sets nothing where it is unknown."""
        return self._get(style) if style in self._defined else Style()

    def table(self, style: str) -> Style:
        """The style of a table, which may name none."""
        return self.other(style or self._default_table)

    def numbering_of(self, style: str) -> str | None:
        """The list definition that a numbering style stands for."""
        return self._get(style).number

    def _style(self, attributes: Attributes) -> None:
        self._now = _Definition(kind=attributes.get("w:type", "paragraph"))
        style = attributes.get("w:styleId", "")
        self._defined.setdefault(style, self._now)
        if self._now.kind == "paragraph" and attributes.get("w:default") in ("1", "true", "on"):
            self._default = style
        if self._now.kind == "table" and attributes.get("w:default") in ("1", "true", "on"):
            self._default_table = style

    def _table_part(self, attributes: Attributes) -> bool:
        self._now.first_row |= attributes.get("w:type") == "firstRow"
        return SKIP

    def _get(self, style: str) -> Style:
        found = self._resolved.get(style)
        if found is None:
            found = self._resolved[style] = self._resolve(style)
        return found

    def _resolve(self, style: str) -> Style:
        chain: list[_Definition] = []
        names: list[str] = []
        at = style
        while at and at not in names and len(names) < _LONGEST_CHAIN:
            names.append(at)
            chain.append(self._defined.get(at) or _Definition(name=_spaced(at)))
            at = chain[-1].base
        own = chain[0].name if chain else ""
        # Where no paragraph style speaks the document's defaults do; a style of a run or a table then changes nothing.
        speaks_last = not chain or chain[0].kind == "paragraph"
        looks = [*chain, self._document] if speaks_last else chain
        return Style(
            heading=_heading(chain),
            item=_list_level(own),
            number=_first(chain, "number"),
            depth=_first(chain, "depth"),
            bold=bool(_first(looks, "bold")),
            hidden=bool(_first(looks, "hidden")),
            contents=bool(_CONTENTS.match(own)),
            caption=any(definition.name == "caption" for definition in chain),
            quoted=any(definition.name in ("quote", "intense quote", "block text") for definition in chain),
            first_row=any(definition.first_row for definition in chain),
            names=tuple(names),
        )


def _heading(chain: list[_Definition]) -> int:
    for definition in chain:
        if definition.kind != "paragraph":
            return 0
        if definition.outline is not None:
            return definition.outline + 1 if 0 <= definition.outline < BODY_LEVEL else 0
        if definition.name == "title":
            return 1
        if named := _HEADING.match(definition.name):
            return int(named[1])
    return 0


def _list_level(name: str) -> int:
    named = _LIST.fullmatch(name)
    return int(named[1] or 1) if named else 0


def _first(chain: list[_Definition], trait: str) -> Any:
    return next((value for definition in chain if (value := getattr(definition, trait)) is not None), None)


def _spaced(style: str) -> str:
    """The name that a style's id stands for where the style itself is missing: "Heading1" is "heading 1"."""
    return re.sub(r"(?<=[a-z])(?=\d)|(?<=[a-z])(?=[A-Z])", " ", style).lower()
