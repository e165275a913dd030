"""What people stated, as the saved result holds it: the answers file in short, and the score with them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .bands import Band
from .described import says
from .report_criteria import exact, percent


@dataclass(frozen=True, slots=True)
class AnsweredScore:
    """The score with what people stated, beside the one found in the document."""

    low: float | None = field(metadata=percent("the score if every question left open is answered no"))
    high: float | None = field(metadata=percent("the score if every question left open is answered yes"))
    earned: str = field(metadata=exact("points earned if every open question is answered no"))
    earned_high: str = field(metadata=exact("points earned if every open question is answered yes"))
    possible: str = field(metadata=exact("points that could be earned"))
    band: Band | None = field(metadata=says("the band that follows; null if no score"))
    why: str = field(metadata=says("what decided that band"))
    answers: int = field(metadata=says("how many answers count in it"))


@dataclass(frozen=True, slots=True)
class AnswersInfo:
    """The answers file that was given, and how much of it counts."""

    file: str = field(metadata=says("name of the file"))
    sha256: str = field(metadata=says("hash of the file's bytes"))
    given: int = field(metadata=says("how many answers are in it"))
    counted: int = field(metadata=says("how many of them count"))
    lapsed: int = field(metadata=says("how many were given on a criterion of this check and do not count"))
    remarks: tuple[str, ...] = field(metadata=says("which do not count and why, and what else to know of them"))
