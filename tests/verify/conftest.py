"""A sound document of a page, made by the engine, to which tests do harm."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from briefing import verify
from briefing.model.link import Anchor, Url
from briefing.pdf import Element, TaggedCanvas
from tests.pdf import sample

Harm = Callable[[pikepdf.Pdf], object]


class Sheet:
    """One page of a document: each line is written under the one before."""

    def __init__(self, profile: str = "ua1+3a") -> None:
        self.canvas: TaggedCanvas = sample.canvas(profile)
        self.root: Element = self.canvas.tree.root
        self.y = 780.0

    def line(self, element: Element, text: str, x: float = 50, size: float = 10) -> Element:
        """Writes a line of an element's text; the element."""
        self.y -= 1.5 * size
        return self.beside(element, text, x, size)

    def beside(self, element: Element, text: str, x: float, size: float = 10) -> Element:
        """Writes on the line where the last text stands."""
        with self.canvas.tag(element):
            self.canvas.text(x, self.y, text, "serif", size, sample.INK)
        return element

    def row(self, row: Element, texts: tuple[str, ...], role: str = "TD", **said: str) -> Element:
        """A row of cells."""
        self.y -= 15
        for column, text in enumerate(texts):
            self.beside(row.child(role, **said), text, 50 + 80 * column)  # type: ignore[arg-type]
        return row

    def figure(self, alt: str, caption: str = "", parent: Element | None = None) -> Element:
        """A figure under its caption."""
        figure = (parent or self.root).child("Figure", alt=alt, placement="Block")
        if caption:
            self.line(figure.child("Caption"), caption)
        self.y -= 40
        with self.canvas.tag(figure):
            self.canvas.fill(sample.INK)
            self.canvas.rect(50, self.y, 30, 30, stroke=0, fill=1)
        figure.enclose((50, self.y, 80, self.y + 30))
        return figure

    def finish(self) -> bytes:
        """The file."""
        return self.canvas.finish(sample.RECORD)


def titled(sheet: Sheet) -> Sheet:
    """The sheet, with a heading of the first level."""
    sheet.line(sheet.root.child("H1"), "Trade ", size=20)
    return sheet


def found(data: bytes) -> list[str]:
    """The codes of what the look at the tags finds."""
    return [fault.code for fault in verify.lint(verify.open_file(data))]


def sound(profile: str = "ua1+3a") -> bytes:
    """Heading, contents, two lines of text with a link, a note, a list, a table, a figure."""
    sheet = Sheet(profile)
    root = sheet.root
    heading = sheet.line(root.child("H1"), "Trade ", size=20)
    sheet.canvas.anchor("trade", heading, sheet.y + 20)
    entry = root.child("TOC").child("TOCI").child("Reference").child("Link")
    sheet.line(entry, "Trade 1 ")
    paragraph = root.child("P")
    sheet.line(paragraph, "Mongolia’s trade with ")
    sheet.line(paragraph, "Russia is set out ")
    link = sheet.beside(paragraph.child("Link"), "here ", 140)
    call = sheet.beside(paragraph.child("Reference").child("Link"), "1 ", 170, 6)
    listing = root.child("L", numbering="Decimal")
    for number, text in enumerate(("Coal ", "Copper "), start=1):
        item = listing.child("LI")
        sheet.line(item.child("Lbl"), f"{number}. ")
        sheet.beside(item.child("LBody"), text, 65)
    table = root.child("Table")
    sheet.line(table.child("Caption"), "Table 1 ")
    sheet.row(table.child("THead").child("TR"), ("Year ", "Exports "), "TH", scope="Column")
    body = table.child("TBody")
    for year, value in (("2024 ", "100.7 "), ("2025 ", "60.7 ")):
        row = body.child("TR")
        sheet.line(row.child("TH", scope="Row"), year)
        sheet.beside(row.child("TD"), value, 130)
    sheet.figure("Exports fell from 100.7 to 60.7 million dollars.", "Figure 1: Exports ")
    note = root.child("Note", id="note-1")
    sheet.line(note, "Goods only. ")
    sheet.canvas.anchor("note", note, sheet.y)
    for number, (element, target) in enumerate(
        ((entry, Anchor("trade")), (link, Url("https://example.org")), (call, Anchor("note")))
    ):
        sheet.canvas.link([(400, 60 * number, 420, 20)], target, element, "where it leads")
    return sheet.finish()


def harmed(data: bytes, harm: Harm) -> bytes:
    """The file after something was done to its objects."""
    with pikepdf.open(BytesIO(data)) as pdf:
        harm(pdf)
        out = BytesIO()
        pdf.save(out, linearize=False, fix_metadata_version=False)
    return out.getvalue()


def element(pdf: pikepdf.Pdf, role: str, which: int = 0) -> pikepdf.Object:
    """An element of the structure tree by its role, in the order of the file."""
    found = [
        o
        for o in pdf.objects
        if isinstance(o, pikepdf.Dictionary) and o.get("/S") == f"/{role}" and "/P" in o
    ]
    return found[which]


def codes(data: bytes) -> list[str]:
    """The codes of all faults, clauses and our own."""
    file = verify.open_file(data)
    return [fault.code for fault in (*verify.check(file), *verify.lint(file))]


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()
