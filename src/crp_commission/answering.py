"""The file of answers: read with the place of every fault, and changed without touching what else stands in it."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from textwrap import fill
from typing import Any, ClassVar, Literal, NamedTuple, NoReturn

from .answers import Answer, Answers
from .described import CLOSED, says
from .errors import UsageError
from .limits import Limits
from .validation import validate
from .validation.published import published
from .yamlfile import Loaded, load
from .yamlfile.faults import UNFIT

FILE = "answers.yaml"
"""What the file is called unless a person names it; a file of that name is never read as a paper."""
SCHEMA_FILE = "answers.schema.json"
"""The file beside it that editors check it against."""
HEAD = f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
# What people have stated about criteria, with reason and date. It is counted beside what was found in the papers,
# never in its place: crp-commission check PAPERS --answers THIS-FILE
#
# stated    met, partial, gap (missing), contradicted (worked against) or not-applicable; empty: not answered yet
# why, by, date  are needed with it; evidence (what it rests on) and until (its last day, as YYYY-MM-DD) can be left out
# found, text, papers, quote  say what it was given on. Leave them: when the quoted text changes, the answer lapses.
format_version: 1
answers:
"""
_KEYS = ("criterion", "found", "text", "papers", "quote", "stated", "why", "evidence", "by", "date", "until")
_WIDTH = 118
_PLAIN = frozenset({"found", "stated", "date", "until"})
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class _File:
    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    format_version: Literal[1] = field(metadata=says("The version of this format."))
    answers: tuple[Answer, ...] = field(metadata=says("One entry a criterion."))


class AnswersFile(NamedTuple):
    """The answers of a file, the name that messages call it by, where each answer stands in it, and its text."""

    answers: Answers
    shown: str
    loaded: Loaded
    text: str

    def require_known(self, known: Collection[str]) -> None:
        """Raises UsageError for an answer to a criterion that is not among those ``known``."""
        for number, one in enumerate(self.answers.given):
            if one.criterion not in known:
                near = get_close_matches(one.criterion, known, n=1)
                hint = f"Did you mean {near[0]}?" if near else "Name the ruleset that has it with --ruleset."
                _refuse(self, number, f"no ruleset in use has a criterion called “{one.criterion[:80]}”.", hint)


def read_answers(path: Path, limits: Limits) -> AnswersFile:
    """The answers in a file. Raises UsageError, with file and line, when it is not written as it should be."""
    data = _bytes(path, limits)
    read = _parsed(data, _name(path), limits)
    return read._replace(answers=read.answers._replace(name=path.name))


def _parsed(data: bytes, name: str, limits: Limits) -> AnswersFile:
    loaded = _without_blanks(load(data, name, limits))
    made = validate(_File, loaded, name)
    text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    answers = Answers(name, hashlib.sha256(data).hexdigest(), made.answers)
    read = AnswersFile(answers, name, loaded, text)
    first: dict[str, int] = {}
    for number, one in enumerate(made.answers):
        if one.criterion in first:
            line = loaded.mark(("answers", first[one.criterion], "criterion")).line
            _refuse(read, number, f"{one.criterion} is answered twice, first on line {line}.", "Keep one of the two.")
        first[one.criterion] = number
    return read


def _without_blanks(loaded: Loaded) -> Loaded:
    """Keys that wait for a value count as not there."""
    entries = loaded.data.get("answers") if isinstance(loaded.data, dict) else None
    if not isinstance(entries, list):
        return loaded
    filled = [
        {key: value for key, value in entry.items() if value is not None} if isinstance(entry, dict) else entry
        for entry in entries
    ]
    return replace(loaded, data={**loaded.data, "answers": filled})


def _refuse(read: AnswersFile, number: int, what: str, hint: str) -> NoReturn:
    name, mark = read.shown, read.loaded.mark(("answers", number, "criterion"))
    raise UsageError(f"{name}:{mark.line}:{mark.column}: {what}", hint=hint, file=name, line=mark.line)


def _name(path: Path) -> str:
    """The file's name as shown in messages: from the present folder where it lies beneath it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return str(path)


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0))) as stream:
            return stream.read(limits.yaml_bytes + 1)
    except (OSError, ValueError) as error:
        cause = (getattr(error, "strerror", None) or str(error)).lower()
        raise UsageError(f"The answers {path} cannot be opened: {cause}.", file=str(path)) from None


def json_schema() -> dict[str, Any]:
    """The JSON Schema of an answers file, in the draft that editors of YAML understand."""
    schema = published(_File, "Answers for crp-commission")
    entry = schema["definitions"]["Answer"]
    for name, told in entry["properties"].items():
        if name not in entry["required"] and told.get("type") == "string":
            told["type"] = ["string", "null"]  # a key may wait for its value
    return schema


def new_text(entries: Sequence[tuple[Answer, Sequence[str]]]) -> str:
    """The text of a new file: each answer or question with the lines of comment to stand above it."""
    if not entries:
        return HEAD.removesuffix("answers:\n") + "answers: []\n"
    parts = ["".join(map(_comment, about)) + entry_text(one) for one, about in entries]
    return HEAD + "\n".join(parts)


def _comment(text: str) -> str:
    start = "  # "
    return fill(_shown(text), _WIDTH, initial_indent=start, subsequent_indent=start, break_on_hyphens=False) + "\n"


def entry_text(answer: Answer) -> str:
    """An answer as an entry of the list, a key a line; keys that may be left out are, where they are empty."""
    return "".join(_lines(_writable(answer)))


def _lines(answer: Answer) -> Iterator[str]:
    is_question = answer.stated is None
    for key in _KEYS:
        value = getattr(answer, key)
        if not value and (key in ("papers", "quote") or not is_question):
            continue
        start = "  - " if key == _KEYS[0] else "    "
        shown = "" if not value else str(value) if key in _PLAIN else _quoted(value)
        yield f"{start}{key}: {shown}".rstrip() + "\n"


def put(text: str, answer: Answer, limits: Limits) -> str:
    """The text of a file with an answer in the place of the one on the same criterion, else at its end.

    All else is left as it stands. Where that cannot be done, as in a file written in another style, it is all written
    anew, and comments are lost.
    """
    answer = _writable(answer)
    read = _parsed(text.encode(), FILE, limits)
    wanted = [answer if one.criterion == answer.criterion else one for one in read.answers.given]
    if answer not in wanted:
        wanted.append(answer)
    changed = _spliced(read, answer)
    try:
        is_right = list(_parsed(changed.encode(), FILE, limits).answers.given) == wanted
    except UsageError:
        is_right = False
    return changed if is_right else HEAD + "\n".join(map(entry_text, wanted))


def _writable(answer: Answer) -> Answer:
    """The answer without signs that no file may hold."""
    texts = {key: UNFIT.sub("\ufffd", getattr(answer, key)) for key in ("quote", "why", "evidence", "by")}
    return replace(answer, **texts)  # type: ignore[arg-type]


def _spliced(read: AnswersFile, answer: Answer) -> str:
    lines = read.text.splitlines(keepends=True)
    given = read.answers.given
    starts = [read.loaded.mark(("answers", number, "criterion")).line - 1 for number in range(len(given))]
    number = next((at for at, one in enumerate(given) if one.criterion == answer.criterion), None)
    if number is None:
        gap = "" if not lines or lines[-1].endswith("\n") else "\n"
        return f"{read.text}{gap}\n{entry_text(answer)}"
    end = starts[number + 1] if number + 1 < len(starts) else len(lines)
    while end > starts[number] + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return "".join([*lines[: starts[number]], entry_text(answer), *lines[end:]])


def _quoted(text: str) -> str:
    whole = json.dumps(text, ensure_ascii=False)
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", whole)


def _shown(text: str) -> str:
    return " ".join(UNFIT.sub("\ufffd", text).split())
