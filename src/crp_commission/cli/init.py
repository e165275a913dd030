"""Settings for a folder of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ._options import Debug, NoProgress, Quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ..report import Report
    from ..settings import Settings
    from ..starting import FirstGate


def run(
    folder: Annotated[
        str, typer.Argument(metavar="[FOLDER]", help="The folder with the papers.", show_default=False)
    ] = ".",
    *,
    nation: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="england, scotland, wales, northern-ireland, or none for no nation."),
    ] = None,
    service: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Kind of service; may be repeated: care-accommodation, child-poverty, child-protection, "
            "disabled-children, planning-governance, social-work, universal, or none of these.",
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing and take what the papers call for.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a crp-commission.yaml that is there.")] = False,
    quiet: Quiet = False,
    no_progress: NoProgress = False,
    debug: Debug = False,
) -> int:
    """Look at the papers in a folder and write a crp-commission.yaml to start from.

    It holds the rulesets that fit, what kind of paper each file is, and a gate that today's papers pass. On a terminal
    you are asked for nation and kind of service; elsewhere, or with --yes, what the papers themselves say is taken.

    \b
    Examples:
      crp-commission init tender-pack/
      crp-commission init tender-pack/ --nation wales --service social-work --service child-protection --force
    """
    import os
    from pathlib import Path

    from ..settings import resolve
    from ..settings.configuration import FILE

    place = Path(folder.replace("\0", ""))
    target = place / FILE
    _require_free(place, target, force)
    _require_known(nation, service or [])
    settings = resolve({"quiet": quiet, "no_progress": no_progress}, os.environ, place, None, no_config=True)
    _start(folder, target, settings, lambda report: _choose(report, nation, service, is_asked=not yes))
    return 0


def _start(folder: str, target: Path, settings: Settings, choose: Callable[[Report | None], tuple[str, ...]]) -> None:
    """Look at the papers, have the rulesets chosen, and write the configuration that fits."""
    from ..starting import first_gate

    report = _look(folder, settings, ("core",))
    if not settings.quiet:
        _tell_papers(report)
    rulesets = choose(report)
    if report is not None and len(rulesets) > 1:
        report = _look(folder, settings, rulesets)
    gate = first_gate(report)
    _write(target, report, rulesets, gate)
    if not settings.quiet:
        _tell_next(folder, target, report, rulesets, gate)


def _require_free(place: Path, target: Path, force: bool) -> None:
    import os

    from ..errors import UsageError

    if not place.is_dir():
        problem = "is a file, not a folder" if place.exists() else "does not exist"
        raise UsageError(f"{place} {problem}.", hint="Name the folder that holds the papers.", file=str(place))
    if os.path.lexists(target) and not force:
        raise UsageError(f"{target} exists already.", hint="Change it by hand, or replace it with --force.")


def _require_known(nation: str | None, services: Sequence[str]) -> None:
    from ..errors import UsageError
    from ..settings.values import suggestion
    from ..starting import NATIONS, NONE, SERVICES

    given = [("--nation", nation, NATIONS)] if nation is not None else []
    for option, name, known in (*given, *(("--service", name, SERVICES) for name in services)):
        choices = (*known, NONE)
        if name not in choices:
            near = suggestion(name, choices)
            hint = f"Did you mean {near}?" if near else f"It is one of: {', '.join(choices)}."
            raise UsageError(f"{option} cannot be “{name}”.", hint=hint)


def _look(folder: str, settings: Settings, rulesets: tuple[str, ...]) -> Report | None:
    """The papers judged by the rulesets alone, whatever is set elsewhere; None where nothing could be read."""
    from dataclasses import replace

    from ..errors import NothingReadError
    from ..settings import Settings
    from ..workflow import check
    from ._console import ProgressLine

    plain = Settings(limits=settings.limits, workers=settings.workers, no_cache=settings.no_cache)
    progress = ProgressLine(wanted=not (settings.quiet or settings.no_progress))
    try:
        return check([folder], replace(plain, ruleset=rulesets), progress=progress)
    except NothingReadError:
        return None
    finally:
        progress.clear()


def _choose(
    report: Report | None, nation: str | None, services: list[str] | None, *, is_asked: bool
) -> tuple[str, ...]:
    """Core, then the nation, then the kinds of service: as given, else as asked, else as the papers call for."""
    from ..starting import NATIONS, NONE, SERVICES
    from ._asking import may_ask

    is_asked = is_asked and may_ask()
    nations = (nation,) if nation else _answer("Which nation's law is this for?", report, NATIONS, 1, is_asked)
    kinds = tuple(services) if services else _answer("What kind of service is it?", report, SERVICES, 3, is_asked)
    return tuple(dict.fromkeys(name for name in ("core", *nations, *kinds) if name != NONE))


def _answer(
    question: str, report: Report | None, known: Mapping[str, str], most: int, is_asked: bool
) -> tuple[str, ...]:
    from ..starting import NONE, proposed
    from ._asking import ask

    proposal = proposed(report, known)[:most] or (NONE,)
    if not is_asked:
        return proposal
    return ask(question, {**known, NONE: "none of these"}, proposal, several=most > 1)


def _write(target: Path, report: Report | None, rulesets: tuple[str, ...], gate: FirstGate) -> None:
    from ..settings.schema import SCHEMA_FILE, json_schema
    from ..starting import configuration_text
    from ..writing import Output, write_all
    from ._scaffolding import schema_output

    files = report.files if report else ()
    text = configuration_text(rulesets, files, gate, SCHEMA_FILE)
    beside = schema_output(target.parent / SCHEMA_FILE, json_schema, force=target.exists())
    write_all([Output(target, text.encode("utf-8", "backslashreplace")), *beside])


def _tell_papers(report: Report | None) -> None:
    from ..plain_words import count_words, role_words
    from ._console import say

    if report is None:
        say("No paper that can be read is in this folder yet; the settings can be written all the same.")
        return
    width = min(max(len(file.path) for file in report.files), 60)
    say(f"{count_words(len(report.files), 'paper')} found:")
    say(*(f"  {file.path:{width}}  {role_words(file.role)}" for file in report.files))
    say(*(f"  {path}  not read" for path in report.reading.not_read))
    say(*(f"They call for {one.ruleset}: {one.because}." for one in report.suggestions))


def _tell_next(folder: str, target: Path, report: Report | None, rulesets: tuple[str, ...], gate: FirstGate) -> None:
    import shlex

    from ..roles import UNKNOWN
    from ._console import say

    place = shlex.quote(folder)
    say(f"Wrote {target}: rulesets {', '.join(rulesets)}.", *([gate.caution] if gate.caution else []), "", "Next:")
    if report and any(file.role == UNKNOWN for file in report.files):
        say("  Say in it what kind of paper the others are: the lines are there, behind a #.")
    say(
        f"  crp-commission check {place}   judges the papers with these settings",
        f"  crp-commission config show {place}   lists every setting and where it came from",
    )
