"""Short titles of the articles of the Convention, for a saved result that holds their numbers only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..limits import DEFAULT_LIMITS
from ..resources import shipped
from ..yamlfile import load


def article_words(number: int) -> str:
    """An article with its short title, "12 (Respect for the views of the child)"; the number alone if it has none."""
    title = _titles().get(number, "")
    return f"{number} ({title})" if title else f"{number}"


@cache
def _titles() -> Mapping[int, str]:
    """The titles in the shipped file on the Convention, whose shape the library checks."""
    file = shipped("rulesets").joinpath("reference", "uncrc.yaml")
    data = load(file.read_bytes(), "reference/uncrc.yaml", DEFAULT_LIMITS).data
    return {article["number"]: article["title"] for article in data["articles"]}
