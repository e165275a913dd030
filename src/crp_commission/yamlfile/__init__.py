"""YAML in: the one loader, bounded and strict, which keeps the line of everything it reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import CommissionError, UsageError
from ..limits import Limits
from .building import Builder
from .faults import UNFIT, Faults, explained, starts_where_opened
from .loaded import Loaded, Mark, Path

if TYPE_CHECKING:
    from yaml.events import Event

__all__ = ["Loaded", "Mark", "Path", "load"]


def load(text: str | bytes, name: str, limits: Limits, error: type[CommissionError] = UsageError) -> Loaded:
    """Read one YAML document, shown to people as ``name``.

    Values are read as YAML 1.2 does: only ``true`` and ``false`` are truth values; dates and numbers that start with
    a zero stay text. Refused are repeated keys, keys that are no text, tags, merge keys, more than one document,
    numbers without a value, more than 100 aliases, and what passes ``limits`` (size, depth, number of values).
    Raises ``error`` with the file, the line and what to write instead.
    """
    faults = Faults(name, error)
    return Builder(limits, faults).build(_events(_text(text, limits, faults), faults, limits))


def _text(given: str | bytes, limits: Limits, faults: Faults) -> str:
    data = given if isinstance(given, bytes) else given.encode("utf-8", "replace")
    if len(data) > limits.yaml_bytes:
        faults.beyond(f"is larger than {limits.yaml_bytes:,} bytes, which is the limit for YAML.", "yaml_bytes")
    text = (given if isinstance(given, str) else _decoded(given, faults)).removeprefix("\ufeff")
    unfit = UNFIT.search(text)
    if unfit:
        faults.unfit(
            Mark(text.count("\n", 0, unfit.start()) + 1, unfit.start() - text.rfind("\n", 0, unfit.start())), unfit[0]
        )
    return text


def _decoded(data: bytes, faults: Faults) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as wrong:
        mark = Mark(data.count(b"\n", 0, wrong.start) + 1, wrong.start - data.rfind(b"\n", 0, wrong.start))
        faults.at(mark, "the file is not in the usual encoding (UTF-8).", "Save it again with the encoding UTF-8.")


def _events(text: str, faults: Faults, limits: Limits) -> Iterator[Event]:
    import yaml

    try:
        yield from yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as wrong:
        context = wrong.context or ""
        if "nesting depth" in (wrong.problem or ""):  # the parser's own limit, met before its events reach ours
            most = limits.yaml_depth
            faults.beyond(f"it is nested more than {most} deep, which is the limit.", "yaml_depth", Mark(1, 1))
        found = wrong.context_mark if wrong.context_mark and starts_where_opened(context) else wrong.problem_mark
        mark = Mark(found.line + 1, found.column + 1) if found else Mark(1, 1)
        line = "".join(text.split("\n")[mark.line - 1 : mark.line])
        faults.at(mark, *explained(f"{context} {wrong.problem or ''}", line, mark.column))
    except (yaml.YAMLError, ValueError) as wrong:
        raise faults.kind(f"{faults.name} cannot be read as YAML.", file=faults.name) from wrong
