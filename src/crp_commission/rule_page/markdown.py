"""The page of a criterion in Markdown, and the pieces that pages are made of."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from ..renderers._escaping import fenced, markdown_text
from ..rules import Part
from . import LISTS_WORDS, MOST_EXAMPLES, RulePage, examples_words, figures_words, label, severity_words, where_words

_BEGINNING = re.compile(r"^(\d+(?=[.)]\s)|(?=[-+=]\s))(.)")


def markdown(page: RulePage, *, made: str = "", link: str = "", most: int = MOST_EXAMPLES) -> str:
    """The page: ``made`` is a remark under its title, ``link`` leads to its ruleset, ``most`` bounds the examples."""
    rule, holder = page.rule, markdown_text(page.ruleset.title)
    facts = (
        severity_words(page),
        markdown_text(page.stage),
        markdown_text(page.principle),
        ", ".join(map(str, rule.articles)) or "none named",
        f"[{holder}]({link})" if link else holder,
    )
    return joined(
        f"# {rule.id}: {markdown_text(rule.title)}",
        *([made] if made else []),
        f"**{markdown_text(rule.question)}**",
        table(("Severity", "Stage", "Principle", "UNCRC articles", "Ruleset"), [facts]),
        *bullets("What is looked for", map(_part, rule.parts), ready=True),
        where_words(rule),
        "## What to ask for",
        *_advice(page),
        *_wording(rule.advice.wording),
        *_examples(page, most),
        "## How sure the tool is",
        *figures_words(page),
        *_lists(page),
        *bullets("Sources", rule.sources),
    )


def _part(part: Part) -> str:
    return f"{'**Essential:**' if part.essential else 'Also:'} {markdown_text(part.asks)}"


def _advice(page: RulePage) -> Iterator[str]:
    if page.advice:
        yield "\n".join(f"- {label(key)}: {markdown_text(text)}" for key, text in page.advice)


def _wording(wording: str) -> Iterator[str]:
    if wording:
        yield "Words to paste; fill what stands in square brackets:"
        yield fenced(textwrap.fill(wording, 100, break_on_hyphens=False, break_long_words=False))


def _examples(page: RulePage, most: int) -> Iterator[str]:
    if page.examples:
        yield "## Examples"
    for status, texts in page.examples:
        yield examples_words(status, len(texts))
        yield from map(_quoted, texts[:most])


def _quoted(text: str) -> str:
    """A passage as it stands; one of several lines, which may be a list or table, between fences."""
    lines = text.strip().splitlines()
    if len(lines) > 1:
        return fenced(text)
    return f"> {_BEGINNING.sub(_literal, markdown_text(lines[0]))}"


def _literal(beginning: re.Match[str]) -> str:
    """What would begin a list or underline a heading, so that it does not."""
    return f"{beginning[1]}\\{beginning[2]}"


def _lists(page: RulePage) -> Iterator[str]:
    if page.lists:
        yield f"{LISTS_WORDS} {', '.join(f'`{name}`' for name in page.lists)}."


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


def joined(*pieces: str) -> str:
    """Paragraphs, headings and other pieces, one under the other."""
    return "\n\n".join(pieces) + "\n"
