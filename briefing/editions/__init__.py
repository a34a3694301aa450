"""An edition: its names on the shelf and its record."""

from briefing.editions.compare import Difference, Paths, Revision, compare
from briefing.editions.enclosed import enclosed
from briefing.editions.entries import Record, called, shown
from briefing.editions.markdown import markdown, periods, rewording, signed
from briefing.editions.names import Names, embargo_of, name
from briefing.editions.read import read
from briefing.editions.record import digest, finding, record
from briefing.editions.summary import new_edition, no_edition, same_edition
from briefing.editions.texts import worded
from briefing.editions.trace import near, trace
from briefing.editions.unchanged import unchanged
from briefing.pdf.reading.attached import attachments

__all__ = [
    "Difference",
    "Names",
    "Paths",
    "Record",
    "Revision",
    "attachments",
    "called",
    "compare",
    "digest",
    "embargo_of",
    "enclosed",
    "finding",
    "markdown",
    "name",
    "near",
    "new_edition",
    "no_edition",
    "periods",
    "read",
    "record",
    "rewording",
    "same_edition",
    "shown",
    "signed",
    "trace",
    "unchanged",
    "worded",
]
