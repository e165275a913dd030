"""The settings: keys of crp-commission.yaml, their defaults, environment variables and options."""

from __future__ import annotations

import dataclasses
from typing import Any

from crp_commission import settings
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.rule_page.markdown import joined, table
from crp_commission.settings import Settings
from crp_commission.settings.values import ALIASES, READERS

from .pieces import MADE, code, command, told

LIMITS = {
    "file_bytes": "bytes of one file",
    "unpacked_bytes": "bytes of one file once it is unpacked",
    "unpacked_ratio": "how many times larger than the file that may be, past the first megabyte",
    "archive_parts": "parts in a Word or OpenDocument file",
    "pack_files": "files in one pack",
    "xml_depth": "how deep tables, lists and other things may stand in one another",
    "characters": "characters of text in one document",
    "pages": "pages of a PDF",
    "sentences": "sentences judged in one check, a long one counting as several; the rest is told as not judged",
    "yaml_bytes": "bytes of a YAML file",
    "yaml_depth": "how deep lists and keys may stand in one another in YAML",
    "yaml_nodes": "values in a YAML file",
    "document_seconds": "seconds for reading one document",
    "template_seconds": "seconds for drawing a template of your own",
    "memory_bytes": "bytes of memory for reading one document",
}
VARIABLES = {
    "CRP_CONFIG": "the configuration file to use, as `--config` does",
    "CRP_NO_CONFIG": "any value: use no configuration file, as `--no-config` does",
    "CRP_DEBUG": "any value: show the details of an error, as `--debug` does",
    "CRP_CACHE_DIR": "the folder in which compiled rulesets are kept",
    "NO_COLOR": "any value: no colour, unless `--color` says otherwise",
    "FORCE_COLOR": "any value but 0: colour even where the output is no terminal",
}
BLOCKS = {
    "limits": "Keys with numbers, in a file only: see below.",
    "gate": "Marks of stages and principles and numbers of verdicts, in a file only: see [Gates](../gates.md).",
}
"""Settings that are blocks of keys: no option and no variable can hold them."""
SPELLED = {new: old for old, new in ALIASES.items() if new != "color"}
_EXAMPLE = """\
rulesets: [core, scotland]
profile: standard
fail-on: critical
fail-under: 40
roles:
  "Appendix 4*.docx": kpi-schedule
  specification.docx: service-specification
limits:
  document-seconds: 60"""


def page() -> str:
    """The whole page."""
    return joined(
        "# Configuration",
        MADE,
        "Settings of a check can stand in a file `crp-commission.yaml` beside the papers or in a folder above them, up "
        "to the top of the repository; or in `[tool.crp-commission]` of a `pyproject.toml`. The nearest file counts, "
        "and it alone. `crp-commission init FOLDER` writes one to start from.",
        "An option counts before an environment variable, that before the file, and that before the default. An "
        "environment variable that is empty counts as not set; in one, the items of a list have commas between them. "
        "A mistyped key is an error that says what was meant. Paths in a file are meant from the folder it lies in "
        "and stay inside it, links followed: what lies elsewhere is given by an option or a variable, since a file "
        "that came with papers may be somebody else's.",
        f"```yaml\n{_EXAMPLE}\n```",
        "What holds now, and where each value was set:",
        "```sh\ncrp-commission config show tender-pack/\n```",
        "## Settings",
        table(("Key", "Default", "Environment", "Option of `check`", "What it is"), map(_setting, READERS)),
        "`colour` is the same as `color`, and of `ruleset`, `role`, `format` and `output` the plural works too.",
        "## Limits",
        "Under `limits`, in a file only: how much a document may ask of the machine before it is refused. A message "
        "that refuses one names its limit. Past `sentences` nothing is refused: what is left out counts as unread, so "
        "that criteria which may stand there are for a person to look at.",
        table(
            ("Key", "Default", "What it bounds"),
            [
                (code(_key(one.name)), f"{one.default:,}", LIMITS[one.name])
                for one in dataclasses.fields(DEFAULT_LIMITS)
            ],
        ),
        "## Other environment variables",
        table(("Variable", "What it does"), [(code(name), text) for name, text in VARIABLES.items()]),
    )


def _key(field: str) -> str:
    return field.replace("_", "-")


def _setting(field: str) -> tuple[str, ...]:
    options = {one.name: one for one in command("check").params}
    option = options.get(field)
    return (
        code(_key(SPELLED.get(field, field))),
        _default(None if field == "gate" else getattr(Settings(), field)),
        code(f"CRP_{field.upper()}") if field not in BLOCKS else "–",
        code(f"--{_key(field)}") if option else "–",
        told(option.help.partition(" [")[0]) if option else BLOCKS[field],
    )


def _default(value: Any) -> str:
    if value in (None, (), 0) and not isinstance(value, bool):
        return "not set"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return code(f"[{', '.join(map(str, value))}]")
    return "see below" if dataclasses.is_dataclass(value) else code(str(value))


def unknown_variables() -> set[str]:
    """Variables that the settings leave to others, and that this page does not name, or the other way round."""
    return settings._OTHERS ^ {name for name in VARIABLES if name.startswith("CRP_")}
