"""Reads a PDF back by its structure: the text in reading order, and the tag tree to look at.

For any test: `from tests.pdf.structure import structure_text, tag_tree`.

- `structure_text(data)` is the text that a screen reader meets: a line a block, cells of a row
  apart by tabs, marker and body of a list item apart by a space. Nothing is added within a block:
  words that the file runs together stay so. Soft hyphens are left out: a word that was divided
  at a line's end is whole.
- `tag_tree(data)` is one line an element, indented, with attributes and text.
- `read(data)` gives the tree as `Node`s.
- `artifact_text(data)` is what is painted as decoration, a line a mark.

Text comes from the content streams through each font's ToUnicode map, forms included.
"""

import re
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

_INLINE_ROLES = "Span Link Reference Quote Code Strong Em Sub Lbl LBody TH TD"
_INLINE = frozenset(_INLINE_ROLES.split())
_ROW = frozenset(("TR",))
_SHOWN = (
    ("/Lang", "lang"),
    ("/Alt", "alt"),
    ("/ActualText", "actual"),
    ("/ID", "id"),
    ("/E", "expansion"),
)
_HEX = re.compile(rb"<([0-9a-fA-F]+)>")


@dataclass
class Node:
    """An element: role, attributes worth seeing, and kids (text, elements) in reading order."""

    role: str
    attributes: dict[str, str] = field(default_factory=dict)
    kids: "list[Node | str]" = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text below, nothing between."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def find(self, role: str) -> "list[Node]":
        """The elements of a role below this one, in reading order."""
        found = []
        for kid in self.kids:
            if isinstance(kid, Node):
                found += [kid] if kid.role == role else []
                found += kid.find(role)
        return found


def read(data: bytes) -> Node:
    """The structure tree's root."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.objgen: _texts(page) for page in pdf.pages}
        root = Node("StructTreeRoot")
        for kid in _each(pdf.Root.StructTreeRoot.get("/K")):
            root.kids.append(_node(kid, pages))
        return root


def structure_text(data: bytes) -> str:
    """The text in reading order, as the module describes it."""
    lines: list[str] = []
    _lines(read(data), lines)
    return "".join(line.replace("\u00ad", "") + "\n" for line in lines if line)


def tag_tree(data: bytes) -> str:
    """The tree, one line an element."""
    lines: list[str] = []

    def show(node: Node, depth: int) -> None:
        shown = " ".join(f"{key}={value!r}" for key, value in node.attributes.items())
        links = " ".join(f"-> {link}" for link in node.links)
        elements = any(isinstance(kid, Node) for kid in node.kids)
        own = "" if elements else repr(node.text) if node.text else ""
        parts = (node.role, f"[{shown}]" if shown else "", own, links)
        lines.append("  " * depth + " ".join(part for part in parts if part))
        for kid in node.kids if elements else ():
            if isinstance(kid, Node):
                show(kid, depth + 1)
            elif kid:
                lines.append("  " * (depth + 1) + repr(kid))

    for kid in read(data).kids:
        assert isinstance(kid, Node)
        show(kid, 0)
    return "\n".join(lines) + "\n"


def artifact_text(data: bytes) -> str:
    """What is painted outside the structure."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return "".join(
            line + "\n" for page in pdf.pages for line in _texts(page)[None].splitlines()
        )


def _lines(node: Node, lines: list[str]) -> None:
    """Adds the node's lines; text and inline elements go on in the line that is open."""
    inline = node.role in _INLINE
    if not inline:
        lines.append("")
    for index, kid in enumerate(node.kids):
        if isinstance(kid, str):
            lines[-1] += kid
            continue
        if index and node.role in _ROW:
            lines[-1] += "\t"
        if index and kid.role == "LBody":
            lines[-1] += " "
        _lines(kid, lines)
    if not inline:
        lines.append("")


def _node(element: pikepdf.Dictionary, pages: dict) -> Node:
    node = Node(str(element.S).removeprefix("/"))
    for key, name in _SHOWN:
        if key in element:
            node.attributes[name] = str(element[key])
    for owned in _each(element.get("/A")):
        for key, value in owned.items():
            if key not in ("/O", "/BBox"):
                told = " ".join(map(str, value)) if key == "/Headers" else str(value)
                node.attributes[key.removeprefix("/")] = told.removeprefix("/")
    for kid in _each(element.get("/K")):
        _add(node, kid, element.get("/Pg"), pages)
    return node


def _add(node: Node, kid: pikepdf.Object, page: pikepdf.Object | None, pages: dict) -> None:
    if isinstance(kid, int):
        node.kids.append(pages[page.objgen].get(kid, ""))
    elif kid.get("/Type") == "/MCR":
        node.kids.append(pages[kid.get("/Pg", page).objgen].get(int(kid.MCID), ""))
    elif kid.get("/Type") == "/OBJR":
        annotation = kid.Obj
        address = annotation.get("/A", {}).get("/URI")
        node.links.append(str(address) if address is not None else "page")
    else:
        node.kids.append(_node(kid, pages))


def _each(value: pikepdf.Object | None) -> list:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _texts(page: pikepdf.Page) -> dict:
    """Text of a page by MCID; None holds what belongs to none, a line a mark."""
    texts: dict = {None: ""}
    _collect(page.obj, page.obj.get("/Resources"), None, texts, {})
    return texts


def _collect(
    content: pikepdf.Object,
    resources: pikepdf.Object | None,
    mcid: int | None,
    texts: dict,
    maps: dict,
) -> None:
    """Walks one content stream (page or form); `maps` keeps the ToUnicode map of each font."""
    stack: list[int | None] = []
    decode: dict[bytes, str] = {}
    saved: list[dict[bytes, str]] = []
    for operands, operator in pikepdf.parse_content_stream(content):
        match str(operator):
            case "BDC" | "BMC":
                stack.append(mcid)
                named = operands[1].get("/MCID") if len(operands) > 1 else None
                mcid = int(named) if named is not None else mcid
                texts.setdefault(mcid, "")
            case "EMC":
                if mcid is None:
                    texts[None] += "\n"
                mcid = stack.pop()
            case "q":
                saved.append(decode)
            case "Q":
                decode = saved.pop()
            case "Tf":
                decode = to_unicode(resources.Font[str(operands[0])], maps)
            case "Tj" | "TJ":
                texts[mcid] += shown(operands[0], decode)
            case "Do":
                form = resources.XObject[str(operands[0])]
                if form.Subtype == "/Form":
                    _collect(form, form.get("/Resources", resources), mcid, texts, maps)


def shown(operand: pikepdf.Object, decode: dict[bytes, str]) -> str:
    """A string, or those of an array."""
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    return "".join(_decoded(bytes(p), decode) for p in parts if isinstance(p, pikepdf.String))


def _decoded(codes: bytes, decode: dict[bytes, str]) -> str:
    return "".join(decode[codes[at : at + 2]] for at in range(0, len(codes), 2))


def to_unicode(font: pikepdf.Object, maps: dict) -> dict[bytes, str]:
    """The texts of a font's codes; `maps` keeps them by font."""
    if font.objgen not in maps:
        content = font.ToUnicode.read_bytes()
        found = {bytes.fromhex(c): _utf16(text) for c, text in _rows(content, b"bfchar", 2)}
        for first, last, text in _rows(content, b"bfrange", 3):
            for code in range(int(first, 16), int(last, 16) + 1):
                found[code.to_bytes(2)] = chr(ord(_utf16(text)) + code - int(first, 16))
        maps[font.objgen] = found
    return maps[font.objgen]


def _rows(content: bytes, kind: bytes, size: int) -> list[tuple[str, ...]]:
    """The rows of a CMap's blocks of a kind, in hexadecimal."""
    blocks = re.findall(rb"begin%s(.*?)end%s" % (kind, kind), content, re.DOTALL)
    words = [word.decode() for block in blocks for word in _HEX.findall(block)]
    return list(zip(*(words[start::size] for start in range(size)), strict=True))


def _utf16(text: str) -> str:
    return bytes.fromhex(text).decode("utf-16-be")
