"""Saving a document so that the same text gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from docx.document import Document

STAMP = datetime(2026, 3, 12, 9, 30, 0)


def describe(document: Document, meta: dict[str, str]) -> None:
    """Set the properties that Word shows under File, Info, all with fixed dates."""
    properties = document.core_properties
    properties.title = f"{meta['title']}: {meta['subtitle']}"
    properties.author = properties.last_modified_by = "Brackenmere Council"
    properties.created = properties.modified = STAMP
    properties.subject, properties.comments, properties.keywords = meta["reference"], "", ""
    properties.revision, properties.language = 9, "en-GB"


def drop_unused(document: Document) -> None:
    """Leave out what only the template brings: a picture of an empty page and the styles of an older Word."""
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
                relations.pop(key)


def save(document: Document, path: Path) -> None:
    """Write ``document`` to ``path`` with every entry of the zip dated alike."""
    drop_unused(document)
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as made, zipfile.ZipFile(path, "w") as packed:
        for entry in made.infolist():
            stamped = zipfile.ZipInfo(entry.filename, STAMP.timetuple()[:6])
            stamped.compress_type, stamped.create_system = zipfile.ZIP_DEFLATED, 0
            packed.writestr(stamped, made.read(entry), compresslevel=9)
