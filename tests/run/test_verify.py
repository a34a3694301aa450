"""Who judges, by which standards, and what is said where veraPDF can't run."""

from pathlib import Path

import pytest

from briefing.run.verify import verify
from tests.verify.conftest import harmed, sound
from tests.verify.test_clauses import remove


@pytest.fixture
def no_verapdf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VERAPDF_HOME", str(tmp_path))


@pytest.mark.usefixtures("no_verapdf")
def test_without_verapdf_the_product_judges_and_says_why() -> None:
    (verdict,) = verify([("a.pdf", sound())])
    assert (verdict.path, verdict.judge, verdict.faults) == ("a.pdf", "briefing", ())
    assert verdict.standards == ("PDF/UA-1", "PDF/A-3a")
    assert "Java is not installed" in verdict.reason or "jar is not in" in verdict.reason


def test_a_file_is_judged_by_what_it_claims() -> None:
    (verdict,) = verify([("a.pdf", sound("4f"))], "briefing")
    assert verdict.standards == ("PDF/UA-2", "PDF/A-4")
    assert (verdict.reason, verdict.faults) == ("", ())


def test_a_file_that_claims_nothing_is_judged_by_the_usual_standards() -> None:
    (verdict,) = verify([("a.pdf", harmed(sound(), remove("/Metadata")))], "briefing")
    assert verdict.standards == ("PDF/UA-1", "PDF/A-3a")
    assert "PDF/UA-1 7.1-8" in [fault.code for fault in verdict.faults]


def test_one_bad_file_does_not_hide_the_next() -> None:
    bad, good = verify([("bad.pdf", b"%PDF-1.7\n"), ("good.pdf", sound())], "briefing")
    assert [fault.code for fault in bad.faults] == ["ISO 32000 7.5"]
    assert good.faults == ()


@pytest.mark.usefixtures("no_verapdf")
def test_a_validator_that_fails_is_stood_in_for(tmp_path: Path) -> None:
    (tmp_path / "verapdf.jar").write_bytes(b"no jar")
    (verdict,) = verify([("a.pdf", sound())])
    assert (verdict.judge, verdict.faults) == ("briefing", ())
    assert verdict.reason
