"""What runs inside a worker: limits are put on, the reader is called, its answer becomes bytes."""

from __future__ import annotations

import contextlib
import importlib
import json
from typing import Any

from ..errors import CommissionError
from ..limits import Limits
from ..memory import held, is_shortage
from .outcomes import Job, Stopped
from .transfer import to_plain

# Given back when memory has run out, so that there is enough left to say so.
_RESERVE_BYTES = 1_000_000


def answer_limit(limits: Limits) -> int:
    """The most bytes a worker may answer with: room for the text, and for the places of many small pieces."""
    return 8 * limits.characters + 1_000_000


def answer(job: Job, limits: Limits) -> bytes:
    """The worker's whole answer as JSON: an extract or a text, a refusal in the reader's words, or what went wrong."""
    reserve = bytearray()
    try:
        reserve = bytearray(_RESERVE_BYTES)
        read = importlib.import_module(job.reader).read
        made = read(job.data, job.name, limits)
        plain: dict[str, Any] = {"text": made} if isinstance(made, str) else {"extract": to_plain(made)}
        encoded = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    except CommissionError as error:
        plain = {"refused": {"message": error.message, "hint": error.hint, "file": error.file, "line": error.line}}
    except Exception as error:
        if is_shortage(error):
            del reserve
            plain = _stopped(Stopped.TOO_MUCH_MEMORY)
        else:
            import traceback

            plain = _stopped(Stopped.NO_ANSWER, traceback.format_exc())
    else:
        if len(encoded) <= answer_limit(limits):
            return encoded
        plain = _stopped(Stopped.TOO_LONG)
    return json.dumps(plain).encode()


def _stopped(end: Stopped, fault: str = "") -> dict[str, Any]:
    return {"stopped": end.value, "fault": fault}


def restrain(limits: Limits) -> None:
    """Put the machine's own limits on this process, where it has them (Windows has none)."""
    with contextlib.suppress(ImportError):
        import resource
        import signal

        seconds = limits.document_seconds
        _lower(resource.RLIMIT_CORE, 0)
        _lower(resource.RLIMIT_CPU, seconds + 1)
        _lower(resource.RLIMIT_AS, _address_space(limits))
        # A worker whose parent was killed must not stay for ever.
        signal.alarm(seconds + 5)


def _address_space(limits: Limits) -> int:
    """The limit on memory, counted with what the tool itself holds already, of which half is left in any case."""
    return max(limits.memory_bytes, held() + limits.memory_bytes // 2)


def _lower(kind: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (value, hard))
