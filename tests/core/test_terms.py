"""TermTable and Lookup find what a plain matcher, phrase by phrase and word by word, would find."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crp_commission.language import many
from crp_commission.language.lookup import Lookup
from crp_commission.language.places import positions_of
from crp_commission.language.terms import Hit, TermTable
from crp_commission.language.words import Word, stem, words

LETTERS = ["ask", "child", "asked"]


@dataclass(frozen=True)
class Piece:
    """A small phrase as a tree: the plain matcher walks the tree, the table gets its text."""

    kind: str
    text: str = ""
    inner: tuple[Piece, ...] = ()
    gap: int = 0

    def __str__(self) -> str:
        if self.kind in ("word", "exact", "number", "list"):
            return self.text
        if self.kind == "gap":
            return f"~{self.gap}"
        if self.kind == "maybe":
            return f"({self.inner[0]})?"
        if self.kind == "choice":
            return f"({'|'.join(str(one) for one in self.inner)})"
        return " ".join(str(one) for one in self.inner)


def ends(piece: Piece, text: Sequence[Word | None], at: int, lists: Mapping[str, tuple[Piece, ...]]) -> set[int]:
    """Every position at which ``piece``, begun at ``at``, may end."""
    if piece.kind == "gap":
        reach = {at}
        for position in range(at, min(at + piece.gap, len(text))):
            if text[position] is None:
                break
            reach.add(position + 1)
        return reach
    if piece.kind == "maybe":
        return {at} | ends(piece.inner[0], text, at, lists)
    if piece.kind == "choice":
        return set().union(*(ends(one, text, at, lists) for one in piece.inner))
    if piece.kind == "list":
        return set().union(*(ends(one, text, at, lists) for one in lists[piece.text[1:]]))
    if piece.kind == "all":
        reach = {at}
        for one in piece.inner:
            reach = set().union(*(ends(one, text, place, lists) for place in reach))
        return reach
    word = text[at] if at < len(text) else None
    return {at + 1} if word is not None and _fits(piece, word) else set()


def _fits(piece: Piece, word: Word) -> bool:
    if piece.kind == "number":
        return word.text[0].isdigit()
    if piece.kind == "exact":
        return word.text == piece.text[1:]
    return word.stem == stem(piece.text)


def plainly(
    terms: Mapping[str, Sequence[Piece]], text: Sequence[Word | None], lists: Mapping[str, tuple[Piece, ...]]
) -> dict[str, list[Hit]]:
    """What stands in the text, the longest stretch from each start."""
    found: dict[str, list[Hit]] = {}
    for name, phrases in terms.items():
        for start in range(len(text)):
            reach = set().union(*(ends(one, text, start, lists) for one in phrases)) - {start}
            if reach:
                found.setdefault(name, []).append(Hit(start, max(reach)))
    return found


def _word() -> st.SearchStrategy[Piece]:
    return st.one_of(
        st.sampled_from(LETTERS).map(lambda text: Piece("word", text)),
        st.sampled_from(LETTERS).map(lambda text: Piece("exact", f"={text}")),
        st.just(Piece("number", "#")),
    )


def _sequence(edge: st.SearchStrategy[Piece], step: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    """Starts and ends with ``edge``, which takes a word at least, so that no phrase matches nothing."""
    middle = st.lists(step, max_size=2).map(tuple)
    whole = st.tuples(edge, middle, edge).map(lambda parts: Piece("all", inner=(parts[0], *parts[1], parts[2])))
    return st.one_of(edge, whole)


def _phrase(names: Sequence[str]) -> st.SearchStrategy[Piece]:
    lists = [st.sampled_from(names).map(lambda name: Piece("list", f"${name}"))] if names else []
    edge = st.one_of(*lists, _word())
    inner = _sequence(edge, edge)
    gap = st.integers(0, 3).map(lambda most: Piece("gap", gap=most))
    choice = st.lists(inner, min_size=2, max_size=3).map(lambda branches: Piece("choice", inner=tuple(branches)))
    maybe = inner.map(lambda piece: Piece("maybe", inner=(piece,)))
    return _sequence(st.one_of(edge, choice), st.one_of(edge, gap, choice, maybe))


def _texts() -> st.SearchStrategy[list[Word | None]]:
    return st.lists(st.one_of(st.sampled_from([*LETTERS, "child's", "8"]), st.none()), max_size=12).map(
        lambda parts: [words(part)[0] if part else None for part in parts]
    )


def _lists() -> Iterator[st.SearchStrategy[dict[str, tuple[Piece, ...]]]]:
    entries = st.lists(_phrase([]), min_size=1, max_size=3).map(tuple)
    yield st.fixed_dictionaries({"one": entries, "two": entries})


TERMS = st.dictionaries(
    st.sampled_from("abc"), st.lists(_phrase(["one", "two"]), min_size=1, max_size=3), min_size=1, max_size=3
)


@settings(max_examples=400, deadline=None)
@given(TERMS, next(_lists()), _texts())
def test_the_table_finds_what_a_plain_matcher_finds(
    terms: dict[str, list[Piece]], lists: dict[str, tuple[Piece, ...]], text: list[Word | None]
) -> None:
    table = TermTable(
        {name: [str(one) for one in phrases] for name, phrases in terms.items()},
        {name: [str(one) for one in phrases] for name, phrases in lists.items()},
    )
    assert {name: sorted(hits) for name, hits in table.find(text).items()} == plainly(terms, text, lists)


@settings(deadline=None)
@given(TERMS, next(_lists()), _texts(), _texts())
def test_what_was_searched_before_changes_nothing(
    terms: dict[str, list[Piece]],
    lists: dict[str, tuple[Piece, ...]],
    first: list[Word | None],
    second: list[Word | None],
) -> None:
    given_terms = {name: [str(one) for one in phrases] for name, phrases in terms.items()}
    given_lists = {name: [str(one) for one in phrases] for name, phrases in lists.items()}
    used = TermTable(given_terms, given_lists)
    used.find(first)
    assert used.find(second) == TermTable(given_terms, given_lists).find(second)


@settings(deadline=None)
@given(TERMS, next(_lists()), _texts())
def test_a_table_kept_as_json_finds_the_same(
    terms: dict[str, list[Piece]], lists: dict[str, tuple[Piece, ...]], text: list[Word | None]
) -> None:
    table = TermTable(
        {name: [str(one) for one in phrases] for name, phrases in terms.items()},
        {name: [str(one) for one in phrases] for name, phrases in lists.items()},
    )
    assert TermTable.restore(json.loads(json.dumps(table.plain()))).find(text) == table.find(text)


def test_no_phrase_crosses_a_wall() -> None:
    table = TermTable({"close": ["ask child"], "far": ["ask ~5 child"]})
    assert table.find([*words("ask"), None, *words("child")]) == {}


def test_a_name_may_have_several_phrases_and_none_need_match() -> None:
    table = TermTable({"doing": ["ask", "consult"], "who": ["child"], "none": ["parent"]})
    assert table.find(words("Consult and ask children")) == {"doing": [Hit(0, 1), Hit(2, 3)], "who": [Hit(3, 4)]}


def test_an_empty_table_and_an_empty_text_find_nothing() -> None:
    assert TermTable({}).find(words("Ask children")) == {}
    assert TermTable({"a": ["ask"]}).find([]) == {}


TEXTS = st.lists(_texts(), min_size=1, max_size=4)


@settings(deadline=None)
@given(TERMS, next(_lists()), TEXTS)
def test_texts_side_by_side_hold_what_each_holds_alone(
    terms: dict[str, list[Piece]], lists: dict[str, tuple[Piece, ...]], texts: list[list[Word | None]]
) -> None:
    table = TermTable(
        {name: [str(one) for one in phrases] for name, phrases in terms.items()},
        {name: [str(one) for one in phrases] for name, phrases in lists.items()},
    )
    lookup = Lookup(table, texts)
    for name in terms:
        alone = {number: found[name] for number, text in enumerate(texts) if name in (found := table.find(text))}
        assert list(lookup.numbers_with(name)) == list(alone)
        assert {number: lookup.hits(number, name) for number in alone} == alone


@settings(deadline=None)
@given(TERMS, next(_lists()), TEXTS, st.integers(1, 12))
def test_many_texts_at_once_hold_what_each_holds_alone(
    terms: dict[str, list[Piece]], lists: dict[str, tuple[Piece, ...]], texts: list[list[Word | None]], block: int
) -> None:
    table = TermTable(
        {name: [str(one) for one in phrases] for name, phrases in terms.items()},
        {name: [str(one) for one in phrases] for name, phrases in lists.items()},
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(many, "BLOCK", block)
        alone = [table.find(text) for text in texts]
        assert many.hits_in(table.index, texts) == alone
        last = many.last_words_in(table.index, texts)
    for held, hits in zip(last, alone, strict=True):
        assert held.keys() == hits.keys()
        for name, found in hits.items():
            assert {end - 1 for _, end in found} <= set(positions_of(held[name]))
