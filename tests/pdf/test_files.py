"""Files inside the PDF: named, typed, dated, checked, and bound to the element they are data of."""

import hashlib
from io import BytesIO

import pikepdf
import pytest

from briefing.model.attachment import Attachment
from tests.pdf import sample

CSV = Attachment("trade.csv", b"period,value\n2025,1.5\n" * 40, "text/csv", "Data of it", "figure")
RECORD = Attachment("record.json", b'{"record": 1}\n', "application/json", "The record")


def attached(*attachments: Attachment, profile: str = "ua1+3a") -> bytes:
    canvas = sample.canvas(profile)
    figure = canvas.tree.root.child("Figure", alt="A bar", placement="Block")
    figure.enclose((50, 50, 60, 60))
    with canvas.tag(figure):
        canvas.fill(sample.INK)
        canvas.rect(50, 50, 10, 10, stroke=0, fill=1)
    canvas.anchor("figure", figure, 60)
    return canvas.finish(sample.RECORD, attachments)


@pytest.mark.parametrize("profile", ["ua1+3a", "4f"])
def test_each_file_says_what_it_is(profile: str) -> None:
    with pikepdf.open(BytesIO(attached(CSV, RECORD, profile=profile))) as pdf:
        names = pdf.Root.Names.EmbeddedFiles.Names
        assert [str(name) for name in names[::2]] == ["record.json", "trade.csv"]
        assert [f.objgen for f in pdf.Root.AF] == [f.objgen for f in list(names)[1::2]]
        for attachment, file in zip((RECORD, CSV), pdf.Root.AF, strict=True):
            assert str(file.F) == str(file.UF) == attachment.name
            assert str(file.Desc) == attachment.description
            assert file.AFRelationship == "/Data"
            embedded = file.EF.F
            assert embedded.objgen == file.EF.UF.objgen
            assert embedded.read_bytes() == attachment.data
            assert embedded.Params.Size == len(attachment.data)
            assert bytes(embedded.Params.CheckSum) == hashlib.md5(attachment.data).digest()
            assert str(embedded.Params.ModDate) == "D:20261124000000Z"


def test_a_media_type_is_one_name() -> None:
    data = attached(CSV)
    assert b"/Subtype/text#2Fcsv" in data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.AF[0].EF.F.Subtype == "/text/csv"


def test_data_belongs_to_its_figure_and_is_packed() -> None:
    with pikepdf.open(BytesIO(attached(CSV, RECORD))) as pdf:
        (figure,) = (o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o)
        assert [str(file.UF) for file in figure.AF] == ["trade.csv"]
        embedded = figure.AF[0].EF.F
        assert len(embedded.read_raw_bytes()) < len(CSV.data) / 4


def test_without_files_nothing_is_said_of_them() -> None:
    with pikepdf.open(BytesIO(attached())) as pdf:
        assert "/AF" not in pdf.Root
        assert "/Names" not in pdf.Root


def test_a_file_turns_4_into_4f() -> None:
    assert b"<pdfaid:conformance>F<" in metadata(attached(RECORD, profile="4f"))
    assert b"pdfaid:conformance" not in metadata(attached(profile="4f"))


def metadata(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.Root.Metadata.read_bytes()


def test_two_files_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match=r"two attachments are called trade\.csv"):
        attached(CSV, CSV)


def test_data_of_what_is_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="#nowhere"):
        attached(Attachment("a.csv", b"", "text/csv", "", "nowhere"))
