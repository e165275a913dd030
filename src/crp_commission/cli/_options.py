"""The options that commands share: each a type to annotate a parameter with."""

from __future__ import annotations

from typing import Annotated

import typer

Format = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Format of the report; may be repeated. [terminal]")
]
Output = Annotated[
    list[str] | None, typer.Option(metavar="FILE", help="Where it goes; the n-th belongs to the n-th --format.")
]
Ruleset = Annotated[
    list[str] | None, typer.Option(metavar="NAME|FILE", help="Rulesets to judge by; may be repeated. [core]")
]
FailUnder = Annotated[
    str | None, typer.Option(metavar="N", help="Exit 1 if the low end of the score is under N percent.")
]
FailOn = Annotated[
    str | None,
    typer.Option(metavar="LEVEL", help="Exit 1 on a gap at this level or above: critical, major or minor."),
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
Date = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="A date to show in the report; there is none otherwise.")
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
