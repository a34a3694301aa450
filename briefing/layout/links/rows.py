"""Links between a printed figure and its row in the register of figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count

from msgspec.structs import replace

from briefing.layout.theme import Look
from briefing.model import Document, Fact, Inline, Link, Number, Place, Register, ToRow

# No section or exhibit can have this name.
REGISTER = ":register"


def registered(document: Document, look: Look) -> Register | None:
    """The register where the style prints it, else none."""
    return document.register if look.style.register_printed else None


@dataclass(frozen=True)
class Rows:
    """Links of figures to their rows; `numbers` has each fact's number by its key."""

    numbers: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    _own: Iterable[int] = field(default_factory=lambda: count(-1, -1))

    def link(self, fact: Fact, place: Place) -> Link | None:
        """A link to the fact's row, told from all others; None where it has no row.

        An author's links count from zero, these from below.
        """
        number = self.numbers.get(fact.key)
        return Link(ToRow(number), next(iter(self._own)), place) if number else None

    def linked(self, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
        """The inlines with each figure that is in no other link leading to its row."""
        return tuple(
            replace(i, link=self.link(i.stated[0], i.place))
            if isinstance(i, Number) and i.link is None
            else i
            for i in inlines
        )
