"""SARIF's rules: every criterion and every kind of point of law that was met, with help to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...plain_words import LAW_WORDS
from ...points import readable
from ...report import Report
from ...report_criteria import CriterionInfo
from .._escaping import fenced, markdown_text, visible
from .alerts import law_rule
from .sarif_places import as_message

_SEVERITY_LEVELS = {"critical": "error", "major": "warning", "minor": "note"}
_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}


def rules_of(report: Report) -> list[dict[str, Any]]:
    """A descriptor for each criterion in the report's order, then one for each kind of point of law."""
    law = {law_rule(one): _law(law_rule(one), LAW_WORDS[one.kind]) for one in report.law}
    return [*map(_rule, report.criteria), *(law[name] for name in sorted(law))]


def _rule(one: CriterionInfo) -> dict[str, Any]:
    level = "note" if one.experimental else _SEVERITY_LEVELS[one.severity]
    return {
        "id": one.id,
        "shortDescription": as_message(one.title or one.id),
        "fullDescription": as_message(one.question or one.title or one.id),
        "help": {**as_message("\n\n".join(_help(one))), "markdown": "\n\n".join(_help_in_markdown(one))},
        "defaultConfiguration": {"level": level},
        "properties": {
            "ruleset": one.ruleset,
            "stage": one.stage,
            "principle": one.principle,
            "articles": one.articles,
            "severity": one.severity,
            "onTrial": one.experimental,
            "weight": readable(one.weight),
            "expectedIn": one.where,
            "sources": one.sources,
            "problem.severity": _PROBLEMS[level],
            "tags": _tags(one),
        },
    }


def _tags(one: CriterionInfo) -> list[str]:
    articles = [f"uncrc-article-{number}" for number in one.articles]
    found = ["children-rights", one.stage, one.principle, one.severity, *articles]
    return list(dict.fromkeys([*found, "on-trial"] if one.experimental else found))


def _advice(one: CriterionInfo) -> Iterator[tuple[str, str]]:
    advice = one.advice
    rows = (
        ("What it means for a child", advice.why_it_matters),
        ("What good looks like", advice.good),
        ("The least to ask for", advice.minimum),
        ("What to send back", advice.reject),
        ("How it would be measured", advice.indicator),
        ("Where it usually stands", advice.place),
    )
    return ((name, text) for name, text in rows if text)


def _help(one: CriterionInfo) -> list[str]:
    lines = [visible(one.question or one.title or one.id)]
    lines += [f"{name}: {visible(text)}" for name, text in _advice(one)]
    return [*lines, f"Wording to paste: {visible(one.advice.wording)}"] if one.advice.wording else lines


def _help_in_markdown(one: CriterionInfo) -> list[str]:
    lines = [markdown_text(one.question or one.title or one.id)]
    lines += [f"**{name}.** {markdown_text(text)}" for name, text in _advice(one)]
    return [*lines, "**Wording to paste**", fenced(one.advice.wording)] if one.advice.wording else lines


def _law(name: str, title: str) -> dict[str, Any]:
    text = f"{title}: a citation of law or a claim that does not seem right. It is no part of the score."
    return {
        "id": name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": "note"},
        "properties": {"ruleset": "", "problem.severity": "recommendation", "tags": ["children-rights", "law"]},
    }
