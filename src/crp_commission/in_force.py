"""Whether text is in force: what stands around a passage, or in it, and leaves it dead or without force.

"The Provider shall ask each child" promises nothing under "Out of scope", in a clause that "is deleted", or as what
"the former contract" said; and little where "the above is guidance only" or a table calls it desirable. Dead text is no
evidence of anything, good or bad.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from .document import BlockKind, Document, Sentence

_THING = (
    r"(?:clauses?|paragraphs?|sections?|parts?|schedules?|lists?|tables?|standards?|requirements?|dut(?:y|ies)"
    r"|provisions?|obligations?|terms?|text|bullets?|items|points|commitments?|page|document)"
)
_FREE = (
    r"(?:(?:is|are|being)\s+(?:all\s+)?(?:only\s+|merely\s+|just\s+|purely\s+)?(?:an?\s+|for\s+)?"
    r"(?:guidance|guides?|indicative|illustrati(?:ve|on)|aspirations?|aspirational|voluntary|optional|advisory"
    r"|suggestions?|suggested|best practice|good practice|examples?|desirable|non-binding|targets?|ideals?|ambitions?"
    r"|not\s+(?:legally\s+|contractually\s+)?(?:binding|contractual|mandatory|obligatory|enforceable|compulsory)"
    r"|not\s+(?:an?\s+)?(?:requirement|obligation|term)s?)\b"
    r"|(?:has|have)\s+no\s+(?:contractual|legal|binding)\s+(?:force|effect)|(?:does|do)\s+not\s+bind\b"
    r"|(?:has|have)\s+not\s+(?:yet\s+)?been\s+(?:adopted|agreed|approved)"
    r"|(?:shall|will|does|do|is|are)\s+not\s+(?:yet\s+)?(?:come into force|apply|in force|held to)"
    r"|(?:is|are)\s+(?:hereby\s+)?(?:suspended|waived|disapplied)|ceases?\s+to\s+apply|no longer (?:applies|apply)"
    r"|(?:may|can)\s+be\s+(?:set aside|waived|disapplied|disregarded|ignored|cancelled|suspended))"
)
_BACK = re.compile(
    rf"^(?:\W|\d[\d.]*|\([a-z0-9]+\)|however|but|and|note(?: that)?)*\s*"
    rf"(?:(?:this|these|those)(?:\s+{_THING})?|(?:the\s+)?(?:above|foregoing|preceding)(?:\s+{_THING})?"
    rf"|the\s+{_THING}\s+above|compliance with (?:this|these|the above)(?:\s+{_THING})?|everything above)"
    rf"(?:\s+\w+){{0,2}}?\s+{_FREE}",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\bnothing in (?:this|these|the above)\b.{0,40}?\b(?:binds?|is binding|creates?|obliges?|imposes?|commits?)\b"
    r"|\b(?:may|can)\s+(?:at any time\s+)?(?:waive|cancel|suspend|disregard|ignore|set aside|depart from|opt out of"
    r"|deviate from|vary)\s+(?:from\s+)?(?:this|these|the above)\b"
    r"|\bfree to\b.{0,30}?\bignore (?:them|it|this|these)\b|\bnot held to (?:it|them|this|these)\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"^(?:\W|\d[\d.]*)*\s*(?:(?:younger|disabled|older|other|very young|non-\w+)\s+(?:children|young people|pupils)"
    r"|(?:children|young people|pupils|those|babies)\s+(?:under|below|over|with|aged|who)\b[^.;]{0,40}?)\s+"
    r"(?:(?:shall|may|are|will|do|need|can)\s*not\b|cannot\b|(?:are|shall be|will be) (?:told|asked|given) nothing)"
    r"|^(?:\W|\d[\d.]*)*\s*it need not do so\b",
    re.IGNORECASE,
)
"""What takes a promise back for some children."""
_NUMBERED = re.compile(rf"^(?:\W|\d[\d.]*)*\s*(?:clause|paragraph|section)\s+(\d[\d.]*\d|\d)\s+{_FREE}", re.IGNORECASE)
_FORWARD = re.compile(
    rf"^(?:\W|\d[\d.]*)*\s*(?:the following(?:\s+{_THING})?|what follows|this {_THING})(?:\s+\w+){{0,3}}?\s+{_FREE}",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"^\W*(?:this|the above|(?:clause|paragraph|section) [\d.]+ above)\b", re.IGNORECASE)
_WHOLE = re.compile(r"\bthis (section|part|schedule|document|annex|appendix|page)\b", re.IGNORECASE)
_DEAD_NOW = re.compile(
    r"\b(?:clauses?|paragraphs?|requirements?|dut(?:y|ies)|provisions?|obligations?|standards?|commitments?|promises?)\b"
    r"[^.;]{0,220}?\b(?:is|are|was|were|has been|have been|has since been|have since been)\s+(?:now\s+|hereby\s+)?"
    r"(?:deleted|withdrawn|superseded|revoked|rescinded|struck out|removed from|abolished"
    r"|removed(?=\s*[.;]|\s*$)|suspended until|replaced and)"
    r"|\b(?:clause|section|paragraph|requirement)s?(?: [\d.]+)?(?: \w+){0,4} (?:has|have) no effect\b(?! on)"
    r"|\bis not in force\b|\bnone? of (?:this|these) is (?:a )?part of\b"
    r"|\b(?:clause|section|paragraph|schedule|part|requirement|standard|text)s?\b[^.;:]{0,40}"
    r"\(\s*(?:deleted|withdrawn|repealed|superseded|not used)\b[^)]*\)"
    r"|^\W*(?:\d[\d.]*\s+)?not used\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"^(?:\W|\d[\d.]*)*\s*(?:(?:under|in|by)\s+)?(?:the|our|an?)\s+(?:former|previous|old|last|earlier|outgoing|expired)\s+"
    r"(?:contract|specification|agreement|arrangements?|service|provider|contractor|supplier)s?\b"
    r"|^(?:\W|\d[\d.]*)*\s*in earlier contracts\b",
    re.IGNORECASE,
)
_BOUND_THEN = re.compile(
    r"\b(required to|had to|obliged to|was to|were to|had a duty|could (?:only )?be made|read|ran|said)\b",
    re.IGNORECASE,
)
"""What tells a former duty from figures and findings of the years before, which are evidence."""
_DEAD_TITLE = re.compile(
    r"\b(withdrawn|superseded|repealed|deleted|not used|no longer (?:used|in force|appl(?:y|ies))|not in force|obsolete"
    r"|not chosen|rejected|discarded|out of scope|not in scope|outside (?:the |of )?(?:the )?scope|out of the scope"
    r"|(?:is|are)? ?excluded from (?:this|the) (?:lot|contract|service|specification|scope|price)|services excluded"
    r"|not (?:a )?part of this (?:contract|lot|service|specification|agreement|tender)|not included in the price"
    r"|outside this (?:contract|agreement|specification|lot)|not required under this"
    r"|under (?:another|other|a separate) contracts?|before this contract|kept for the record"
    r"|(?:example|model|sample) answers?|previous requirements?|old (?:contract|specification)|former (?:contract"
    r"|specification|clause))\b|^\W*(?:\d[\d.]*\s+)?(?:agenda|job description|person specification|scoring guide)\b"
    r"|\b(?:bad|poor|unacceptable) practice\b|\bshall prevent the following\b"
    r"|\b(?:is|are) exempt from the following|\b(?:released|relieved|excused) from (?:its|the|their) dut(?:y|ies)\b"
    r"|\b(?:need not|under no (?:duty|obligation)|not (?:be )?(?:required|obliged|expected)|no (?:requirement|duty"
    r"|obligation)|no longer|does not require the \w+|do(?:es)? not have)(?: to)?\s*:\s*$",
    re.IGNORECASE,
)
_SOFT_TITLE = re.compile(
    r"\b((?:is|are) (?:only )?suggestions?|suggestions for|desirable|optional( extras)?|nice to have|not essential"
    r"|for guidance only|guidance only|aspirations?|indicative only|illustrative"
    r"|(?:our |the )?vision (?:for|to) \d{4})\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"\b(essential or desirable|mandatory or|essential and desirable|m = mandatory)\b", re.IGNORECASE
)
_NO_CELL = re.compile(
    r"no(?:,.*)?|removed|none|n/?a|not (?:required|provided|in scope|included|applicable)|rejected|deleted|withdrawn"
    r"|excluded|ended|out of scope|not adopted|superseded",
    re.IGNORECASE,
)
_ASKS_WHETHER = re.compile(
    r"\b(in this contract|required|applies|apply|scope|provided|included|status|decision|mandatory|binding|contractual"
    r"|adopted)\b",
    re.IGNORECASE,
)
_FREE_CELL = re.compile(
    r"d|desirable|optional|nice to have|aspirational|guidance|indicative|for guidance|voluntary|suggested",
    re.IGNORECASE,
)
_RISK = re.compile(r"(risks?|what could go wrong|what went wrong|hazards?)(?: /|$)", re.IGNORECASE)
"""The head of a column that names what should not happen."""
_EXCEPTS = re.compile(r"(exceptions?|exclusions?|exempt\w*)\b", re.IGNORECASE)
_LONGEST_LABEL = 12
"""Words: a longer paragraph is no label of what follows."""


_OPENING = 2


class Left(StrEnum):
    """What is left of a passage's force."""

    DEAD = "dead"
    FREE = "free"


class Standing(NamedTuple):
    """What became of a passage's force, and the words that say so."""

    left: Left
    words: str


def standings(document: Document) -> dict[int, Standing]:
    """For the sentences that are not in force or bind nobody what became of them, by number; dead outweighs free."""
    found: dict[int, Standing] = {}
    for numbers, standing in _all(document):
        for number in numbers:
            if number not in found or standing.left is Left.DEAD:
                found[number] = standing
    return found


def _all(document: Document) -> Iterator[tuple[Sequence[int], Standing]]:
    for _, group in groupby(document.sentences, key=lambda sentence: sentence.section):
        sentences = list(group)
        title = " / ".join(
            (*document.sections[sentences[0].section].path, document.sections[sentences[0].section].title)
        )
        yield from _titled(title, [one.number for one in sentences])
        yield from _of_section(sentences)


def _titled(title: str, numbers: Sequence[int]) -> Iterator[tuple[Sequence[int], Standing]]:
    dead, soft = _DEAD_TITLE.search(title), _SOFT_TITLE.search(title)
    if dead:
        yield numbers, Standing(Left.DEAD, dead[0].strip())
    elif soft and not _NOT_ONLY.search(title):
        yield numbers, Standing(Left.FREE, soft[0].strip())


def _of_section(sentences: Sequence[Sentence]) -> Iterator[tuple[Sequence[int], Standing]]:
    """What the sentences of one section say of themselves and of each other."""
    passages = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.passage)]
    for place, passage in enumerate(passages):
        before = [one.number for one in passages[place - 1]] if place else []
        behind = [one.number for later in passages[place + 1 : place + 2] for one in later]
        whole = [one.number for one in sentences]
        if passage[0].kind is BlockKind.CELL:
            yield from _row(passage)
            continue
        if _is_label(passage):
            yield from _titled(passage[0].text, [*(one.number for one in passage), *behind])
        for position, sentence in enumerate(passage):
            own = [one.number for one in passage[:position]]
            yield from _sentence(
                sentence, own or before, [one.number for one in passage[position + 1 :]] or behind, whole
            )
            yield from _cancelled(sentence, sentences)


def _is_label(passage: Sequence[Sentence]) -> bool:
    """Whether a paragraph only says what follows is: it is short and no sentence, or opens with the word for it."""
    text = " ".join(one.text for one in passage)
    if passage[0].kind is not BlockKind.PARAGRAPH or len(text.split()) > _LONGEST_LABEL:
        return False
    opening = " ".join(text.split()[:_OPENING])
    return not text.endswith(".") or bool(_DEAD_TITLE.search(opening) or _SOFT_TITLE.search(opening))


def _sentence(
    sentence: Sentence, before: Sequence[int], behind: Sequence[int], whole: Sequence[int]
) -> Iterator[tuple[Sequence[int], Standing]]:
    text = sentence.text
    if sentence.lead:
        yield from _titled(sentence.lead, [sentence.number])
    dead = _DEAD_NOW.search(text) or (_FORMER.search(text) if _BOUND_THEN.search(text) else None)
    if dead:
        numbers = [sentence.number]
        numbers += behind if len(text.split()) <= _LONGEST_LABEL and dead[0].endswith(")") else []
        numbers += before if _ABOVE.search(text) else []
        yield numbers, Standing(Left.DEAD, dead[0].strip()[-60:])
    back = _BACK.search(text) or _AWAY.search(text) or _NOT_ALL.search(text)
    forward = _FORWARD.search(text)
    if back or forward:
        words = text if len(text) <= 80 else f"{text[:77]}..."
        if _WHOLE.search(text):
            yield whole, Standing(Left.FREE, words)
        if back and before:
            yield before, Standing(Left.FREE, words)
        elif forward:
            yield behind, Standing(Left.FREE, words)


def _cancelled(sentence: Sentence, others: Sequence[Sentence]) -> Iterator[tuple[Sequence[int], Standing]]:
    """The clause of the section that a sentence names by its number and takes the force from."""
    named = _NUMBERED.search(sentence.text)
    if named:
        opens = re.compile(rf"\W*(?:clause\s+)?{re.escape(named[1])}[.)]?\s", re.IGNORECASE)
        numbers = [one.number for one in others if opens.match(one.text) and one.number != sentence.number]
        yield numbers, Standing(Left.FREE, sentence.text[:80])


def _row(cells: Sequence[Sentence]) -> Iterator[tuple[Sequence[int], Standing]]:
    """What the heads of a row and its own cells say of it: "Desirable", "Required? No"."""
    numbers = [cell.number for cell in cells]
    for cell in cells:
        if _RISK.match(cell.header):
            yield [cell.number], Standing(Left.DEAD, cell.header)
        yield from _titled(f"{cell.lead} / {cell.header.split(' / ')[0]}", numbers)
        text = cell.text.strip(" .!*")
        if _NO_CELL.fullmatch(text) and _ASKS_WHETHER.search(cell.header):
            yield numbers, Standing(Left.DEAD, f"{cell.header}: {text}")
        elif _FREE_CELL.fullmatch(text) or (_EXCEPTS.match(cell.header) and not _NO_CELL.fullmatch(text)):
            yield numbers, Standing(Left.FREE, f"{cell.header}: {text}")
