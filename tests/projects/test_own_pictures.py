"""A project's own logo and map, paper, and a first page without a map; pictures that are none."""

import shutil
from io import BytesIO
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


CREST = """\
<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80" viewBox="0 0 120 80">
  <defs><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#0F4C6B"/>
  <stop offset="1" stop-color="#6D9AB1"/></linearGradient></defs>
  <rect width="120" height="80" rx="6" fill="url(#sky)"/>
  <circle cx="40" cy="40" r="20" fill="#C88418" fill-opacity=".5" stroke="white"/>
</svg>
"""
LOGO = "logo: {picture: crest.svg, text: {en: Crest of the ministry}}\n"


def test_a_logo_is_drawn_as_vectors_with_its_words(project: Path) -> None:
    (project / "crest.svg").write_text(CREST, encoding="utf-8")
    data = built(project, LOGO)
    assert "[Crest of the ministry]" in " ".join(pdf_words(data))
    file = verify.open_file(data)
    assert (verify.check(file), verify.lint(file)) == ((), ())
    assert b"/ShadingType 2" in data or b"/Shading" in plain(data)
    assert built(project, "") == data


def plain(data: bytes) -> bytes:
    """The file's objects, unpacked."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_a_bomb_is_a_finding_at_its_line(project: Path) -> None:
    bomb = CREST.replace("  <circle", '  <image href="file:///etc/passwd"/>\n  <circle')
    (project / "crest.svg").write_text(bomb, encoding="utf-8")
    manifest = project / "briefing.yaml"
    manifest.write_text(LOGO + manifest.read_text(encoding="utf-8"), encoding="utf-8")
    outcome = briefing.check(str(project), Choices())
    (found,) = [f for f in outcome.findings if f.code == "B314"]
    assert str(found.place).startswith("crest.svg:5")
    assert outcome.lines[found.place].strip() == '<image href="file:///etc/passwd"/>'
    assert "has <image>" in found.message


def test_a_logo_without_words_in_a_language_is_found(project: Path) -> None:
    (project / "crest.svg").write_text(CREST, encoding="utf-8")
    (project / "styles").mkdir()
    style = "style: house\nlogo: {picture: crest.svg, text: {fr: Blason}}\n"
    (project / "styles" / "house.yaml").write_text(style, encoding="utf-8")
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("style:")]
    manifest.write_text("\n".join(["style: house", *lines, ""]), encoding="utf-8")
    outcome = briefing.check(str(project), Choices())
    (found,) = [f for f in outcome.findings if f.code == "B314"]
    assert (found.place.file, found.place.line) == ("styles/house.yaml", 2)
    assert "en" in found.message


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
