"""The lawbook that ships: read from YAML once, then from the cache."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from .. import __version__, cache
from ..language.terms import TermTable
from ..lawbook import Claim, Ending, Entry, Family, Lawbook, Overlay

if TYPE_CHECKING:
    from ..limits import Limits
    from .law_schema import LawEntry, LawFile, OverlaysFile

_FORMAT = 2
_FILES = ("law.yaml", "overlays.yaml", "uncrc.yaml")


def lawbook(limits: Limits, *, use_cache: bool = True) -> Lawbook | None:
    """What ships on law and overlays, ready to use; None where it is missing. Raises RulesetError where it is wrong."""
    from ..resources import shipped

    places = [shipped("rulesets").joinpath("reference", name) for name in _FILES]
    if not all(place.is_file() for place in places):
        return None
    data = [place.read_bytes() for place in places]
    digest = hashlib.sha256(b"\0".join(data)).hexdigest()
    key = f"law-{__version__}-{_FORMAT}-{digest}"
    book = _unpacked(cache.get(key)) if use_cache else None
    if book is None:
        book = _read(data, limits)
        if use_cache:
            cache.put(key, json.dumps(asdict(book), ensure_ascii=False, separators=(",", ":")))
    return book


def _read(data: list[bytes], limits: Limits) -> Lawbook:
    from ..errors import RulesetError
    from ..validation import validate
    from ..yamlfile import load
    from .convention_file import read_convention
    from .law_schema import LawFile, OverlaysFile

    convention = read_convention(data[2], _FILES[2], limits)
    law = validate(LawFile, load(data[0], _FILES[0], limits, RulesetError), _FILES[0], RulesetError)
    overlays = validate(OverlaysFile, load(data[1], _FILES[1], limits, RulesetError), _FILES[1], RulesetError)
    return Lawbook(
        entries=tuple(_entry(entry) for entry in law.entries),
        claims=tuple(
            Claim(
                one.id,
                one.of,
                one.nations,
                _line(one.says),
                _line(one.instead),
                one.reference,
                one.verified,
                one.checked,
            )
            for one in law.claims
        ),
        families={
            name: Family(
                {nation: str(text) for nation, text in told.items() if nation != "choice"}, bool(told.get("choice"))
            )
            for name, told in law.families.items()
        },
        overlays=tuple(Overlay(one.ruleset, one.about, one.roles, one.capitals) for one in overlays.overlays),
        articles={one.number: convention.articles[one.number - 1].title for one in law.articles},
        table=TermTable(_terms(law, overlays), law.vocabulary).plain(),
    )


def _entry(entry: LawEntry) -> Entry:
    return Entry(
        id=entry.id, name=entry.name, kind=entry.kind, nations=entry.nations, reference=entry.reference,
        verified=entry.verified, checked=entry.checked, of=entry.of, family=entry.family,
        ended=tuple(Ending(one.nations, one.since, _line(one.says), _line(one.instead)) for one in entry.ended),
        instead={str(nation): text for nation, text in entry.instead.items()}, note=_line(entry.note),
        common=entry.common, titled=entry.title, capitals=entry.capitals,
    )  # fmt: skip


def _terms(law: LawFile, overlays: OverlaysFile) -> dict[str, tuple[str, ...]]:
    """Every phrase under the name by which the core asks for it."""
    return {
        **{f"entry {entry.id}": entry.names for entry in law.entries},
        **{f"claim {claim.id}": claim.phrases for claim in law.claims},
        **{f"overlay {overlay.ruleset}": overlay.phrases for overlay in overlays.overlays},
        **{f"cue {name}": phrases for name, phrases in law.cues.items()},
        **{f"spoken {nation}": phrases for nation, phrases in law.spoken.items()},
        **{f"sign {nation}": phrases for nation, phrases in law.signs.items()},
        **{f"council {nation}": phrases for nation, phrases in law.councils.items()},
        **{f"article {one.number}": one.phrases for one in law.articles},
    }


def _line(text: str) -> str:
    return " ".join(text.split())


def _unpacked(text: str | None) -> Lawbook | None:
    """The lawbook back, or None where the text is not one that was put there."""
    try:
        data = json.loads(text or "")
        return Lawbook(
            entries=tuple(_entry_back(entry) for entry in data["entries"]),
            claims=tuple(Claim(**{**claim, "nations": tuple(claim["nations"])}) for claim in data["claims"]),
            families={name: Family(**family) for name, family in data["families"].items()},
            overlays=tuple(
                Overlay(**{**one, "roles": tuple(one["roles"]), "capitals": tuple(one["capitals"])})
                for one in data["overlays"]
            ),
            articles={int(number): title for number, title in data["articles"].items()},
            table=data["table"],
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _entry_back(entry: dict[str, Any]) -> Entry:
    ended = tuple(Ending(**{**one, "nations": tuple(one["nations"])}) for one in entry["ended"])
    return Entry(**{**entry, "nations": tuple(entry["nations"]), "ended": ended})
