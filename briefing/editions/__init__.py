"""An edition: its names on the shelf and its record."""

from briefing.editions.compare import Difference, Paths, compare
from briefing.editions.enclosed import enclosed
from briefing.editions.icalendar import icalendar
from briefing.editions.linked import linked
from briefing.editions.markdown import markdown
from briefing.editions.names import Names, embargo_of, name
from briefing.editions.package import PACKAGE, package
from briefing.editions.read import read
from briefing.editions.record import digest, record
from briefing.editions.summary import new_edition, no_edition, same_edition
from briefing.editions.texts import worded
from briefing.editions.told import called, rewording, shown, told, when
from briefing.editions.trace import near, trace
from briefing.editions.unchanged import unchanged

__all__ = [
    "PACKAGE",
    "Difference",
    "Names",
    "Paths",
    "called",
    "compare",
    "digest",
    "embargo_of",
    "enclosed",
    "icalendar",
    "linked",
    "markdown",
    "name",
    "near",
    "new_edition",
    "no_edition",
    "package",
    "read",
    "record",
    "rewording",
    "same_edition",
    "shown",
    "told",
    "trace",
    "unchanged",
    "when",
    "worded",
]
