"""The phrase language: how a rule writes the words it looks for.

``consult children`` matches the words side by side in any inflection. ``=will`` matches only that form, ``(a|b c)``
is a choice, a group or word followed by ``?`` may be missing, ``~3`` lets up to three words stand between, ``#`` is
any number and ``$name`` any entry of a vocabulary list. There is no way to write a slow phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from .words import words

_TOKEN = re.compile(r"\s*(\(|\)\??|\||~\d+|~|=?[\w'£%&@#$-]+\??)")
_GAP = 5
_LONGEST = 500


class PhraseError(ValueError):
    """A phrase is not written in the phrase language; the message says what is wrong."""


@dataclass(slots=True)
class State:
    """A point inside phrases: which words lead on, whether any word does, and which phrases end here."""

    on: dict[str, list[State]] = field(default_factory=dict)
    any: list[State] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def absorb(self, other: State) -> None:
        """Take over everything ``other`` can do, so that standing here is standing there as well."""
        for key, states in other.on.items():
            self.on.setdefault(key, []).extend(states)
        self.any.extend(other.any)
        self.ends.extend(other.ends)


Build = Callable[[State], State]


def compile_phrase(
    text: str, vocabulary: Mapping[str, Iterable[str]], after: State, inside: tuple[str, ...] = ()
) -> State:
    """The state before ``text`` when ``after`` is the state behind it.

    ``vocabulary`` maps the names of lists to their phrases. ``inside`` are the lists being compiled: within one, a list
    is compiled in place; in a phrase of a rule it becomes one step, ``$name``, so that rules stay small. Raises
    PhraseError.
    """
    if len(text) > _LONGEST:
        raise PhraseError(f"the phrase is longer than {_LONGEST} characters: split it into several")
    tokens = _tokens(text)
    build, rest = _choice(tokens, 0, vocabulary, inside)
    if rest != len(tokens):
        raise PhraseError(f"there is a ')' too many in \"{text}\"")
    state = build(after)
    if state is after or (after.ends and set(after.ends) & set(state.ends)):
        raise PhraseError(f'"{text}" would match no words at all: at least one word must be required')
    return state


def cut_at_gaps(text: str, vocabulary: Mapping[str, Iterable[str]]) -> tuple[list[str], list[int]]:
    """The pieces of a phrase between its gaps, and how many words each gap lets pass.

    A phrase is left whole where a piece of it could be nothing at all, or where it starts or ends in a gap. Raises
    PhraseError for a phrase that is badly written.
    """
    compile_phrase(text, vocabulary, State(ends=[0]))
    pieces: list[list[str]] = [[]]
    gaps: list[int] = []
    depth = 0
    for token in _tokens(text):
        depth += (token == "(") - token.startswith(")")
        if depth == 0 and token == "|":
            return [text], []
        if depth == 0 and token.startswith("~"):
            gaps.append(int(token[1:] or _GAP))
            pieces.append([])
        else:
            pieces[-1].append(token)
    cut = [" ".join(piece) for piece in pieces]
    return (cut, gaps) if all(piece and _is_required(piece) for piece in pieces) else ([text], [])


def _is_required(tokens: list[str]) -> bool:
    """Whether some word of a piece must be there: a token of its own level that is not followed by "?"."""
    depth = 0
    for token in tokens:
        depth += (token == "(") - token.startswith(")")
        if depth == 0 and not token.endswith("?"):
            return True
    return False


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


def _choice(
    tokens: list[str], at: int, vocabulary: Mapping[str, Iterable[str]], inside: tuple[str, ...]
) -> tuple[Build, int]:
    branches = []
    while True:
        branch, at = _sequence(tokens, at, vocabulary, inside)
        branches.append(branch)
        if at >= len(tokens) or tokens[at] != "|":
            break
        at += 1

    def build(after: State) -> State:
        start = State()
        for branch in branches:
            start.absorb(branch(after))
        return start

    return (branches[0] if len(branches) == 1 else build), at


def _sequence(
    tokens: list[str], at: int, vocabulary: Mapping[str, Iterable[str]], inside: tuple[str, ...]
) -> tuple[Build, int]:
    steps: list[Build] = []
    while at < len(tokens) and tokens[at] not in ("|", ")", ")?"):
        step, at = _step(tokens, at, vocabulary, inside)
        steps.append(step)
    if not steps:
        raise PhraseError("a choice has an empty branch: write a word on each side of '|'")

    def build(after: State) -> State:
        for step in reversed(steps):
            after = step(after)
        return after

    return build, at


def _step(
    tokens: list[str], at: int, vocabulary: Mapping[str, Iterable[str]], inside: tuple[str, ...]
) -> tuple[Build, int]:
    token = tokens[at]
    if token == "(":
        inner, at = _choice(tokens, at + 1, vocabulary, inside)
        if at >= len(tokens):
            raise PhraseError("a '(' is never closed")
        return (_optional(inner) if tokens[at] == ")?" else inner), at + 1
    if token.startswith("~"):
        return _gap(int(token[1:] or _GAP)), at + 1
    word = token.rstrip("?")
    step = _list(word[1:], vocabulary, inside) if word.startswith("$") else _word(word)
    return (_optional(step) if token.endswith("?") else step), at + 1


def _optional(inner: Build) -> Build:
    def build(after: State) -> State:
        start = State()
        start.absorb(inner(after))
        start.absorb(after)
        return start

    return build


def _gap(most: int) -> Build:
    def build(after: State) -> State:
        for _ in range(most):
            wider = State()
            wider.absorb(after)
            wider.any.append(after)
            after = wider
        return after

    return build


def _list(name: str, vocabulary: Mapping[str, Iterable[str]], inside: tuple[str, ...]) -> Build:
    if name not in vocabulary:
        raise PhraseError(f"there is no vocabulary list called ${name}")
    if name in inside:
        raise PhraseError(f"the vocabulary list ${name} holds itself")
    if not inside:
        return lambda after: State({"$" + name: [after]})

    def build(after: State) -> State:
        start = State()
        for phrase in vocabulary[name]:
            start.absorb(compile_phrase(phrase, vocabulary, after, (*inside, name)))
        return start

    return build


def _word(token: str) -> Build:
    if token == "#":
        keys = ["#"]
    else:
        exact = token.startswith("=")
        keys = ["=" + word.text if exact else word.stem for word in words(token)]
    if not keys:
        raise PhraseError(f'"{token}" holds no word')

    def build(after: State) -> State:
        for key in reversed(keys):
            after = State({key: [after]})
        return after

    return build
