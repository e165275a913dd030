"""Paths in a configuration file: meant from the folder that it lies in, and kept inside it.

A configuration is found beside the papers, and whoever sent those may have written it: what it names is read and
overwritten without a question, so it may name nothing that lies elsewhere. Options and variables are the person's own.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from ..resources import ruleset_names, shipped
from .values import Wrong, suggestion

_PATHS = ("templates", "waivers", "baseline", "answers")


def located(name: str, value: Any, folder: Path) -> Any:
    """The value of a setting with its paths in ``folder``, whose own links are resolved. Raises Wrong."""
    if name == "ruleset":
        return tuple(_ruleset(text, folder) for text in value)
    if name == "output":
        return tuple(text if text == "-" else str(_inside(name, text, folder)) for text in value)
    return _inside(name, value, folder) if name in _PATHS else value


def _ruleset(text: str, folder: Path) -> str:
    """A shipped ruleset by its name; anything else is a file or a folder, and never one where the run happens to be."""
    names = ruleset_names(shipped("rulesets"))
    if text in names:
        return text
    place = _inside("ruleset", text, folder)
    if os.path.exists(place) or text.endswith((".yaml", ".yml")) or "/" in text:
        return str(place)
    near = suggestion(text, names)
    hint = f"Did you mean {near}?" if near else f"There are: {', '.join(names)}; or name a YAML file in that folder."
    raise Wrong(f"names “{text}”, which is no ruleset that ships and does not lie in the folder of this file", hint)


def _inside(name: str, path: str | Path, folder: Path) -> Path:
    place = folder / path
    try:
        is_inside = not Path(path).is_absolute() and Path(os.path.realpath(place)).is_relative_to(folder)
    except ValueError:  # a name that no file can have
        is_inside = False
    if is_inside:
        return place
    hint = f"Name one in that folder, from there, or take this out and give it on the command line with --{name}."
    raise Wrong(f"names “{path}”, which does not lie inside the folder of this file", hint)
