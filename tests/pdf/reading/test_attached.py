import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from briefing.model.finding import BriefingError
from briefing.pdf.reading import attached
from briefing.pdf.reading.attached import title


def _pdf(**files: tuple[str, bytes]) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for key, (name, content) in files.items():
        pdf.attachments[key] = pikepdf.AttachedFileSpec(pdf, content, filename=name)
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def test_files_come_back_in_order_of_name() -> None:
    made = _pdf(k1=("trade.csv", b"period,value\n" * 50), k2=("record.json", b"{}"))
    found = attached.attachments(made)
    assert list(found) == ["record.json", "trade.csv"]
    assert found["trade.csv"] == b"period,value\n" * 50


def test_none_is_lost_where_two_have_one_name() -> None:
    made = _pdf(one=("a.csv", b"first"), two=("a.csv", b"second"))
    assert attached.attachments(made) == {"a.csv": b"first", "two": b"second"}


def test_a_pdf_without_files_has_none() -> None:
    assert attached.attachments(_pdf()) == {}


@pytest.mark.parametrize("data", [b"", b"not a PDF", _pdf(a=("a", b"x"))[:200]])
def test_what_is_no_pdf_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(BriefingError, match="no PDF") as refused:
        attached.attachments(data)
    assert refused.value.exit_code == 2


def test_a_pdf_behind_a_password_is_said_to_be_one() -> None:
    with pikepdf.open(BytesIO(_pdf(a=("a", b"x")))) as pdf:
        target = BytesIO()
        pdf.save(target, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(BriefingError, match="password") as refused:
        attached.attachments(target.getvalue())
    assert refused.value.exit_code == 2
    with pytest.raises(BriefingError, match="can't be read"):
        title(target.getvalue())


def test_a_few_bytes_do_not_unpack_without_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.pdf.reading.attached._MOST", 1000)
    assert attached.attachments(_pdf(a=("a", bytes(1000)))) == {"a": bytes(1000)}
    with pytest.raises(BriefingError, match="larger"):
        attached.attachments(_pdf(a=("a", bytes(600)), b=("b", bytes(600))))


def _changed(change: Callable[[pikepdf.Dictionary], None]) -> bytes:
    """A PDF with one file, whose specification is changed."""
    with pikepdf.open(BytesIO(_pdf(k=("a.csv", b"a,b\n" * 200)))) as pdf:
        change(next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/EF" in o))
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize("embedded", [None, pikepdf.String("x"), pikepdf.Dictionary()])
def test_a_file_that_is_elsewhere_is_left_out(embedded: pikepdf.Object | None) -> None:
    def change(specification: pikepdf.Dictionary) -> None:
        del specification["/EF"]
        if embedded is not None:
            specification.EF = embedded

    assert attached.attachments(_changed(change)) == {}


@pytest.mark.parametrize(
    ("packed", "how"),
    [
        (b"not packed", pikepdf.Name.FlateDecode),
        (zlib.compress(b"a,b\n" * 200)[:-6], pikepdf.Name.FlateDecode),
        (b"abc", pikepdf.Name.Foo),
    ],
)
def test_a_damaged_file_is_never_taken_for_whole(packed: bytes, how: pikepdf.Name) -> None:
    def change(specification: pikepdf.Dictionary) -> None:
        for key in ("/F", "/UF"):
            if key in specification.EF:
                specification.EF[key].write(packed, filter=how)

    with pytest.raises(BriefingError, match="damaged"):
        attached.attachments(_changed(change))
