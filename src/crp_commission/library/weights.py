"""The files of the recogniser that ships, read so that a short document needs little of them.

``columns.json`` names the columns, ``features.txt`` the features, one a line, and ``weights.bin`` their rows (see
``Weights``); ``hidden.json`` and ``hidden.bin`` say how it goes on from the hidden units (see ``Hidden``).
``concepts.jsonl`` holds the branches of the concepts, one a line, ``first-words.tsv`` the numbers of those that may
begin with a word, and ``lists.tsv`` the vocabulary lists they use. ``judges-features.txt``, ``judges.bin`` and
``judges-hidden`` are the network that judges.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..language.phrase_index import PhraseIndex
from ..recogniser import Hidden, Judges, Recogniser, Weights

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class Table(Mapping[str, Any]):
    """Lines with a name, a tab and JSON each. A line is decoded only when it is asked for."""

    def __init__(self, text: str) -> None:
        pairs = (line.partition("\t") for line in text.splitlines())
        self._lines = {name: plain for name, _, plain in pairs}
        self._known: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._known:
            self._known[name] = json.loads(self._lines[name])
        return self._known[name]

    def get(self, name: str, default: Any = None) -> Any:
        """What stands under a name; ``default`` where there is no such line."""
        return self[name] if name in self._lines else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class Rows(Sequence[Any]):
    """Lines of JSON. A line is decoded only when it is asked for."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._known: dict[int, Any] = {}

    def __getitem__(self, number: Any) -> Any:
        if number not in self._known:
            self._known[number] = json.loads(self._lines[number])
        return self._known[number]

    def __len__(self) -> int:
        return len(self._lines)


def _mapped(file: Traversable) -> bytes | memoryview:
    """The bytes of a file, of which only those that are looked at are read where it lies in a folder."""
    if not isinstance(file, Path) or not file.stat().st_size:
        return file.read_bytes()
    with file.open("rb") as opened:
        return memoryview(mmap(opened.fileno(), 0, access=ACCESS_READ))


def load(folder: Traversable) -> Recogniser:
    """The recogniser whose files lie in a folder. Raises OSError or ValueError where they are missing or damaged."""

    def text(name: str) -> str:
        return folder.joinpath(name).read_text(encoding="utf-8")

    def weights(hidden: Hidden, features: str, rows: str) -> Weights:
        return Weights(hidden.size, text(features).splitlines(), _mapped(folder.joinpath(rows)))

    def hidden(name: str) -> Hidden:
        plain = json.loads(text(f"{name}.json"))
        outputs = folder.joinpath(f"{name}.bin").read_bytes()
        return Hidden(plain["bias"], plain["steps"], outputs, plain["columns"])

    columns = json.loads(text("columns.json"))
    network, judging = hidden("hidden"), hidden("judges-hidden")
    return Recogniser(
        columns={name: number for number, name in enumerate(columns["columns"])},
        weights=weights(network, "features.txt", "weights.bin"),
        hidden=network,
        concepts=PhraseIndex(Table(text("first-words.tsv")), Rows(text("concepts.jsonl")), Table(text("lists.tsv"))),
        judges=Judges(
            kinds={kind: number for number, kind in enumerate(columns["judgements"])},
            columns=len(columns["columns"]),
            weights=weights(judging, "judges-features.txt", "judges.bin"),
            hidden=judging,
        ),
    )
