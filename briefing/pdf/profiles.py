"""The standards that a file can be made to conform to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """What a pair of standards asks of the file.

    `claims` are XMP properties (prefix, name, value); `schema` says whether pdfuaid must be
    described by an extension schema (ISO 19005-3, 6.6.2.3); `roles` maps structure types that the
    PDF version lacks to the ones it has; `flavours` are veraPDF's names.
    """

    name: str
    version: str
    claims: tuple[tuple[str, str, str], ...]
    schema: bool
    roles: Mapping[str, str]
    flavours: tuple[str, ...]


# Structure types of PDF 2.0 in terms of PDF 1.7 (ISO 32000-1, 14.8.4).
_NEW_ROLES = {
    "Aside": "Div",
    "Title": "P",
    "FENote": "Note",
    "Strong": "Span",
    "Em": "Span",
    "Sub": "Span",
}

PROFILES: Mapping[str, Profile] = {
    "ua1+3a": Profile(
        name="ua1+3a",
        version="1.7",
        claims=(("pdfaid", "part", "3"), ("pdfaid", "conformance", "A"), ("pdfuaid", "part", "1")),
        schema=True,
        roles=_NEW_ROLES,
        flavours=("ua1", "3a"),
    ),
}
