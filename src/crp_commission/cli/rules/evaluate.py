"""How well rulesets judge labelled cases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from .._plain_formats import TextOrJson

if TYPE_CHECKING:
    from ...evaluation import Case


def run(
    cases: Annotated[str, typer.Argument(metavar="CASES.jsonl", help="Labelled cases, one JSON object a line.")],
    *,
    ruleset: Annotated[
        list[str] | None, typer.Option("--ruleset", metavar="NAME|FILE", help="A ruleset; may be repeated.")
    ] = None,
    predictions: Annotated[
        str | None, typer.Option("--predictions", metavar="FILE", help="Write what was found in each case here.")
    ] = None,
    format: TextOrJson = "text",
) -> int:
    """Measure rulesets on labelled cases: what is found, missed, and found wrongly.

    \b
    Example:
      crp-commission rules evaluate cases.jsonl --ruleset core --predictions found.jsonl
    """
    import json
    from pathlib import Path

    from ...evaluation import load_cases, measure, predict
    from ...evaluation.telling import as_data, as_lines
    from ...library import find, recogniser, shipped_names
    from .._console import show
    from .._plain_formats import is_json

    wants_json = is_json(format)
    labelled = load_cases(_text_of(cases), cases)
    asked = find(ruleset or ["core"])
    others = [name for name in shipped_names() if name not in {one.id for one in asked} and _wanted(name, labelled)]
    known = {one.id: one for one in (*asked, *(find(others) if others else ()))}
    found = predict(labelled, known, [one.id for one in asked], recogniser())
    if predictions is not None:
        from ...writing import Output, write_all

        lines = "".join(json.dumps(one.plain(), ensure_ascii=False) + "\n" for one in found)
        write_all([Output(Path(predictions), lines.encode())])
    measured = measure(found)
    if wants_json:
        show(json.dumps(as_data(measured), ensure_ascii=False, indent=2))
    else:
        show(*as_lines(measured))
    return 0


def _wanted(name: str, labelled: Sequence[Case]) -> bool:
    return any(name in (case.rulesets or ()) for case in labelled)


def _text_of(path: str) -> str:
    from ...errors import UsageError
    from ...limits import DEFAULT_LIMITS
    from ...ordinary import cause, read_ordinary

    most = DEFAULT_LIMITS.file_bytes
    try:
        data = read_ordinary(path, most + 1)
        text = data.decode("utf-8-sig")
    except FileNotFoundError as wrong:
        raise UsageError(f"The file {path} does not exist.", file=path) from wrong
    except UnicodeDecodeError as wrong:
        raise UsageError(f"{path} cannot be read as text in UTF-8.", file=path) from wrong
    except (OSError, ValueError) as wrong:
        raise UsageError(f"{path} cannot be opened: {cause(wrong)}.", file=path) from wrong
    if len(data) > most:
        raise UsageError(f"{path} is larger than {most:,} bytes.", hint="Give the cases in several files.", file=path)
    return text
