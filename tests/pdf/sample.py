"""A document with one of everything, and the faces that it is set in."""

from datetime import date
from io import BytesIO

from PIL import Image

from briefing.model.link import Anchor, Target, Url
from briefing.model.style import FaceSpec
from briefing.pdf import Element, Faces, Metadata, TaggedCanvas, load_faces

INK = "#1B2128"
A4 = (595.276, 841.89)
RECORD = Metadata(
    title="Mongolia and Russia: “trade”",
    subject="A country briefing",
    language="en",
    date=date(2026, 11, 24),
    keywords=("Mongolia", "Russia"),
    producer="briefing",
)
SERIF = FaceSpec("fontpkg-ibm-plex-serif", "IBMPlexSerif-Regular.ttf", {}, "IBMPlexSerif")
SANS = "IBMPlexSans[wdth,wght].ttf"
SPECS = {
    "serif": SERIF,
    "serif.strong": FaceSpec(SERIF.package, "IBMPlexSerif-Bold.ttf", {}, "IBMPlexSerif-Bold"),
    "sans": FaceSpec("fontpkg-ibm-plex-sans", SANS, {"wght": 400}, "IBMPlexSans"),
    "sans.strong": FaceSpec("fontpkg-ibm-plex-sans", SANS, {"wght": 600}, "IBMPlexSans-SemiBold"),
    "fallback": FaceSpec("matplotlib", "DejaVuSans.ttf", {}, "DejaVuSans"),
}


def faces() -> Faces:
    return load_faces(SPECS, ("fallback",))


def canvas(profile: str = "ua1+3a") -> TaggedCanvas:
    return TaggedCanvas(faces(), A4, "en", RECORD.title, profile=profile)


def png(mode: str, colour: object, size: tuple[int, int] = (4, 3)) -> bytes:
    return encoded(Image.new(mode, size, colour), "PNG")


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    data = BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def whole(profile: str = "ua1+3a") -> bytes:
    """Headings, paragraphs, spans, links, lists, a table, figures, furniture, over two pages."""
    pages = canvas(profile)
    root = pages.tree.root
    _furniture(pages, "1")
    heading = root.child("H1")
    with pages.tag(heading):
        pages.text(50, 760, "Trade → торговля", "sans.strong", 20, INK, tracking=-0.2)
    pages.anchor("trade", heading, 785)
    pages.bookmark("Trade", "trade", 0)
    paragraph = _paragraph(pages, root)
    _list(pages, root)
    _table(pages, root)
    _figures(pages, root)
    pages.next_page()
    _furniture(pages, "2")
    with pages.tag(paragraph):
        pages.text(50, 760, "It goes on over the page.", "serif", 10, INK)
    second = root.child("H2")
    with pages.tag(second):
        pages.text(50, 700, "Investment", "sans.strong", 14, INK)
    pages.anchor("investment", second, 715)
    pages.bookmark("Investment", "investment", 1)
    pages.label_pages()
    return pages.finish(RECORD)


def _furniture(pages: TaggedCanvas, number: str) -> None:
    with pages.artifact("Pagination", "Header", "Top"):
        pages.text(50, 810, "Running head", "sans", 7, INK)
        pages.stroke(INK, 0.5)
        pages.line(50, 800, 545, 800)
    with pages.artifact("Pagination", "Footer", "Bottom"):
        pages.text(500, 30, number, "sans", 7, INK)


def _paragraph(pages: TaggedCanvas, root: Element) -> Element:
    paragraph = root.child("P")
    with pages.tag(paragraph):
        pages.text(
            50, 730, "The office filed US$1.6\u00a0billion, ", "serif", 10, INK, word_space=2
        )
        with pages.tag(paragraph.child("Span", lang="mn")):
            pages.text(230, 730, "Монгол Улс", "serif", 10, INK)
        pages.text(300, 730, " and ", "serif", 10, INK)
        pages.text(325, 730, "strong", "serif.strong", 10, INK)
        pages.text(360, 730, " coop\u00ad", "serif", 10, INK)
        pages.text(50, 716, "eration; ", "serif", 10, INK)
        _link(pages, paragraph, 100, "see below", Anchor("investment"))
        pages.text(150, 716, " or ", "serif", 10, INK)
        _link(pages, paragraph, 170, "this", Url("https://example.org/a b?q=é#x"))
        pages.text(190, 716, " in ∰ x\u0301. ", "serif", 10, INK)
    return paragraph


def _link(pages: TaggedCanvas, parent: Element, x: float, text: str, target: Target) -> None:
    link = parent.child("Link")
    with pages.tag(link):
        pages.text(x, 716, text, "serif", 10, "#0F4C6B")
    width = pages.faces["serif"].width(text, 10)
    pages.link([(x, 714, x + width, 724)], target, link, text)


def _list(pages: TaggedCanvas, root: Element) -> None:
    listing = root.child("L", numbering="Disc")
    for row, text in enumerate(("first", "second")):
        item = listing.child("LI")
        with pages.tag(item.child("Lbl")):
            pages.text(50, 690 - row * 14, "•", "serif", 10, INK)
        with pages.tag(item.child("LBody")):
            pages.text(60, 690 - row * 14, text, "serif", 10, INK)


def _table(pages: TaggedCanvas, root: Element) -> None:
    table = root.child("Table")
    with pages.artifact():
        pages.fill("#F2F4F6")
        pages.rect(50, 600, 200, 50, stroke=0, fill=1)
    with pages.tag(table.child("Caption")):
        pages.text(50, 655, "Table 1 ", "sans", 8, INK)
    head = table.child("THead").child("TR")
    for column, text in enumerate(("Year", "Exports")):
        with pages.tag(head.child("TH", scope="Column")):
            pages.text(50 + column * 60, 640, text, "sans.strong", 8, INK)
    body = table.child("TBody")
    for row, cells in enumerate((("2024", "1.5"), ("2025", ""))):
        line = body.child("TR")
        for column, text in enumerate(cells):
            cell = line.child("TD") if column else line.child("TH", scope="Row")
            with pages.tag(cell):
                pages.text(50 + column * 60, 625 - row * 12, text, "sans", 8, INK)


def _figures(pages: TaggedCanvas, root: Element) -> None:
    chart = root.child("Figure", alt="Two bars", placement="Block")
    chart.enclose((50, 450, 250, 580))
    with pages.tag(chart):
        pages.saveState()
        pages.translate(50, 450)
        pages.setFillAlpha(0.5)
        pages.fill("#C88418")
        pages.rect(0, 0, 50, 100, stroke=0, fill=1)
        pages.text(0, 105, "2024", "sans", 7, INK)
        pages.restoreState()
    crest = root.child("Figure", alt="A crest", placement="Block", bbox=(300, 450, 340, 480))
    with pages.tag(crest):
        pages.image(png("RGBA", (200, 30, 30, 128)), 300, 450, 40, 30)
        pages.image(encoded(Image.new("RGB", (8, 8), "blue"), "JPEG"), 350, 450, 40, 40)
