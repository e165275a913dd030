"""The page of one criterion, and the pieces that pages are made of; see generate_rule_pages.py."""

from __future__ import annotations

import dataclasses
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crp_commission.examples import STATUSES
from crp_commission.library.lists import lists_of
from crp_commission.plain_words import STATUS_SIGNS, STATUS_WORDS, count_words, role_words
from crp_commission.points import readable
from crp_commission.renderers._escaping import fenced, markdown_text
from crp_commission.rules import Part, Rule, Ruleset

COMMAND = "python scripts/generate_rule_pages.py"
MADE = f"<!-- Made by `{COMMAND}` from the rulesets; change those, not this page. -->"
MOST_EXAMPLES = 2
BEGINNING = re.compile(r"^(\d+(?=[.)]\s)|(?=[-+=]\s))(.)")
ADVICE = {
    "why_it_matters": "Why it matters to a child",
    "good": "What is good",
    "minimum": "The least to ask for",
    "reject": "Not acceptable",
    "indicator": "How to measure it",
    "effort": "Effort",
    "place": "Where to put it",
}


def rule_page(rule: Rule, ruleset: Ruleset, figures: Mapping[str, float | None] | None) -> str:
    """Everything about one criterion."""
    stages = {stage.id: stage.title for stage in ruleset.stages}
    principles = {principle.id: principle.title for principle in ruleset.principles}
    weight = f", {readable(str(rule.weight))} points" if rule.weight is not None else ""
    return page(
        f"# {rule.id}: {markdown_text(rule.title)}",
        MADE,
        f"**{markdown_text(rule.question)}**",
        table(
            ("Severity", "Stage", "Principle", "UNCRC articles", "Ruleset"),
            [
                (
                    f"{rule.severity}{weight}{', on trial' if rule.experimental else ''}",
                    markdown_text(stages[rule.stage]),
                    markdown_text(principles[rule.principle]),
                    ", ".join(map(str, rule.articles)) or "none named",
                    f"[{markdown_text(ruleset.title)}](../{ruleset.id}.md)",
                )
            ],
        ),
        *bullets("What is looked for", map(_part, rule.parts), ready=True),
        _where(rule),
        "## What to ask for",
        *_advice(rule),
        *_wording(rule),
        *_examples(rule),
        "## How sure the tool is",
        *_figures(rule, figures),
        *_words(rule, ruleset),
        *bullets("Sources", rule.sources),
    )


def _part(part: Part) -> str:
    return f"{'**Essential:**' if part.essential else 'Also:'} {markdown_text(part.asks)}"


def _where(rule: Rule) -> str:
    place = f"Expected in: {', '.join(map(role_words, rule.where))}." if rule.where else "Expected in any paper."
    enough = "A duty alone meets it." if rule.duty_is_enough else "It is met by a promise that can be checked."
    waived = f" Nobody may waive it: {markdown_text(rule.no_waiver)}" if rule.no_waiver else ""
    return f"{place} {enough}{waived}"


def _advice(rule: Rule) -> Iterator[str]:
    """What the advice says, in its order; a text that has no name here is called by its key."""
    said = {field.name: getattr(rule.advice, field.name) for field in dataclasses.fields(rule.advice)}
    keys = [*ADVICE, *(name for name in said if name not in ADVICE and name != "wording")]
    lines = [
        f"- {ADVICE.get(key, key.replace('_', ' ').capitalize())}: {markdown_text(said[key])}"
        for key in keys
        if said.get(key)
    ]
    if lines:
        yield "\n".join(lines)


def _wording(rule: Rule) -> Iterator[str]:
    if rule.advice.wording:
        yield "Words to paste; fill what stands in square brackets:"
        yield fenced(textwrap.fill(rule.advice.wording, 100, break_on_hyphens=False, break_long_words=False))


def _examples(rule: Rule) -> Iterator[str]:
    given = [(status, getattr(rule.examples, status)) for status in STATUSES]
    if any(texts for _, texts in given):
        yield "## Examples"
    for status, texts in given:
        if texts:
            words = STATUS_WORDS[status]
            yield f"{STATUS_SIGNS[status]} {words[0].upper()}{words[1:]}, {len(texts)} in all:"
        for text in texts[:MOST_EXAMPLES]:
            yield _quoted(text)


def _quoted(text: str) -> str:
    """A passage as it stands; one of several lines, which may be a list or table, between fences."""
    lines = text.strip().splitlines()
    if len(lines) > 1:
        return fenced(text)
    return f"> {BEGINNING.sub(_literal, markdown_text(lines[0]))}"


def _literal(beginning: re.Match[str]) -> str:
    """What would begin a list or underline a heading, so that it does not."""
    return f"{beginning[1]}\\{beginning[2]}"


def _figures(rule: Rule, figures: Mapping[str, float | None] | None) -> Iterator[str]:
    if rule.experimental:
        yield "On trial: it is shown and scored, but can fail no gate."
    if not figures:
        yield "It was not measured yet."
        return
    expected, found, false, exact = (int(figures.get(key) or 0) for key in ("expected", "found", "false", "exact"))
    if expected:
        passages = count_words(expected, "labelled passage speaks", "labelled passages speak")
        yield f"{passages} to it: {found} found; {exact} got the very status they should have."
    else:
        yield "No labelled passage speaks to it yet."
    if found + false:
        named = ((name, figures.get(name)) for name in ("precision", "recall"))
        shares = ", ".join(f"{name} {share:.2f}" for name, share in named if share is not None)
        yield f"Finds that were wrong: {false} of {found + false}{f' ({shares})' if shares else ''}."


def _words(rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    names = sorted(lists_of(rule, ruleset.vocabulary))
    if names:
        shown = ", ".join(f"`{name}`" for name in names)
        yield f"It looks for words in these lists, to which a ruleset of your own may add under `vocabulary`: {shown}."


def bullets(title: str, items: Iterable[str], *, ready: bool = False) -> Iterator[str]:
    """A list under a heading; nothing where it is empty. ``ready`` items are Markdown already."""
    lines = [f"- {item if ready else markdown_text(item)}" for item in items]
    if lines:
        yield f"## {title}"
        yield "\n".join(lines)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def page(*pieces: str) -> str:
    """Paragraphs, headings and other pieces, one under the other."""
    return "\n\n".join(pieces) + "\n"
