"""Every setting of a run and where it came from: option, else environment, else configuration file, else default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import UsageError
from ..limits import DEFAULT_LIMITS, Limits
from .configuration import Configuration, find_configuration, read_configuration
from .gate_marks import ELSEWHERE, GateMarks
from .located import located
from .values import ALIASES, READERS, Wrong, require_unquoted, suggestion

__all__ = ["GateMarks", "Origin", "Settings", "resolve"]

_PREFIX = "CRP_"
# Variables that are read elsewhere.
_OTHERS = frozenset({"CRP_CONFIG", "CRP_NO_CONFIG", "CRP_DEBUG", "CRP_CACHE_DIR"})
_DEFAULT = "default"


class Origin(NamedTuple):
    """Where a value came from, as a person would say it: "--fail-under", "CRP_FAIL_UNDER", "crp-commission.yaml:3".

    ``file`` and ``line`` are there for a value from a configuration file.
    """

    text: str
    is_option: bool = False
    file: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """How a check is run. ``origins`` has the Origin of each value that is no default, by the field's name.

    ``rulesets`` are names of shipped rulesets or paths of files, ``roles`` pairs of a file's pattern and its role,
    ``fail_under`` is in percent of the low end of the score, ``waivers`` and ``baseline`` are files. The n-th of
    ``outputs`` belongs to the n-th of ``formats``, and ``templates`` is a folder with formats of the person's own.
    ``answers`` is the file of what people have stated.
    """

    ruleset: tuple[str, ...] = ("core",)
    profile: str = "full"
    role: tuple[tuple[str, str], ...] = ()
    limits: Limits = DEFAULT_LIMITS
    fail_under: Fraction | None = None
    fail_on: str | None = None
    gate: GateMarks = field(default_factory=GateMarks)
    waivers: Path | None = None
    no_waivers: bool = False
    baseline: Path | None = None
    format: tuple[str, ...] = ()
    output: tuple[str, ...] = ()
    templates: Path | None = None
    answers: Path | None = None
    date: str | None = None
    workers: int = 0
    strict: bool = False
    quiet: bool = False
    verbose: bool = False
    color: str = "auto"
    no_progress: bool = False
    no_cache: bool = False
    configuration: Path | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def origin(self, name: str) -> str:
        """Where the value of a field came from; "default" when nobody set it."""
        return self.origins[name].text if name in self.origins else _DEFAULT


def resolve(
    options: Mapping[str, Any], environment: Mapping[str, str], start: Path, config: str | None, *, no_config: bool
) -> Settings:
    """Settle every setting.

    ``options`` holds what was given on the command line by field name (None, False or empty counts as not given),
    ``start`` is the first document: the configuration is looked for from there upwards, unless ``config`` names one
    or ``no_config`` forbids it. Raises UsageError for a wrong value or an unknown name, with its place.
    """
    configuration = None
    if not (no_config or environment.get(f"{_PREFIX}NO_CONFIG")):
        named = config or environment.get(f"{_PREFIX}CONFIG")
        configuration = read_configuration(Path(named)) if named else find_configuration(start)
    values: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    for given in (_from_file(configuration), _from_environment(environment), _from_options(options)):
        for name, (value, origin) in given.items():
            values[name], origins[name] = value, origin
    path = configuration.path if configuration else None
    return Settings(**values, configuration=path, origins=dict(sorted(origins.items())))


_Given = dict[str, tuple[Any, Origin]]


def _from_options(options: Mapping[str, Any]) -> _Given:
    given: _Given = {}
    for name, value in options.items():
        if value not in (None, False, "", (), []):
            option = f"--{name.replace('_', '-')}"
            given[name] = (_read(name, value, option), Origin(option, is_option=True))
    return given


def _from_environment(environment: Mapping[str, str]) -> _Given:
    given: _Given = {}
    for variable, text in sorted(environment.items()):
        if not variable.startswith(_PREFIX) or not text or variable in _OTHERS:
            continue
        name = _field(variable.removeprefix(_PREFIX).lower())
        if name in READERS:
            given[name] = (_read(name, text, variable), Origin(variable))
        elif near := suggestion(name, READERS):
            known = f"{_PREFIX}{near.upper()}"
            raise UsageError(f"{variable} is not a setting.", hint=f"Did you mean {known}? Or unset it.")
    return given


def _from_file(configuration: Configuration | None) -> _Given:
    given: _Given = {}
    for keys, value in _entries(configuration) if configuration else ():
        assert configuration is not None
        key, name, line = keys[-1], _field(keys[-1].lower().replace("-", "_")), configuration.line(*keys)
        place = f"{configuration.name}:{line}"
        if name not in READERS:
            near = suggestion(name, READERS)
            known = ", ".join(name.replace("_", "-") for name in READERS)
            hint = f"Did you mean “{near.replace('_', '-')}”?" if near else f"The settings are: {known}."
            raise UsageError(f"{place}: “{key}” is not a setting.", hint=hint, file=configuration.name, line=line)
        if value is None:
            continue
        if name in ELSEWHERE and name in given:
            message = f"{place}: “{key}” stands twice, once under “gate”."
            raise UsageError(message, hint="Keep one of the two.", file=configuration.name, line=line)
        try:
            origin = Origin(place, file=configuration.name, line=line)
            given[name] = (located(name, READERS[name](value), configuration.path.parent), origin)
            require_unquoted(name, value)
        except Wrong as wrong:
            line = configuration.line(*keys, *wrong.path)
            message = f"{configuration.name}:{line}: “{key}” {wrong.message}."
            raise UsageError(message, hint=wrong.hint, file=configuration.name, line=line) from None
    return given


def _entries(configuration: Configuration) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every setting with its keys; the pass mark and the severity may also stand in the block ``gate``."""
    for key, value in configuration.values.items():
        if key.lower() != "gate" or not isinstance(value, Mapping):
            yield (key,), value
            continue
        for inner in value:
            if inner.lower().replace("-", "_") in ELSEWHERE:
                yield (key, inner), value[inner]
        own = {inner: one for inner, one in value.items() if inner.lower().replace("-", "_") not in ELSEWHERE}
        if own or not value:
            yield (key,), own


def _field(key: str) -> str:
    return ALIASES.get(key, key)


def _read(name: str, value: Any, origin: str) -> Any:
    try:
        return READERS[name](value)
    except Wrong as wrong:
        raise UsageError(f"{origin} {wrong.message}.", hint=wrong.hint) from None


assert set(READERS) <= {known.name for known in fields(Settings)}
