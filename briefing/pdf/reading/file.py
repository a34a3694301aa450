"""An opened PDF, what the checks look at, and what they find at fault."""

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
from msgspec import Struct

from briefing.pdf.reading.content import Page, Run, pages
from briefing.pdf.reading.nodes import Content, Node, Reader

MALFORMED = (
    *(TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError),
    pikepdf.PdfError,
)


class Requirement(Struct, frozen=True):
    """What a file must do: its clause and test for PDF 1.7 (PDF/UA-1, PDF/A-3) and for PDF 2.0
    (PDF/UA-2, PDF/A-4), empty where that version has none; what mends a fault.

    Test numbers are veraPDF's, so that both judges call one fault by one name.
    """

    older: str
    newer: str
    hint: str


class Fault(Struct, frozen=True):
    """One fault: the code is `PDF/UA-1 7.3-1` or one of this room's codes; page from 1, 0 where it
    stands on none."""

    code: str
    message: str
    page: int
    hint: str


_PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
_PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
_CONFORMS = "{http://pdfa.org/declarations/}conformsTo"
_WELL_TAGGED = "http://pdfa.org/declarations/wtpdf"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"


class File:
    """A PDF and what is painted and tagged in it. Raises pikepdf.PdfError for what is no PDF."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pikepdf.open(BytesIO(data))
        self.root = self.pdf.Root

    @cached_property
    def is_pdf2(self) -> bool:
        """Whether it is judged by the standards of PDF 2.0: it claims them, or has that version."""
        claimed = self.claims.get("ua", ""), self.claims.get("a", "")
        if any(claimed):
            return claimed[0] == "2" or claimed[1].startswith("4")
        return str(self.pdf.pdf_version) >= "2.0"

    @cached_property
    def claims(self) -> dict[str, str]:
        """The part of PDF/UA (`ua`: `1`) and the part and level of PDF/A (`a`: `3a`) that its
        metadata names, as far as they do."""
        packet = self.packet
        if packet is None:
            return {}
        part = _named(packet, f"{_PDFA}part")
        return {
            key: value
            for key, value in (
                ("ua", _named(packet, f"{_PDFUA}part")),
                ("a", part + _named(packet, f"{_PDFA}conformance").lower() if part else ""),
            )
            if value
        }

    @cached_property
    def is_well_tagged(self) -> bool:
        """Whether its metadata declares that it is a Well-Tagged PDF (WTPDF 1.0)."""
        if self.packet is None:
            return False
        addresses = (element.text or "" for element in self.packet.iter(_CONFORMS))
        return any(address.strip().startswith(_WELL_TAGGED) for address in addresses)

    @cached_property
    def packet(self) -> ElementTree.Element | None:
        """Its XMP packet, None where it has none that can be read."""
        stream = self.root.get("/Metadata")
        if not isinstance(stream, pikepdf.Stream):
            return None
        try:
            return ElementTree.fromstring(stream.read_bytes().strip(b"\0 \r\n\t"))
        except ElementTree.ParseError:
            return None

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """What is painted on each page."""
        return tuple(pages(self.pdf))

    @cached_property
    def tree(self) -> Node | None:
        """The root of its structure tree."""
        return Reader(self.pdf).read()

    @cached_property
    def _marked(self) -> dict[tuple[int, int], list[Run]]:
        found: dict[tuple[int, int], list[Run]] = {}
        for page in self.pages:
            for run in page.runs:
                if run.mcid is not None:
                    found.setdefault((page.number, run.mcid), []).append(run)
        return found

    def runs(self, content: Content) -> list[Run]:
        """What is painted under a mark."""
        return self._marked.get((content.page, content.mcid), [])

    def elements(self, *roles: str) -> Iterator[Node]:
        """The elements of the roles (of all, without any), in reading order."""
        if self.tree is not None:
            for node in self.tree.walk():
                if node is not self.tree and (not roles or node.role in roles):
                    yield node

    def text(self, node: Node) -> str:
        """All text below an element, nothing between its pieces."""
        return "".join(run.text for content in node.content() for run in self.runs(content))

    def fault(self, requirement: Requirement, message: str, page: int = 0) -> Fault:
        """A fault under the clause of the standard that the file is judged by."""
        code = requirement.newer if self.is_pdf2 else requirement.older
        return Fault(code, message, page, requirement.hint)

    def asks(self, requirement: Requirement) -> bool:
        """Whether the standard that the file is judged by has such a clause."""
        return bool(requirement.newer if self.is_pdf2 else requirement.older)


def _named(packet: ElementTree.Element, name: str) -> str:
    """A simple property, as an element or as an attribute of its Description."""
    for description in packet.iter(_RDF):
        if name in description.attrib:
            return description.attrib[name].strip()
        for child in description:
            if child.tag == name:
                return (child.text or "").strip()
    return ""
