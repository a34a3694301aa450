"""Our own checks against veraPDF: what we find by a clause, it finds by the same one."""

from pathlib import Path

import pytest

from tests.conformance.verapdf import VeraPDF
from tests.verify.conftest import Harm, harmed, sound
from tests.verify.test_clauses import FAULTS, NEWER

FLAVOURS = {"PDF/UA-1": "ua1", "PDF/A-3": "3a", "PDF/UA-2": "ua2", "PDF/A-4": "4"}
BOTH = [(profile, *row) for profile, rows in (("ua1+3a", FAULTS), ("4f", NEWER)) for row in rows]


@pytest.mark.parametrize("profile", ["ua1+3a", "4f"])
def test_the_sound_file_is_sound_to_both(profile: str, verapdf: VeraPDF, tmp_path: Path) -> None:
    file = tmp_path / "sound.pdf"
    file.write_bytes(sound(profile))
    for flavour in ("ua1", "3a") if profile == "ua1+3a" else ("ua2", "4", "wt1a", "wt1r"):
        assert verapdf(file, flavour) == ()


@pytest.mark.parametrize(("profile", "code", "harm"), BOTH)
def test_both_find_the_same_clause(
    profile: str, code: str, harm: Harm, verapdf: VeraPDF, tmp_path: Path
) -> None:
    standard, rule = code.split()
    file = tmp_path / "harmed.pdf"
    file.write_bytes(harmed(sound(profile), harm))
    assert rule in {failure.rule for failure in verapdf(file, FLAVOURS[standard])}
