"""A crest drawn as vectors, with a gradient and what shines through, in both profiles."""

import shutil
from pathlib import Path

import pytest

import briefing
from briefing.model import Choices
from briefing.pdf import PROFILES
from tests.conformance.verapdf import VeraPDF
from tests.projects.round_trip import pdf_words
from tests.projects.test_own_pictures import CREST, LOGO
from tests.projects.test_projects import HERE


@pytest.mark.parametrize("profile", ["ua1+3a", "4f"])
def test_vectors_conform(tmp_path: Path, profile: str, verapdf: VeraPDF) -> None:
    project = Path(shutil.copytree(HERE / "all-markdown" / "project", tmp_path / "own"))
    (project / "crest.svg").write_text(CREST, encoding="utf-8")
    file = min(project.glob("sections/en/*.md"))
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n\n![The crest again](crest.svg)\n", encoding="utf-8")
    manifest = project / "briefing.yaml"
    manifest.write_text(LOGO + manifest.read_text(encoding="utf-8"), encoding="utf-8")
    choices = Choices(profile=profile)
    (made,) = briefing.build(str(project), str(tmp_path / "out"), choices).built
    words = " ".join(pdf_words(Path(made.path).read_bytes()))
    assert "[Crest of the ministry]" in words
    assert "[The crest again]" in words
    for flavour in PROFILES[profile].flavours:
        assert verapdf(Path(made.path), flavour) == ()
