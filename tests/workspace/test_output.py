import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.model.finding import BriefingError
from briefing.workspace import output


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_first_edition_and_its_successor(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "p" / "2025"
    output.shelve(str(folder), {"p.en.pdf": b"1"}, {})
    assert files(folder) == {"p.en.pdf": b"1"}
    output.shelve(str(folder), {"p.en.pdf": b"2"}, {"p.en.pdf": True})
    assert files(folder) == {"p.en.pdf": b"2"}
    assert [p.name for p in folder.parent.iterdir() if not p.name.endswith(".lock")] == ["2025"]


def test_files_of_another_variant_stay_and_stale_ones_go(tmp_path: Path) -> None:
    folder = tmp_path / "2025"
    output.shelve(str(folder), {"p-CHN.en.pdf": b"c", "p.mn.pdf": b"m"}, {})
    output.shelve(str(folder), {"p.en.pdf": b"e"}, {"p-CHN.en.pdf": False, "p.mn.pdf": True})
    assert files(folder) == {"p-CHN.en.pdf": b"c", "p.en.pdf": b"e"}


def test_leftover_of_a_killed_build_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "2025"
    left = tmp_path / ".2025.building"
    left.mkdir()
    (left / "half.pdf").write_bytes(b"half")
    output.shelve(str(folder), {"p.en.pdf": b"1"}, {})
    assert files(folder) == {"p.en.pdf": b"1"}
    assert not left.exists()


def test_edition_on_its_way_out_comes_back(tmp_path: Path) -> None:
    """Where folders can't be exchanged, a kill between the two renames loses nothing."""
    old = tmp_path / ".2025.old"
    old.mkdir()
    (old / "p-CHN.en.pdf").write_bytes(b"c")
    folder = tmp_path / "2025"
    output.shelve(str(folder), {"p.en.pdf": b"1"}, {"p-CHN.en.pdf": False})
    assert files(folder) == {"p-CHN.en.pdf": b"c", "p.en.pdf": b"1"}


def test_without_exchange_the_swap_still_replaces_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "_exchanged", lambda *_: False)
    folder = tmp_path / "2025"
    output.shelve(str(folder), {"a": b"1"}, {})
    output.shelve(str(folder), {"b": b"2"}, {"a": True})
    assert files(folder) == {"b": b"2"}


def test_a_full_disk_leaves_the_last_edition(tmp_path: Path) -> None:
    folder = tmp_path / "2025"
    output.shelve(str(folder), {"p.en.pdf": b"1"}, {})
    script = (
        "import resource, sys\n"
        "from briefing.model.finding import BriefingError\n"
        "from briefing.workspace import output\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n"
        "try:\n"
        f"    output.shelve({str(folder)!r}, {{'p.en.pdf': b'x' * 100}}, {{'p.en.pdf': True}})\n"
        "except BriefingError as error:\n"
        "    sys.exit(error.exit_code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode == 1
    assert files(folder) == {"p.en.pdf": b"1"}
    assert not (tmp_path / ".2025.building").exists()


def test_a_killed_build_leaves_the_last_edition(tmp_path: Path) -> None:
    folder = tmp_path / "2025"
    output.shelve(str(folder), {"p.en.pdf": b"1"}, {})
    script = (
        "import os, signal\n"
        "from briefing.workspace import output\n"
        "output._swap = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"output.shelve({str(folder)!r}, {{'p.en.pdf': b'2'}}, {{'p.en.pdf': True}})\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode == -signal.SIGKILL
    assert files(folder) == {"p.en.pdf": b"1"}
    output.shelve(str(folder), {"p.en.pdf": b"3"}, {"p.en.pdf": True})
    assert files(folder) == {"p.en.pdf": b"3"}


def test_one_build_at_a_time(tmp_path: Path) -> None:
    import fcntl

    folder = tmp_path / "2025"
    with (tmp_path / ".2025.lock").open("wb") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(BriefingError, match="another build") as caught:
            output.shelve(str(folder), {"p.en.pdf": b"1"}, {})
    assert caught.value.exit_code == 1
    assert not folder.exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    blocker = tmp_path / "out"
    blocker.write_bytes(b"a file")
    with pytest.raises(BriefingError, match="can't be written") as caught:
        output.shelve(str(blocker / "2025"), {"p.en.pdf": b"1"}, {})
    assert caught.value.exit_code == 1
    assert list(tmp_path.iterdir()) == [blocker]
