"""Write small PDF files from scratch, so that tests say exactly what stands where on a page.

Coordinates are points from the bottom left corner, as in the PDF format itself.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field

FONTS = {
    "plain": "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding",
    "bold": "/Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding",
    "italic": "/Type /Font /Subtype /Type1 /BaseFont /Helvetica-Oblique /Encoding /WinAnsiEncoding",
}
A4 = (595, 842)
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


@dataclass
class Page:
    """One page: drawing operators in the order they were asked for."""

    size: tuple[int, int] = A4
    rotate: int = 0
    content: list[bytes] = field(default_factory=list)
    images: int = 0
    form: bytes = b""
    properties: str = ""
    annotations: list[bytes] = field(default_factory=list)

    def text(
        self, x: float, y: float, words: str, size: float = 11, font: str = "plain", mode: int = 0, grey: float = 0
    ) -> Page:
        """Write words with their baseline starting at x, y; mode 3 is invisible, grey 1 is white."""
        shown = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        return self.show(x, y, b"(" + shown + b") Tj", size, font, mode, grey)

    def show(
        self, x: float, y: float, operator: bytes, size: float = 11, font: str = "plain", mode: int = 0, grey: float = 0
    ) -> Page:
        """Write with a raw text-showing operator, such as ``[(a) -2000 (b)] TJ``."""
        self.content.append(
            f"BT /{font} {size} Tf {mode} Tr {grey} g 1 0 0 1 {x} {y} Tm ".encode() + operator + b" 0 g ET"
        )
        return self

    def lines(
        self,
        x: float,
        y: float,
        lines: list[str] | tuple[str, ...],
        size: float = 11,
        font: str = "plain",
        leading: float = 14,
    ) -> float:
        """Write lines under each other; gives back the height of the line that would come next."""
        for line in lines:
            self.text(x, y, line, size, font)
            y -= leading
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> Page:
        """Draw a line."""
        self.content.append(f"{width} w {x0} {y0} m {x1} {y1} l S".encode())
        return self

    def box(self, x: float, y: float, width: float, height: float, grey: float | None = None) -> Page:
        """Draw a frame, or a filled area when a grey (0 black, 1 white) is given."""
        shape = f"{x} {y} {width} {height} re"
        self.content.append((f"{grey} g {shape} f 0 g" if grey is not None else f"0.5 w {shape} S").encode())
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Page:
        """Draw all the lines of a table."""
        for y in ys:
            self.rule(min(xs), y, max(xs), y)
        for x in xs:
            self.rule(x, min(ys), x, max(ys))
        return self

    def image(self, x: float, y: float, width: float, height: float) -> Page:
        """Place a picture."""
        self.images += 1
        self.content.append(f"q {width} 0 0 {height} {x} {y} cm /Picture Do Q".encode())
        return self

    def field(self, x: float, y: float, width: float, height: float, name: str, value: str) -> Page:
        """Place a filled text field of a form."""
        self.annotations.append(
            f"/Type /Annot /Subtype /Widget /FT /Tx /T ({name}) /V ({value}) /F 4 "
            f"/DA (/plain 10 Tf 0 g) /Rect [{x} {y} {x + width} {y + height}]".encode()
        )
        return self

    def tick(self, x: float, y: float, name: str, ticked: bool) -> Page:
        """Place a box to tick."""
        state = "Yes" if ticked else "Off"
        self.annotations.append(
            f"/Type /Annot /Subtype /Widget /FT /Btn /T ({name}) /V /{state} /AS /{state} /F 4 "
            f"/AP << /N << /Yes LOOK 0 R /Off LOOK 0 R >> >> /Rect [{x} {y} {x + 10} {y + 10}]".encode()
        )
        return self

    def drawn_apart(self, matrix: str) -> Page:
        """Move all that was drawn so far into a form of its own, placed by a matrix."""
        self.form, self.content = b"\n".join(self.content), [f"q {matrix} cm /Form Do Q".encode()]
        return self

    def comment(self, words: str) -> Page:
        """Stick a reviewer's comment on the page."""
        self.annotations.append(f"/Type /Annot /Subtype /Text /Contents ({words}) /Rect [10 10 30 30]".encode())
        return self


@dataclass
class PdfBuilder:
    """A PDF file in the making: pages, extra fonts, bookmarks, attached files, a password."""

    pages: list[Page] = field(default_factory=list)
    fonts: dict[str, str] = field(default_factory=lambda: dict(FONTS))
    bookmarks: list[tuple[str, int]] = field(default_factory=list)
    attachments: dict[str, bytes] = field(default_factory=dict)
    form_entries: str = ""
    catalog_entries: str = ""
    objects: list[bytes] = field(default_factory=list)

    def page(self, **kwargs: object) -> Page:
        """Add an empty page."""
        self.pages.append(Page(**kwargs))  # type: ignore[arg-type]
        return self.pages[-1]

    def mapped_font(self, name: str, codes: dict[int, int]) -> None:
        """Add a font whose codes stand for the Unicode code points given."""
        rows = "\n".join(f"<{code:02x}> <{chr(point).encode('utf-16-be').hex()}>" for code, point in codes.items())
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{rows}\nendbfchar\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end"
        )
        number = self._add(_stream("", cmap.encode()))
        self.fonts[name] = f"/Type /Font /Subtype /Type1 /BaseFont /Symbol /ToUnicode {number} 0 R"

    def build(self, user: str | None = None, owner: str = "owner") -> bytes:
        """The file's bytes; with ``user`` given, it is encrypted (RC4, 40 bits) with that open password."""
        self._add(b"")  # held for the tree of pages
        tree = len(self.objects)
        fonts = " ".join(f"/{name} {self._add(f'<< {body} >>'.encode())} 0 R" for name, body in self.fonts.items())
        picture = self._add(
            _stream(
                "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
                bytes(range(64)),
            )
        )
        resources = f"<< /Font << {fonts} >> /XObject << /Picture {picture} 0 R >> >>"
        kids = [self._page(page, tree, resources) for page in self.pages]
        self.objects[tree - 1] = (
            f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
        )
        catalog = f"/Type /Catalog /Pages {tree} 0 R {self._form()} {self._outline(kids)} {self._embedded()}"
        catalog += self.catalog_entries
        root = self._add(f"<< {catalog} >>".encode())
        return self._write(root, user, owner)

    def _add(self, body: bytes) -> int:
        self.objects.append(body)
        return len(self.objects)

    def _page(self, page: Page, tree: int, resources: str) -> int:
        resources = resources.replace("<< /Font", f"<< /Properties << {page.properties} >> /Font")
        content = self._add(_stream("/Filter /FlateDecode", zlib.compress(b"\n".join(page.content))))
        if page.form:
            entries = f"/Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Resources {resources}"
            form = self._add(_stream(entries, page.form))
            resources = resources.replace("/XObject <<", f"/XObject << /Form {form} 0 R")
        look = b"%d" % self._add(_stream("/Type /XObject /Subtype /Form /BBox [0 0 10 10]", b"0 0 10 10 re S"))
        notes = [self._add(b"<< " + body.replace(b"LOOK", look) + b" >>") for body in page.annotations]
        return self._add(
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {page.size[0]} {page.size[1]}] /Rotate {page.rotate} "
            f"/Resources {resources} /Contents {content} 0 R "
            f"/Annots [{' '.join(f'{n} 0 R' for n in notes)}] >>".encode()
        )

    def _form(self) -> str:
        fields = [i for i, body in enumerate(self.objects, 1) if b"/Subtype /Widget" in body]
        listed = " ".join(f"{number} 0 R" for number in fields)
        return f"/AcroForm << /Fields [{listed}] {self.form_entries} >>" if fields or self.form_entries else ""

    def _outline(self, kids: list[int]) -> str:
        if not self.bookmarks:
            return ""
        first = len(self.objects) + 1
        root = first + len(self.bookmarks)
        for i, (title, page) in enumerate(self.bookmarks):
            links = f"/Next {first + i + 1} 0 R " if i + 1 < len(self.bookmarks) else ""
            links += f"/Prev {first + i - 1} 0 R " if i else ""
            self._add(f"<< /Title ({title}) /Parent {root} 0 R {links}/Dest [{kids[page - 1]} 0 R /Fit] >>".encode())
        self._add(f"<< /First {first} 0 R /Last {root - 1} 0 R /Count {len(self.bookmarks)} >>".encode())
        return f"/Outlines {root} 0 R"

    def _embedded(self) -> str:
        names = []
        for name, body in self.attachments.items():
            stream = self._add(_stream("/Type /EmbeddedFile", body))
            names.append(f"({name}) << /Type /Filespec /F ({name}) /EF << /F {stream} 0 R >> >>")
        return f"/Names << /EmbeddedFiles << /Names [{' '.join(names)}] >> >>" if names else ""

    def _write(self, root: int, user: str | None, owner: str) -> bytes:
        identity = hashlib.md5(b"crp").digest()
        key, extra = (b"", b"") if user is None else _encryption(user, owner, identity)
        out = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, _encrypted(body, key, number) if key else body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        out += b"trailer << /Size %d /Root %d 0 R " % (len(offsets) + 1, root)
        out += b"/ID [<%s> <%s>] %s >>\nstartxref\n%d\n%%%%EOF\n" % ((identity.hex().encode(),) * 2 + (extra, start))
        return bytes(out)


def _stream(entries: str, body: bytes) -> bytes:
    return f"<< {entries} /Length {len(body)} >>\nstream\n".encode() + body + b"\nendstream"


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _encryption(user: str, owner: str, identity: bytes) -> tuple[bytes, bytes]:
    """The file's key and the trailer's entry, by the standard handler's first revision."""
    padded_user, padded_owner = ((word.encode() + _PADDING)[:32] for word in (user, owner))
    o_entry = _rc4(hashlib.md5(padded_owner).digest()[:5], padded_user)
    permissions = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded_user + o_entry + permissions + identity).digest()[:5]
    u_entry = _rc4(key, _PADDING)
    entry = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{o_entry.hex()}> /U <{u_entry.hex()}> >>"
    return key, entry.encode()


def _encrypted(body: bytes, key: bytes, number: int) -> bytes:
    """Only streams: the builder's strings are left, since no test of a locked file looks at them."""
    head, mark, rest = body.partition(b"\nstream\n")
    if not mark:
        return body
    object_key = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
    return head + mark + _rc4(object_key, rest.removesuffix(b"\nendstream")) + b"\nendstream"
