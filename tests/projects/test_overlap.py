"""No two texts of a laid-out page are printed over each other; ../shared may be absent."""

from io import BytesIO
from itertools import takewhile
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from briefing.model import Choices
from briefing.run.build import build

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
PROJECTS = sorted(path.parent for path in Path(__file__).parent.glob("*/project/briefing.yaml"))
# Every case, every project of hard exhibits, every project of the tests, and the samples.
FOLDERS = [
    *sorted(path.parent for path in SHARED.glob("cases/*/briefing.yaml")),
    *sorted(path.parent for path in SHARED.glob("page/hard/*/briefing.yaml")),
    *PROJECTS,
    ROOT / "data" / "mongolia-russia",
    ROOT / "data" / "mongolia-partners",
]
# A box reaches a little beyond its ink: so much of the smaller may lie in the other.
_SHARED_PART = 0.3

Box = tuple[float, float, float, float]


def over(data: bytes) -> list[tuple[int, str, str]]:
    """Pairs of texts on one page whose boxes share more than their edges."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
        text = page.get_textpage()
        boxes = sorted((text.get_rect(n) for n in range(text.count_rects())), key=_bottom)
        for place, one in enumerate(boxes):
            for other in takewhile(lambda box: box[1] < one[3], boxes[place + 1 :]):  # noqa: B023
                if _part(one, other) > _SHARED_PART:
                    pair = (text.get_text_bounded(*one), text.get_text_bounded(*other))
                    found.append((number, *pair))
    return found


def _bottom(box: Box) -> float:
    return box[1]


def _part(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    least = min((b[2] - b[0]) * (b[3] - b[1]) for b in (one, other))
    return width * height / least if least else 0.0


def _name(folder: Path) -> str:
    return folder.parent.name if folder.name == "project" else folder.name


@pytest.mark.parametrize("folder", FOLDERS, ids=_name)
def test_no_text_lies_over_another(folder: Path, tmp_path: Path) -> None:
    """What is refused is drawn as a draft, where its manifest can be read."""
    outcome = build(str(folder), str(tmp_path), Choices(draft=True))
    if not outcome.built:
        pytest.skip(f"no document: {outcome.findings[0].message}")
    for made in outcome.built:
        assert over(Path(made.path).read_bytes()) == [], made.path


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
