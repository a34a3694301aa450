"""Codes of one, two and three bytes, and that both readers find their way back."""

from io import BytesIO

import pikepdf
import pytest

from briefing.pdf import cmaps
from briefing.pdf.reading import cmap
from tests.pdf import sample
from tests.pdf.structure import structure_text

FARTHEST = 9000


@pytest.mark.parametrize("last", [0x7E, 0xDF, 0xE0, 0x1FF, FARTHEST])
def test_a_string_falls_into_the_codes_it_was_made_of(last: int) -> None:
    further = (cid for cid in (0x80, 0xDF, 0xE0, 0x1DF, 0x1E0) if cid <= last)
    cids = [0x20, 0x41, 0x7E, *further, last]
    with pikepdf.new() as pdf:
        encoding = cmap.encoding(pdf.make_stream(cmaps.encoding(last)))
    string = b"".join(map(cmaps.code, cids))
    assert [cid for _, cid in encoding.codes(string)] == cids
    assert len(cmaps.code(last)) == (1 if last < 0xE0 else 2 if last < FARTHEST else 3)


def test_a_code_means_its_text() -> None:
    texts = {0x41: "A", 0x80: "fi", 0xE0: "\u0416", FARTHEST: "\U0001f600"}
    with pikepdf.new() as pdf:
        found = cmap.texts(pdf.make_stream(cmaps.to_unicode(texts)))
    assert {cid: found[int.from_bytes(cmaps.code(cid))] for cid in texts} == texts


def test_what_would_end_or_change_a_string_is_escaped() -> None:
    assert "".join(map(cmaps.written, b"a(b)\\\r")) == r"a\(b\)\\\r"
    with pikepdf.new() as pdf:
        shown = "".join(map(cmaps.written, (0x28, 0x29, 0x5C, 0xE0 + 0x0D)))
        content = pdf.make_stream(b"(" + shown.encode("latin-1") + b")Tj")
        ((operands, _),) = pikepdf.parse_content_stream(content)
    assert bytes(operands[0]) == b"()\\\xe0\x0d"


def test_more_signs_than_bytes_come_back() -> None:
    canvas = sample.canvas()
    text = "".join(map(chr, (*range(0x410, 0x450), *range(0xA1, 0xAD), *range(0xAE, 0x100))))
    with canvas.tag(canvas.tree.root.child("P")):
        canvas.text(50, 700, text + " (and) \\ASCII", "serif", 8, sample.INK)
    data = canvas.finish(sample.RECORD)
    assert structure_text(data) == text + " (and) \\ASCII\n"
    with pikepdf.open(BytesIO(data)) as pdf:
        assert b"<e000> <feff>" in pdf.pages[0].Resources.Font["/F1"].Encoding.read_bytes()
