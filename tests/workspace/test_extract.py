from pathlib import Path

import pytest

from briefing.model.finding import BriefingError
from briefing.workspace.extract import unpack


def test_files_are_written_under_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "new"
    paths = unpack(str(folder), {"trade.csv": b"a", "record.json": b"{}"})
    assert paths == {n: str(folder / n) for n in ("trade.csv", "record.json")}
    assert (folder / "trade.csv").read_bytes() == b"a"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("/etc/cron.d/job", "job"),
        ("C:\\Windows\\system.ini", "system.ini"),
        ("..", "attachment"),
        ("", "attachment"),
        ("a/", "attachment"),
        (".bashrc", "bashrc"),
        ("NUL.tar.csv", "_NUL.tar.csv"),
        ("con", "_con"),
        ("line\nbreak\0.csv", "line_break_.csv"),
        ("cod\u202evsc.exe", "cod_vsc.exe"),
        ("Экспорт 2025.csv", "Экспорт 2025.csv"),
        ("x" * 400 + ".csv", "x" * 116 + ".csv"),
        ("ж" * 400, "ж" * 60),
    ],
)
def test_a_name_is_never_a_path(name: str, plain: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    assert unpack(str(folder), {name: b"x"}) == {name: str(folder / plain)}
    assert [p.name for p in folder.iterdir()] == [plain]
    assert [p.name for p in tmp_path.iterdir()] == ["in"]


def test_names_that_become_one_are_told_apart(tmp_path: Path) -> None:
    paths = unpack(str(tmp_path), {"a/x.csv": b"1", "b/x.csv": b"2", "c/X.csv": b"3"})
    assert [Path(p).name for p in paths.values()] == ["x.csv", "x-2.csv", "X-3.csv"]
    assert (tmp_path / "x-2.csv").read_bytes() == b"2"


def test_nothing_that_stands_there_is_changed(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(b"mine")
    with pytest.raises(BriefingError, match=r"b\.csv stands there already") as refused:
        unpack(str(tmp_path), {"a.csv": b"new", "b.csv": b"new"})
    assert refused.value.exit_code == 1
    assert (tmp_path / "b.csv").read_bytes() == b"mine"
    assert not (tmp_path / "a.csv").exists()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.csv").symlink_to(outside)
    with pytest.raises(BriefingError):
        unpack(str(folder), {"a.csv": b"new"})
    assert not outside.exists()


def test_the_same_files_again_are_fine(tmp_path: Path) -> None:
    assert unpack(str(tmp_path), {"a.csv": b"1"}) == unpack(str(tmp_path), {"a.csv": b"1"})


def test_a_folder_that_can_not_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BriefingError, match="can't be written"):
        unpack(str(tmp_path / "file" / "below"), {"a.csv": b"1"})
