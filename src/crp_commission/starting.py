"""A configuration to start from: rulesets, kinds of paper and a first gate, from a first look at the papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .answers import held_points, held_status
from .assessment import Status
from .plain_words import count_words, list_words
from .report import FileInfo, Report
from .report_criteria import CriterionInfo, State
from .roles import UNKNOWN
from .rules import ROLES, Severity

NONE = "none"
NATIONS: Mapping[str, str] = {
    "england": "England",
    "scotland": "Scotland",
    "wales": "Wales",
    "northern-ireland": "Northern Ireland",
}
"""The ruleset of each nation, and what a person calls it."""
SERVICES: Mapping[str, str] = {
    "care-accommodation": "children's homes, foster care and other places to live",
    "child-poverty": "child poverty",
    "child-protection": "child protection",
    "disabled-children": "disabled children, special educational needs, short breaks",
    "planning-governance": "plans and strategies, and how they are decided",
    "social-work": "social work with children in care and care leavers",
    "universal": "services for every child: libraries, leisure, play, youth clubs",
}
"""The ruleset of each kind of service, and what it is about."""

_FAILS = frozenset({Status.GAP, Status.CONTRADICTED, Status.NEEDS_REVIEW})
_NOT_ASKED = Status.NOT_APPLICABLE
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class FirstGate:
    """A gate that passes today: the strictest level and the highest whole pass mark that do; None where none does.

    ``failing`` are the critical criteria that fail today, by id, and ``held`` is how many criteria ``fail_on`` holds:
    none where those at its level are on trial or do not apply.
    """

    fail_on: Severity | None
    fail_under: int | None
    failing: tuple[str, ...]
    held: int = 0

    @property
    def caution(self) -> str:
        """What nobody should take the gate for, in a sentence or two; empty where it holds something on severity."""
        if self.fail_on is None:
            return "" if self.fail_under is not None else "No gate is set: the papers would pass none today."
        if self.held:
            return ""
        nothing = f"“fail-on: {self.fail_on}” holds nothing yet: what it would hold is on trial or does not apply."
        floor = f" What holds is the score, at {self.fail_under}% or more." if self.fail_under is not None else ""
        return nothing + (floor or " There is no score to hold either, so that an empty paper would pass.")


def core_left_out(rulesets: Sequence[str]) -> str:
    """What to say where overlays are asked by themselves; empty where core, or a council's own ruleset, is in use."""
    if not rulesets or not {*NATIONS, *SERVICES}.issuperset(rulesets):
        return ""
    verb = "is" if len(rulesets) == 1 else "are"
    return f"Only {list_words(rulesets, len(rulesets))} {verb} asked; core is left out: add --ruleset core."


def proposed(report: Report | None, known: Mapping[str, str]) -> tuple[str, ...]:
    """Those of the known rulesets that the papers call for, the one most called for first."""
    return tuple(one.ruleset for one in report.suggestions if one.ruleset in known) if report else ()


def first_gate(report: Report | None) -> FirstGate:
    """The strictest gate that the papers pass as they are. Criteria on trial take no part, as in every gate."""
    if report is None:
        return FirstGate(None, None, ())
    settled = [one for one in report.criteria if not one.experimental]
    failing = [
        one for one in settled if held_status(one) in _FAILS and one.waiver is None and one.state is not State.ACCEPTED
    ]
    worst = min((one.severity.rank for one in failing), default=len(Severity))
    passing = [severity for severity in Severity if severity.rank < worst]
    critical = tuple(sorted(one.id for one in failing if one.severity is Severity.CRITICAL))
    level = passing[-1] if passing else None
    held = [one for one in settled if level and one.severity.rank <= level.rank and one.status is not _NOT_ASKED]
    return FirstGate(level, _whole_percent(settled), critical, len(held))


def total_points(criteria: Sequence[CriterionInfo]) -> tuple[Fraction, Fraction]:
    """What they earn at the low end and could earn, by the verdicts that a gate goes by."""
    points = [held_points(one) for one in criteria]
    return sum((low for low, _ in points), Fraction()), sum((possible for _, possible in points), Fraction())


def _whole_percent(criteria: Sequence[CriterionInfo]) -> int | None:
    """The low end of the score, rounded down; None where there is no score or no point was earned."""
    earned, possible = total_points(criteria)
    return int(earned * 100 / possible) or None if possible else None


def configuration_text(rulesets: Sequence[str], files: Sequence[FileInfo], gate: FirstGate, schema: str) -> str:
    """The text of a crp-commission.yaml with comments that say what each setting does; ``schema`` lies beside it."""
    return "\n".join(
        [
            f"# yaml-language-server: $schema={schema}",
            *_HEAD,
            *_rulesets(rulesets),
            "",
            *_roles(files),
            "",
            *_gate(gate),
            *_REST,
            "",
        ]
    )


_HEAD = (
    "# Settings of crp-commission for the papers in this folder and below it.",
    "# An option on the command line counts before them; 'crp-commission config show' lists what is in force.",
    "",
)
_REST = (
    "",
    "# What is accepted as it is: waivers with a reason and a last day (they need --date), findings of an earlier day.",
    "# waivers: waivers.yaml    # 'crp-commission new waivers' writes one to start from",
    "# baseline: baseline.yaml  # 'crp-commission new baseline RESULT.json' writes it",
    "",
    "# How much to ask: light, standard or full.",
    "# profile: full",
    "",
    "# Fail (exit code 3) if any text could not be read.",
    "# strict: true",
)


def _rulesets(rulesets: Sequence[str]) -> Iterator[str]:
    yield "# What is asked. The scale and the bands of the first ruleset rule; remove the # to ask more."
    yield "rulesets:"
    nations = {name: f"what the law of {words} adds" for name, words in NATIONS.items()}
    about = {"core": "what every paper is asked", **nations, **SERVICES}
    width = max(map(len, about))
    yield from (f"  - {name:{width + 2}}  # {about[name]}" for name in rulesets)
    yield from (f"  # - {name:{width}}  # {words}" for name, words in about.items() if name not in rulesets)


def _roles(files: Sequence[FileInfo]) -> Iterator[str]:
    """Each file with its kind; one whose kind is not known stands behind a #, for a person to settle."""
    known = [file for file in files if file.role != UNKNOWN and _can_be_named(file.path)]
    yield "# What kind of paper each file is, as its name and its title say. Put right what is wrong: a paper is asked"
    yield "# only what belongs in its kind. A * stands for any letters. The kinds are:"
    yield from (f"#   {', '.join(ROLES[start : start + 5])}" for start in range(0, len(ROLES), 5))
    yield "roles:" if known else "# roles:"
    for file in files:
        is_known = file in known
        yield f"{'' if is_known else '# '}  {_quoted(file.path)}: {file.role if is_known else '[kind of paper]'}"


def _gate(gate: FirstGate) -> Iterator[str]:
    is_set = gate.fail_on is not None or gate.fail_under is not None
    state = "Today's papers pass it; tighten it step by step." if is_set else "None is set yet."
    yield f"# The gate: exit code 1 if it is not passed. {state}"
    if is_set and gate.caution:
        yield f"# {gate.caution}"
    if gate.fail_on is not None:
        yield f"fail-on: {gate.fail_on}  # no criterion of this level or above may be missing or worked against"
    elif gate.failing:
        number = count_words(len(gate.failing), "critical criterion", "critical criteria")
        yield f"# This would fail today, on {number}: {list_words(gate.failing, _MOST_NAMED)}."
        yield "# fail-on: critical"
    else:
        yield "# fail-on: critical  # no critical criterion may be missing or worked against"
    if gate.fail_under is None:
        yield "# fail-under: 40  # the least score, in percent; open questions count as not met"
    else:
        yield f"fail-under: {gate.fail_under}  # no worse than today, in percent; open questions count as not met"


def _can_be_named(path: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in path)


def _quoted(path: str) -> str:
    """A path as a key of YAML that fits that file alone: signs of a pattern are put in brackets."""
    pattern = "".join(f"[{letter}]" if letter in "*?[" else letter for letter in path)
    return '"' + "".join(map(_letter, pattern)) + '"'


def _letter(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
