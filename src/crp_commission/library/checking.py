"""What a ruleset must hold beyond its schema: names that exist, numbers in range, phrases that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from math import isfinite
from pathlib import Path as FilePath
from typing import Any

from ..convention import LAST_ARTICLE
from ..evidence import Strength
from ..language.phrases import PhraseError, circles, names_in, parse_phrase
from ..limits import DEFAULT_LIMITS
from ..query import compile_query
from ..rules import ROLES
from ..yamlfile import Path
from .draft import Draft, LoadedFile
from .faults import Faults
from .sources import RulesetSource, locate, shipped_names

_SEVERITIES = ("critical", "major", "minor")
_LADDER = sorted((strength.value for strength in Strength if strength.rung), key=lambda name: Strength(name).rung)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")


def check(draft: Draft, files: list[LoadedFile], faults: Faults) -> None:
    """Add every fault of the files' own rules, words and scale to ``faults``."""
    in_circles = _circles(draft.vocabulary)
    for file in files:
        _check_id(file, ("id",), file.content.id, faults)
        _check_filled(file, faults)
        if file.content.title is not None:
            _check_said(file, ("title",), file.content.title, faults)
        _check_words(draft, file, in_circles, faults)
        _check_scale(file, faults)
        for number, entry in enumerate(file.content.rules):
            at: Path = ("rules", number)
            _check_id(file, (*at, "id"), entry.id, faults)
            _check_said(file, (*at, "title"), entry.title, faults)
            _check_said(file, (*at, "question"), entry.question, faults)
            if entry.stage not in draft.stages:
                faults.unknown(file, (*at, "stage"), entry.stage, draft.stages, "stage")
            if entry.principle not in draft.principles:
                faults.unknown(file, (*at, "principle"), entry.principle, draft.principles, "principle")
            _check_articles(file, (*at, "articles"), entry.articles, faults)
            _check_roles(file, (*at, "where"), entry.where, faults)
            _check_weight(file, (*at, "weight"), entry.weight, faults)
            _check_parts(draft, file, at, entry.parts, faults)
        for name, change in file.content.adjust.items():
            _check_weight(file, ("adjust", name, "weight"), change.weight, faults)
            _check_roles(file, ("adjust", name, "where"), change.where or (), faults)
            for key in ("title", "question"):
                if getattr(change, key) is not None:
                    _check_said(file, ("adjust", name, key), getattr(change, key), faults)
        for number, principle in enumerate(file.content.principles):
            _check_articles(file, ("principles", number, "articles"), principle.articles, faults)


def check_name(draft: Draft, source: RulesetSource, faults: Faults) -> None:
    """A council's own ruleset has a name of its own; the very files that ship may be named by their path."""
    if source.folder is None or draft.id not in shipped_names():
        return
    if source.sha256 != locate(draft.id, FilePath(), DEFAULT_LIMITS).sha256:
        file = next(file for file in draft.files if file.content.id is not None)
        what = f"'{draft.id}' is the name of a ruleset that ships, and reports could not tell the two apart: rename it"
        faults.add(file, ("id",), what)


def _check_id(file: LoadedFile, path: Path, name: str | None, faults: Faults) -> None:
    if name is not None and not _ID.fullmatch(name):
        faults.add(file, path, "an id is made of letters, digits, hyphens, dots and underscores, 80 at most")


def _check_said(file: LoadedFile, path: Path, text: str, faults: Faults) -> None:
    if not any(map(str.isalpha, text)):
        what = "has no word in it" if text.strip() else "is empty"
        faults.add(file, path, f"'{path[-1]}' {what}: people read it in the report")


def _check_filled(file: LoadedFile, faults: Faults) -> None:
    """A key without a value looks as if it changed something: the value that was meant is missing."""
    data: Any = file.loaded.data
    rules, adjusted = data.get("rules", []), data.get("adjust", {})
    entries: list[tuple[Path, Any]] = [((), data), *((("rules", number), one) for number, one in enumerate(rules))]
    entries += [(("adjust", name), change) for name, change in adjusted.items()]
    for at, entry in entries:
        for key, value in entry.items():
            if value is None:
                faults.add(file, (*at, key), f"'{key}' has no value: write one, or leave the line out")


def _check_articles(file: LoadedFile, path: Path, articles: tuple[int, ...], faults: Faults) -> None:
    for place, article in enumerate(articles):
        if not 1 <= article <= LAST_ARTICLE:
            faults.add(
                file,
                (*path, place),
                f"the Convention has no article {article}: write a number from 1 to {LAST_ARTICLE}",
            )


def _check_roles(file: LoadedFile, path: Path, roles: tuple[str, ...], faults: Faults) -> None:
    for place, role in enumerate(roles):
        if role not in ROLES:
            faults.unknown(file, (*path, place), role, ROLES, "kind of document")


def _check_weight(file: LoadedFile, path: Path, weight: float | None, faults: Faults) -> None:
    if weight is not None and not (isfinite(weight) and 0 < weight <= 100):
        faults.add(file, path, f"a weight is a number above 0 and at most 100, not {weight:g}")


def _check_scale(file: LoadedFile, faults: Faults) -> None:
    scale = file.content.scale
    if scale is None:
        return
    for name, wanted in (
        ("credit", _LADDER),
        ("weights", list(_SEVERITIES)),
    ):
        given: Any = getattr(scale, name)
        if {str(key) for key in given} != set(wanted):
            faults.add(file, ("scale", name), f"write a number for each of {', '.join(wanted)}")
        for key, value in given.items():
            if not (isfinite(value) and 0 <= value <= (1 if name == "credit" else 100)):
                faults.add(file, ("scale", name, str(key)), f"{value:g} is out of range")
    ladder = [scale.credit[name] for name in _LADDER if name in scale.credit]
    if any(lower > higher for lower, higher in pairwise(ladder)):
        faults.add(file, ("scale", "credit"), f"a stronger passage earns no less: {' <= '.join(_LADDER)}")
    if not 0 < scale.red_below <= scale.amber_below <= 100:
        faults.add(file, ("scale", "red_below"), "red_below comes before amber_below, both between 0 and 100")
    for name in ("essential_share", "unread_limit"):
        if not 0 < getattr(scale, name) <= 1:
            faults.add(file, ("scale", name), "write a share above 0 and at most 1")


def _check_words(draft: Draft, file: LoadedFile, in_circles: Sequence[str], faults: Faults) -> None:
    """``in_circles`` are the lists of the whole ruleset that hold themselves."""
    for name, phrases in file.content.vocabulary.items():
        for place, phrase in enumerate(phrases):
            try:
                parse_phrase(phrase, draft.vocabulary)
            except PhraseError as wrong:
                faults.add(file, ("vocabulary", name, place), str(wrong))
    for name in in_circles:
        if name in file.content.vocabulary:
            faults.add(file, ("vocabulary", name), f"the vocabulary list ${name} holds itself")


def _circles(vocabulary: Mapping[str, Sequence[str]]) -> list[str]:
    """The lists that hold themselves; phrases that cannot be read are told elsewhere."""
    uses: dict[str, set[str]] = {}
    for name, phrases in vocabulary.items():
        uses[name] = set()
        for phrase in phrases:
            with suppress(PhraseError):
                uses[name] |= names_in(parse_phrase(phrase, vocabulary))
    return circles(uses)


def _check_parts(draft: Draft, file: LoadedFile, at: Path, parts: tuple[Any, ...], faults: Faults) -> None:
    if not parts or not any(part.essential for part in parts):
        faults.add(file, (*at, "parts"), "a criterion needs at least one part with 'essential: true'")
    for place, part in enumerate(parts):
        _check_said(file, (*at, "parts", place, "asks"), part.asks, faults)
        for key in ("find", "against"):
            tree = getattr(part, key)
            if tree:
                for what in _tree_faults(draft, tree):
                    faults.add(file, (*at, "parts", place, key), what)


def _tree_faults(draft: Draft, tree: Any) -> Iterator[str]:
    try:
        phrases = compile_query(tree).phrases
    except (ValueError, TypeError) as wrong:
        yield str(wrong)
        return
    for phrase in phrases:
        try:
            parse_phrase(phrase, draft.vocabulary)
        except PhraseError as wrong:
            yield str(wrong)
