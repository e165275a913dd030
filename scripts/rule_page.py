"""The page of one criterion as it stands in docs/rules; see generate_rule_pages.py."""

from __future__ import annotations

from crp_commission.rule_page import Figures, page_of
from crp_commission.rule_page.markdown import bullets, joined, markdown, table
from crp_commission.rules import Rule, Ruleset

__all__ = ["COMMAND", "MADE", "bullets", "page", "rule_page", "table"]

COMMAND = "python scripts/generate_rule_pages.py"
MADE = f"<!-- Made by `{COMMAND}` from the rulesets; change those, not this page. -->"
page = joined


def rule_page(rule: Rule, ruleset: Ruleset, figures: Figures | None) -> str:
    """Everything about one criterion."""
    return markdown(page_of(rule, ruleset, figures), made=MADE, link=f"../{ruleset.id}.md")
