"""Numbers spelled as an automatic list shows them: 4, 04, d, D, iv, IV, 4th."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 32_767
_MOST_REPEATS = 30
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def roman(value: int) -> str:
    """Small roman numerals; plain digits outside 1 to 32,767."""
    if not 1 <= value <= _MOST_ROMAN:
        return str(value)
    letters = []
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        letters.append(sign * times)
    return "".join(letters)


def repeated_letter(value: int) -> str:
    """a to z, then aa, bb, cc as Word does; plain digits where that would run on for ever."""
    times, letter = divmod(value - 1, 26)
    if value < 1 or times >= _MOST_REPEATS:
        return str(value)
    return chr(ord("a") + letter) * (times + 1)


def counted_letter(value: int) -> str:
    """a to z, then aa, ab, ac as spreadsheets and ODT count."""
    if value < 1:
        return str(value)
    letters = ""
    while value:
        value, letter = divmod(value - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{_ENDINGS.get(value % 10, 'th')}"


def _upper(spell: Callable[[int], str]) -> Callable[[int], str]:
    return lambda value: spell(value).upper()


WORD_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": repeated_letter,
    "upperLetter": _upper(repeated_letter),
    "lowerRoman": roman,
    "upperRoman": _upper(roman),
    "ordinal": ordinal,
    "numberInDash": lambda value: f"- {value} -",
    "bullet": lambda _value: "",
    "none": lambda _value: "",
}
ODF_FORMATS: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": counted_letter,
    "A": _upper(counted_letter),
    "i": roman,
    "I": _upper(roman),
    "": lambda _value: "",
}
