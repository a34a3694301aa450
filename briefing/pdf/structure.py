"""Writes the structure tree: elements, parent tree, IDs, role map.

ISO 32000-1, 14.7.2, 14.7.4.2 (marked content), 14.7.4.3 (annotations), 14.7.4.4 (parent tree).
"""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFString

from briefing.pdf.profiles import Profile
from briefing.pdf.tree import Annotated, Attributes, Element, Mark, Tree
from briefing.pdf.writer import Raw, number, reference, register

# A table stays regular: its rows and cells are kept when they are empty.
_KEPT = frozenset(("THead", "TBody", "TFoot", "TR", "TH", "TD"))
_NEVER = 1 << 62


class Structure:
    """One tree on its way into the file."""

    def __init__(self, tree: Tree, document: PDFDocument, profile: Profile) -> None:
        self._tree = tree
        self._document = document
        self._profile = profile
        self._orders: dict[Element, int] = {}
        self._names: dict[Element, str] = {}
        self._objects: dict[Element, Raw] = {}
        self._ids: dict[str, Element] = {}

    def write(self) -> bytes:
        """Registers every element that holds anything; a reference to StructTreeRoot."""
        self._order(self._tree.root)
        top = self._name(self._tree.root)
        root = Raw(b"")
        self._root = reference(self._document, root, "StructTreeRoot")
        self._write(self._tree.root, self._root)
        roles = sorted({e.role for e in self._names} & self._profile.roles.keys())
        role_map = " ".join(f"/{role}/{self._profile.roles[role]}" for role in roles)
        parents = reference(self._document, Raw(self._parents()), "ParentTree")
        root.content = b"<</Type/StructTreeRoot/K[%s]/ParentTree %s/ParentTreeNextKey %d%s%s>>" % (
            self._reference(top),
            parents,
            len(self._tree.pages) + len(self._tree.annotated),
            f"/RoleMap<<{role_map}>>".encode() if roles else b"",
            self._id_tree(),
        )
        return self._root

    def element(self, element: Element) -> bytes:
        """A reference to a written element (empty when it was pruned)."""
        name = self._names.get(element)
        return self._reference(name) if name else b""

    def _order(self, element: Element) -> int:
        """When something of the element was first drawn; remembered for each element."""
        first = _NEVER
        for kid in element.kids:
            order = self._order(kid) if isinstance(kid, Element) else kid.order
            first = min(first, order)
        self._orders[element] = first
        return first

    def _kids(self, element: Element) -> list[Element | Mark | Annotated]:
        filled = self._orders[element] < _NEVER
        kids = [
            kid
            for kid in element.kids
            if not isinstance(kid, Element)
            or self._orders[kid] < _NEVER
            or (kid.role in _KEPT and (filled or element.role in _KEPT))
        ]
        if any(isinstance(kid, Mark) for kid in kids):
            kids.sort(key=lambda kid: self._orders[kid] if isinstance(kid, Element) else kid.order)
        return kids

    def _name(self, element: Element) -> str:
        name = self._names.get(element)
        if name is None:
            name = self._names[element] = f"SE{len(self._names)}"
            self._objects[element] = Raw(b"")
            register(self._document, self._objects[element], name)
        return name

    def _write(self, element: Element, parent: bytes) -> None:
        kids = self._kids(element)
        me = self._reference(self._name(element))
        for kid in kids:
            if isinstance(kid, Element):
                self._write(kid, me)
        page = next((kid.page for kid in kids if isinstance(kid, Mark)), None)
        parts = [f"<</S/{element.role}/P ".encode() + parent]
        if page is not None:
            parts.append(b"/Pg " + self._page(page))
        written = [self._kid(kid, page) for kid in kids]
        if len(written) == 1:
            parts.append(b"/K " + written[0])
        elif written:
            parts.append(b"/K[" + b" ".join(written) + b"]")
        parts += self._described(element)
        self._objects[element].content = b"".join(parts) + b">>"

    def _kid(self, kid: Element | Mark | Annotated, page: int | None) -> bytes:
        if isinstance(kid, Element):
            return self._reference(self._names[kid])
        if isinstance(kid, Annotated):
            annotation = self._reference(kid.name)
            return b"<</Type/OBJR/Pg %s/Obj %s>>" % (self._page(kid.page), annotation)
        if kid.page == page:
            return b"%d" % kid.mcid
        return b"<</Type/MCR/Pg %s/MCID %d>>" % (self._page(kid.page), kid.mcid)

    def _described(self, element: Element) -> list[bytes]:
        given = element.attributes
        parts = []
        for key, text in (
            ("T", given.get("title")),
            ("Alt", given.get("alt")),
            ("ActualText", given.get("actual_text")),
            ("Lang", given.get("lang")),
            ("ID", given.get("id")),
        ):
            if text is not None:
                parts.append(f"/{key}".encode() + PDFString(text).format(self._document))
        if "id" in given:
            if given["id"] in self._ids:
                raise ValueError(f"two elements have the ID {given['id']}")
            self._ids[given["id"]] = element
        owned = _attributes(given)
        if owned:
            parts.append(f"/A{owned}".encode())
        return parts

    def _id_tree(self) -> bytes:
        if not self._ids:
            return b""
        pairs = sorted(
            (bytes(PDFString(key).format(self._document)), element)
            for key, element in self._ids.items()
        )
        names = b" ".join(key + b" " + self.element(element) for key, element in pairs)
        first, last = pairs[0][0], pairs[-1][0]
        return b"/IDTree<</Kids[<</Limits[%s %s]/Names[%s]>>]>>" % (first, last, names)

    def _parents(self) -> bytes:
        """Key to element: pages first (an array by MCID), then annotations."""
        rows = [
            b"%d[%s]" % (key, b" ".join(self.element(element) for element in marked))
            for key, marked in enumerate(self._tree.pages)
        ]
        rows += [
            b"%d %s" % (len(self._tree.pages) + key, self.element(element))
            for key, element in enumerate(self._tree.annotated)
        ]
        return b"<</Nums[" + b" ".join(rows) + b"]>>"

    def _page(self, page: int) -> bytes:
        return self._reference(f"Page{page + 1}")

    def _reference(self, name: str) -> bytes:
        return b"%d 0 R" % number(self._document, name)


def _attributes(given: Attributes) -> str:
    """The attribute dictionaries by owner (ISO 32000-1, 14.8.5)."""
    table = ""
    if "scope" in given:
        table += f"/Scope/{given['scope']}"
    if given.get("col_span", 1) != 1:
        table += f"/ColSpan {given['col_span']}"
    if given.get("row_span", 1) != 1:
        table += f"/RowSpan {given['row_span']}"
    layout = f"/Placement/{given['placement']}" if "placement" in given else ""
    if "bbox" in given:
        layout += f"/BBox[{' '.join(f'{value:.2f}' for value in given['bbox'])}]"
    numbering = f"/ListNumbering/{given['numbering']}" if "numbering" in given else ""
    owners = {"Table": table, "Layout": layout, "List": numbering}
    written = [f"<</O/{owner}{entries}>>" for owner, entries in owners.items() if entries]
    return written[0] if len(written) == 1 else f"[{''.join(written)}]" if written else ""
