"""Articles and general comments of the UNCRC that a paper gets wrong: "Article 57", "Article 31 (being heard)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ..convention import LAST_ARTICLE
from ..document import SectionKind, Sentence
from ..lawbook import Certainty, Lawbook, LawFinding
from ..plain_words import list_words
from ..reading import Reading, Unit
from .mentions import in_quotes

_CONVENTION = r"(?:UN ?CRC|UN Convention on the Rights of the Child|Convention on the Rights of the Child)"
_SPEAKS = re.compile(_CONVENTION)
_OTHERS = re.compile(
    r"\b(?:ECHR|Human Rights Act|European Convention|UN ?CRPD|CRPD|CEDAW|ICCPR|ICESCR|GDPR|Charter|Regulations?|Treaty"
    r"|Constitution|Istanbul Convention|Lanzarote Convention|Persons with Disabilities)\b"
)
"""Other instruments that have articles: where one is named, a number may be one of theirs."""
_ARTICLE = r"\b[Aa]rt(?:icle|\.) ?(?P<number>\d{1,3})\b(?![.(]\d|\(|\s*(?:,|and|or|&|to|-|–)\s*\d)"
_NUMBER = re.compile(_ARTICLE)
_BEHIND = re.compile(
    rf"{_ARTICLE}(?: of the {_CONVENTION}| {_CONVENTION})?\s*(?P<join>[(:–—,-])\s*(?P<says>[^().;:,–—]+)"
)
_BEFORE = re.compile(
    r"\brights? (?P<says>(?:to|of|not to) [^().;:,–—]{2,60}?)\s*[(,]\s*(?:under )?"
    rf"(?:{_CONVENTION},? )?{_ARTICLE}\s*[),.]"
)
_RIGHT = re.compile(r"(?:(?:the|a|every|each|their|his|her|your|my) )?(?:child(?:ren)?['’]?s?['’]? )?rights? ")
_MOST = 6
"""Words in brackets behind an article that can name what it is about; more say what is done about it."""
_COMMENT = re.compile(r"\b(?:UN)?CRC[^.;]{0,20}?\bgeneral comments?(?: no\.?)? ?(?P<number>\d{1,3})\b", re.IGNORECASE)
LAST_COMMENT = 27
"""The Committee had agreed 26 and was at work on the next when this was looked up (rulesets/reference/uncrc.yaml)."""
_REFERENCE = "Convention on the Rights of the Child, articles 1 to 54"


class _Fault(NamedTuple):
    """What is wrong with a citation, as texts, and where it stands in its sentence."""

    says: str
    instead: str
    certainty: Certainty
    start: int
    end: int


def misnumbered(book: Lawbook, reading: Reading) -> list[LawFinding]:
    """One finding for each wrong number and file, at the place where it stands first."""
    found: dict[tuple[str, str], LawFinding] = {}
    for unit in reading.units:
        for sentence in unit.sentences:
            if not any(map(str.isdigit, sentence.text)) or not _may_claim(reading, unit, sentence):
                continue
            for fault in _faults(book, reading, unit, sentence):
                if in_quotes(sentence.text, fault.start, fault.end):
                    continue
                key = (fault.says, sentence.place.file)
                first = found.get(key)
                found[key] = replace(first, times=first.times + 1) if first else _finding(fault, sentence)
    return list(found.values())


def _may_claim(reading: Reading, unit: Unit, sentence: Sentence) -> bool:
    """Whether a sentence speaks for the paper, of the UNCRC and of no other instrument."""
    section = reading.document.sections[sentence.section]
    if sentence.quoted or section.kind is SectionKind.CONTENTS:
        return False
    beside = " ".join(one.text for one in unit.sentences)
    around = " ".join((sentence.text, sentence.lead, sentence.header, sentence.row, section.title, beside))
    return bool(_SPEAKS.search(around)) and not _OTHERS.search(around)


def _faults(book: Lawbook, reading: Reading, unit: Unit, sentence: Sentence) -> Iterator[_Fault]:
    text = sentence.text
    for match in _NUMBER.finditer(text):
        if not 1 <= int(match["number"]) <= LAST_ARTICLE:
            says = f"There is no article {match['number']} of the UNCRC: it has articles 1 to {LAST_ARTICLE}."
            instead = "the number of the article that is meant; 'crp-commission rules show article 12' shows one"
            yield _Fault(says, instead, "sure", *match.span())
    for match in _COMMENT.finditer(text):
        if not 1 <= int(match["number"]) <= LAST_COMMENT:
            says = f"Check whether there is a general comment {match['number']}: when we looked there were 26."
            yield _Fault(says, "the number and year of the general comment that is meant", "check", *match.span())
    for match in (*_BEHIND.finditer(text), *_BEFORE.finditer(text)):
        number = int(match["number"])
        about = _subjects(book, reading, unit, sentence, match.span("says")) if _names(match) else frozenset()
        if about and number not in about and number in book.articles:
            yield _mistaken(book, number, about, match.span())


def _names(match: re.Match[str]) -> bool:
    """Whether the words beside an article say what it is about, and not what is done for it."""
    if "join" not in match.re.groupindex:
        return True
    if match["join"] == "(":
        return len(match["says"].split()) <= _MOST
    return bool(_RIGHT.match(match["says"]))


def _subjects(book: Lawbook, reading: Reading, unit: Unit, sentence: Sentence, span: tuple[int, int]) -> frozenset[int]:
    """The articles that words of a sentence are about."""
    found = set()
    for number in book.articles:
        for hit in reading.terms.hits(unit.number, f"article {number}"):
            first, last = unit.words[hit.start], unit.words[hit.end - 1]
            if first is None or last is None or unit.owner[hit.start] < 0:
                continue
            inside = span[0] <= first.start and last.end <= span[1]
            if inside and unit.sentences[unit.owner[hit.start]] is sentence:
                found.add(number)
    return frozenset(found)


def _mistaken(book: Lawbook, number: int, about: frozenset[int], span: tuple[int, int]) -> _Fault:
    right = list_words([f"article {one} ({book.articles[one].lower()})" for one in sorted(about)], len(about))
    says = f"Article {number} of the UNCRC is about something else: {book.articles[number].lower()}."
    return _Fault(says, f"{right}, if that is what is meant", "likely", *span)


def _finding(fault: _Fault, sentence: Sentence) -> LawFinding:
    return LawFinding(
        kind="wrong-article",
        id="uncrc",
        name="the UNCRC",
        sentence=sentence.number,
        quote=sentence.text,
        place=sentence.place,
        says=fault.says,
        instead=fault.instead,
        reference=_REFERENCE,
        checked="2026-07",
        certainty=fault.certainty,
    )
