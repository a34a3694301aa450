"""A project's own logo and map, paper, and a first page without a map; pictures that are none."""

import shutil
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

import briefing
from briefing import verify
from briefing.model import Choices
from tests.projects.round_trip import pdf_words
from tests.projects.test_projects import HERE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(HERE / "all-markdown" / "project", tmp_path / "own"))
    Image.new("RGB", (300, 120), "#0F4C6B").save(folder / "crest.png")
    return folder


def built(project: Path, keys: str) -> bytes:
    manifest = project / "briefing.yaml"
    manifest.write_text(keys + manifest.read_text(encoding="utf-8"), encoding="utf-8")
    outcome = briefing.build(str(project), str(project.parent / "out"), Choices())
    assert not outcome.failed, outcome.findings
    (made,) = outcome.built
    return Path(made.path).read_bytes()


def test_a_logo_stands_beside_the_title_with_its_words(project: Path) -> None:
    data = built(project, "logo: {picture: crest.png, text: {en: Crest of the ministry}}\n")
    text = " ".join(pdf_words(data))
    assert "[Crest of the ministry]" in text
    file = verify.open_file(data)
    assert verify.check(file) == ()
    assert verify.lint(file) == ()


def test_a_map_of_the_project_replaces_ours_or_there_is_none(project: Path) -> None:
    assert "[Map: Mongolia (dark) and Russia (light).]" in " ".join(pdf_words(built(project, "")))


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("locator: {picture: crest.png, text: {en: Our own map}}\n", "[Our own map]"),
        ("locator: {printed: false}\n", ""),
    ],
)
def test_a_project_replaces_the_map_or_takes_it_away(project: Path, keys: str, there: str) -> None:
    text = " ".join(pdf_words(built(project, keys)))
    assert "[Map:" not in text
    assert there in text


def test_a_logo_that_is_no_picture_is_found(project: Path) -> None:
    (project / "crest.png").write_bytes(b"GIF89a")
    manifest = project / "briefing.yaml"
    keys = "logo: {picture: crest.png, text: {en: Crest}}\n"
    manifest.write_text(keys + manifest.read_text(encoding="utf-8"), encoding="utf-8")
    outcome = briefing.check(str(project), Choices())
    assert [f.code for f in outcome.findings if f.code == "B314"] == ["B314"]


def test_letter_is_as_wide_in_its_columns(project: Path, tmp_path: Path) -> None:
    data = built(project, "paper: letter\n")
    path = tmp_path / "letter.pdf"
    path.write_bytes(data)
    with pikepdf.open(path) as file:
        assert [float(part) for part in file.pages[0].mediabox] == [0, 0, 612, 792]
    assert verify.check(verify.open_file(data)) == ()
