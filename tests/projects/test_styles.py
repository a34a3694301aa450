"""Each style of the product over the sample and the French project, on both papers: that it is
built, that its first page stands alone, in which sizes it is set."""

import math
import shutil
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from pypdfium2 import raw

import briefing
from briefing.language import grammar
from briefing.model import Place
from briefing.model.spec import Choices
from briefing.model.style import Style
from briefing.project.style.read import read_style

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "mongolia-russia"
FRENCH = ROOT / "tests" / "projects" / "french" / "project"
STYLES = ("ministry", "factsheet", "plain", "large")
LANGUAGES = ("en", "fr", "mn", "ru")
# The beginnings of the sample's last key point and of its first section's first heading.
LAST = {"en": "Citizens travel without visas", "mn": "Иргэд харилцан", "ru": "Граждане ездят без"}
FIRST = {"en": "1.1 The two countries", "mn": "1.1 Хоёр улс", "ru": "1.1 Две страны"}
# The text of a page ends so high, in points from below; a line is so high.
BOTTOM, LINE = (297 - 275) * 72 / 25.4, 12.0
# pdfium gives sizes as floats of single precision.
EXACT = 0.005


class Built(NamedTuple):
    """A PDF of a language."""

    path: str
    language: str


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("styles")


@cache
def built(shelf: Path, style: str, paper: str, annex: str = "full") -> tuple[Built, ...]:
    """The four languages in a style on a paper; nothing is found that refuses one. The French
    project has a full annex, or the one asked for."""
    made: list[Built] = []
    for source in (SAMPLE, FRENCH):
        folder = shelf / f"{style}-{paper}-{annex}" / source.parent.name / source.name
        shutil.copytree(source, folder)
        manifest = folder / "briefing.yaml"
        written = manifest.read_text("utf-8").replace("annex: full", f"annex: {annex}")
        manifest.write_text(f"{written}\npaper: {paper}\n", "utf-8")
        outcome = briefing.build(str(folder), str(folder.parent / "out"), Choices(style=style))
        assert not [f for f in outcome.findings if f.severity.value == "error"]
        made += [Built(one.path, one.language) for one in outcome.built]
    assert sorted(one.language for one in made) == list(LANGUAGES)
    return tuple(made)


def text(page: pypdfium2.PdfPage) -> str:
    return " ".join(page.get_textpage().get_text_bounded().split())


def sizes(path: str) -> Counter[float]:
    """How many characters are set in each size, as they stand on the pages, in points."""
    found: Counter[float] = Counter()
    for page in pypdfium2.PdfDocument(path):
        held, matrix = page.get_textpage(), raw.FS_MATRIX()
        for index in range(raw.FPDFText_CountChars(held.raw)):
            if raw.FPDFText_IsGenerated(held.raw, index):
                continue
            size = raw.FPDFText_GetFontSize(held.raw, index)
            raw.FPDFText_GetMatrix(held.raw, index, matrix)
            found[round(size * math.hypot(matrix.a, matrix.b), 2)] += 1
    return found


def look(name: str) -> Style:
    style, _ = read_style(name, Place("briefing.yaml"))
    assert style is not None
    return style


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("style", STYLES)
def test_four_languages_are_built_and_nothing_is_under_seven_points(
    shelf: Path, style: str, paper: str
) -> None:
    wide = {"A4": 595.28, "letter": 612.0}[paper]
    for one in built(shelf, style, paper):
        page = pypdfium2.PdfDocument(one.path)[0]
        assert abs(page.get_width() - wide) < 0.1
        found = sizes(one.path)
        assert min(found) >= 7.0 - EXACT, (one.language, min(found))
        body = look(style).text.body.size
        grid = look(style)
        assert min(found) >= min(grid.grid.least, grid.text.grid.mark.size) - EXACT
        assert found[body] + found[look(style).text.wide.size] > 300, (one.language, found)
        # Tables stand in their own size; one that is too wide is smaller, not under the least.
        assert found[round(grid.text.grid.cell.size, 2)] > 100


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("style", STYLES)
def test_the_first_page_stands_alone(shelf: Path, style: str, paper: str) -> None:
    """All key points are on it and on no other, and no section is."""
    for one in built(shelf, style, paper):
        if one.language not in LAST:
            continue
        pages = [text(page) for page in pypdfium2.PdfDocument(one.path)]
        assert LAST[one.language] in pages[0], one.language
        assert not any(LAST[one.language] in page for page in pages[1:]), one.language
        assert FIRST[one.language] not in pages[0], one.language
        assert any(FIRST[one.language] in page for page in pages[1:4]), one.language


def test_the_ministrys_type_is_that_of_its_specification() -> None:
    text_of = look("ministry").text
    pairs = (text_of.body, text_of.grid.cell, text_of.side.body, text_of.exhibit.note)
    assert [(kind.size, kind.leading) for kind in pairs[:3]] == [(10, 14.5), (8.4, 12), (8.4, 11.5)]
    assert text_of.exhibit.note.size == text_of.chart.axis.size == 7.8


@pytest.mark.parametrize(("style", "size"), [("plain", 12), ("large", 14)])
def test_charts_and_asides_are_set_in_the_size_of_the_text(style: str, size: float) -> None:
    texts = look(style).text
    chart = texts.chart
    for kind in (chart.axis, chart.value, chart.label, chart.series, chart.months, chart.panel):
        assert kind.size == size
    for kind in (texts.body, texts.wide, texts.keypoint, texts.side.body, texts.timeline.detail):
        assert kind.size == size


def test_charts_of_plain_are_drawn_in_twelve_points(shelf: Path) -> None:
    """The axis of the lead exhibit, read from its page."""
    (path,) = (one.path for one in built(shelf, "plain", "A4") if one.language == "en")
    page = next(p for p in pypdfium2.PdfDocument(path) if "3,000" in text(p))
    held = page.get_textpage()
    whole = held.get_text_range()
    at = whole.index("3,000")
    assert round(raw.FPDFText_GetFontSize(held.raw, at), 2) == 12


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_annex_of_the_ministry_is_one_page(
    shelf: Path, language: str, paper: str
) -> None:
    title = grammar(language).words.annex
    closes = {"en": "Cite as", "fr": "Citation", "mn": "Ишлэл", "ru": "Ссылка на издание"}
    (path,) = (o.path for o in built(shelf, "ministry", paper, "short") if o.language == language)
    document = pypdfium2.PdfDocument(path)
    top = document[0].get_height() - 25 * 72 / 25.4
    first, begins = found(document, title, top)
    last, ends = found(document, closes[language], top)
    # On a page of its own, or on what two pages have of one; in Cyrillic on the lower Letter, in
    # the least type there may be, with a tenth more, for the columns are parted twice.
    most = 1.1 if paper == "letter" and language in ("mn", "ru") else 1.0
    assert last == len(document) - 1
    assert last - first <= 1
    if first < last:
        assert (begins - BOTTOM) + (top - ends) <= most * (top - BOTTOM)
    # Nothing of the inside: no file, no line, no name of the manifest, no formula.
    for page in range(first, last + 1):
        for sign in (".csv", ".json", ".yaml", "exports_to", "÷", "B10"):
            assert sign not in text(document[page])


def found(document: pypdfium2.PdfDocument, words: str, top: float) -> tuple[int, float]:
    """The last page where these words stand in the text, which begins at `top`, and how high, in
    points."""
    for number in reversed(range(len(document))):
        held = document[number].get_textpage()
        searcher = held.search(words)
        heights = []
        while (at := searcher.get_next()) is not None:
            heights.append(held.get_charbox(at[0])[3])
        inside = [height for height in heights if height < top + LINE]
        if inside:
            return number, max(inside)
    raise AssertionError(words)
