"""What a worker is asked and how it can end, and what each end means to the person who waits for the file."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any, NamedTuple

from ..document import Extract
from ..errors import NotReadError, UsageError
from ..limits import Limits
from .transfer import from_plain


class Job(NamedTuple):
    """A file to read: the module whose ``read`` is for it, its bytes, and the path to show.

    The module is imported by the worker, beside what the tool itself is doing meanwhile.
    """

    reader: str
    data: bytes
    name: str


class Stopped(Enum):
    """How a worker ended without an answer that can be used."""

    TOO_SLOW = "too slow"
    TOO_LONG = "too long"
    TOO_MUCH_MEMORY = "too much memory"
    NO_ANSWER = "no answer"


def understand(encoded: bytes | Stopped, name: str, limits: Limits) -> Extract | NotReadError:
    """The extract that a worker sent, or why there is none, in words for the person who gave the file."""
    if isinstance(encoded, Stopped):
        return _explain(encoded, name, limits)
    try:
        sent: dict[str, Any] = json.loads(encoded)
        if "extract" in sent:
            return from_plain(sent["extract"], name)
        if "refused" in sent:
            refused = sent["refused"]
            return NotReadError(refused["message"], hint=refused["hint"], file=name, line=refused["line"])
        error = _explain(Stopped(sent["stopped"]), name, limits)
        error.add_note(sent["fault"])
    except (ValueError, TypeError, LookupError, RecursionError):
        return _explain(Stopped.NO_ANSWER, name, limits)
    return error


def understand_text(encoded: bytes | Stopped, name: str, limits: Limits) -> str:
    """The text that a worker made of a template; UsageError, in words for its author, if there is none."""
    try:
        if isinstance(encoded, Stopped):
            raise _explain_template(encoded, name, limits)
        sent: dict[str, Any] = json.loads(encoded)
        if "refused" in sent:
            refused = sent["refused"]
            raise UsageError(refused["message"], hint=refused["hint"], file=refused["file"], line=refused["line"])
        if "stopped" in sent:
            error = _explain_template(Stopped(sent["stopped"]), name, limits)
            error.add_note(sent["fault"])
            raise error
        return str(sent["text"])
    except (ValueError, TypeError, LookupError, RecursionError):
        raise _explain_template(Stopped.NO_ANSWER, name, limits) from None


def _size(number: int) -> str:
    """A number of bytes, in megabytes where there is one at least."""
    return f"{number // 1_000_000} MB" if number >= 1_000_000 else f"{number:,} bytes"


def _explain_template(end: Stopped, name: str, limits: Limits) -> UsageError:
    message, hint = {
        Stopped.TOO_SLOW: (
            f"took longer than {limits.document_seconds} s to draw",
            "Look for a loop in a loop, or raise `limits: template_seconds` in crp-commission.yaml.",
        ),
        Stopped.TOO_MUCH_MEMORY: (
            f"needed more memory than {_size(limits.memory_bytes)} to draw",
            "Look for a text or a list that is repeated.",
        ),
        Stopped.TOO_LONG: ("writes too much", "Look for a loop that repeats itself."),
        Stopped.NO_ANSWER: ("could not be drawn: it stopped without an answer", "Look for what it does unusually."),
    }[end]
    return UsageError(f"The template {name} {message}.", hint=hint, file=name)


def _explain(end: Stopped, name: str, limits: Limits) -> NotReadError:
    setting = "If you trust the file, raise `limits: {}` in crp-commission.yaml."
    message, hint = {
        Stopped.TOO_SLOW: (
            f"{name} took longer than {limits.document_seconds} s to read.",
            setting.format("document_seconds"),
        ),
        Stopped.TOO_MUCH_MEMORY: (
            f"{name} needed more memory than {_size(limits.memory_bytes)} to read.",
            setting.format("memory_bytes"),
        ),
        Stopped.TOO_LONG: (
            f"{name} holds more text than {limits.characters:,} characters.",
            setting.format("characters"),
        ),
        Stopped.NO_ANSWER: (
            f"{name} could not be read: its reader stopped without an answer.",
            "The file may be damaged; open it, save it under a new name and try again.",
        ),
    }[end]
    return NotReadError(message, hint=hint, file=name)
