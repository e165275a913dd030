"""Names for passages that survive renumbering and moving."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def fingerprint(criterion: str, quote: str) -> str:
    """Sixteen hexadecimal digits for these words under this criterion, wherever they stand.

    Case, white space and the shapes of quotation marks and dashes do not matter, so that a clause keeps its name
    when a colleague saves the document in another program.
    """
    return hashlib.sha256(f"{criterion}\n{normal(quote)}".encode("utf-8", "replace")).hexdigest()[:16]


def passage_fingerprint(criterion: str, quote: str) -> str:
    """The same for a passage, whatever the number before it and the numbers of the clauses it refers to."""
    return fingerprint(criterion, same_words(quote))


def normal(quote: str) -> str:
    """The words of a passage without what differs from program to program."""
    return " ".join(unicodedata.normalize("NFKC", quote).translate(_SHAPES).casefold().split())


_SHAPES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00ad": ""})
_NUMBER = re.compile(
    r"^\W*(?:\d+(?:\.\d+)+\.?\s+(?=\W*[A-Z])|\d{1,3}[.)]\s+(?=\W*[A-Z])|\(?[a-z]{1,4}\)\s+)+"
    r"|^\W*\d{1,3}\s+(?=\W*(?:The|Each|Every|All|Any|No|An?|Where|When|If|Unless|This|These|Such|In|On|At|For|Under|Before|After|"
    r"Subject|Nothing|It|We|You|Our|Provider|Supplier|Contractor|Council)\b)"
)  # "7 The Provider" has the number of a clause; "12 Children" does not
_REFERENCE = re.compile(
    r"\b(clauses?|sections?|paragraphs?|paras?|schedules?|annex(?:es)?|appendix|appendices)\s+\(?\d+(?:\.\d+)*\b\)?(?!\s+of\b)"
)  # section 17 of an Act is another matter than section 17 here


def same_words(quote: str) -> str:
    """A passage without what changes when a document is renumbered or laid out anew."""
    words = _REFERENCE.sub(r"\1", normal(_NUMBER.sub("", quote)))
    words = re.sub(r"(?<=\d)\W+(?=\d)", ".", words)
    return re.sub(r"[^\w£$€%.]+|(?<!\d)\.|\.(?!\d)", "", words) or normal(quote)
