"""What is wrong with a PDF, and which clause says so."""

from msgspec import Struct


class Requirement(Struct, frozen=True):
    """What a file must do: its clause and test for PDF 1.7 (PDF/UA-1, PDF/A-3) and for PDF 2.0
    (PDF/UA-2, PDF/A-4), empty where that version has none; what mends a fault.

    Test numbers are veraPDF's, so that both judges call one fault by one name.
    """

    older: str
    newer: str
    hint: str


class Fault(Struct, frozen=True):
    """One fault: the code is `PDF/UA-1 7.3-1` or one of this room's codes; page from 1, 0 where it
    stands on none."""

    code: str
    message: str
    page: int
    hint: str
