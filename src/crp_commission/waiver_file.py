"""The file of waivers: a list outside the document, checked line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any, ClassVar, Literal, NamedTuple

from .described import CLOSED, says
from .errors import UsageError
from .limits import DEFAULT_LIMITS, Limits
from .validation import validate
from .validation.published import published
from .waivers import REASONS, Waiver
from .yamlfile import Loaded, Mark, load

Reason = Literal[
    "said-elsewhere", "not-proportionate", "numbers-too-small", "service-differs", "put-right-later", "read-wrongly"
]


@dataclass(frozen=True, slots=True)
class WaiverEntry:
    """A criterion that is accepted as not met: why, who looks after it, who approved it, and until when."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    criterion: str = field(metadata=says("Id of the criterion, such as REV-NDI-1."))
    reason: Reason = field(metadata=says("Why it is accepted as it is."))
    note: str = field(metadata=says("The same in your own words, for who reads the report."))
    owner: str = field(metadata=says("Who looks after it until then, by name or post."))
    approver: str = field(metadata=says("Who approved it, by name or post; somebody else than the owner."))
    expires: date = field(metadata=says("The last day on which it holds, as 2027-03-31."))

    def __post_init__(self) -> None:
        for name in ("criterion", "note", "owner", "approver"):
            text = getattr(self, name).strip()
            if not text or (text.startswith("[") and text.endswith("]")):
                raise ValueError(f"“{name}” is not filled in; a waiver says it in words.")
        if self.owner.casefold().split() == self.approver.casefold().split():
            raise ValueError("owner and approver are the same; somebody else has to approve a waiver.")


@dataclass(frozen=True, slots=True)
class WaiversFile:
    """Criteria that a council accepts as not met."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    waivers: tuple[WaiverEntry, ...] = field(metadata=says("The waivers, one for a criterion."))
    format_version: Literal[1] = field(default=1, metadata=says("The version of this format."))


class WaiverFile(NamedTuple):
    """The waivers of a file, with the places to name when one is wrong."""

    name: str
    waivers: tuple[Waiver, ...]
    loaded: Loaded

    def require_known(self, known: Iterable[str], forbidden: Mapping[str, str]) -> None:
        """Raise UsageError for ids that are not ``known``, and for those ``forbidden`` to be waived, with why."""
        ids = sorted(known)
        faults = []
        for number, waiver in enumerate(self.waivers):
            mark = self.loaded.mark(("waivers", number, "criterion"))
            if waiver.criterion not in ids:
                near = get_close_matches(waiver.criterion.upper(), ids, n=1)
                meant = f"; did you mean “{near[0]}”?" if near else "; 'crp-commission rules show core' lists them."
                faults.append((mark, f"there is no criterion “{waiver.criterion[:80]}”{meant}"))
            elif waiver.criterion in forbidden:
                why = forbidden[waiver.criterion]
                faults.append((mark, f"nobody may waive {waiver.criterion}. {why.rstrip('.')}. Take the waiver out."))
        _refuse(self.name, faults)


def read_waivers(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> WaiverFile:
    """The waivers in a file shown as ``name``. Raises UsageError with every fault as ``file:line``."""
    loaded = load(data, name, limits)
    entries = validate(WaiversFile, loaded, name).waivers
    lines: dict[str, int] = {}
    faults = []
    for number, entry in enumerate(entries):
        mark = loaded.mark(("waivers", number, "criterion"))
        first = lines.setdefault(entry.criterion, mark.line)
        if first != mark.line:
            faults.append((mark, f"{entry.criterion} is waived twice, first on line {first}; keep one of the two."))
    _refuse(name, faults)
    return WaiverFile(name, tuple(map(_waiver, entries)), loaded)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a file of waivers, in the draft that editors of YAML understand."""
    return published(WaiversFile, "Waivers for crp-commission")


def _refuse(name: str, faults: list[tuple[Mark, str]]) -> None:
    if faults:
        told = "\n".join(f"{name}:{mark.line}:{mark.column}: {what}" for mark, what in faults)
        raise UsageError(told, file=name, line=faults[0][0].line)


def _waiver(entry: WaiverEntry) -> Waiver:
    said = {name: " ".join(getattr(entry, name).split()) for name in ("note", "owner", "approver")}
    return Waiver(criterion=entry.criterion, reason=entry.reason, expires=entry.expires.isoformat(), **said)


assert set(Reason.__args__) == set(REASONS)  # type: ignore[attr-defined]


def scaffold(schema: str, todo: Iterable[tuple[str, str]]) -> str:
    """A file of waivers to start from; ``todo`` are criteria that fail today with what to say of each."""
    lines = [f"#   {name:12} {what}" for name, what in todo]
    listed = ["", "# What is not met today and may be waived:", *lines] if lines else []
    reasons = "\n".join(f"#   {name:19} {what}" for name, what in REASONS.items())
    return _SCAFFOLD.format(schema=schema, reasons=reasons, listed="\n".join(listed) + "\n" if listed else "")


_SCAFFOLD = """\
# yaml-language-server: $schema={schema}
# Waivers: criteria that we accept as not met in these papers, and why. A waiver changes no verdict and no score: what
# it covers does not fail the gate, is not among the first fixes, and is shown with its reason in every report.
#
#   crp-commission check PAPERS --waivers THIS-FILE --date YYYY-MM-DD --fail-on critical
#     the date is the day of the check: without it no waiver holds, as nobody can tell whether it has ended
#   crp-commission check PAPERS --waivers THIS-FILE --no-waivers
#     shows what they hide
#
# What nobody may waive: what is critical and worked against by the text, what a person still has to look at, and
# criteria of which the ruleset says so.
#
# The reasons:
{reasons}
{listed}
format_version: 1
waivers: []
# Take out the [] above and the # below, and fill in:
#  - criterion: REV-NDI-1
#    reason: numbers-too-small
#    note: "[why, in words that a member or a young person would accept]"
#    owner: "[who looks after it: a post or a name]"
#    approver: "[who approved it: somebody else]"
#    expires: 2027-03-31  # the last day on which it holds
"""
