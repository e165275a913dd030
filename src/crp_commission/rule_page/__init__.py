"""The page of one criterion for a person: what it asks and why, what is good enough, and how sure the tool is.

``page_of`` puts it together; ``markdown`` and ``lines`` draw it, ``data`` gives it to a program. The pages in
docs/rules and ``rules explain`` are drawn from the same page, so they say the same.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..examples import STATUSES
from ..library.lists import lists_of
from ..plain_words import STATUS_SIGNS, STATUS_WORDS, count_words, role_words
from ..points import exact, readable
from ..rules import Rule, Ruleset
from ..scoring import weight

__all__ = ["ADVICE", "MOST_EXAMPLES", "Figures", "RulePage", "data", "page_of"]

Figures = Mapping[str, float | None]
"""The measured figures of a criterion, as ``library.measured`` has them."""

MOST_EXAMPLES = 2
ADVICE = {
    "why_it_matters": "Why it matters to a child",
    "good": "What is good",
    "minimum": "The least to ask for",
    "reject": "Not acceptable",
    "indicator": "How to measure it",
    "effort": "Effort",
    "who_decides": "Who decides",
    "place": "Where to put it",
}


class RulePage(NamedTuple):
    """What the page of a criterion is made of; texts are plain and as they stand in the ruleset.

    ``advice`` holds pairs of key and text in the order in which they are shown, ``examples`` a status, all its
    passages; ``points`` what it weighs, as text.
    """

    rule: Rule
    ruleset: Ruleset
    stage: str
    principle: str
    points: str
    advice: tuple[tuple[str, str], ...]
    examples: tuple[tuple[str, tuple[str, ...]], ...]
    figures: Figures | None
    lists: tuple[str, ...]


def page_of(rule: Rule, ruleset: Ruleset, figures: Figures | None) -> RulePage:
    """The page of a criterion; ``ruleset`` is the one that holds it, read with its examples."""
    return RulePage(
        rule,
        ruleset,
        {stage.id: stage.title for stage in ruleset.stages}[rule.stage],
        {principle.id: principle.title for principle in ruleset.principles}[rule.principle],
        readable(exact(weight(rule, ruleset.scale))),
        tuple(_advice(rule)),
        tuple((status, texts) for status in STATUSES if (texts := getattr(rule.examples, status))),
        figures,
        tuple(sorted(lists_of(rule, ruleset.vocabulary))),
    )


def _advice(rule: Rule) -> Iterator[tuple[str, str]]:
    """What the advice says but for the wording, in the order of ADVICE and then of the record."""
    said = {field.name: getattr(rule.advice, field.name) for field in dataclasses.fields(rule.advice)}
    keys = [*ADVICE, *(name for name in said if name not in ADVICE and name != "wording")]
    return ((key, said[key]) for key in keys if said.get(key))


def label(key: str) -> str:
    """The heading of a piece of advice; one that has no name here is called by its key."""
    return ADVICE.get(key, key.replace("_", " ").capitalize())


def severity_words(page: RulePage) -> str:
    """How much it matters: "critical, 4 points, on trial"; points only where the criterion has its own."""
    own = f", {page.points} points" if page.rule.weight is not None else ""
    return f"{page.rule.severity}{own}{', on trial' if page.rule.experimental else ''}"


def where_words(rule: Rule) -> str:
    """Where it is expected, what meets it, and why nobody may waive it where that is so."""
    place = f"Expected in: {', '.join(map(role_words, rule.where))}." if rule.where else "Expected in any paper."
    enough = "A duty alone meets it." if rule.duty_is_enough else "It is met by a promise that can be checked."
    waived = f" Nobody may waive it: {rule.no_waiver}" if rule.no_waiver else ""
    return f"{place} {enough}{waived}"


def examples_words(status: str, number: int) -> str:
    """What stands above the examples of a status: "✓ Met, 18 in all:"."""
    words = STATUS_WORDS[status]
    return f"{STATUS_SIGNS[status]} {words[0].upper()}{words[1:]}, {number} in all:"


def figures_words(page: RulePage) -> Iterator[str]:
    """How sure the tool is of this criterion, a sentence or two at a time."""
    if page.rule.experimental:
        yield "On trial: it is shown and scored, but can fail no gate."
    if not page.figures:
        yield "It was not measured yet."
        return
    counts = (int(page.figures.get(key) or 0) for key in ("expected", "found", "false", "exact"))
    expected, found, false, exactly = counts
    if expected:
        passages = count_words(expected, "labelled passage speaks", "labelled passages speak")
        yield f"{passages} to it: {found} found; {exactly} got the very status they should have."
    else:
        yield "No labelled passage speaks to it yet."
    if found + false:
        named = ((name, page.figures.get(name)) for name in ("precision", "recall"))
        shares = ", ".join(f"{name} {share:.2f}" for name, share in named if share is not None)
        yield f"Finds that were wrong: {false} of {found + false}{f' ({shares})' if shares else ''}."


LISTS_WORDS = "It looks for words in these lists, to which a ruleset of your own may add under `vocabulary`:"


def data(page: RulePage) -> dict[str, Any]:
    """The page for a program: everything that is drawn, and every example."""
    rule = page.rule
    return {
        "id": rule.id,
        "title": rule.title,
        "question": rule.question,
        "ruleset": {"id": page.ruleset.id, "title": page.ruleset.title, "version": page.ruleset.version},
        "stage": {"id": rule.stage, "title": page.stage},
        "principle": {"id": rule.principle, "title": page.principle},
        "articles": list(rule.articles),
        "severity": str(rule.severity),
        "points": page.points,
        "experimental": rule.experimental,
        "parts": [{"asks": part.asks, "essential": part.essential} for part in rule.parts],
        "where": list(rule.where),
        "duty_is_enough": rule.duty_is_enough,
        "no_waiver": rule.no_waiver,
        "advice": {**dict(page.advice), "wording": rule.advice.wording},
        "examples": {status: list(texts) for status, texts in page.examples},
        "measured": dict(page.figures) if page.figures else None,
        "word_lists": list(page.lists),
        "sources": list(rule.sources),
    }
