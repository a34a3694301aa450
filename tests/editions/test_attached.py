from io import BytesIO

import pikepdf
import pytest

from briefing import editions
from briefing.model.finding import BriefingError


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
    found = editions.attachments(made)
    assert list(found) == ["record.json", "trade.csv"]
    assert found["trade.csv"] == b"period,value\n" * 50


def test_none_is_lost_where_two_have_one_name() -> None:
    made = _pdf(one=("a.csv", b"first"), two=("a.csv", b"second"))
    assert editions.attachments(made) == {"a.csv": b"first", "two": b"second"}


def test_a_pdf_without_files_has_none() -> None:
    assert editions.attachments(_pdf()) == {}


@pytest.mark.parametrize("data", [b"", b"not a PDF", _pdf(a=("a", b"x"))[:200]])
def test_what_is_no_pdf_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(BriefingError, match="no PDF") as refused:
        editions.attachments(data)
    assert refused.value.exit_code == 2


def test_a_few_bytes_do_not_unpack_without_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.editions.attached._MOST", 1000)
    assert editions.attachments(_pdf(a=("a", bytes(1000)))) == {"a": bytes(1000)}
    with pytest.raises(BriefingError, match="larger"):
        editions.attachments(_pdf(a=("a", bytes(600)), b=("b", bytes(600))))
