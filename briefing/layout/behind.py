"""Which figures have their data printed, and where a link to it leads."""

from briefing.layout.look import Look
from briefing.model.block import Placed
from briefing.model.document import Document

# The anchor of the data behind the figures; no section or exhibit can have this name.
DATA = ":data"


def behind(document: Document, look: Look) -> tuple[Placed, ...]:
    """The charts whose data is printed: all where the style says so, else none."""
    if not look.style.measures.get("data.printed"):
        return ()
    return tuple(placed for placed in document.exhibits if placed.exhibit.data)


def anchor(placed: Placed) -> str:
    """The name of the place where an exhibit's data stands; no section or exhibit can have it."""
    return f"{DATA}-{placed.anchor}"
