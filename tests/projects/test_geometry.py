"""No text of a chart lies over other ink, in any style, at any width that a page has for it."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from briefing.model import Chart, Choices, Place, Placed, every_block
from briefing.model.style import Style
from briefing.pdf import Faces, load_faces
from briefing.project.style.read import read_style
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.charts.geometry import faults

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
STYLES = ("ministry", "plain", "large", "factsheet")
# The projects of hard charts and of every kind, those beside the checkout, which may be absent,
# and the samples.
FOLDERS = [
    *sorted(path.parent for path in (ROOT / "tests/projects/charts").glob("*/briefing.yaml")),
    *sorted(path.parent for path in SHARED.glob("page/hard/*/briefing.yaml")),
    ROOT / "data" / "mongolia-russia",
    ROOT / "data" / "mongolia-partners",
]


@cache
def dressed(name: str) -> tuple[Style, Faces]:
    style, _ = read_style(name, Place("briefing.yaml"))
    assert style is not None
    return style, load_faces(style.faces, style.fallback)


def widths(style: Style) -> list[float]:
    """Of the columns of a page, and of the page."""
    column = style.column
    return sorted({round(w, 2) for w in (column.main, column.side, column.wide, style.width)})


def charts(folder: Path) -> list[tuple[str, str, Chart]]:
    """Each chart of a project with its language and name."""
    examined = examine(Workspace(str(folder)), Choices(draft=True))
    return [
        (document.language, block.exhibit.name, block.exhibit.content)
        for document in examined.documents
        for block in every_block(document.blocks)
        if isinstance(block, Placed) and isinstance(block.exhibit.content, Chart)
    ]


def judged(folder: Path) -> list[str]:
    found = []
    for language, name, chart in charts(folder):
        for look in STYLES:
            style, faces = dressed(look)
            for width in widths(style):
                told = faults(chart, width, style, faces, language)
                found += [f"{name}, {language}, {look}, {width:.0f}: {one}" for one in told]
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_text_of_a_chart_lies_over_other_ink(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("out"))
    assert judged(copy) == []
