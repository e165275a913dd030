"""Write docs/rules: a page for each ruleset that ships and each of its criteria, from what stands in the rulesets.

Run from the top of the checkout: python scripts/generate_rule_pages.py
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rule_page import MADE, bullets, page, rule_page, table

from crp_commission.library import measured, read, shipped_names
from crp_commission.natural_order import natural
from crp_commission.plain_words import count_words
from crp_commission.renderers._escaping import markdown_text
from crp_commission.rules import Rule, Ruleset

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
PURPOSES = {
    "core": "What a child rights-based approach asks of any paper with which services for children are bought.",
    "care-accommodation": "Homes, foster care and other places where children live away from their families.",
    "child-poverty": "Plans and services against child poverty and what it does to children.",
    "child-protection": "Services for children at risk of harm, or harmed.",
    "disabled-children": "Services for disabled children and those with special educational needs.",
    "england": "What law and guidance in England ask beside the Convention.",
    "northern-ireland": "What law and guidance in Northern Ireland ask beside the Convention.",
    "planning-governance": "Strategies, plans and the boards and committees that answer for them.",
    "scotland": "What law and guidance in Scotland ask beside the Convention.",
    "social-work": "Services for children in care and for young people who leave it.",
    "universal": "Services for every child: schools, youth work, health visiting, libraries, play.",
    "wales": "What law and guidance in Wales ask beside the Convention.",
}


def pages() -> dict[str, str]:
    """The text of every page by its path in docs/rules, the same each time."""
    rulesets = [in_order(ruleset) for ruleset in read(shipped_names())]
    figures = measured()
    found = {"README.md": index(rulesets)}
    for ruleset in rulesets:
        found[f"{ruleset.id}.md"] = ruleset_page(ruleset)
        for rule in (rule for rule in ruleset.rules if rule.ruleset == ruleset.id):
            found[f"{ruleset.id}/{rule.id}.md"] = rule_page(rule, ruleset, figures.get(rule.id))
    return found


def in_order(ruleset: Ruleset) -> Ruleset:
    """The ruleset with its criteria by principle and number, so that 10 comes behind 9."""
    principles = [principle.id for principle in ruleset.principles]
    ordered = sorted(ruleset.rules, key=lambda rule: (principles.index(rule.principle), natural(rule.id)))
    return dataclasses.replace(ruleset, rules=tuple(ordered))


def faults(folder: Path = FOLDER, wanted: Mapping[str, str] | None = None) -> list[str]:
    """What is missing, stale or left over in a folder of pages, sorted; nothing where all is fresh."""
    wanted = pages() if wanted is None else wanted
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.md")}
    missing = [f"{name} is missing" for name in wanted.keys() - there.keys()]
    left_over = [f"{name} is left over" for name in there.keys() - wanted.keys()]
    both = wanted.keys() & there.keys()
    stale = [f"{name} is stale" for name in both if there[name].read_bytes() != wanted[name].encode()]
    return sorted((*missing, *left_over, *stale))


def write(folder: Path = FOLDER, wanted: Mapping[str, str] | None = None) -> None:
    """Make a folder hold these pages and no others; what is fresh is not touched."""
    wanted = pages() if wanted is None else wanted
    for fault in faults(folder, wanted):
        name = fault.partition(" is ")[0]
        if name in wanted:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(wanted[name].encode())
        else:
            (folder / name).unlink()
            if not any((folder / name).parent.iterdir()):
                (folder / name).parent.rmdir()


def index(rulesets: Sequence[Ruleset]) -> str:
    """The page that leads to all others."""
    total = sum(len(ruleset.rules) for ruleset in rulesets)
    rows = (
        (
            f"[{markdown_text(ruleset.title)}]({ruleset.id}.md)",
            f"`{ruleset.id}`",
            _purpose(ruleset),
            str(len(ruleset.rules)),
            str(sum(rule.experimental for rule in ruleset.rules) or "none"),
        )
        for ruleset in rulesets
    )
    return page(
        "# What is asked",
        MADE,
        f"{count_words(total, 'criterion', 'criteria')} in {count_words(len(rulesets), 'ruleset')}, each with a page "
        "of its own: what it looks for, what is good and what is not acceptable, words to paste, passages that prove "
        "it, and how often it was right on labelled passages that nothing was made from ([accuracy](../accuracy.md)).",
        table(("Ruleset", "Name", "What it is for", "Criteria", "On trial"), rows),
        "A criterion on trial is shown and scored, but can fail no gate.",
        "Without `--ruleset`, `core` is asked. Others are asked beside it: "
        "`crp-commission check PAPER --ruleset core --ruleset scotland`. A council changes them, or adds criteria of "
        "its own, in a file that `crp-commission new ruleset NAME` starts.",
    )


def ruleset_page(ruleset: Ruleset) -> str:
    """What a ruleset is for, and its criteria by stage and principle."""
    severities = ("critical", "major", "minor")
    numbers = [(name, sum(rule.severity == name for rule in ruleset.rules)) for name in severities]
    trial = sum(rule.experimental for rule in ruleset.rules)
    asked = [stage for stage in ruleset.stages if any(rule.stage == stage.id for rule in ruleset.rules)]
    return page(
        f"# {markdown_text(ruleset.title)}",
        MADE,
        f"{_purpose(ruleset)} Version {markdown_text(ruleset.version)}, "
        f"{count_words(len(ruleset.rules), 'criterion', 'criteria')}: "
        f"{', '.join(f'{number} {name}' for name, number in numbers if number)}."
        f"{f' {trial} on trial: shown and scored, but failing no gate.' if trial else ''} [All rulesets](README.md)",
        f"```sh\ncrp-commission check PAPER --ruleset {_with_core(ruleset)}\n```",
        "## At a glance",
        table(("Principle", *(stage.title for stage in asked)), _grid(ruleset, [stage.id for stage in asked])),
        *(piece for stage in asked for piece in _stage(ruleset, stage.id, stage.title, stage.question)),
        *bullets("Sources", ruleset.sources),
    )


def _with_core(ruleset: Ruleset) -> str:
    return "core" if ruleset.id == "core" else f"core --ruleset {ruleset.id}"


def _grid(ruleset: Ruleset, stages: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for principle in ruleset.principles:
        cells = [
            ", ".join(_link(rule) for rule in ruleset.rules if (rule.stage, rule.principle) == (stage, principle.id))
            for stage in stages
        ]
        if any(cells):
            yield (markdown_text(principle.title), *(cell or "–" for cell in cells))


def _stage(ruleset: Ruleset, stage: str, title: str, question: str) -> Iterator[str]:
    principles = {principle.id: principle.title for principle in ruleset.principles}
    rows = (
        (
            f"{_link(rule)} {markdown_text(rule.title)}",
            markdown_text(principles[rule.principle]),
            f"{rule.severity}{', on trial' if rule.experimental else ''}",
        )
        for rule in ruleset.rules
        if rule.stage == stage
    )
    yield f"## {markdown_text(title)}"
    if question:
        yield markdown_text(question)
    yield table(("Criterion", "Principle", "Severity"), rows)


def _link(rule: Rule) -> str:
    return f"[{rule.id}]({rule.ruleset}/{rule.id}.md)"


def _purpose(ruleset: Ruleset) -> str:
    return PURPOSES.get(ruleset.id, f"{markdown_text(ruleset.title)}: what is asked there beside `core`.")


if __name__ == "__main__":
    write()
