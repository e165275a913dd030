"""Put on trial the criteria that are too often wrong by rulesets/reference/measured.json, and take off the others.

    python benchmarks/accuracy.py && python scripts/mark_trials.py

On trial is a criterion whose finds are right less than seven times in ten over ten finds or more; an overlay's also
while it was found less than ten times, since it has no words of its own and rests on what was learned alone.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

RULESETS = Path(__file__).parents[1] / "rulesets"
FINDS_ASKED = 10
PRECISION_ASKED = 0.7
_RULE = re.compile(r"(?m)^(?P<indent> *)- id: (?P<id>[A-Z]+(-[A-Z]+)?-\d+)\n")
_MARK = re.compile(r"(?m)^ *experimental: true\n")


def main() -> None:
    """Rewrite the files of rulesets whose marks are not as they should be."""
    measured = json.loads((RULESETS / "reference" / "measured.json").read_text(encoding="utf-8"))["criteria"]
    for file in sorted([*RULESETS.glob("*.yaml"), *(RULESETS / "core").glob("*.yaml")]):
        before = file.read_text(encoding="utf-8")
        after = marked(before, measured, overlay=file.parent == RULESETS)
        if after != before:
            file.write_text(after, encoding="utf-8")
            print(file.name)


def on_trial(figures: dict[str, float] | None, *, overlay: bool) -> bool:
    """Whether a criterion with such figures (None if it was never measured) is on trial."""
    finds = figures["found"] + figures["false"] if figures else 0
    if figures is None or finds < FINDS_ASKED:
        return overlay
    return figures["found"] / finds < PRECISION_ASKED


def marked(text: str, measured: dict[str, dict[str, float]], *, overlay: bool) -> str:
    """The text of a file of rules, each with its mark behind its severity if it is on trial, and else with none."""
    starts = [*_RULE.finditer(text)]
    if not starts:
        return text
    ends = [*(start.start() for start in starts[1:]), len(text)]
    pieces = [text[: starts[0].start()]]
    for start, end in zip(starts, ends, strict=True):
        rule = _MARK.sub("", text[start.start() : end])
        if on_trial(measured.get(start["id"]), overlay=overlay):
            indent = start["indent"] + "  "
            rule = re.sub(rf"(?m)^{indent}severity: .*\n", rf"\g<0>{indent}experimental: true\n", rule, count=1)
        pieces.append(rule)
    return "".join(pieces)


if __name__ == "__main__":
    main()
