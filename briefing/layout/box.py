"""What a page is filled with: boxes that know their height, can be split, scaled and drawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Protocol

from briefing.layout.pen import Pen


class Column(Enum):
    """Which of the page's columns a box stands in; wide text has none at its side."""

    MAIN = "main"
    SIDE = "side"
    WIDE = "wide"
    FULL = "full"


class Box(Protocol):
    """A box as wide as it is told; lengths in points.

    `before` and `after` are the white that it wants above and below within a column; `keep` says
    that it may not be the last on a page; `anchors` are the names by which it is referred to.
    """

    @property
    def before(self) -> float:
        """White wanted above."""
        ...

    @property
    def after(self) -> float:
        """White wanted below."""
        ...

    @property
    def keep(self) -> bool:
        """Whether the next box must stand on the same page."""
        ...

    @property
    def anchors(self) -> tuple[str, ...]:
        """Names by which links find it."""
        ...

    def measure(self, width: float) -> float:
        """Its height at that width."""
        ...

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:
        """A part no higher than `height` and the rest; None where that can't or shouldn't be."""
        ...

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draws it with its top left corner there."""
        ...


@dataclass(frozen=True)
class Solid:
    """The manners of a box that is never split; to be extended."""

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    anchors: tuple[str, ...] = ()

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Never."""
        return None


@dataclass(frozen=True)
class Stack:
    """Boxes under one another; splits between them, or within one of them."""

    boxes: tuple[Box, ...]
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    _known: dict[float, tuple[list[float], float]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def anchors(self) -> tuple[str, ...]:
        """Those of all its boxes."""
        return tuple(anchor for box in self.boxes for anchor in box.anchors)

    def _tops(self, width: float) -> tuple[list[float], float]:
        """Where each box begins, and where the last ends; reckoned once a width."""
        known = self._known.get(width)
        if known is None:
            known = self._known[width] = self._reckoned(width)
        return known

    def _reckoned(self, width: float) -> tuple[list[float], float]:
        tops = []
        y = 0.0
        for index, box in enumerate(self.boxes):
            if index:
                y += self.boxes[index - 1].after + box.before
            tops.append(y)
            y += box.measure(width)
        return tops, y

    def measure(self, width: float) -> float:
        """The boxes' heights and the white between them; that above and below is the stack's."""
        return self._tops(width)[1]

    def split(self, width: float, height: float) -> tuple[Stack, Stack] | None:
        """At the last place that fits and doesn't leave a kept box behind."""
        tops, total = self._tops(width)
        if total <= height:
            return None
        for index in range(len(self.boxes) - 1, -1, -1):
            if tops[index] > height:
                continue
            parts = self.boxes[index].split(width, height - tops[index])
            if parts is not None:
                return self._cut(index, parts)
            if index and not self.boxes[index - 1].keep:
                return self._cut(index, None)
        return None

    def _cut(self, index: int, parts: tuple[Box, Box] | None) -> tuple[Stack, Stack]:
        head, tail = self.boxes[:index], self.boxes[index:]
        if parts is not None:
            head, tail = (*head, parts[0]), (parts[1], *tail[1:])
        return replace(self, boxes=head, after=0.0), replace(self, boxes=tail, before=0.0)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Each box at its height."""
        for box, y in zip(self.boxes, self._tops(width)[0], strict=True):
            box.draw(pen, x, top + y, width)


@dataclass(frozen=True)
class Abreast:
    """Two stacks beside each other, `gutter` points apart, of one width or the left `own` wide."""

    left: Stack
    right: Stack
    gutter: float
    own: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False

    @property
    def anchors(self) -> tuple[str, ...]:
        """Those of both."""
        return self.left.anchors + self.right.anchors

    def measure(self, width: float) -> float:
        """The higher one's height."""
        left, right = self._shares(width)
        return max(self.left.measure(left), self.right.measure(right))

    def _shares(self, width: float) -> tuple[float, float]:
        left = self.own or (width - self.gutter) / 2
        return left, width - self.gutter - left

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:
        """Each stack where it can be; a stack that fits stays whole on the first part."""
        parts = []
        for stack, share in zip((self.left, self.right), self._shares(width), strict=True):
            if stack.measure(share) <= height:
                parts.append((stack, Stack(())))
            else:
                parts.append(stack.split(share, height) or (Stack(()), stack))
        (left, left_rest), (right, right_rest) = parts
        if not left.boxes and not right.boxes:
            return None
        first = replace(self, left=left, right=right, after=0.0)
        return first, replace(self, left=left_rest, right=right_rest, before=0.0)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Left, then right."""
        left, right = self._shares(width)
        self.left.draw(pen, x, top, left)
        self.right.draw(pen, x + width - right, top, right)


@dataclass(frozen=True)
class Rule(Solid):
    """A horizontal rule over the whole width; decoration."""

    weight: float = field(kw_only=True)
    colour: str = field(kw_only=True)

    def measure(self, width: float) -> float:  # noqa: ARG002
        """Its weight."""
        return self.weight

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The rule, hanging from `top`."""
        pen.line(x, top, width, self.weight, self.colour)


@dataclass(frozen=True)
class Scaled(Solid):
    """A box drawn at a fraction of its size, flush left."""

    box: Box | None = None
    scale: float = 1.0

    def measure(self, width: float) -> float:
        """The box's height at the full width, scaled."""
        assert self.box is not None
        return self.box.measure(width) * self.scale

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The box, scaled about its top left corner."""
        assert self.box is not None
        canvas = pen.canvas
        canvas.saveState()
        canvas.translate(x, pen.up(top))
        canvas.scale(self.scale, self.scale)
        canvas.translate(-x, -pen.up(top))
        self.box.draw(pen, x, top, width)
        canvas.restoreState()


def fitted(box: Box, width: float, height: float) -> Box:
    """The box, no higher than `height` points."""
    return Scaled(
        before=box.before,
        after=box.after,
        keep=False,
        anchors=box.anchors,
        box=box,
        scale=min(1.0, height / box.measure(width)),
    )


@dataclass(frozen=True)
class Whole:
    """A box that is never parted, or, where it `yields`, only if no page gets full otherwise."""

    box: Box
    yields: bool = False
    before: float = 0.0
    after: float = 0.0
    keep: bool = False

    @property
    def anchors(self) -> tuple[str, ...]:
        """Those of the box."""
        return self.box.anchors

    def loose(self) -> Box:
        """The box within, if it yields."""
        return self.box if self.yields else self

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Never."""
        return None

    def measure(self, width: float) -> float:
        """The box's height."""
        return self.box.measure(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The box."""
        self.box.draw(pen, x, top, width)
