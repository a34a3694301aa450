"""The profiles in the file: what PDF 2.0 asks of it, and what it has in the usual one instead."""

from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest

from briefing.model.link import Anchor
from briefing.pdf import PROFILES
from tests.pdf import sample

PDF2 = "http://iso.org/pdf2/ssn"
PDF17 = "http://iso.org/pdf/ssn"


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o and "/P" in o]


def noted(profile: str) -> bytes:
    """A paragraph that calls a note, the note, and an entry of contents, all linked."""
    canvas = sample.canvas(profile)
    root = canvas.tree.root
    entry = root.child("TOC").child("TOCI").child("Reference").child("Link")
    heading, paragraph = root.child("H1"), root.child("P")
    call = paragraph.child("Reference").child("Link")
    note = root.child("Note", id="note-1")
    back = note.child("Lbl").child("Link")
    for y, element in enumerate((entry, heading, paragraph, call, back, note)):
        with canvas.tag(element):
            canvas.text(50, 700 - 20 * y, "text ", "serif", 10, sample.INK)
    canvas.anchor("heading", heading, 700)
    canvas.anchor("call", call, 640)
    canvas.anchor("note", note, 600)
    for element, target in ((entry, "heading"), (call, "note"), (back, "call")):
        canvas.link([(50, 600, 60, 610)], Anchor(target), element, "there")
    canvas.bookmark("Heading", "heading", 0)
    return canvas.finish(sample.RECORD)


def test_the_second_profile_is_pdf_2_without_info() -> None:
    data = sample.whole("4f")
    assert data.startswith(b"%PDF-2.0\n")
    with opened(data) as pdf:
        assert "/Info" not in pdf.trailer
        packet = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
    text = ElementTree.tostring(packet, encoding="unicode")
    assert "http://pdfa.org/declarations/wtpdf#accessibility1.0" in text
    assert "pdfaExtension" not in text


def test_without_an_attachment_it_is_plain_a_4() -> None:
    assert PROFILES["4f"].bare == "4"
    with opened(sample.whole("4f")) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
    assert b"<pdfaid:part>4</pdfaid:part>" in packet
    assert b"pdfaid:conformance" not in packet


def test_every_element_names_its_namespace() -> None:
    with opened(noted("4f")) as pdf:
        spaces = {str(e.S): str(e.NS.NS) for e in elements(pdf)}
        assert {str(s.NS) for s in pdf.Root.StructTreeRoot.Namespaces} == {PDF2, PDF17}
        assert "/RoleMap" not in pdf.Root.StructTreeRoot
    assert spaces["/P"] == spaces["/FENote"] == spaces["/Link"] == PDF2
    assert spaces["/TOCI"] == spaces["/Reference"] == PDF17


def test_inner_links_and_outline_lead_to_elements() -> None:
    with opened(noted("4f")) as pdf:
        assert [str(a.A.SD[0].S) for a in pdf.pages[0].Annots] == ["/H1", "/FENote", "/Link"]
        action = pdf.Root.Outlines.First.A
        assert (str(action.S), str(action.SD[0].S)) == ("/GoTo", "/H1")
        assert action.D[0].objgen == pdf.pages[0].obj.objgen


def test_entries_and_notes_refer_to_what_they_belong_to() -> None:
    with opened(noted("4f")) as pdf:
        found = {str(e.S): [str(r.S) for r in e.Ref] for e in elements(pdf) if "/Ref" in e}
        note = next(e for e in elements(pdf) if e.S == "/FENote")
        assert str(note.A.NoteType) == "/Footnote"
    assert found == {"/TOCI": ["/H1"], "/Reference": ["/FENote"], "/FENote": ["/Reference"]}


def test_pdf_1_7_has_none_of_that() -> None:
    with opened(noted("ua1+3a")) as pdf:
        assert not any("/NS" in e or "/Ref" in e for e in elements(pdf))
        assert all("/Dest" in a for a in pdf.pages[0].Annots)
        assert {str(e.S) for e in elements(pdf)} >= {"/Note", "/TOCI"}


@pytest.mark.parametrize(("profile", "numbering"), [("ua1+3a", "/None"), ("4f", "/Description")])
def test_a_list_of_terms_is_one_where_the_version_knows_it(profile: str, numbering: str) -> None:
    canvas = sample.canvas(profile)
    listing = canvas.tree.root.child("L", numbering="Description")
    with canvas.tag(listing.child("LI").child("LBody")):
        canvas.text(50, 700, "text", "serif", 10, sample.INK)
    with opened(canvas.finish(sample.RECORD)) as pdf:
        (found,) = (e for e in elements(pdf) if e.S == "/L")
        assert str(found.A.ListNumbering) == numbering
