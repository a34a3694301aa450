import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from tests.pdf import sample

XMP = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}


@pytest.fixture(scope="module")
def data() -> bytes:
    return sample.whole()


def test_the_file_is_well_formed_and_streamed(data: bytes) -> None:
    assert data.startswith(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    assert data.endswith(b"%%EOF\n")
    assert b"/ObjStm" in data
    assert not re.search(rb"\nxref\n", data)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert all(page.obj.Tabs == "/S" for page in pdf.pages)


def test_every_stream_ends_with_a_line_end_that_is_no_data(data: bytes) -> None:
    for match in re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data):
        end = match.end() + int(match[1])
        assert data[end : end + 11] == b"\nendstream\n"


def test_it_says_what_it_is(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "en"
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == sample.RECORD.title
        assert str(pdf.docinfo.CreationDate) == "D:20261124000000Z"
        packet = ElementTree.fromstring(root.Metadata.read_bytes())
    assert packet.findtext(".//dc:title/rdf:Alt/rdf:li", namespaces=XMP) == sample.RECORD.title
    assert packet.findtext(".//xmp:CreateDate", namespaces=XMP) == "2026-11-24T00:00:00Z"
    assert packet.findtext(".//pdfaid:part", namespaces=XMP) == "3"


def test_titles_need_no_taming() -> None:
    canvas = sample.canvas()
    record = replace(sample.RECORD, title="A <b> & (c) \\ “д”", date=None, keywords=())
    with pikepdf.open(BytesIO(canvas.finish(record))) as pdf:
        assert str(pdf.docinfo.Title) == record.title
        assert "/CreationDate" not in pdf.docinfo
        packet = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
    assert packet.findtext(".//dc:title/rdf:Alt/rdf:li", namespaces=XMP) == record.title


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Ulaanbaatar", "LC_ALL": "ru_RU.UTF-8"},
        {"PYTHONHASHSEED": "3", "SOURCE_DATE_EPOCH": "1"},
    ],
)
def test_the_same_bytes_in_any_process(data: bytes, environment: dict[str, str]) -> None:
    code = "import sys; from tests.pdf import sample; sys.stdout.buffer.write(sample.whole())"
    made = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, check=True, capture_output=True
    )
    assert made.stdout == data


def test_the_id_is_a_digest_of_the_content(data: bytes) -> None:
    other = sample.canvas().finish(sample.RECORD)
    ids = []
    for file in (data, other):
        with pikepdf.open(BytesIO(file)) as pdf:
            first, second = map(bytes, pdf.trailer.ID)
        assert first == second
        assert len(first) == 16
        ids.append(first)
    assert ids[0] != ids[1]


def test_fonts_are_subsets_whose_widths_and_glyphs_agree(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = list(pdf.pages[0].Resources.Font.values())
        assert len(fonts) == 5
        for font in fonts:
            below = font.DescendantFonts[0]
            program = below.FontDescriptor.FontFile2.read_bytes()
            face = TTFont(BytesIO(program))
            assert {"glyf", "hmtx", "loca"} <= set(face.keys())
            assert not {"GSUB", "GPOS", "fvar", "name", "cmap", "fpgm"} & set(face.keys())
            assert re.fullmatch(r"/[A-Z]{6}\+(IBMPlex|DejaVu)[A-Za-z-]+", str(font.BaseFont))
            gids = below.CIDToGIDMap.read_bytes()
            metrics = face["hmtx"].metrics
            order = face.getGlyphOrder()
            runs = zip(below.W[::2], below.W[1::2], strict=True)
            widths = [(int(first) + i, w) for first, run in runs for i, w in enumerate(run)]
            assert len(dict(widths)) == len(widths) > 0
            for cid, width in widths:
                gid = int.from_bytes(gids[2 * cid : 2 * cid + 2], "big")
                assert gid != 0
                advance = metrics[order[gid]][0] * 1000 / face["head"].unitsPerEm
                assert advance == pytest.approx(float(width), abs=1)


def test_a_pinned_instance_is_named_and_drawn_as_itself(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        names = {str(font.BaseFont).split("+")[1] for font in pdf.pages[0].Resources.Font.values()}
    assert {"IBMPlexSans", "IBMPlexSans-SemiBold"} < names
