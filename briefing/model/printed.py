"""Facts as they stand on pages."""

from typing import TypeAlias

from msgspec import Struct

from briefing.model.fact import Fact
from briefing.model.text import Place

# Left, bottom, right, top in points from the page's bottom left.
Area: TypeAlias = tuple[float, float, float, float]


class Printed(Struct, frozen=True):
    """A fact as it stands on a page (from 1): `text` is all that the page shows of it.

    `areas` is where, one a line. `row` is its number in the register of figures, empty where it
    has none. `alt` says that the text is part of what is said of a picture there, for who doesn't
    see it: it has no area.
    """

    fact: Fact
    text: str
    page: int
    areas: tuple[Area, ...] = ()
    row: str = ""
    alt: bool = False


class Spot(Struct, frozen=True):
    """Where on a page (from 1) stands what an author wrote at a place: left, top, width and height
    in points from the page's top left corner."""

    place: Place
    page: int
    left: float
    top: float
    width: float
    height: float
