"""Fonts: in the file, and every code of a text has a meaning and a shape."""

from collections.abc import Iterator

import pikepdf

from briefing.pdf.reading.content import Run
from briefing.pdf.reading.file import Fault, File, Requirement
from briefing.pdf.reading.text import Font

_EMBEDDED = Requirement("PDF/UA-1 7.21.4.1-1", "PDF/UA-2 8.4.5.5.1-1", "Embed the font.")
_UNICODE = Requirement(
    "PDF/UA-1 7.21.7-1", "PDF/UA-2 8.4.5.8-1", "Give the font a ToUnicode map of all its codes."
)
_VALUES = Requirement(
    "PDF/UA-1 7.21.7-2", "PDF/UA-2 8.4.5.8-2", "Map each code to the character that it shows."
)
_GLYPHS = Requirement(
    "PDF/UA-1 7.21.3.2-1", "PDF/UA-2 8.4.5.3.2-1", "Add a CIDToGIDMap: Identity or a stream."
)
_NOTDEF = Requirement("PDF/UA-1 7.21.8-1", "PDF/UA-2 8.4.5.9-1", "Use a font that has the glyph.")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
# U+0000, U+FEFF and U+FFFE are no characters of a text.
_NO_TEXT = frozenset("\0\ufeff\ufffe")


def embedded(file: File) -> Iterator[Fault]:
    """Each font that text is set in is in the file, with a way from code to glyph."""
    for font, page in _used(file):
        if font.subtype == "/Type3":
            continue
        descriptor = font.descendant.get("/FontDescriptor")
        if descriptor is None or not any(key in descriptor for key in _FILES):
            yield file.fault(_EMBEDDED, f"the font {font.name} isn’t embedded", page)
        elif font.descendant.get("/Subtype") == "/CIDFontType2":
            mapped = font.descendant.get("/CIDToGIDMap")
            if mapped != "/Identity" and not isinstance(mapped, pikepdf.Stream):
                yield file.fault(_GLYPHS, f"the font {font.name} has no CIDToGIDMap", page)


def readable(file: File) -> Iterator[Fault]:
    """Each code that is shown has a text; none shows the glyph for a missing one."""
    reported: set[tuple[str, str]] = set()
    for page in file.pages:
        for run in page.runs:
            if run.font is None:
                continue
            for fault in _unread(file, run.font, run, page.number):
                if (fault.code, run.font.name) not in reported:
                    reported.add((fault.code, run.font.name))
                    yield fault


def _unread(file: File, font: Font, run: Run, page: int) -> Iterator[Fault]:
    if not font.mapped:
        yield file.fault(_UNICODE, f"nothing says what the codes of {font.name} mean", page)
    elif font.map is not None and not all(map(font.map.__contains__, run.codes)):
        lost = next(code for code in run.codes if code not in font.map)
        yield file.fault(_UNICODE, f"nothing says what code {lost} of {font.name} means", page)
    if not _NO_TEXT.isdisjoint(run.text):
        yield file.fault(_VALUES, f"a code of {font.name} maps to what is no character", page)
    if font.has_cids and not all(map(_glyph(font), run.cids)):
        yield file.fault(_NOTDEF, f"a text in {font.name} shows the glyph for “missing”", page)


class _glyph:  # noqa: N801
    """Says of a CID which glyph it shows, 0 for the missing one."""

    def __init__(self, font: Font) -> None:
        mapped = font.descendant.get("/CIDToGIDMap")
        self._map = mapped.read_bytes() if isinstance(mapped, pikepdf.Stream) else None

    def __call__(self, cid: int) -> int:
        if self._map is None:
            return cid
        return int.from_bytes(self._map[2 * cid : 2 * cid + 2], "big")


def _used(file: File) -> Iterator[tuple[Font, int]]:
    """Each font that shows text, with the first page where it does."""
    seen: dict[int, tuple[Font, int]] = {}
    for page in file.pages:
        for run in page.runs:
            if run.font is not None:
                seen.setdefault(id(run.font), (run.font, page.number))
    yield from seen.values()
