"""Parsing events to plain data, counted as it grows and without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from ..limits import Limits
from .faults import UNFIT, Faults, shown
from .loaded import Loaded, Mark, Path

if TYPE_CHECKING:
    from yaml.events import Event

_MOST_ALIASES = 100
_MOST_REPEATED = 4  # times the size of the largest file, in characters, that aliases may repeat
_MOST_DIGITS = 15
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class _Named(NamedTuple):
    """What an anchor names: its data, and how many values, characters and levels it holds."""

    data: Any
    nodes: int
    characters: int
    height: int


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; ``key`` is the mapping's key that waits for its value."""

    data: dict[str, Any] | list[Any]
    path: Path
    anchor: str | None
    nodes: int
    characters: int
    key: str | None = None
    height: int = 1


class Builder:
    """Turns parsing events into data without recursion, counting as it goes."""

    def __init__(self, limits: Limits, faults: Faults) -> None:
        self._limits = limits
        self._faults = faults
        self._open: list[_Open] = []
        self._anchors: dict[str, _Named] = {}
        self._nodes = self._characters = self._aliases = self._documents = 0
        self._loaded: dict[str, Any] = {"data": None, "values": {}, "keys": {}, "written": {}}

    def build(self, events: Iterator[Event]) -> Loaded:
        """Use up ``events`` and hand back what they say."""
        for event in events:
            kind = type(event).__name__
            at = event.start_mark
            mark = Mark(at.line + 1, at.column + 1) if at else Mark(1, 1)
            if kind == "ScalarEvent":
                self._scalar(event, mark)
            elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                self._start(event, {} if kind.startswith("M") else [], mark)
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                self._end()
            elif kind == "AliasEvent":
                self._alias(event, mark)
            elif kind == "DocumentStartEvent":
                self._documents += 1
                if self._documents > 1:
                    self._faults.at(mark, "a second document starts here.", "Keep one document in a file.")
        return Loaded(**self._loaded)

    def _scalar(self, event: Any, mark: Mark) -> None:
        self._refuse_tag(event, mark)
        self._count(1, len(event.value), mark)
        plain = event.implicit[0]
        unfit = None if plain else UNFIT.search(event.value)  # written as an escape in double quotes
        if unfit:
            self._faults.unfit(mark, unfit[0])
        value = self._value(event.value, mark) if plain else event.value
        if event.anchor:
            self._anchors[event.anchor] = _Named(value, 1, len(event.value), 0)
        top = self._waiting()
        if top is not None:
            self._key(top, event.value, isinstance(value, str) and not (plain and value == "<<"), mark)
            return
        path = self._place(value, mark)
        if not isinstance(value, str):
            self._loaded["written"][path] = event.value

    def _value(self, text: str, mark: Mark) -> Any:
        """A plain scalar's value by the core schema of YAML 1.2, less octal and hexadecimal numbers."""
        if text in _NULLS:
            return None
        if text in _TRUTHS:
            return _TRUTHS[text]
        if _NO_NUMBER.fullmatch(text):
            self._faults.at(mark, f"“{text}” is no number to reckon with.", "Write a number, or put it in quotes.")
        if len(text) > 2 * _MOST_DIGITS or not _DECIMAL.fullmatch(text):
            return text
        if _WHOLE.fullmatch(text):  # a longer one is a reference or a telephone number
            return int(text) if len(text.lstrip("+-")) <= _MOST_DIGITS else text
        number = float(text)
        if not isfinite(number):
            self._faults.at(mark, f"{text} is too large a number.", "Write a smaller one, or put it in quotes.")
        return number

    def _key(self, top: _Open, key: str, is_text: bool, mark: Mark) -> None:
        if key == "<<" and not is_text:
            self._faults.at(mark, "merge keys (<<) are not read here.", "Write the keys out.")
        if not is_text:
            self._faults.at(mark, f"the key “{shown(key)}” is no text.", f'Put it in quotes: "{shown(key)}":')
        assert isinstance(top.data, dict)
        if key in top.data:
            first = self._loaded["keys"][(*top.path, key)].line
            self._faults.at(
                mark, f"the key “{shown(key)}” stands twice, first on line {first}.", "Keep one of the two."
            )
        top.key = key
        top.data[key] = None
        self._loaded["keys"][(*top.path, key)] = mark

    def _start(self, event: Any, data: dict[str, Any] | list[Any], mark: Mark) -> None:
        self._refuse_tag(event, mark)
        self._count(1, 0, mark)
        self._refuse_key(mark)
        self._refuse_depth(1, mark)
        before = self._nodes, self._characters
        path = self._place(data, mark)
        self._anchors.pop(event.anchor, None)  # until it is whole, nothing may refer to it
        self._open.append(_Open(data, path, event.anchor, *before))

    def _end(self) -> None:
        done = self._open.pop()
        if self._open:
            self._open[-1].height = max(self._open[-1].height, done.height + 1)
        if done.anchor:
            size = self._nodes - done.nodes + 1, self._characters - done.characters
            self._anchors[done.anchor] = _Named(done.data, *size, done.height)

    def _alias(self, event: Any, mark: Mark) -> None:
        self._aliases += 1
        if self._aliases > _MOST_ALIASES:
            self._faults.at(mark, f"there are more than {_MOST_ALIASES} aliases (*name).", "Write the values out.")
        named = self._anchors.get(event.anchor)
        if named is None:
            what = f"*{shown(event.anchor)} refers to nothing above it."
            self._faults.at(mark, what, "Put a text that starts with * in quotes.")
        self._refuse_key(mark)
        self._refuse_depth(named.height, mark)
        self._count(named.nodes, named.characters, mark)
        if self._open:
            self._open[-1].height = max(self._open[-1].height, named.height + 1)
        self._place(named.data, mark)

    def _waiting(self) -> _Open | None:
        """The mapping that waits for its next key, None when a value is due."""
        top = self._open[-1] if self._open else None
        return top if top is not None and isinstance(top.data, dict) and top.key is None else None

    def _place(self, value: Any, mark: Mark) -> Path:
        path: Path = ()
        if not self._open:
            self._loaded["data"] = value
        else:
            top = self._open[-1]
            if isinstance(top.data, list):
                path = (*top.path, len(top.data))
                top.data.append(value)
            else:
                assert top.key is not None
                path = (*top.path, top.key)
                top.data[top.key] = value
                top.key = None
        self._loaded["values"][path] = mark
        return path

    def _count(self, nodes: int, characters: int, mark: Mark) -> None:
        self._nodes += nodes
        self._characters += characters
        most = self._limits.yaml_nodes
        if self._nodes > most or self._characters > _MOST_REPEATED * self._limits.yaml_bytes:
            self._faults.beyond(f"there are more than {most:,} values, which is the limit.", "yaml_nodes", mark)

    def _refuse_tag(self, event: Any, mark: Mark) -> None:
        if event.tag is not None:
            what = f"the tag {shown(event.tag)} is not read here."
            self._faults.at(mark, what, "Leave it out, or put a text that starts with ! in quotes.")

    def _refuse_key(self, mark: Mark) -> None:
        if self._waiting():
            self._faults.at(mark, "a key is no text.", "Put a text that starts with a bracket or * in quotes.")

    def _refuse_depth(self, height: int, mark: Mark) -> None:
        most = self._limits.yaml_depth
        if len(self._open) + height > most:
            self._faults.beyond(f"it is nested more than {most} deep, which is the limit.", "yaml_depth", mark)
