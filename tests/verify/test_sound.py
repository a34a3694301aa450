import pytest

from briefing import verify
from tests.verify.conftest import codes, sound


@pytest.mark.parametrize(("profile", "claims"), [("ua1+3a", ("1", "3a")), ("4f", ("2", "4"))])
def test_a_sound_file_has_no_fault(profile: str, claims: tuple[str, str]) -> None:
    data = sound(profile)
    assert codes(data) == []
    file = verify.open_file(data)
    assert (file.claims["ua"], file.claims["a"]) == claims
    assert file.is_well_tagged is (profile == "4f")


@pytest.mark.parametrize("data", [b"", b"no PDF at all", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(verify.Unopened, match="no PDF") as refused:
        verify.open_file(data)
    assert "BytesIO" not in str(refused.value)
