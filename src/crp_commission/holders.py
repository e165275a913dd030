"""Children as holders of what is promised: not where they bear the duty, nor where somebody else is named for them."""

from __future__ import annotations

import re

from .document import Clause, Sentence
from .reading import Unit

_LEFT_OUT = re.compile(
    r"(,| and| but) not (of |from |by |to |for )?(the |their |any )?"
    r"(child|children|young people|young person|pupils?)\b(?!['’])"
    r"|\b(instead of|in (the )?place of|rather than|in lieu of) (the |a |any |their |each )?"
    r"(child|children|young people|young person|pupils?)['’]?s?\b(?! \w+ing\b)",
    re.IGNORECASE,
)
_BINDING = frozenset(
    {"shall", "must", "have to", "has to", "is required to", "are required to", "is to", "are to"}
    | {"is responsible for", "are responsible for", "is obliged to", "are obliged to", "needs to", "need to"}
)
_CHILDREN = frozenset(
    "child children person people pupil pupils student students resident residents leaver leavers teenager teenagers "
    "they you".split()
)
_BODY = re.compile(
    r"\b(?:children|young people|child|childrens)(?:['’]s|s['’])?"
    r"(?:,? (?:and|&) (?:young people|famil(?:y|ies)|adults?|learning|education|schools|lifelong learning)(?:['’]s?)?)?"
    r" (?:services?|social (?:care|work)|trusts?|commissioners?|directorates?|departments?|partnerships?|hospitals?"
    r"|homes?|cent(?:re|er)s?|teams?|workforce|societ(?:y|ies)|bureaux?|charit(?:y|ies)|ministers?|safeguarding)\b",
    re.IGNORECASE,
)
"""Bodies and places that have children in their name."""
_HEARD = re.compile(
    r"\b(?:views?|opinions?|voices?|feedback|comments?|consult\w*|ask(?:s|ed|ing)?|involv\w+|engag\w+|listen\w*|heard"
    r"|hear|invit\w+|have (?:a|their|its) say|agree\w*|seek|sought)\b",
    re.IGNORECASE,
)
_YOUNG = re.compile(
    r"\b(?:child(?:ren)?|kids?|young (?:people|persons?|carers?|men|women|adults?|commissioners?|inspectors?)|youths?"
    r"|pupils?|students?|boys?|girls?|teen\w*|adolescents?|bab(?:y|ies)|infants?|toddlers?|care leavers?|cyp|residents?"
    r"|under[- ]?\d+s?|members?|participants?|you|your|learners?|siblings?|brothers?|sisters?)\b",
    re.IGNORECASE,
)
_BURDENS = frozenset(
    "tell give attend treat arrange complete report update answer cooperate co-operate find follow pay return notify "
    "respect behave obey sign submit raise ask apply prove show wait bring inform provide supply make write do keep "
    "keeping refrain comply accept agree wear hand explain justify produce".split()
)
"""What is asked of a child who has a duty; other verbs ("choose", "see", "chair", "help write") are mostly a right."""


def leaves_children_out(sentence: Sentence) -> bool:
    """Whether somebody is named whom it is for in the place of children ("ask parents, not children")."""
    return bool(_LEFT_OUT.search(sentence.text))


def hears_bodies_alone(unit: Unit) -> bool:
    """Whether a unit has only bodies with children in their name heard: "the views of the Children's Trust"."""
    first = unit.sentences[0]
    text = " ".join((first.lead, first.header, first.row, *(sentence.text for sentence in unit.sentences)))
    return bool(_BODY.search(text) and _HEARD.search(text)) and not _YOUNG.search(_BODY.sub(" ", text))


def burdens_child(unit: Unit, clause: Clause) -> bool:
    """Whether a clause lays a duty on the child ("children must tell"), which promises them nothing."""
    if clause.actor != "child" or clause.sign not in _BINDING:
        return False
    sign = clause.sign.split()
    texts = [word.text if word else "" for word in unit.words]
    places = (place for place in range(1, len(texts)) if texts[place : place + len(sign)] == sign)
    place = next((one for one in places if texts[one - 1] in _CHILDREN), None)
    if place is None:
        return False
    behind = texts[place + len(sign) : place + len(sign) + 3]
    if behind[:1] == ["not"]:
        return behind[1:2] not in (["be"], ["have"], ["need"], ["lose"], [])
    verb = behind[1:2] if behind[:1] in (["also"], ["then"], ["first"]) else behind[:1]
    return not clause.negations and verb != [] and verb[0] in _BURDENS
