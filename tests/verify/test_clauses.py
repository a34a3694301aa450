"""Each clause that the product checks itself: a sound file, one harm, one code."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.verify.conftest import Harm, codes, element, harmed, sound

SOUND = {profile: sound(profile) for profile in ("ua1+3a", "4f")}


def remove(*path: str) -> Harm:
    """Takes an entry out of the catalog."""

    def harm(pdf: pikepdf.Pdf) -> None:
        holder = pdf.Root
        for key in path[:-1]:
            holder = holder[key]
        del holder[path[-1]]

    return harm


def put(role: str, key: str, value: object, which: int = 0) -> Harm:
    """Sets an entry of an element; None takes it out."""

    def harm(pdf: pikepdf.Pdf) -> None:
        found = element(pdf, role, which)
        if value is None:
            del found[key]
        else:
            found[key] = value

    return harm


def root(key: str, value: object) -> Harm:
    return lambda pdf: pdf.Root.__setitem__(key, value)


def metadata(old: bytes, new: bytes) -> Harm:
    def harm(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata = pdf.make_stream(
            packet.replace(old, new), Type=Name.Metadata, Subtype=Name.XML
        )

    return harm


def annotation(key: str, value: object, which: int = 1) -> Harm:
    def harm(pdf: pikepdf.Pdf) -> None:
        found = pdf.pages[0].Annots[which]
        if value is None:
            del found[key]
        else:
            found[key] = value

    return harm


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list(pdf.pages[0].Resources.Font.values())


def unembed(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def unmap(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        del font["/ToUnicode"]


def shorten_map(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        font.ToUnicode = pdf.make_stream(b"1 beginbfchar <0001> <0041> endbfchar")


def map_to_nothing(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        pairs = b" ".join(b"<%04x> <0000>" % code for code in range(200))
        font.ToUnicode = pdf.make_stream(b"200 beginbfchar " + pairs + b" endbfchar")


def no_glyphs(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        font.DescendantFonts[0].CIDToGIDMap = pdf.make_stream(bytes(2 * 256))


def no_glyph_map(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        del font.DescendantFonts[0]["/CIDToGIDMap"]


def content(before: bytes, after: bytes) -> Harm:
    """Paints before and after what the page has."""

    def harm(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(before + page.Contents.read_bytes() + after)

    return harm


def decorate(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    first, rest = page.Contents.read_bytes().split(b"BDC", maxsplit=1)
    inner = b"BDC /Artifact BMC 0 0 5 5 re f EMC "
    page.Contents = pdf.make_stream(first + inner + rest)


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def attach(*, bare: bool = False, **entries: object) -> Harm:
    def harm(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"a,b\n", Type=Name.EmbeddedFile, Subtype=Name("/text/csv"))
        if bare:
            del stream["/Subtype"]
        said = {"F": String("a.csv"), "UF": String("a.csv"), "AFRelationship": Name.Data} | entries
        said = {key: value for key, value in said.items() if value is not None}
        file = pdf.make_indirect(Dictionary(Type=Name.Filespec, EF=Dictionary(F=stream), **said))
        pdf.Root.AF = Array([file])
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a.csv"), file])))

    return harm


def drop_cell(pdf: pikepdf.Pdf) -> None:
    element(pdf, "TR", 1).K = Array([element(pdf, "TH", 2)])


def mute_remark(pdf: pikepdf.Pdf) -> None:
    remark = pdf.pages[0].Annots[1]
    remark.Subtype = Name.Text
    del remark["/Contents"]


FAULTS = [
    ("PDF/UA-1 7.1-8", remove("/Metadata")),
    ("PDF/UA-1 5-1", metadata(b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    ("PDF/A-3 6.6.4-1", metadata(b"http://www.aiim.org/pdfa/ns/id/", b"http://example.org/")),
    ("PDF/UA-1 7.1-9", metadata(b"dc:title", b"dc:nothing")),
    ("PDF/UA-1 7.1-10", remove("/ViewerPreferences")),
    ("PDF/UA-1 6.2-1", remove("/MarkInfo")),
    ("PDF/UA-1 7.1-4", root("/MarkInfo", Dictionary(Marked=True, Suspects=True))),
    ("PDF/UA-1 7.1-11", remove("/StructTreeRoot")),
    ("PDF/UA-1 7.2-34", remove("/Lang")),
    ("PDF/UA-1 7.2-29", root("/Lang", String("plain English"))),
    ("PDF/UA-1 7.2-29", put("P", "/Lang", String("en_GB"))),
    ("PDF/A-3 6.2.4.3-2", remove("/OutputIntents")),
    ("PDF/A-3 6.5.1-1", script),
    ("PDF/A-3 6.5.1-1", annotation("/A", Dictionary(S=Name.Launch, F=String("x")))),
    ("PDF/A-3 6.5.2-1", root("/AA", Dictionary())),
    ("PDF/A-3 6.4.2-1", root("/AcroForm", Dictionary(XFA=String("x"), Fields=Array()))),
    ("PDF/UA-1 7.11-1", attach(UF=None)),
    ("PDF/A-3 6.8-3", attach(AFRelationship=None)),
    ("PDF/A-3 6.8-1", attach(bare=True)),
    ("PDF/UA-1 7.1-3", content(b"", b" 0 0 5 5 re f")),
    ("PDF/UA-1 7.1-3", content(b"/P <</MCID 900>> BDC 0 0 5 5 re f EMC ", b"")),
    ("PDF/UA-1 7.1-1", decorate),
    ("PDF/UA-1 7.1-2", content(b"/Artifact BMC ", b" EMC")),
    ("PDF/UA-1 7.1-5", put("P", "/S", Name.Paragraph)),
    ("PDF/UA-1 7.3-1", put("Figure", "/Alt", None)),
    ("PDF/UA-1 7.7-1", put("P", "/S", Name.Formula)),
    ("PDF/UA-1 7.4.2-1", put("H1", "/S", Name.H2)),
    ("PDF/UA-1 7.9-1", put("Note", "/ID", None)),
    ("PDF/UA-1 7.2-3", put("THead", "/S", Name.P)),
    ("PDF/UA-1 7.2-10", put("TD", "/S", Name.P)),
    ("PDF/UA-1 7.2-17", put("L", "/S", Name.Div)),
    ("PDF/UA-1 7.2-19", put("LI", "/S", Name.Div)),
    ("PDF/UA-1 7.2-20", put("LBody", "/S", Name.P)),
    ("PDF/UA-1 7.2-26", put("TOC", "/S", Name.Div)),
    ("PDF/UA-1 7.2-27", put("TOCI", "/S", Name.P)),
    ("PDF/UA-1 7.2-43", drop_cell),
    ("PDF/UA-1 7.2-42", put("TD", "/A", Dictionary(O=Name.Table, ColSpan=2))),
    ("PDF/UA-1 7.5-1", put("TH", "/A", None)),
    ("PDF/UA-1 7.18.3-1", lambda pdf: pdf.pages[0].__delitem__("/Tabs")),
    ("PDF/UA-1 7.18.5-1", put("Link", "/S", Name.Span, 1)),
    ("PDF/UA-1 7.18.5-1", annotation("/StructParent", None)),
    ("PDF/UA-1 7.18.5-2", annotation("/Contents", None)),
    ("PDF/UA-1 7.18.1-1", mute_remark),
    ("PDF/UA-1 7.18.1-2", mute_remark),
    ("PDF/A-3 6.3.2-2", annotation("/F", 0)),
    ("PDF/UA-1 7.21.4.1-1", unembed),
    ("PDF/UA-1 7.21.7-1", unmap),
    ("PDF/UA-1 7.21.7-1", shorten_map),
    ("PDF/UA-1 7.21.7-2", map_to_nothing),
    ("PDF/UA-1 7.21.3.2-1", no_glyph_map),
]
NEWER = [
    ("PDF/A-4 6.1.3-4", lambda pdf: pdf.trailer.__setitem__("/Info", pdf.make_indirect({}))),
    ("PDF/UA-2 8.2.5.8-1", put("TOCI", "/Ref", None)),
    ("PDF/UA-2 8.2.5.14-2", put("FENote", "/Ref", None)),
    ("PDF/UA-2 8.2.5.25-1", put("L", "/A", None)),
    ("PDF/UA-2 8.2.5.28.2-1", put("Figure", "/Alt", None)),
    ("PDF/UA-2 8.8-2", lambda pdf: pdf.pages[0].Annots[0].A.__delitem__("/SD")),
    ("PDF/UA-2 8.11.2-1", remove("/ViewerPreferences")),
]


@pytest.mark.parametrize(("code", "harm"), FAULTS)
def test_a_harm_is_found_by_its_clause(code: str, harm: Harm) -> None:
    assert code in codes(harmed(SOUND["ua1+3a"], harm))


@pytest.mark.parametrize(("code", "harm"), NEWER)
def test_a_harm_to_pdf_2_is_found_by_its_clause(code: str, harm: Harm) -> None:
    assert code in codes(harmed(SOUND["4f"], harm))


def test_a_text_that_shows_the_missing_glyph_is_found() -> None:
    assert "PDF/UA-1 7.21.8-1" in codes(harmed(SOUND["ua1+3a"], no_glyphs))


def test_a_link_that_no_element_holds_is_found() -> None:
    def harm(pdf: pikepdf.Pdf) -> None:
        link = element(pdf, "Link", 1)
        link.K = Array([kid for kid in link.K if isinstance(kid, int)])

    assert codes(harmed(SOUND["ua1+3a"], harm)) == ["PDF/UA-1 7.18.5-1"]


def test_a_link_by_place_alone_is_found_in_pdf_2() -> None:
    def harm(pdf: pikepdf.Pdf) -> None:
        link = pdf.pages[0].Annots[0]
        link.Dest = link.A.D
        del link["/A"]

    assert codes(harmed(SOUND["4f"], harm)) == ["PDF/UA-2 8.8-1"]


@pytest.mark.parametrize("crossing", [b"/Artifact BMC BT EMC ET ", b"BT /Artifact BMC ET EMC "])
def test_a_mark_that_crosses_a_text_object_is_found(crossing: bytes) -> None:
    """Which validators don't look for."""
    assert codes(harmed(SOUND["ua1+3a"], content(crossing, b""))) == ["ISO 32000-1 14.6.1"]


def test_two_notes_have_ids_of_their_own() -> None:
    def harm(pdf: pikepdf.Pdf) -> None:
        paragraph, note = element(pdf, "P"), element(pdf, "Note")
        paragraph.S, paragraph.ID = Name.Note, note.ID

    assert "PDF/UA-1 7.9-2" in codes(harmed(SOUND["ua1+3a"], harm))


def test_cells_that_overlap_are_found() -> None:
    def harm(pdf: pikepdf.Pdf) -> None:
        element(pdf, "TD", 0).A = Dictionary(O=Name.Table, RowSpan=2)
        element(pdf, "TH", 3).A = Dictionary(O=Name.Table, ColSpan=2, Scope=Name.Row)

    assert "PDF/UA-1 7.2-15" in codes(harmed(SOUND["ua1+3a"], harm))


def test_a_file_without_an_identity_is_found() -> None:
    assert codes(SOUND["ua1+3a"].replace(b"/ID[", b"/Di[")) == ["PDF/A-3 6.1.3-1"]


def test_an_encrypted_file_is_found() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(SOUND["ua1+3a"])) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="secret"))
    assert "PDF/A-3 6.1.3-2" in codes(out.getvalue())


def test_a_role_map_explains_a_type() -> None:
    def harm(pdf: pikepdf.Pdf) -> None:
        element(pdf, "P").S = Name.Bodytext
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(Bodytext=Name.Text, Text=Name.P)

    assert codes(harmed(SOUND["ua1+3a"], harm)) == []


def test_a_ring_of_elements_ends() -> None:
    def harm(pdf: pikepdf.Pdf) -> None:
        listing = element(pdf, "L")
        element(pdf, "LBody").K = Array([0, listing])

    assert "B504" in codes(harmed(SOUND["ua1+3a"], harm))


def test_objects_of_the_wrong_kind_are_a_finding() -> None:
    assert "ISO 32000 7.3" in codes(harmed(SOUND["ua1+3a"], annotation("/F", Name.Four)))
