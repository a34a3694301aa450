"""Which ways to fill a page make it another: the others need not be tried."""

from dataclasses import replace
from itertools import islice
from typing import NamedTuple, Protocol, runtime_checkable

from briefing.layout.box import Box
from briefing.layout.flow.chains import is_loose
from briefing.layout.flow.elastic import is_elastic
from briefing.layout.flow.fills import End, Fill
from briefing.layout.flow.places import Item
from briefing.layout.flow.queue import Begin, following

# So many things after a page's end may come on it where it is filled otherwise.
_NEAR = 6


@runtime_checkable
class _Yielding(Protocol):
    """A box that stays whole unless a page would be white."""

    def loose(self) -> Box:
        """The box as it may be parted; itself where it can't be."""
        ...


class Bearing(NamedTuple):
    """What stands on a page or near its end: charts, exhibits, such as can be parted, things in no
    order, the beginning of a section."""

    charts: bool
    exhibits: bool
    parts: bool
    loose: bool
    begins: bool

    def of(self, fill: Fill) -> Fill:
        """The way to fill the page without what has nothing to change there."""
        return replace(
            fill,
            factor=fill.factor if self.charts else 1.0,
            room=fill.room if self.begins else 1.0,
            early=fill.early and self.exhibits,
            parts=fill.parts and self.parts,
            turn=fill.turn if self.loose else 0,
        )


def bearing_on(end: End) -> Bearing:
    """What bears on the page that ends so as it comes."""
    near = list(islice(following(end.next.head), _NEAR)) if end.next else []
    items = [one for one in near if isinstance(one, Item)]
    held = [one.item for one in end.placed] + items
    return Bearing(
        charts=any(is_elastic(item.box) for item in held),
        exhibits=any(item.order for item in items),
        parts=any(_yields(item) for item in held),
        loose=sum(is_loose(item) for item in held) > 1,
        begins=any(isinstance(one, Begin) for one in near),
    )


def _yields(item: Item) -> bool:
    """Whether something that stays whole could be parted."""
    return isinstance(item.box, _Yielding) and item.box.loose() is not item.box
