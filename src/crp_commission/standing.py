"""Where a passage stands and whom it is about: whether it can hold evidence for children at all."""

from __future__ import annotations

import re

from .document import BlockKind, SectionKind, Sentence
from .in_force import Left
from .language.meaning import read
from .reading import Reading, Unit

_SILENT = frozenset({SectionKind.CONTENTS, SectionKind.LEGISLATION, SectionKind.DEFINITIONS})
_ACT_OF_LAW = re.compile(r"\b(Act|Regulations|Measure|Order|Convention|Directive|Code)\b[^.;]{0,30}\b(19|20)\d\d")
_LEADERS = re.compile(r"((\.\s?){3,}|…)\s*\d*\s*($|\|)")
_PAGE_COLUMN = re.compile(r"(page|pages|page no\.?|page number)( /|$)", re.I)
_SEPARATORS = re.compile(r"[·•|;,]|\s[/–—-]\s")
_DEFINES = re.compile(r"\W*[“\"‘'][\w\s'’/-]{2,60}[”\"’']\s+(means|shall mean|has the meaning|refers to)\b", re.I)
_DEFINES_IN_TABLE = re.compile(r"(meaning|definition)( /|$)", re.I)
_PILE = 4
"""So many separators at the least make a pile of keywords."""


def silent(reading: Reading, unit: Unit, sentence: Sentence) -> bool:
    """Whether it can hold no evidence: a heading, a contents page, a definition, text not in force."""
    if (
        sentence.outside
        or _dead(reading, sentence)
        or sentence.kind in (BlockKind.HEADING, BlockKind.CAPTION)
        or reading.section(unit).kind in _SILENT
    ):
        return True
    meaning = reading.meaning(sentence)
    if meaning.residue or any(reading.meaning(cell).residue for cell in unit.sentences):
        return True
    return (
        _contents_line(sentence)
        or any(_names_a_page(cell) for cell in unit.sentences)
        or _keyword_pile(sentence)
        or bool(_DEFINES.match(sentence.text) or _DEFINES_IN_TABLE.match(sentence.header))
        or (not meaning.finite and bool(_ACT_OF_LAW.search(sentence.text)))
    )


def _dead(reading: Reading, sentence: Sentence) -> bool:
    known = reading.standings.get(sentence.number)
    return known is not None and known.left is not Left.FREE


def _contents_line(sentence: Sentence) -> bool:
    """Whether it leads to pages, by dots behind what stands on them."""
    return bool(_LEADERS.search(sentence.text))


def _names_a_page(cell: Sentence) -> bool:
    """Whether a cell holds the page that its row of a contents table leads to."""
    return bool(_PAGE_COLUMN.match(cell.header)) and cell.text.strip().isdecimal()


def _keyword_pile(sentence: Sentence) -> bool:
    if sentence.lead or sentence.header:
        return False
    separators = len(_SEPARATORS.findall(sentence.text))
    if separators < _PILE:
        return False
    bare = [word for word in sentence.text.split() if any(char.isalnum() for char in word)]
    return separators >= len(bare) // 3


def for_children(reading: Reading, unit: Unit, sentence: Sentence) -> bool:
    """Whether what is said is about children, not about parents, employees, adults or another sense of the words."""
    if reading.adult:
        return False
    about = frozenset[str]().union(*(reading.meaning(cell).about for cell in unit.sentences))
    if "other" in about:
        return False
    if "child" in about:
        return not ("staff" in about and not _acts_on_child(reading, sentence))
    frame = read(f"{sentence.lead} {sentence.header}").about
    if "child" in frame:
        return True
    others = unit.sentences[0].section in reading.to_others or _section_of_others(reading, unit)
    return not others and not (about | frame) & {"parent", "staff", "adult"}


def _acts_on_child(reading: Reading, sentence: Sentence) -> bool:
    return "child" in reading.meaning(sentence).about


def _section_of_others(reading: Reading, unit: Unit) -> bool:
    headings = [reading.units[number].sentences[0] for number in reading.headings(unit)]
    about = (
        frozenset[str]().union(*(reading.meaning(heading).about for heading in headings)) if headings else frozenset()
    )
    return bool(about & {"parent", "staff", "adult"}) and "child" not in about
