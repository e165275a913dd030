"""Words to meaning, one question per module."""
