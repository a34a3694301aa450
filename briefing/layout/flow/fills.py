"""How a page begins, how it is filled, and how it ends."""

from dataclasses import dataclass, field

from briefing.layout.boxes.footnotes import Foot
from briefing.layout.flow.places import Cursor, Item, Placement
from briefing.layout.flow.queue import Node

# White at a page's foot that isn't to be passed, in points: 25 mm, with what a last line has under
# its letters.
WHITE = 22.5 * 72 / 25.4


@dataclass(frozen=True, slots=True)
class Start:
    """What a page begins with: its number, what is still to be set, what waits for the side
    column, the notes at its foot, the section that goes on."""

    page: int
    head: Node | None
    waiting: tuple[Item, ...] = ()
    foot: Foot = field(default_factory=Foot)
    section: int = 0


@dataclass(frozen=True, slots=True)
class End:
    """A page that ends after so many steps: what stands on it, and with what the next begins;
    None where all is set. Of one that `parts` a box the rest goes on there."""

    at: Cursor
    placed: tuple[Placement, ...]
    crowded: tuple[Item, ...]
    steps: int
    limit: float
    parts: bool
    next: Start | None


@dataclass(frozen=True, slots=True)
class Fill:
    """How a page is filled: by which factor its charts are as high as they would be, with what
    share of the room that a section wants one begins there, what is left free at its foot and what
    is added above headings and exhibits, in points.

    With `early` an exhibit that has no room after its text stands before it; with `parts` a table
    or a timeline goes on on the next page that is short enough to stay whole.
    """

    factor: float = 1.0
    room: float = 1.0
    foot: float = 0.0
    spread: float = 0.0
    early: bool = False
    parts: bool = False
    turn: int = 0


AS_IT_COMES = Fill()
