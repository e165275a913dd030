"""What an earlier run put into a Word file: a second set beside it would tell everything twice."""

from __future__ import annotations

from typing import NamedTuple

from ..limits import Limits
from ..readers.docx.package import Package
from ..xmlfile import Attributes, Events
from .markup import AUTHOR

_CHANGES = ("w:ins", "w:del")


class Earlier(NamedTuple):
    """How many comments and tracked changes of this program a file holds."""

    comments: int
    changes: int


def earlier_marks(data: bytes, name: str, limits: Limits) -> Earlier:
    """What is in a Word file by this program's hand; what others wrote does not count.

    Raises NotReadError when a part that has to be looked at is damaged.
    """
    package = Package(data, name, limits)
    comments = package.related("comments")
    return Earlier(
        _count(package, comments, ("w:comment",)) if comments else 0,
        _count(package, package.main, _CHANGES),
    )


def _count(package: Package, part: str, elements: tuple[str, ...]) -> int:
    found = 0

    def note(attributes: Attributes) -> None:
        nonlocal found
        found += attributes.get("w:author") == AUTHOR

    package.walk(part, Events(dict.fromkeys(elements, note)))
    return found
