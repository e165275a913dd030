"""Overlay rulesets that a pack's own words call for."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from ..document import BlockKind, SectionKind, Sentence
from ..lawbook import Lawbook, Overlay, Suggestion
from ..plain_words import count_words
from ..reading import Reading, Unit
from .citing import names_of
from .mentions import Mention, Mentions
from .nations import named_council, nation_signs, shown_nation, titled_nation

MOST = 3
_TITLE, _HEADING = 12, 4
"""Mentions that a title of a paper, and a heading in it, are worth."""
_HEADED, _MANY = 3, 8
"""Mentions that are enough beside a heading, and without one."""
_SHARE = 50
"""Without a title, one sentence in so many must speak of it."""
_SILENT = frozenset({SectionKind.CONTENTS, SectionKind.LEGISLATION, SectionKind.DEFINITIONS, SectionKind.QUESTION})


class _Sign(NamedTuple):
    """How strongly a pack calls for a ruleset, and what shows it best."""

    strength: int
    ruleset: str
    because: str
    sentence: Sentence


def suggestions(
    book: Lawbook, reading: Reading, mentions: Mentions, rulesets: Collection[str]
) -> tuple[Suggestion, ...]:
    """At most three rulesets that are not in use, the one most called for first."""
    signs = [sign for overlay in book.overlays if (sign := _overlay(overlay, reading))]
    nation = _nation(mentions)
    waiting = [sign for sign in (*signs, *([nation] if nation else [])) if sign.ruleset not in rulesets]
    waiting.sort(key=lambda sign: (-sign.strength, sign.ruleset))
    return tuple(
        Suggestion(sign.ruleset, sign.because, sign.sentence.text, sign.sentence.place) for sign in waiting[:MOST]
    )


def _nation(mentions: Mentions) -> _Sign | None:
    """The nation that the pack plainly writes for; the more of its law is cited, the stronger."""
    nation = shown_nation(mentions)
    if nation is None:
        return None
    titled = titled_nation(mentions)
    if titled:
        itself = mentions.says(titled[1], f"spoken {nation}")
        because = f"the title of a paper names {'' if itself else 'a council in '}{names_of((nation,))}"
        return _Sign(_TITLE, nation, because, titled[1].sentences[0])
    signs = nation_signs(mentions)[nation]
    council = named_council(mentions)
    if council and not signs:
        because = f"the papers name a council in {names_of((nation,))}"
        return _Sign(_HEADING, nation, because, council[1].sentences[0])
    first = next(iter(signs.values()))
    sentence = first.sentence if isinstance(first, Mention) else first.sentences[0]
    named = [sign.entry.name for sign in signs.values() if isinstance(sign, Mention)]
    such = f", such as {named[0]}" if named else ""
    because = f"{count_words(len(signs), 'thing')} cited in the papers belong to {names_of((nation,))} alone{such}"
    return _Sign(_HEADING * len(signs), nation, because, sentence)


def _overlay(overlay: Overlay, reading: Reading) -> _Sign | None:
    units = [
        reading.units[number]
        for number in reading.terms.numbers_with(f"overlay {overlay.ruleset}")
        if _speaks(overlay, reading, reading.units[number])
    ]
    headings = [unit for unit in units if unit.sentences[0].kind is BlockKind.HEADING]
    first_headings = _first_headings(reading)
    titles = [unit for unit in headings if unit.number in first_headings]
    mentions = len(units) - len(headings)
    roles = [source.path for source in reading.document.files if source.role in overlay.roles]
    telling = next(iter((*titles, *headings, *units)), None) or _first_of(reading, roles)
    if telling is None or not _strong(len(titles) + len(roles), len(headings), mentions, len(reading.units)):
        return None
    strength = mentions + _HEADING * len(headings) + _TITLE * (len(titles) + len(roles))
    return _Sign(strength, overlay.ruleset, _told(overlay, mentions, headings, titles), telling.sentences[0])


def _strong(titles: int, headings: int, mentions: int, units: int) -> bool:
    if titles:
        return True
    return mentions * _SHARE >= units and (mentions >= _MANY or (headings > 0 and mentions >= _HEADED))


def _told(overlay: Overlay, mentions: int, headings: list[Unit], titles: list[Unit]) -> str:
    if titles:
        return f"the title of a paper speaks of {overlay.about}"
    if not headings and not mentions:
        return f"among the papers is {overlay.about}"
    beside = f" and {count_words(len(headings), 'heading')}" if headings else ""
    return f"{count_words(mentions, 'passage')}{beside} speak of {overlay.about}"


def _first_of(reading: Reading, paths: list[str]) -> Unit | None:
    return next((unit for unit in reading.units if unit.sentences[0].place.file in paths), None)


def _first_headings(reading: Reading) -> frozenset[int]:
    """The numbers of the units that are the first heading of their file."""
    first: dict[str, int] = {}
    for unit in reading.units:
        if unit.sentences[0].kind is BlockKind.HEADING:
            first.setdefault(unit.sentences[0].place.file, unit.number)
    return frozenset(first.values())


def _speaks(overlay: Overlay, reading: Reading, unit: Unit) -> bool:
    """Whether a unit itself says so, outside quotations and lists of laws and terms."""
    sentence = unit.sentences[0]
    if sentence.quoted or reading.section(unit).kind in _SILENT:
        return False
    for hit in reading.terms.hits(unit.number, f"overlay {overlay.ruleset}"):
        word = unit.words[hit.start]
        if unit.owner[hit.start] < 0 or word is None:
            continue
        text = unit.sentences[unit.owner[hit.start]].text[word.start : word.end]
        if hit.end - hit.start > 1 or text.lower() not in overlay.capitals or text.isupper():
            return True
    return False
