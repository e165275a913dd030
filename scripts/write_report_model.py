"""Writes docs/report-model.md: what a template sees, from the JSON Schema of the report model.

``python scripts/write_report_model.py`` writes the page; a test fails while it is not fresh.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from crp_commission.renderers._context import TemplateContext
from crp_commission.renderers._filters import FILTERS, FILTERS_ABOUT
from crp_commission.report import FORMAT_VERSION

_SCHEMA = TypeAdapter(TemplateContext).json_schema()
PAGE = Path(__file__).parents[1] / "docs" / "report-model.md"
_INTRODUCTION = f"""# The report model, version {FORMAT_VERSION}

What a template of your own sees. This page is made from the JSON Schema by `scripts/write_report_model.py`. Within a
version fields may be added; none is taken away or changed in meaning. `report` is exactly the saved result
(`crp-commission rules schema result`); the other names are worked out from it. A template can ask for the version:
`report.format_version`.

## A template of your own

A template is a file `NAME.SUFFIX.j2` in a folder of yours, in the language of
[Jinja](https://jinja.palletsprojects.com/templates/). NAME is the format it draws, SUFFIX the kind of file:

    crp-commission report result.json --templates our-templates --format letter --output letter.html
    crp-commission check tender-pack/ --templates our-templates --format letter --output letter.html
    crp-commission report result.json --check-template our-templates/letter.html.j2

The last line says which fields a template uses, which of them do not exist and what was most likely meant, and whether
it draws the result. [examples/templates](../examples/templates) holds a whole one, with a logo and colours of its own.
A file whose name starts with `_` is no format of its own and can be included by others; the shipped templates can be
included and extended too. `templates: our-templates` in crp-commission.yaml stands for the option.

- A name or field that does not exist is an error that names the template, the line and the field.
- What is shown is data. It is never drawn as a template, and made safe for the kind of file by its last ending:
  `.html`, `.htm`, `.xhtml`, `.xml` and `.svg` escape markup; `.md` and `.markdown` escape Markdown; `.csv` makes each
  value a field with the quotation marks it needs, and none a formula, so write `{{{{ a }}}},{{{{ b }}}}` without marks
  of your own; `.txt` and all others show each value on one line, with control characters as pictures, and escape
  nothing else. Put a value in an attribute of HTML between quotation marks, and in no script and no address.
- `none` is shown as nothing.
- In Markdown, what a macro or `super()` gives is escaped like any value, so use `{{% include %}}` for what is shared.
- The filter `safe` is not there, and nothing of the machine can be reached. A template is drawn apart from the program,
  in at most 5 seconds (`limits: template_seconds`) and 512 MB, and writes at most 10,000,000 characters.

## Names
"""


def page() -> str:
    """The whole page."""
    parts = [_INTRODUCTION, _table(_SCHEMA)]
    for name, record in sorted(_SCHEMA["$defs"].items()):
        if "properties" in record:
            about = record.get("description", "").replace("\n", " ")
            parts += [f"\n## {name}\n\n{about}\n", _table(record)]
    parts.append("\n## Words\n\n| Name | One of |\n| --- | --- |")
    for name, record in sorted(_SCHEMA["$defs"].items()):
        if "enum" in record:
            parts.append(f"| {name} | {', '.join(f'`{value}`' for value in record['enum'])} |")
    parts.append(
        "\n## Filters\n\nBeside [those of Jinja](https://jinja.palletsprojects.com/templates/#builtin-filters):\n"
    )
    parts += ["| Filter | Gives |", "| --- | --- |"]
    parts += [f"| `{name}` | {FILTERS_ABOUT[name].replace('|', chr(92) + '|')} |" for name in sorted(FILTERS)]
    return "\n".join(parts) + "\n"


def _table(record: dict[str, Any]) -> str:
    rows = [
        f"| `{name}` | {_kind(about)} | {about.get('description', '').replace('|', '/')} |"
        for name, about in record["properties"].items()
    ]
    return "\n".join(["| Field | Type | What it is |", "| --- | --- | --- |", *rows])


def _kind(about: dict[str, Any]) -> str:
    if "$ref" in about:
        name = about["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower() if 'properties' in _SCHEMA['$defs'][name] else 'words'})"
    if "anyOf" in about:
        return " or ".join(_kind(one) for one in about["anyOf"])
    if "const" in about:
        return f"`{about['const']}`"
    if about.get("type") == "array":
        return f"list of {_kind(about['items'])}"
    if about.get("type") == "object":
        return f"{_kind(about['additionalProperties'])} by name"
    return _TYPES[about["type"]]


_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "null": "none"}

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
