from pathlib import Path

import pytest

from briefing.model.finding import BriefingError
from briefing.workspace.new_files import write_new

FILES = {"a.txt": b"a", "deep/b.txt": b"b"}


def test_files_stand_in_folders_that_were_not_there(tmp_path: Path) -> None:
    assert write_new(str(tmp_path / "new"), FILES) == ("a.txt", "deep/b.txt")
    assert (tmp_path / "new/deep/b.txt").read_bytes() == b"b"


@pytest.mark.parametrize("link", [False, True])
def test_nothing_is_overwritten_and_nothing_else_written(tmp_path: Path, link: bool) -> None:
    if link:
        (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    else:
        (tmp_path / "a.txt").write_bytes(b"mine")
    with pytest.raises(BriefingError, match=r"already holds a\.txt") as caught:
        write_new(str(tmp_path), FILES)
    assert caught.value.exit_code == 2
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    assert link or (tmp_path / "a.txt").read_bytes() == b"mine"


def test_what_may_stay_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"mine")
    assert write_new(str(tmp_path), FILES, kept=("a.txt",)) == ("deep/b.txt",)
    assert (tmp_path / "a.txt").read_bytes() == b"mine"


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "deep").write_bytes(b"")
    with pytest.raises(BriefingError, match="can't be written") as caught:
        write_new(str(tmp_path), FILES)
    assert caught.value.exit_code == 1
