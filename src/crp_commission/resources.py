"""Where the rulesets and templates that ship with the tool lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def shipped(folder: str) -> Traversable:
    """The shipped folder of that name (``rulesets`` or ``templates``).

    It lies inside the installed package, or at the top of a checkout. In a zipped wheel it is no real folder, so
    use only ``iterdir``, ``joinpath``, ``is_file``, ``read_text`` and ``read_bytes`` on it.

    Raises FileNotFoundError when the installation lacks the folder.
    """
    package = Path(__file__).parent
    for place in (package / folder, package.parents[1] / folder):
        if place.is_dir():
            return place
    return _in_archive(folder)


def ruleset_names(folder: Traversable) -> tuple[str, ...]:
    """The names of the rulesets in a folder, sorted, ``core`` first."""
    names = {
        entry.name.removesuffix(".yaml")
        for entry in folder.iterdir()
        if entry.name.endswith(".yaml") or (entry.is_dir() and entry.joinpath("ruleset.yaml").is_file())
    }
    return tuple(sorted(names, key=lambda name: (name != "core", name)))


def _in_archive(folder: str) -> Traversable:
    from importlib.resources import files  # slow to import, and only a zipped wheel needs it

    place = files(__package__).joinpath(folder)
    if not place.is_dir():
        raise FileNotFoundError(f"the folder {folder} is missing from this installation")
    return place
