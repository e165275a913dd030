"""The ways a rule may ask: one file each; a file's name is the YAML key.

An operator module has a docstring, ``Options`` (a dataclass: the YAML it takes), ``phrases(options)`` (what must be
looked up) and ``find(options, reading)`` (the Evidence it finds).
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields
from functools import cache, partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..query import Query


@cache
def names() -> tuple[str, ...]:
    """The names of all operators, sorted."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")))


def load(name: str, options: Any) -> Query:
    """The query of one operator with its options as plain data; raises ValueError with a plain reason."""
    from ..query import Query

    if name not in names():
        close = difflib.get_close_matches(str(name), names(), n=1)
        hint = f"; did you mean '{close[0]}'?" if close else ""
        raise ValueError(f"there is no operator called '{name}' (there are {', '.join(names())}){hint}")
    module = importlib.import_module(f"{__name__}.{name}")
    ready = _options(name, module.Options, options)
    find: Callable[..., Any] = module.find
    phrases: Iterable[str] = module.phrases(ready)
    return Query(tuple(dict.fromkeys(phrases)), partial(find, ready))


def _options(name: str, kind: type[Any], given: Any) -> Any:
    """An operator's options from a mapping, or from a bare list for its first field."""
    known = [field.name for field in fields(kind)]
    if isinstance(given, (list, tuple)):
        given = {known[0]: given}
    if not isinstance(given, dict):
        raise ValueError(f"'{name}' takes a list of signals or a mapping with {', '.join(known)}")
    for key in given:
        if key not in known:
            close = difflib.get_close_matches(str(key), known, n=1)
            hint = f"; did you mean '{close[0]}'?" if close else f" (it takes {', '.join(known)})"
            raise ValueError(f"'{name}' does not know '{key}'{hint}")
    for field in fields(kind):
        if field.default is MISSING and field.default_factory is MISSING and field.name not in given:
            raise ValueError(f"'{name}' needs '{field.name}'")
    for field in fields(kind):
        if field.name in given:
            _check_kind(name, field.name, str(field.type), given[field.name])
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in given.items()})


def _check_kind(name: str, option: str, kind: str, value: Any) -> None:
    """Refuse what has another type than the option, which YAML would let through."""
    if kind.startswith("tuple"):
        right, wanted = (
            isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value),
            "a list of texts",
        )
    elif kind.startswith("bool"):
        right, wanted = isinstance(value, bool), "true or false"
    elif kind.startswith("int"):
        right, wanted = isinstance(value, int) and not isinstance(value, bool), "a whole number"
    else:
        right, wanted = isinstance(value, str) or (value is None and "None" in kind), "a text"
    if not right:
        raise ValueError(f"'{name}': '{option}' is {wanted}")
