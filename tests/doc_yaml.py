"""What the YAML, TOML and JSON in the documentation is, and whether it is right."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from crp_commission.answering import read_answers
from crp_commission.library import lint
from crp_commission.limits import DEFAULT_LIMITS
from crp_commission.settings import resolve
from crp_commission.settings.values import ALIASES, READERS
from crp_commission.waiver_file import read_waivers

_SETTINGS = {*READERS, *ALIASES}
_PIPELINE = {"jobs", "repos", "script", "uses", "run", "stages", "include", "inputs"}


def check(kind: str, text: str, folder: Path) -> Iterator[str]:
    """Hold a block against what reads it. Yields the commands in it, which are to be run too."""
    if kind == "json":
        json.loads(text)
    elif kind == "toml":
        assert tomllib.loads(text)
        _settings(text, folder / "pyproject.toml")
    else:
        yield from _yaml(text, folder)


def _yaml(text: str, folder: Path) -> Iterator[str]:
    data = yaml.safe_load(text)
    keys = set(data) if isinstance(data, dict) else set()
    if keys == {"waivers"} and isinstance(data["waivers"], list):
        read_waivers(text.encode(), "waivers.yaml")
    elif keys == {"format_version", "answers"}:
        folder.mkdir(exist_ok=True, parents=True)
        (folder / "answers.yaml").write_text(text, encoding="utf-8")
        read_answers(folder / "answers.yaml", DEFAULT_LIMITS)
    elif keys and {str(key).replace("-", "_") for key in keys} <= _SETTINGS:
        _settings(text, folder / "crp-commission.yaml")
    elif keys & {"rules", "extends", "uses", "adjust"} and "id" in keys:
        file = folder / f"{data['id']}.yaml"
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text(text, encoding="utf-8")
        lint(str(file))
    elif _PIPELINE & set(_keys(data)):
        yield from _commands(data)
    else:
        raise AssertionError("nothing is known that reads this YAML; see doc_yaml.py")


def _settings(text: str, file: Path) -> None:
    """The settings are known and may be so."""
    file.parent.mkdir(exist_ok=True, parents=True)
    file.write_text(text, encoding="utf-8")
    resolve({}, {}, file.parent, None, no_config=False)


def _keys(data: Any) -> Iterator[str]:
    for key, value in data.items() if isinstance(data, dict) else ():
        yield str(key)
        yield from _keys(value)
    for value in data if isinstance(data, list) else ():
        yield from _keys(value)


def _commands(data: Any) -> Iterator[str]:
    """The commands of this program in a pipeline."""
    texts = [data] if isinstance(data, str) else data.values() if isinstance(data, dict) else data
    for text in texts if isinstance(texts, list) or not isinstance(data, str) else ():
        if isinstance(text, (dict, list)):
            yield from _commands(text)
        elif isinstance(text, str):
            joined = re.sub(r"\\\n\s*", "", text)
            yield from (line.strip() for line in joined.splitlines() if line.strip().startswith("crp-commission "))
