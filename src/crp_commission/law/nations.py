"""For which nation a pack is written: as the rulesets in use say, else as what it cites shows."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from ..lawbook import NATIONS
from ..reading import Unit
from .mentions import Mention, Mentions

_LEAST, _MARGIN = 3, 3


class Settled(NamedTuple):
    """The nations of a pack, none where it is not clear; ``chosen`` where the rulesets in use name them."""

    nations: frozenset[str]
    chosen: bool


def nations_of(mentions: Mentions, rulesets: Collection[str]) -> Settled:
    """The nations whose rulesets are in use; else the one that the pack shows plainly; else none."""
    chosen = frozenset(NATIONS) & frozenset(rulesets)
    if chosen:
        return Settled(chosen, chosen=True)
    shown = shown_nation(mentions)
    return Settled(frozenset([shown]) if shown else frozenset(), chosen=False)


def titled_nation(mentions: Mentions) -> tuple[str, Unit] | None:
    """The one nation that the titles of papers name, and the first that does; a title is what a paper opens with."""
    named: dict[str, Unit] = {}
    opened: set[str] = set()
    for unit in mentions.reading.units:
        file = unit.sentences[0].place.file
        if file not in opened:
            opened.add(file)
            for nation in NATIONS:
                if mentions.says(unit, f"spoken {nation}") or mentions.says(unit, f"council {nation}"):
                    named.setdefault(nation, unit)
    return next(iter(named.items())) if len(named) == 1 else None


def shown_nation(mentions: Mentions) -> str | None:
    """The nation that the pack's own words show: its titles name it, or all councils it names are there, or signs do.

    Of signs there have to be three at least, and three for each of any other nation's.
    Against it count only signs in running text that are not there on purpose: lists of laws are copied, and it is the
    wrong ones in them that are looked for.
    """
    titled = titled_nation(mentions)
    if titled:
        return titled[0]
    found = nation_signs(mentions)
    council = named_council(mentions)
    if council and not any(found[nation] for nation in NATIONS if nation != council[0]):
        return council[0]
    best = max(NATIONS, key=lambda nation: len(found[nation]))
    others = [sign for nation in NATIONS if nation != best for sign in found[nation].values() if mentions.meant(sign)]
    return best if len(found[best]) >= max(_LEAST, _MARGIN * len(others)) else None


def named_council(mentions: Mentions) -> tuple[str, Unit] | None:
    """The one nation of which councils are named, and where the first of them is."""
    named: dict[str, Unit] = {}
    for nation in NATIONS:
        term = f"council {nation}"
        units = [mentions.reading.units[number] for number in mentions.reading.terms.numbers_with(term)]
        first = next((unit for unit in units if mentions.says(unit, term)), None)
        if first is not None:
            named[nation] = first
    return next(iter(named.items())) if len(named) == 1 else None


def nation_signs(mentions: Mentions) -> dict[str, dict[str, Mention | Unit]]:
    """For each nation the different things that point to it alone, each with where it stands first.

    That is a mention of law, or a unit that speaks of the nation's own institutions.
    """
    found: dict[str, dict[str, Mention | Unit]] = {nation: {} for nation in NATIONS}
    for mention in mentions.all:
        nations = mention.entry.living or mention.entry.nations
        if len(nations) == 1 and not mention.entry.common and mentions.cited(mention):
            found[nations[0]].setdefault(mention.entry.of or mention.entry.id, mention)
    reading = mentions.reading
    for nation in NATIONS:
        for number in reading.terms.numbers_with(f"sign {nation}"):
            for hit in reading.terms.hits(number, f"sign {nation}"):
                unit = reading.units[number]
                words = unit.words[hit.start : hit.end]
                found[nation].setdefault(" ".join(word.stem for word in words if word), unit)
    return found
