"""HTML cut into tags, text and comments, in time that grows with its length whatever it holds.

The standard library's parser takes a minute over 60 KB of ``<a <a <a`` (Python 3.11), so this one looks at every
character a bounded number of times: a search that failed once is not made again.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from ..extraction import Skipped
from .elements import KNOWN, RAW, VOID
from .walker import Walker

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=]*)\s*(=?)\s*")
_BARE_VALUE = re.compile(r"[^\s>]*")
_LOOKS = frozenset(("aria-hidden", "class", "hidden", "id", "open", "role", "style"))
_WANTED = _LOOKS | {"alt", "colspan", "reversed", "rowspan", "start", "type", "value"}
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
_MOST_VALUE = 10_000


def feed(text: str, walker: Walker, *, line: int = 1, fragment: bool = False, xml: bool = False) -> None:
    """Hand the tags and text of ``text``, which starts on source line ``line``, to ``walker``.

    In a ``fragment`` of Markdown, tags that HTML does not know ("<name of provider>") are text. In ``xml`` (XHTML)
    ``<p/>`` closes itself and CDATA is text.
    """
    _Source(text, walker, line, fragment, xml).run()


def unescape(text: str) -> str:
    """Character references to characters; numbers beyond every character are dropped."""
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


class _Source:
    def __init__(self, text: str, walker: Walker, line: int, fragment: bool, xml: bool) -> None:
        self._text = text
        self._walker = walker
        self._line = line
        self._counted = 0  # line ends up to here are in self._line
        self._fragment = fragment
        self._xml = xml
        self._last = {sign: text.rfind(sign) for sign in ('"', "'", ">", "-->", "]]>")}

    def run(self) -> None:
        at = 0
        while at < len(self._text):
            tag = self._text.find("<", at)
            if tag < 0:
                break
            self._data(at, tag)
            at = self._markup(tag)
        self._data(at, len(self._text))

    def _line_at(self, position: int) -> int:
        self._line += self._text.count("\n", self._counted, position)
        self._counted = position
        return self._line

    def _data(self, start: int, end: int) -> None:
        if start < end:
            self._walker.data(unescape(self._text[start:end]), self._line_at(start))

    def _markup(self, at: int) -> int:
        """Read what starts with the ``<`` at ``at``; returns where it ends."""
        text = self._text
        if text.startswith("<!--", at):
            return self._comment(at)
        if self._xml and text.startswith("<![CDATA[", at):
            return self._cdata(at)
        if text.startswith(("<!", "<?"), at) or (text.startswith("</", at) and not _NAME.match(text, at + 2)):
            return self._beyond(">", at + 2)
        closing = text.startswith("</", at)
        name = _NAME.match(text, at + 1 + closing)
        if name is None:
            self._data(at, at + 1)
            return at + 1
        return self._tag(at, name.group().lower(), name.end(), closing)

    def _beyond(self, sign: str, at: int) -> int:
        """The position after the next ``sign``, or the end of the text."""
        return self._text.find(sign, at) + len(sign) if self._last[sign] >= at else len(self._text)

    def _comment(self, at: int) -> int:
        short = next((sign for sign in ("<!-->", "<!--->") if self._text.startswith(sign, at)), "")
        if short:
            return at + len(short)
        end = self._beyond("-->", at + 4)
        if self._last["-->"] < at + 4:
            self._lost("a comment that is never closed", at)
        else:
            self._walker.comment(self._text[at + 4 : end - 3], self._line_at(at))
        return end

    def _lost(self, what: str, at: int) -> None:
        """Say that ``what`` hides everything from ``at`` on, as it does in a browser."""
        rest = self._text[at:]
        if any(map(str.isalnum, rest.removeprefix("<!--"))):
            share = len(rest) / len(self._text)
            self._walker.builder.note(f"{what} hides the rest of the page", f"line {self._line_at(at)}", share)

    def _cdata(self, at: int) -> int:
        end = self._beyond("]]>", at + 9)
        self._walker.data(self._text[at + 9 : end].removesuffix("]]>"), self._line_at(at))
        return end

    def _tag(self, at: int, tag: str, end: int, closing: bool) -> int:
        if self._fragment and tag not in KNOWN and ":" not in tag:
            end = self._beyond(">", at)
            self._data(at, end)
            return end
        attributes, end = self._attributes(end)
        if end < 0:  # the tag never ends: what looks like one is text
            self._data(at, len(self._text))
            return len(self._text)
        line = self._line_at(at)
        if closing:
            self._walker.end(tag, line)
            return end
        self._walker.start(tag, attributes, line)
        if self._xml and self._text[end - 2] == "/" and tag not in VOID:
            self._walker.end(tag, line)
            return end
        return self._raw(tag, end) if tag in RAW else end

    def _attributes(self, at: int) -> tuple[Mapping[str, str], int]:
        """The attributes that matter and where the tag ends; -1 when it does not."""
        found: dict[str, str] = {}
        while at < len(self._text):
            name = _ATTRIBUTE.match(self._text, at)
            assert name is not None
            at = name.end()
            value = ""
            if name[2]:
                value, at = self._value(at)
            key = name[1].lower()
            if key in _WANTED:
                found.setdefault(key, unescape(value[:_MOST_VALUE]))
            if self._text.startswith(">", at):
                return found, at + 1
        return found, -1

    def _value(self, at: int) -> tuple[str, int]:
        quote = self._text[at : at + 1]
        if quote in ('"', "'") and self._last[quote] > at:
            end = self._text.index(quote, at + 1)
            return self._text[at + 1 : end], end + 1
        bare = _BARE_VALUE.match(self._text, at)
        assert bare is not None
        return bare.group(), bare.end()

    def _raw(self, tag: str, at: int) -> int:
        """What stands between ``<script>`` and ``</script>`` is no markup, and goes to the end if that is missing."""
        end = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(self._text, at)
        stop = end.start() if end else len(self._text)
        if tag == "style":
            if self._walker.styles.read(self._text[at:stop]):
                self._walker.builder.skip(Skipped.DOUBTFUL, self._line_at(at))
        else:
            self._data(at, stop)
        if end is None:
            self._lost(f"a {tag} that is never closed", at)
            self._walker.end(tag, self._line_at(stop))
        return stop
