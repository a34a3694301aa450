"""The standards that a file can be made to conform to."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """What standards together ask of the file.

    `claims` are XMP properties (prefix, name, value), `declares` the addresses of PDF Declarations;
    `schema` says whether pdfuaid must be described by an extension schema (ISO 19005-3, 6.6.2.3);
    `roles` has structure types that the PDF version lacks, with the ones it has, which the file
    maps them to; `renamed` those that are written under another name; `bare` is the profile of a
    file to which nothing is attached; `flavours` are veraPDF's names.
    """

    name: str
    version: str
    claims: tuple[tuple[str, str, str], ...]
    schema: bool
    roles: Mapping[str, str]
    flavours: tuple[str, ...]
    renamed: Mapping[str, str]
    declares: tuple[str, ...] = ()
    bare: str = ""

    @property
    def is_pdf2(self) -> bool:
        """Whether elements name their namespace, inner links lead to elements, notes and entries
        of contents refer to what they belong to, and there is no Info dictionary."""
        return self.version == "2.0"


# Structure types of PDF 2.0 in terms of PDF 1.7 (ISO 32000-1, 14.8.4).
_NEW_ROLES = {
    "Aside": "Div",
    "FENote": "Note",
    "Strong": "Span",
    "Em": "Span",
    "Sub": "Span",
}
# The title of the document is the first of its headings, where there is no type of its own for it.
_OLDER_NAMES = {"Title": "H1"}
# ISO 14289-2, 8.2.5.14: the Note of PDF 1.7 is FENote.
_NEWER_NAMES = {"Note": "FENote"}
_A4 = (("pdfaid", "part", "4"), ("pdfaid", "rev", "2020"))
_UA2 = (("pdfuaid", "part", "2"), ("pdfuaid", "rev", "2024"))
_WELL_TAGGED = "http://pdfa.org/declarations/wtpdf"
_DECLARES = (f"{_WELL_TAGGED}#reuse1.0", f"{_WELL_TAGGED}#accessibility1.0")

PROFILES: Mapping[str, Profile] = {
    "ua1+3a": Profile(
        name="ua1+3a",
        version="1.7",
        claims=(("pdfaid", "part", "3"), ("pdfaid", "conformance", "A"), ("pdfuaid", "part", "1")),
        schema=True,
        roles=_NEW_ROLES,
        flavours=("ua1", "3a"),
        renamed=_OLDER_NAMES,
    ),
    "4f": Profile(
        name="4f",
        version="2.0",
        claims=(*_A4, ("pdfaid", "conformance", "F"), *_UA2),
        schema=False,
        roles={},
        flavours=("ua2", "4f", "wt1a", "wt1r"),
        renamed=_NEWER_NAMES,
        declares=_DECLARES,
        bare="4",
    ),
    "4": Profile(
        name="4",
        version="2.0",
        claims=(*_A4, *_UA2),
        schema=False,
        roles={},
        flavours=("ua2", "4", "wt1a", "wt1r"),
        renamed=_NEWER_NAMES,
        declares=_DECLARES,
    ),
}
