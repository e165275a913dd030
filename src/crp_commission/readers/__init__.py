"""Readers: one module a document format, each with ``EXTENSIONS`` and ``read``."""
