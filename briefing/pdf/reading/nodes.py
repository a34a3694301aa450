"""The structure tree as it stands in a file, roles resolved.

ISO 32000-1, 14.7; ISO 32000-2, 14.7.4.2 and 14.8.6 (namespaces).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from msgspec import Struct

_STANDARD_ROLES = """
    Document DocumentFragment Part Art Sect Div Aside BlockQuote Caption TOC TOCI Index NonStruct
    Private Title P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote
    Note FENote Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Strong Em Sub Figure
    Formula Form Artifact
"""
STANDARD = frozenset(_STANDARD_ROLES.split())
_MOST_MAPPED = 20


class Content(Struct, frozen=True):
    """A piece of marked content: page from 1, its MCID there."""

    page: int
    mcid: int


@dataclass(slots=True, eq=False)
class Node:
    """An element: the role that it has and the one that it stands for, its object, kids in reading
    order: elements, marked content, objects (annotations)."""

    name: str
    role: str
    object: Any
    parent: Node | None
    kids: list[Node | Content | Any] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Node]:
        """The kids that are elements."""
        return (kid for kid in self.kids if isinstance(kid, Node))

    @property
    def marks(self) -> Iterator[Content]:
        """The kids that are marked content of its own."""
        return (kid for kid in self.kids if isinstance(kid, Content))

    def walk(self) -> Iterator[Node]:
        """The element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(list(node.children)))

    def content(self) -> Iterator[Content]:
        """All marked content below it, in reading order."""
        waiting: list[Any] = [self]
        while waiting:
            kid = waiting.pop()
            if isinstance(kid, Content):
                yield kid
            elif isinstance(kid, Node):
                waiting.extend(reversed(kid.kids))

    def around(self, *roles: str) -> Node | None:
        """The nearest element around it (or itself) of one of the roles."""
        node: Node | None = self
        while node is not None and node.role not in roles:
            node = node.parent
        return node

    def get(self, key: str) -> Any:
        """An entry of its dictionary, None where it has none."""
        return self.object.get(key) if self.object is not None else None

    def attribute(self, owner: str, key: str) -> Any:
        """An attribute of an owner (`/Table`, `/Scope`), own or by class; None without it."""
        for owned in each(self.get("/A")):
            if isinstance(owned, pikepdf.Dictionary) and owned.get("/O") == owner and key in owned:
                return owned[key]
        return None

    def page(self) -> int:
        """The page of its first content, 0 where it has none."""
        return next((c.page for c in self.content()), 0)


def each(value: Any) -> list[Any]:
    """An entry that holds one object or an array of them, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


class Reader:
    """Reads the tree of one file, each element once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._root = pdf.Root.get("/StructTreeRoot")
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self._seen: set[tuple[int, int]] = set()

    def read(self) -> Node | None:
        """The root, its role `StructTreeRoot`; None in a file without a tree."""
        if not isinstance(self._root, pikepdf.Dictionary):
            return None
        top = Node("StructTreeRoot", "StructTreeRoot", self._root, None)
        waiting: list[tuple[Node, int]] = [(top, 0)]
        while waiting:
            node, page = waiting.pop()
            own = self._pages.get(node.get("/Pg").objgen) if node.get("/Pg") is not None else page
            for kid in each(node.get("/K")):
                read = self._kid(kid, own or page, node)
                if read is None:
                    continue
                node.kids.append(read)
                if isinstance(read, Node):
                    waiting.append((read, own or page))
        return top

    def _kid(self, kid: Any, page: int, parent: Node) -> Node | Content | Any:
        if isinstance(kid, int):
            return Content(page, int(kid))
        if not isinstance(kid, pikepdf.Dictionary):
            return None
        kind = kid.get("/Type")
        if kind == "/MCR":
            given = kid.get("/Pg")
            where = self._pages.get(given.objgen, page) if given is not None else page
            return Content(where, int(kid.get("/MCID", -1)))
        if kind == "/OBJR":
            return kid.get("/Obj")
        if kid.objgen != (0, 0) and kid.objgen in self._seen:
            return None
        self._seen.add(kid.objgen)
        name = str(kid.get("/S", "/"))[1:]
        return Node(name, self._role(name, kid.get("/NS")), kid, parent)

    def _role(self, name: str, space: Any) -> str:
        """The standard role that a name stands for; the name itself where it stands for none."""
        role = name
        for _ in range(_MOST_MAPPED):
            mapped = self._mapped(role, space)
            if mapped is None or (space is None and role in STANDARD):
                return role
            target = each(mapped)
            role, space = str(target[0])[1:], target[1] if len(target) > 1 else None
        return name

    def _mapped(self, role: str, space: Any) -> Any:
        if not isinstance(self._root, pikepdf.Dictionary):
            return None
        maps = self._root.get("/RoleMap") if space is None else space.get("/RoleMapNS")
        return maps.get(f"/{role}") if isinstance(maps, pikepdf.Dictionary) else None


_BLOCK_ROLES = """
    P H H1 H2 H3 H4 H5 H6 Lbl LBody TH TD Caption Title TOCI Note FENote BibEntry BlockQuote Div
    Sect Aside Figure Formula
"""
BLOCKS = frozenset(_BLOCK_ROLES.split())
PARTS = frozenset(("L", "LI", "Table", "TR", "THead", "TBody", "TFoot", "TOC"))


def own(node: Node, without: frozenset[str] = frozenset()) -> Iterator[Content]:
    """The content of an element in reading order, up to the blocks and parts within it, and
    without what stands in elements of some roles."""
    for kid in node.kids:
        if isinstance(kid, Content):
            yield kid
        elif isinstance(kid, Node) and kid.role not in BLOCKS | PARTS | without:
            yield from own(kid, without)
