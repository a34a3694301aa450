"""Writes the structure tree: elements, parent tree, IDs, role map.

ISO 32000-1, 14.7.2, 14.7.4.2 (marked content), 14.7.4.3 (annotations), 14.7.4.4 (parent tree);
ISO 32000-2, 14.7.4 and 14.8.6 (namespaces).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.pdf.profiles import Profile
from briefing.pdf.tree import Annotated, Attributes, Element, Mark, Tree
from briefing.pdf.writer import Raw, number, reference, register, string

# A table stays regular: its rows and cells are kept when they are empty.
_KEPT = frozenset(("THead", "TBody", "TFoot", "TR", "TH", "TD"))
_NEVER = 1 << 62
# ISO 32000-2, 14.8.6: the namespaces of the standard structure types, and what only the older has.
_PDF2 = "http://iso.org/pdf2/ssn"
_PDF17 = "http://iso.org/pdf/ssn"
_OLDER_ROLES = "Art BlockQuote TOC TOCI Index Quote Reference BibEntry Code"
_OLDER = frozenset(_OLDER_ROLES.split())
_NOTES = frozenset(("Note", "FENote"))
# ISO 32000-1, table 347 has no lists of terms (ISO 32000-2, table 382 has).
_OLDER_NUMBERING = {"Description": "None"}


class Structure:
    """One tree on its way into the file.

    `inner` has the inner links: their places among the tree's annotations, and where they lead;
    `associated` references to the files that are an element's data.
    """

    def __init__(
        self,
        tree: Tree,
        document: PDFDocument,
        profile: Profile,
        inner: Iterable[tuple[int, Element]] = (),
        associated: Mapping[Element, Sequence[bytes]] = MappingProxyType({}),
    ) -> None:
        self._tree = tree
        self._document = document
        self._profile = profile
        self._associated = associated
        self._orders: dict[Element, int] = {}
        self._names: dict[Element, str] = {}
        self._objects: dict[Element, Raw] = {}
        self._ids: dict[str, Element] = {}
        self._heads: list[Element] = []
        self._spaces: dict[str, bytes] = {}
        pairs = ((tree.annotated[key], target) for key, target in inner)
        self._referred = _referred(pairs) if profile.is_pdf2 else {}

    def write(self) -> bytes:
        """Registers every element that holds anything; a reference to StructTreeRoot."""
        self._order(self._tree.root)
        self._claim()
        self._name_heads()
        top = self._names[self._tree.root]
        root = Raw(b"")
        self._root = reference(self._document, root, "StructTreeRoot")
        self._write(self._tree.root, self._root)
        parents = reference(self._document, Raw(self._parents()), "ParentTree")
        root.content = b"<</Type/StructTreeRoot/K[%s]/ParentTree %s/ParentTreeNextKey %d%s%s>>" % (
            self._reference(top),
            parents,
            len(self._tree.pages) + len(self._tree.annotated),
            self._vocabulary(),
            self._id_tree(),
        )
        return self._root

    def element(self, element: Element) -> bytes:
        """A reference to a written element (empty when it was pruned)."""
        name = self._names.get(element)
        return self._reference(name) if name else b""

    def nearest(self, element: Element) -> bytes:
        """A reference to the element, or to the nearest around it that was written."""
        while element not in self._names and element.parent is not None:
            element = element.parent
        return self.element(element)

    def _vocabulary(self) -> bytes:
        """What the roles mean: PDF 2.0 names the namespaces, PDF 1.7 maps roles that it lacks."""
        if self._profile.is_pdf2:
            return b"/Namespaces[%s]" % b" ".join(self._spaces.values())
        roles = sorted({e.role for e in self._names} & self._profile.roles.keys())
        if not roles:
            return b""
        role_map = " ".join(f"/{role}/{self._profile.roles[role]}" for role in roles)
        return f"/RoleMap<<{role_map}>>".encode()

    def _space(self, role: str) -> bytes:
        """A reference to the namespace that has the role."""
        address = _PDF17 if role in _OLDER else _PDF2
        if address not in self._spaces:
            written = Raw(f"<</Type/Namespace/NS({address})>>".encode())
            self._spaces[address] = reference(self._document, written)
        return self._spaces[address]

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

    def _claim(self) -> None:
        """Names all elements that will be written, for any may be referred to; those of a role
        one after the other: what is alike is packed well together."""
        found = list(self._written(self._tree.root))
        for element in sorted(found, key=lambda element: element.role):
            name = self._names[element] = f"SE{len(self._names)}"
            self._objects[element] = Raw(b"")
            register(self._document, self._objects[element], name)

    def _name_heads(self) -> None:
        """Gives IDs to the cells that others name as their heads (ISO 32000-1, table 349)."""
        for element in self._names:
            for head in element.attributes.get("headers", ()):
                if head in self._names and "id" not in head.attributes:
                    head.attributes["id"] = f"TH{len(self._heads)}"
                    self._heads.append(head)

    def _written(self, element: Element) -> Iterator[Element]:
        """The element and all below it that will be written, in reading order."""
        yield element
        for kid in self._kids(element):
            if isinstance(kid, Element):
                yield from self._written(kid)

    def _write(self, element: Element, parent: bytes) -> None:
        kids = self._kids(element)
        me = self._reference(self._names[element])
        for kid in kids:
            if isinstance(kid, Element):
                self._write(kid, me)
        page = next((kid.page for kid in kids if isinstance(kid, Mark)), None)
        # What is the same in many stands before what differs.
        owned = _attributes(element.attributes, element.role, is_pdf2=self._profile.is_pdf2)
        parts = [self._typed(element), owned, b"/P " + parent]
        if page is not None:
            parts.append(b"/Pg " + self._page(page))
        written = [self._kid(kid, page) for kid in kids]
        if len(written) == 1:
            parts.append(b"/K " + written[0])
        elif written:
            parts.append(b"/K[" + b" ".join(written) + b"]")
        parts += self._described(element)
        if element in self._associated:
            parts.append(b"/AF[" + b" ".join(self._associated[element]) + b"]")
        self._objects[element].content = b"".join(parts) + b">>"

    def _typed(self, element: Element) -> bytes:
        """The element's type, in PDF 2.0 with its namespace and what it refers to."""
        role = self._profile.renamed.get(element.role, element.role)
        if not self._profile.is_pdf2:
            return f"<</S/{role}".encode()
        parts = f"<</S/{role}/NS ".encode() + self._space(role)
        targets = dict.fromkeys(map(self.nearest, self._referred.get(element, ())))
        return parts + (b"/Ref[%s]" % b" ".join(targets) if targets else b"")

    def _kid(self, kid: Element | Mark | Annotated, page: int | None) -> bytes:
        if isinstance(kid, Element):
            return self._reference(self._names[kid])
        if isinstance(kid, Annotated):
            # Without a page of its own it is on the element's (ISO 32000-1, table 325).
            on = b"" if kid.page == page else b"/Pg " + self._page(kid.page)
            return b"<</Type/OBJR%s/Obj %s>>" % (on, self._reference(kid.name))
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
            ("E", given.get("expansion")),
            ("Lang", given.get("lang")),
            ("ID", given.get("id")),
        ):
            if text is not None:
                parts.append(f"/{key}".encode() + string(text))
        if "id" in given:
            if given["id"] in self._ids:
                raise ValueError(f"two elements have the ID {given['id']}")
            self._ids[given["id"]] = element
        return parts

    def _id_tree(self) -> bytes:
        if not self._ids:
            return b""
        pairs = sorted((string(key), element) for key, element in self._ids.items())
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


def _referred(links: Iterable[tuple[Element, Element]]) -> dict[Element, list[Element]]:
    """What each element refers to (ISO 14289-2, 8.2.5.6 and 8.2.5.14): an entry of the contents to
    its heading, a note and the place that calls it to each other."""
    found: dict[Element, list[Element]] = {}
    for link, target in links:
        entry = _around(link, frozenset(("TOCI",)))
        note = _around(target, _NOTES)
        if entry is not None:
            found.setdefault(entry, []).append(target)
        elif note is not None:
            caller = _around(link, frozenset(("Reference",))) or link
            found.setdefault(caller, []).append(note)
            found.setdefault(note, []).append(caller)
    return found


def _around(element: Element | None, roles: frozenset[str]) -> Element | None:
    while element is not None and element.role not in roles:
        element = element.parent
    return element


def _attributes(given: Attributes, role: str, *, is_pdf2: bool) -> bytes:
    """The entry of attribute dictionaries by owner (ISO 32000-1, 14.8.5); empty without any."""
    table = _headers(given.get("headers", ()))
    if "scope" in given:
        table += f"/Scope/{given['scope']}"
    if given.get("col_span", 1) != 1:
        table += f"/ColSpan {given['col_span']}"
    if given.get("row_span", 1) != 1:
        table += f"/RowSpan {given['row_span']}"
    layout = f"/Placement/{given['placement']}" if "placement" in given else ""
    if "bbox" in given:
        layout += f"/BBox[{' '.join(f'{value:.2f}' for value in given['bbox'])}]"
    numbering = given.get("numbering", "")
    if not is_pdf2:
        numbering = _OLDER_NUMBERING.get(numbering, numbering)
    numbering = f"/ListNumbering/{numbering}" if numbering else ""
    kind = "/NoteType/Footnote" if is_pdf2 and role in _NOTES else ""
    owners = {"Table": table, "Layout": layout, "List": numbering, "FENote": kind}
    written = [f"<</O/{owner}{entries}>>" for owner, entries in owners.items() if entries]
    if not written:
        return b""
    return (f"/A{written[0]}" if len(written) == 1 else f"/A[{''.join(written)}]").encode()


def _headers(heads: Sequence[Element]) -> str:
    """The IDs of a cell's heads."""
    names = [string(head.attributes["id"]).decode() for head in heads if "id" in head.attributes]
    return f"/Headers[{''.join(names)}]" if names else ""
