"""The rules read a claim wherever it is printed: a cell, a note, an aside, an alternative text."""

import shutil
import struct
import zlib
from pathlib import Path

import pytest

import briefing
from tests.checks.test_faults import CLEAN

# A grey pixel.
_HEAD = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
_PARTS = ((b"IHDR", _HEAD), (b"IDAT", zlib.compress(b"\0\x80")), (b"IEND", b""))
PICTURE = b"\x89PNG\r\n\x1a\n" + b"".join(
    struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    for kind, data in _PARTS
)
WRONG = "The surplus stood at {{ balance }}."
FORMS = {
    "paragraph": "{0}",
    "alternative text": "![{0}](bridge.png)",
    "title of an exhibit": "![{0}](exhibit:trade)",
    "cell": "| What |\n|---|\n| {0} |",
    "head of a table": "| {0} |\n|---|\n| What |",
    "note": "Trade is old.[^n]\n\n[^n]: {0}",
    "aside": "::: aside\n{0}\n:::",
    "list in an aside": "::: aside\n- One.\n  - {0}\n:::",
    "list": "1. {0}",
    "condition": "::: if balance\n{0}\n:::",
    "picture in an aside": "::: aside\n![{0}](bridge.png)\n:::",
    "heading": "### {0}",
}


def found(tmp_path: Path, words: str) -> list[str]:
    project = Path(shutil.copytree(CLEAN, tmp_path / "clean"))
    (project / "bridge.png").write_bytes(PICTURE)
    section = project / "sections/en/trade.md"
    section.write_text(f"{section.read_text('utf-8')}\n{words}\n", "utf-8")
    return [f"{f.code} {f.message}" for f in briefing.check(str(project)).findings]


@pytest.mark.parametrize("form", FORMS)
def test_a_false_word_is_caught_wherever_it_is_printed(tmp_path: Path, form: str) -> None:
    findings = found(tmp_path, FORMS[form].format(WRONG))
    assert [f.split()[0] for f in findings] == ["B105"], findings


@pytest.mark.parametrize("form", FORMS)
def test_a_true_one_is_not(tmp_path: Path, form: str) -> None:
    assert found(tmp_path, FORMS[form].format("The balance was {{ balance }}.")) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_typed_figure_is_caught_wherever_it_is_printed(tmp_path: Path, form: str) -> None:
    findings = found(tmp_path, FORMS[form].format("It sold 61 million tonnes."))
    assert {f.split()[0] for f in findings} == {"B101"}, findings


def test_a_quotation_is_nobodys_claim_but_who_is_quoted(tmp_path: Path) -> None:
    assert found(tmp_path, f"> {WRONG}") == []
