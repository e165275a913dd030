"""Work on what is not trusted, in a worker process: a file that hangs, crashes or eats memory costs itself and no more.

Readers of documents work so, and the templates of a person's own.
"""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..document import Extract
from ..errors import NotReadError
from ..limits import Limits
from .outcomes import Job, Stopped, understand, understand_text

if TYPE_CHECKING:
    from . import forked, spawned

    Worker = forked.Worker | spawned.Worker

# How soon an end is noticed that no pipe tells of.
_GLANCE_SECONDS = 0.02

__all__ = ["Extraction", "Job", "draw", "extract"]


def extract(reader: str, data: bytes, name: str, limits: Limits) -> Extract:
    """What the module called ``reader`` gets out of a file, read in a worker within the limits on time and memory.

    Raises NotReadError with the reader's own reason, or with the limit that was passed.
    """
    with Extraction([Job(reader, data, name)], limits) as extraction:
        (outcome,) = extraction
    if isinstance(outcome, NotReadError):
        raise outcome
    return outcome


def draw(drawer: str, data: bytes, name: str, limits: Limits) -> str:
    """The text that ``read`` of the module called ``drawer`` makes of ``data`` in a worker, for a template.

    Raises UsageError with the drawer's own reason, or with the limit that was passed.
    """
    limits = replace(limits, document_seconds=limits.template_seconds)
    reading = _Reading(name, _start(Job(drawer, data, name), limits))
    try:
        while (end := reading.look()) is None:
            _wait([reading.worker])
    finally:
        reading.worker.close()
    return understand_text(end, name, limits)


class Extraction:
    """Files being read: iterate for the outcome of each, in order; leave the context and nothing is left running.

    The first ``workers`` files are started at once, so that they are read while the tool does something else. Jobs
    are taken from the iterable as they are started, so only the files being read are held in memory.
    """

    def __init__(self, jobs: Iterable[Job], limits: Limits, workers: int = 1) -> None:
        self._jobs = iter(jobs)
        self._limits = limits
        self._workers = workers
        self._running: deque[_Reading] = deque()

    def __enter__(self) -> Extraction:
        self._fill()
        return self

    def __exit__(self, *exception: object) -> None:
        for reading in self._running:
            reading.worker.close()
        self._running.clear()

    def __iter__(self) -> Iterator[Extract | NotReadError]:
        while self._fill():
            head = self._running[0]
            while (end := head.look()) is None:
                if busy := [reading.worker for reading in self._running if reading.look() is None]:
                    _wait(busy)
            self._running.popleft()
            yield understand(end, head.name, self._limits)

    def _fill(self) -> bool:
        """Start as many files as may be read at a time; False when there is nothing left."""
        while len(self._running) < self._workers and (job := next(self._jobs, None)):
            self._running.append(_Reading(job.name, _start(job, self._limits)))
        return bool(self._running)


class _Reading:
    """A worker and how it ended, once it has."""

    def __init__(self, name: str, worker: Worker) -> None:
        self.name = name
        self.worker = worker
        self.end: bytes | Stopped | None = None

    def look(self) -> bytes | Stopped | None:
        if self.end is None:
            self.end = self.worker.poll()
            if self.end is not None:
                self.worker.close()
        return self.end


def _wait(workers: Sequence[Worker]) -> None:
    """Return when there may be news from one of the workers, at the latest after a moment."""
    pipes = [worker.pipe for worker in workers if worker.pipe is not None]
    if pipes:
        select.select(pipes, [], [], _GLANCE_SECONDS)
    else:
        time.sleep(_GLANCE_SECONDS)


def _start(job: Job, limits: Limits) -> Worker:
    if _can_fork():
        from .forked import Worker as Forked

        return Forked(job, limits)
    from .spawned import Worker as Spawned

    return Spawned(job, limits)


def _can_fork() -> bool:
    """Whether a fork is safe: not beside threads, and not on macOS, whose system libraries do not survive it."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
