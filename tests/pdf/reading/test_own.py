from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from briefing.editions import read
from briefing.editions.enclosed import RECORD
from briefing.model import BriefingError, Choices
from briefing.pdf.reading.attached import attachments
from briefing.pdf.reading.own import streams
from briefing.run.build import build

JSON = "application/json"


@pytest.fixture(scope="module")
def edition(tmp_path_factory, request) -> bytes:
    case = request.config.rootpath / "tests/projects/two-sections/project"
    out = tmp_path_factory.mktemp("out")
    built = build(str(case), str(out), Choices()).built
    return Path(built[0].path).read_bytes()


def rewritten(data: bytes, **how: object) -> bytes:
    """The same PDF as another program writes it."""
    made = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(made, **how)
    return made.getvalue()


def test_what_is_found_is_what_the_pdf_has(edition):
    held = attachments(edition)
    assert held[RECORD] in list(streams(edition, JSON))
    assert list(streams(edition, "text/csv")) == [
        content for name, content in held.items() if name.endswith(".csv")
    ]


def test_a_pdf_that_was_added_to_is_read_as_a_whole(edition):
    """What an update says of the first part nobody knows without following it."""
    added = edition + edition[edition.rindex(b"startxref") :]
    assert list(streams(added, JSON)) == []
    assert read(added) == read(edition)


@pytest.mark.parametrize("how", [{}, {"compress_streams": False}, {"linearize": True}])
def test_another_program_s_copy_is_read_too(edition, how):
    assert read(rewritten(edition, **how)) == read(edition)


def test_a_second_record_leaves_the_answer_to_the_list_of_files(edition):
    with pikepdf.open(BytesIO(edition)) as pdf:
        stray = pikepdf.Stream(pdf, b'{"record": 1, "product": "other"}')
        stray.Subtype = pikepdf.Name("/application/json")
        pdf.Root.Stray = pdf.make_indirect(stray)
        made = BytesIO()
        pdf.save(made)
    assert read(made.getvalue()) == read(edition)


def test_half_a_file_holds_none(edition):
    half = edition[: len(edition) // 2]
    assert list(streams(half, JSON)) == []
    with pytest.raises(BriefingError):
        read(half)


def test_one_byte_of_it_changed_is_never_another_record(edition):
    """Deflate has a sum at its end: what doesn't unpack is left to the library, which says so."""
    begins = edition.index(b"/Subtype/application#2Fjson")
    at = edition.index(b"stream\n", begins) + 300
    spoilt = edition[:at] + bytes([edition[at] ^ 0x55]) + edition[at + 1 :]
    with pytest.raises(BriefingError, match="damaged"):
        read(spoilt)
