"""Drawings as lists of what is painted: made once, painted on any page, kept between runs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

from msgspec import Struct

from briefing.model.fact import Fact
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.writer import stream

DECIMALS = 2
Box: TypeAlias = tuple[float, float, float, float]


def written(*values: float) -> str:
    """Numbers as a content stream holds them, to a hundredth of a point."""
    return " ".join(_number(value) for value in values)


def _number(value: float) -> str:
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Operators(Struct, frozen=True, array_like=True, tag="operators"):
    """Operators of a content stream, as they stand."""

    code: str


class Save(Struct, frozen=True, array_like=True, tag="save"):
    """Keep the graphics state."""


class Restore(Struct, frozen=True, array_like=True, tag="restore"):
    """Take back the graphics state kept last."""


class Shift(Struct, frozen=True, array_like=True, tag="shift"):
    """What follows stands so many points to the right and up."""

    x: float
    y: float


class Turn(Struct, frozen=True, array_like=True, tag="turn"):
    """What follows is turned by so many degrees, against the clock."""

    angle: float


class Opacity(Struct, frozen=True, array_like=True, tag="opacity"):
    """How opaque strokes and fills are, 0 to 1."""

    stroke: float
    fill: float


class Lettering(Struct, frozen=True, array_like=True, tag="text"):
    """A line of text from `x` on its baseline, in a face by its name in the style."""

    x: float
    baseline: float
    text: str
    face: str
    size: float
    colour: str


class Stamps(Struct, frozen=True, array_like=True, tag="stamps"):
    """What the operators draw inside `box` (left, bottom, right, top), at each of the points; it
    takes the colours and widths in force, and has no fonts and no images."""

    code: str
    box: Box
    at: tuple[tuple[float, float], ...]


Storable: TypeAlias = Operators | Save | Restore | Shift | Turn | Opacity | Lettering | Stamps


@dataclass(frozen=True, slots=True)
class Direct:
    """What can't be kept between runs: pictures, shadings, signs of formulas."""

    paint: Callable[[TaggedCanvas], None]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A fact that a figure prints: as which text, and in which box (left, bottom, right, top; in
    points from the figure's bottom left corner)."""

    fact: Fact
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is painted, in order; its size in points; and the facts that its labels print."""

    width: float
    height: float
    operations: tuple[Storable | Direct, ...]
    printed: tuple[Labelled, ...] = ()


def paint(drawing: Drawing, canvas: TaggedCanvas, x: float, y: float) -> None:
    """Paint a drawing with its bottom left corner at `x`, `y` points, inside the open element."""
    canvas.saveState()
    canvas.translate(x, y)
    for operation in drawing.operations:
        _do(operation, canvas)
    canvas.restoreState()


def _do(operation: Storable | Direct, canvas: TaggedCanvas) -> None:
    match operation:
        case Operators(code):
            canvas.addLiteral(code)
        case Lettering(x, baseline, text, face, size, colour):
            canvas.text(x, baseline, text, face, size, colour)
        case Save():
            canvas.saveState()
        case Restore():
            canvas.restoreState()
        case Shift(x, y):
            canvas.translate(x, y)
        case Turn(angle):
            canvas.rotate(angle)
        case Opacity(stroke, fill):
            canvas.setStrokeAlpha(stroke)
            canvas.setFillAlpha(fill)
        case Stamps(code, box, at):
            _stamp(canvas, _form(canvas, code, box), at)
        case Direct(paint=draw):
            draw(canvas)


def _form(canvas: TaggedCanvas, code: str, box: Box) -> str:
    """The name of the form that holds the operators; it comes from the content, so equal content is
    stored once."""
    bounds = written(*box)
    name = "vector." + sha256(f"{bounds}\n{code}".encode()).hexdigest()[:12]
    if not canvas.hasForm(name):
        entries: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[{bounds}]",
            "Resources": "<<>>",
        }
        canvas._doc.addForm(name, stream(code.encode("ascii"), entries))
    return name


def _stamp(canvas: TaggedCanvas, name: str, at: Sequence[tuple[float, float]]) -> None:
    called = canvas._doc.getXObjectName(name)
    canvas._formsinuse.append(name)
    parts = ["q"]
    last = (0.0, 0.0)
    for x, y in at:
        # Steps are summed by the viewer: they are written from where it really stands.
        step = (round(x - last[0], 2), round(y - last[1], 2))
        parts.append(f"1 0 0 1 {written(*step)} cm /{called} Do")
        last = (last[0] + step[0], last[1] + step[1])
    canvas.addLiteral("\n".join([*parts, "Q"]))
