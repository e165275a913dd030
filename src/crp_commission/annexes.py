"""Parts of a file that are papers of another kind: what is not asked because the file as a whole is something else."""

from __future__ import annotations

import glob
import re
import shlex
from collections.abc import Iterator, Sequence

from .document import Document, Note, Section
from .engine import applies, asked
from .plain_words import list_words, role_words
from .roles import UNKNOWN, role_of_title
from .rules import Rule, Ruleset

_PART = re.compile(r"(?:\S*\d\S*\s+)?(?:annexe?|app(?:endix)?|schedule|part|attachment|enclosure)\b", re.IGNORECASE)
_OUTER = 2
"""Headings of so many levels can be the title of an annex: under the title of the paper, or beside it."""
_NAMED = 3


def unasked_of_annexes(document: Document, rulesets: Sequence[Ruleset], profile: str) -> tuple[Note, ...]:
    """A note on each annex whose kind of paper would be asked criteria that the pack, as its files are read, is not.

    A file has one kind. A specification that ends with the tender questions is judged as a specification alone; a
    person should know of it, and what to do. Of annexes of one kind in a file the first is named.
    """
    waiting = [
        rule for ruleset in rulesets for rule in ruleset.rules if asked(rule, profile) and not applies(rule, document)
    ]
    return tuple(_notes(document, waiting)) if waiting else ()


def _notes(document: Document, waiting: Sequence[Rule]) -> Iterator[Note]:
    kinds = {source.path: source.role for source in document.files}
    told: set[tuple[str, str]] = set()
    for section in document.sections:
        role = _kind(section)
        rules = [rule.id for rule in waiting if role in rule.where]
        if rules and (section.file, role) not in told:
            told.add((section.file, role))
            text = _text(section.file, role, kinds[section.file], rules)
            yield Note(section.file, section.title, text, unasked=tuple(rules))


def _kind(section: Section) -> str:
    """The kind of paper that a section's title says it is; UNKNOWN for what is no annex."""
    if len(section.path) > _OUTER or not _PART.match(section.title):
        return UNKNOWN
    return role_of_title(section.title)


def _text(file: str, role: str, whole: str, rules: Sequence[str]) -> str:
    option = shlex.quote(f"{glob.escape(file)}={UNKNOWN}")
    not_asked = "criterion for such a paper was" if len(rules) == 1 else "criteria for such a paper were"
    return (
        f"This part reads like: {role_words(role)}. The file was judged as: {role_words(whole)}. So {len(rules)} "
        f"{not_asked} not asked ({list_words(rules, _NAMED)}). Put the part in a file of its own, or have everything "
        f"asked: --role {option}."
    )
