"""The JSON Schemas of what the tool writes and reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from .._options import Debug


def run(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="result, config, ruleset, spec, answers, waivers, baseline, comparison, what-if."
        ),
    ],
    *,
    debug: Debug = False,
) -> int:
    """Print the JSON Schema of a result, a configuration, a ruleset, a specification, answers, waivers and more.

    \b
    Examples:
      crp-commission rules schema result > result.schema.json
      crp-commission rules schema ruleset > ruleset.schema.json
    """
    from difflib import get_close_matches

    from ...errors import UsageError
    from .._console import show

    if name not in _SCHEMAS:
        near = get_close_matches(name, _SCHEMAS, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(_SCHEMAS)}."
        raise UsageError(f"There is no schema called {name}.", hint=hint)
    show(json.dumps(_SCHEMAS[name](), indent=2, ensure_ascii=False))
    return 0


def _result() -> dict[str, Any]:
    from ...serialising import report_schema

    return report_schema()


def _config() -> dict[str, Any]:
    from ...settings.schema import json_schema

    return json_schema()


def _ruleset() -> dict[str, Any]:
    from ...library.schema import json_schema

    return json_schema()


def _spec() -> dict[str, Any]:
    from ...specification import json_schema

    return json_schema()


def _answers() -> dict[str, Any]:
    from ...answering import json_schema

    return json_schema()


def _waivers() -> dict[str, Any]:
    from ...waiver_file import json_schema

    return json_schema()


def _baseline() -> dict[str, Any]:
    from ...baseline_file import json_schema

    return json_schema()


def _comparison() -> dict[str, Any]:
    from ...comparison import Comparison
    from ...serialising import record_schema

    return record_schema(Comparison, "comparison:1", "A comparison of saved results of crp-commission")


def _what_if() -> dict[str, Any]:
    from ...lifts import WhatWouldChange
    from ...serialising import record_schema

    return record_schema(WhatWouldChange, "what-would-change:1", "What would change the answer of a saved result")


_SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "result": _result,
    "config": _config,
    "ruleset": _ruleset,
    "spec": _spec,
    "answers": _answers,
    "waivers": _waivers,
    "baseline": _baseline,
    "comparison": _comparison,
    "what-if": _what_if,
}
