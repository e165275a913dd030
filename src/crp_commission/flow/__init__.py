"""Flowing documents: paragraphs, lists and tables as Word and ODT hold them, turned into Blocks by one set of rules.

A reader makes ``records`` and counts what it leaves out in ``remarks``; ``Composer`` in ``blocks`` turns the records
into Blocks, with ``headings`` deciding what is a heading, ``tables`` what heads what in a table, ``contents`` what
belongs to a contents page, and ``numerals`` spelling numbers as a list shows them.
"""
