"""What the file says of itself, and what it may not hold."""

import re
from collections.abc import Iterator

import pikepdf

from briefing.pdf.reading.file import Fault, File, Requirement

_HEADER = Requirement("PDF/A-3 6.1.2-1", "PDF/A-4 6.1.2-1", "Write the file as PDF 1.7 or 2.0.")
_ID = Requirement("PDF/A-3 6.1.3-1", "PDF/A-4 6.1.3-1", "Write an ID into the trailer.")
_ENCRYPTED = Requirement("PDF/A-3 6.1.3-2", "PDF/A-4 6.1.3-2", "Save the file without encryption.")
_INFO = Requirement("", "PDF/A-4 6.1.3-4", "Keep what Info says in the XMP metadata alone.")
_METADATA = Requirement("PDF/UA-1 7.1-8", "PDF/UA-2 8.11.1-2", "Add XMP metadata to the catalog.")
_UA = Requirement("PDF/UA-1 5-1", "PDF/UA-2 5-1", "Name the part of PDF/UA in the XMP metadata.")
_A = Requirement("PDF/A-3 6.6.4-1", "PDF/A-4 6.7.3-1", "Name the part of PDF/A in the metadata.")
_TITLE = Requirement("PDF/UA-1 7.1-9", "PDF/UA-2 8.11.1-1", "Give the document a dc:title.")
_SHOWN = Requirement("PDF/UA-1 7.1-10", "PDF/UA-2 8.11.2-1", "Set DisplayDocTitle to true.")
_MARKED = Requirement("PDF/UA-1 6.2-1", "PDF/UA-2 6.2-1", "Tag the document, then mark it so.")
_SUSPECTS = Requirement("PDF/UA-1 7.1-4", "", "Check the tags, then set Suspects to false.")
_TREE = Requirement("PDF/UA-1 7.1-11", "PDF/UA-2 8.2.1-1", "Tag the document.")
_LANGUAGE = Requirement("PDF/UA-1 7.2-34", "PDF/UA-2 8.4.4-1", "Set the document's language.")
_NAMED = Requirement("PDF/UA-1 7.2-29", "PDF/UA-2 8.4.4-2", "Write languages by BCP 47: en, mn-MN.")
_COLOURS = Requirement(
    "PDF/A-3 6.2.4.3-2", "PDF/A-4 6.2.4.3-2", "Add an output intent with an sRGB profile."
)
_ACTIONS = Requirement("PDF/A-3 6.5.1-1", "PDF/A-4 6.6.1-1", "Take the action out.")
_TRIGGERS = Requirement("PDF/A-3 6.5.2-1", "PDF/A-4 6.6.3-1", "Take the additional actions out.")
_XFA = Requirement("PDF/A-3 6.4.2-1", "PDF/UA-2 8.10.1-3", "Use no XFA form.")
_ATTACHED = Requirement("PDF/UA-1 7.11-1", "PDF/A-4 6.9-2", "Name the file in F and in UF.")
_RELATION = Requirement("PDF/A-3 6.8-3", "PDF/A-4 6.9-4", "Say how the file belongs: Data, Source.")
_MEDIA = Requirement("PDF/A-3 6.8-1", "PDF/A-4 6.9-1", "Give the embedded file its media type.")

_LANG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\Z")
_TITLE_TAG = "{http://purl.org/dc/elements/1.1/}title"
_FORBIDDEN = frozenset(
    f"/{name}"
    for name in (
        *("Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState"),
        *("Rendition", "Trans", "GoTo3DView", "JavaScript"),
    )
)


def declared(file: File) -> Iterator[Fault]:
    """Header, identity, metadata and the standards that they name."""
    version = b"%PDF-2." if file.is_pdf2 else b"%PDF-1."
    if not file.data.startswith(version):
        yield file.fault(_HEADER, f"the file doesn’t begin with {version.decode()}")
    if "/ID" not in file.pdf.trailer:
        yield file.fault(_ID, "the trailer has no ID")
    if file.pdf.is_encrypted:
        yield file.fault(_ENCRYPTED, "the file is encrypted")
    if file.is_pdf2 and "/Info" in file.pdf.trailer and "/PieceInfo" not in file.root:
        yield file.fault(_INFO, "the file has an Info dictionary")
    if file.packet is None:
        yield file.fault(_METADATA, "there is no XMP metadata that can be read")
    for key, requirement, name in (("ua", _UA, "PDF/UA"), ("a", _A, "PDF/A")):
        if key not in file.claims:
            yield file.fault(requirement, f"the metadata doesn’t say that the file is {name}")


def titled(file: File) -> Iterator[Fault]:
    """Title, and that viewers show it."""
    title = file.packet.find(f".//{_TITLE_TAG}") if file.packet is not None else None
    if title is None or not "".join(title.itertext()).strip():
        yield file.fault(_TITLE, "the document has no title")
    if not _is_true(file.root.get("/ViewerPreferences"), "/DisplayDocTitle"):
        yield file.fault(_SHOWN, "viewers are not told to show the title")


def tagged(file: File) -> Iterator[Fault]:
    """That it is tagged at all, and in which language."""
    if not _is_true(file.root.get("/MarkInfo"), "/Marked"):
        yield file.fault(_MARKED, "the document isn’t marked as tagged")
    if _is_true(file.root.get("/MarkInfo"), "/Suspects") and file.asks(_SUSPECTS):
        yield file.fault(_SUSPECTS, "the tags are marked as suspect")
    if file.tree is None:
        yield file.fault(_TREE, "the document has no structure tree")
    language = str(file.root.get("/Lang", ""))
    if not language.strip():
        yield file.fault(_LANGUAGE, "the document has no language")
    named = [(language, 0)] + [
        (str(node.get("/Lang")), node.page())
        for node in file.elements()
        if node.get("/Lang") is not None
    ]
    for name, page in named:
        if name and not _LANG.match(name):
            yield file.fault(_NAMED, f"“{name[:40]}” names no language", page)


def coloured(file: File) -> Iterator[Fault]:
    """An output intent says what its colours mean."""
    intents = file.root.get("/OutputIntents", ())
    if not any("/DestOutputProfile" in intent for intent in intents):
        yield file.fault(_COLOURS, "no output intent says what the colours mean")


def quiet(file: File) -> Iterator[Fault]:
    """Nothing in it acts: no scripts, no launching, no dynamic forms."""
    found: dict[str, None] = {}
    for value in file.pdf.objects:
        if isinstance(value, pikepdf.Dictionary):
            for held in (value, value.get("/A"), value.get("/OpenAction")):
                kind = held.get("/S") if isinstance(held, pikepdf.Dictionary) else None
                if isinstance(kind, pikepdf.Name) and str(kind) in _FORBIDDEN:
                    found[str(kind)[1:]] = None
    for name in found:
        yield file.fault(_ACTIONS, f"the file holds an action of the kind {name}")
    if "/JavaScript" in file.root.get("/Names", {}):
        yield file.fault(_ACTIONS, "the file holds JavaScript")
    if "/AA" in file.root or any("/AA" in page.obj for page in file.pdf.pages):
        yield file.fault(_TRIGGERS, "the document or a page has additional actions")
    if "/XFA" in file.root.get("/AcroForm", {}):
        yield file.fault(_XFA, "the file holds an XFA form")


def attached(file: File) -> Iterator[Fault]:
    """Attachments have names, a media type and a relation to the document."""
    for value in file.pdf.objects:
        if not isinstance(value, pikepdf.Dictionary) or "/EF" not in value:
            continue
        name = str(value.get("/UF", value.get("/F", "without a name")))[:60]
        if not (str(value.get("/F", "")) and str(value.get("/UF", ""))):
            yield file.fault(_ATTACHED, f"the attachment “{name}” lacks F or UF")
        if "/AFRelationship" not in value:
            yield file.fault(_RELATION, f"the attachment “{name}” doesn’t say how it belongs")
        if any("/Subtype" not in stream for stream in value.EF.values()):
            yield file.fault(_MEDIA, f"the attachment “{name}” has no media type")


def _is_true(holder: object, key: str) -> bool:
    value: object = holder.get(key) if isinstance(holder, pikepdf.Dictionary) else None
    return value is True
