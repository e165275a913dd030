"""How long a check takes, as ratios to something known, measured side by side in one run. Asserts nothing.

    python benchmarks/run.py [--pairs 7] [--only WORD] [--proselint PATH]

Each pair of commands runs by turns; a figure is the median over the pairs of the CPU time (and of the wall time) of the
one over the other's. The whole process counts, with the workers it started. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import inputs

_PASS = [sys.executable, "-c", "pass"]
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed program has its modules compiled; a checkout under that variable would compile them in every run."""
_LAUNCHER = [
    sys.executable,
    "-c",
    "import json, os, sys, time; start = time.perf_counter(); nowhere = os.open(os.devnull, os.O_RDWR);"
    "actions = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (0, 1, 2)];"
    "process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions);"
    "_, status, used = os.wait4(process, 0);"
    "print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime,"
    " time.perf_counter() - start, used.ru_maxrss]))",
]
"""A small process that starts the command: the peak memory of a process counts that of the one it was started by."""
_PYTHON_DOCX = (
    "import sys, docx; document = docx.Document(sys.argv[1]);"
    "cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells];"
    "print(len([paragraph.text for paragraph in document.paragraphs] + cells))"
)
_PYPDFIUM2 = (
    "import sys, pypdfium2; document = pypdfium2.PdfDocument(sys.argv[1]);"
    "print(sum(len(page.get_textpage().get_text_range()) for page in document))"
)


class Cost(NamedTuple):
    """What one run took: seconds of CPU, seconds of wall time, and kilobytes at the peak."""

    cpu: float
    wall: float
    memory: float


class Pair(NamedTuple):
    """Two commands to be compared, and how many times as long the first may take."""

    name: str
    ask: float
    first: list[str]
    second: list[str]
    by_memory: bool = False


def pairs(folder: Path, program: list[str], proselint: str | None) -> list[Pair]:
    """What is measured, in the order of the table of targets."""

    def check(name: str) -> list[str]:
        return [*program, "check", str(folder / name), "--no-config", "--format", "json"]

    found = [
        Pair("--version to python -c pass", 1.3, [*program, "--version"], _PASS),
        Pair("small Markdown to python -c pass", 8, check("small.md"), _PASS),
    ]
    if proselint:
        page = str(folder / "40.md")
        found.append(Pair("40-page Markdown to proselint", 0.25, check("40.md"), [proselint, "check", page]))
    return [
        *found,
        Pair(
            "40-page Word to a bare python-docx script",
            1.1,
            check("40.docx"),
            _script(_PYTHON_DOCX, folder / "40.docx"),
        ),
        Pair("40-page PDF to a bare pypdfium2 dump", 2.2, check("40.pdf"), _script(_PYPDFIUM2, folder / "40.pdf")),
        Pair("300-page Word to 40-page Word", 6, check("300.docx"), check("40.docx")),
        Pair("400-page Markdown to 40-page Markdown", 10, check("400.md"), check("40.md")),
        Pair("1 MB in one line to the same in paragraphs", 2, check("line.txt"), check("paragraphs.txt")),
        Pair("1 MB without a full stop to paragraphs", 3, check("nostop.txt"), check("paragraphs.txt")),
        Pair("peak memory, 300-page PDF, to python -c pass", 4, check("300.pdf"), _PASS, by_memory=True),
        Pair("40-page Word to --help (how much is start-up)", 99, check("40.docx"), [*program, "--help"]),
    ]


def _script(program: str, file: Path) -> list[str]:
    return [sys.executable, "-c", program, str(file)]


def cost(command: Sequence[str]) -> Cost:
    """Run a command and say what it and its descendants took."""
    run = subprocess.run(_LAUNCHER + list(command), env=_ENVIRONMENT, capture_output=True, text=True, check=True)
    status, cpu, wall, memory = json.loads(run.stdout)
    if status > 1:
        print(f"  ended with {status}: {' '.join(command)}", file=sys.stderr)
    return Cost(cpu, wall, memory)


def measure(pair: Pair, count: int) -> tuple[float, float, float]:
    """The ratio of CPU time (of peak memory where that is asked), that of wall time, and the first one's seconds."""
    cost(pair.first), cost(pair.second)  # files and caches are warm for both
    costs = [(cost(pair.first), cost(pair.second)) for _ in range(count)]
    field = 2 if pair.by_memory else 0
    main = median(first[field] / max(second[field], 1e-9) for first, second in costs)
    wall = median(first.wall / second.wall for first, second in costs)
    return main, wall, median(first.cpu for first, _ in costs)


def main() -> None:
    """Make the inputs, measure every pair and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--only", default="")
    parser.add_argument("--proselint", default=shutil.which("proselint"))
    options = parser.parse_args()
    # What the installed command does, without the lines that an installer puts around it.
    program = [sys.executable, "-c", "from crp_commission.__main__ import main; main()"]
    with tempfile.TemporaryDirectory() as place:
        inputs.make(Path(place))
        print(f"{'':50} {'CPU':>8} {'wall':>8} {'ask':>6}   seconds of CPU")
        for pair in pairs(Path(place), program, options.proselint):
            if options.only.lower() not in pair.name.lower():
                continue
            ratio, wall, seconds = measure(pair, options.pairs)
            kind = " (memory)" if pair.by_memory else ""
            print(f"{pair.name + kind:50} {ratio:8.2f} {wall:8.2f} {pair.ask:6g}   {seconds:.3f}", flush=True)


if __name__ == "__main__":
    main()
