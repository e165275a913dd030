"""A reader that misbehaves as its file's first line orders, to try what the tool makes of it."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

from crp_commission.document import Block, BlockKind, Cell, Extract, Note, Place
from crp_commission.errors import NotReadError
from crp_commission.limits import Limits

EXTENSIONS = (".mock",)


def read(data: bytes, name: str, limits: Limits) -> Extract:
    order, _, argument = data.decode().partition("\n")
    return ORDERS[order](name, argument)


def _text(name: str, argument: str) -> Extract:
    place = Place(name, 1, page=2, section="4 Voice", line=3, cell=Cell(1, 2, 3))
    block = Block(BlockKind.CELL, argument, place, 2, "(a)", "Who", "When", is_header=True, run_in=True)
    return Extract((block, Block(BlockKind.HEADING, "4 Voice", Place(name, 2))), (Note(name, "page 1", "a", 0.5),), 7)


def _sleep(name: str, argument: str) -> Extract:
    time.sleep(1_000)
    raise AssertionError


def _spin(name: str, argument: str) -> Extract:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        pass


def _allocate(name: str, argument: str) -> Extract:
    return _text(name, str(len(bytearray(10_000_000_000))))


def _grow(name: str, argument: str) -> Extract:
    pieces = []
    while True:
        pieces.append("x" * 1_000_000)


def _abort(name: str, argument: str) -> Extract:
    faulthandler.disable()  # the test runner's would print
    os.abort()


def _leave(name: str, argument: str) -> Extract:
    os._exit(0)


def _exit(name: str, argument: str) -> Extract:
    sys.exit(0)


def _flood(name: str, argument: str) -> Extract:
    pipe = _pipe_to_the_tool(argument)
    for _ in range(1_000):
        os.write(pipe, b"x" * 1_000_000)
    raise AssertionError


def _print(name: str, argument: str) -> Extract:
    for stream in (1, 2):
        for _ in range(1_000):
            os.write(stream, b"x" * 1_000_000)
    return _text(name, argument)


def _half(name: str, argument: str) -> Extract:
    pipe = _pipe_to_the_tool(argument)
    os.write(pipe, b'\0\0\0\0\0\0\1\0{"extract": ')
    os.close(pipe)
    time.sleep(1_000)
    raise AssertionError


def _nonsense(name: str, argument: str) -> Extract:
    os.write(_pipe_to_the_tool(argument), b"\0\0\0\0\0\0\0\2[]")
    os._exit(0)


def _child(name: str, argument: str) -> Extract:
    subprocess.Popen(["sleep", argument])
    time.sleep(1_000)
    raise AssertionError


def _orphan(name: str, argument: str) -> Extract:
    """A child that holds the pipe open after the reader itself is gone."""
    for pipe in open_pipes():
        os.set_inheritable(pipe, True)
    subprocess.Popen(["sleep", argument], close_fds=False)
    os._exit(0)


def _refuse(name: str, argument: str) -> Extract:
    raise NotReadError("The file is locked with a password.", hint="Save it without one.", file=name, line=4)


def _fault(name: str, argument: str) -> Extract:
    raise KeyError("of a library")


def _wordy(name: str, argument: str) -> Extract:
    return _text(name, "word " * 400_000)


def _memory(name: str, argument: str) -> Extract:
    raise MemoryError


def _pipe_to_the_tool(argument: str) -> int:
    """The one pipe that was not open when the test wrote the numbers of the open ones into the file."""
    (number,) = open_pipes() - set(map(int, argument.split()))
    return number


def open_pipes() -> set[int]:
    found = set()
    for entry in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            if os.readlink(f"/proc/self/fd/{entry}").startswith("pipe:"):
                found.add(int(entry))
    return found


ORDERS: dict[str, Callable[[str, str], Extract]] = {
    "text": _text,
    "sleep": _sleep,
    "spin": _spin,
    "allocate": _allocate,
    "grow": _grow,
    "abort": _abort,
    "leave": _leave,
    "exit": _exit,
    "flood": _flood,
    "print": _print,
    "half": _half,
    "nonsense": _nonsense,
    "child": _child,
    "orphan": _orphan,
    "refuse": _refuse,
    "fault": _fault,
    "wordy": _wordy,
    "memory": _memory,
}
