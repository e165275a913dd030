"""One spelling for text, whatever program wrote the file."""

from __future__ import annotations

# What a font draws as one sign but a reader means as letters.
_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip

# Signs that have no width: soft hyphen, zero-width space and joiners, marks of writing direction, byte order mark.
_NO_WIDTH = (0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)

# Control characters that are not white space; str.split() has dealt with those that are.
_CONTROLS = (*range(0x00, 0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0))

_SPELLING: dict[int, str | None] = {**_LIGATURES, **dict.fromkeys(_NO_WIDTH), **dict.fromkeys(_CONTROLS)}


def clean(text: str) -> str:
    """Return ``text`` as a block shows it.

    White space of every kind is folded to single spaces and cut off at both ends, ligatures become letters, soft
    hyphens, zero-width and control characters go. Quotes and dashes stay as they are. Cleaning twice changes nothing.
    """
    text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text
    # A dropped sign may have stood between two spaces, or at an end.
    return " ".join(text.translate(_SPELLING).split())


def origins(text: str) -> list[int]:
    """For each character of ``clean(text)``, the position in ``text`` of the one that it comes from."""
    found: list[int] = []
    space = -1  # the position of white space that is not yet known to stand between words
    for at, character in enumerate(text):
        if character.isspace():
            space = at if space < 0 else space
            continue
        letters = clean(character)
        if letters and space >= 0 and found:
            found.append(space)
        if letters:
            space = -1
        found.extend([at] * len(letters))
    return found
