"""Signs that Word stores as places in a picture font."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "☐",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "→", 0xF0: "→", 0xFB: "☒", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = {
    0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    0xAE: "→", 0xDE: "⇒", 0xD2: "®", 0xD3: "©", 0xD4: "™",
}  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)


def symbol(font: str, code: str) -> str:
    """The sign at hexadecimal place ``code`` of ``font``; empty for one that means nothing outside its font."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    table = _WINGDINGS if font.lower().startswith("wingdings") else _SYMBOL if font.lower() == "symbol" else {}
    if sign := table.get(place & 0xFF if place in _PRIVATE else place):
        return sign
    if table and place in _PRIVATE and 0x20 <= place & 0xFF < 0x7F and table is _SYMBOL:
        return chr(place & 0xFF)
    drawn = place in _PRIVATE or table is _WINGDINGS or place < 0x20 or 0xD800 <= place < 0xE000 or place > 0x10FFFF
    return "" if drawn else chr(place)
