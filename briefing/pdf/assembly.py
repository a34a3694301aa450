"""From what the canvas has gathered to the file: catalog, metadata, output intent, structure."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

from briefing.model.attachment import Attachment
from briefing.pdf.colour import srgb
from briefing.pdf.embed import Fonts
from briefing.pdf.metadata import Metadata, info, packet
from briefing.pdf.navigation import Navigation
from briefing.pdf.profiles import PROFILES, Profile
from briefing.pdf.signing import FIELD
from briefing.pdf.structure import Structure
from briefing.pdf.tree import Element, Tree
from briefing.pdf.writer import Raw, number, reference, register, stream, string, write

# Printed and locked.
_FLAGS = 4 | 128
_NAME = "SignatureField"


class _Field(NamedTuple):
    page: int
    rectangle: tuple[float, float, float, float]
    label: str
    key: int | None


class Fields:
    """The one signature field that a file may have."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._field: _Field | None = None
        self._object = Raw(b"")

    def reserve(self) -> str:
        """The object name of the field."""
        register(self._document, self._object, _NAME)
        return _NAME

    def keep(
        self, page: int, rectangle: tuple[float, float, float, float], label: str, key: int | None
    ) -> None:
        """Where the reserved field is; `key` is its place among the tree's annotations, None
        where it is no part of it. A second one is refused with ValueError."""
        if self._field is not None:
            raise ValueError("a file has one signature")
        self._field = _Field(page, rectangle, label, key)

    def names(self, page: int) -> list[str]:
        """The names of the page's fields."""
        return [_NAME] if self._field and self._field.page == page else []

    def write(self, pages: int) -> bytes:
        """Writes the field; the catalog's entry, empty without one."""
        if self._field is None:
            return b""
        page, rectangle, label, key = self._field
        left, bottom, right, top = rectangle
        form: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[0 0 {right - left:.2f} {top - bottom:.2f}]",
            "Resources": "<<>>",
        }
        box = " ".join(f"{value:.2f}" for value in rectangle)
        self._object.content = (
            b"<</Type/Annot/Subtype/Widget/FT/Sig/T%s/TU%s/Contents%s/F %d/Rect[%s]/P %d 0 R"
            b"%s/AP<</N %s>>>>"
            % (
                string(FIELD),
                string(label),
                string(label),
                _FLAGS,
                box.encode(),
                number(self._document, f"Page{page + 1}"),
                b"" if key is None else b"/StructParent %d" % (pages + key),
                reference(self._document, stream(b"", form)),
            )
        )
        return b"/AcroForm<</SigFlags 3/Fields[%d 0 R]>>" % number(self._document, _NAME)


def assemble(
    document: Any,
    tree: Tree,
    navigation: Navigation,
    fields: Fields,
    fonts: Fonts,
    profile: Profile,
    language: str,
    record: Metadata,
    attachments: Sequence[Attachment],
) -> bytes:
    """The file's bytes. All pages are in the document; nothing may be drawn any more."""
    document.idToObject["BasicFonts"] = Raw(b"<<" + fonts.add_to(document) + b">>")
    if not attachments and profile.bare:
        profile = PROFILES[profile.bare]
    files = Files(document, attachments, record.date, navigation.element)
    tags = Structure(tree, document, profile, navigation.inner(), files.associated)
    structure = tags.write()
    reference_to = tags.nearest if profile.is_pdf2 else None
    navigation.write_links(len(tree.pages), reference_to)
    outline = navigation.outline(reference_to)
    labels = navigation.page_labels()
    entries = [
        b"/Type/Catalog/Pages " + reference(document, document.Pages),
        b"/Lang" + string(language),
        b"/MarkInfo<</Marked true>>",
        b"/ViewerPreferences<</DisplayDocTitle true>>",
        b"/StructTreeRoot " + structure,
        b"/Metadata " + _metadata(document, record, profile),
        b"/OutputIntents[" + _output_intent(document) + b"]",
        *files.entries(),
        fields.write(len(tree.pages)),
    ]
    if outline:
        entries.append(b"/Outlines " + outline + b"/PageMode/UseOutlines")
    if labels:
        entries.append(b"/PageLabels" + labels)
    root = Raw(b"<<" + b"".join(entries) + b">>")
    return write(document, root, None if profile.is_pdf2 else info(record), profile.version)


def sketch(document: Any, fonts: Fonts) -> bytes:
    """The bytes of a file that only shows its pages."""
    document.idToObject["BasicFonts"] = Raw(b"<<" + fonts.add_to(document) + b">>")
    root = Raw(b"<</Type/Catalog/Pages " + reference(document, document.Pages) + b">>")
    return write(document, root, None, "1.7")


def _metadata(document: PDFDocument, record: Metadata, profile: Profile) -> bytes:
    entries: dict[str, object] = {"Type": "/Metadata", "Subtype": "/XML"}
    return reference(document, stream(packet(record, profile), entries))


def _output_intent(document: PDFDocument) -> bytes:
    colours = reference(document, stream(srgb(), {"N": 3}))
    return (
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        b"/Info(sRGB IEC61966-2.1)/DestOutputProfile " + colours + b">>"
    )


class Files:
    """The attachments of one document on their way into it; `changed` is the date they bear.

    `element_of` gives the element at an anchor. Raises ValueError when two have one name.
    """

    def __init__(
        self,
        document: PDFDocument,
        attachments: Iterable[Attachment],
        changed: date | None,
        element_of: Callable[[str], Element],
    ) -> None:
        self._document = document
        self._written: list[tuple[bytes, bytes]] = []
        self.associated: dict[Element, list[bytes]] = {}
        for attachment in sorted(attachments, key=lambda a: a.name.encode()):
            written = self._specification(attachment, changed)
            name = string(attachment.name)
            if any(name == other for other, _ in self._written):
                raise ValueError(f"two attachments are called {attachment.name}")
            self._written.append((name, written))
            if attachment.anchor:
                of = element_of(attachment.anchor)
                self.associated.setdefault(of, []).append(written)

    def entries(self) -> list[bytes]:
        """What the catalog says of them; nothing where there are none."""
        if not self._written:
            return []
        names = b" ".join(name + b" " + written for name, written in sorted(self._written))
        return [
            b"/Names<</EmbeddedFiles<</Names[" + names + b"]>>>>",
            b"/AF[" + b" ".join(written for _, written in self._written) + b"]",
        ]

    def _specification(self, attachment: Attachment, changed: date | None) -> bytes:
        """A reference to the file specification, whose relationship is that of data."""
        name = string(attachment.name)
        embedded = reference(self._document, self._embedded(attachment, changed))
        return reference(
            self._document,
            Raw(
                b"<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/Data/EF<</F %s/UF %s>>>>"
                % (name, name, string(attachment.description), embedded, embedded)
            ),
        )

    def _embedded(self, attachment: Attachment, changed: date | None) -> PDFStream:
        data = attachment.data
        digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
        stamp = f"/ModDate(D:{changed:%Y%m%d}000000Z)" if changed else ""
        parameters = f"<</Size {len(data)}/CheckSum<{digest}>{stamp}>>"
        media_type = attachment.media_type.replace("/", "#2F")
        entries: dict[str, object] = {
            "Subtype": f"/{media_type}",
            # By reference: it is packed with other objects, a stream’s own entries are not.
            "Params": register(self._document, Raw(parameters.encode())),
        }
        return stream(data, entries)
