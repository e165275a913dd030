"""Whether a text is English: what is not cannot be judged here and must be said."""

from __future__ import annotations

from .words import words

_ENGLISH = frozenset(
    "the of and to in a is that for it on with as be by at or from this an are was will shall must not have has which "
    "their they its all any who what when how can may where each if we our you your no there been were but more than "
    "so".split()
)
_WELSH = frozenset(
    "y yr yn i o ar gan am ac a'r i'r o'r mae bydd eu ei wedi fel neu sy sydd gyda oes hyn hon hwn rhaid plant pobl "
    "ifanc a'u a'i hawliau gwasanaeth cyngor gofal pob eich ein nid na gael bod drwy wrth dan".split()
)
_COMMON = (" the ", " of ", " and ", " to ", " shall ", " is ", " in the ", " for ")
_FEW = 8
_MANY = 25


def language_of(text: str) -> str | None:
    """The language a text is in where it is plainly not English ("Welsh", "another language"), else None.

    A short text, or a list of names and numbers, is taken for English: it holds too few small words to tell.
    """
    lowered = text.lower()
    if sum(word in lowered for word in _COMMON) >= 2:
        return None  # most texts end here, without being cut into words
    spoken = [word.text for word in words(text) if not word.text[0].isdigit()]
    if len(spoken) < _FEW:
        return None
    english = sum(word in _ENGLISH for word in spoken) / len(spoken)
    welsh = sum(word in _WELSH for word in spoken) / len(spoken)
    if welsh > 0.15 and welsh > 2 * english:
        return "Welsh"
    is_list = sum(text.count(sign) for sign in ";,·•|") > len(spoken) / 6
    if len(spoken) < _MANY or is_list or text.rstrip()[-1:] not in ".!?":
        return None
    return "another language" if english < 0.04 else None
