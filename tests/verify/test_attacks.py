"""Each published attack on a signed file gets the verdict that a reader needs."""

import io
import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from pyhanko.sign.fields import MDPPerm

import briefing
from briefing.model.spec import Choices
from briefing.pdf.signing import load
from briefing.run.build import build
from briefing.run.signing import Signing
from briefing.run.verify import Verdict, verify
from briefing.verify import Later
from tests.pdf.chain import PASSPHRASE, chain
from tests.verify import attacks
from tests.verify.attacks import FORGERIES, signed_by_others

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
Attack = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A file unsigned, certified by us, seen and unseen, approved by others, and one that they
    certified so that forms may be filled in."""
    key, _ = chain()
    folder = tmp_path_factory.mktemp("attacked")

    def made(sign: Signing | None) -> bytes:
        shutil.rmtree(folder, ignore_errors=True)
        outcome = build(str(CASE), str(folder), Choices(), sign=sign, now=lambda: NOW)
        return Path(outcome.built[0].path).read_bytes()

    plain = made(None)
    prepared = attacks.prepared(plain)
    return {
        "plain": plain,
        "certified": made(Signing(load(key, PASSPHRASE), visible=True)),
        "unseen": made(Signing(load(key, PASSPHRASE), visible=False)),
        "approved": signed_by_others(plain, key, NOW),
        "prepared": signed_by_others(prepared, key, NOW),
        "form": signed_by_others(prepared, key, NOW, MDPPerm.FILL_FORMS),
        "notes": signed_by_others(prepared, key, NOW, MDPPerm.ANNOTATE),
    }


def judged(data: bytes) -> Verdict:
    (verdict,) = verify([("a.pdf", data)], "briefing", now=lambda: NOW)
    return verdict


def codes(data: bytes) -> set[str]:
    """What is said of signatures."""
    return {f.code for f in judged(data).faults} & {"B508", "B509", "B510", "B511", "B512"}


@pytest.mark.parametrize("which", ["plain", "certified", "unseen", "approved", "prepared", "form"])
def test_what_nobody_attacked_has_no_fault_of_a_signature(
    files: dict[str, bytes], which: str
) -> None:
    assert codes(files[which]) == set()


INCREMENTAL: tuple[Attack, ...] = (
    attacks.text_replaced,
    attacks.page_added,
    attacks.objects_without_a_table,
    attacks.evil_annotation,
    attacks.wrapped,
)


@pytest.mark.parametrize("which", ["certified", "approved", "form", "notes"])
@pytest.mark.parametrize("attack", INCREMENTAL, ids=lambda attack: attack.__name__)
def test_what_is_saved_behind_a_signature_or_wrapped_into_it_is_told(
    files: dict[str, bytes], attack: Attack, which: str
) -> None:
    assert codes(attack(files[which])) == {"B509"}


@pytest.mark.parametrize("attack", [attacks.catalog_replaced, attacks.more_permitted])
@pytest.mark.parametrize("which", ["certified", "form"])
def test_a_certification_can_t_be_loosened(
    files: dict[str, bytes], attack: Attack, which: str
) -> None:
    assert codes(attack(files[which])) == {"B509"}


@pytest.mark.parametrize("attack", [attacks.objects_and_a_trailer, attacks.another_file_behind])
@pytest.mark.parametrize("which", ["certified", "approved"])
def test_another_end_behind_the_end_is_no_file_that_conforms(
    files: dict[str, bytes], attack: Callable[..., bytes], which: str
) -> None:
    more = (files["plain"],) if attack is attacks.another_file_behind else ()
    assert judged(attack(files[which], *more)).faults


@pytest.mark.parametrize("which", ["prepared", "form", "notes"])
@pytest.mark.parametrize("attack", [attacks.shadow_hide, attacks.shadow_hide_and_replace])
def test_what_was_hidden_before_the_signature_can_t_be_shown_after_it(
    files: dict[str, bytes], attack: Attack, which: str
) -> None:
    assert codes(attack(files[which])) == {"B509"}


@pytest.mark.parametrize("which", ["prepared", "form", "notes"])
def test_a_field_that_was_filled_in_after_the_signature_is_told(
    files: dict[str, bytes], which: str
) -> None:
    verdict = judged(attacks.shadow_replace(files[which]))
    assert [one.later for one in verdict.signatures] == [Later.FILLED]


@pytest.mark.parametrize("which", ["certified", "approved"])
@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_signature_that_nothing_can_be_held_against_doesn_t_hold(
    files: dict[str, bytes], forgery: str, which: str
) -> None:
    verdict = judged(FORGERIES[forgery](files[which]))
    assert "B508" in {fault.code for fault in verdict.faults}
    assert not any(one.holds for one in verdict.signatures)


@pytest.mark.parametrize("which", ["certified", "unseen", "approved"])
def test_a_field_that_was_emptied_is_told(files: dict[str, bytes], which: str) -> None:
    assert codes(attacks.emptied_field(files[which])) == {"B512"}


@pytest.mark.parametrize("which", ["certified", "unseen", "approved"])
@pytest.mark.parametrize(("xmp", "info"), [(True, True), (True, False), (False, True)])
def test_another_title_after_the_signature_is_told(
    files: dict[str, bytes], which: str, xmp: bool, info: bool
) -> None:
    changed = attacks.titled(files[which], xmp, info)
    assert codes(changed) == {"B509"}
    assert [f.message for f in judged(changed).faults if f.message.endswith(": title")]


@pytest.mark.parametrize("which", ["certified", "unseen"])
@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_signature_taken_out_of_a_file_that_was_changed_is_told(
    files: dict[str, bytes], which: str, kept: bool
) -> None:
    assert codes(attacks.written_anew(files[which], kept)) == {"B512"}


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_line_that_says_who_signed_is_enough(files: dict[str, bytes]) -> None:
    """The record, which says so too, is gone as well."""
    with pikepdf.open(io.BytesIO(attacks.written_anew(files["certified"]))) as pdf:
        del pdf.attachments["record.json"]
        out = io.BytesIO()
        pdf.save(out)
    verdict = judged(out.getvalue())
    assert [f.message for f in verdict.faults if f.code == "B512"] == [
        "a signature was taken out of this file: its first page says “Signed electronically by …”"
    ]


def test_a_table_of_objects_that_is_spoilt_is_no_bug(files: dict[str, bytes]) -> None:
    whole = files["certified"]
    begin = whole.rindex(b"/Type /XRef") - 40
    dice = random.Random(5)
    for _ in range(24):
        data = bytearray(whole)
        data[dice.randrange(begin, len(whole) - 4)] = dice.randrange(256)
        verdict = judged(bytes(data))
        changed = bytes(data) != whole
        assert bool(verdict.faults) or not changed or bytes(data).split() == whole.split()


def test_an_edition_that_nobody_signed_says_nothing_of_signatures(tmp_path: Path) -> None:
    (built,) = briefing.build(str(CASE), str(tmp_path)).built
    assert codes(Path(built.path).read_bytes()) == set()
