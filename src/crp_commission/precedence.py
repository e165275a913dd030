"""Which paper of a pack wins when two clash: the order the pack itself states, else the usual one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .document import Document, Sentence

USUAL = ("contract-terms", "service-specification", "kpi-schedule")
"""Terms win over the specification, and that over its schedules, where the pack does not say otherwise."""
_ORDER = re.compile(
    r"\border of (precedence|priority)\b|\bprevails? in (the )?(following )?order\b"
    r"|\b(takes?|have|has|be given) (precedence|priority) in (the )?(following )?order\b",
    re.IGNORECASE,
)
_RISING = re.compile(r"\b(ascending|increasing|rising) order\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:prevails?|takes? (?:precedence|priority)|ranks?|wins?) (?:over|above)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(not|nothing|never|neither)\b", re.IGNORECASE)
_PIECES = re.compile(r"[;:]|,\s|\bthen\b|\bfollowed by\b|\([a-z0-9]{1,3}\)|\b[a-z]\)", re.IGNORECASE)
_NAMES = {
    "kpi-schedule": r"kpis?\b|performance (schedule|indicators?|framework)|outcomes? (framework|schedule)",
    "itt-questions": r"(tender|bid(der'?s?)?|method statements?|response|quotation|proposal)\b",
    "service-specification": r"specification|service description|statement of requirements?",
    "contract-terms": r"terms\b|(general|special|standard)? ?conditions|contract particulars|order form"
    r"|(contract|agreement)\b",
}
_ROLE = {role: re.compile(rf"\b({words})", re.IGNORECASE) for role, words in _NAMES.items()}


@dataclass(frozen=True, slots=True)
class Precedence:
    """Roles of papers, the one that wins first; ``sentence`` says so, None where the usual order is taken."""

    roles: tuple[str, ...] = USUAL
    sentence: Sentence | None = None

    def rank(self, role: str) -> int:
        """The rank of a paper: the higher wins; 0 for one that the order does not name."""
        return len(self.roles) - self.roles.index(role) if role in self.roles else 0


def precedence(document: Document) -> Precedence:
    """The order that a pack states: a list of papers, or one that prevails over another."""
    for sentence in document.sentences:
        named = _listed(document, sentence) if _ORDER.search(sentence.text) else _over(sentence.text)
        if len(named) > 1:
            rest = [role for role in USUAL if role not in named]
            return Precedence((*named, *rest), sentence)
    return Precedence()


def _listed(document: Document, sentence: Sentence) -> list[str]:
    """The roles in the order a sentence, or the list it leads in, puts them."""
    items = [other.text for other in document.sentences if other.lead == sentence.text] or _pieces(sentence.text)
    roles = _distinct(items)
    return roles[::-1] if _RISING.search(sentence.text) else roles


def _pieces(text: str) -> list[str]:
    match = _ORDER.search(text)
    return _PIECES.split(text[match.end() :] if match else text)


def _over(text: str) -> list[str]:
    """The two roles of "the specification prevails over the terms"; none for any other sentence."""
    match = _OVER.search(text)
    if match is None or _NEGATION.search(text):
        return []
    winner, loser = _last_role(text[: match.start()]), _first_role(text[match.end() :])
    return [winner, loser] if winner and loser and winner != loser else []


def _distinct(items: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(role for item in items if (role := _first_role(item))))


def _first_role(text: str) -> str:
    found = sorted(_places(text))
    return found[0][1] if found else ""


def _last_role(text: str) -> str:
    found = sorted(_places(text))
    return found[-1][1] if found else ""


def _places(text: str) -> Iterator[tuple[int, str]]:
    for role, words in _ROLE.items():
        match = words.search(text)
        if match is not None:
            yield match.start(), role
