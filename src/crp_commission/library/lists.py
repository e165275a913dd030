"""Which vocabulary lists a criterion looks for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from ..rules import Rule

_NAME = re.compile(r"\$([\w-]+)")


def lists_of(rule: Rule, vocabulary: Mapping[str, Iterable[str]]) -> set[str]:
    """The lists that a criterion names, and those that these lists name in turn."""
    waiting = _names(json.dumps([[part.find, part.against] for part in rule.parts]))
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in vocabulary and name not in found:
            found.add(name)
            waiting |= _names(" ".join(vocabulary[name]))
    return found


def _names(text: str) -> set[str]:
    return set(_NAME.findall(text))
