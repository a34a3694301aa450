"""Where links of the page lead: to the data behind a figure, to a note and back, from a printed
figure to its row in the register."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count

from msgspec.structs import replace

from briefing import model
from briefing.layout.theme import Look
from briefing.model.style import TextStyle

# The anchors of the data behind the figures and of the register; no section or exhibit can have
# these names.
DATA, REGISTER = ":data", ":register"


def behind(document: model.Document, look: Look) -> tuple[model.Placed, ...]:
    """The charts whose data is printed: where the style says so, those of which no table of the
    document prints it."""
    if not look.style.data.printed:
        return ()
    return tuple(p for p in document.exhibits if p.exhibit.data and not p.related)


def anchor(placed: model.Placed) -> str:
    """The name of the place where an exhibit's data stands; no section or exhibit can have it."""
    return f"{DATA}-{placed.anchor}"


def calling(mark: model.NoteMark) -> model.Link:
    """The link from a mark to its note."""
    return model.Link(model.ToNote(mark.number), mark.tie, mark.place)


def answering(note: model.Footnote) -> model.Link:
    """The link from a note to where it is first called."""
    return model.Link(model.ToCall(note.number), note.tie, note.place)


def mark(look: Look, setting: TextStyle) -> TextStyle:
    """How a note's number is set in a text of that setting."""
    own = look.style.text.footnote_mark
    rise = own.rise * setting.size / look.style.text.body.size
    return replace(own, leading=setting.leading, rise=rise)


def registered(document: model.Document, look: Look) -> model.Register | None:
    """The register where the style prints it, else none."""
    return document.register if look.style.register_printed else None


@dataclass(frozen=True)
class Rows:
    """Links of figures to their rows; `numbers` has each fact's number by its key."""

    numbers: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    _own: Iterable[int] = field(default_factory=lambda: count(-1, -1))

    def link(self, fact: model.Fact, place: model.Place) -> model.Link | None:
        """A link to the fact's row, told from all others; None where it has no row.

        An author's links count from zero, these from below.
        """
        number = self.numbers.get(fact.key)
        return model.Link(model.ToRow(number), next(iter(self._own)), place) if number else None

    def linked(self, inlines: Iterable[model.Inline]) -> tuple[model.Inline, ...]:
        """The inlines with each figure that is in no other link leading to its row."""
        return tuple(
            replace(i, link=self.link(i.stated[0], i.place))
            if isinstance(i, model.Number) and i.link is None
            else i
            for i in inlines
        )
