"""The ways a run can fail, and the exit code each one ends with."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process hands back to the shell; the same for every report format."""

    PASSED = 0
    GATE_FAILED = 1
    USAGE = 2
    NOTHING_READ = 3
    INTERNAL_FAULT = 70
    NOT_WRITTEN = 74
    INTERRUPTED = 130


class CommissionError(Exception):
    """Something the person can put right: one sentence, where it is, and what to do.

    ``message`` names the file and the cause, ``hint`` says what to do about it, and
    ``file`` with ``line`` (counted from 1) is the place in a file when there is one.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, message: str, *, hint: str = "", file: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.file = file
        self.line = line

    @property
    def where(self) -> str:
        """The place as ``file:line``, as much of it as is known; empty when nothing is."""
        if self.file is None:
            return ""
        return self.file if self.line is None else f"{self.file}:{self.line}"


class UsageError(CommissionError):
    """An option, a configuration, ruleset, answers or waiver file is wrong, or a path does not exist."""


class RulesetError(CommissionError):
    """A ruleset file is wrong."""


class NotReadError(CommissionError):
    """A document could not be read; the pack goes on without it and the result says so."""

    exit_code = ExitCode.NOTHING_READ


class NothingReadError(CommissionError):
    """No text at all could be read from what was given."""

    exit_code = ExitCode.NOTHING_READ


class NotWrittenError(CommissionError):
    """A result could not be written."""

    exit_code = ExitCode.NOT_WRITTEN
