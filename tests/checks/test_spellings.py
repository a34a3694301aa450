"""A rule's verdict, and the note on rounding, don't depend on how an expression is spelt."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import briefing
from briefing.checks.parts import exhibits
from briefing.model.expression import Node
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.checks.faults import FAULTS, MANIFEST, NEAR_MISSES, Edit, Fault
from tests.checks.spellings import SPELLINGS, respelt
from tests.checks.test_rounded_sums import NOTE
from tests.exhibits.words import notes

CLEAN = Path(__file__).parent / "clean"
# What is caught in the text alone, by rules that never ask an expression.
_TEXT_ALONE = {"B101", "B112", "B121"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "clean"))


def apply(project: Path, edits: tuple[Edit, ...]) -> None:
    for edit in edits:
        file = project / edit.file
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(edit.old, edit.new), encoding="utf-8")


def spell(project: Path, spelling: Callable[[Node], str]) -> None:
    file = project / MANIFEST
    file.write_text(respelt(file.read_text(encoding="utf-8"), spelling), encoding="utf-8")


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=list(SPELLINGS))
def test_every_fault_is_caught_alike(project: Path, spelling: Callable[[Node], str]) -> None:
    for fault in (f for f in FAULTS if f.rule not in _TEXT_ALONE):
        assert _found(project, fault, spelling) == {fault.rule}, str(fault)


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=list(SPELLINGS))
def test_every_near_miss_is_silent(project: Path, spelling: Callable[[Node], str]) -> None:
    for fault in (Fault("", ()), *NEAR_MISSES):
        assert _found(project, fault, spelling) == set(), str(fault)


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=list(SPELLINGS))
def test_the_note_on_rounding_is_printed_alike(
    project: Path, spelling: Callable[[Node], str]
) -> None:
    apply(project, (Edit("trade.csv", "RUS,import,2024,2824.8", "RUS,import,2024,2824.84"),))
    apply(project, (Edit("trade.csv", "RUS,export,2024,100.7", "RUS,export,2024,100.74"),))
    spell(project, spelling)
    (document,) = examine(Workspace(str(project)), Choices()).documents
    assert {p.exhibit.name for p in exhibits(document) if NOTE in notes(p.exhibit)} == {"flows"}


def _found(project: Path, fault: Fault, spelling: Callable[[Node], str]) -> set[str]:
    shutil.copytree(CLEAN, project, dirs_exist_ok=True)
    apply(project, fault.edits)
    spell(project, spelling)
    return {finding.code for finding in briefing.check(str(project)).findings}
