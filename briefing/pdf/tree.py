"""The structure tree: what the document says, in reading order, whatever the order of drawing.

ISO 32000-1, 14.7. The tree is made before anything is drawn; marks join it as pages are painted.
"""

from __future__ import annotations

from typing import NamedTuple, TypedDict, Unpack

# Standard structure types (ISO 32000-1, 14.8.4), and those of PDF 2.0 that a profile maps to them.
_ROLES = """
    Document Part Art Sect Div Aside BlockQuote Caption TOC TOCI Index NonStruct Title
    P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
    Span Quote Note FENote Reference BibEntry Code Link Annot Form Strong Em Sub Figure
    Formula
"""
ROLES = frozenset(_ROLES.split())


class Attributes(TypedDict, total=False):
    """What an element can say of itself.

    `title` (for who looks at the tags), `alt`, `actual_text`, `lang` (BCP 47), `id` (unique; a Note
    must have one), `scope` of a TH (`Column`, `Row`, `Both`), `col_span`, `row_span`, `numbering`
    of an L (`Decimal`, `Disc`, `Description` where labels are terms …), `placement` (`Block`,
    `Inline`) and `bbox` (left, bottom, right, top in points) of a Figure, `headers` (the TH that
    are heads of a cell, where the rows and columns alone don't tell), `expansion` of an
    abbreviation.
    """

    title: str
    alt: str
    actual_text: str
    lang: str
    id: str
    scope: str
    col_span: int
    row_span: int
    numbering: str
    placement: str
    bbox: tuple[float, float, float, float]
    headers: tuple[Element, ...]
    expansion: str


class Mark(NamedTuple):
    """A piece of marked content: page from 0, its MCID there, its place in the drawing."""

    page: int
    mcid: int
    order: int


class Annotated(NamedTuple):
    """An annotation that belongs to the element: page from 0, object name, place in the drawing."""

    page: int
    name: str
    order: int


class Element:
    """A structure element; children are in reading order.

    Where an element holds text of its own beside children (a paragraph with a Span), all its kids
    stand in the order in which they were drawn; an element without text of its own keeps the order
    in which its children were made.
    """

    __slots__ = ("attributes", "kids", "parent", "role")

    def __init__(self, role: str, parent: Element | None, attributes: Attributes) -> None:
        if role not in ROLES:
            raise ValueError(f"{role} is no structure type")
        self.role = role
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Element | Mark | Annotated] = []

    def child(self, role: str, **attributes: Unpack[Attributes]) -> Element:
        """A new last child. Raises ValueError for an unknown role."""
        element = Element(role, self, attributes)
        self.kids.append(element)
        return element

    def enclose(self, bbox: tuple[float, float, float, float]) -> None:
        """Says where a Figure stands on its page, once that is known (points)."""
        self.attributes["bbox"] = bbox

    @property
    def children(self) -> tuple[Element, ...]:
        """The child elements, in the order in which they were made."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    def __repr__(self) -> str:
        return f"<{self.role} {len(self.kids)}>"


class Tree:
    """The tree of one canvas: hands out MCIDs a page and parent-tree keys for annotations."""

    def __init__(self) -> None:
        self.root = Element("Document", None, {})
        self.pages: list[list[Element]] = [[]]
        self.annotated: list[Element] = []
        self._order = 0

    @property
    def page(self) -> int:
        """The page being drawn, from 0."""
        return len(self.pages) - 1

    def next_page(self) -> None:
        """Begins the MCIDs of the next page."""
        self.pages.append([])

    def mark(self, element: Element) -> int:
        """A new MCID of the page for that element."""
        marks = self.pages[-1]
        mcid = len(marks)
        marks.append(element)
        element.kids.append(Mark(self.page, mcid, self._next()))
        return mcid

    def unmark(self, mcid: int) -> None:
        """Takes back the page's newest MCID, which nothing was painted under."""
        if mcid != len(self.pages[-1]) - 1:
            raise AssertionError("only the newest mark can be taken back")
        element = self.pages[-1].pop()
        element.kids = [
            kid
            for kid in element.kids
            if not (isinstance(kid, Mark) and kid.mcid == mcid and kid.page == self.page)
        ]

    def annotate(self, element: Element, name: str) -> int:
        """Adds the annotation of that object name to the element; its place in `annotated`."""
        element.kids.append(Annotated(self.page, name, self._next()))
        self.annotated.append(element)
        return len(self.annotated) - 1

    def _next(self) -> int:
        self._order += 1
        return self._order
