"""What who hears the file meets: the tags of the sample, in its languages, and its metadata."""

import re
import shutil
from pathlib import Path

import pikepdf
import pytest

import briefing
from briefing import verify
from briefing.model.spec import Choices
from tests.pdf.structure import Node, artifact_text, read
from tests.projects.test_full_pages import SAMPLE, stops

LANGUAGES = ("en", "ru", "mn")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("tags")
    made = briefing.build(str(SAMPLE), str(out), Choices(languages=LANGUAGES)).built
    return {one.language: Path(one.path).read_bytes() for one in made}


@pytest.fixture(scope="module")
def trees(built: dict[str, bytes]) -> dict[str, Node]:
    return {language: read(data) for language, data in built.items()}


def test_the_marking_is_said_once_and_printed_on_each_page(
    built: dict[str, bytes], trees: dict[str, Node]
) -> None:
    said = [node for node in trees["en"].find("P") if node.text.strip() == "OFFICIAL"]
    assert len(said) == 1
    first = trees["en"].find("Document")[0].kids[0]
    assert first is said[0] or first.text.strip() == "OFFICIAL"  # type: ignore[union-attr]
    assert artifact_text(built["en"]).count("OFFICIAL") >= 2 * 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_tiles_and_key_points_are_lists(trees: dict[str, Node], language: str) -> None:
    lists = trees[language].find("L")
    tiles = next(one for one in lists if len(one.find("Lbl")) == 6)
    for item in tiles.find("LI"):
        (label,), (body,) = item.find("Lbl"), item.find("LBody")
        assert re.search(r"\d{4}", label.text)
        assert 2 <= len(body.find("P")) <= 4
    points = next(one for one in lists if len(one.find("LI")) == 5 and not one.find("Lbl"))
    assert all(len(item.find("LBody")) == 1 for item in points.find("LI"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_marker_is_said_in_words(trees: dict[str, Node], language: str) -> None:
    words = [
        span.attributes["actual"].lower()
        for span in trees[language].find("Span")
        if span.attributes.get("actual", "").endswith(": ")
    ]
    assert len(words) == 7
    assert len(set(words)) == 1
    if language == "en":
        assert words[0] == "treaty or declaration: "


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_and_abbreviations_are_expanded(trees: dict[str, Node], language: str) -> None:
    expanded = [
        (span.text.strip(), span.attributes["expansion"])
        for span in trees[language].find("Span")
        if "expansion" in span.attributes
    ]
    assert any(text == "[p]" for text, _ in expanded)
    assert all(meaning.strip() for _, meaning in expanded)
    # Each abbreviation where it is used first, and no more.
    words = [text for text, _ in expanded if re.fullmatch(r"[A-ZА-Я][A-ZА-Яa-z.]{2,}", text)]
    assert len(words) == len(set(words))


def test_asides_have_headings_of_their_level(trees: dict[str, Node]) -> None:
    asides = trees["en"].find("Aside")
    assert len(asides) >= 10
    assert sum(bool(aside.find("H4")) for aside in asides) >= 4


@pytest.mark.parametrize("style", ["ministry", "plain", "large", "factsheet"])
def test_the_keyboard_stops_seldom_on_the_first_page(style: str, tmp_path: Path) -> None:
    choices = Choices(languages=("en",), style=style)
    (one,) = briefing.build(str(SAMPLE), str(tmp_path), choices).built
    assert stops(one.path) < 20


def test_linked_figures_are_links_and_the_file_is_sound(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "mongolia-russia"))
    manifest = folder / "briefing.yaml"
    text = re.sub(r"(?m)^(figures|annex):.*\n", "", manifest.read_text(encoding="utf-8"))
    manifest.write_text(f"figures: linked\nannex: full\n{text}", encoding="utf-8")
    outcome = briefing.build(str(folder), str(tmp_path / "out"), Choices(languages=("en",)))
    (one,) = outcome.built
    assert stops(one.path) > 20
    file = verify.open_file(Path(one.path).read_bytes())
    assert (verify.check(file), verify.lint(file)) == ((), ())


def test_the_metadata_say_edition_publisher_rights_and_identifier(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "mongolia-russia"))
    manifest = folder / "briefing.yaml"
    text = re.sub(r"(?m)^(publisher|licence):.*\n", "", manifest.read_text(encoding="utf-8"))
    own = "publisher: {en: Desk & Co, ru: Отдел, mn: Хэлтэс}\nlicence: CC BY 4.0\n"
    manifest.write_text(own + text, encoding="utf-8")
    outcome = briefing.build(str(folder), str(tmp_path / "out"), Choices(languages=("en",)))
    with pikepdf.open(outcome.built[0].path) as pdf, pdf.open_metadata() as said:
        assert "2025" in said["dc:title"]
        assert "Mongolia and Russia" in said["dc:title"]
        assert said["dc:creator"] == ["Desk & Co"]
        assert set(said["dc:publisher"]) == {"Desk & Co"}
        assert said["dc:rights"] == "CC BY 4.0"
        assert said["dc:identifier"] == "mongolia-russia/2025/en"
        assert said["dc:language"] == {"en"}
        assert str(pdf.docinfo["/Title"]) == said["dc:title"]
        assert str(pdf.docinfo["/Author"]) == "Desk & Co"
