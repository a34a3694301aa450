"""Small projects of hard charts and of every kind: all series named, no text over another."""

import json
import shutil
from pathlib import Path

import pypdfium2
import pytest

import briefing
from tests.projects.test_overlap import over

HERE = Path(__file__).parent / "charts"
FOLDERS = sorted(path.name for path in HERE.iterdir() if (path / "briefing.yaml").is_file())


@pytest.fixture(scope="module", params=FOLDERS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("charts") / request.param
    shutil.copytree(HERE / request.param, folder)
    outcome = briefing.build(str(folder), str(folder / "out"))
    errors = [f.message for f in outcome.findings if f.severity == "error"]
    assert errors == []
    return [Path(one.path) for one in outcome.built]


def words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).replace("\u0002", "").replace("\ufffe", "").split())


def test_no_text_lies_over_another(built: list[Path]) -> None:
    for path in built:
        assert over(path.read_bytes()) == [], path.name


def test_each_series_that_is_shown_alone_has_its_name(built: list[Path]) -> None:
    """Of the charts of few series: parts of many are gathered, and a note says so."""
    english = next((path for path in built if path.name.endswith(".en.pdf")), None)
    assert english is not None
    record = json.loads(english.with_name("record.json").read_bytes())
    assert record["facts"]
    text = words(english).replace("- ", "")
    for name in _names(english.parents[3]):
        for word in name.split():
            assert word in text, name


def _names(project: Path) -> list[str]:
    """The labels of series that stand side by side; of many parts most are gathered."""
    return [
        line.split('label: {en: "')[1].split('"')[0]
        for line in (project / "briefing.yaml").read_text("utf-8").splitlines()
        if 'label: {en: "' in line
        and "table:" in line
        and "by:" not in line
        and not line.startswith("  parts_")
    ]
