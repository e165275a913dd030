"""Quotations: words that a text gives as somebody else's, which bind nobody it speaks for.

What the paper quotes of itself ("clause 4 says") is no such quotation. But what a minister, a newspaper, a parent or
the contract before this one says is promised by none of the parties. What children said is evidence that they were
heard; what they ask for in it binds nobody until somebody takes it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LEAST = 6
"""Words: what is shorter is a name, a term or a single word in quotation marks."""
_FRAME = 200
"""Characters before and behind in which it is looked who speaks."""
_MARKS = re.compile(r"“[^”]{20,3000}”|\"[^\"]{20,3000}\"|(?<!\w)[‘'](?=\w).{20,800}?[’'](?!\w)")
"""Bounded, since of thousands of marks that are never closed each would be followed to the end of the text."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"(])")

_OTHERS = re.compile(
    r"\b(children['’]s commissioner\w*|victims['’] commissioner|ministers?|secretary of state|prime minister|mps?"
    r"|white paper|green paper|manifesto|newspapers?|the press|magazine|journal|article in|editorial|blog|podcast"
    r"|professors?|academics?|researchers?|unions?|lobby\w*|campaign\w*|unicef|nspcc|barnardo['’]s"
    r"|(neighbouring|another|other|next|different|sister) (council|authority|county|borough|city|contract|trust"
    r"|provider|health board|agency|service|charity|local authority)\w*"
    r"|(old|previous|former|last|expired|earlier|superseded|ended|model|template|sample|outgoing|withdrawn|replaced)"
    r" (\w+ )?(contract|specification|agreement|terms|wording|clauses?|order|policy|strategy|plan|provider|supplier)"
    r"|(contract|specification|agreement|order|policy|terms) (that|which) (ended|expired|lapsed|was|were|ran)"
    r"|(contract|specification|agreement|order|policy|strategy) of (19|20)\d\d"
    r"|(one|a|another|some|several|few|many) (\w+ )?(parents?|mothers?|fathers?|carers?|grandparents?|residents?"
    r"|neighbours?|bidders?|heads?|head ?teachers?|teachers?|governors?|councillors?|readers?|employees?|members? of"
    r" the public|members? of staff|colleagues?|consultants?|correspondents?|campaigners?|speakers?|visitors?)"
    r"|parents|mothers|fathers|cllr|councillor|speaker|correspondent|petition"
    r"|(?!(?:provider|contractor|supplier|council|authority|board|trust|service)['’])\w+['’]s (own )?"
    r"(website|leaflet|brochure|blog|prospectus|advert\w*|newsletter|press release|letter|speech))\b",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(says?|said|saying|writes?|wrote|written|puts? it|(?<!are )(?<!is )(?<!be )(?<!was )(?<!were )told|tells"
    r"|claims?|claimed|promis(es|ed)|declares?|declared|states?|stated|reads?|ran|argues?|argued|announced"
    r"|recommends?|recommended|reported|finds?|found|holds?|held|ruled|quoted?|quoting|extracts?|excerpts?|taken from"
    r"|reproduced|copied|demands?|demanded|in the words of|according to|provided|contained)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(ombudsman\w*|ofsted|cqc|estyn|rqia|(care|school) inspectorate|inspectors?|inspection|coroner|judges?|judgment"
    r"|courts?|tribunal|statutory guidance|(government|national|scottish|welsh) guidance|working together"
    r"|committee on the rights|the (un )?committee|general comment|the (convention|act|regulations|code of practice)"
    r"|articles? \d+)\b",
    re.IGNORECASE,
)
"""Who speaks with authority, though not for the parties: what they say is worth a mention."""
_SHOWN_ONLY = re.compile(
    r"\b(for (\w+['’]? )?(information|interest|illustration|comparison|background|reference) only"
    r"|shown for (information|interest|comparison)|(forms?|is|are) no part of (this|the) (contract|tender|agreement"
    r"|specification|offer)|not (a )?part of (this|the) (contract|tender|agreement|specification))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    _OTHERS.pattern + r"[^.;:]{0,40}?\b(says?|said|wrote|writes|claims?|claimed|argues?|argued|stated|states) that\b",
    re.IGNORECASE,
)
_CHILDREN = re.compile(
    r"\b(child(ren)?|young (people|person|carers?|adults?)|pupils?|students?|teenagers?|girls?|boys?|care leavers?"
    r"|aged \d+|\d+[- ]year[- ]olds?)\b(?!['’]s commissioner)",
    re.IGNORECASE,
)


_WISHING = re.compile(r"\b(want(s|ed)?|asked (for|that|us)|clear (that|what|about)|wish(es|ed)?)\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(for|to|with|each|every|tells?) $", re.IGNORECASE)
"""What stands before a child who is spoken to, or who is any child."""
_BREATH = re.compile(r"[^.;:]{0,60}")
_SIGNED = re.compile(
    r"\W{0,3}((said|says|asked|asks|wrote|writes) |by |from )?(an? |one |the |some |several )?(\w+ )?"
    r"(child(ren)?|young (people|person|carers?)|pupils?|students?|girls?|boys?|care leavers?|teenagers?|aged \d+"
    r"|\d+[- ]year[- ]olds?)\b",
    re.IGNORECASE,
)
"""How a child's words are signed behind them: "(girl, 14)", "said a young carer"."""


class Stretch(NamedTuple):
    """Characters of a text, from ``start`` up to ``end``."""

    start: int
    end: int


class Quotations(NamedTuple):
    """The quotations in a text that are no party's words: ``official`` are an authority's, ``children`` children's."""

    outside: tuple[Stretch, ...] = ()
    official: tuple[Stretch, ...] = ()
    children: tuple[Stretch, ...] = ()


def quotations(text: str, announced: str = "") -> Quotations:
    """The quotations in a text that give others' words; ``announced`` is what led up to the text, if anything did."""
    outside, official, children = [], [], []
    for stretch in _stretches(text):
        frames = _frames(text, stretch, announced)
        if any(_SHOWN_ONLY.search(frame) for frame in frames) or any(map(_others_speak, frames)):
            outside.append(stretch)
        elif any(_OFFICIAL.search(frame) and _SAYING.search(frame) for frame in frames):
            official.append(stretch)
        elif _children_speak(*frames):
            children.append(stretch)
    return Quotations(tuple(outside), tuple(official), tuple(children))


def told_by_others(text: str) -> bool:
    """Whether a text tells, in its own words, what others are said to say: "one parent said that"."""
    return " that" in text.lower() and bool(_TOLD.search(text))


def mostly_in(start: int, end: int, stretches: Sequence[Stretch]) -> bool:
    """Whether more than half of the characters from ``start`` to ``end`` lie in one of the stretches."""
    inside = sum(max(0, min(end, one.end) - max(start, one.start)) for one in stretches)
    return inside * 2 > end - start


def _stretches(text: str) -> Iterator[Stretch]:
    for match in _MARKS.finditer(text):
        if len(match[0].split()) >= _LEAST:
            yield Stretch(match.start(), match.end())


def _frames(text: str, stretch: Stretch, announced: str) -> list[str]:
    """What leads up to a quotation and what follows it, each as far as its sentence goes."""
    before = text[max(0, stretch.start - _FRAME) : stretch.start]
    starts = [match.end() for match in _SENTENCE_END.finditer(before)]
    before = before[starts[-1] :] if starts else before
    behind = text[stretch.end : stretch.end + _FRAME]
    end = _SENTENCE_END.search(behind)
    return [before if before.strip() else announced, behind[: end.start()] if end else behind]


def _others_speak(frame: str) -> bool:
    """Whether somebody else is said to speak, and no child is named nearer to the word for it."""
    said = list(_SAYING.finditer(frame))
    others = list(_OTHERS.finditer(frame))
    if not said or not others:
        return False
    children = [match.end() for match in _CHILDREN.finditer(frame) if match.end() <= said[-1].start()]
    named = [match.end() for match in others if match.end() <= said[-1].start()]
    return not children or (bool(named) and named[-1] > children[-1])


def _children_speak(before: str, behind: str) -> bool:
    """Whether a child is said to speak, or is named behind the words as whose they are."""
    return _child_says(before) or bool(_SIGNED.match(behind))


def _child_says(frame: str) -> bool:
    """Whether a child who is named says or wants something, and is not only spoken to."""
    for child in _CHILDREN.finditer(frame):
        breath = _BREATH.match(frame, child.end())
        said = breath is not None and (_SAYING.search(breath[0]) or _WISHING.search(breath[0]))
        if said and not _ADDRESSED.search(frame[: child.start()]):
            return True
    return False
