import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from briefing.model.finding import BriefingError
from briefing.model.spec import Choices
from briefing.pdf.profiles import PROFILES
from briefing.pdf.signing import load
from briefing.run.build import build
from briefing.run.signing import Signing
from tests.conformance.verapdf import VeraPDF
from tests.pdf.chain import PASSPHRASE, chain

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SAYS = "Signed electronically by Б. Ариунаа, Ministry of Examples on 24 November 2026, 09:00 UTC"


def signed(
    tmp_path: Path, profile: str, visible: bool, embargo: bool = False
) -> tuple[Path, bytes]:
    key, root = chain()
    project = Path(shutil.copytree(CASE, tmp_path / "two-sections"))
    if embargo:
        manifest = project / "briefing.yaml"
        manifest.write_text(manifest.read_text("utf-8") + "embargo: 2026-12-01T09:30Z\n", "utf-8")
    by = Signing(load(key, PASSPHRASE), visible)
    choices = Choices(profile=profile)
    built = build(str(project), str(tmp_path / "out"), choices, sign=by, now=lambda: NOW).built
    return Path(built[0].path), root


@pytest.mark.parametrize("visible", [True, False])
@pytest.mark.parametrize("profile", ["ua1+3a", "4f"])
def test_a_signed_file_conforms_as_it_did(
    tmp_path: Path, verapdf: VeraPDF, profile: str, visible: bool
) -> None:
    pdf, _ = signed(tmp_path, profile, visible, embargo=visible)
    for flavour in PROFILES[profile].flavours:
        assert not verapdf(pdf, flavour)


@pytest.mark.parametrize("visible", [True, False])
def test_the_signature_holds_and_certifies(tmp_path: Path, visible: bool) -> None:
    pdf, root = signed(tmp_path, "ua1+3a", visible)
    (trusted,) = load_certs_from_pemder_data(root)
    (embedded,) = PdfFileReader(io.BytesIO(pdf.read_bytes())).embedded_signatures
    context = ValidationContext(trust_roots=[trusted], moment=NOW)
    status = validate_pdf_signature(embedded, context)
    assert (status.intact, status.valid, status.trusted, status.docmdp_ok) == (True,) * 4
    assert embedded.self_reported_timestamp == NOW
    assert embedded.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert embedded.docmdp_level is not None
    assert embedded.docmdp_level.value == 1
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage().get_text_bounded().replace("\u00a0", " ")
    assert (SAYS in " ".join(text.split())) is visible


def test_the_field_is_tagged_and_named(tmp_path: Path) -> None:
    pdf, _ = signed(tmp_path, "ua1+3a", True)
    with pikepdf.open(pdf) as document:
        (field,) = document.Root.AcroForm.Fields
        assert str(field.TU) == "Electronic signature of Б. Ариунаа, Ministry of Examples"
        assert str(document.Root.Perms.DocMDP.Reference[0].TransformParams.P) == "1"
        assert field.Rect[3] - field.Rect[1] > 5


def test_the_key_is_shown_nowhere() -> None:
    key, _ = chain()
    with pytest.raises(BriefingError) as caught:
        load(key, b"wrong-passphrase")
    assert "wrong-passphrase" not in repr(caught.value) + caught.value.hint
    assert caught.value.__cause__ is None
    assert "signer" not in repr(load(key, PASSPHRASE))


def test_a_certificate_out_of_its_time_signs_nothing(tmp_path: Path) -> None:
    key, _ = chain()
    by = Signing(load(key, PASSPHRASE))
    late = datetime(2030, 1, 1, tzinfo=UTC)
    with pytest.raises(BriefingError, match="valid from 2026-01-01"):
        build(str(CASE), str(tmp_path), Choices(), sign=by, now=lambda: late)
    assert not list(tmp_path.rglob("*.pdf"))
