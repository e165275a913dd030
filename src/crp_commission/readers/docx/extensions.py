"""Which forms of a thing Word shows: those that ask for nothing but extensions Word knows."""

from __future__ import annotations

import re
from functools import cached_property

from ...xmlfile import narrow, our_prefix

_DECLARATION = re.compile(rb"""xmlns:([^\s=<>"':]+)\s*=\s*(?:"([^<"]*)"|'([^<']*)')""")
_MICROSOFT = "http://schemas.microsoft.com/office/"
_STANDARD = frozenset("w r m a c cx dgm pic wp mc v o".split())  # by our prefixes
_WORD = (
    "2006/wordml 2010/wordml 2012/wordml 2015/wordml/symex 2016/wordml/cid 2018/wordml 2018/wordml/cex "
    "2020/wordml/sdtdatahash 2023/wordml/word16du 2024/wordml/sdtformatlock 2010/wordprocessingCanvas "
    "2010/wordprocessingDrawing 2010/wordprocessingGroup 2010/wordprocessingInk 2010/wordprocessingShape"
)
_DRAWING = (
    "2007/8/2/chart 2008/diagram 2010/main 2012/chart 2012/main 2014/chart 2014/chartex 2014/main 2015/9/8/chartex "
    "2015/10/21/chartex 2016/5/9/chartex 2016/5/10/chartex 2016/5/11/chartex 2016/5/12/chartex 2016/5/13/chartex "
    "2016/5/14/chartex 2016/ink 2016/SVG/main 2017/decorative 2017/model3d"
)
_EXTENSIONS = frozenset(
    [f"{_MICROSOFT}word/{name}" for name in _WORD.split()]
    + [f"{_MICROSOFT}drawing/{name}" for name in _DRAWING.split()]
    + [f"{_MICROSOFT}2019/extlst", "urn:schemas-microsoft-com:office:word"]
)


class Extensions:
    """The extensions that one part of a Word file declares, by the prefix it gives each."""

    def __init__(self, part: bytes = b"") -> None:
        self._part = part

    def are_known(self, prefixes: str) -> bool:
        """Whether Word knows all that a form requires; a prefix that is declared nowhere is taken as written."""
        return not any(self._unknown.get(prefix, False) for prefix in prefixes.split())

    @cached_property
    def _unknown(self) -> dict[str, bool]:
        """For each prefix whether it stands, anywhere in the part, for something that Word does not know."""
        found: dict[str, bool] = {}
        for prefix, *values in _DECLARATION.findall(narrow(self._part)[0]):
            name, namespace = prefix.decode("utf-8", "replace"), b"".join(values).decode("utf-8", "replace")
            known = namespace in _EXTENSIONS or our_prefix(namespace) in _STANDARD
            found[name] = found.get(name, False) or not known
        return found
