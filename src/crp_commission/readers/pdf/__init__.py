"""PDF files, through PDFium: text in reading order, each block with its page.

- Lines become paragraphs by their distance, indent, type and how far right they reach. Words broken by a hyphen at a
  line's end are made whole, and paragraphs that run over the end of a column or page; their place is where they start.
- Two and more columns are read one after the other. Running heads, footers and page numbers are left out.
- Headings are known by the file's bookmarks, by larger or bold type, by capitals, or by a number before a short title.
  Numbers of headings and clauses stay in the text; bullets and the numbers of list items do not.
- Lines of a contents page are paragraphs. Small type with a number at the foot of a page is a footnote.
- Tables are read by the lines or bands drawn around their cells, without these only where the words keep plainly to
  columns. A table that goes on over the page is one; a header repeated there is read once.
- Filled fields of a form are read where they stand. Comments, attached files and pictures are not, and told.
- Text nobody can see (white on white, unpainted, off the page) and text that is crossed out is left out and told.
  Unpainted text over a picture is read: text recognition puts it there.
- Pages that hold only a picture, words drawn as shapes, or letters that the file does not tell are named as not read.
"""

from __future__ import annotations

from ...document import Extract
from ...limits import Limits

EXTENSIONS = (".pdf",)


def read(data: bytes, name: str, limits: Limits) -> Extract:
    """The blocks of a PDF, each with its page, and notes of what could not be read.

    ``data`` is the whole file, ``name`` the path to show. Raises NotReadError for a file that is no PDF, is damaged or
    locked with a password, has more pages or text than ``limits`` allow, or holds nothing that can be read.
    """
    from .reading import read_pdf  # loads PDFium's bindings, which other kinds of file can do without

    return read_pdf(data, name, limits)
