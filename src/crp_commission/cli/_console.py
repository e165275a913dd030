"""What a person at a terminal sees beside the result: messages, progress and whether to use colour."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Mapping

from ..inert import inert

# Characters that steer a terminal instead of showing: controls, and marks that turn the direction of writing.
_STEERING = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), "\ufffd"),
    **dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    0x09: " ",
    0x0A: "\n",
}
_PIPED_WIDTH = 100


def printable(text: str) -> str:
    """The text without anything that a terminal would obey."""
    return text.translate(_STEERING)


def show(*lines: str) -> None:
    """Print lines as a result, on standard output. Raises NotWrittenError when that cannot be."""
    from ..writing import to_standard_output

    to_standard_output("".join(f"{_for_a_log(line)}\n" for line in lines).encode("utf-8", "backslashreplace"))


def say(*lines: str) -> None:
    """Print lines for a person on standard error; if that is closed there is nobody to tell."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        for line in lines:
            sys.stderr.write(_for_a_log(printable(line)).encode("utf-8", "replace").decode("utf-8") + "\n")
        sys.stderr.flush()


def _for_a_log(text: str) -> str:
    """Text that gives a pipeline no orders; JSON is left as it is, since none of its lines can begin with one."""
    return text if text.startswith(("{", "[")) else inert(text)


def has_color(choice: str, environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Whether to colour a result: as asked, else as NO_COLOR and FORCE_COLOR say, else on a terminal."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return is_terminal and environment.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal; a fixed number where the output is no terminal, so that a file has no machine in it."""
    return shutil.get_terminal_size().columns if is_terminal(sys.stdout) else _PIPED_WIDTH


def is_terminal(stream: object) -> bool:
    """Whether a stream is a terminal; a closed one is none."""
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError, OSError):
        return False


class ProgressLine:
    """One line on standard error that says which document is being read, wiped when the reading is over."""

    def __init__(self, *, wanted: bool) -> None:
        self._on = wanted and is_terminal(sys.stderr) and not os.environ.get("CI")
        self._written = False

    def __call__(self, path: str, number: int) -> None:
        if self._on and number > 1:
            self._write(f"Reading {number}: {printable(path)[:60]}")
            self._written = True

    def clear(self) -> None:
        """Wipe the line."""
        if self._written:
            self._write("")
            self._written = False

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
