"""Reads children's services commissioning papers and says what they really promise to children."""

__version__ = "0.1.0"
