from io import BytesIO

import pytest
from PIL import Image

from briefing.narrative.masks import mask
from briefing.narrative.pictures import undamaged


def picture(kind: str) -> bytes:
    data = BytesIO()
    Image.effect_noise((64, 48), 90).convert("RGB").save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_half_a_picture_is_damaged_and_a_whole_one_has_its_size(kind: str) -> None:
    whole = picture(kind)
    assert undamaged(whole) == (64, 48)
    with pytest.raises(ValueError, match=f"is a damaged {kind}"):
        undamaged(whole[: len(whole) // 2])


def test_a_png_with_a_wrong_checksum_is_damaged() -> None:
    whole = picture("PNG")
    at = whole.index(b"IEND") - 9
    with pytest.raises(ValueError, match="is a damaged PNG"):
        undamaged(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])


def test_references_that_never_close_are_left_as_they_are() -> None:
    text = "{{ a }} " + "{{ " * 200_000
    masked, found = mask("a.md", text)
    assert len(found) == 1
    assert masked.endswith("{{ {{ ")
