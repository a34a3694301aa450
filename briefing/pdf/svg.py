"""What an SVG may hold before anything of it is drawn: shapes of the file itself, in reach.

It is read once, piece by piece, and nothing that it names is opened: entities, scripts, styles and
pictures from elsewhere are refused where they stand, and so is what would grow when it is drawn.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from briefing.pdf.images import UnusableImageError

LARGEST = 1024 * 1024
_ELEMENTS, _DEEPEST, _DRAWN, _RULES = 5_000, 32, 10_000, 32_768
# Beyond these no logo is drawn, and a viewer's numbers end.
_REACH = 1_000_000.0
_SPACE = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_GRADIENTS = frozenset({"linearGradient", "radialGradient", "stop"})
_GROUPS = frozenset({"svg", "g", "defs", "symbol", "use", "clipPath", "switch"})
_HELD = _SHAPES | _GRADIENTS | _GROUPS | {"style", "title", "desc", "metadata"}
_WHY: Mapping[str, str] = {
    "text": "turn its text into outlines: readers would see another face",
    "image": "draw it with shapes, or take a PNG: a picture inside is not read",
    "script": "delete it: nothing in a picture is run",
    "foreignObject": "delete it: only shapes are drawn",
}
_SHAPES_ONLY = "save it as plain SVG with shapes and gradients alone"
_PLACES = frozenset(
    {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "fx", "fy", "dx", "dy", "offset"}
)
_SIZES = frozenset({"r", "rx", "ry", "width", "height", "viewBox", "font-size"})
_PATHS = frozenset({"d", "points", "transform", "gradientTransform"})
_STROKES = frozenset({"stroke-width", "stroke-dasharray", "stroke-dashoffset"})
_SIZED = _PLACES | _SIZES | _PATHS | _STROKES
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NO_NUMBER = re.compile(r"\b(?:nan|inf|infinity)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression\(", re.IGNORECASE)


class UnusableSVGError(UnusableImageError):
    """An SVG that is not drawn: why, at which line, what to do."""

    def __init__(self, message: str, line: int, hint: str = _SHAPES_ONLY) -> None:
        super().__init__(message)
        self.line = line
        self.hint = hint


def is_svg(data: bytes) -> bool:
    """Whether the bytes look like XML, which PNG and JPEG never do."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def guard(data: bytes) -> None:
    """Raises UnusableSVGError for what is not drawn."""
    if len(data) > LARGEST:
        raise UnusableSVGError(f"has {len(data)} bytes; {LARGEST} are allowed", 1)
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"is no well-formed XML: {expat.ErrorString(error.code)}"
        raise UnusableSVGError(message, error.lineno) from None
    reader.finish()


@dataclass(slots=True)
class _Node:
    """How much an element draws: itself, what stands in it, what it uses."""

    line: int
    uses: str = ""
    own: int = 0
    inner: "list[_Node]" = field(default_factory=list)


class _Reader:
    """Looks at each element and attribute where it begins."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.CharacterDataHandler = self._words
        self._open: list[_Node] = []
        self._named: dict[str, _Node] = {}
        self._count = self._rules = 0
        self._foreign = 0
        self._in_style = False

    def _refuse(self, message: str, hint: str = _SHAPES_ONLY) -> None:
        raise UnusableSVGError(message, self.parser.CurrentLineNumber, hint)

    def _entity(self, name: str, *_: object) -> None:
        self._refuse(f"declares an entity, “{name[:40]}”")

    def _instruction(self, target: str, _: str) -> None:
        self._refuse(f"has an instruction, <?{target[:40]}>")

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        self._count += 1
        if self._count > _ELEMENTS:
            self._refuse(f"has more than {_ELEMENTS:,} elements", "simplify it")
        if len(self._open) + self._foreign >= _DEEPEST:
            self._refuse(f"has elements {_DEEPEST} deep in each other", "simplify it")
        if not self._open and (space, name) != (_SPACE, "svg"):
            self._refuse("is no SVG: it begins with <" + name[:40] + ">")
        if self._foreign or space != _SPACE:
            # What editors note for themselves; it isn't drawn.
            self._foreign += 1
            return
        if name not in _HELD:
            self._refuse(f"has <{name[:40]}>", _WHY.get(name, _SHAPES_ONLY))
        self._in_style = name == "style"
        self._enter(name, attributes)

    def _enter(self, name: str, attributes: Mapping[str, str]) -> None:
        node = _Node(self.parser.CurrentLineNumber, own=int(name in _SHAPES))
        for key, value in attributes.items():
            self._attribute(key, value)
        if name == "use":
            node.uses = attributes.get("href", attributes.get(f"{_XLINK} href", ""))[1:]
        if self._open:
            self._open[-1].inner.append(node)
        if "id" in attributes:
            self._named.setdefault(attributes["id"], node)
        self._root = self._open[0] if self._open else node
        self._open.append(node)

    def _attribute(self, key: str, value: str) -> None:
        name = key.rpartition(" ")[2]
        if name.lower().startswith("on"):
            self._refuse(f"has a script, {name[:40]}=", _WHY["script"])
        if name == "href" and not value.startswith("#"):
            self._refuse(f"leads elsewhere, {name}=“{value[:60]}”", "draw it in the file itself")
        if _ELSEWHERE.search(value):
            self._refuse(f"leads elsewhere, {name[:40]}=“{value[:60]}”", "draw it in the file")
        if name in _SIZED:
            far = next((n for n in _NUMBER.findall(value) if abs(float(n)) > _REACH), "")
            if far or _NO_NUMBER.search(value):
                self._refuse(f"has a number out of reach, {name}=“{(far or value)[:40]}”")

    def _end(self, _: str) -> None:
        self._in_style = False
        if self._foreign:
            self._foreign -= 1
        else:
            self._open.pop()

    def _words(self, text: str) -> None:
        if not self._in_style:
            return
        self._rules += len(text)
        if self._rules > _RULES:
            self._refuse(f"has more than {_RULES:,} characters of rules", "simplify it")
        if _ELSEWHERE.search(text):
            self._refuse("has a rule that leads elsewhere", "draw it in the file itself")

    def finish(self) -> None:
        """Raises UnusableSVGError where elements that use others would draw too much, or
        themselves."""
        self._drawn(self._root, {}, ())

    def _drawn(self, node: _Node, known: dict[int, int], within: tuple[int, ...]) -> int:
        if id(node) in within:
            raise UnusableSVGError("uses itself", node.line, "delete one <use>")
        if id(node) not in known:
            path = (*within, id(node))
            parts = [*node.inner, *([self._named[node.uses]] if node.uses in self._named else ())]
            count = node.own + sum(self._drawn(part, known, path) for part in parts)
            if count > _DRAWN or len(path) > 2 * _DEEPEST:
                message = f"draws more than {_DRAWN:,} shapes by <use>"
                raise UnusableSVGError(message, node.line, "simplify it")
            known[id(node)] = count
        return known[id(node)]
