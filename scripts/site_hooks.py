"""What MkDocs does beside its own when it builds the site: see mkdocs.yml.

Links that lead out of docs/ become plain words, since a site has only what lies in it. Where MkDocs reads Markdown in
another way than GitHub does, the page is put so that both show the same. The search index becomes a script, since a
page that was opened from a disk may not load anything else.
"""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from typing import Any

_LINK = re.compile(r"\[([^\]]+)\]\((\.\./[^)\s]+)\)")
_CELL = re.compile(r"<td.*?</td>", re.DOTALL)
_FENCED = re.compile(r"(^```.*?^```+$)", re.MULTILINE | re.DOTALL)
_ESCAPED = re.compile(r"\\([$~:@/=<>&\"',;%?^])")
_LONGEST = 2_000  # characters of a section that can be searched


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """The page's text without links to what is not on the site, and as MkDocs has to have it."""
    folder = posixpath.dirname(page.file.src_uri)
    pieces = _FENCED.split(markdown)
    pieces[::2] = [_LINK.sub(lambda found: _kept(found, folder), _as_mkdocs_reads(piece)) for piece in pieces[::2]]
    return "".join(pieces)


def _as_mkdocs_reads(markdown: str) -> str:
    """Quotes one under the other stay two, and every sign that is escaped is shown without its backslash."""
    apart = re.sub(r"^(>.*\n)\n(?=>)", r"\1\n<!-- -->\n\n", markdown, flags=re.MULTILINE)
    return _ESCAPED.sub(lambda found: f"&#{ord(found[1])};", apart)


def _kept(found: re.Match[str], folder: str) -> str:
    leads_out = posixpath.normpath(posixpath.join(folder, found[2])).startswith("..")
    return found[1] if leads_out else found[0]


def on_page_content(html: str, **_: Any) -> str:
    """Tables in boxes of their own; what scrolls where the window is narrow can be reached by keyboard."""
    html = _CELL.sub(lambda found: found[0].replace("\\|", "|"), html)
    boxed = html.replace("<table>", '<div class="table" role="group" aria-label="Table" tabindex="0"><table>')
    return boxed.replace("</table>", "</table></div>").replace("<pre>", '<pre tabindex="0">')


def _is_searched(location: str) -> bool:
    """Not what the gallery's reports say, which is about another paper; of a criterion its page as a whole."""
    page, _, section = location.partition("#")
    if page.startswith("rules/"):
        return not section
    return not page.startswith("gallery/") or page == "gallery/index.html"


def _title(entry: dict[str, str], titles: dict[str, str]) -> str:
    """The title of a page, or of a section behind that of its page."""
    page, _, section = entry["location"].partition("#")
    return f"{titles[page]}: {entry['title']}" if section and page in titles else entry["title"]


def on_post_build(config: Any, **_: Any) -> None:
    """Write the search index as a script."""
    folder = Path(config["site_dir"]) / "search"
    index = folder / "search_index.json"
    found = json.loads(index.read_text(encoding="utf-8"))["docs"]
    titles = {one["location"]: one["title"] for one in found}
    kept = [
        [one["location"], _title(one, titles), " ".join(one["text"].split())[:_LONGEST]]
        for one in found
        if _is_searched(one["location"])
    ]
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    (folder / "index.js").write_text(f"window.searchIndex={text};\n", encoding="utf-8")
    index.unlink()
