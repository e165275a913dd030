"""``python -m crp_commission`` and the ``crp-commission`` command."""

from __future__ import annotations

import gc
import os
import sys

from . import __version__


def main() -> None:
    """Run the command line and leave with its exit code. ``--version`` is answered before anything is loaded."""
    if sys.argv[1:] == ["--version"] and _has_shown_version():
        sys.exit(0)
    gc.disable()  # a run is short and leaves nothing that only the collector would find: looking costs a sixth of it
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy's threads cost more to start than they save here
    try:
        _end_on_request()
        from .cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _has_shown_version() -> bool:
    """Show the version; where that cannot be written, the whole command line tries again and says so."""
    try:
        sys.stdout.write(f"crp-commission {__version__}\n")
        sys.stdout.flush()
    except (OSError, AttributeError):  # a full disk, a closed pipe; no standard output at all
        return False
    return True


def _end_on_request() -> None:
    """Let a request to end (SIGTERM) clear away what an interrupt clears away: workers and half-written files."""
    import signal

    signal.signal(signal.SIGTERM, signal.default_int_handler)


if __name__ == "__main__":
    main()
