"""The words and signs shown to people for statuses, strengths, bands and scores: the same in every format.

Everything here takes the plain values of the saved result ("needs-review", "35/1"), so that a result drawn again
years later reads the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from .points import readable

STATUS_WORDS = {
    "met": "met",
    "partial": "partly met",
    "gap": "missing",
    "contradicted": "worked against",
    "needs-review": "a person needs to look",
    "not-applicable": "does not apply",
}

STATUS_COUNTS = STATUS_WORDS | {"needs-review": "open", "not-applicable": "not applicable"}

OR_WORSE = {
    "contradicted": "worked against",
    "gap": "missing or worked against",
    "needs-review": "missing, worked against or unsettled",
    "partial": "not fully met",
}
"""What is counted by a gate that allows so many criteria of a verdict: that one and every worse one."""

STATE_WORDS = {
    "open": "not accepted",
    "new": "new since the baseline",
    "accepted": "in the baseline",
    "waived": "waived",
}

MISSING_WORDS = dict.fromkeys(STATUS_WORDS, "Missing") | {"met": "Would make it stronger"}

STATUS_SIGNS = {
    "met": "✓",
    "partial": "◐",
    "gap": "○",
    "contradicted": "✗",
    "needs-review": "?",
    "not-applicable": "–",
}

STRENGTH_WORDS = {
    "measured": "promised and checkable",
    "committed": "promised, no check",
    "intended": "aimed at",
    "mentioned": "mentioned",
    "contradicts": "works against",
    "none": "nothing found",
}

PLACE_WORDS = {
    "contradicted": "Put this instead, in",
    "gap": "Put this in",
    "needs-review": "If it is not there, put this in",
    "partial": "Put this in",
}

LAW_WORDS = {
    "wrong-nation": "Law of another nation",
    "out-of-date": "No longer so",
    "overclaim": "Claims too much",
    "wrong-article": "Not what the UNCRC says",
}

CERTAINTY_WORDS = {"sure": "sure", "likely": "likely", "check": "to be checked first"}

BAND_NAMES = {"red": "RED", "amber": "AMBER", "green": "GREEN", None: "NO SCORE"}

BAND_WORDS = {
    "red": "not ready to issue",
    "amber": "needs work before it is issued",
    "green": "ready, with the points listed",
    None: "there is nothing to score",
}

GRID_WORDS = {
    "✓": "all",
    "◐": "some or part",
    "○": "nothing",
    "✗": "worked against",
    "?": "ask a person",
    "–": "not asked",
}

NEEDS_WORDS = STATUS_WORDS | {"gap": "taking it out is enough", "partial": "partly met is enough"}

CHANGE_WORDS = {
    "worse": "worse",
    "better": "better",
    "new": "apply only now",
    "gone": "apply no more",
    "unsettled": "neither better nor worse until a person looks",
    "reworded": "with other words but the same verdict",
    "differs": "not alike in all",
    "same": "the same",
}

PASSAGE_CHANGE_WORDS = {
    "gone": "No longer found to speak to this",
    "uncounted": "Still there, no longer counts",
    "new": "New",
    "counted": "There before, counts only now",
    "reworded": "Reworded",
    "weaker": "Same words, counts for less",
    "stronger": "Same words, counts for more",
}

SIDE_BY_SIDE = "It compares what documents say; what their authors can do is not in it."

PROFILE_WORDS = {"light": "the critical ones", "standard": "the critical and major ones", "full": "all of them"}

LEFT_OUT = "Left out:"
"""How a note opens that tells of a file among the papers which is none."""
LIMITS = (
    "This scores the words of a document, not the service.",
    "Not legal advice.",
    "Not an impact assessment.",
)

_ROLE_WORDS = {
    "": "kind of paper not known",
    "unknown": "kind of paper not known",
    "itt-questions": "tender questions",
    "kpi-schedule": "KPI schedule",
}


def role_words(role: str) -> str:
    """What kind of paper a file is: "service specification"."""
    return _ROLE_WORDS.get(role, role.replace("-", " "))


def percent_words(value: float | None) -> str:
    """A percentage with one decimal, "0%" and "100%" bare, "not asked" for none."""
    if value is None:
        return "not asked"
    return f"{value:.0f}%" if value in (0, 100) else f"{value:.1f}%"


def range_words(low: float | None, high: float | None) -> str:
    """A score as a person reads it: "41.2% to 47.0%", or one figure where the ends agree."""
    if low == high:
        return percent_words(low)
    return f"{percent_words(low)} to {percent_words(high)}"


def count_words(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 file", "5,410 words"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def list_words(items: Sequence[str], most: int) -> str:
    """The first ``most`` items in a sentence, with how many are left: "A, B and 3 more"."""
    shown, left = list(items[:most]), len(items) - most
    if left > 0:
        return f"{', '.join(shown)} and {left} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def shortened(text: str, length: int) -> str:
    """At most ``length`` characters, cut between words and marked with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: max(length - 1, 0)]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > length // 2 else cut).rstrip(" ,;:–-") + "…"


def few_words(text: str, most: int) -> str:
    """At most ``most`` words, the rest cut off and marked with an ellipsis."""
    words = text.split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most]).rstrip(' ,;:–-')}…"


def asked(counts: Mapping[Any, int]) -> int:
    """How many criteria apply."""
    return sum(number for status, number in counts.items() if status != "not-applicable")


def met_of_asked(counts: Mapping[Any, int]) -> str:
    """How many criteria are met of those that apply: "2 of 5"."""
    return f"{counts.get('met', 0)} of {asked(counts)}"


def cell_sign(counts: Mapping[Any, int]) -> str:
    """The sign of a cell of the grid: what most needs to be seen there."""
    if asked(counts) == 0:
        return "–"
    for status in ("contradicted", "needs-review"):
        if counts.get(status):
            return STATUS_SIGNS[status]
    if counts.get("met") == asked(counts):
        return "✓"
    return "◐" if counts.get("met") or counts.get("partial") else "○"


def scale_words(credit: Mapping[str, str], essential_share: str) -> str:
    """How points are earned, from the scale of a saved result."""
    steps = ", ".join(f"{STRENGTH_WORDS.get(name, name)} {readable(share)}" for name, share in credit.items())
    return (
        f"Each part of a criterion earns by its best evidence: {steps}; a criterion that is met earns its essential "
        f"parts in full. Essential parts carry {float(Fraction(essential_share)):.0%} of the points where there are "
        "others. What is missing or worked against earns nothing; what does not apply is outside the sum."
    )
