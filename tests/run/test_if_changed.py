import shutil
from pathlib import Path
from unittest.mock import patch

import pytest

from briefing.model.spec import Choices
from briefing.run import inputs as made_of
from briefing.run.build import build
from briefing.run.outcome import Outcome
from briefing.workspace import assets

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "two-sections"))


def again(project: Path, choices: Choices | None = None) -> Outcome:
    return build(str(project), str(project.parent / "out"), choices or Choices(), if_changed=True)


def test_nothing_changed_makes_no_edition(project: Path) -> None:
    first = again(project)
    (pdf,) = [Path(b.path) for b in first.built]
    before = pdf.stat()
    second = again(project)
    assert second.built == ()
    assert [Path(p) for p in second.standing] == [pdf]
    assert (pdf.stat().st_ino, pdf.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("trade.csv", "2466447.5", "2466447.6"),
        ("sections/en/trade.md", "hardly a market", "not yet a market"),
        ("briefing.yaml", "marking: OFFICIAL", "marking: PUBLIC"),
    ],
)
def test_a_changed_file_makes_one(project: Path, file: str, old: str, new: str) -> None:
    again(project)
    text = (project / file).read_text(encoding="utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new), encoding="utf-8")
    outcome = again(project)
    assert (len(outcome.built), outcome.standing) == (1, ())


def test_a_new_file_that_the_edition_reads_makes_one(project: Path) -> None:
    again(project)
    special = project / "sections/en/trade.RUS.md"
    special.write_text((project / "sections/en/trade.md").read_text(encoding="utf-8"), "utf-8")
    assert len(again(project).built) == 1


def test_a_file_that_no_edition_reads_makes_none(project: Path) -> None:
    again(project)
    (project / "notes.txt").write_text("to do", encoding="utf-8")
    assert again(project).built == ()


def test_another_choice_or_a_lost_file_makes_one(project: Path) -> None:
    first = again(project)
    assert len(again(project, Choices(languages=("en",))).built) == 1
    again(project)
    Path(first.built[0].path).unlink()
    assert len(again(project).built) == 1
    Path(first.built[0].path).with_name("record.json").write_text("{", encoding="utf-8")
    assert len(again(project).built) == 1


def test_an_error_is_said_though_the_edition_stands(project: Path) -> None:
    again(project)
    (project / "sections/en/trade.md").write_text("# Trade\n\n{{ nothing }}\n", encoding="utf-8")
    outcome = again(project)
    assert outcome.failed
    assert (outcome.built, outcome.standing) == ((), ())


def test_the_record_before_comes_back_with_the_new_one(project: Path) -> None:
    first = again(project)
    assert first.last is None
    text = (project / "trade.csv").read_text(encoding="utf-8")
    (project / "trade.csv").write_text(text.replace("2466447.5", "2466447.6"), encoding="utf-8")
    second = again(project)
    assert second.last == first.record
    assert Path(second.built[0].path).with_name("record.json").read_bytes() == second.record


def test_a_new_period_follows_on_the_edition_before_it(project: Path) -> None:
    earlier = again(project, Choices(period="2012"))
    again(project, Choices(period="2014"))
    assert again(project, Choices(period="2013")).last == earlier.record


def test_another_style_or_another_file_of_it_makes_one(project: Path, tmp_path: Path) -> None:
    again(project)
    folder = tmp_path / "styles"
    folder.mkdir()
    for file in Path(assets.styles()).glob("*.yaml"):
        shutil.copy(file, folder)
    with patch.object(assets, "styles", lambda: str(folder)):
        assert again(project).built == ()
        style = folder / "ministry.yaml"
        style.write_text(f"{style.read_text('utf-8')}# looked at\n", "utf-8")
        assert len(again(project).built) == 1


def test_other_font_files_make_one(project: Path) -> None:
    again(project)
    with patch.object(made_of, "font", lambda package, file: f"{package}/{file}"):
        assert len(again(project).built) == 1
