from pathlib import Path

import pytest

from briefing.charts import draw
from briefing.pdf import TaggedCanvas
from briefing.pdf.drawing import paint
from briefing.pdf.vector import drawing
from tests.charts import sample
from tests.conformance.verapdf import VeraPDF
from tests.pdf import test_vector
from tests.pdf.sample import RECORD


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_every_chart_conforms(verapdf: VeraPDF, tmp_path: Path, flavour: str) -> None:
    drawings = [
        draw(make(), sample.MAIN, sample.style(), sample.faces(), "en")
        for make in sample.CHARTS.values()
    ]
    file = tmp_path / "charts.pdf"
    file.write_bytes(sample.pdf(drawings))
    assert verapdf(file, flavour) == ()


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_any_other_figure_conforms(verapdf: VeraPDF, tmp_path: Path, flavour: str) -> None:
    size = (test_vector.WIDTH, test_vector.HEIGHT)
    canvas = TaggedCanvas(test_vector.FACES, size, "en", RECORD.title)
    with canvas.tag(canvas.tree.root.child("H1")):
        canvas.text(2, 2, "Figures", "DejaVu Sans", 4, "#1B2128")
    for fill in test_vector.FIGURES:
        canvas.next_page()
        with canvas.tag(canvas.tree.root.child("Figure", alt="A figure", bbox=(0, 0, *size))):
            made = drawing(test_vector.figure(fill), *size, test_vector.FACES)
            paint(made, canvas, 0, 0)
    file = tmp_path / "figures.pdf"
    file.write_bytes(canvas.finish(RECORD))
    assert verapdf(file, flavour) == ()
