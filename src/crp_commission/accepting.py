"""Waivers, baseline and answers from their files, held against the rulesets of a run; marks of the gate checked."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from .errors import UsageError
from .limits import Limits

if TYPE_CHECKING:
    from .answers import Answers
    from .assessment import Assessment
    from .baseline import Baseline
    from .composing_accepted import Acceptance
    from .gate import GateSpec
    from .rules import Ruleset
    from .settings import Settings
    from .waiver_file import WaiverFile


class Source(NamedTuple):
    """A file that was read: its name as people see it, its bytes, and their hash."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Hash of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def identities(settings: Settings) -> frozenset[tuple[int, int]]:
    """Device and inode of the files of waivers, baseline and answers, so that they are taken for no document."""
    found = set()
    for path in (settings.waivers, settings.baseline, settings.answers):
        if path is not None:
            try:
                status = os.stat(path)
            except (OSError, ValueError):
                continue  # reading it tells what is wrong
            found.add((status.st_dev, status.st_ino))
    return frozenset(found)


def gate_of(settings: Settings, rulesets: Sequence[Ruleset]) -> GateSpec:
    """The gate that the settings ask for. Raises UsageError for a stage or principle that no ruleset has."""
    from .assessment import Status
    from .gate import GateSpec
    from .rules import Severity

    marks = settings.gate
    stages = [one.id for ruleset in rulesets for one in ruleset.stages]
    principles = [one.id for ruleset in rulesets for one in ruleset.principles]
    origin = settings.origin("gate")
    return GateSpec(
        settings.fail_under,
        Severity(settings.fail_on) if settings.fail_on else None,
        stages=_known(marks.stages, stages, "stage", origin),
        principles=_known(marks.principles, principles, "principle", origin),
        allow={Status(name): {Severity(s): most for s, most in each.items()} for name, each in marks.allow.items()},
    )


class Files(NamedTuple):
    """Waivers, baseline and answers as they were read, to be held against findings."""

    settings: Settings
    waivers: WaiverFile | None = None
    waivers_source: Source | None = None
    baseline: Baseline | None = None
    baseline_source: Source | None = None
    answers: Answers | None = None

    def against(self, assessment: Assessment) -> Acceptance:
        """What was accepted as it is."""
        from .composing_accepted import Acceptance
        from .waivers import weigh

        date, set_aside = self.settings.date, self.settings.no_waivers
        return Acceptance(
            waivers=weigh(self.waivers.waivers, assessment, date, set_aside=set_aside) if self.waivers else (),
            waivers_file=self.waivers_source.name if self.waivers_source else "",
            waivers_sha256=self.waivers_source.sha256 if self.waivers_source else "",
            set_aside=set_aside and self.waivers is not None,
            baseline=self.baseline,
            baseline_file=self.baseline_source.name if self.baseline_source else "",
            baseline_sha256=self.baseline_source.sha256 if self.baseline_source else "",
        )


def read(settings: Settings, rulesets: Sequence[Ruleset]) -> Files:
    """The files that the settings name. Raises UsageError when one cannot be read or is wrong, with its line."""
    files = Files(settings)
    if settings.waivers is not None:
        source = read_source(settings.waivers, "waivers", settings.limits)
        files = files._replace(waivers=_waivers(source, settings, rulesets), waivers_source=source)
    if settings.baseline is not None:
        from .baseline_file import read_baseline

        source = read_source(settings.baseline, "baseline", settings.limits)
        baseline = read_baseline(source.data, _shown(settings.baseline), settings.limits)
        files = files._replace(baseline=baseline, baseline_source=source)
    if settings.answers is not None:
        files = files._replace(answers=_answers(settings.answers, settings.limits, rulesets))
    return files


def _answers(path: Path, limits: Limits, rulesets: Sequence[Ruleset]) -> Answers:
    from .answering import read_answers

    found = read_answers(path, limits)
    known = {name for ruleset in rulesets for name in (*(rule.id for rule in ruleset.rules), *ruleset.off)}
    found.require_known(known | _shipped(one.criterion for one in found.answers.given if one.criterion not in known))
    return found.answers


def _waivers(source: Source, settings: Settings, rulesets: Sequence[Ruleset]) -> WaiverFile:
    from .waiver_file import read_waivers

    assert settings.waivers is not None
    waivers = read_waivers(source.data, _shown(settings.waivers), settings.limits)
    asked = [rule for ruleset in rulesets for rule in ruleset.rules]
    known = {rule.id for rule in asked} | {name for ruleset in rulesets for name in ruleset.off}
    elsewhere = _shipped(waiver.criterion for waiver in waivers.waivers if waiver.criterion not in known)
    waivers.require_known(known | elsewhere, {rule.id: rule.no_waiver for rule in asked if rule.no_waiver})
    return waivers


def _shown(path: Path) -> str:
    """A path as messages show it: from the present folder where it lies beneath it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def _shipped(names: Iterable[str]) -> set[str]:
    """Those criteria that a shipped ruleset has which is not in use: a council may keep one file for many papers."""
    from .library import shipped_names
    from .library.sources import defines

    return {name for name in names if any(defines(ruleset, name) for ruleset in shipped_names())}


def _known(marks: Mapping[str, Fraction], known: Sequence[str], what: str, origin: str) -> Mapping[str, Fraction]:
    for name in marks:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(dict.fromkeys(known))}."
            raise UsageError(f"{origin}: the gate has a mark for the {what} “{name}”, which does not exist.", hint=hint)
    return marks


def read_source(path: Path, what: str, limits: Limits) -> Source:
    """A file of ``what`` from the disk. Raises UsageError when it cannot be opened."""
    try:
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0))) as stream:
            if not S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise UsageError(f"{path} is not an ordinary file.", hint=f"Name a file of {what}.", file=str(path))
            data = stream.read(limits.yaml_bytes + 1)
    except (OSError, ValueError) as error:
        path = Path(_shown(path))
        cause = (getattr(error, "strerror", None) or str(error)).lower()
        hint = f"'crp-commission new {what}' writes one to start from."
        raise UsageError(f"The file {path} cannot be opened: {cause}.", hint=hint, file=str(path)) from None
    return Source(path.name, data)
