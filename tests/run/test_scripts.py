"""Another script that the faces lack is a finding of `check`, where its first letter stands."""

from pathlib import Path

import pytest

import briefing
from briefing.model.text import Place
from briefing.pdf import load_faces
from briefing.project.schema import schema
from briefing.project.style.read import read_style
from briefing.run.scripts import _USUAL
from briefing.starter.project import Answers, project
from briefing.workspace import Workspace


def begun(folder: Path) -> None:
    files = project(Answers("MNG", "JPN", ("en",), "ministry"), schema().encode())
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def found(folder: Path, sentence: str) -> list[tuple[str, str]]:
    begun(folder)
    with (folder / "sections/en/trade.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{sentence}\n")
    return [(f.code, str(f.place)) for f in briefing.check(str(folder)).findings]


def test_a_script_that_no_face_has_is_found_at_its_first_letter(tmp_path: Path) -> None:
    ((code, place),) = found(tmp_path, "Tokyo is \u6771\u4eac in its own letters.")
    lines = (tmp_path / "sections/en/trade.md").read_text(encoding="utf-8").splitlines()
    assert (code, place) == ("B402", f"sections/en/trade.md:{len(lines)}:10")


def test_letters_that_the_faces_have_are_none(tmp_path: Path) -> None:
    assert found(tmp_path, "Улаанбаатар, Өмнөговь, Ürümqi, Ελλάδα, Łódź.") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "column"),
    [
        ("briefing.yaml", '"Trade turnover"', '"Trade \u6771 turnover"', "B402", 7),
        ("briefing.yaml", '"Goods balance"', '"Goods balance \U0001d11e"', "B401", 15),
        ("briefing.yaml", "Example figures", "Example \U0001d11e figures", "B401", 9),
        ("briefing.yaml", '"EXAMPLE FIGURES"', '"EXAMPLE \U0001d11e"', "B401", 9),
        ("sections/en/overview.md", "# Key points", "# Key \U0001d11e points", "B401", 7),
        ("sections/en/trade.md", "by year](exhibit", "by \U0001d11e year](exhibit", "B401", 0),
        ("sections/en/overview.md", "between", "be\u0645ween", "B402", 0),
    ],
    ids=["series", "label", "source", "marking", "title", "exhibit", "lead"],
)
def test_a_character_is_found_wherever_it_would_be_printed(
    tmp_path: Path, file: str, old: str, new: str, code: str, column: int
) -> None:
    begun(tmp_path)
    path = tmp_path / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    strange = next(c for c in new if c in "\u6771\U0001d11e\u0645")
    (line,) = (n for n, line in enumerate(lines, start=1) if strange in line)
    (found,) = briefing.check(str(tmp_path)).findings
    assert (found.code, found.place.file, found.place.line) == (code, file, line)
    if column and file.endswith(".md"):
        assert found.place.column == lines[line - 1].index(strange) + 1


def test_a_character_of_the_data_is_found_too(tmp_path: Path) -> None:
    begun(tmp_path)
    manifest = tmp_path / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    text = text.replace("series:\n", 'names: {JPN: {en: "Jap\u6771an"}}\nseries:\n', 1)
    manifest.write_text(text, encoding="utf-8")
    assert {f.code for f in briefing.check(str(tmp_path)).findings} == {"B402"}


def test_usual_characters_are_in_every_face() -> None:
    style, _ = read_style("ministry", Place("briefing.yaml"), Workspace("."))
    assert style is not None
    faces = load_faces(style.faces, style.fallback).values()
    usual = "".join(map(chr, range(0x21, 0x2300)))
    usual = "".join(c for c in usual if _USUAL.fullmatch(c) and not c.isspace())
    assert {c for face in faces for c in face.missing(usual)} == set()


def test_of_a_members_name_its_row_in_the_data_is_told(tmp_path: Path) -> None:
    begun(tmp_path)
    data = tmp_path / "trade.csv"
    lines = data.read_text(encoding="utf-8").splitlines()
    rows = [n for n, line in enumerate(lines, 1) if "CHN" in line]
    assert rows
    data.write_text("\n".join(lines).replace("CHN", "\u4e2d") + "\n", encoding="utf-8")
    manifest = tmp_path / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text + "\nnames: {\u4e2d: {en: \u4e2d}}\n", encoding="utf-8")
    places = [str(f.place) for f in briefing.check(str(tmp_path)).findings if f.code == "B402"]
    assert len(places) == 1
