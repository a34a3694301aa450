from pathlib import Path

from briefing.workspace import assets


def test_styles_and_samples_of_a_checkout():
    assert (Path(assets.styles()) / "ministry.yaml").is_file()
    assert (Path(assets.samples()) / "mongolia-russia").is_dir()
