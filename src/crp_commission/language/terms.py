"""TermTable: phrases under names, compiled, to be looked for in a text or in all texts of a document side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .phrase_index import PhraseIndex, index
from .phrases import PhraseError, Tree, circles, joined, names_in, parse_phrase
from .search import Hit
from .words import Word

__all__ = ["Hit", "TermTable"]


class TermTable:
    """Phrases under names, with the vocabulary lists they use, ready to be looked for."""

    def __init__(
        self, terms: Mapping[str, Iterable[str]], vocabulary: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        """``terms`` maps a name to its phrases (see ``phrases``); raises PhraseError for one that is badly written."""
        lists = vocabulary or {}
        self._lists = {
            name: joined([parse_phrase(phrase, lists) for phrase in phrases])
            for name, phrases in lists.items()
            if phrases
        }
        for name in circles({name: names_in(tree) for name, tree in self._lists.items()}):
            raise PhraseError(f"the vocabulary list ${name} holds itself")
        self._terms = {
            name: joined([parse_phrase(phrase, lists) for phrase in phrases])
            for name, phrases in ((name, list(phrases)) for name, phrases in terms.items())
            if phrases
        }
        self._index: PhraseIndex | None = None

    def only(self, names: Iterable[str]) -> TermTable:
        """A table of some of its terms, with the lists that these use."""
        terms = {name: self._terms[name] for name in names}
        waiting = {used for tree in terms.values() for used in names_in(tree)}
        lists: dict[str, Tree] = {}
        while waiting:
            name = waiting.pop()
            if name in self._lists and name not in lists:
                lists[name] = self._lists[name]
                waiting |= names_in(lists[name])
        return TermTable.restore([lists, terms])

    def plain(self) -> list[Any]:
        """The compiled table as plain data that JSON can hold; ``restore`` takes it back."""
        return [self._lists, self._terms]

    @classmethod
    def restore(cls, plain: Sequence[Any]) -> TermTable:
        """A table from what ``plain`` gave."""
        table = cls.__new__(cls)
        table._lists, table._terms = plain
        table._index = None
        return table

    @property
    def names(self) -> Iterable[str]:
        """The names of its terms, in order."""
        return self._terms.keys()

    def find(self, text: Sequence[Word | None]) -> dict[str, list[Hit]]:
        """Every term in one text by name, the longest match at each start; no phrase crosses a wall (None)."""
        return self.index.find(text)

    def tree(self, name: str) -> Tree | None:
        """The tree of a term; None where there is none of that name."""
        return self._terms.get(name)

    @property
    def lists(self) -> Mapping[str, Tree]:
        """The trees of its vocabulary lists."""
        return self._lists

    @property
    def index(self) -> PhraseIndex:
        """Its terms by the words they begin with."""
        if self._index is None:
            self._index = PhraseIndex(*index(self._terms, self._lists), self._lists)
        return self._index
