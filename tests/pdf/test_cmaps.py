"""Codes of two bytes, and that both readers find their way back."""

from io import BytesIO

import pikepdf

from briefing.pdf import cmaps
from briefing.pdf.reading import cmap
from tests.pdf import sample
from tests.pdf.structure import structure_text

# A CMap within a file, as others write it: ASCII in one byte, the rest in two.
FOREIGN = b"""begincmap
2 begincodespacerange
<00> <df>
<e000> <feff>
endcodespacerange
2 begincidrange
<20> <df> 32
<e000> <e0ff> 224
endcidrange
endcmap
"""


def test_a_string_of_a_foreign_cmap_falls_into_its_codes() -> None:
    with pikepdf.new() as pdf:
        encoding = cmap.encoding(pdf.make_stream(FOREIGN))
    assert [cid for _, cid in encoding.codes(b"\x20\xdf\xe0\x00\x41\xe0\xff")] == [
        0x20,
        0xDF,
        0xE0,
        0x41,
        0x1DF,
    ]


def test_a_code_means_its_text() -> None:
    texts = {0x41: "A", 0x80: "a\u0301", 0xE0: "\u0416", 9000: "\U0001f600"}
    with pikepdf.new() as pdf:
        found = cmap.texts(pdf.make_stream(cmaps.to_unicode(texts)))
    assert {cid: found[int.from_bytes(cmaps.code(cid))] for cid in texts} == texts


def test_what_would_end_or_change_a_string_is_escaped() -> None:
    cids = (0x28, 0x29, 0x5C, 0x0D, 0x2829, 0x5C5C, 0x0D0A, 0x0A00)
    with pikepdf.new() as pdf:
        shown = "".join(map(cmaps.written, cids))
        content = pdf.make_stream(b"(" + shown.encode("latin-1") + b")Tj")
        ((operands, _),) = pikepdf.parse_content_stream(content)
    assert bytes(operands[0]) == b"".join(cid.to_bytes(2) for cid in cids)


def test_more_signs_than_bytes_come_back() -> None:
    canvas = sample.canvas()
    text = "".join(map(chr, (*range(0x410, 0x450), *range(0xA1, 0xAD), *range(0xAE, 0x100))))
    with canvas.tag(canvas.tree.root.child("P")):
        canvas.text(50, 700, text + " (and) \\ASCII", "serif", 8, sample.INK)
    data = canvas.finish(sample.RECORD)
    assert structure_text(data) == text + " (and) \\ASCII\n"
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.pages[0].Resources.Font["/F1"].Encoding == "/Identity-H"
