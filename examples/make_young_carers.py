"""Makes the tender pack in ``young-carers``: three Word documents, and a PDF by way of LibreOffice.

``python examples/make_young_carers.py`` writes the pack; ``--contents`` first works out afresh on which page of the
specification each heading falls (it needs LibreOffice and poppler's ``pdftotext``).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from source import contents, markup
from source.builder import build

HERE = Path(__file__).parent
TEXTS, PACK = HERE / "source", HERE / "young-carers"
CONTENTS_PAGES = TEXTS / "contents-pages.json"
WORD = ("specification", "terms", "kpi-schedule")


def main() -> None:
    """Make the whole pack."""
    PACK.mkdir(exist_ok=True)
    if "--contents" in sys.argv[1:]:
        CONTENTS_PAGES.write_text(json.dumps(_contents_pages(), indent=1) + "\n", encoding="utf-8")
    stored = json.loads(CONTENTS_PAGES.read_text(encoding="utf-8"))
    for name in WORD:
        build(markup.read(TEXTS / f"{name}.txt"), PACK / f"{name}.docx", stored)
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "needs-assessment.docx"
        build(markup.read(TEXTS / "needs-assessment.txt"), written, {})
        _to_pdf(written, PACK)


def _to_pdf(written: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation=file://{written.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(written)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"TZ": "UTC", "LC_ALL": "C.UTF-8"})
    made = folder / f"{written.stem}.pdf"
    made.write_bytes(_undated(made.read_bytes()))
    return made


def _undated(pdf: bytes) -> bytes:
    """Replace the date and the identifiers of this run by fixed ones of the same length."""
    pdf = re.sub(
        rb"/CreationDate\(D:\d{14}[^)]*\)", lambda m: b"/CreationDate(D:20251107100000Z)".ljust(len(m[0])), pdf
    )
    return re.sub(rb"(?<=[<(/])[0-9A-F]{32}(?=[>)\s/])", b"0" * 32, pdf)


def _contents_pages() -> dict[str, int]:
    source = markup.read(TEXTS / "specification.txt")
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "specification.docx"
        build(source, written, {})
        printed = _to_pdf(written, Path(folder))
        text = subprocess.run(["pdftotext", "-layout", str(printed), "-"], check=True, capture_output=True).stdout
    found: dict[str, int] = {}
    for page, lines in enumerate(text.decode().split("\f"), 1):
        for entry in contents.entries(source):
            heading = rf"^\s*{re.escape(entry.number)}\s+{re.escape(entry.text)}\s*$"
            if re.search(heading, lines, re.MULTILINE):
                found[entry.number] = page
    return found


if __name__ == "__main__":
    main()
