"""Citations of law that belongs to another nation, or that is so no longer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..lawbook import NATION_NAMES, NATIONS, Certainty, Ending, LawFinding, LawKind
from ..plain_words import list_words
from .mentions import Mention, Mentions
from .nations import Settled

_IS = {"law": "is law for", "guidance": "is guidance for", "body": "works in", "term": "belongs to"}
_WAS = {"law": "was law for", "guidance": "was guidance for", "body": "worked in", "term": "belonged to"}


def misplaced(mentions: Mentions, settled: Settled) -> list[LawFinding]:
    """One finding for each entry and file, at the place where it stands first."""
    found: dict[tuple[str, str, str], LawFinding] = {}
    for mention in mentions.all:
        if not mentions.cited(mention):
            continue
        for finding in _of(mention, mentions, settled):
            key = (finding.kind, mention.entry.of or mention.entry.id, finding.place.file)
            first = found.setdefault(key, finding)
            if first is not finding:
                found[key] = replace(first, times=first.times + 1)
    return list(found.values())


def _of(mention: Mention, mentions: Mentions, settled: Settled) -> Iterator[LawFinding]:
    entry = mention.entry
    ending = _ending(mention, settled)
    foreign = ending is None and _foreign(mention, settled)
    if mentions.on_purpose(mention, entry.nations if foreign else entry.living):
        return
    if ending is not None and not mentions.in_the_past(mention, ending.since):
        yield _out_of_date(mention, ending, settled)
    if foreign and not _a_choice(mention, mentions, settled):
        yield _wrong_nation(mention, mentions, settled)


def _ending(mention: Mention, settled: Settled) -> Ending | None:
    """How the thing ended for every nation of the pack; where that is not known, for every nation that had it."""
    entry = mention.entry
    wanted = settled.nations or frozenset(entry.nations or NATIONS)
    for ending in entry.ended:
        if wanted <= frozenset(ending.nations or NATIONS):
            return ending
    if settled.nations or entry.common:
        return None
    everywhere = frozenset(nation for ending in entry.ended for nation in ending.nations)
    return entry.ended[0] if entry.ended and wanted <= everywhere else None


def _foreign(mention: Mention, settled: Settled) -> bool:
    entry = mention.entry
    return bool(settled.nations and entry.nations) and not entry.common and settled.nations.isdisjoint(entry.nations)


def _a_choice(mention: Mention, mentions: Mentions, settled: Settled) -> bool:
    """Whether it stands among alternatives of which one is right for the pack."""
    if mentions.an_alternative(mention):
        return True
    family = mentions.book.families.get(mention.entry.family)
    if family is None or not family.choice:
        return False
    return any(f"{mention.entry.family}@{nation}" in mentions.beside(mention) for nation in settled.nations)


def _out_of_date(mention: Mention, ending: Ending, settled: Settled) -> LawFinding:
    guessed = bool(settled.nations) and not settled.chosen and bool(mention.entry.living)
    says = f"{ending.says} This pack reads as one for {names_of(settled.nations)}." if guessed else ending.says
    return _finding(mention, "out-of-date", says, ending.instead, _certainty(mention, guessed, ending.says))


def _wrong_nation(mention: Mention, mentions: Mentions, settled: Settled) -> LawFinding:
    entry = mention.entry
    here = names_of(settled.nations)
    name = f"{entry.name[0].upper()}{entry.name[1:]}"
    pack = f"the rulesets in use are for {here}" if settled.chosen else f"this pack reads as one for {here}"
    belongs = (
        f"{_IS[entry.kind]} {names_of(entry.living)}"
        if entry.living
        else f"{_WAS[entry.kind]} {names_of(entry.nations)}"
    )
    says = f"{name} {belongs}, and {pack}.{f' {entry.note}' if entry.note else ''}"
    if entry.verified == "no":
        says = f"Check whether {entry.name} is right here: as far as we know it {belongs}."
    family = mentions.book.families.get(entry.family)
    told = [entry.instead.get(nation) or (family.instead.get(nation) if family else None) for nation in NATIONS]
    right = [text for nation, text in zip(NATIONS, told, strict=True) if text and nation in settled.nations]
    instead = f"look at {'; or '.join(right)}" if right else f"cite what holds in {here}, or say why this is cited"
    return _finding(mention, "wrong-nation", says, instead, _certainty(mention, not settled.chosen, says))


def names_of(nations: frozenset[str] | tuple[str, ...]) -> str:
    """Nations in a sentence, in their order."""
    return list_words([NATION_NAMES[nation] for nation in NATIONS if nation in nations], len(NATIONS))


def _certainty(mention: Mention, guessed: bool, says: str) -> Certainty:
    if says.startswith("Check whether"):
        return "check"
    return "likely" if guessed or mention.entry.verified != "yes" else "sure"


def _finding(mention: Mention, kind: LawKind, says: str, instead: str, certainty: Certainty) -> LawFinding:
    entry = mention.entry
    return LawFinding(
        kind=kind,
        id=entry.id,
        name=entry.name,
        sentence=mention.sentence.number,
        quote=mention.sentence.text,
        place=mention.sentence.place,
        says=says,
        instead=instead,
        reference=entry.reference,
        checked=entry.checked,
        certainty=certainty,
    )
