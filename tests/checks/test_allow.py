"""`checks: allow:` waives a rule's findings at a name, a section or a line, with a reason."""

import shutil
from pathlib import Path

import pytest

import briefing
from briefing.checks import RULES
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace

CLEAN = Path(__file__).parent / "clean"
REASON = "the ministry counts transit too"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The clean project with a published total that is wrong."""
    project = Path(shutil.copytree(CLEAN, tmp_path / "clean"))
    replace(project / "published.csv", "2024,2926", "2024,2962")
    return project


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def allow(project: Path, at: str, rule: str = "B102") -> None:
    entry = f'{{rule: {rule}, at: "{at}", because: {REASON}}}'
    replace(project / "briefing.yaml", "checks:\n", f"checks:\n  allow: [{entry}]\n")


@pytest.mark.parametrize("at", ["turnover_published", "exports", "published.csv:6"])
def test_a_finding_is_waived_at_its_name_or_line(project: Path, at: str) -> None:
    allow(project, at)
    outcome = briefing.check(str(project))
    assert outcome.findings == ()
    (waived,) = outcome.waived
    assert waived.finding.code == "B102"
    assert waived.because["en"].text == REASON


@pytest.mark.parametrize(("at", "rule"), [("trade", "B102"), ("turnover_published", "B104")])
def test_another_place_or_rule_waives_nothing_and_is_a_finding(
    project: Path, at: str, rule: str
) -> None:
    allow(project, at, rule)
    outcome = briefing.check(str(project))
    assert [(f.code, f.place.file) for f in outcome.findings] == [
        ("B102", "published.csv"),
        ("B121", "briefing.yaml"),
    ]
    assert outcome.waived == ()


def test_a_section_waives_all_that_a_rule_finds_in_it(project: Path) -> None:
    replace(project / "published.csv", "2024,2962", "2024,2926")
    replace(
        project / "sections/en/trade.md",
        "A duty of {{ duty }}",
        "Of 12 duties, 3 are {{ duty }} and",
    )
    allow(project, "trade", "B101")
    outcome = briefing.check(str(project))
    assert outcome.findings == ()
    assert [w.finding.code for w in outcome.waived] == ["B101", "B101"]


def test_an_examination_says_which_rules_ran_and_why_others_did_not(project: Path) -> None:
    examination = examine(Workspace(str(project)), Choices()).examination
    assert [f.code for f in examination.findings] == ["B102"]
    assert examination.not_run == (("B118", "the briefing has one language"),)
    assert len(examination.ran) == len(RULES) - 1
