"""Ways through the document: links, destinations, outline and page labels.

ISO 32000-1, 12.3 and 12.5.6.5; ISO 14289-1, 7.18 (links are tagged and described). In PDF 2.0
they lead to elements too (ISO 32000-2, 12.3.2.3; ISO 14289-2, 8.8).
"""

from collections.abc import Callable, Sequence
from math import ceil, floor
from typing import NamedTuple
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDocument, PDFObjectReference

from briefing.model.link import Target, Url
from briefing.pdf.tree import Element
from briefing.pdf.writer import Raw, number, reference, register, spoken, string

_SCHEMES = ("https://", "http://", "mailto:")
_PRINTED = 4


class Destination(NamedTuple):
    """Where an anchor is: page from 0, height on it in points, and the element it names."""

    page: int
    y: float
    element: Element


class Bookmark(NamedTuple):
    """An entry of the outline; levels begin at 0."""

    title: str
    anchor: str
    level: int


class Label(NamedTuple):
    """How pages are called from a page (from 0) on: style `D`, `r`, `R`, `a`, `A` or empty."""

    page: int
    style: str
    prefix: str
    number: int


class _Link(NamedTuple):
    name: str
    page: int
    rectangle: tuple[float, float, float, float]
    target: Target
    contents: str
    key: int


class Navigation:
    """What one canvas gathers of links, anchors, bookmarks and labels."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._links: list[_Link] = []
        self._objects: list[Raw] = []
        self.anchors: dict[str, Destination] = {}
        self.bookmarks: list[Bookmark] = []
        self.labels: list[Label] = []

    def reserve(self) -> str:
        """The object name of the next link annotation."""
        name = f"Link{len(self._links)}"
        self._objects.append(Raw(b""))
        register(self._document, self._objects[-1], name)
        return name

    def link(
        self,
        name: str,
        page: int,
        rectangle: tuple[float, float, float, float],
        target: Target,
        contents: str,
        key: int,
    ) -> None:
        """Keeps the link of that reserved name; `key` is its place among the tree's annotations."""
        self._links.append(_Link(name, page, rectangle, target, contents, key))

    def annotations(self, page: int, others: Sequence[str] = ()) -> dict[str, object]:
        """The page's `Annots` entry, nothing when it has no links and none of other names."""
        names = [*(link.name for link in self._links if link.page == page), *others]
        if not names:
            return {}
        return {"Annots": PDFArray([PDFObjectReference(name) for name in names])}

    def inner(self) -> list[tuple[int, Element]]:
        """Of each link within the document: its place among the tree's annotations, and the element
        it leads to. Raises ValueError when it leads nowhere."""
        return [
            (link.key, self.element(link.target.anchor))
            for link in self._links
            if not isinstance(link.target, Url)
        ]

    def element(self, anchor: str) -> Element:
        """The element at an anchor. Raises ValueError where the document has none of that name."""
        return self._place(anchor).element

    def write_links(self, pages: int, reference_to: Callable[[Element], bytes] | None) -> None:
        """Writes the annotations; parent-tree keys of annotations follow those of the pages.

        `reference_to` gives the reference to an element where links lead to elements too.
        """
        for link, written in zip(self._links, self._objects, strict=True):
            written.content = (
                b"<</Type/Annot/Subtype/Link/F %d/Border[0 0 0]/P %s/StructParent %d/Rect[%s]"
                b"/Contents%s%s>>"
                % (
                    _PRINTED,
                    self._page(link.page),
                    pages + link.key,
                    _around(link.rectangle),
                    spoken(link.contents),
                    self._action(link.target, reference_to),
                )
            )

    def void(self) -> None:
        """Annotations of a file that is only looked at: they are nothing."""
        for written in self._objects:
            written.content = b"null"

    def outline(self, reference_to: Callable[[Element], bytes] | None) -> bytes:
        """Registers the outline; a reference to it, empty when there are no bookmarks."""
        if not self.bookmarks:
            return b""
        root = Raw(b"")
        top = reference(self._document, root, "Outline")
        entries = [Raw(b"") for _ in self.bookmarks]
        items = [reference(self._document, entry) for entry in entries]
        parents = _parents([bookmark.level for bookmark in self.bookmarks])
        kids: dict[int, list[int]] = {}
        for index, parent in enumerate(parents):
            kids.setdefault(parent, []).append(index)
        for index, bookmark in enumerate(self.bookmarks):
            siblings = kids[parents[index]]
            at = siblings.index(index)
            above = top if parents[index] < 0 else items[parents[index]]
            parts = [b"<</Title" + string(bookmark.title), b"/Parent " + above]
            if at > 0:
                parts.append(b"/Prev " + items[siblings[at - 1]])
            if at < len(siblings) - 1:
                parts.append(b"/Next " + items[siblings[at + 1]])
            parts.append(_span(kids.get(index, []), items, open_=False))
            parts.append(self._leads(bookmark.anchor, reference_to) + b">>")
            entries[index].content = b"".join(parts)
        root.content = b"<</Type/Outlines" + _span(kids[-1], items, open_=True) + b">>"
        return top

    def page_labels(self) -> bytes:
        """The number tree of page labels, empty when none were set."""
        rows = []
        for label in sorted(self.labels):
            entries = b"/S/" + label.style.encode() if label.style else b""
            if label.prefix:
                entries += b"/P" + string(label.prefix)
            if label.number != 1:
                entries += b"/St %d" % label.number
            rows.append(b"%d<<%s>>" % (label.page, entries))
        return b"<</Nums[" + b" ".join(rows) + b"]>>" if rows else b""

    def _action(self, target: Target, reference_to: Callable[[Element], bytes] | None) -> bytes:
        if not isinstance(target, Url):
            return self._leads(target.anchor, reference_to)
        return b"/A<</S/URI/URI%s>>" % string(quote(target.address, safe=":/?#[]@!$&'()*+,;=%~"))

    def _leads(self, anchor: str, reference_to: Callable[[Element], bytes] | None) -> bytes:
        place = self._place(anchor)
        view = b"/XYZ null %d null]" % ceil(place.y)
        page = b"[" + self._page(place.page) + view
        if reference_to is None:
            return b"/Dest" + page
        return b"/A<</S/GoTo/D%s/SD[%s%s>>" % (page, reference_to(place.element), view)

    def _place(self, anchor: str) -> Destination:
        if anchor not in self.anchors:
            raise ValueError(f"a link leads to #{anchor}, which is nowhere in the document")
        return self.anchors[anchor]

    def _page(self, page: int) -> bytes:
        return b"%d 0 R" % number(self._document, f"Page{page + 1}")


def allowed(target: Target) -> bool:
    """Whether a link may lead there: the web, mail, or an anchor of the document."""
    if isinstance(target, Url):
        return target.address.startswith(_SCHEMES)
    return bool(target.anchor)


def _around(rectangle: tuple[float, float, float, float]) -> bytes:
    """The box in whole points: what is clicked needs no finer edges."""
    left, bottom, right, top = rectangle
    return b"%d %d %d %d" % (floor(left), floor(bottom), ceil(right), ceil(top))


def _parents(levels: list[int]) -> list[int]:
    """The index of each entry's parent, -1 at the top; a level that was skipped doesn't matter."""
    parents: list[int] = []
    path: list[int] = []
    for index, level in enumerate(levels):
        while path and levels[path[-1]] >= level:
            path.pop()
        parents.append(path[-1] if path else -1)
        path.append(index)
    return parents


def _span(kids: list[int], items: list[bytes], open_: bool) -> bytes:
    if not kids:
        return b""
    count = len(kids) if open_ else -len(kids)
    return b"/First %s/Last %s/Count %d" % (items[kids[0]], items[kids[-1]], count)
