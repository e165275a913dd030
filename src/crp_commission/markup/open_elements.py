"""Elements that are open, and the numbers of the lists among them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..extraction import Skipped
from ..flow.numerals import ODF_FORMATS
from ..flow.records import TableCell
from .grid import Grid
from .paragraphs import Surroundings
from .style_sheets import NO_MATCH, Attributes, Match

MARKER = "list marker"  # an attribute no tag can have: the number of a list item as it is typed


@dataclass(slots=True)
class Numbering:
    """The numbers of an ordered list: the next one, its step and how it is spelled."""

    next: int = 1
    step: int = 1
    style: str = "1"

    def take(self, value: str | None) -> str:
        """The number of the next item as it shows, ``value`` being what the item says of it."""
        number = _whole(value, self.next)
        self.next = number + self.step
        return f"{ODF_FORMATS.get(self.style, str)(number)}."


def numbering(tag: str, attributes: Attributes) -> Numbering | None:
    """How a list counts its items; None for bullets and for a list whose items bring their numbers."""
    if tag != "ol" or MARKER in attributes:
        return None
    step = -1 if "reversed" in attributes else 1
    return Numbering(_whole(attributes.get("start"), 1), step, attributes.get("type", "1"))


def _whole(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else otherwise


@dataclass(slots=True)
class Element:
    """One open element. ``around`` and ``cell`` are what its text belongs to."""

    tag: str
    around: Surroundings
    cell: TableCell | None = None
    emphasised: bool = False
    left_out: Skipped | None = None
    silent: bool = False
    match: Match = NO_MATCH
    grid: Grid | None = None
    numbering: Numbering | None = None

    @property
    def is_unread(self) -> bool:
        """Whether its text is left out, with a word about it or without."""
        return self.silent or self.left_out is not None


class OpenElements:
    """The open elements, outermost first, below a root that is always there."""

    def __init__(self) -> None:
        self._stack = [Element("", Surroundings())]
        self._count: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._stack) - 1

    def has(self, *tags: str) -> int:
        """How many elements of these tags are open."""
        if len(tags) == 1:  # by far the most frequent question
            return self._count[tags[0]]
        return sum([self._count[tag] for tag in tags])

    @property
    def innermost(self) -> Element:
        """The element that text now belongs to."""
        return self._stack[-1]

    def grid(self) -> Grid | None:
        """The innermost table's grid."""
        if not self._count["table"]:
            return None
        return next((element.grid for element in reversed(self._stack) if element.grid), None)

    def push(self, element: Element) -> None:
        """Open an element inside the innermost."""
        self._stack.append(element)
        self._count[element.tag] += 1

    def pop(self, depth: int | None = None) -> Element:
        """Close the innermost element, or the one at ``depth`` (from 1), leaving those inside it open."""
        element = self._stack.pop(-1 if depth is None else depth)
        self._count[element.tag] -= 1
        return element

    def find(self, tags: frozenset[str], boundary: frozenset[str]) -> int:
        """The depth of the innermost element of ``tags``; 0 when there is none before one of ``boundary``."""
        if any(self._count[tag] for tag in tags):
            for depth in range(len(self._stack) - 1, 0, -1):
                if self._stack[depth].tag in tags:
                    return depth
                if self._stack[depth].tag in boundary:
                    break
        return 0
