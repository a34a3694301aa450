"""Another script that the faces lack is a finding of `check`, where its first letter stands."""

from pathlib import Path

import briefing
from briefing.project.schema import schema
from briefing.starter.project import Answers, project


def found(folder: Path, sentence: str) -> list[tuple[str, str]]:
    files = project(Answers("MNG", "JPN", ("en",), "ministry"), schema().encode())
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    with (folder / "sections/en/trade.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{sentence}\n")
    return [(f.code, str(f.place)) for f in briefing.check(str(folder)).findings]


def test_a_script_that_no_face_has_is_found_at_its_first_letter(tmp_path: Path) -> None:
    ((code, place),) = found(tmp_path, "Tokyo is \u6771\u4eac in its own letters.")
    lines = (tmp_path / "sections/en/trade.md").read_text(encoding="utf-8").splitlines()
    assert (code, place) == ("B402", f"sections/en/trade.md:{len(lines)}:10")


def test_letters_that_the_faces_have_are_none(tmp_path: Path) -> None:
    assert found(tmp_path, "Улаанбаатар, Өмнөговь, Ürümqi, Ελλάδα, Łódź.") == []
