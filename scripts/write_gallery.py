"""Write docs/gallery: the reports on the tender pack that ships as an example, a commented copy, and their page.

``python scripts/write_gallery.py`` writes the files; a test fails while they are not fresh. They are made by the very
command that the page shows, so they are what a reader gets who runs it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from io import BytesIO
from pathlib import Path
from unittest.mock import patch
from zipfile import ZipFile, is_zipfile

from crp_commission import cli
from crp_commission.rule_page.markdown import joined, table

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "gallery"
PACK = "examples/young-carers"
MADE = "<!-- Made by `python scripts/write_gallery.py`; change that, not this page. -->"
REPORTS = {
    "terminal": ("terminal.txt", "the first screen, as a terminal shows it"),
    "html": ("web-report.html", "the whole report as one web page: filter it, copy wording, print it"),
    "markdown": ("full-report.md", "the whole report as text, for a wiki or a merge request"),
    "briefing": ("briefing.md", "a page for elected members"),
    "child-summary": ("child-summary.md", "a draft in words for children, to be edited"),
    "impact-assessment": ("impact-assessment.md", "a draft that feeds a child rights impact assessment"),
    "csv": ("findings.csv", "a row for each criterion, for a spreadsheet"),
    "docx": ("report.docx", "the whole report in Word"),
    "xlsx": ("actions.xlsx", "an action tracker in Excel"),
}
"""The file of each format, and what it is."""
ANNOTATED = "annotated.docx"
ANNOTATE = ["annotate", f"{PACK}/specification.docx", "--suggest"]
"""The command that makes the copy with comments, but for where it goes."""
OFFICE = (".docx", ".xlsx")


def files() -> dict[str, bytes]:
    """Every file of the gallery by its name: the index page and the reports."""
    return {"README.md": index().encode(), **reports(), ANNOTATED: annotated()}


def reports() -> dict[str, bytes]:
    """The reports, drawn anew. Raises RuntimeError if the check does not end well."""
    with tempfile.TemporaryDirectory() as folder:
        options = [
            text
            for name, (file, _) in REPORTS.items()
            for text in ("--format", name, "--output", str(Path(folder) / file))
        ]
        _run(["check", PACK, "--color", "never", *options])
        return {file: (Path(folder) / file).read_bytes() for file, _ in REPORTS.values()}


def annotated() -> bytes:
    """The specification with comments and proposed clauses. Raises RuntimeError if that does not end well."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / ANNOTATED
        _run([*ANNOTATE, "--output", str(copy)])
        return copy.read_bytes()


def _run(command: list[str]) -> None:
    with chdir(ROOT), _no_settings():
        code = cli.run([*command, "--no-config", "--quiet"])
    if code:
        raise RuntimeError(f"{' '.join(command[:2])} ended with {code}")


@contextmanager
def _no_settings() -> Iterator[None]:
    """The environment without settings of the person who writes the gallery."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CRP_")}
    with patch.dict(os.environ, kept, clear=True):
        yield


def index() -> str:
    """The page that leads to the reports."""
    command = " \\\n  ".join(
        [f"crp-commission check {PACK}", *(f"--format {name} --output {file}" for name, (file, _) in REPORTS.items())]
    )
    rows = [(f"[{file}]({file})", f"`{name}`", about) for name, (file, about) in REPORTS.items()]
    rows.append((f"[{ANNOTATED}]({ANNOTATED})", "`annotate`", "the specification with comments and proposed clauses"))
    return joined(
        "# Gallery",
        MADE,
        "One tender pack, every way of telling what is in it. The pack is the example that ships with the tool: a "
        "specification, terms, a KPI schedule and a needs assessment for a service for young carers, written with the "
        "strengths and the faults of real ones. Council, service and children are invented.",
        table(("Open", "Format", "What it is"), rows),
        "The reports come from one run, so they cannot disagree:",
        f"```sh\n{command}\n```",
        "The copy with comments is of one file, which is judged by itself:",
        f"```sh\ncrp-commission {' '.join(ANNOTATE)} --output {ANNOTATED}\n```",
        "Word and Excel files are to be downloaded and opened there; "
        "[Word, Excel, briefing and drafts](../reports-office.md) says what is in them. "
        "[Reading a report](../reading-a-report.md) goes through the first screen line by line.",
    )


def faults(folder: Path, wanted: Mapping[str, bytes]) -> list[str]:
    """What is missing, stale or left over in the folder, sorted; nothing where all is fresh."""
    there = {path.name: path for path in folder.iterdir()} if folder.is_dir() else {}
    found = [f"{name} is missing" for name in wanted.keys() - there.keys()]
    found += [f"{name} is left over" for name in there.keys() - wanted.keys()]
    both = wanted.keys() & there.keys()
    stale = (name for name in both if _content(name, there[name].read_bytes()) != _content(name, wanted[name]))
    return sorted([*found, *(f"{name} is stale" for name in stale)])


def _content(name: str, data: bytes) -> object:
    """What a file holds: of an office file its parts, since machines pack the same parts in other ways."""
    if not name.endswith(OFFICE) or not is_zipfile(BytesIO(data)):
        return data
    with ZipFile(BytesIO(data)) as archive:
        return [(part, archive.read(part)) for part in archive.namelist()]


def write(folder: Path = FOLDER) -> None:
    """Make the folder hold these files and no others."""
    wanted = files()
    folder.mkdir(parents=True, exist_ok=True)
    for fault in faults(folder, wanted):
        name = fault.partition(" is ")[0]
        if name in wanted:
            (folder / name).write_bytes(wanted[name])
        else:
            (folder / name).unlink()


if __name__ == "__main__":
    write()
