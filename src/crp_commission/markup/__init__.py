"""Marked-up text, as web pages and Markdown hold it, turned into Blocks by one set of rules.

``source`` cuts HTML into tags and text and hands them to the ``Walker`` in ``walker``; the Markdown reader hands it
what its parser finds. ``visibility`` decides what a reader of the page would not see, ``paragraphs`` what a paragraph
is: running text, a heading, a typed list.
"""
