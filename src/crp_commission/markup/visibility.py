"""What a person who looks at the page does not see."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..extraction import Skipped
from . import elements

Attributes = Mapping[str, str]

_NOTHING = r"\s*:\s*0*\.?0+(?:px|pt|r?em|%)?\s*(?:;|!|$)"
_HIDES = re.compile(
    r"(?:^|[;\s{])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    rf"|(?:font-size|opacity){_NOTHING})",
    re.IGNORECASE,
)
_STRIKES = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_SIMPLE = re.compile(r"([a-zA-Z][\w-]*)?((?:[.#][\w-]+)*)")
_MOST_STYLE = 200_000


class StyleRules:
    """Which elements the page's own style sheets hide, as far as plain selectors (``p``, ``.a``, ``p.a#b``) go."""

    def __init__(self) -> None:
        self._hiding: list[tuple[str, frozenset[str]]] = []

    def __bool__(self) -> bool:
        return bool(self._hiding)

    def read(self, sheet: str) -> None:
        """Take in one style sheet; what stands in ``@media`` and the like is for other screens and left out."""
        sheet = _COMMENT.sub("", sheet[:_MOST_STYLE])
        depth, start, selector = 0, 0, ""
        for brace in re.finditer(r"[{}]", sheet):
            if brace[0] == "{":
                depth += 1
                if depth == 1:
                    selector, start = sheet[start : brace.start()], brace.end()
            elif depth:
                depth -= 1
                if depth == 0:
                    self._rule(selector.rpartition(";")[2], sheet[start : brace.start()])
                    start = brace.end()

    def _rule(self, selectors: str, declarations: str) -> None:
        if "{" in declarations or not _HIDES.search(declarations):
            return
        for selector in selectors.split(","):
            simple = _SIMPLE.fullmatch(selector.strip())
            if simple and simple[0]:
                marks = frozenset(re.findall(r"[.#][\w-]+", simple[2]))
                self._hiding.append(((simple[1] or "").lower(), marks))

    def hide(self, tag: str, attributes: Attributes) -> bool:
        """Whether a rule hides this element."""
        if not self._hiding:
            return False
        marks = {f".{name}" for name in attributes.get("class", "").split()} | {f"#{attributes.get('id', '')}"}
        return any(name in ("", tag) and wanted <= marks for name, wanted in self._hiding)


def unseen(tag: str, attributes: Attributes, rules: StyleRules) -> Skipped | None:
    """Why the text of this element is left out, None when it is read or is of no interest (``elements.SILENT``)."""
    style = attributes.get("style", "")
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or (tag == "dialog" and "open" not in attributes)
        or (style and _HIDES.search(_COMMENT.sub("", style)))
        or rules.hide(tag, attributes)
    ):
        return Skipped.HIDDEN
    if tag in elements.STRUCK or (style and _STRIKES.search(style)):
        return Skipped.STRUCK
    if tag == "nav" or attributes.get("role", "").lower() == "navigation":
        return Skipped.FURNITURE
    if tag in elements.EMBEDDED:
        return Skipped.EMBEDDED
    return Skipped.DRAWING if tag in elements.DRAWINGS else None


def emphasises(tag: str, attributes: Attributes) -> bool:
    """Whether the text of this element is bold, italic or underlined."""
    return tag in elements.EMPHASIS or bool(_BOLD.search(attributes.get("style", "")))
