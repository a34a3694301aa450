"""The field that waits for a signature (ISO 32000-1, 12.7.4.5): tagged, with a name to hear.

ISO 14289-1, 7.18.4: it is within a Form element. ISO 19005-3, 6.3.3: it has an appearance, here
an empty one, for what it shows is text of the page.
"""

from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.pdf.signing import FIELD
from briefing.pdf.strings import string
from briefing.pdf.writer import Raw, number, reference, register, stream

# Printed and locked.
_FLAGS = 4 | 128
_NAME = "SignatureField"


class _Field(NamedTuple):
    page: int
    rectangle: tuple[float, float, float, float]
    label: str
    key: int | None


class Fields:
    """The one signature field that a file may have."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._field: _Field | None = None
        self._object = Raw(b"")

    def reserve(self) -> str:
        """The object name of the field."""
        register(self._document, self._object, _NAME)
        return _NAME

    def keep(
        self, page: int, rectangle: tuple[float, float, float, float], label: str, key: int | None
    ) -> None:
        """Where the reserved field is; `key` is its place among the tree's annotations, None
        where it is no part of it. A second one is refused with ValueError."""
        if self._field is not None:
            raise ValueError("a file has one signature")
        self._field = _Field(page, rectangle, label, key)

    def names(self, page: int) -> list[str]:
        """The names of the page's fields."""
        return [_NAME] if self._field and self._field.page == page else []

    def write(self, pages: int) -> bytes:
        """Writes the field; the catalog's entry, empty without one."""
        if self._field is None:
            return b""
        page, rectangle, label, key = self._field
        left, bottom, right, top = rectangle
        form: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[0 0 {right - left:.2f} {top - bottom:.2f}]",
            "Resources": "<<>>",
        }
        box = " ".join(f"{value:.2f}" for value in rectangle)
        self._object.content = (
            b"<</Type/Annot/Subtype/Widget/FT/Sig/T%s/TU%s/Contents%s/F %d/Rect[%s]/P %d 0 R"
            b"%s/AP<</N %s>>>>"
            % (
                string(FIELD),
                string(label),
                string(label),
                _FLAGS,
                box.encode(),
                number(self._document, f"Page{page + 1}"),
                b"" if key is None else b"/StructParent %d" % (pages + key),
                reference(self._document, stream(b"", form)),
            )
        )
        return b"/AcroForm<</SigFlags 3/Fields[%d 0 R]>>" % number(self._document, _NAME)
