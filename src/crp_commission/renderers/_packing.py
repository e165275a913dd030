"""Office files whose bytes depend on the report alone: no clock and nothing of the machine in them."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PROPERTIES = "docProps/core.xml"
# When it was made and changed, which the libraries that write office files take from the clock.
_MOMENTS = re.compile(rb"<dcterms:(created|modified)\b[^>]*(/>|>[^<]*</dcterms:\1>)")


def packed(data: bytes) -> bytes:
    """The same office file with the same order of parts, without moments in time in its zip or its properties."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(out, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            part = made.read(name)
            kept.writestr(_entry(name), _MOMENTS.sub(b"", part) if name == _PROPERTIES else part)
    return out.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry
