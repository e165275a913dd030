"""A copy of a Word document with comments at the words that findings rest on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from ._options import (
    Baseline,
    Config,
    Date,
    Debug,
    FailOn,
    FailUnder,
    NoCache,
    NoConfig,
    NoWaivers,
    Profile,
    Quiet,
    Role,
    Ruleset,
    Strict,
    Waivers,
)

if TYPE_CHECKING:
    from ..annotation import Annotated as Copy
    from ..pack import Member, Pack
    from ..report import Report
    from ..settings import Settings


def run(
    file: Annotated[str, typer.Argument(metavar="FILE.docx", help="The Word document; it is never changed itself.")],
    *,
    output: Annotated[
        str | None, typer.Option(metavar="COPY.docx", help="Where the copy goes. [FILE.annotated.docx, beside it]")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the copy if it exists.")] = False,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Put proposed clauses into the copy too, as tracked changes.")
    ] = False,
    all: Annotated[bool, typer.Option("--all", help="Comment on what is met as well.")] = False,
    ruleset: Ruleset = None,
    fail_under: FailUnder = None,
    fail_on: FailOn = None,
    waivers: Waivers = None,
    no_waivers: NoWaivers = False,
    baseline: Baseline = None,
    profile: Profile = None,
    role: Role = None,
    date: Date = None,
    config: Config = None,
    no_config: NoConfig = False,
    strict: Strict = False,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    """Write a copy of a Word document with a comment at each passage that needs work, and what is missing at its start.

    \b
    Examples:
      crp-commission annotate specification.docx
      crp-commission annotate specification.docx --suggest --output with-clauses.docx
      crp-commission annotate specification.docx --ruleset core --ruleset england --force

    \b
    Exit codes: 0 the gate passed or none was set, 1 the gate failed, 2 wrong usage, no Word document
    or a copy annotated before, 3 no text could be read, 74 the copy could not be written.
    """
    options = {name: value for name, value in locals().items() if name not in _NOT_SETTINGS}
    return _annotate(file, output, options, config, _Choices(force, suggest, all, no_config, debug))


_NOT_SETTINGS = ("file", "output", "force", "suggest", "all", "config", "no_config", "debug")


class _Choices(NamedTuple):
    """Options that are no settings."""

    force: bool
    suggest: bool
    met: bool
    no_config: bool
    debug: bool


def _annotate(file: str, output: str | None, options: dict[str, Any], config: str | None, choices: _Choices) -> int:
    import os
    from dataclasses import replace

    from ..annotation import Wanted, annotate
    from ..settings import resolve
    from ..workflow import check
    from ..writing import Output, write_all
    from ._console import say
    from ._verdict import exit_code, tell

    settings = resolve(options, os.environ, Path(file.replace("\0", "")), config, no_config=choices.no_config)
    settings = replace(settings, format=(), output=())  # those are for reports
    pack, document = _document(file, settings)
    target = _target(file, output, pack, settings, force=choices.force)
    report = check([file], settings, particulars=say if choices.debug else None)
    _require_same(document, report)
    _require_unmarked(document, settings)
    wanted = Wanted(clauses=choices.suggest, met=choices.met, date=settings.date)
    copy = annotate(document.data, report, settings.limits, wanted)
    write_all([Output(target, copy.data)])
    if not settings.quiet:
        say(_told(copy, target))
        tell(report, is_shown=False)
    return exit_code(report, settings)


def _document(file: str, settings: Settings) -> tuple[Pack, Member]:
    """The one document to annotate. Raises UsageError for anything that is not one Word document."""
    from ..document import Note
    from ..errors import NothingReadError, UsageError
    from ..pack import open_pack
    from ..readers.docx import EXTENSIONS

    if file == "-":
        raise UsageError("Standard input cannot be annotated.", hint="Save the document as a file and name that.")
    if Path(file.replace("\0", "")).is_dir():
        hint = "Name one Word file in it, and annotate the others after it."
        raise UsageError(f"{file} is a folder, and one document is annotated at a time.", hint=hint, file=file)
    pack = open_pack([file], settings.limits)
    document = next(pack.documents(), None)
    if document is None or (not isinstance(document, Note) and document.kind != "docx"):
        raise UsageError(
            f"{file} is not a Word document, and comments can be put only into one.", hint=_ELSE, file=file
        )
    if not isinstance(document, Note):
        return pack, document
    if Path(file).suffix.lower() not in EXTENSIONS:
        raise UsageError(f"{file} is not a Word document (.docx). {document.text}", hint=_ELSE, file=file)
    raise NothingReadError(f"{file}: {document.text}", file=file)


_ELSE = (
    "Open it in Word and save it as .docx, or make a report instead: "
    "crp-commission check FILE --format markdown --output report.md"
)


def _target(file: str, output: str | None, pack: Pack, settings: Settings, *, force: bool) -> Path:
    """Where the copy goes. Raises UsageError for a place that holds something that may not be lost."""
    from ..errors import UsageError
    from ..readers.docx import EXTENSIONS
    from ..writing import check_targets

    path = Path(file)
    ending = path.suffix if path.suffix.lower() in EXTENSIONS else EXTENSIONS[0]
    target = Path(output) if output else path.with_name(f"{path.stem}.annotated{ending}")
    if target.suffix.lower() != ending.lower():
        raise UsageError(f"{target} does not end in {ending}, as the document does.", hint="Give it that ending.")
    check_targets([target], {*pack.identities, *_identities(settings)})
    if target.exists() and not force:
        hint = "Choose another name with --output, or replace it with --force."
        raise UsageError(f"{target} exists already.", hint=hint)
    return target


def _identities(settings: Settings) -> set[tuple[int, int]]:
    """Device and inode of every other file that the run reads."""
    import os

    found = set()
    paths = [Path(name) for name in settings.ruleset]
    paths += [path for path in (settings.configuration, settings.answers) if path]
    for path in paths:
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            continue
        found.add((status.st_dev, status.st_ino))
    return found


def _require_same(document: Member, report: Report) -> None:
    from ..errors import UsageError

    if [document.sha256] != [file.sha256 for file in report.files]:
        message = f"{document.path} was changed while it was read."
        raise UsageError(message, hint="Save it, wait until that is done, and try again.", file=document.path)


def _require_unmarked(document: Member, settings: Settings) -> None:
    """Refuse a copy made before: its comments may have been answered, so they are for a person to take out."""
    from ..annotation.earlier import earlier_marks
    from ..errors import UsageError
    from ..plain_words import count_words

    comments, changes = earlier_marks(document.data, document.path, settings.limits)
    told = [count_words(comments, "comment")] if comments else []
    told += [count_words(changes, "tracked change")] if changes else []
    if told:
        message = f"{document.path} was annotated before: it holds {' and '.join(told)} by crp-commission."
        raise UsageError(message, hint=_BEFORE, file=document.path)


_BEFORE = (
    "Annotate the original. If you went on writing in this copy, open it in Word, show the markup of crp-commission "
    "only (Review, Show Markup, Specific People), delete all comments shown, accept or reject the changes, and try "
    "again."
)


def _told(copy: Copy, target: Path) -> str:
    """What was put in and what could not be, in one line."""
    from ..plain_words import count_words

    missing = f", on {count_words(copy.missing, 'criterion', 'criteria')} found missing" if copy.missing else ""
    comments = f"comments at {count_words(copy.passages, 'passage')}{missing} and one at the start"
    clauses = f", {count_words(copy.clauses, 'clause')} as tracked changes" if copy.clauses else ""
    left = ""
    if copy.unplaced:
        stands = "stands" if copy.unplaced == 1 else "stand"
        left = (
            f"; {count_words(copy.unplaced, 'passage')} in a note, text box or drawing could not be marked and {stands}"
            " in the comment at the start"
        )
    signed = "; the digital signature of the original does not hold for the copy" if copy.is_signed else ""
    return f"Wrote {target}: {comments}{clauses}{left}{signed}."
