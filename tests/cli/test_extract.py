import json
from pathlib import Path

import pikepdf

from briefing.pdf.reading.attached import attachments
from tests.cli.test_commands import CASES, run


def test_extract_writes_data_and_record(tmp_path: Path) -> None:
    assert run(tmp_path, "build", str(CASES / "two-sections" / "project"), "-q").returncode == 0
    (pdf,) = tmp_path.glob("out/*/*/*.pdf")
    done = run(tmp_path, "extract", str(pdf))
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / pdf.stem
    written = {line.split("  ")[0] for line in done.stdout.splitlines()}
    assert written == {f"{pdf.stem}/{p.name}" for p in folder.iterdir()}
    inside = (folder / "record.json").read_bytes()
    assert inside == attachments(pdf.read_bytes())["record.json"]
    beside = json.loads(pdf.with_name("record.json").read_bytes())
    assert json.loads(inside)["digest"] == beside["digest"]
    assert (folder / "flows.csv").read_text(encoding="utf-8-sig").startswith("name,label,period,")


def test_extract_as_json_into_a_folder(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.attachments["k"] = pikepdf.AttachedFileSpec(pdf, b"x\n", filename="../up.csv")
    pdf.save(tmp_path / "foreign.pdf")
    done = run(tmp_path, "extract", "foreign.pdf", "-o", "in", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "file": "foreign.pdf",
        "files": [{"name": "../up.csv", "path": "in/up.csv", "size": 2}],
    }
    assert sorted(p.name for p in tmp_path.iterdir()) == ["foreign.pdf", "in"]


def test_extract_of_what_has_none_or_is_no_pdf(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "bare.pdf")
    done = run(tmp_path, "extract", "bare.pdf")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "bare.pdf: no files inside\n")
    (tmp_path / "text.pdf").write_text("no PDF")
    refused = run(tmp_path, "extract", "text.pdf")
    assert refused.returncode == 2
    assert "no PDF" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert run(tmp_path, "extract", "nowhere.pdf").returncode == 2
