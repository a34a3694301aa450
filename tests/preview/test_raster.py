"""Pages as pictures and words."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

import briefing
from briefing.preview.raster import Raster, digest
from tests.preview.conftest import CASE


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    built = briefing.build(str(CASE), str(tmp_path_factory.mktemp("out"))).built[0]
    return Path(built.path).read_bytes()


@pytest.mark.parametrize("width", [40, 100, 793, 794, 1191, 1786, 2400, 2401, 3001])
def test_a_picture_is_the_page_and_just_so_wide(data: bytes, width: int) -> None:
    picture = Image.open(BytesIO(Raster().picture(digest(data), data, 1, width)))
    page = pypdfium2.PdfDocument(data)[0]
    assert picture.size == (
        width,
        pytest.approx(width * page.get_height() / page.get_width(), abs=1),
    )
    own = page.render(scale=(width - 0.01) / page.get_width()).to_pil()
    assert ImageChops.difference(picture.convert("RGB"), own.convert("RGB")).getbbox() is None


def test_words_stand_where_the_page_has_them(data: bytes) -> None:
    spans = Raster().spans(digest(data), data, 1)
    title = next(span for span in spans if span.text.startswith("Mongolia and Russia"))
    # A large letter has some white before it.
    assert title.left == pytest.approx(56.7, abs=2)
    assert 0 < title.top < 200
    assert {"Russia is a supplier, hardly a market."} & {span.text.strip() for span in spans}


def test_many_pictures_and_papers_are_let_go(data: bytes) -> None:
    raster = Raster()
    first = raster.picture(digest(data), data, 1, 500)
    for number in range(6):
        other = data + b"\n% " + str(number).encode()
        assert raster.picture(digest(other), other, 1, 500) == first
    assert raster.picture(digest(data), data, 2, 500) != first


_READERS = """
import random, sys, threading
from pathlib import Path
from briefing.preview.raster import Raster, digest

sys.setswitchinterval(1e-5)
data = Path(sys.argv[1]).read_bytes()
files = [data + b"\\n" * number for number in range(6)]
raster, pages = Raster(), int(sys.argv[2])

def read(seed):
    chance = random.Random(seed)
    for _ in range(60):
        file, page = chance.choice(files), chance.randint(1, pages)
        raster.spans(digest(file), file, page)
        raster.picture(digest(file), file, page, chance.randint(60, 400))

threads = [threading.Thread(target=read, args=(seed,)) for seed in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def test_many_readers_at_once_leave_it_standing(tmp_path: Path) -> None:
    """In a process of its own: a page closed while another is drawn ends the process."""
    (built,) = briefing.build(str(CASE), str(tmp_path)).built
    command = [sys.executable, "-c", _READERS, built.path, str(built.pages)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
