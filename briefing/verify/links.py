"""Annotations: links are tagged and described, tabs follow the tags."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from briefing.pdf.reading.file import Fault, File, Requirement
from briefing.pdf.reading.nodes import Content, Node

_TAGGED = Requirement(
    "PDF/UA-1 7.18.5-1", "PDF/UA-2 8.2.5.20-1", "Put the link annotation into a Link element."
)
_DESCRIBED = Requirement("PDF/UA-1 7.18.5-2", "", "Say in Contents where the link leads.")
_OTHERS = Requirement("PDF/UA-1 7.18.1-2", "", "Say in Contents what the annotation is for.")
_NESTED = Requirement(
    "PDF/UA-1 7.18.1-1", "PDF/UA-2 8.9.2.3-1", "Put the annotation into an Annot element."
)
_TABS = Requirement("PDF/UA-1 7.18.3-1", "PDF/UA-2 8.9.3.3-1", "Set the page's Tabs to S.")
_PRINTED = Requirement("PDF/A-3 6.3.2-2", "PDF/A-4 6.3.2-2", "Set the annotation's Print flag.")
_PLACE = Requirement("", "PDF/UA-2 8.8-1", "Lead to a structure element.")
_ACTION = Requirement("", "PDF/UA-2 8.8-2", "Lead to a structure element (SD).")
_PRINT = 4
_HIDING = 1 | 2 | 32
_HIDDEN = 2
_UNTAGGED = ("/Widget", "/PrinterMark", "/TrapNet")


def annotated(file: File) -> Iterator[Fault]:
    """The annotations of each page."""
    owners = _owners(file)
    for number, page in enumerate(file.pdf.pages, start=1):
        annotations = [a for a in page.obj.get("/Annots", ()) if a.get("/Subtype") != "/Popup"]
        if annotations and page.obj.get("/Tabs") != "/S":
            yield file.fault(_TABS, "the tab order isn’t that of the tags", number)
        for annotation in annotations:
            yield from _annotation(file, annotation, owners, number)


def _annotation(
    file: File, annotation: Any, owners: dict[tuple[int, int], Node], page: int
) -> Iterator[Fault]:
    flags = int(annotation.get("/F", 0))
    if flags & _HIDING or not flags & _PRINT:
        yield file.fault(_PRINTED, "an annotation isn’t printed", page)
    if flags & _HIDDEN:
        return
    owner = owners.get(annotation.objgen)
    if annotation.get("/Subtype") != "/Link":
        if annotation.get("/Subtype") not in _UNTAGGED:
            yield from _remark(file, annotation, owner, page)
        return
    if owner is None or owner.around("Link", "Reference") is None:
        yield file.fault(_TAGGED, "a link isn’t tagged as one", page)
    elif "/StructParent" not in annotation:
        yield file.fault(_TAGGED, "a link doesn’t say which element it belongs to", page)
    if file.asks(_DESCRIBED) and not _words(annotation):
        yield file.fault(_DESCRIBED, "a link doesn’t say where it leads", page)
    action = annotation.get("/A", {})
    if not file.is_pdf2:
        return
    if "/Dest" in annotation:
        yield file.fault(_PLACE, "a link leads to a place but to no element", page)
    elif action.get("/S") == "/GoTo" and "/SD" not in action:
        yield file.fault(_ACTION, "a link leads to a place but to no element", page)


def _remark(file: File, annotation: Any, owner: Node | None, page: int) -> Iterator[Fault]:
    if owner is None or owner.around("Annot") is None:
        yield file.fault(_NESTED, "an annotation isn’t tagged as one", page)
    if file.asks(_OTHERS) and not _words(annotation):
        yield file.fault(_OTHERS, "an annotation has no description", page)


def _words(annotation: Any) -> str:
    return str(annotation.get("/Contents", "")).strip()


def _owners(file: File) -> dict[tuple[int, int], Node]:
    """The element that holds each annotation."""
    return {
        kid.objgen: node
        for node in file.elements()
        for kid in node.kids
        if not isinstance(kid, Node | Content) and isinstance(kid, pikepdf.Dictionary)
    }
