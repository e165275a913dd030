"""A worker made by starting a new interpreter: for Windows, macOS and programs with threads.

The file's bytes go in and the answer comes out through temporary files, which cannot block and need no thread.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from typing import Any

from ..limits import Limits
from .child import answer, answer_limit, restrain
from .outcomes import Job, Stopped

_PROGRAM = (
    "import json, sys; order = json.loads(sys.stdin.buffer.readline()); sys.path[:] = order['path'];"
    f"from {__name__} import serve; serve(order)"
)


class Worker:
    """One reader at work on one file in an interpreter of its own."""

    pipe = None

    def __init__(self, job: Job, limits: Limits) -> None:
        self._limits = limits
        self._deadline = time.monotonic() + limits.document_seconds
        self._answer = tempfile.TemporaryFile()  # noqa: SIM115 (closed by close)
        order = {
            "path": sys.path,
            "reader": job.reader,
            "name": job.name,
            "limits": dataclasses.asdict(limits),
        }
        with tempfile.TemporaryFile() as question:
            question.write(json.dumps(order).encode() + b"\n" + job.data)
            question.seek(0)
            self._process: subprocess.Popen[bytes] | None = subprocess.Popen(
                [sys.executable, "-c", _PROGRAM],
                stdin=question,
                stdout=self._answer,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )

    def poll(self) -> bytes | Stopped | None:
        """The worker's answer, how it came to an end without one, or None while it is still at work."""
        if self._process is None or self._process.poll() is not None:
            return self._receive()
        if time.monotonic() > self._deadline:
            return Stopped.TOO_SLOW
        if os.fstat(self._answer.fileno()).st_size > answer_limit(self._limits):
            return Stopped.TOO_LONG
        return None

    def close(self) -> None:
        """Kill the worker with everything it started, and clear it away. Safe to call at any time."""
        if self._process is None:
            return
        _kill_tree(self._process)
        self._process.wait()
        self._process = None
        self._answer.close()

    def _receive(self) -> bytes | Stopped:
        self._answer.seek(0)
        encoded = self._answer.read(answer_limit(self._limits) + 1)
        if len(encoded) > answer_limit(self._limits):
            return Stopped.TOO_LONG
        return encoded or Stopped.NO_ANSWER


def serve(order: dict[str, Any]) -> None:
    """Inside the worker: read the file's bytes from standard input and print the answer."""
    limits = Limits(**order["limits"])
    job = Job(order["reader"], sys.stdin.buffer.read(), order["name"])
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no part of the answer
    restrain(limits)
    with output:
        output.write(answer(job, limits))


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
