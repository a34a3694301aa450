"""No two texts of a laid-out page are printed over each other; ../shared may be absent."""

from io import BytesIO
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

import briefing

HERE = Path(__file__).parent
SHARED = Path(__file__).parents[3] / "shared"
# Cases whose exhibits crowd their labels.
FOLDERS = (
    [
        path
        for n in ("02", "03", "13", "14", "21", "22", "26")
        for path in SHARED.glob(f"cases/{n}-*")
    ]
    + sorted(path for path in SHARED.glob("page/hard/*") if (path / "briefing.yaml").is_file())
    + [HERE / name / "project" for name in ("writing", "two-sections", "all-markdown")]
)
# A box reaches a little beyond its ink: so much of the smaller may lie in the other.
_SHARED_PART = 0.3

Box = tuple[float, float, float, float]


def over(data: bytes) -> list[tuple[int, str, str]]:
    """Pairs of texts on one page whose boxes share more than their edges."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
        text = page.get_textpage()
        boxes = [text.get_rect(n) for n in range(text.count_rects())]
        for one, other in combinations(boxes, 2):
            if _part(one, other) > _SHARED_PART:
                found.append((number, text.get_text_bounded(*one), text.get_text_bounded(*other)))
    return found


def _part(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    least = min((b[2] - b[0]) * (b[3] - b[1]) for b in (one, other))
    return width * height / least if least else 0.0


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_no_text_lies_over_another(folder: Path, tmp_path: Path) -> None:
    outcome = briefing.build(str(folder), str(tmp_path))
    if not outcome.built:
        pytest.skip("it is refused")
    assert [over(Path(built.path).read_bytes()) for built in outcome.built] == [
        [] for _ in outcome.built
    ]


def written(*places: tuple[float, float, str]) -> bytes:
    data = BytesIO()
    canvas = Canvas(data)
    for x, y, text in places:
        canvas.drawString(x, y, text)
    canvas.save()
    return data.getvalue()


def test_a_label_over_a_year_is_found_and_one_above_it_is_not() -> None:
    assert [pair[1:] for pair in over(written((100, 100, "2024"), (104, 102, "1,500")))]
    assert over(written((100, 100, "2024"), (104, 112, "1,500"), (130, 100, "2025"))) == []
