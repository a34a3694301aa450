from io import BytesIO

import pytest
from PIL import Image, ImageCms

from briefing.pdf.colour import components, srgb


@pytest.mark.parametrize("colour", ["red", "#FFF", "#GGGGGG", "#FFFFFFFF", ""])
def test_only_six_digits_are_a_colour(colour: str) -> None:
    with pytest.raises(ValueError, match="no colour"):
        components(colour)


def test_components() -> None:
    assert components("#ff0080") == "1 0 .502"


def test_the_profile_is_srgb_to_a_judge_that_isnt_ours() -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb()))
    assert ours.profile.xcolor_space == "RGB "
    scale = range(0, 256, 51)
    before = bytes(part for r in scale for g in scale for b in scale for part in (r, g, b))
    image = Image.frombytes("RGB", (len(before) // 3, 1), before)
    there = ImageCms.profileToProfile(image, ours, ImageCms.createProfile("sRGB"))
    assert there is not None
    assert max(abs(a - b) for a, b in zip(before, there.tobytes(), strict=True)) <= 2
    assert len(srgb()) < 1500
