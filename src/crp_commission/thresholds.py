"""Thresholds: from what on a passage that is recognised counts, and as what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Log odds, chosen on labelled cases (see docs/accuracy.md).

    From ``find`` on a passage is found, from ``find_alone`` for a criterion that has no words of its own, from
    ``find_against`` on if it takes away what is asked, and from ``mentioned`` on if it only mentions it. From
    ``support`` on it can be what a rule's words found, from ``against_support`` on what they found against it can
    be so. From ``against`` on it takes away what is asked (from ``against_ban`` on if it forbids something, since
    bans mostly protect, by ``left_out`` less if it names somebody in children's place, from ``against_beside`` on
    if words found a promise, and from ``against_thin`` on if they found less). From ``full`` on it can be a full
    promise, from ``surely_full`` on it is one (from ``bound_full`` on if somebody is bound), and below
    ``full_support`` what words found as one is thin. A passage that names no children counts from ``unsaid`` on,
    if its pack does, and from ``unnamed`` on in any pack that is not about adults; if it takes away from
    ``surely_against`` on, it counts like one from ``unsaid`` on. From ``principle`` on a passage speaks to a
    principle (from ``principle_bound`` on if it binds somebody, since most of what such papers say does, to one
    thing or another), from ``principle_support`` on it can be about it, and from ``committed`` on somebody is
    bound. Below ``speaks`` a passage speaks to no criterion at all. In a long paper there are more chances to be
    wrong: with each doubling beyond ``short`` units, ``takes_caution`` is added to what is asked of one that takes
    away, and ``against_caution`` to what supports words found against a criterion, since its judges speak in
    larger numbers, or takes away a promise that can be checked; ``beside_caution`` to what takes away one that
    cannot.
    """

    find: float = 1.0
    find_alone: float = 0.6
    find_against: float = 0.6
    mentioned: float = 3.5
    support: float = -0.4
    lesser_support: float = -0.8
    speaks: float = 1.2
    against_support: float = -2.0
    against: float = 0.3
    against_ban: float = 1.0
    against_beside: float = 2.0
    against_thin: float = 2.0
    left_out: float = 5.0
    surely_against: float = 4.0
    unsaid: float = 2.6
    unnamed: float = 4.0
    full: float = 0.0
    surely_full: float = 4.5
    bound_full: float = 3.5
    full_support: float = -3.2
    principle: float = 0.0
    principle_bound: float = 0.5
    principle_support: float = 0.3
    committed: float = -0.8
    takes_caution: float = 0.4
    beside_caution: float = 0.5
    against_caution: float = 2.0
    short: int = 16


THRESHOLDS = Thresholds()
