"""The gate and what was accepted as it is, as the saved result holds them: waivers and a baseline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .assessment import Status
from .described import says
from .report_criteria import State
from .rules import Severity


@dataclass(frozen=True, slots=True)
class GateInfo:
    """Whether a gate was set, whether it passed, and every reason it did not."""

    set: bool = field(metadata=says("whether a pass mark or a severity to fail on was given"))
    passed: bool = field(metadata=says("false only if a gate was set and not passed"))
    reasons: tuple[str, ...] = field(default=(), metadata=says("every reason it did not pass"))
    fail_under: float | None = field(
        default=None, metadata=says("pass mark for the score if every open question is answered no, in percent")
    )
    fail_on: Severity | None = field(default=None, metadata=says("least severity that fails the gate"))
    on_trial: tuple[str, ...] = field(
        default=(), metadata=says("critical criteria that would have failed it but are on trial, by id")
    )
    stages: Mapping[str, float] = field(
        default_factory=dict, metadata=says("pass marks for single stages, by id, in percent")
    )
    principles: Mapping[str, float] = field(
        default_factory=dict, metadata=says("pass marks for single principles, by id, in percent")
    )
    allow: Mapping[Status, Mapping[Severity, int]] = field(
        default_factory=dict,
        metadata=says("the most criteria that may have a verdict or a worse one, by verdict and severity"),
    )
    answered: tuple[str, ...] = field(
        default=(), metadata=says("criteria that it holds as a person stated them, by id")
    )


class Standing(StrEnum):
    """How a waiver stands in a run."""

    IN_FORCE = "in-force"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    UNDATED = "undated"
    UNUSED = "unused"
    REFUSED = "refused"
    SET_ASIDE = "set-aside"


@dataclass(frozen=True, slots=True)
class WaiverInfo:
    """A waiver: who accepted what, why, until when, and how that stands in this run."""

    criterion: str = field(metadata=says("id of the criterion"))
    reason: str = field(metadata=says("why, from the fixed list"))
    note: str = field(metadata=says("the same in the council's own words"))
    owner: str = field(metadata=says("who looks after it"))
    approver: str = field(metadata=says("who approved it"))
    expires: str = field(metadata=says("the last day on which it holds, as YYYY-MM-DD"))
    standing: Standing = field(
        metadata=says(
            "in-force and expiring ones hold; expired, undated (no date was given), unused (nothing to accept), "
            "refused (it may not be accepted) and set-aside ones do not"
        )
    )
    says: str = field(metadata=says("how it stands, in a sentence"))


@dataclass(frozen=True, slots=True)
class BaselineInfo:
    """The baseline that findings were held against."""

    file: str = field(metadata=says("name of its file"))
    sha256: str = field(metadata=says("hash of its file"))
    pack: str = field(metadata=says("what the pack was called that it was taken of"))
    findings: int = field(metadata=says("how many entries it has"))
    gone: int = field(metadata=says("how many of them are not found any more, so that they can be pruned"))
    grave: tuple[str, ...] = field(
        metadata=says("criteria it accepts that are critical and worked against, which no waiver could accept, by id")
    )


@dataclass(frozen=True, slots=True)
class AcceptedInfo:
    """What was accepted as it is; it counts in the score as it stands."""

    counts: Mapping[State, int] = field(
        default_factory=dict, metadata=says("how many criteria that are not met have each state")
    )
    waivers: tuple[WaiverInfo, ...] = field(default=(), metadata=says("every waiver, by criterion"))
    waivers_file: str = field(default="", metadata=says("name of the file of waivers; empty where none was given"))
    waivers_sha256: str = field(default="", metadata=says("hash of that file"))
    waivers_set_aside: bool = field(default=False, metadata=says("whether the run was told that no waiver holds"))
    baseline: BaselineInfo | None = field(default=None, metadata=says("the baseline; null where none was given"))
