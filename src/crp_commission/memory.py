"""What happens where the machine gives too little memory: it is told as such, and is no fault of the tool."""

from __future__ import annotations

import contextlib
import errno
import os

from .errors import CommissionError, ExitCode

_REFUSED = ("cannot allocate memory", "failed to map segment", "not enough memory", "paging file is too small")
"""How the system says that it has no room for a library."""


class TooLittleMemoryError(CommissionError):
    """The machine gave too little memory to read or judge anything."""

    exit_code = ExitCode.NOTHING_READ

    def __init__(self, needed: int = 0, free: int = 0) -> None:
        amounts = (
            f": it needs about {needed // 1_000_000} MB more and may take {free // 1_000_000} MB" if needed else ""
        )
        super().__init__(
            f"There is too little memory for crp-commission{amounts}.",
            hint="Allow it more (512 MB are plenty; see ulimit -v, or the memory of the container or the job), "
            "close other programs, or give fewer papers at a time.",
        )


def is_shortage(error: BaseException) -> bool:
    """Whether an error says that memory ran out, or that there was no room for another process or library."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    if isinstance(error, ImportError):
        return any(words in str(error).lower() for words in _REFUSED)
    return isinstance(error, MemoryError)


def require_room(needed: int) -> None:
    """Raise TooLittleMemoryError where a limit on this process leaves it fewer than ``needed`` bytes.

    Some libraries end the whole process themselves, with words of their own, when they are refused memory.
    """
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # Windows has none

        most, _ = resource.getrlimit(resource.RLIMIT_AS)
        if most != resource.RLIM_INFINITY and most - held() < needed:
            raise TooLittleMemoryError(needed, max(0, most - held()))


def held() -> int:
    """Bytes of address space that this process has; 0 where the system does not tell."""
    with contextlib.suppress(OSError, ValueError), open("/proc/self/statm", encoding="ascii") as statistics:
        return int(statistics.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0
