"""Text made safe for where it is to stand: evidence is words to be read, never markup, formula or command."""

from __future__ import annotations

import re
import unicodedata


def visible(text: str) -> str:
    """One line of text in which nothing can steer the program that shows it.

    White space is folded; control characters are shown as pictures (␛), characters that turn the direction of
    writing or hide as their numbers (‹U+202E›), and halves of characters as �.
    """
    return _HIDDEN.sub(_shown, re.sub(r"[ \t\r\n]+", " ", text).strip())


def markdown_text(text: str) -> str:
    """One line of text that Markdown, with its usual additions, shows as it is."""
    text = visible(text)
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
    return _LINKS.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", text))


def csv_field(text: str) -> str:
    """One field of a table in CSV, with its quotation marks where it needs them; no program takes it for a formula."""
    text = visible(text)
    if text.startswith(_FORMULA):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if re.search('[",;]|^ | $', text) else text


class Ready(str):
    """Text already made safe for the format it stands in, not to be escaped again."""

    __slots__ = ()


def fenced(text: str) -> Ready:
    """A block of text shown as it stands, between fences longer than any in it."""
    lines = _lines(text)
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return Ready("\n".join([f"{fence}text", *lines, fence]))


def block(text: str) -> Ready:
    """Text with its lines kept, for a format that escapes it and shows line ends as they are."""
    return Ready("\n".join(_lines(text)))


def _lines(text: str) -> list[str]:
    return [_HIDDEN.sub(_shown, line.replace("\t", " ")).rstrip() for line in text.strip("\n").splitlines()]


# Controls, line ends of every kind, what turns the direction of writing, halves of characters, invisible tags, and
# the two that no XML may hold.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")
_ENTITY = re.compile("&(?=#|[A-Za-z])")
_MARKS = re.compile(r"[\\`*_~|$#]|\](?=[(\[:])")
_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|www)(:|\.)")


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return "�" if unicodedata.category(found[0]) == "Cs" else f"‹U+{code:04X}›"
