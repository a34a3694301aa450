"""From a document to pages: everything placed by rules of its own, then drawn once, tagged."""

from briefing.layout.charted import charts
from briefing.layout.codes import CODES
from briefing.layout.pages import Attach, Pages, nothing, paginate

__all__ = ["CODES", "Attach", "Pages", "charts", "nothing", "paginate"]
