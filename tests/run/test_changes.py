"""A project that prints what changed since its last edition."""

import re
import shutil
from pathlib import Path

import briefing
from briefing import verify
from tests.pdf.structure import read
from tests.projects.round_trip import pdf_words

PROJECT = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
EXHIBIT = "exhibits:\n  changed: {kind: changes, show: [exports, turnover], against: last.json}\n"


def set_against(folder: Path, record: bytes | None) -> Path:
    shutil.copytree(PROJECT, folder)
    manifest = folder / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("exhibits:\n", EXHIBIT, 1), encoding="utf-8")
    section = next((folder / "sections" / "en").glob("*.md"))
    with section.open("a", encoding="utf-8") as file:
        file.write("\n![Changed since the last edition](exhibit:changed)\n")
    if record is not None:
        (folder / "last.json").write_bytes(record)
    return folder


def test_the_box_says_what_differs_from_the_record(tmp_path: Path) -> None:
    last = briefing.build(str(PROJECT), str(tmp_path / "last")).record
    last = last.replace(b'"61607.3"', b'"60000"')
    # The data were others then: so is the digest of the file, and of what figures were read from.
    last = re.sub(rb'("trade.csv","sha256":")[0-9a-f]', rb"\1x", last)
    last = re.sub(rb'("data":")[0-9a-f]{8}', rb"\g<1>00000000", last)
    folder = set_against(tmp_path / "project", last)
    outcome = briefing.build(str(folder), str(tmp_path / "out"))
    assert not outcome.failed
    (built,) = outcome.built
    data = Path(built.path).read_bytes()
    boxes = [" ".join(p.text.strip() for p in d.find("P")) for d in read(data).find("Div")]
    (box,) = (text for text in boxes if text.startswith("Changed since"))
    assert "Revised Exports to Russia 2014, US$\u00a0million: 60.0, now 61.6 (+2.7%)." in box
    assert box.index("Added") < box.index("Revised") < box.index("Unchanged")
    assert "Changed" in pdf_words(data)
    file = verify.open_file(data)
    assert (verify.check(file), verify.lint(file)) == ((), ())


def test_a_record_that_is_not_there_is_found_where_it_is_named(tmp_path: Path) -> None:
    folder = set_against(tmp_path / "project", None)
    outcome = briefing.check(str(folder))
    (finding,) = outcome.findings
    assert "last.json" in finding.message
    assert "against: last.json" in outcome.lines[finding.place]
