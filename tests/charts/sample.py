"""Charts of the sample project's own figures, and charts drawn to be read back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import numpy as np
import pypdfium2
from msgspec.structs import replace
from numpy.typing import NDArray

from briefing.charts import draw
from briefing.charts.paper import Rect
from briefing.model.exhibit import Chart, Line, Point
from briefing.model.fact import Fact
from briefing.model.period import Period
from briefing.model.series import Status
from briefing.model.style import Style
from briefing.model.text import Place
from briefing.model.unit import Unit
from briefing.pdf import Faces, Metadata, TaggedCanvas, load_faces
from briefing.pdf.drawing import Drawing, paint
from briefing.project import read_style
from tests.data.sample import investment as net_investment
from tests.data.sample import trade as all_trade
from tests.data.sample import traded
from tests.pdf.sample import RECORD

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data" / "mongolia-russia"
MAIN, SIDE, FULL = 313.70, 145.51, 481.89
MARGIN = 40.0
UNIT = Unit.parse("USD million")


@cache
def style() -> Style:
    """The ministry style."""
    read, findings = read_style("ministry", Place("briefing.yaml", 1, 1))
    assert read is not None, findings
    return read


@cache
def faces() -> Faces:
    return load_faces(style().faces, style().fallback)


def point(
    value: object,
    at: str = "",
    label: str = "",
    decimals: int = 0,
    status: Status = Status.FINAL,
    highlighted: bool = False,
    key: str = "",
) -> Point:
    """A point as an exhibit makes it; a range of months is a part-year."""
    number = None if value is None else Decimal(str(value))
    period = Period.parse(at) if at else None
    text = "[x]" if number is None else f"{number:,.{decimals}f}".replace("-", "−")
    hollow = period is not None and period.is_part_year
    fact = Fact("x", number, UNIT, period, status=status)
    return Point(number, text, fact, period, label, status, hollow, highlighted, key=key)


def over(label: str, values: Mapping[str, object], decimals: int = 0, marked: bool = False) -> Line:
    """A line over years; the last one is provisional."""
    last = max(values)
    points = tuple(
        point(value, year, "", decimals, Status("p" if year == last else ""), marked)
        for year, value in sorted(values.items())
    )
    return Line(label, label, points)


@cache
def trade(partner: str, flow: str) -> Mapping[str, Decimal]:
    """Trade with a partner by year, US$ million."""
    return {str(year): value / 1000 for year, value in traded(partner, flow).items()}


@cache
def investment() -> Line:
    """Net foreign direct investment by year; 2025 is January to September."""
    rows = [(month, -value) for month, value in net_investment().items()]
    points = []
    for year in sorted({month[:4] for month, _ in rows}):
        months = [(month, value) for month, value in rows if month.startswith(year)]
        whole = len(months) == 12
        at = year if whole else f"{months[0][0]}..{months[-1][0]}"
        label = "" if whole else "Jan–Sept"
        points.append(point(sum(value for _, value in months), at, label))
    return Line("fdi", "Net inflow", tuple(points))


def suppliers(subject: str = "RUS", top: int = 6) -> Line:
    """The largest suppliers of 2024."""
    rows = [
        (partner, value / 1000)
        for partner, year, flow, value in all_trade()
        if (year, flow) == ("2024", "import")
    ]
    rows.sort(key=lambda row: -row[1])
    points = (point(v, label=f"Land {c}", highlighted=c == subject) for c, v in rows[:top])
    return Line("suppliers", "Imports, by source", tuple(points))


def imports_and_exports() -> Chart:
    lines = (
        over("Imports from Russia", trade("RUS", "import")),
        over("Exports to Russia", trade("RUS", "export"), 1),
    )
    return Chart("bars", lines, "US$ million")


def balance() -> Chart:
    exports, imports = trade("RUS", "export"), trade("RUS", "import")
    gap = {year: exports[year] - imports[year] for year in exports if year in imports}
    return Chart("bars", (over("Balance", gap),), "US$ million", "diverging")


def chinas() -> tuple[Line, ...]:
    return (
        over("Exports to China", trade("CHN", "export")),
        over("Imports from China", trade("CHN", "import")),
    )


def shares() -> Chart:
    """Made-up shares of a total, two lines of very different size."""
    russia = {str(2005 + n): Decimal(4 - n % 4) / 2 + Decimal("0.3") for n in range(20)}
    china = {str(2005 + n): Decimal(60 + n + 7 * (n % 3)) for n in range(20)}
    return Chart("line", (over("China", china, 1), over("Russia", russia, 1, marked=True)), "%")


def products() -> Chart:
    names = {"Mineral products": ("83.0", "87.2"), "Gems and precious metals": ("7.0", "5.8")}
    names |= {"Textiles": ("5.9", "2.6"), "All other, among them meat and hides": ("4.1", "4.4")}
    lines = (
        Line(year, year, tuple(point(v[n], "", name, decimals=1) for name, v in names.items()))
        for n, year in enumerate(("2014", "2024"))
    )
    return Chart("share", tuple(lines), "%")


def latest(chart: Chart) -> Chart:
    """Only the last line."""
    return replace(chart, lines=chart.lines[-1:])


def stacked() -> Chart:
    return Chart("bars", (*imports_and_exports().lines, *chinas()), "US$ million", "stacked")


CHARTS: Mapping[str, Callable[[], Chart]] = {
    "two panels": imports_and_exports,
    "hanging": balance,
    "part-year": lambda: Chart("bars", (investment(),), "US$ million", "diverging"),
    "grouped": lambda: Chart("bars", chinas(), "US$ million"),
    "stacked": stacked,
    "many bars": lambda: Chart("bars", stacked().lines, "US$ million"),
    "one line": lambda: Chart("line", chinas()[:1], "US$ million"),
    "lines": shares,
    "four lines": lambda: Chart("line", stacked().lines, "US$ million"),
    "many lines": lambda: Chart("line", (*stacked().lines, *balance().lines), "US$ million"),
    "ranking": lambda: Chart("ranking", (suppliers(),), "US$ million"),
    "rankings": lambda: Chart("ranking", (suppliers(), suppliers("JPN")), "US$ million"),
    "shares": products,
    "one share": lambda: latest(products()),
}


@dataclass(frozen=True)
class Page:
    """A drawn chart read back: texts with their boxes on the drawing, ink by pixel, the file."""

    drawing: Drawing
    texts: tuple[tuple[str, Rect], ...]
    pixels: NDArray[np.uint8]
    scale: float
    data: bytes

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(text for text, _ in self.texts)

    def box(self, text: str) -> Rect:
        return next(rect for found, rect in self.texts if found == text)

    def colours(self, rect: Rect) -> set[tuple[int, int, int]]:
        """The colours of the pixels inside a box of the drawing."""
        top = self.drawing.height + MARGIN
        rows = slice(int((top - rect.top) * self.scale), int((top - rect.bottom) * self.scale))
        columns = slice(
            int((MARGIN + rect.left) * self.scale), int((MARGIN + rect.right) * self.scale)
        )
        return {tuple(int(v) for v in p) for p in self.pixels[rows, columns].reshape(-1, 3)}


def page(chart: Chart, width: float, scale: float = 3, language: str = "en") -> Page:
    """The chart on a page of its own with a margin around it."""
    drawing = draw(chart, width, style(), faces(), language)
    data = pdf([drawing])
    with pypdfium2.PdfDocument(data) as document:
        sheet = document[0]
        pixels = np.asarray(sheet.render(scale=scale).to_pil().convert("RGB"))
        texts = tuple(_texts(sheet))
    return Page(drawing, texts, pixels, scale, data)


def pdf(drawings: Iterable[Drawing], record: Metadata = RECORD) -> bytes:
    """A file with a chart a page."""
    drawings = tuple(drawings)
    canvas: TaggedCanvas | None = None
    for drawing in drawings:
        size = (drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN)
        if canvas is None:
            canvas = TaggedCanvas(faces(), size, "en", record.title)
            heading = canvas.tree.root.child("H1")
            with canvas.tag(heading):
                canvas.text(2, 2, "x", "sans", 1, "#FFFFFF")
        else:
            canvas.next_page()
            canvas.setPageSize(size)
        figure = canvas.tree.root.child("Figure", alt="A chart", placement="Block")
        figure.enclose((MARGIN, MARGIN, MARGIN + drawing.width, MARGIN + drawing.height))
        with canvas.tag(figure):
            paint(drawing, canvas, MARGIN, MARGIN)
    assert canvas is not None
    return canvas.finish(record)


def _texts(sheet: pypdfium2.PdfPage) -> Iterable[tuple[str, Rect]]:
    text = sheet.get_textpage()
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        found = text.get_text_bounded(left, bottom, right, top).strip()
        if found and right - left > 1.5:
            yield found, Rect(left - MARGIN, bottom - MARGIN, right - MARGIN, top - MARGIN)
