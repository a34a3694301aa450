"""From a document to pages: everything placed by rules of its own, then drawn once, tagged."""

from typing import TYPE_CHECKING

from briefing.layout.codes import CODES
from briefing.model.deferred import deferred

if TYPE_CHECKING:
    from briefing.layout.arrangement import Seen
    from briefing.layout.charted import Draws
    from briefing.layout.length import endless, too_long
    from briefing.layout.pages import Attach, Pages, nothing, paginate

__getattr__ = deferred(
    __name__,
    {
        "Draws": "charted",
        "endless": "length",
        "too_long": "length",
        "Attach": "pages",
        "Pages": "pages",
        "Seen": "arrangement",
        "nothing": "pages",
        "paginate": "pages",
    },
)

__all__ = [
    "CODES",
    "Attach",
    "Draws",
    "Pages",
    "Seen",
    "endless",
    "nothing",
    "paginate",
    "too_long",
]
