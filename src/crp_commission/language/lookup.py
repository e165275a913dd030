"""Lookup: the terms of a table found in many texts side by side, each only when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy

from .places import Places, bits_at, positions_of
from .search import Hit, Search
from .terms import TermTable
from .words import Word

Text = Sequence[Word | None]


class Lookup:
    """Which texts hold a term, and where in them; texts are named by their number in the order given.

    The texts are laid end to end with a wall behind each, and a set of texts is a number with the bits of their walls.
    """

    def __init__(self, table: TermTable, texts: Sequence[Text]) -> None:
        line: list[Word | None] = []
        walls: list[int] = []
        for text in texts:
            line.extend(text)
            walls.append(len(line))
            line.append(None)
        self._texts = texts
        self._number = {wall: number for number, wall in enumerate(walls)}
        self._ends = bits_at(walls, len(line)) if texts else 0
        self._inside = ((1 << len(line)) - 1) ^ self._ends
        self._line = Places(line)
        self._places: dict[int, Places] = {}
        self._others: dict[int, Lookup] = {}
        self._start(table)

    def _start(self, table: TermTable) -> None:
        self._table = table
        self._search = Search(table.lists, self._line)
        self._known: dict[str, int] = {}
        self._numbers: dict[str, dict[int, None]] = {}

    def of(self, table: TermTable) -> Lookup:
        """The same texts searched for the terms of another table."""
        known = self._others.get(id(table))
        if known is None:
            known = copy(self)
            known._start(table)
            self._others[id(table)] = known
        return known

    def texts_with(self, term: str) -> int:
        """The texts that hold a term, as a set that ``&`` and ``~`` work on and ``numbers`` unfolds."""
        found = self._known.get(term)
        if found is None:
            tree = self._table.tree(term)
            found = self._known[term] = self._around(self._search.ends(tree)) if tree is not None else 0
        return found

    def _around(self, ends: int) -> int:
        """The texts that hold any of those places."""
        # Within a text all places are 1, so adding anything to them carries into its wall and no further.
        return (((ends & self._inside) + self._inside) | ends) & self._ends if ends else 0

    def numbers(self, texts: int) -> list[int]:
        """The numbers of a set of texts, in order."""
        return [self._number[wall] for wall in positions_of(texts)]

    def numbers_with(self, term: str) -> Mapping[int, None]:
        """The numbers of the texts that hold a term, in order, as the keys of a mapping."""
        found = self._numbers.get(term)
        if found is None:
            found = self._numbers[term] = dict.fromkeys(self.numbers(self.texts_with(term)))
        return found

    def holds(self, number: int, term: str) -> bool:
        """Whether a text holds a term."""
        return number in self.numbers_with(term)

    def hits(self, number: int, term: str) -> list[Hit]:
        """Where a term stands in a text, the longest match at each start."""
        if number not in self._places:
            self._places[number] = Places(self._texts[number])
        tree = self._table.tree(term)
        return self._search.hits(tree, self._places[number]) if tree is not None else []
