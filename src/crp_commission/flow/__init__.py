"""Flowing documents: paragraphs, lists and tables as Word and ODT hold them, turned into Blocks by one set of rules.

A reader makes ``records``; ``Composer`` in ``blocks`` turns them into Blocks, with ``headings`` deciding what is a
heading, ``tables`` what is a table's header, and ``numerals`` spelling numbers as a list shows them.
"""
