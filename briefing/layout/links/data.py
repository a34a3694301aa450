"""Which figures have their data printed, and where a link to it leads."""

from briefing.layout.theme import Look
from briefing.model import Document, Placed

# The anchor of the data behind the figures; no section or exhibit can have this name.
DATA = ":data"


def behind(document: Document, look: Look) -> tuple[Placed, ...]:
    """The charts whose data is printed: where the style says so, those of which no table of the
    document prints it."""
    if not look.style.data.printed:
        return ()
    return tuple(p for p in document.exhibits if p.exhibit.data and not p.related)


def anchor(placed: Placed) -> str:
    """The name of the place where an exhibit's data stands; no section or exhibit can have it."""
    return f"{DATA}-{placed.anchor}"
