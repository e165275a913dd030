"""What is wrong with a template, in words for its author rather than for a programmer."""

from __future__ import annotations

import re

_WORDS = (
    (r"maximum recursion depth exceeded", "it includes or calls itself without end, or is nested too deeply"),
    (r"access to attribute '(.+?)' of .* is unsafe", "a template may not reach “{}”: it shows what is in the result"),
    (r"Exceeds the limit \((\d+) digits\)", "a number in it has more than {} digits"),
    (r"Range too big\..*\((\d+)\)", "a range in it is longer than {}"),
    (r"Encountered unknown tag '(.+?)'", "there is no tag “{}”"),
    (r"No filter named '(.+?)'", "there is no filter “{}”"),
    (r"Unexpected end of template.*needs to be closed is '(.+?)'", "what “{}” begins is never closed"),
    (r"unexpected end of template", "it ends in the middle of a statement"),
    (r".*by zero", "it has a division by nought"),
)
"""What Jinja and Python say, and what it means; the first group of a pattern stands for the braces."""


def in_plain_words(fault: Exception) -> str:
    """The cause of a fault in a person's template, without a full stop."""
    from jinja2 import TemplateNotFound

    if isinstance(fault, TemplateNotFound):
        return f"it includes “{fault.name}”, and no template of that name is in its folder"
    said = " ".join(str(getattr(fault, "message", None) or fault).split()) or type(fault).__name__
    for pattern, words in _WORDS:
        if found := re.match(pattern, said):
            return words.format(*found.groups())
    return said.rstrip(".")
