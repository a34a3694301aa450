"""A figure that crosses zero, in the mail and in an exhibit of changes: both signs are told."""

import shutil
from pathlib import Path

import pytest

from briefing.model import Choices
from briefing.run.build import build
from tests.mail.test_letter import begin, listed, made
from tests.pdf.structure import structure_text


def sold(folder: Path, value: str) -> None:
    trade = folder / "trade.csv"
    text = trade.read_text("utf-8")
    assert "2025,export,RUS,588.4" in text
    trade.write_text(text.replace("2025,export,RUS,588.4", f"2025,export,RUS,{value}"), "utf-8")


# Imports of 2025 are 815.9: exports of 900.0 leave 84.1, of 815.9 nothing, of 215.9 −600.0.
CASES = [
    ("900.0", "US$84 million", "−227.5, now 84.1."),
    ("815.9", "US$0, before −US$228 million", "−227.5, now 0."),
    ("215.9", "−US$600 million", "−227.5, now −600.0"),
]


@pytest.mark.parametrize(("value", "mailed", "printed"), CASES)
def test_a_balance_that_crosses_zero(tmp_path: Path, value: str, mailed: str, printed: str) -> None:
    folder = begin(tmp_path)
    last = made(folder)
    record = next((tmp_path / "out").rglob("record.json"))
    shutil.copy(record, folder / "previous.json")
    sold(folder, value)
    lines = listed(folder, made(folder), last, "What changed")
    assert any(line.startswith(f"- Goods balance, 2025: {mailed}") for line in lines), lines
    manifest = folder / "briefing.yaml"
    text = manifest.read_text("utf-8").replace(
        "exhibits:\n",
        "exhibits:\n  since: {kind: changes, show: balance, against: previous.json}\n",
        1,
    )
    manifest.write_text(text, "utf-8")
    with (folder / "sections/en/trade.md").open("a", encoding="utf-8") as section:
        section.write("\n![What changed](exhibit:since)\n")
    (built,) = build(str(folder), str(tmp_path / "out"), Choices()).built
    told = " ".join(structure_text(Path(built.path).read_bytes()).replace("\u00a0", " ").split())
    assert printed in told, told[-1500:]
