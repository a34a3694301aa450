"""Every project of the tests and the sample, judged by veraPDF in the profile of each build."""

from pathlib import Path

import pytest

import briefing
from tests.conformance.verapdf import ROOT, VeraPDF
from tests.projects.test_projects import CASES, HERE

SAMPLES = sorted(p.parent for p in (ROOT / "data").glob("*/briefing.yaml"))
FOLDERS = [HERE / case / "project" for case in CASES] + SAMPLES


def _named(folder: Path) -> str:
    return folder.parent.name if folder.name == "project" else folder.name


@pytest.mark.parametrize("folder", FOLDERS, ids=_named)
def test_conforms(folder: Path, verapdf: VeraPDF, tmp_path: Path) -> None:
    outcome = briefing.build(str(folder), str(tmp_path))
    if outcome.failed:
        pytest.skip("a project of findings makes no PDF")
    files = [Path(built.path) for built in outcome.built]
    for flavour in ("ua1", "3a"):
        before = verapdf.checks
        assert verapdf(files, flavour) == ()
        assert verapdf.checks > before


@pytest.mark.parametrize("period", ["2014", "2020"])
def test_earlier_editions_conform(period: str, verapdf: VeraPDF, tmp_path: Path) -> None:
    choices = briefing.Choices(period=period)
    (built,) = briefing.build(str(SAMPLES[0]), str(tmp_path), choices).built
    for flavour in ("ua1", "3a"):
        assert verapdf(Path(built.path), flavour) == ()
