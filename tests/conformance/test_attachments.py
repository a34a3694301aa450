from pathlib import Path

import pytest

from briefing.pdf import PROFILES
from tests.conformance.verapdf import VeraPDF
from tests.pdf.test_files import CSV, RECORD, attached


@pytest.mark.parametrize(
    ("profile", "flavour"),
    [(name, f) for name in ("ua1+3a", "4f") for f in PROFILES[name].flavours],
)
def test_files_inside_conform(profile: str, flavour: str, verapdf: VeraPDF, tmp_path: Path) -> None:
    file = tmp_path / "attached.pdf"
    file.write_bytes(attached(CSV, RECORD, profile=profile))
    assert verapdf(file, flavour) == ()
