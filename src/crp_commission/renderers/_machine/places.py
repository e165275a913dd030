"""Where a machine is to look: files as it names them, and the file in which something missing would be expected."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from ...report import Report

ROOT = "%SRCROOT%"
"""The name by which SARIF's readers know the folder that relative paths start from."""
_MEMBER = "!/"


def location(report: Report, path: str) -> str:
    """Where a file of the pack lies for a pipeline, seen from the folder that the check was run in.

    A member of a zip is told at that zip: ``papers/pack.zip!/terms.docx``.
    """
    if path in report.locations:
        return report.locations[path]
    archive, mark, member = path.partition(_MEMBER)
    return report.locations.get(archive, archive) + mark + member


def file_uri(path: str) -> str:
    """A path as a URI: relative as it is, or with ``file://``; whatever is no plain letter is written as %XX."""
    encoded = quote(path.encode("utf-8", "surrogatepass"), safe="/!")
    return f"file://{encoded}" if path.startswith("/") else encoded.removeprefix("./")


def expected_file(report: Report, roles: Sequence[str]) -> str:
    """The path of the file to look in for what was not found: of a kind that should hold it, else the first there is.

    A pipeline shows nothing that has no file, so there always is a name: that of the pack if no file is known.
    """
    for role in (*roles, "service-specification"):
        for file in report.files:
            if file.role == role:
                return file.path
    return next((file.path for file in report.files), next(iter(report.reading.not_read), report.title or "pack"))
