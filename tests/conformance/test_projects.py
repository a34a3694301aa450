"""Every project of the tests and the sample, judged by veraPDF in both profiles of a build."""

from pathlib import Path

import pikepdf
import pytest

import briefing
from briefing.pdf import PROFILES
from tests.conformance.verapdf import ROOT, VeraPDF
from tests.projects.justified import JUSTIFIED, justified_style
from tests.projects.test_projects import CASES, HERE
from tests.projects.test_round_trip import makes_a_pdf

FACTSHEET = ROOT / "data" / "mongolia-partners"
SAMPLES = sorted(p.parent for p in (ROOT / "data").glob("*/briefing.yaml"))
FOLDERS = [HERE / case / "project" for case in CASES] + SAMPLES
# PDF/A-4f without an attachment is plain A-4: `claimed` says which one a file is.
CHOSEN = ["ua1+3a", "4f"]


def named(folder: Path) -> str:
    return folder.parent.name if folder.name == "project" else folder.name


def _claimed(file: Path, profile: str) -> str:
    with pikepdf.open(file) as pdf:
        is_f = b"<pdfaid:conformance>F<" in pdf.Root.Metadata.read_bytes()
    return PROFILES[profile].bare if PROFILES[profile].bare and not is_f else profile


@pytest.mark.parametrize("profile", CHOSEN)
@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_conforms(folder: Path, profile: str, verapdf: VeraPDF, tmp_path: Path) -> None:
    outcome = briefing.build(str(folder), str(tmp_path), briefing.Choices(profile=profile))
    assert bool(outcome.built) is makes_a_pdf(folder)
    for file in (Path(built.path) for built in outcome.built):
        for flavour in PROFILES[_claimed(file, profile)].flavours:
            before = verapdf.checks
            assert verapdf(file, flavour) == ()
            assert verapdf.checks > before


@pytest.mark.parametrize("profile", CHOSEN)
def test_a_justified_style_conforms(profile: str, verapdf: VeraPDF, tmp_path: Path) -> None:
    choices = briefing.Choices(profile=profile, style=JUSTIFIED)
    with justified_style(tmp_path / "styles"):
        (built,) = briefing.build(str(FACTSHEET), str(tmp_path / "out"), choices).built
    file = Path(built.path)
    for flavour in PROFILES[_claimed(file, profile)].flavours:
        assert verapdf(file, flavour) == ()


@pytest.mark.parametrize("profile", CHOSEN)
@pytest.mark.parametrize("period", ["2014", "2020"])
def test_earlier_editions_conform(
    period: str, profile: str, verapdf: VeraPDF, tmp_path: Path
) -> None:
    choices = briefing.Choices(period=period, profile=profile)
    (built,) = briefing.build(str(FACTSHEET), str(tmp_path), choices).built
    file = Path(built.path)
    for flavour in PROFILES[_claimed(file, profile)].flavours:
        assert verapdf(file, flavour) == ()
