"""From what the canvas has gathered to the file: catalog, metadata, output intent, structure."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.model.attachment import Attachment
from briefing.pdf.colour import srgb
from briefing.pdf.embed import Fonts
from briefing.pdf.fields import Fields
from briefing.pdf.files import Files
from briefing.pdf.metadata import Metadata, info, packet
from briefing.pdf.navigation import Navigation
from briefing.pdf.profiles import PROFILES, Profile
from briefing.pdf.strings import string
from briefing.pdf.structure import Structure
from briefing.pdf.tree import Tree
from briefing.pdf.writer import Raw, reference, stream, write


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
