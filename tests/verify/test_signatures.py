"""What is said of signatures: who, whether they hold, what came after, and who vouches."""

import io
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from briefing.model.finding import BriefingError
from briefing.model.spec import Choices
from briefing.pdf.signing import load
from briefing.run.build import build
from briefing.run.signing import Signing
from briefing.run.verify import Verdict, verify
from briefing.verify import Later, Signature, Trust, roots, signatures
from tests.pdf import tsa
from tests.pdf.chain import END, PASSPHRASE, chain
from tests.verify.conftest import sound

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATE = END + timedelta(days=400)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A signed file, one with a timestamp, and the roots of signer and clock."""
    key, root = chain()
    folder = tmp_path_factory.mktemp("signed")

    def built(timestamps: str = "") -> bytes:
        by = Signing(load(key, PASSPHRASE), timestamps=timestamps)
        shutil.rmtree(folder, ignore_errors=True)
        outcome = build(str(CASE), str(folder), Choices(), sign=by, now=lambda: NOW)
        return Path(outcome.built[0].path).read_bytes()

    with tsa.server(NOW + timedelta(seconds=2)) as (address, clock):
        return {"signed": built(), "stamped": built(address), "root": root, "clock": clock}


def judged(data: bytes, trusted: bytes = b"", now: datetime = NOW) -> Verdict:
    known = roots(trusted) if trusted else ()
    (verdict,) = verify([("a.pdf", data)], "briefing", known, lambda: now)
    return verdict


def only(verdict: Verdict) -> Signature:
    (signature,) = verdict.signatures
    return signature


def codes(verdict: Verdict) -> list[str]:
    return [fault.code for fault in verdict.faults]


def updated(data: bytes) -> bytes:
    """The file with a page turned by an update behind it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Rotate"] = generic.NumberObject(90)
    writer.update_container(page)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def test_an_unsigned_file_has_none() -> None:
    verdict = judged(sound())
    assert (verdict.signatures, verdict.unread, verdict.faults) == ((), "", ())


def test_a_good_one_is_told_and_trusts_nobody_by_itself(files: dict[str, bytes]) -> None:
    verdict = judged(files["signed"])
    one = only(verdict)
    assert verdict.faults == ()
    assert one.signer == "Б. Ариунаа, Ministry of Examples"
    assert (one.at, one.stamped) == (NOW, "")
    assert (one.holds, one.later, one.in_time) == (True, Later.NOTHING, True)
    assert one.issuer == "Examples in Office, Ministry of Examples"
    assert one.trust is Trust.UNASKED


def test_its_root_vouches_and_another_does_not(files: dict[str, bytes]) -> None:
    assert only(judged(files["signed"], files["root"])).trust is Trust.TRUSTED
    _, other = chain()
    verdict = judged(files["signed"], other)
    assert (only(verdict).trust, codes(verdict)) == (Trust.UNTRUSTED, ["B511"])
    assert only(verdict).fingerprint in verdict.faults[0].hint


@pytest.mark.parametrize("where", [b"/Producer (", b"endstream", b"%%EOF"])
def test_one_byte_changed_breaks_it(files: dict[str, bytes], where: bytes) -> None:
    data = bytearray(files["signed"])
    at = data.index(where) + (len(where) if where.endswith(b"(") else -3)
    data[at] ^= 1
    verdict = judged(bytes(data))
    assert verdict.faults
    assert all(not one.holds for one in verdict.signatures)
    if verdict.signatures:
        assert "B508" in codes(verdict)


def test_of_a_broken_one_nobody_is_said_to_distrust_the_signer(files: dict[str, bytes]) -> None:
    data = bytearray(files["signed"])
    data[data.index(b"/Producer (") + 11] ^= 1
    verdict = judged(bytes(data), files["root"])
    assert codes(verdict).count("B508") == 1
    assert "B511" not in codes(verdict)
    assert (only(verdict).trust, only(verdict).distrust) == (Trust.MOOT, "")


def test_what_comes_after_a_certification_is_forbidden(files: dict[str, bytes]) -> None:
    verdict = judged(updated(files["signed"]), files["root"])
    assert (only(verdict).holds, only(verdict).later) == (True, Later.FORBIDDEN)
    assert codes(verdict) == ["B509"]


def test_bytes_that_change_nothing_are_told(files: dict[str, bytes]) -> None:
    verdict = judged(files["signed"] + b"\n% added\n")
    assert (only(verdict).later, verdict.faults) == (Later.PERMITTED, ())


def test_a_timestamp_is_told_and_outlives_the_certificate(files: dict[str, bytes]) -> None:
    one = only(judged(files["stamped"]))
    assert (one.at, one.stamped, one.stamp_trusted) == (NOW + timedelta(seconds=2), tsa.NAME, False)
    both = files["root"] + files["clock"]
    soon = only(judged(files["stamped"], both))
    assert (soon.trust, soon.stamp_trusted) == (Trust.TRUSTED, True)


def test_a_certificate_that_expired_since_is_not_trusted(files: dict[str, bytes]) -> None:
    verdict = judged(files["signed"], files["root"], LATE)
    assert (only(verdict).holds, only(verdict).in_time) == (True, True)
    assert only(verdict).trust is Trust.UNTRUSTED
    assert "expired" in only(verdict).distrust
    assert judged(files["signed"], now=LATE).faults == ()


def test_a_date_out_of_the_certificates_time_is_a_fault(tmp_path: Path) -> None:
    key, _ = chain()
    by = Signing(replace(load(key, PASSPHRASE), valid_to=LATE))
    outcome = build(str(CASE), str(tmp_path), Choices(), sign=by, now=lambda: LATE)
    verdict = judged(Path(outcome.built[0].path).read_bytes())
    assert (only(verdict).holds, only(verdict).in_time) == (True, False)
    assert codes(verdict) == ["B510"]


def test_without_pyhanko_that_is_said(
    files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signatures, "readable", lambda: False)
    verdict = judged(files["signed"])
    assert (verdict.signatures, verdict.faults) == ((), ())
    assert "country-briefing[sign]" in verdict.unread
    assert judged(sound()).unread == ""
    with pytest.raises(BriefingError, match="trust"):
        roots(files["root"])


@pytest.mark.parametrize("content", [b"", b"hello", b"-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_a_file_without_certificates_is_no_file_of_roots(content: bytes) -> None:
    with pytest.raises(BriefingError, match="holds no certificate"):
        roots(content)


def test_nothing_is_said_beside_the_results(
    files: dict[str, bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    judged(updated(files["signed"]), files["clock"])
    assert capfd.readouterr() == ("", "")
