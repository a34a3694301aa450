"""Rules, and white that holds a place."""

from dataclasses import dataclass, field

from briefing.layout.box import Solid
from briefing.layout.pen import Pen


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
