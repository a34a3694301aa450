"""“Totals may not sum due to rounding” stands where it happens within rounding, and only there."""

import shutil
from pathlib import Path

import pytest

from briefing.checks.parts import exhibits
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.exhibits.words import notes

CLEAN = Path(__file__).parent / "clean"
NOTE = "Totals may not sum due to rounding."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "clean"))


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def noted(project: Path) -> set[str]:
    """The exhibits with the note; the project has no findings."""
    examined = examine(Workspace(str(project)), Choices())
    assert examined.findings == ()
    (document,) = examined.documents
    return {p.exhibit.name for p in exhibits(document) if NOTE in notes(p.exhibit)}


def test_sums_that_come_out_have_no_note(project: Path) -> None:
    assert noted(project) == set()


def test_a_complete_table_whose_total_is_a_digit_off(project: Path) -> None:
    replace(project / "modes.csv", "total,2025,14365.5", "total,2025,14365.6")
    assert noted(project) == {"modes"}


def test_members_that_make_up_the_total_of_a_table_that_names_it(project: Path) -> None:
    replace(project / "modes.csv", "total,2025,14365.5", "total,2025,14365.6")
    totals = "codes: none, totals: {mode: [total]}"
    replace(project / "briefing.yaml", f"{totals}, complete: true", totals)
    assert noted(project) == {"modes"}


def test_not_where_a_member_is_left_out(project: Path) -> None:
    replace(project / "modes.csv", "total,2025,14365.5", "total,2025,14365.6")
    replace(project / "briefing.yaml", "show: by_mode,", "show: by_mode, top: 2,")
    assert noted(project) == set()


def test_a_declared_sum_whose_total_has_fewer_digits(project: Path) -> None:
    replace(project / "briefing.yaml", "turnover, balance, russia", "turnover_published, russia")
    assert noted(project) == {"flows"}


def test_a_derived_sum_of_rounded_parts(project: Path) -> None:
    replace(project / "trade.csv", "RUS,import,2024,2824.8", "RUS,import,2024,2824.84")
    replace(project / "trade.csv", "RUS,export,2024,100.7", "RUS,export,2024,100.74")
    assert noted(project) == {"flows"}
