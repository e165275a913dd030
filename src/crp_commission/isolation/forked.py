"""A worker made by ``fork``: it starts in a few milliseconds, with the file's bytes already in its memory."""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import time
from typing import NoReturn

from ..limits import Limits
from .child import answer, answer_limit, restrain
from .outcomes import Job, Stopped

# The answer is preceded by its length, so that a grandchild which holds the pipe open cannot delay it.
_LENGTH = struct.Struct(">Q")
_CHUNK = 1 << 20


class Worker:
    """One reader at work on one file in a process group of its own."""

    def __init__(self, job: Job, limits: Limits) -> None:
        self._limits = limits
        self._deadline = time.monotonic() + limits.document_seconds
        self._received = bytearray()
        self._pipe, writing_end = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._pipe)
            _work(job, limits, writing_end)
        os.close(writing_end)
        os.set_blocking(self._pipe, False)

    @property
    def pipe(self) -> int:
        """The end of the pipe that becomes readable as soon as there is news."""
        return self._pipe

    def poll(self) -> bytes | Stopped | None:
        """The worker's answer, how it came to an end without one, or None while it is still at work."""
        ended = self._has_ended()
        received = self._receive()
        if received is not None:
            return received
        if ended:
            return Stopped.NO_ANSWER
        return Stopped.TOO_SLOW if time.monotonic() > self._deadline else None

    def close(self) -> None:
        """Kill the worker with everything it started, and clear it away. Safe to call at any time."""
        if not self._pid:
            return
        for kill in (os.killpg, os.kill):  # just after the fork the group may not exist yet
            with contextlib.suppress(ProcessLookupError, PermissionError):
                kill(self._pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._pid, 0)
        os.close(self._pipe)
        self._pid = 0

    def _receive(self) -> bytes | Stopped | None:
        try:
            while chunk := os.read(self._pipe, _CHUNK):
                self._received += chunk
                if len(self._received) > answer_limit(self._limits) + _LENGTH.size:
                    return Stopped.TOO_LONG
            return self._whole() or Stopped.NO_ANSWER
        except BlockingIOError:
            return self._whole()

    def _whole(self) -> bytes | None:
        if len(self._received) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack_from(self._received)
        if len(self._received) < _LENGTH.size + length:
            return None
        return bytes(memoryview(self._received)[_LENGTH.size : _LENGTH.size + length])

    def _has_ended(self) -> bool:
        """Whether the process is over, without clearing it away: until then its group is ours to kill."""
        return os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _work(job: Job, limits: Limits, pipe: int) -> NoReturn:
    """The whole life of the worker. It leaves by ``os._exit``: nothing of the tool's own may run twice."""
    status = 1
    try:
        os.setsid()
        _silence()
        restrain(limits)
        encoded = answer(job, limits)
        with os.fdopen(pipe, "wb") as stream:
            stream.write(_LENGTH.pack(len(encoded)))
            stream.write(encoded)
        status = 0
    finally:
        os._exit(status)


def _silence() -> None:
    """Send what a library prints to nowhere, and restore the signals that the tool handles itself."""
    for request in (signal.SIGINT, signal.SIGTERM):
        signal.signal(request, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
