"""What a run ends with."""

from __future__ import annotations

import re

from crp_commission.errors import ExitCode
from crp_commission.rule_page.markdown import joined, table

from .pieces import MADE, every_command, told

ABOUT = {
    "PASSED": ("the gate passed, or none was set", "Nothing. The summary says which of the two it was."),
    "GATE_FAILED": ("the gate failed", "Read the reasons under “Gate”; mend the papers or change the gate."),
    "USAGE": (
        "an option, a configuration or a ruleset is wrong, or a path does not exist",
        "The message names the file, the line and what to write instead.",
    ),
    "NOTHING_READ": (
        "no text could be read, for instance for want of memory; with `--strict`, something could not be read",
        "Scanned pages hold no text: ask for the paper as it was written. The message says if memory was short.",
    ),
    "INTERNAL_FAULT": (
        "a fault in the tool, not in your papers",
        "The message names a log file to send; `--debug` shows what is in it.",
    ),
    "NOT_WRITTEN": ("a result could not be written", "Is the folder there, the disk full, the file open in Word?"),
    "INTERRUPTED": ("interrupted, for instance by Ctrl+C", "Start it again; nothing was left half written."),
}


def page() -> str:
    """The whole page."""
    rows = [(str(int(code)), *ABOUT[code.name]) for code in ExitCode]
    own = [(f"`{name}`", told(found)) for name, one in every_command() if (found := _own(one.help))]
    return joined(
        "# Exit codes",
        MADE,
        "A pipeline goes by the number that a run ends with. It is the same whatever the format of the report.",
        table(("Code", "What it means", "What to do"), rows),
        "Only 1 speaks of your papers. Let a pipeline stop on 1 as on a test that failed, and on anything above as on "
        "a check that did not take place.",
        "Some commands say more exactly what their codes mean:",
        table(("Command", "Codes"), own),
        "With `--format json`, an error is a line of JSON on standard error, with `code`, `message`, `file`, `line` "
        "and `hint`.",
    )


def _own(text: str) -> str:
    found = re.search(r"Exit codes: (.*?)(?:\n\s*\n|\Z)", text, re.DOTALL)
    return found[1] if found else ""
