"""A reader run in a worker process: a file that hangs, crashes or eats memory costs that file and nothing more."""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..document import Extract
from ..errors import NotReadError
from ..limits import Limits
from .child import Read
from .outcomes import Job, Stopped, understand

if TYPE_CHECKING:
    from . import forked, spawned

    Worker = forked.Worker | spawned.Worker

# How soon an end is noticed that no pipe tells of.
_GLANCE_SECONDS = 0.02

__all__ = ["Job", "Read", "extract", "extract_all"]


def extract(read: Read, data: bytes, name: str, limits: Limits) -> Extract:
    """What ``read`` gets out of a file, read in a worker within the limits on time and memory.

    Raises NotReadError with the reader's own reason, or with the limit that was passed.
    """
    (outcome,) = extract_all([(read, Job(data, name))], limits)
    if isinstance(outcome, NotReadError):
        raise outcome
    return outcome


def extract_all(jobs: Iterable[tuple[Read, Job]], limits: Limits, workers: int = 1) -> Iterator[Extract | NotReadError]:
    """The outcome of each job, in the order of the jobs, with up to ``workers`` of them read at a time.

    Jobs are taken from the iterable as they are started, so only the files being read are held in memory.
    """
    waiting = iter(jobs)
    running: deque[_Reading] = deque()
    try:
        while True:
            while len(running) < workers and (following := next(waiting, None)):
                read, job = following
                running.append(_Reading(job.name, _start(read, job, limits)))
            if not running:
                return
            while (end := running[0].look()) is None:
                if busy := [reading.worker for reading in running if reading.look() is None]:
                    _wait(busy)
            yield understand(end, running.popleft().name, limits)
    finally:
        for reading in running:
            reading.worker.close()


@dataclass(slots=True)
class _Reading:
    """A worker and how it ended, once it has."""

    name: str
    worker: Worker
    end: bytes | Stopped | None = None

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


def _start(read: Read, job: Job, limits: Limits) -> Worker:
    if _can_fork():
        from .forked import Worker as Forked

        return Forked(job, read, limits)
    from .spawned import Worker as Spawned

    return Spawned(job, read, limits)


def _can_fork() -> bool:
    """Whether a fork is safe: not beside threads, and not on macOS, whose system libraries do not survive it."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
