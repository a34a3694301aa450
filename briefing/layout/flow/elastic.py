"""Charts that are lower or higher than they would be, so that a page is full."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from briefing.layout.box import Box
from briefing.layout.boxes.framed import ChartBox, Framed
from briefing.layout.flow.places import Item, Placement
from briefing.pdf.drawing import Drawing

# From a chart's anchor and a factor for the style's heights to its drawing.
Redraw = Callable[[str, float], Drawing]

LOWEST, HIGHEST = 0.85, 1.15
# Of a chart that is made lower, what names and labels take stays: so much of it goes along.
_YIELDS = 0.7
# What a drawing may be higher than the room for it, in points.
_EXACT = 0.5


def share(factor: float) -> float:
    """How high a chart is reckoned that is drawn with a factor, as a share of its own height."""
    return factor if factor > 1 else 1 - _YIELDS * (1 - factor)


def factor_for(wanted: float) -> float:
    """The factor that makes a chart so high, in its bounds."""
    factor = wanted if wanted > 1 else 1 - (1 - wanted) / _YIELDS
    return min(max(factor, LOWEST), HIGHEST)


def natural(box: Box) -> float:
    """The height of a chart as it was first drawn; 0 of anything else."""
    if isinstance(box, Framed) and isinstance(box.body, ChartBox):
        return box.body.drawing.height
    return 0.0


@dataclass
class Elastic:
    """Makes charts of the text higher or lower, but for the `rigid`: those by anchor that can't be
    drawn so."""

    redraw: Redraw | None = None
    rigid: set[str] = field(default_factory=set)
    _made: dict[tuple[int, float], tuple[Item, Item]] = field(default_factory=dict)

    def __call__(self, item: Item, factor: float) -> Item:
        """The item, its chart so much higher."""
        stays = factor == 1.0 or self.redraw is None or not natural(item.box)
        if stays or self.rigid.intersection(item.box.anchors):
            return item
        known = self._made.get((id(item.box), factor))
        if known is None or known[0].box is not item.box:
            known = item, self._stretched(item, factor)
            self._made[id(item.box), factor] = known
        return known[1]

    def _stretched(self, item: Item, factor: float) -> Item:
        framed = item.box
        assert isinstance(framed, Framed)
        assert isinstance(framed.body, ChartBox)
        body = replace(framed.body, high=framed.body.drawing.height * share(factor))
        return replace(item, box=replace(framed, body=body))

    def drawn(self, placed: Iterable[Placement]) -> list[Placement]:
        """The placements with charts drawn as high as the room for them; those that can't be are
        rigid from now on."""
        return [self._fitting(one) for one in placed]

    def _fitting(self, placement: Placement) -> Placement:
        framed = placement.item.box
        if not isinstance(framed, Framed) or not isinstance(framed.body, ChartBox):
            return placement
        body = framed.body
        if body.high == body.drawing.height or self.redraw is None:
            return placement
        drawing = _drawn(self.redraw, framed.anchors[0], body.drawing.height, body.high)
        if drawing.height > body.high + _EXACT:
            self.rigid.update(framed.anchors)
            return placement
        box = replace(framed, body=replace(body, drawing=drawing))
        return replace(placement, item=replace(placement.item, box=box))


def _drawn(redraw: Redraw, anchor: str, high: float, wanted: float) -> Drawing:
    """The chart in about that height; what its heights yield is known when it is drawn once."""
    factor = min(max(wanted / high, LOWEST), HIGHEST)
    drawing = redraw(anchor, factor)
    yields = (drawing.height - high) / (factor - 1)
    if abs(drawing.height - wanted) <= _EXACT or yields <= 1:
        return drawing
    again = min(max(1 + (wanted - high) / yields, LOWEST), HIGHEST)
    return drawing if abs(again - factor) < 1e-3 else redraw(anchor, again)
