"""An edition: its names on the shelf and its record."""

from briefing.editions.attached import attachments
from briefing.editions.enclosed import enclosed
from briefing.editions.names import Names, name
from briefing.editions.record import Input, Printing, finding, record
from briefing.editions.summary import new_edition, no_edition, same_edition
from briefing.editions.unchanged import unchanged

__all__ = [
    "Input",
    "Names",
    "Printing",
    "attachments",
    "enclosed",
    "finding",
    "name",
    "new_edition",
    "no_edition",
    "record",
    "same_edition",
    "unchanged",
]
