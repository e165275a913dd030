"""The saved result as JSON: written, read back and described by a schema."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from .errors import UsageError
from .report import FORMAT, FORMAT_VERSION, Report

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

_SAVE_AGAIN = "Give a file written by 'crp-commission check --format json'."
_CHANGED = "It was changed by hand or cut short; run the check again."
_FAULTS = (
    ("missing", "is missing"),
    ("tuple", "is not a list"),
    ("dataclass", "is not a set of names with values"),
    ("dict", "is not a set of names with values"),
    ("enum", "is none of {expected}"),
    ("literal", "is none of {expected}"),
    ("string_type", "is not text"),
    ("string", "is not written as the program writes it"),
    ("less_than", "is too high a number"),
    ("greater_than", "is too low a number"),
    ("int", "is not a whole number"),
    ("float", "is not a number"),
    ("bool", "is neither true nor false"),
)
"""What is wrong with a value, by a part of the name that pydantic gives the fault."""
# Characters that JSON allows bare but that steer a terminal, break lines or cannot be encoded.
_BETTER_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def plain(value: Any) -> Any:
    """A record as dicts, lists, strings and numbers, its fields in the order of the dataclass."""
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def report_json(report: Report) -> str:
    """The saved result: the same report gives the same text, ending in a newline."""
    return record_json(report)


def record_json(record: Any) -> str:
    """A record as JSON: the same record gives the same text, ending in a newline."""
    text = json.dumps(plain(record), indent=2, ensure_ascii=False, allow_nan=False)
    return _BETTER_ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def load_report(text: str, name: str) -> Report:
    """The report in the text of a saved result; fields this version does not know are passed over.

    ``name`` is the file's name for messages. Raises UsageError if it is no result, or of a later format.
    """
    data = _data(text, name)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UsageError(f"{name} is not a saved result of crp-commission.", hint=_SAVE_AGAIN, file=name)
    version = data.get("format_version")
    if version != FORMAT_VERSION or isinstance(version, bool):
        raise UsageError(
            f"{name} has format version {version!r:.40}; this program reads version {FORMAT_VERSION}.",
            hint="Bring crp-commission up to date, or run the check again with this version.",
            file=name,
        )
    from pydantic import ValidationError

    try:
        report = _adapter().validate_python(data)
    except ValidationError as fault:
        raise _first_fault(fault, name) from None
    _require_once(report, name)
    return report


def _require_once(report: Report, name: str) -> None:
    """Refuse a result in which one criterion has two verdicts: no reader could say which one counts."""
    seen: set[str] = set()
    for criterion in report.criteria:
        if criterion.id in seen:
            raise UsageError(
                f"{name} is not a whole saved result: the criterion {criterion.id} stands in it twice.",
                hint=_CHANGED,
                file=name,
            )
        seen.add(criterion.id)


def report_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a saved result."""
    return record_schema(Report, "report:1", "A saved result of crp-commission")


def record_schema(kind: Any, name: str, title: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record; ``name`` is the last part of its ``$id``."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(kind).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:crp-commission:{name}",
        "title": title,
        **{key: value for key, value in schema.items() if key != "title"},
    }


@cache
def _adapter() -> TypeAdapter[Report]:
    from pydantic import TypeAdapter  # slow to import, and drawing JSON does not need it

    return TypeAdapter(Report)


def _data(text: str, name: str) -> Any:
    def refused(constant: str) -> None:
        raise ValueError(f"{constant} is not a number JSON knows")

    try:
        return json.loads(text, parse_constant=refused)
    except json.JSONDecodeError as fault:
        message = f"{name} is not JSON: {_breaks_off(fault)}."
        raise UsageError(message, hint=_SAVE_AGAIN, file=name, line=fault.lineno) from None
    except RecursionError:
        raise UsageError(f"{name} is nested too deeply to be a saved result.", hint=_SAVE_AGAIN, file=name) from None
    except ValueError as fault:
        said = "a number in it has too many digits" if "digits" in str(fault) else fault
        raise UsageError(f"{name} is not a saved result: {said}.", hint=_SAVE_AGAIN, file=name) from None


def _breaks_off(fault: json.JSONDecodeError) -> str:
    if not fault.doc.strip():
        return "it is empty"
    if fault.pos >= len(fault.doc.rstrip()) or fault.msg.startswith("Unterminated"):
        return f"it is cut short in line {fault.lineno}"
    return f"it makes no sense from line {fault.lineno}, column {fault.colno}"


def _first_fault(fault: ValidationError, name: str) -> UsageError:
    first = fault.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    said = next((words for kind, words in _FAULTS if kind in first["type"]), "is not what belongs there")
    return UsageError(
        f"{name} is not a whole saved result: “{where}” {said.format(**first.get('ctx', {}))}.",
        hint=_CHANGED,
        file=name,
    )
