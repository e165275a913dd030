"""What a denial protects children from: harms, limits and excuses, of which "not" takes away nothing that is promised.

Data about English, read by ``denials``.
"""

from __future__ import annotations

import re


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


_WHOSE = r"(?:(?:a|an|the|any|their|his|her|to the) )?"
_LEAVE = r"(?:permission|consent|approval|agreement|signature)"
_ACTS = (
    r"restrain\w*|isolat\w+|seclu\w+|punish\w*|humiliat\w+|shout\w*|strik\w+|hit|search\w*|sanction\w*|penali[sz]\w+",
    r"discriminat\w+|bull(?:y|ies|ied|ying)|abus\w+|harass\w*|stigmati\w+|victimi[sz]\w+|locked|corporal|reprisals?",
    "detriment",
)
_CHARGES = (rf"charg(?:e|es|ed|ing) {_WHOSE}(?:famil|child|parent|young)\w*", "be charged", "be invoiced")
_NO_DUTY = (
    r"(?! (?:an? |the |any |part of )*(?:\w+ ){0,2}?(?:terms?|dut(?:y|ies)|obligations?|rights?|requirements?"
    r"|commitments?|promises?|complaints?|breach(?:es)?|entitlements?|conditions?)\b)"
)
"""What denies that something is owed at all takes it away ("is not treated as a complaint")."""
_BARS = (
    r"exclu\w+|exempt\w*|ineligible|outside|left out|leave out|kept out|shut out|turn(?:ed)? away|bar(?:red|s)?",
    r"reject\w*|den(?:y|ied|ies)|withh\w+|withdrawn|ignor\w+|dismiss\w*|dispensed|overrul\w+|overlook\w*",
    r"disadvantag\w+|discourag\w+|deter(?:s|red)?|prevent\w*|prohibit\w*|gag(?:ged|s)?|silenc\w+|dissuad\w+|absorbed",
    rf"prevail\w* over|affect {_WHOSE}(?:child|young|famil|contact|place)\w*|held (?:for|back|up)|give notice",
    rf"affect {_WHOSE}(?:dut|right|entitle|oblig)\w*",
)
_LIMITS = (r"limited|restricted|confined|conditional|depend(?:s|ent)?|only|alone|merely|solely|simply",)
_EXCUSES = (
    r"(?:a|an|any) (?:ground|reason|bar|condition|excuse|obstacle|defence|prerequisite|substitute)s? (?:for|to|of|not)",
    r"grounds? for|(?:a|an) (?:normal|privilege|barrier|substitute)|un(?:recorded|answered|read|heard|explained)",
    r"leads? to|results? in|enough|sufficient|suffice\w*|rel(?:y|ies) (?:up)?on (?:the fact|this|any)|claims? that",
    r"(?:by|in) itself|(?:in|takes?) (?:the )?place of|instead of|taken for|count(?:ed)? against",
    rf"(?:taken|treated|regarded|recorded|count(?:ed)?) as{_NO_DUTY}",
    r"stand in for|commercially (?:confidential|sensitive)|for information|short notice",
    rf"(?:act|speak|answer|sign)s? (?:as|for) {_WHOSE}(?:child|young)\w*|pass to the|after the decision",
    r"(?:start|begin)s? (?:work|shifts?|duty|before)|made to (?:wear|tell|speak|sign|pay)",
    r"required to (?:put|make|write|complain|speak)|(?:on )?the lowest (?:price|cost)",
    rf"requires? {_WHOSE}(?:[\w'’-]+ )?{_LEAVE}",
    rf"(?:require|force|oblige|expect|compel)s? {_WHOSE}(?:child|young|complaint|you)\w*",
)
ACTS = _any(*_ACTS)
CHARGES = _any(*_CHARGES)
BARS = _any(*_BARS)
LIMITS = _any(*_LIMITS)
HARM = _any(*_CHARGES, *_BARS, *_LIMITS, *_EXCUSES)
DENIAL = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|cannot|neither|nor|under no circumstances"
    r"|ceases? to|(?:is|are|be) (?:forbidden|prohibited|banned))\b|n['’]t\b",
    re.IGNORECASE,
)
DENYING_LEAD = re.compile(r"\b(?:shall|must|may|will|can)(?: not|not| never)\b\W*$", re.IGNORECASE)
SPARING = re.compile(
    r"\?\s*$|\b(nothing|no (clause|term|condition|provision|part)\b).{0,60}?"
    r"\b(prevents?|stops?|limits?|restricts?|affects?|excludes?|removes?|replaces?|excuses?|relieves?|prejudices?)\b",
    re.IGNORECASE,
)
"""A question, or a clause that spares something ("Nothing in this clause prevents ...")."""
REFERRING = re.compile(
    r"\b(?:is|are) (?:set out|described|listed|given|dealt with|contained|provided for|covered|defined) (?:in|at|by)\b"
    r"(?![^.]{0,80}\b(?:not?|never|only|except|unless|but|subject)\b)[^.;:,]{0,60}\.?\s*$",
    re.IGNORECASE,
)
"""A sentence that only says where something stands ("are set out in the Specification.")."""
ENDS = _any(r"end(?:s|ed)?|clos(?:e|es|ed)|lapse[sd]?|cease[sd]?|stop(?:s|ped)?|refus\w+|declin\w+")
"""Ends of help and refusals: a harm to children, unless it is they who may not refuse."""
REFUSES = _any("refuse|decline|stop|end|leave|withdraw")
SANCTIONS = _any(r"misconduct|dismissed|breach|terminat\w+|disciplin\w+|offence|default")
"""What follows for those who do harm."""
RECORDS = re.compile(
    r"\b(?:record|log|held|kept|count|report|publish|collect|monitor|review|notif|told)\w*", re.IGNORECASE
)
LIFTED = re.compile(
    r"\b(?:need|do|does|shall|must|will|is|are|be)?\s*(?:not|no)\s+(?:be |have |under (?:a|any) )?(?:required|obliged"
    r"|expected|needed|to|have to|requirement|need|rule|obligation|duty)\b|\bneed not\b|\b(?:no|not) (?:\w+ )?needs?\b"
    r"|\b(?:do|does|need|is|are)n['’]t (?:be )?(?:have to|need to|required|obliged|expected|needed)\b",
    re.IGNORECASE,
)
"""What frees somebody: a harm if it frees those who have the duty, a protection if it frees the child."""
FREED = re.compile(
    rf"\b(?:child|children|young (?:person|people)|pupils?|residents?|you|nobody|{_LEAVE})\W*$", re.IGNORECASE
)
"""Whom or what it frees, right before it."""
FREED_OF = re.compile(
    rf"\bin writing\b|\bthrough a parent\b|\bon a form\b"
    rf"|^(?! to (?:obtain|seek|get|ask))(?:\W+[\w'’]+){{0,4}} {_LEAVE}\b",
    re.IGNORECASE,
)
"""What it frees of."""
LEFT_UNDONE = re.compile(r"^\W*be (?!made\b|put\b|in\b|sent\b)\w+", re.IGNORECASE)
MONEY = _any(r"payments?|deduct\w*|invoices?|credits?|default|terminat\w+")
"""What is withheld or ended to hold a provider to its duty protects, so that denying it does not."""
TURN = re.compile(r"\b(?:who|which|because|if|where|when|unless|since|so that|and|but)\b|[,;:]", re.IGNORECASE)
"""Where what a denial reaches ends."""
OF_WHOM = re.compile(
    r"\b(?:(?:child|children|people|persons?|pupils?|famil\w+|households?|those|ones?),? (?:who|which|that)"
    r"(?: \w+){0,2}|with|has|have|having) *$",
    re.IGNORECASE,
)
"""A denial behind these only tells of whom one speaks ("a child who will not settle")."""
HINDERS = _any(r"prevent\w*|deter\w*|affect.*|held")
VOICE = _any("objections?|views?|wish(?:es)?|complaints?|feedback|refusals?|opinions?|input|voices?")
"""What children say: that it hinders nothing is a harm."""


def names_harm(text: str) -> bool:
    """Whether a text speaks of something that is done to children, or is kept from them."""
    return bool(HARM.search(text) or ACTS.search(text))
