"""How much white stands at the foot of pages: measured on the pages as they are drawn."""

from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest

import briefing
from briefing.model.spec import Choices

HERE = Path(__file__).parent
CASES = sorted(p.parent for p in HERE.glob("*/project"))
SAMPLE = HERE.parents[1] / "data" / "mongolia-russia"
MM = 72 / 25.4
TOP, BOTTOM, MOST = 20.0, 275.0, 25.0


def whites(path: str) -> list[float]:
    """The white between the last ink of each page's text and the lower margin, in mm."""
    found = []
    for page in pypdfium2.PdfDocument(path):
        dark = page.render(scale=1).to_numpy()[..., :3].min(axis=2) < 200
        rows = np.where(dark[int(TOP * MM) : int((BOTTOM + 1) * MM)].any(axis=1))[0]
        found.append(BOTTOM - (rows[-1] / MM + TOP if len(rows) else TOP))
    return found


def test_the_sample_in_each_language_has_full_pages(tmp_path: Path) -> None:
    outcome = briefing.build(str(SAMPLE), str(tmp_path))
    for built in outcome.built:
        *body, last = whites(built.path)
        over = [round(white) for white in body if white > MOST]
        assert len(over) <= 1, (built.language, over)
        assert sum(body) / len(body) <= 18, (built.language, body)
        assert last <= 0.6 * (BOTTOM - TOP) + 2, (built.language, last)
        assert stops(built.path) < 20


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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_pages_of_a_small_project_are_full(case: Path, tmp_path: Path) -> None:
    """A first page that is more than half full stands alone, and may have white."""
    outcome = briefing.build(str(case / "project"), str(tmp_path), Choices())
    for built in outcome.built:
        first, *rest = whites(built.path)
        assert first <= (BOTTOM - TOP) / 2
        over = [round(white) for white in rest[:-1] if white > MOST]
        assert len(over) <= 1, (built.language, over)
