"""Write docs/reference: commands, configuration, exit codes and schemas, from the code.

``python scripts/write_reference.py`` writes the pages; a test fails while they are not fresh. New commands, options,
settings, exit codes and schemas are found by themselves; what has to be said of them in words and is not in the code
stands in scripts/reference.
"""

from __future__ import annotations

from generate_rule_pages import faults, write
from reference import commands, configuration, exit_codes, schemas
from reference.pieces import DOCS

FOLDER = DOCS / "reference"


def pages() -> dict[str, str]:
    """The text of every page by its path in docs/reference."""
    return {
        "commands.md": commands.page(),
        "configuration.md": configuration.page(),
        "exit-codes.md": exit_codes.page(),
        "schemas.md": schemas.page(),
    }


__all__ = ["FOLDER", "faults", "pages", "write"]

if __name__ == "__main__":
    write(FOLDER, pages())
