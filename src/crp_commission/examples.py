"""Run the examples a criterion carries: passages that must get the status they are listed under."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .document import Document, Source
from .engine import Judge
from .limits import DEFAULT_LIMITS
from .readers import markdown
from .recogniser import Recogniser
from .rules import Rule, Ruleset
from .structure import build

STATUSES = ("met", "partial", "gap", "contradicted")
"""The statuses an example may be listed under, in the order in which they are run."""


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example judged.

    ``status`` is what it is listed under, ``number`` its place in that list from 1, ``got`` the status it got, and
    ``because`` why, in a sentence.
    """

    rule: str
    status: str
    number: int
    got: str
    text: str
    because: str

    @property
    def passed(self) -> bool:
        """Whether it got the status it is listed under."""
        return self.got == self.status


def run_examples(ruleset: Ruleset, recogniser: Recogniser | None = None) -> list[ExampleResult]:
    """Every example of every criterion, judged by that criterion alone, in the order of the ruleset.

    An example is judged as a Markdown file whose role is the first of the criterion's ``where``. Raises ValueError for
    a bad rule.
    """
    return [result for rule in ruleset.rules for result in _of_rule(rule, ruleset, recogniser)]


def _of_rule(rule: Rule, ruleset: Ruleset, recogniser: Recogniser | None) -> Iterator[ExampleResult]:
    judge: Judge | None = None
    for status in STATUSES:
        for number, text in enumerate(getattr(rule.examples, status), start=1):
            judge = judge or Judge([replace(ruleset, rules=(rule,))], recogniser=recogniser)
            (found,) = judge.assess(_document(text, rule)).findings
            yield ExampleResult(rule.id, status, number, found.status.value, text, found.why)


def _document(text: str, rule: Rule) -> Document:
    name = f"{rule.id}.md"
    data = text.encode("utf-8", "replace")
    extract = markdown.read(data, name, DEFAULT_LIMITS)
    role = rule.where[0] if rule.where else "unknown"
    source = Source(name, hashlib.sha256(data).hexdigest(), "markdown", role, extract.pages, len(text.split()))
    return build(name, [(source, extract)])
