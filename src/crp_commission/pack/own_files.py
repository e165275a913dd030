"""What this program wrote, or reads beside the papers, known by its content: it lies among papers and is none.

Read as a paper, a report would prove with its own advice what the papers do not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from ..document import Block, Note
from ..errors import NotReadError
from ..filekind import ZIP
from ..limits import Limits
from ..plain_words import LEFT_OUT, LIMITS

REPORT = "a report"
_LOOKED_AT = 65_536
_NAME = "crp-commission"
_TOP = 3
_PAGE = re.compile(rb'<meta name="generator" content="crp-commission ')
_SARIF = re.compile(rb'"driver": \{\s*"name": "crp-commission",')
_QUALITY = rb'"check_name": "[^"]+",\s*"fingerprint": "[0-9a-f]{16}",\s*"severity": '
_MARKS = {
    ".html": _PAGE,
    ".htm": _PAGE,
    ".json": re.compile(
        rb'\A\s*\{\s*"format": "crp-commission/|' + _SARIF.pattern + rb"|\A\s*\[.*?" + _QUALITY, re.DOTALL
    ),
    ".sarif": _SARIF,
    ".xml": re.compile(rb'<testsuites name="crp-commission"'),
    ".csv": re.compile(rb"\A(?:\xef\xbb\xbf)?criterion,ruleset,stage,principle,"),
}
_WORKBOOK, _MAKER = "docProps/core.xml", b"<dc:creator>crp-commission "
_OPENING = re.compile(
    r"Children['’]s rights(?: in |: what changed|: results side by side)|.*: what it means for you$"
    r"|.*: briefing for members$|.*: what would change the answer\b|Draft for a child rights impact assessment: "
    r"|(?:Read|Before|1)\s.*(?:\d words?\b|·)|::(?:error|warning|notice) "
)
"""A long path leaves the number of words to the next line."""
_KEY = re.compile(r"""["']?([A-Za-z][\w-]*)["']?\s*:(?:\s+(.*))?$""")
_NO_KEY = re.compile(r"\s|#|-(?:\s|$)|---|\.\.\.|\]|\}|$")


class _Keys(NamedTuple):
    """A kind of YAML file by the keys at its top: ``any_of`` are those that tell it, ``known`` all that it may have."""

    what: str
    any_of: frozenset[str]
    known: frozenset[str]
    needed: frozenset[str] = frozenset()


_VERSION = "format_version"
RULESET_KEYS = frozenset(
    {"id", "title", "version", "extends", "uses", "stages", "principles", "scale", "vocabulary", "rules", "adjust"}
    | {"sources"}
)
SETTINGS = frozenset(
    {"ruleset", "rulesets", "profile", "role", "roles", "limits", "fail_under", "fail_on", "gate", "waivers"}
    | {"no_waivers", "baseline", "format", "formats", "output", "outputs", "templates", "answers", "date", "workers"}
    | {"strict", "quiet", "verbose", "color", "colour", "no_progress", "no_cache"}
)
_TELLING = frozenset({"fail_under", "fail_on", "gate", "waivers", "no_waivers", "baseline", "answers"})
# Two of these keys stand in a configuration too, where they name a file and hold no list.
_LISTS, _NAMED = ("waivers", "answers", "findings"), ("waivers", "answers", "baseline")
_FILES = (
    _Keys("a file of waivers", frozenset({"waivers"}), frozenset({"waivers", _VERSION})),
    _Keys("a file of answers", frozenset({"answers"}), frozenset({"answers", _VERSION}), frozenset({_VERSION})),
    _Keys("a baseline", frozenset({"findings"}), frozenset({"pack", "findings", _VERSION}), frozenset({"pack"})),
)
_SETTINGS_FILE = _Keys("a configuration", _TELLING | {"ruleset", "rulesets", "role", "roles"}, SETTINGS)
_RULESET_FILE = _Keys("a ruleset", frozenset({"rules", "extends", "uses"}), RULESET_KEYS, frozenset({"id"}))


def left_out(path: str, what: str) -> Note:
    """The note that stands for a file of the program's own; no text of any paper is lost by it."""
    return Note(path, "", f"{LEFT_OUT} it is {what} of {_NAME}'s and no paper.")


def own_file(data: bytes, path: str, limits: Limits) -> str:
    """What file of this program's own the bytes are, as "a baseline"; empty for everything that may be a paper.

    Reports that are read as text only show themselves in it: ``is_report`` knows those.
    """
    ending = PurePosixPath(path).suffix.lower()
    if ending in (".yaml", ".yml"):
        return _yaml_file(data) if len(data) <= limits.yaml_bytes else ""
    if ending in _MARKS and _MARKS[ending].search(data, 0, _LOOKED_AT):
        return REPORT
    return REPORT if ending == ".xlsx" and _is_own_workbook(data, limits) else ""


def is_report(blocks: Iterable[Block]) -> bool:
    """Whether a text is a report of this program's as a whole, whatever kind of file it lies in.

    Every report says what it does not say, and names the program. A paper may quote all of that, or have a report
    bound in behind: it neither opens as a report does nor says it at the top as its own.
    """
    texts = [(block.text, block.quoted) for block in blocks]
    said = " ".join(LIMITS)
    at_top = any(text.startswith(said) and not quoted for text, quoted in texts[:_TOP])
    opens = bool(texts) and bool(_OPENING.match(texts[0][0])) and any(LIMITS[0] in text for text, _ in texts)
    return (at_top or opens) and any(_NAME in text for text, _ in texts)


def _yaml_file(data: bytes) -> str:
    keys = _keys(data.decode("utf-8-sig", "replace"))
    for kind in _FILES:
        if _is(kind, keys) and all(_is_list(keys[key]) for key in _LISTS if key in keys):
            return kind.what
    if _is(_RULESET_FILE, keys):
        return _RULESET_FILE.what
    plain = {key.lower().replace("-", "_"): value for key, value in keys.items()}
    names_files = all(not _is_list(plain[key]) for key in _NAMED if key in plain)
    return _SETTINGS_FILE.what if _is(_SETTINGS_FILE, plain) and names_files else ""


def _is(kind: _Keys, keys: Mapping[str, str]) -> bool:
    return bool(kind.any_of & keys.keys()) and kind.needed <= keys.keys() <= kind.known


def _is_list(value: str) -> bool:
    return not value or value.startswith(("[", "#"))


def _keys(text: str) -> dict[str, str]:
    """The keys at the top of a YAML file, each with what follows it on its line; none if another line stands there."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if _NO_KEY.match(line):
            continue
        key = _KEY.match(line)
        if not key:
            return {}
        found[key[1]] = (key[2] or "").strip()
    return found


def _is_own_workbook(data: bytes, limits: Limits) -> bool:
    from ..archive import Archive

    if not data.startswith(ZIP):
        return False
    try:
        archive = Archive(data, "", limits)
        return _WORKBOOK in archive.names and _MAKER in archive.read(_WORKBOOK)
    except NotReadError:
        return False
