"""The options that commands share: each a type to annotate a parameter with."""

from __future__ import annotations

from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated

import typer

from ..resources import shipped


def format_names() -> list[str]:
    """Every shipped format of a report, listed from the folders they lie in, since loading them all takes time."""
    coded = iter_modules([str(Path(__file__).parents[1] / "renderers")])
    drawn = shipped("templates").joinpath("reports").iterdir()
    names = {found.name.replace("_", "-") for found in coded if not found.name.startswith("_")}
    return sorted(names | {file.name.partition(".")[0] for file in drawn if not file.name.startswith("_")})


Format = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help=f"{', '.join(format_names())}; may be repeated. [terminal]"),
]
Output = Annotated[
    list[str] | None, typer.Option(metavar="FILE", help="Where it goes; the n-th belongs to the n-th --format.")
]
Templates = Annotated[
    str | None, typer.Option(metavar="DIR", help="A folder of your own templates, each a format: NAME.SUFFIX.j2.")
]
Ruleset = Annotated[
    list[str] | None, typer.Option(metavar="NAME|FILE", help="Rulesets to judge by; may be repeated. [core]")
]
FailUnder = Annotated[
    str | None,
    typer.Option(
        metavar="N",
        help="Exit 1 if the score, open questions counted as not met, criteria on trial left out, is under N percent.",
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(metavar="LEVEL", help="Exit 1 on a gap at this level or above: critical, major or minor."),
]
Waivers = Annotated[
    str | None, typer.Option(metavar="FILE", help="Criteria accepted as not met; they need --date to hold.")
]
NoWaivers = Annotated[bool, typer.Option("--no-waivers", help="Let no waiver hold, and say what they would hide.")]
Baseline = Annotated[
    str | None, typer.Option(metavar="FILE", help="Findings of an earlier day; only new ones fail --fail-on.")
]
Profile = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="How much to ask: light (critical criteria only, for a small grant), standard (major ones too) or full. "
        "[full]",
    ),
]
Role = Annotated[
    list[str] | None,
    typer.Option(metavar="FILE=ROLE", help="What kind of paper a file is, such as spec.docx=service-specification."),
]
Answers = Annotated[
    str | None, typer.Option(metavar="FILE", help="What people have stated, written by assess; counted beside.")
]
Date = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help="The day of the check, which last days of waivers and answers are held against; there is none otherwise.",
    ),
]
Config = Annotated[str | None, typer.Option(metavar="FILE", help="The configuration to use.")]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Use no configuration file.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 3 if anything could not be read.")]
Workers = Annotated[str | None, typer.Option(metavar="N", help="How many documents to read at a time.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Do not use or keep compiled rulesets.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No messages beside the result and errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show every criterion and all evidence.")]
Color = Annotated[str | None, typer.Option(metavar="WHEN", help="auto, always or never. [auto]")]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="Do not show which file is being read.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the details of an error.")]
