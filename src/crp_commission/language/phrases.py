"""The phrase language: how a rule writes the words it looks for.

``consult children`` matches the words side by side in any inflection. ``=will`` matches only that form, ``(a|b c)``
is a choice, a group or word followed by ``?`` may be missing, ``~3`` lets up to three words stand between, ``#`` is
any number and ``$name`` any entry of a vocabulary list. There is no way to write a slow phrase.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any

from .words import words

_TOKEN = re.compile(r"\s*(\(|\)\??|\||~[\w-]*|=?[\w'£%&@#$-]+\??)")
_GAP, _WIDEST = 5, 50
_LONGEST, _MOST_SHOWN = 500, 80

Tree = list[Any]
"""A phrase as plain data: its kind first, then what it holds.

``[WORD, {key: 1, ...}]`` one word under any of the keys; ``[ROW, tree, ...]`` one after the other;
``[CHOICE, tree, ...]``; ``[MAYBE, tree]``; ``[GAP, most]`` up to that many words of any kind; ``[LIST, name]``.
A key is a word's stem, ``=`` and its very form, or ``#`` for a number.
"""

WORD, ROW, CHOICE, MAYBE, GAP, LIST = range(6)


class PhraseError(ValueError):
    """A phrase is not written in the phrase language; the message says what is wrong."""


def parse_phrase(text: str, lists: Collection[str]) -> Tree:
    """The tree of a phrase; ``lists`` are the names of vocabulary lists that it may use. Raises PhraseError."""
    try:
        return _parsed(text, lists)
    except PhraseError as wrong:
        if text in str(wrong) or not text.strip():
            raise
        shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
        raise PhraseError(f'{wrong} (in "{shown}")') from None


def _parsed(text: str, lists: Collection[str]) -> Tree:
    if len(text) > _LONGEST:
        raise PhraseError(f"the phrase is longer than {_LONGEST} characters: split it into several")
    tokens = _tokens(text)
    tree, rest = _choice(tokens, 0, lists)
    if rest != len(tokens):
        raise PhraseError(f"there is a ')' too many in \"{text}\"")
    if _may_be_nothing(tree):
        raise PhraseError(f'"{text}" would match no words at all: at least one word must be required')
    return tree


def names_in(tree: Tree) -> set[str]:
    """The vocabulary lists that a phrase uses."""
    if tree[0] == LIST:
        return {tree[1]}
    if tree[0] in (ROW, CHOICE, MAYBE):
        return {name for inner in tree[1:] for name in names_in(inner)}
    return set()


def circles(uses: Mapping[str, set[str]]) -> list[str]:
    """The vocabulary lists that hold themselves, by themselves or through others; ``uses`` says which uses which."""
    found = []
    for name in uses:
        seen: set[str] = set()
        waiting = set(uses[name])
        while waiting:
            used = waiting.pop()
            if used not in seen:
                seen.add(used)
                waiting |= uses.get(used, set())
        if name in seen:
            found.append(name)
    return found


def _may_be_nothing(tree: Tree) -> bool:
    kind = tree[0]
    if kind == ROW:
        return all(_may_be_nothing(inner) for inner in tree[1:])
    if kind == CHOICE:
        return any(_may_be_nothing(inner) for inner in tree[1:])
    return kind in (MAYBE, GAP)


def _tokens(text: str) -> list[str]:
    tokens, position = [], 0
    while position < len(text.rstrip()):
        match = _TOKEN.match(text, position)
        if match is None:
            raise PhraseError(f'"{text[position:].strip()[:1]}" cannot stand in a phrase ("{text}")')
        tokens.append(match.group(1))
        position = match.end()
    if not tokens:
        raise PhraseError("an empty phrase matches nothing: write at least one word")
    return tokens


def _choice(tokens: list[str], at: int, lists: Collection[str]) -> tuple[Tree, int]:
    branches = []
    while True:
        branch, at = _row(tokens, at, lists)
        branches.append(branch)
        if at >= len(tokens) or tokens[at] != "|":
            return joined(branches), at
        at += 1


def joined(branches: list[Tree]) -> Tree:
    """A choice between trees; single words among them become one word with several keys."""
    keys = {key: 1 for branch in branches if branch[0] == WORD for key in branch[1]}
    others = [branch for branch in branches if branch[0] != WORD]
    if keys:
        others.insert(0, [WORD, keys])
    return others[0] if len(others) == 1 else [CHOICE, *others]


def _row(tokens: list[str], at: int, lists: Collection[str]) -> tuple[Tree, int]:
    steps: list[Tree] = []
    while at < len(tokens) and tokens[at] not in ("|", ")", ")?"):
        step, at = _step(tokens, at, lists)
        steps.append(step)
    if not steps:
        raise PhraseError("a choice has an empty branch: write a word on each side of '|'")
    return (steps[0] if len(steps) == 1 else [ROW, *steps]), at


def _step(tokens: list[str], at: int, lists: Collection[str]) -> tuple[Tree, int]:
    token = tokens[at]
    if token == "(":
        inner, at = _choice(tokens, at + 1, lists)
        if at >= len(tokens):
            raise PhraseError("a '(' is never closed")
        return ([MAYBE, inner] if tokens[at] == ")?" else inner), at + 1
    if token.startswith("~"):
        return [GAP, _gap(token)], at + 1
    word = token.rstrip("?")
    step = _list(word[1:], lists) if word.startswith("$") else _word(word)
    return ([MAYBE, step] if token.endswith("?") else step), at + 1


def _gap(token: str) -> int:
    """How many words of any kind may stand between."""
    if not re.fullmatch(r"~[0-9]{0,4}", token) or int(token[1:] or _GAP) > _WIDEST:
        raise PhraseError(f'"{token}" is no gap: write how many words may stand between, {_WIDEST} at most, as in "~3"')
    return int(token[1:] or _GAP)


def _list(name: str, lists: Collection[str]) -> Tree:
    if name not in lists:
        close = get_close_matches(name, lists, n=1)
        meant = f"; did you mean ${close[0]}?" if close else ""
        raise PhraseError(f"there is no vocabulary list called ${name}{meant}")
    return [LIST, name]


def _word(token: str) -> Tree:
    if token == "#":
        return [WORD, {"#": 1}]
    exact = token.startswith("=")
    keys = ["=" + word.text if exact else word.stem for word in words(token)]
    if not keys:
        raise PhraseError(f'"{token}" holds no word')
    return [WORD, {keys[0]: 1}] if len(keys) == 1 else [ROW, *([WORD, {key: 1}] for key in keys)]
