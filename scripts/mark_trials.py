"""Put on trial the criteria that are too often wrong, and take the others off, by what was measured.

    python scripts/mark_trials.py

A criterion is on trial (``experimental: true``: shown and scored, but never failing a gate) if less than 0.7 of at
least ten finds on labelled cases are right (rulesets/reference/measured.json). Those of overlays are also while they
were found less than ten times: for them there are fewer cases.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

RULESETS = Path(__file__).parents[1] / "rulesets"
LEAST_PRECISION = 0.7
LEAST_FINDS = 10
_RULE = re.compile(r"(?m)^(?=(?:  )?- id: [A-Z]+-)")
_NAME = re.compile(r"\s*- id: (\S+)")
_SEVERITY = re.compile(r"( +)severity: \w+\n")
_MARK = re.compile(r" +experimental: true\n")


def on_trial(found: int, false: int, *, core: bool) -> bool:
    """Whether a criterion with so many right and wrong finds is on trial."""
    finds = found + false
    if finds < LEAST_FINDS:
        return not core
    return found / finds < LEAST_PRECISION


def marked(text: str, measured: dict[str, dict[str, int]], *, core: bool) -> str:
    """The text of a ruleset's file with the marks set anew."""
    opening, *rules = _RULE.split(text)
    return opening + "".join(_marked(rule, measured, core) for rule in rules)


def _marked(rule: str, measured: dict[str, dict[str, int]], core: bool) -> str:
    name, plain = _NAME.match(rule), _MARK.sub("", rule, count=1)
    severity = _SEVERITY.search(plain)
    assert name is not None
    assert severity is not None, name[1]
    counts = measured.get(name[1], {"found": 0, "false": 0})
    if not on_trial(counts["found"], counts["false"], core=core):
        return plain
    return f"{plain[: severity.end()]}{severity[1]}experimental: true\n{plain[severity.end() :]}"


def main() -> None:
    """Mark every shipped ruleset."""
    measured = json.loads((RULESETS / "reference" / "measured.json").read_text(encoding="utf-8"))["criteria"]
    for file in sorted([*RULESETS.glob("*.yaml"), *RULESETS.glob("core/*.yaml")]):
        text = file.read_text(encoding="utf-8")
        changed = marked(text, measured, core=file.parent != RULESETS)
        if changed != text:
            file.write_text(changed, encoding="utf-8")
            print(file.relative_to(RULESETS))


if __name__ == "__main__":
    main()
