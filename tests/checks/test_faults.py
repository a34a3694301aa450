"""Each planted fault is caught by its rule and by no other; what only looks like one is not."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

import briefing
from briefing import checks
from briefing.model.finding import Finding
from tests.checks.faults import FAULTS, NEAR_MISSES, Edit, Fault

CLEAN = Path(__file__).parent / "clean"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "clean"))


def apply(project: Path, edits: tuple[Edit, ...]) -> None:
    for edit in edits:
        file = project / edit.file
        text = file.read_text(encoding="utf-8")
        assert text.count(edit.old) == 1, edit
        file.write_text(text.replace(edit.old, edit.new), encoding="utf-8")


def found(project: Path) -> tuple[Finding, ...]:
    return briefing.check(str(project)).findings


def test_the_clean_project_gives_none() -> None:
    assert found(CLEAN) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_planted_fault_is_caught_by_its_rule_alone(project: Path, fault: Fault) -> None:
    apply(project, fault.edits)
    findings = found(project)
    assert {f.code for f in findings} == {fault.rule}, [f.message for f in findings]
    assert len(findings) <= 3
    assert all(f.place.file in {edit.file for edit in fault.edits} or f.about for f in findings)


@pytest.mark.parametrize("fault", NEAR_MISSES, ids=str)
def test_a_near_miss_gives_none(project: Path, fault: Fault) -> None:
    apply(project, fault.edits)
    assert [f"{f.code} {f.message}" for f in found(project)] == []


def test_sixty_faults_and_more_and_every_rule_has_some() -> None:
    planted = Counter(fault.rule for fault in FAULTS)
    assert sum(planted.values()) >= 60
    assert set(planted) == set(checks.RULES) - {"B118"}
