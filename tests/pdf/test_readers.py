"""Every word of our files comes out whole, whoever reads them."""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pikepdf
import pypdf
import pypdfium2
import pytest
from pdfminer.high_level import extract_text

import briefing
from briefing.workspace import assets
from tests.conformance.test_signed import signed
from tests.pdf.structure import shown, to_unicode

_WORD = re.compile(r"[^\W_]+")
_PDFJS = Path(__file__).parents[2] / ".cache/pdfjs/node_modules/pdfjs-dist"
_HYPHENS = ("-", "\u00ad", "\u2010")


def _pdfium(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _pdfplumber(pdf: Path) -> str:
    with pdfplumber.open(pdf) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _pypdf(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def _command(*words: str) -> Callable[[Path], str]:
    def read(pdf: Path) -> str:
        if shutil.which(words[0]) is None:
            _absent(f"{words[0]} isn't installed: run .ci/install-readers")
        called = [str(pdf) if word == "PDF" else word for word in words]
        return subprocess.run(called, capture_output=True, check=True).stdout.decode()

    return read


def _pdfjs(pdf: Path) -> str:
    if not _PDFJS.exists():
        _absent(f"pdf.js isn't in {_PDFJS}: run .ci/install-readers")
    return _command("node", str(Path(__file__).with_name("pdfjs.mjs")), str(_PDFJS), "PDF")(pdf)


def _absent(what: str) -> None:
    """Skips where a reader is not installed; in CI everything is."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


READERS = {
    "poppler": _command("pdftotext", "PDF", "-"),
    "MuPDF": _command("mutool", "draw", "-F", "txt", "PDF"),
    "Ghostscript": _command(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-sOutputFile=-", "PDF"
    ),
    "pdf.js": _pdfjs,
    "pdfium": _pdfium,
    "pdfminer": lambda pdf: extract_text(pdf),
    "pdfplumber": _pdfplumber,
    "pypdf": _pypdf,
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = tmp_path_factory.mktemp("sample")
    built = briefing.build(f"{assets.samples()}/mongolia-russia", str(out)).built
    return {one.language: Path(one.path) for one in built}


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return signed(tmp_path_factory.mktemp("signed"), "ua1+3a", visible=True)[0]


def _painted(content: pikepdf.Object, resources: pikepdf.Object, maps: dict) -> list[str]:
    """The lines of a page or form as they are painted: a new one at each step of the text."""
    lines: list[str] = []
    decode: dict[bytes, str] = {}
    saved: list[dict[bytes, str]] = []
    for operands, operator in pikepdf.parse_content_stream(content):
        match str(operator):
            case "Td" | "Tm" | "BT":
                lines.append("")
            case "Tf":
                decode = to_unicode(resources.Font[str(operands[0])], maps)
            case "q":
                saved.append(decode)
            case "Q":
                decode = saved.pop()
            case "Tj" | "TJ":
                lines[-1] += shown(operands[0], decode)
            case "Do":
                form = resources.XObject[str(operands[0])]
                if form.Subtype == "/Form":
                    lines += _painted(form, form.get("/Resources", resources), maps)
    return [line.strip() for line in lines if line.strip()]


def _wanted(pdf: Path) -> Counter[str]:
    """The words and numbers painted; without those that a line's end divides, of which each reader
    makes something else."""
    words: Counter[str] = Counter()
    with pikepdf.open(pdf) as document:
        for page in document.pages:
            before = ""
            for line in _painted(page.obj, page.Resources, {}):
                tokens = line.split()
                first = 1 if before.endswith(_HYPHENS) else 0
                last = -1 if line.endswith(_HYPHENS) else None
                for token in tokens[first:last]:
                    words.update(_WORD.findall(token))
                before = line
    return words


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("file", ["en", "mn", "ru", "certified"])
def test_every_word_comes_out_whole(file: str, reader: str, request: pytest.FixtureRequest) -> None:
    pdf = _file(file, request)
    wanted = _wanted(pdf)
    assert sum(wanted.values()) > 200
    assert wanted - Counter(_WORD.findall(READERS[reader](pdf))) == Counter()


def _file(name: str, request: pytest.FixtureRequest) -> Path:
    if name == "certified":
        return request.getfixturevalue("certified")
    return request.getfixturevalue("sample")[name]


def test_a_file_with_text_left_out_is_told(sample: dict[str, Path]) -> None:
    read = Counter(_WORD.findall(READERS["pypdf"](sample["en"])))
    read["Ulaanbaatar"] -= 1
    assert _wanted(sample["en"]) - read == Counter({"Ulaanbaatar": 1})


@pytest.mark.parametrize("reader", READERS)
def test_letters_that_a_face_would_join_are_found(sample: dict[str, Path], reader: str) -> None:
    text = READERS[reader](sample["en"])
    for word in ("figures", "deficit"):
        assert word in text
    assert not set("\ufb00\ufb01\ufb02\ufb03\ufb04\ufffd") & set(text)


@pytest.mark.parametrize("reader", READERS)
def test_the_tracked_marking_is_one_word(sample: dict[str, Path], reader: str) -> None:
    text = READERS[reader](sample["en"])
    assert text.count("OFFICIAL") == 2 * len(pypdf.PdfReader(sample["en"]).pages)
