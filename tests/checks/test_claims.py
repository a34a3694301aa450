"""A false claim in words is caught by its rule; a true one, or none, gives nothing."""

import shutil
from pathlib import Path

import pytest

import briefing
from tests.checks.claims import NEAR, PLANTED

TOLD = Path(__file__).parent / "told"


def found(project: Path, sentence: str) -> list[tuple[str, str]]:
    section = project / "sections/en/trade.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(f"{text}\n{sentence}\n", encoding="utf-8")
    return [(f.code, f.message) for f in briefing.check(str(project)).findings]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOLD, tmp_path / "told"))


def test_the_project_is_clean() -> None:
    assert briefing.check(str(TOLD)).findings == ()


@pytest.mark.parametrize(("rule", "sentence"), PLANTED)
def test_a_false_claim_is_caught(project: Path, rule: str, sentence: str) -> None:
    findings = found(project, sentence)
    assert {code for code, _ in findings} == {rule}, findings


@pytest.mark.parametrize("sentence", NEAR)
def test_a_true_claim_gives_nothing(project: Path, sentence: str) -> None:
    assert found(project, sentence) == []


def test_sixty_of_each_and_more() -> None:
    assert len(PLANTED) >= 60
    assert len(NEAR) >= 60
