"""What a repository holds for itself, such as a README, and what is hidden: beside papers, and not read."""

from __future__ import annotations

import re

from ..document import Note
from ..plain_words import LEFT_OUT

_NAMES = re.compile(
    r"(?:readme|changelog|contributing|licen[cs]e|copying|security|code[-_]of[-_]conduct|codeowners)"
    r"(?:\.(?:md|markdown|rst|txt|html?))?",
    re.IGNORECASE,
)
_SAYS = "it is a repository's own by its name and no paper; give it by name to have it read."


def hidden(path: str) -> Note:
    """The note that stands for a paper, or a folder with one, that a dot before its name hides."""
    return Note(
        path, "", f"{LEFT_OUT} it is hidden by a dot before its name or its folder's; rename that to have it read."
    )


def is_repositorys(path: str) -> bool:
    """Whether a file found in a folder is known by its name as one that a repository has for itself."""
    return bool(_NAMES.fullmatch(path.rpartition("/")[2]))


def repositorys(path: str) -> Note:
    """The note that stands for such a file; no text of any paper is lost by it."""
    return Note(path, "", f"{LEFT_OUT} {_SAYS}")
