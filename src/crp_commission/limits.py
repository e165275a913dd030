"""How much a file may ask of the machine before it is refused, and how much of a pack is judged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read and judged; each one can be set under ``limits:`` in the configuration.

    Sizes are bytes of one file unless the name says otherwise, times are seconds.
    """

    file_bytes: int = 50_000_000
    unpacked_bytes: int = 100_000_000
    unpacked_ratio: int = 100
    archive_parts: int = 1_000
    pack_files: int = 2_000
    xml_depth: int = 1_000
    characters: int = 10_000_000
    pages: int = 2_000
    sentences: int = 40_000
    yaml_bytes: int = 1_000_000
    yaml_depth: int = 50
    yaml_nodes: int = 100_000
    document_seconds: int = 20
    template_seconds: int = 5
    memory_bytes: int = 512_000_000


DEFAULT_LIMITS = Limits()
