"""``python -m crp_commission`` and the ``crp-commission`` command."""

from __future__ import annotations

import sys

from . import __version__


def main() -> None:
    """Run the command line and leave with its exit code. ``--version`` is answered before anything is loaded."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"crp-commission {__version__}\n")
        sys.exit(0)
    try:
        from .cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
