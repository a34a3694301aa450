"""How much white stands at the foot of pages: measured on the pages as they are drawn.

No page but a document's last has more than 25 mm. The last, the annex's where it has one, is at
least 40 % full; a document of three pages or fewer may end on a shorter one: there is too little
before it that could be moved there.

Within the main column of the ministry's pages no more than 25 mm is white above what else stands
there: text goes on beside an aside that is longer than its block.

An aside stands on a page of the block that it belongs to. In a style of one column, where it stands
among the text, it is up to two pages from it: a table may stand between them.
"""

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest

import briefing
from briefing.layout import pages
from briefing.layout.arrangement import Arrangement, arrange
from briefing.model.spec import Choices
from tests.projects.standing import astray

HERE = Path(__file__).parent
CASES = sorted(p.parent for p in HERE.glob("*/project"))
DATA = HERE.parents[1] / "data"
SAMPLE, PARTNERS = DATA / "mongolia-russia", DATA / "mongolia-partners"
MM = 72 / 25.4
TOP, BOTTOM, MOST = 25.0, 275.0, 25.0
# The ministry's main column.
LEFT, RIGHT = 20.0, 130.667
# What half a pixel and the edge of a line are, in mm.
EDGE = 0.5
# The share of the last page that holds something, and from how many pages on.
LEAST, SHORT = 0.4, 3


def whites(path: str) -> list[float]:
    """The white between the last ink of each page's text and the lower margin, in mm."""
    return [BOTTOM - (rows[-1] if rows else TOP) for rows in inked(path)]


def inked(path: str, left: float = 0.0, right: float = 210.0) -> list[list[float]]:
    """At which heights of each page there is ink between two edges, in mm."""
    found = []
    for page in pypdfium2.PdfDocument(path):
        dark = page.render(scale=2).to_numpy()[..., :3].min(axis=2) < 200
        column = dark[:, int(2 * left * MM) : int(2 * right * MM)]
        rows = np.where(column[int(2 * TOP * MM) : int(2 * (BOTTOM + 1) * MM)].any(axis=1))[0]
        found.append([row / MM / 2 + TOP for row in rows])
    return found


def holes(path: str) -> list[float]:
    """The most white within the main column of each page, above what else stands there, in mm."""
    pages = [[TOP, *rows] for rows in inked(path, LEFT, RIGHT)]
    return [max((b - a for a, b in pairwise(rows)), default=0.0) for rows in pages]


def test_a_hole_in_the_main_column_is_measured(tmp_path: Path) -> None:
    """Between what stands there and above it, not at the foot; what is beside it doesn't count."""
    path = str(tmp_path / "page.pdf")
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(210 * MM, 297 * MM))
        bars = [(20, 30, 110), (140, 80, 50), (20, 120, 110), (140, 250, 50)]
        drawn = (f"{x * MM} {(297 - top - 5) * MM} {w * MM} {5 * MM} re" for x, top, w in bars)
        page.Contents = pdf.make_stream(("\n".join(drawn) + " f").encode())
        pdf.save(path)
    assert holes(path) == pytest.approx([85.0], abs=EDGE)


def full(path: str) -> None:
    """Asserts that the pages of a PDF are full."""
    *body, last = found = whites(path)
    assert all(white <= MOST + EDGE for white in body), [round(white, 1) for white in found]
    if len(found) > SHORT:
        assert last <= (1 - LEAST) * (BOTTOM - TOP) + 2 * EDGE, [round(w, 1) for w in found]


@pytest.fixture(autouse=True)
def arranged(monkeypatch: pytest.MonkeyPatch) -> list[Arrangement]:
    """How each document of a test was arranged."""
    found: list[Arrangement] = []

    def kept(*arguments: Any) -> Arrangement:
        found.append(arrange(*arguments))
        return found[-1]

    monkeypatch.setattr(pages, "arrange", kept)
    return found


@pytest.mark.parametrize("style", ["ministry", "factsheet", "plain", "large"])
@pytest.mark.parametrize("period", ["2014", "2025"])
def test_the_sample_in_each_style_and_language_has_full_pages(
    style: str, period: str, tmp_path: Path, arranged: list[Arrangement]
) -> None:
    outcome = briefing.build(str(SAMPLE), str(tmp_path), Choices(period=period, style=style))
    assert [built.language for built in outcome.built] == ["en", "mn", "ru"]
    for built in outcome.built:
        full(built.path)
        if style == "ministry":
            assert stops(built.path) < 20
            found = [round(white, 1) for white in holes(built.path)]
            assert max(found) <= MOST + EDGE, (built.language, found)
    single = style in ("plain", "large")
    assert [away for made in arranged for away in astray(made, single=single)] == []
    assert len(arranged) == 3


@pytest.mark.parametrize("partner", ["CHN", "RUS", "DEU", "SGP", "AUS", "NLD"])
def test_a_factsheet_of_a_partner_has_full_pages(partner: str, tmp_path: Path) -> None:
    choices = Choices(parameters=(("partner", partner),))
    (built,) = briefing.build(str(PARTNERS), str(tmp_path), choices).built
    full(built.path)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_pages_of_a_small_project_are_full(
    case: Path, tmp_path: Path, arranged: list[Arrangement]
) -> None:
    outcome = briefing.build(str(case / "project"), str(tmp_path), Choices())
    for built in outcome.built:
        full(built.path)
    assert [found for made in arranged for found in astray(made)] == []
    assert len(arranged) >= len(outcome.built)


def stops(path: str) -> int:
    """At how many links the keyboard stops on the first page."""
    with pikepdf.open(path) as pdf:
        return sum(a.Subtype == "/Link" for a in pdf.pages[0].get("/Annots", []))


def test_asides_and_marked_text_have_their_types_in_pdf_2(tmp_path: Path) -> None:
    choices = Choices(profile="4f", languages=("en",))
    (built,) = briefing.build(str(SAMPLE), str(tmp_path), choices).built
    with pikepdf.open(built.path) as pdf:
        elements = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one
        ]
        roles = {str(one.S) for one in elements}
        inside = [str(kid.S) for one in elements if one.S == "/Aside" for kid in one.K]
    assert {"/Aside", "/Strong", "/Title"} <= roles
    assert "/H4" in inside
