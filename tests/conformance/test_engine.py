from pathlib import Path

import pytest

from tests.conformance.verapdf import VeraPDF
from tests.pdf import sample


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_a_document_with_one_of_everything_conforms(
    verapdf: VeraPDF, tmp_path: Path, flavour: str
) -> None:
    file = tmp_path / "whole.pdf"
    file.write_bytes(sample.whole())
    before = verapdf.checks
    assert verapdf(file, flavour) == ()
    assert verapdf.checks > before


def test_the_judge_sees_a_figure_without_alternative_text(verapdf: VeraPDF, tmp_path: Path) -> None:
    canvas = sample.canvas()
    with canvas.tag(canvas.tree.root.child("Figure")):
        canvas.fill(sample.INK)
        canvas.rect(50, 50, 10, 10, stroke=0, fill=1)
    file = tmp_path / "mute.pdf"
    file.write_bytes(canvas.finish(sample.RECORD))
    assert [failure.rule for failure in verapdf(file, "ua1")] == ["7.3-1"]


def test_the_judge_survives_what_is_no_pdf(verapdf: VeraPDF, tmp_path: Path) -> None:
    file = tmp_path / "no.pdf"
    file.write_bytes(b"no PDF")
    assert verapdf(file, "3a")
    file.write_bytes(sample.whole())
    assert verapdf(file, "3a") == ()
