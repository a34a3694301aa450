"""ReportLab's canvas, without what can't be embedded or tagged, writing plain objects.

ReportLab keeps the stream, the document and the graphics state in private attributes; those that
the engine works with are declared here.
"""

from collections.abc import Callable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference, PDFStream
from reportlab.pdfgen.canvas import Canvas

from briefing.pdf.colour import components
from briefing.pdf.content import Operator, content, written
from briefing.pdf.writer import register, stream

_REFUSED = (
    "linkURL linkRect linkAbsolute textAnnotation freeTextAnnotation highlightAnnotation "
    "inkAnnotation drawImage drawInlineImage drawString drawRightString drawCentredString "
    "drawAlignedString beginText drawText setFont cross save getpdfdata bookmarkPage "
    "bookmarkHorizontal bookmarkHorizontalAbsolute addOutlineEntry addPageLabel"
)
# Path painting by whether it is filled and stroked (ISO 32000-1, table 60).
_PAINT = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}


class Surface(Canvas):
    """A canvas in points from the bottom left, whose pages and forms share the document's fonts."""

    _code: list[Operator]
    _doc: Any
    _extgstate: Any
    _formData: tuple[str, float, float, float | None, float | None] | None  # noqa: N815
    _formsinuse: list[str]
    _pagesize: tuple[float, float]
    _shadingUsed: dict[str, PDFObjectReference]  # noqa: N815
    _fillColorObj: object  # noqa: N815
    _strokeColorObj: object  # noqa: N815
    _lineWidth: float | None  # noqa: N815
    _lineDash: tuple[float, ...] | None  # noqa: N815

    _restartAccumulators: Callable[[], None]  # noqa: N815
    _startPage: Callable[[], None]  # noqa: N815

    def __init__(self, page_size: tuple[float, float]) -> None:
        super().__init__("", pagesize=page_size, invariant=1, pageCompression=1)

    def _make_preamble(self) -> None:
        # ReportLab's would name Helvetica, which can't be embedded.
        self._preamble = ""

    def fill(self, colour: str) -> None:
        """Colour of fills, `#RRGGBB`."""
        if self._fillColorObj != colour:
            self._fillColorObj = colour
            self._code.append(f"{components(colour)} rg")

    def stroke(self, colour: str, width: float, dash: tuple[float, ...] = ()) -> None:
        """Colour `#RRGGBB`, width and dashes of lines, in points."""
        if self._strokeColorObj != colour:
            self._strokeColorObj = colour
            self._code.append(f"{components(colour)} RG")
        if self._lineWidth != width:
            self._lineWidth = width
            self._code.append(f"{written(width)} w")
        if (self._lineDash or ()) != dash:
            self._lineDash = dash
            self._code.append(f"[{' '.join(map(written, dash))}] 0 d")

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        stroke: float = 1,
        fill: float = 0,
    ) -> None:
        """A rectangle from its lower left corner, stroked, filled or both."""
        box = " ".join(map(written, (x, y, width, height)))
        self._code.append(f"{box} re {_PAINT[bool(fill), bool(stroke)]}")

    def addLiteral(self, s: object, escaped: int = 1) -> None:  # noqa: ARG002, N802
        """Operators as they stand; what they set of the graphics state is not known afterwards."""
        self._fillColorObj = self._strokeColorObj = self._lineWidth = self._lineDash = None
        self._code.append(str(s))

    def add_page(self, entries: dict[str, object]) -> None:
        """Ends the page, with more entries of its dictionary, and begins the next."""
        width, height = self._pagesize
        page = {
            "Type": "/Page",
            "Parent": register(self._doc, self._doc.Pages),
            "MediaBox": f"[0 0 {written(width)} {written(height)}]",
            "Resources": self._resources(),
            "Contents": register(self._doc, self._stream({})),
            **entries,
        }
        self._doc.addPage(PDFDictionary(page))
        self._startPage()

    def endForm(self, **extra: object) -> None:  # noqa: N802
        """Ends a form that `beginForm` began; its resources are this document's."""
        if self._formData is None:
            raise ValueError("no form was begun")
        name, left, bottom, right, top = self._formData
        width, height = self._pagesize
        box = (left, bottom, width if right is None else right, height if top is None else top)
        entries: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[{' '.join(map(written, box))}]",
            "Resources": self._resources(),
            **extra,
        }
        self._doc.addForm(name, self._stream(entries))
        self._restartAccumulators()
        self.pop_state_stack()

    def _addShading(self, shading: object) -> str:  # noqa: N802
        name: str = self._doc.addShading(shading)
        self._shadingUsed[name] = PDFObjectReference(name)
        return name

    def _stream(self, entries: dict[str, object]) -> PDFStream:
        return stream(content(self._code), entries)

    def _resources(self) -> PDFDictionary:
        entries: dict[str, object] = {"Font": PDFObjectReference("BasicFonts")}
        if self._formsinuse:
            entries["XObject"] = self._doc.xobjDict(self._formsinuse)
        states = self._extgstate.getState()
        if states:
            entries["ExtGState"] = states
        if self._shadingUsed:
            entries["Shading"] = PDFDictionary(self._shadingUsed)
        return PDFDictionary(entries)


def _refusing(name: str) -> Callable[..., Any]:
    """In place of a method of ReportLab's that makes what can't be tagged or embedded."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise NotImplementedError(f"Canvas.{name} makes untagged or unembedded content")

    return refuse


for _name in _REFUSED.split():
    setattr(Surface, _name, _refusing(_name))
