"""A file that goes into the PDF."""

from msgspec import Struct


class Attachment(Struct, frozen=True):
    """Its name there, its bytes, its media type (`text/csv`), what it is in words.

    `anchor` names the place of the document that it is the data of; empty: the whole document.
    """

    name: str
    data: bytes
    media_type: str
    description: str
    anchor: str = ""
